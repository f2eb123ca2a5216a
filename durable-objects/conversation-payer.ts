// Pays what the conversation owes, one after another; what fails is due again later.
import type { Log } from "../src/base/log.ts";
import type { Effect, EffectQueue } from "./conversation-effect-queue.ts";
import type { EffectFacts, Paid } from "./conversation-effects.ts";

export interface PayerParts {
  effects: EffectQueue;
  /** The conversation as it stands now. */
  facts: (effect: Effect) => EffectFacts;
  pay: (effect: Effect, facts: EffectFacts) => Promise<Paid>;
  /** Called in the change that takes a paid effect away. */
  paid: (facts: EffectFacts) => void;
  /** Called without an await after every change of what is owed. */
  setAlarm: () => void;
  /** The case is forgotten: empties the object, the row of this effect included. */
  empty: () => Promise<void>;
  /** The conversation was to be forgotten and is a case after all. */
  keep: () => void;
  log: Log;
}

export class EffectPayer {
  readonly #parts: PayerParts;
  #paying: Promise<void> | null = null;
  #forgetting = false;

  constructor(parts: PayerParts) {
    this.#parts = parts;
  }

  /** True from the moment at which the case is told to be forgotten until it is known whether it was. */
  get forgetting(): boolean {
    return this.#forgetting;
  }

  /** Never rejects for an effect that fails. */
  payOwed(): Promise<void> {
    this.#paying ??= this.#payAll().finally(() => {
      this.#paying = null;
    });
    return this.#paying;
  }

  async #payAll(): Promise<void> {
    const { effects, setAlarm } = this.#parts;
    for (let effect = effects.nextDue(Date.now()); effect; effect = effects.nextDue(Date.now())) {
      effects.start(effect, Date.now());
      setAlarm();
      if ((await this.#payOne(effect)) === "forgotten") return;
    }
    setAlarm();
  }

  async #payOne(effect: Effect): Promise<Paid | null> {
    const { effects, facts, pay, paid: settle, empty, keep, log } = this.#parts;
    const told = facts(effect);
    this.#forgetting = effect.kind === "forget";
    try {
      const paid = await pay(effect, told);
      // A kill before this ends finds the row of the effect again: the case answers the same, and it is emptied then.
      if (paid === "forgotten") await empty();
      else {
        effects.done(effect);
        settle(told);
        if (effect.kind === "forget") keep();
      }
      return paid;
    } catch (error) {
      effects.putOff(effect, Date.now(), Math.random());
      log.warn("effect_failed", { case_id: told.caseId, effect: effect.kind, attempt: effect.attempts + 1, error });
      return null;
    } finally {
      this.#forgetting = false;
    }
  }
}
