// One wave as rows: the shortlist, its receipts, and its offers.
import { newId } from "../../base/ids.ts";
import type { offers, receipts, shortlists } from "../../db/schema.ts";
import { storedFacts } from "../../domain/matching/snapshot.ts";
import type { Gate } from "../../domain/matching/types.ts";
import type { ServiceContext } from "../context.ts";
import type { Match } from "../matching/match-case.ts";

export interface WaveRows {
  shortlist: typeof shortlists.$inferInsert;
  receipts: (typeof receipts.$inferInsert)[];
  offers: (typeof offers.$inferInsert)[];
}

const HOUR_MS = 3_600_000;
/** A reminder goes out when three quarters of an offer's time are over. */
const REMIND_AT = 0.75;

/** Rows for wave `wave` of a match; one shortlist a wave, so that every choice is made on the facts of its moment. */
export function waveRows(ctx: ServiceContext, match: Match, wave: number): WaveRows {
  const now = ctx.now();
  const { row, ranking } = match;
  const shortlistId = newId("sho", now.getTime());
  const byId = new Map(match.candidates.map((candidate) => [candidate.id, candidate]));
  const ttlMs = offerHours(ctx, row.urgencyHours) * HOUR_MS;
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
      remindAt: new Date(now.getTime() + ttlMs * REMIND_AT),
      expiresAt: new Date(now.getTime() + ttlMs),
      createdAt: now,
    })),
  };
}

/** How long an offer can be answered: two hours for what cannot wait, a day for the rest. */
function offerHours(ctx: ServiceContext, urgencyHours: number | null): number {
  const urgent = urgencyHours !== null && urgencyHours <= ctx.settings.urgentHours;
  return urgent ? ctx.settings.urgentOfferTtlHours : ctx.settings.offerTtlHours;
}

function countGates(match: Match): Partial<Record<Gate, number>> {
  const counts: Partial<Record<Gate, number>> = {};
  for (const { gate } of match.ranking.receipts) if (gate !== null) counts[gate] = (counts[gate] ?? 0) + 1;
  return counts;
}
