// One case's clock: wakes for reminders, expiries and the next wave, and takes answers to its offers one after another.
import { DurableObject } from "cloudflare:workers";
import { newId } from "../src/base/ids.ts";
import type { AnswerInput, AnswerOutcome, CaseClockPort, RpcResult } from "../src/domain/ports.ts";
import type { Env } from "../src/env.ts";
import { answerOffer } from "../src/services/offers/answer-offer.ts";
import { tickCase } from "../src/services/offers/tick-case.ts";
import { wrap } from "../src/services/rpc.ts";
import { endInvocation, makeContext } from "../src/wiring.ts";

/** A look that failed is tried again after so long; the sweeping cron is the net below. */
const RETRY_MS = 5000;

export class CaseClock extends DurableObject<Env> implements CaseClockPort {
  #last: Promise<unknown> = Promise.resolve();

  /** Brings the next look forward to `atMs`; a look that is due earlier stays as it is. */
  async wakeAt(input: { caseId: string; atMs: number }): Promise<void> {
    await this.ctx.storage.put("caseId", input.caseId);
    const set = await this.ctx.storage.getAlarm();
    if (set === null || input.atMs < set) await this.ctx.storage.setAlarm(input.atMs);
  }

  async answer(input: AnswerInput): Promise<RpcResult<AnswerOutcome>> {
    const ctx = this.#context(input.traceId);
    const turn = this.#last.then(() => wrap(() => answerOffer(ctx, input))).finally(() => endInvocation(this.env, ctx));
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  override async alarm(): Promise<void> {
    const caseId = await this.ctx.storage.get<string>("caseId");
    if (caseId === undefined) return;
    const ctx = this.#context(newId("trc", Date.now()));
    try {
      const { nextAt } = await tickCase(ctx, { caseId });
      if (nextAt !== null) await this.wakeAt({ caseId, atMs: nextAt.getTime() });
    } catch (error) {
      // The platform stops retrying an alarm after six throws; our own alarm does not give up.
      ctx.log.warn("case_clock_failed", { case_id: caseId, error });
      await this.ctx.storage.setAlarm(Date.now() + RETRY_MS);
    } finally {
      endInvocation(this.env, ctx);
    }
  }

  #context(traceId: string) {
    return makeContext(this.env, { traceId, later: (work) => this.ctx.waitUntil(work) });
  }
}
