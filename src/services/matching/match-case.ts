// Who should be asked for a case, with a receipt for everyone considered; reads only.
import { eq, sql } from "drizzle-orm";
import { conflict, notFound } from "../../base/errors.ts";
import { cases, offers } from "../../db/schema.ts";
import { SPACES } from "../../domain/embedding/space.ts";
import { caseText } from "../../domain/matching/case-text.ts";
import { rankCandidates } from "../../domain/matching/rank.ts";
import type { Candidate, CaseFacts, Ranking } from "../../domain/matching/types.ts";
import type { ServiceContext } from "../context.ts";
import { type Coverage, readCoverage } from "../embedding/coverage.ts";
import { type EmbeddedQuery, embedQuery } from "../embedding/embed-query.ts";
import type { CaseRow } from "../intake/visible-case.ts";
import { learnedOf, servingQuery } from "../models/serving-model.ts";
import { factsOf } from "./case-facts.ts";
import { type Found, findCandidates } from "./find-candidates.ts";

export interface Match {
  row: CaseRow;
  facts: CaseFacts;
  candidates: Candidate[];
  ranking: Ranking;
  /** In which the similarities were found, and which were better and did not serve, with the reason. */
  space: string;
  fallbacks: string[];
  /** Counts of those who were found beyond the candidates, by gate; "ranked" for those who passed all. */
  beyond: Record<string, number>;
  /** How many were to be chosen. */
  take: number;
  /** The moment that the ranking saw; what is stored with it, so that a replay sees the same. */
  rankedAt: Date;
}

/** Code of the refusal to rank anybody for a case in directory mode. */
export const CLIENT_CHOOSES = "client_chooses";

/**
 * Throws `client_chooses` for a case in directory mode: no score is ever made for one. Two round trips: the case with who was asked before and which model serves, then the candidates with their features. A
 * third, beside the second, when this isolate has not met the ranking model yet; and one beside the first, now and then, that
 * counts who can be found in the spaces of the embedding models.
 */
export async function matchCase(ctx: ServiceContext, input: { caseId: string; take: number }): Promise<Match> {
  const startedAt = ctx.now().getTime();
  const coverage = readCoverage(ctx);
  const [[row], asked, [serving]] = await ctx.db.batch([
    ctx.db.select().from(cases).where(eq(cases.id, input.caseId)),
    ctx.db
      .select({ ids: sql<string[]>`coalesce(array_agg(${offers.professionalId}), '{}')` })
      .from(offers)
      .where(eq(offers.caseId, input.caseId)),
    servingQuery(ctx, "legal"),
  ]);
  if (row === undefined) throw notFound("case");
  if (row.mode === "directory")
    throw conflict(CLIENT_CHOOSES, "The client chooses in this case; nobody is ranked for it.");
  const facts = factsOf(row, asked[0]?.ids ?? []);
  const [{ told, fallbacks, found }, learned] = await Promise.all([
    retrieve(ctx, facts, caseText(row), coverage),
    learnedOf(ctx, serving),
  ]);
  const rankedAt = ctx.now();
  const space = SPACES[told.key].name;
  const { candidates, pool } = found;
  const { fairness } = ctx.settings;
  const ranking = rankCandidates({
    case: facts,
    candidates,
    take: input.take,
    now: rankedAt,
    space,
    pool,
    fairness,
    learned,
  });
  ctx.metrics.count("ranking_model_total", { model: (ranking.learned?.share ?? 0) > 0 ? "blend" : "preset" });
  ctx.metrics.observe("matching_duration_seconds", {}, (ctx.now().getTime() - startedAt) / 1000);
  return {
    row,
    facts,
    candidates,
    ranking,
    space,
    fallbacks,
    beyond: beyond(found, ranking),
    take: input.take,
    rankedAt,
  };
}

async function retrieve(
  ctx: ServiceContext,
  facts: CaseFacts,
  text: string,
  coverage: Promise<Coverage>,
): Promise<EmbeddedQuery & { found: Found }> {
  const query = await embedQuery(ctx, text, coverage);
  return { ...query, found: await findCandidates(ctx, facts, query.told) };
}

/** Everybody of the area without those who have a receipt, by gate; gates that only a receipt tells count as open here. */
function beyond({ everybody, candidates }: Found, { receipts }: Ranking): Record<string, number> {
  const rest = { ...everybody };
  const inArea = new Set(candidates.map(({ id }) => id));
  for (const { professionalId, gate } of receipts) {
    if (!inArea.has(professionalId)) continue;
    const seen = gate !== null && rest[gate] !== undefined ? gate : "open";
    rest[seen] = Math.max(0, (rest[seen] ?? 0) - 1);
  }
  return Object.fromEntries(Object.entries(rest).filter(([, count]) => count > 0));
}
