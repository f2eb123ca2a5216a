// Professionals, cases and offers as rows, without the search: for tests of what happens after it, also where pgvector is absent.
import { eq, sql } from "drizzle-orm";
import * as z from "zod";
import type { Database } from "../../src/db/client.ts";
import { cases, offers, professionals, shortlists, users } from "../../src/db/schema.ts";
import { rankCandidates } from "../../src/domain/matching/rank.ts";
import type { Candidate, CaseFacts } from "../../src/domain/matching/types.ts";
import type { ServiceContext } from "../../src/services/context.ts";
import { candidateGates, gateRow, gatesOf } from "../../src/services/equity/candidate-gates.ts";
import { poolOf, turnFactsOf, turnFactsSql, turnRow } from "../../src/services/equity/turn-facts.ts";
import type { Match } from "../../src/services/matching/match-case.ts";

const HOUR_MS = 3_600_000;

/** An active lawyer for labour cases in São Paulo, `pro_KEY` of `usr_KEY`; returns the professional's id. */
export async function addProfessional(
  db: Database,
  key: string,
  changes: Partial<typeof professionals.$inferInsert> = {},
): Promise<string> {
  const id = `pro_${key}`;
  await db.insert(users).values({ id: `usr_${key}`, name: key, email: `${key}@example.org`, role: "professional" });
  await db.insert(professionals).values({
    id,
    userId: `usr_${key}`,
    name: key,
    licenceNumber: key,
    licenceUf: "SP",
    status: "active",
    uf: "SP",
    municipality: "São Paulo",
    areas: ["trabalho"],
    subareas: [],
    profile: "Defende trabalhadores.",
    yearsOfPractice: 10,
    qualifications: [],
    feeCents: 35_000,
    languages: ["pt-BR"],
    capacityMonthly: 10,
    joinedAt: new Date("2025-01-01"),
    ...changes,
  });
  return id;
}

/** A case `cas_KEY` of an anonymous client that is searched for. */
export async function addSearchedCase(
  db: Database,
  key: string,
  changes: Partial<typeof cases.$inferInsert> = {},
): Promise<string> {
  const id = `cas_${key}`;
  await db.insert(users).values({ id: `usr_c${key}`, name: "", email: `c${key}@anonymous.invalid`, isAnonymous: true });
  await db.insert(cases).values({
    id,
    clientId: `usr_c${key}`,
    conversationId: `cnv_${key}`,
    status: "matching",
    locale: "pt-BR",
    zone: "America/Sao_Paulo",
    area: "trabalho",
    uf: "SP",
    ...changes,
  });
  return id;
}

/** The same in its first wave, with a pending offer `off_KEY_N` of a day to each of `professionalIds`. */
export async function addOfferedCase(
  db: Database,
  key: string,
  professionalIds: readonly string[],
  given: { at: Date; changes?: Partial<typeof cases.$inferInsert> },
): Promise<{ caseId: string; offerIds: string[] }> {
  const caseId = await addSearchedCase(db, key, { status: "offering", wave: 1, ...given.changes });
  await db.insert(shortlists).values({
    id: `sho_${key}`,
    caseId,
    round: 1,
    modelHash: "test",
    arm: "preset",
    space: "lexical-384-v1",
    preset: "balanced",
    weights: { A: 1, S: 0, T: 0, G: 0, Q: 0, U: 0, R: 0, C: 0, P: 0 },
    bandWidth: 0.1,
    considered: professionalIds.length,
    gateCounts: {},
    caseFacts: {},
    rankedAt: given.at,
  });
  const rows = professionalIds.map((professionalId, index) => ({
    id: `off_${key}_${index}`,
    caseId,
    shortlistId: `sho_${key}`,
    professionalId,
    wave: 1,
    rank: index + 1,
    remindAt: new Date(given.at.getTime() + 18 * HOUR_MS),
    expiresAt: new Date(given.at.getTime() + 24 * HOUR_MS),
    createdAt: given.at,
  }));
  await db.insert(offers).values(rows);
  return { caseId, offerIds: rows.map((row) => row.id) };
}

const candidateRow = z.object({ id: z.string() }).extend(gateRow.shape).extend(turnRow.shape);

/** A match of the case over `professionalIds`, all equally near: gates, turns and ranking are the product's own. */
export async function matchOf(ctx: ServiceContext, caseId: string, professionalIds: readonly string[]): Promise<Match> {
  const [row] = await ctx.db.select().from(cases).where(eq(cases.id, caseId));
  if (row === undefined) throw new Error("no such case");
  const asked = await ctx.db.select({ id: offers.professionalId }).from(offers).where(eq(offers.caseId, caseId));
  const facts: CaseFacts = {
    id: row.id,
    area: row.area ?? "nenhuma",
    subarea: null,
    urgencyHours: 720,
    complexity: "medium",
    uf: row.uf,
    lat: null,
    lon: null,
    remoteOk: true,
    languages: [],
    budgetCents: null,
    preset: "balanced",
    adverseParties: row.adverseParties,
    declinedBy: asked.map(({ id }) => id),
  };
  const now = ctx.now();
  const turn = turnFactsSql({ vertical: "legal", area: facts.area, now });
  const gates = candidateGates({ caseId, now, maxOffersPerDay: ctx.settings.maxOffersPerDay });
  const found = await ctx.db.execute(sql`
    WITH ${turn.ctes}
    SELECT p.id, ${turn.columns}, ${gates.columns} FROM professionals p ${turn.joins}
    WHERE p.id = ANY(${`{${professionalIds.join(",")}}`}::text[])`);
  const rows = z.array(candidateRow).parse(found.rows);
  const candidates = rows.map(
    (one): Candidate => ({ ...PLAIN, id: one.id, ...gatesOf(one, facts.adverseParties), turnFacts: turnFactsOf(one) }),
  );
  const pool = poolOf(facts.area, rows);
  const take = ctx.settings.waveSize;
  const ranking = rankCandidates({ case: facts, candidates, take, now, ...(pool === undefined ? {} : { pool }) });
  return { row, facts, candidates, ranking, space: "lexical-384-v1", fallbacks: [], beyond: {}, take, rankedAt: now };
}

const PLAIN: Omit<Candidate, keyof ReturnType<typeof gatesOf> | "id"> = {
  similarity: 0.5,
  areas: ["trabalho"],
  subareas: [],
  uf: "SP",
  lat: null,
  lon: null,
  remote: true,
  yearsOfPractice: 10,
  qualifications: 0,
  feeCents: 35_000,
  languages: ["pt-BR"],
  casesWon: 0,
  casesClosed: 0,
  reviewMean: null,
  reviewCount: 0,
  responseMinutesMedian: null,
  lastOfferedAt: null,
  priority: 0,
};
