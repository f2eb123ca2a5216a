// Turns that take time, for the object: which words wait for more and for models, and what must be answered before something else.
import type { Log } from "../src/base/log.ts";
import type { RpcResult, SayInput, TurnAnswer } from "../src/domain/ports.ts";
import type { TurnModels } from "../src/domain/triage/strategies/types.ts";
import { tellsOfDanger } from "../src/domain/triage/tells-of-danger.ts";
import { MAX_MESSAGE } from "../src/domain/triage/text.ts";
import { type Answered, ConversationPending } from "./conversation-pending.ts";
import { TurnRunner } from "./conversation-runner.ts";
import type { TalkParts } from "./conversation-take.ts";
import type { ConversationTalk } from "./conversation-talk.ts";

/** Whoever goes on writing gets an answer when this share of a turn's budget has been waited for quiet. */
const WAIT_SHARE = 4;

/** Characters before new words that are looked at with them. */
const DANGER_READ = 1000;

export interface LiveParts {
  talk: ConversationTalk;
  parts: TalkParts;
  /** A verb's whole change, refused with a result; and the same for a turn that goes on by itself, whose failure is thrown. */
  turn: <T>(work: () => T) => RpcResult<T>;
  keep: <T>(work: () => T) => T;
  /** Tells readers that somebody writes; `slow`: that it takes a while. */
  typing: (slow: boolean) => void;
  models: () => TurnModels | null;
  later: (work: Promise<unknown>) => void;
  log: Log;
  debounceMs: number;
  /** For a whole turn, and until the page says that it takes a while (ms). */
  budgetMs: number;
  noticeMs: number;
}

export class LiveTurns {
  readonly #talk: ConversationTalk;
  readonly #turn: LiveParts["turn"];
  readonly #typing: LiveParts["typing"];
  readonly #pending: ConversationPending;
  readonly #runner: TurnRunner;
  readonly #longestWaitMs: number;
  /** How long words wait for more; what a test replaces. */
  debounceMs: number;
  /** The models of the deployment, null where there are none; what a test replaces. */
  models: () => TurnModels | null;

  constructor({ talk, parts, turn, keep, typing, models, later, log, debounceMs, budgetMs, noticeMs }: LiveParts) {
    this.#talk = talk;
    this.#turn = turn;
    this.#typing = typing;
    this.#longestWaitMs = Math.floor(budgetMs / WAIT_SHARE);
    this.debounceMs = debounceMs;
    this.models = models;
    this.#pending = new ConversationPending(parts);
    this.#runner = new TurnRunner({
      pending: this.#pending,
      models: () => this.models(),
      ...{ budgetMs, noticeMs, later, log, change: keep, now: parts.now, tellSlow: () => typing(true) },
    });
  }

  /** True while words wait for their answer. */
  get areOpen(): boolean {
    return this.#pending.current !== null;
  }

  /** Goes on with what waits, also after a kill. */
  wake(): void {
    this.#runner.wake();
  }

  /** `words` is checked inside the change, so that a refusal is a result like any other. */
  async say(words: () => SayInput): Promise<RpcResult<TurnAnswer>> {
    const heard = this.settling((settle) => this.#hear(words(), settle));
    if (!heard.ok) return heard;
    if ("answer" in heard.value) return { ok: true, value: heard.value.answer };
    const { waitsAs, how } = heard.value;
    if (how === "joined") this.#runner.joined();
    const answered = this.#runner.answerTo(waitsAs);
    this.#runner.wake();
    return answered;
  }

  /** The same for words whose answer nobody waits for; `before` is part of the change. */
  hear(words: () => SayInput, before: () => void): RpcResult<{ heard: true }> {
    const heard = this.settling((settle) => {
      before();
      return this.#hear(words(), settle);
    });
    if (!heard.ok) return heard;
    if (!("answer" in heard.value)) {
      if (heard.value.how === "joined") this.#runner.joined();
      this.#runner.wake();
    }
    return { ok: true, value: { heard: true } };
  }

  /** Ends the reply that is on its way; what is shown stands. */
  stopReply(): RpcResult<{ stopped: boolean }> {
    return this.settling((_, settleOne) => ({ stopped: settleOne() }));
  }

  /** A change that answers what is pending before, or with, its own work; whoever waits for those answers gets them when all is kept. */
  settling<T>(work: (settle: () => void, settleOne: () => boolean) => T): RpcResult<T> {
    const done: Answered[] = [];
    const result = this.#turn(() =>
      work(
        () => void done.push(...this.#pending.settle()),
        () => {
          const one = this.#pending.settleOne();
          if (one !== null) done.push(one);
          return one !== null;
        },
      ),
    );
    if (result.ok) this.#runner.settled(done);
    return result;
  }

  #hear(words: SayInput, settle: () => void): Heard {
    const waitsAs = words.clientMessageId;
    if (this.#pending.holds(waitsAs)) return { waitsAs, how: "known" };
    const isNext = this.#pending.current === null;
    if (this.#talk.hasAnswered(words) || (isNext && !this.#talk.agentAnswers)) return { answer: this.#talk.say(words) };
    this.#typing(false);
    if (this.#talk.standsAlone(words)) {
      settle();
      return { answer: this.#talk.say(words) };
    }
    const waitMs = this.#talk.waitsFor(words, this.debounceMs);
    const holdMs = this.#holdsBack(words, settle);
    if (waitMs + holdMs === 0 && isNext && this.models() === null) return { answer: this.#talk.say(words) };
    return { waitsAs, how: this.#pending.hear(words, { waitMs, longestMs: this.#longestWaitMs, holdMs }) };
  }

  /** How long these words are held back: danger never, and what waits does not stand before it. */
  #holdsBack({ text, holdMs = 0 }: SayInput, settle: () => void): number {
    if (holdMs === 0 && !this.#pending.isHeld) return 0;
    const all = this.#pending.joinedWith(text);
    // In short pieces danger may stand in two of them.
    if (!tellsOfDanger(text) && !tellsOfDanger(all.slice(-DANGER_READ))) return holdMs;
    if (this.#pending.isHeld && all.length > MAX_MESSAGE) settle();
    return 0;
  }
}

/** The answer where it was given at once; else as what the words wait. */
type Heard = { answer: TurnAnswer } | { waitsAs: string; how: "known" | "begun" | "joined" | "later" };
