// Sends one wave: ranks on the facts of this moment, then stores it, or says honestly that nobody is left.
import { statesBefore } from "../../domain/case-state.ts";
import type { ServiceContext } from "../context.ts";
import { matchCase } from "../matching/match-case.ts";
import { nobodyLeft } from "./nobody-left.ts";
import { storeWave } from "./store-wave.ts";

/** Tries of one wave when every chosen professional was filled up by other cases in the same moment. */
const MOST_TRIES = 3;

/** Idempotent: wave `wave` of a case goes out once. A case that is not being searched for is left alone. */
export async function sendWave(ctx: ServiceContext, input: { caseId: string; wave: number }): Promise<void> {
  for (let attempt = 0; attempt < MOST_TRIES; attempt++) {
    const match = await matchCase(ctx, { caseId: input.caseId, take: ctx.settings.waveSize });
    const before: readonly string[] = statesBefore("wave_sent");
    if (!before.includes(match.row.status) || match.row.wave >= input.wave) return;
    if (match.ranking.chosen.length === 0) return nobodyLeft(ctx, match, input.wave);
    if ((await storeWave(ctx, match, input.wave)) !== "nobody_free") return;
  }
  throw new Error("the chosen professionals were filled up by other cases each time");
}
