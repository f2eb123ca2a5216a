// Who was considered for a case and why: all of it for operators, the proposed for the client, their own for a professional.
import { and, asc, desc, eq, type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import { notFound } from "../../base/errors.ts";
import { cases, offers, professionals, receipts, shortlists } from "../../db/schema.ts";
import type { Locale } from "../../domain/locale.ts";
import { explainToClient } from "../../domain/matching/explain-to-client.ts";
import { explain } from "../../domain/matching/receipt.ts";
import { readCandidate, readFacts } from "../../domain/matching/snapshot.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { offsetOf, offsetPage } from "../offset-cursor.ts";
import { asOperator } from "../operations/as-operator.ts";
import { auditReading } from "../operations/audit-reading.ts";
import { parseInput, type Unchecked } from "../parse-input.ts";

export const input = z.object({
  caseId: z.string().min(1).max(100),
  /** One search of the case; all of them without it. */
  round: z.coerce.number().int().min(1).max(1000).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(20).optional(),
});

type Person = Extract<Actor, { kind: "person" }>;

/**
 * Receipts, the latest search first and in its order. A client learns what speaks for each of the proposed and the name
 * of the one who accepted, not who declined. An operator's reading is audited. Throws `not_found` for an unknown case and for someone else's alike.
 */
export async function readShortlist(ctx: ServiceContext, actor: Person, raw: Unchecked<typeof input>) {
  const { caseId, round, limit, cursor } = parseInput(input, raw);
  const view = await viewerOf(ctx, actor, caseId);
  const offset = offsetOf(cursor);
  const [rounds, rows] = await ctx.db.batch([
    ctx.db.select().from(shortlists).where(eq(shortlists.caseId, caseId)).orderBy(desc(shortlists.round)).limit(50),
    ctx.db
      .select({ receipt: receipts, round: shortlists.round, professional: professionals, offer: offers.status })
      .from(receipts)
      .innerJoin(shortlists, eq(shortlists.id, receipts.shortlistId))
      .innerJoin(professionals, eq(professionals.id, receipts.professionalId))
      .leftJoin(offers, and(eq(offers.shortlistId, shortlists.id), eq(offers.professionalId, receipts.professionalId)))
      .where(
        and(eq(shortlists.caseId, caseId), round === undefined ? undefined : eq(shortlists.round, round), view.only),
      )
      .orderBy(desc(shortlists.round), sql`${receipts.rank} ASC NULLS LAST`, asc(receipts.professionalId))
      .limit(limit + 1)
      .offset(offset),
  ]);
  const page = offsetPage(rows, limit, offset);
  return {
    case_id: caseId,
    rounds: rounds.map((one) => ({
      round: one.round,
      ranked_at: one.rankedAt.toISOString(),
      considered: one.considered,
      ...(view.kind === "operator" ? modelOf(one) : {}),
    })),
    items: page.items.map((row) => itemOf({ ...row, facts: factsOf(rounds, row.round) }, view.kind, actor.locale)),
    next: page.next,
  };
}

export type Shortlist = Awaited<ReturnType<typeof readShortlist>>;

type ViewKind = "operator" | "client" | "professional";

async function viewerOf(ctx: ServiceContext, actor: Person, caseId: string): Promise<{ kind: ViewKind; only?: SQL }> {
  const [row] = await ctx.db.select({ clientId: cases.clientId }).from(cases).where(eq(cases.id, caseId));
  if (row === undefined) throw notFound("case");
  if (actor.role === "operator") {
    await auditReading(ctx, asOperator(actor), "shortlist.read", caseId);
    return { kind: "operator" };
  }
  if (row.clientId === actor.userId) return { kind: "client", only: eq(receipts.chosen, true) };
  const own = eq(professionals.userId, actor.userId);
  const [mine] = await ctx.db
    .select({ id: receipts.professionalId })
    .from(receipts)
    .innerJoin(shortlists, eq(shortlists.id, receipts.shortlistId))
    .innerJoin(professionals, eq(professionals.id, receipts.professionalId))
    .where(and(eq(shortlists.caseId, caseId), own))
    .limit(1);
  if (mine === undefined) throw notFound("case");
  return { kind: "professional", only: own };
}

function modelOf(one: typeof shortlists.$inferSelect) {
  return {
    id: one.id,
    model_hash: one.modelHash,
    arm: one.arm,
    learned:
      one.learned === null
        ? null
        : {
            hash: one.learned.hash,
            share: one.learned.share,
            graded_cases: one.learned.gradedCases,
            reason: one.learned.reason,
          },
    space: one.space,
    preset: one.preset,
    weights: one.weights,
    band_width: one.bandWidth,
    gate_counts: one.gateCounts,
    beyond: one.beyond,
    fallbacks: one.fallbacks,
    take: one.take,
    equity: one.equity,
  };
}

/** The case as it was ranked in this search, still unchecked. */
function factsOf(rounds: readonly (typeof shortlists.$inferSelect)[], round: number): unknown {
  return rounds.find((one) => one.round === round)?.caseFacts;
}

interface Row {
  facts: unknown;
  receipt: typeof receipts.$inferSelect;
  round: number;
  professional: typeof professionals.$inferSelect;
  offer: string | null;
}

function itemOf({ facts, receipt, round, professional, offer }: Row, kind: ViewKind, locale: Locale) {
  const common = { round, rank: receipt.rank, chosen: receipt.chosen };
  if (kind === "client") {
    return {
      ...common,
      professional: {
        name: offer === "accepted" ? professional.name : null,
        uf: professional.uf,
        municipality: professional.municipality,
        years_of_practice: professional.yearsOfPractice,
      },
      accepted: offer === "accepted",
      why: explainToClient(receipt, { facts: readFacts(facts), candidate: readCandidate(receipt.snapshot) }, locale),
    };
  }
  const numbers = {
    gate: receipt.gate,
    features: receipt.features,
    contributions: receipt.contributions,
    learned: receipt.learned,
    score: receipt.score,
    target: receipt.target,
    shortfall: receipt.shortfall,
    turn: receipt.turn,
    final: receipt.final,
    in_band: receipt.inBand,
    rank_before_equity: receipt.rankBeforeEquity,
  };
  const why = explain(receipt, locale);
  if (kind === "professional") return { ...common, ...numbers, offer, why };
  return {
    ...common,
    ...numbers,
    offer,
    why,
    professional: {
      id: professional.id,
      name: professional.name,
      uf: professional.uf,
      municipality: professional.municipality,
    },
  };
}
