// A stored ranking worked out again from its snapshot: the same to the last bit, or where it differs and why.
import type { LearnedInput, LearnedUse } from "./model.ts";
import { canonicalJson } from "./model-hash.ts";
import { rankCandidates } from "./rank.ts";
import { readCandidate, readFacts } from "./snapshot.ts";
import type { Candidate, EquityUsed, Ranking, Receipt } from "./types.ts";

/** As it was stored; the jsonb columns are still unchecked. */
export interface StoredRanking {
  modelHash: string;
  preset: string;
  weights: unknown;
  bandWidth: number;
  caseFacts: unknown;
  take: number;
  space: string;
  /** Null for a shortlist of a release that did not keep it. */
  equity: EquityUsed | null;
  learned: LearnedUse | null;
  rankedAt: Date;
  receipts: readonly (Receipt & { snapshot: unknown })[];
}

export interface Difference {
  /** Null for the shortlist itself. */
  professionalId: string | null;
  field: string;
  stored: unknown;
  replayed: unknown;
}

/** formula_changed: this release ranks by other rules, so a difference proves nothing; not_stored: the snapshot lacks what a replay needs. */
export type ReplayReason = "formula_changed" | "not_stored" | null;

export interface Replay {
  agrees: boolean;
  reason: ReplayReason;
  /** Of the rules and the model that replayed; null when nothing could be. */
  modelHash: string | null;
  receipts: number;
  /** The first ones, in the order of the receipts. */
  differences: Difference[];
}

const MOST_DIFFERENCES = 50;

/** `learned` is the model of the stored hash, or null when none served. Agreement is equality of canonical JSON. */
export function replayRanking(stored: StoredRanking, learned: LearnedInput | null): Replay {
  const facts = readFacts(stored.caseFacts);
  const candidates = stored.receipts.map((receipt) => readCandidate(receipt.snapshot));
  if (facts === null || stored.equity === null || candidates.includes(null)) {
    return { agrees: false, reason: "not_stored", modelHash: null, receipts: stored.receipts.length, differences: [] };
  }
  const ranking = rankCandidates({
    case: facts,
    candidates: candidates as Candidate[],
    take: stored.take,
    now: stored.rankedAt,
    space: stored.space,
    pool: stored.equity.pool,
    fairness: stored.equity.fairness,
    learned,
  });
  const differences = differencesOf(stored, ranking);
  return {
    agrees: differences.length === 0,
    reason: ranking.modelHash === stored.modelHash ? null : "formula_changed",
    modelHash: ranking.modelHash,
    receipts: ranking.receipts.length,
    differences: differences.slice(0, MOST_DIFFERENCES),
  };
}

function differencesOf(stored: StoredRanking, replayed: Ranking): Difference[] {
  const { modelHash, preset, weights, bandWidth, learned } = replayed;
  const found = compare(null, { modelHash, preset, weights, bandWidth, learned }, { ...stored });
  const byId = new Map(stored.receipts.map((receipt) => [receipt.professionalId, receipt]));
  for (const receipt of replayed.receipts) {
    found.push(...compare(receipt.professionalId, { ...receipt }, { ...byId.get(receipt.professionalId) }));
  }
  return found;
}

/** Every field of what was replayed, so that a number which is not stored shows as a difference. */
function compare(
  professionalId: string | null,
  replayed: Record<string, unknown>,
  stored: Record<string, unknown>,
): Difference[] {
  return Object.keys(replayed)
    .filter((field) => canonicalJson(replayed[field]) !== canonicalJson(stored[field]))
    .map((field) => ({
      professionalId,
      field,
      stored: stored[field] ?? null,
      replayed: replayed[field] ?? null,
    }));
}
