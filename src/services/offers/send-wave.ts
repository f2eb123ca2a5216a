// Sends one wave: ranks on the facts of this moment, then stores it, or says honestly that nobody is left.
import { VezError } from "../../base/errors.ts";
import { statesBefore } from "../../domain/case-state.ts";
import type { ServiceContext } from "../context.ts";
import { openDirectory } from "../directory/open-directory.ts";
import { CLIENT_CHOOSES, type Match, matchCase } from "../matching/match-case.ts";
import { nobodyLeft } from "./nobody-left.ts";
import { storeWave } from "./store-wave.ts";

/** Tries of one wave when every chosen professional was filled up by other cases in the same moment. */
const MOST_TRIES = 3;

/** Idempotent: wave `wave` of a case goes out once. A case that is not being searched for is left alone; where the client chooses, the list opens. */
export async function sendWave(ctx: ServiceContext, input: { caseId: string; wave: number }): Promise<void> {
  for (let attempt = 0; attempt < MOST_TRIES; attempt++) {
    const match = await matchUnlessChosen(ctx, input.caseId);
    if (match === null) return openDirectory(ctx, input);
    const before: readonly string[] = statesBefore("wave_sent");
    if (!before.includes(match.row.status) || match.row.wave >= input.wave) return;
    if (match.ranking.chosen.length === 0) return nobodyLeft(ctx, match, input.wave);
    if ((await storeWave(ctx, match, input.wave)) !== "nobody_free") return;
  }
  throw new Error("the chosen professionals were filled up by other cases each time");
}

/** Null for a case whose client chooses: whoever asked for a wave there gets none. */
async function matchUnlessChosen(ctx: ServiceContext, caseId: string): Promise<Match | null> {
  try {
    return await matchCase(ctx, { caseId, take: ctx.settings.waveSize });
  } catch (error) {
    if (error instanceof VezError && error.code === CLIENT_CHOOSES) return null;
    throw error;
  }
}
