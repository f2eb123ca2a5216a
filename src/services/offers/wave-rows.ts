// One wave as rows: the shortlist, its receipts, and its offers.
import { newId } from "../../base/ids.ts";
import type { offers, receipts, shortlists } from "../../db/schema.ts";
import { storedFacts } from "../../domain/matching/snapshot.ts";
import type { Gate } from "../../domain/matching/types.ts";
import type { ServiceContext } from "../context.ts";
import type { Match } from "../matching/match-case.ts";
import { offerTimes } from "./offer-times.ts";

export interface WaveRows {
  shortlist: typeof shortlists.$inferInsert;
  receipts: (typeof receipts.$inferInsert)[];
  offers: (typeof offers.$inferInsert)[];
}

/** Rows for wave `wave` of a match; one shortlist a wave, so that every choice is made on the facts of its moment. */
export function waveRows(ctx: ServiceContext, match: Match, wave: number): WaveRows {
  const now = ctx.now();
  const { row, ranking } = match;
  const shortlistId = newId("sho", now.getTime());
  const byId = new Map(match.candidates.map((candidate) => [candidate.id, candidate]));
  const times = offerTimes(ctx, row.urgencyHours);
  return {
    shortlist: {
      id: shortlistId,
      caseId: row.id,
      round: wave,
      modelHash: ranking.modelHash,
      arm: (ranking.learned?.share ?? 0) > 0 ? "blend" : "preset",
      space: match.space,
      preset: ranking.preset,
      weights: ranking.weights,
      bandWidth: ranking.bandWidth,
      considered: ranking.receipts.length,
      gateCounts: countGates(match),
      caseFacts: storedFacts(match.facts),
      take: match.take,
      equity: { pool: ranking.pool, fairness: ranking.fairness },
      learned: ranking.learned,
      fallbacks: match.fallbacks,
      beyond: match.beyond,
      rankedAt: match.rankedAt,
    },
    receipts: ranking.receipts.map((receipt) => ({
      shortlistId,
      snapshot: byId.get(receipt.professionalId),
      ...receipt,
    })),
    offers: ranking.chosen.map((professionalId, index) => ({
      id: newId("off", now.getTime()),
      caseId: row.id,
      shortlistId,
      professionalId,
      wave,
      rank: index + 1,
      ...times,
      createdAt: now,
    })),
  };
}

function countGates(match: Match): Partial<Record<Gate, number>> {
  const counts: Partial<Record<Gate, number>> = {};
  for (const { gate } of match.ranking.receipts) if (gate !== null) counts[gate] = (counts[gate] ?? 0) + 1;
  return counts;
}
