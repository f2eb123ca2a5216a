// The cases that a ranker can learn from: what was stored when they were ranked, with the grade of what became of it.
import { and, desc, eq, gte, inArray, lt, sql } from "drizzle-orm";
import { contracts, offers, receipts, reviews, shortlists } from "../../db/schema.ts";
import type { GradedCase } from "../../domain/learning/graded-case.ts";
import { gradeOf, teaches } from "../../domain/learning/labels.ts";
import { featuresOf } from "../../domain/matching/features.ts";
import { mapFeatures, sumFeatures, weightsFor } from "../../domain/matching/presets.ts";
import { fillRankerRow, RANKER_FEATURES } from "../../domain/matching/ranker-features.ts";
import { readCandidate, readFacts } from "../../domain/matching/snapshot.ts";
import type { ServiceContext } from "../context.ts";

/** Offers of one round trip; a snapshot is about a kilobyte, and an answer may have ten megabytes. */
const PAGE = 1000;
/** Read and trained within the 30 s of CPU that a queue's consumer has; see docs/decisions/learned-serving.md. */
export const MOST_OFFERS = 20_000;

/**
 * Cases with offers made in [from, to), oldest first; of a longer history the latest 20,000 answered offers count. Facts are
 * those of the snapshot that was ranked, never of today's profile, so that nothing newer than the ranking leaks in. Left out
 * are offers without a grade, snapshots of other releases that cannot be read, and cases whose grades do not differ.
 */
export async function readGradedCases(ctx: ServiceContext, window: { from: Date; to: Date }): Promise<GradedCase[]> {
  const byCase = new Map<string, GradedCase>();
  let before: string | null = null;
  for (let read = 0; read < MOST_OFFERS; read += PAGE) {
    const page: AnsweredOffer[] = await readPage(ctx, window, before);
    for (const offer of page) add(byCase, offer);
    if (page.length < PAGE) break;
    before = page.at(-1)?.offerId ?? null;
  }
  return [...byCase.values()]
    .filter(({ rows }) => teaches(rows.map(({ grade }) => grade)))
    .map((one) => ({ ...one, rows: one.rows.sort((a, b) => a.shownRank - b.shownRank) }))
    .sort((a, b) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1));
}

type AnsweredOffer = Awaited<ReturnType<typeof readPage>>[number];

/** Newest first: ids begin with their time. */
function readPage(ctx: ServiceContext, { from, to }: { from: Date; to: Date }, before: string | null) {
  return ctx.db
    .select({
      offerId: offers.id,
      caseId: offers.caseId,
      status: offers.status,
      declineReason: offers.declineReason,
      shownRank: sql<number>`1 + (SELECT count(*)::int FROM offers x
        WHERE x.case_id = ${offers.caseId} AND (x.wave, x.rank) < (${offers.wave}, ${offers.rank}))`,
      contract: contracts.status,
      rating: reviews.rating,
      snapshot: receipts.snapshot,
      facts: shortlists.caseFacts,
      space: shortlists.space,
      rankedAt: shortlists.rankedAt,
    })
    .from(offers)
    .innerJoin(shortlists, eq(shortlists.id, offers.shortlistId))
    .innerJoin(
      receipts,
      and(eq(receipts.shortlistId, offers.shortlistId), eq(receipts.professionalId, offers.professionalId)),
    )
    .leftJoin(contracts, eq(contracts.offerId, offers.id))
    .leftJoin(reviews, eq(reviews.contractId, contracts.id))
    .where(
      and(
        inArray(offers.status, ["accepted", "declined"]),
        gte(offers.createdAt, from),
        lt(offers.createdAt, to),
        before === null ? undefined : lt(offers.id, before),
      ),
    )
    .orderBy(desc(offers.id))
    .limit(PAGE);
}

function add(byCase: Map<string, GradedCase>, offer: AnsweredOffer): void {
  const grade = gradeOf(offer);
  const facts = readFacts(offer.facts);
  const candidate = readCandidate(offer.snapshot);
  if (grade === null || facts === null || candidate === null) return;
  const features = featuresOf(facts, candidate, offer.space);
  const weights = weightsFor(facts.preset, facts.complexity);
  const row = new Float64Array(RANKER_FEATURES.length);
  fillRankerRow(row, facts, candidate, features);
  const presetScore = sumFeatures(mapFeatures((key) => weights[key] * features[key]));
  const known = byCase.get(offer.caseId);
  const one = known ?? { id: offer.caseId, at: offer.rankedAt, rows: [] };
  if (offer.rankedAt < one.at) one.at = offer.rankedAt;
  one.rows.push({ grade, shownRank: offer.shownRank, row, presetScore });
  if (known === undefined) byCase.set(offer.caseId, one);
}
