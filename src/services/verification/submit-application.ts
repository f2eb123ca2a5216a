// An application is sent: the account becomes a professional's, pending until an operator has verified it.
import { type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import { conflict, invalid } from "../../base/errors.ts";
import { newId } from "../../base/ids.ts";
import { auditRow } from "../../db/audit.ts";
import { insertIf } from "../../db/insert-if.ts";
import { audit, professionals } from "../../db/schema.ts";
import { capacityBounds, capacityByTable, mayDeclare } from "../../domain/equity/capacity.ts";
import { placeOf } from "../../domain/legal/capitals.ts";
import type { ServiceContext } from "../context.ts";
import { insertOutbox } from "../outbox/insert-outbox.ts";
import { insertedRows } from "../outbox/inserted-rows.ts";
import { parseInput, type Unchecked } from "../parse-input.ts";
import { claimsOf, numberOf, otherOf } from "../professionals/claims.ts";
import { applicantOf, type Person } from "./applicant.ts";
import { dropDraft, mayWrite, readDraft } from "./draft.ts";
import { JOIN_STEPS, type JoinStep, missingFields, type Whole, wholeOf } from "./join-fields.ts";
import { listPapers } from "./papers.ts";
import { reviewNews, reviewRows } from "./review-rows.ts";
import { lastReview, readStanding, type Standing } from "./standing.ts";

export const input = z.object({
  declared: z.literal(true, { error: "Confirm that what you send is true." }),
});

/**
 * Where it stands then; sent twice it is one. Throws `incomplete` (409, with `missing` and `step`), `invalid_input`,
 * `forbidden`, `team_account`, `already_professional`.
 */
export async function submitApplication(
  ctx: ServiceContext,
  actor: Person,
  raw: Unchecked<typeof input>,
): Promise<Standing> {
  parseInput(input, raw);
  const { row } = await applicantOf(ctx, actor);
  const sent = row === null ? null : await lastReview(ctx, row.id);
  if (sent?.status !== "open" && sent?.status !== "asked") {
    await mayWrite(ctx, row);
    const draft = await readDraft(ctx, actor, row);
    const missing = [...missingFields(draft), ...((await hasCard(ctx, actor)) ? [] : ["card"])];
    if (missing.length > 0) throw incomplete(missing);
    await store(ctx, actor, row?.id ?? newId("pro", ctx.now().getTime()), wholeOf(draft));
  }
  const standing = await readStanding(ctx, actor);
  if (standing === null) throw conflict("changed_meanwhile", "The account was changed meanwhile. Reload the page.");
  return standing;
}

async function hasCard(ctx: ServiceContext, actor: Person): Promise<boolean> {
  return (await listPapers(ctx, actor)).some(({ kind }) => kind === "card");
}

function incomplete(missing: string[]) {
  const step =
    (Object.keys(JOIN_STEPS) as JoinStep[]).find((one) => JOIN_STEPS[one].some((field) => missing.includes(field))) ??
    "papers";
  return conflict("incomplete", "Something is still missing. See `missing`.", { missing, step });
}

async function store(ctx: ServiceContext, actor: Person, id: string, told: Whole): Promise<void> {
  const now = ctx.now();
  const row = rowOf(id, actor.userId, told, now);
  const { userId, createdAt, id: _, ...set } = row;
  const entry = auditRow(actor.userId, "professional.applied", id, now);
  const mine = sql`EXISTS (SELECT 1 FROM audit WHERE id = ${entry.id})`;
  const account = sql`EXISTS (SELECT 1 FROM users WHERE id = ${actor.userId} AND role IN ('client', 'professional') AND NOT is_anonymous)`;
  const noneSent = sql`NOT EXISTS (
    SELECT 1 FROM professionals p WHERE p.user_id = ${actor.userId} AND (p.status <> 'pending' OR p.id <> ${id} OR EXISTS (
      SELECT 1 FROM verification_reviews v WHERE v.professional_id = p.id AND v.status IN ('open', 'asked'))))`;
  const results = await ctx.db.batch([
    // One sending after another: the second sees the first.
    ctx.db.execute(sql`SELECT id FROM users WHERE id = ${actor.userId} FOR UPDATE`),
    insertIf(ctx.db, audit, entry, sql`${account} AND ${noneSent}`),
    insertIf(ctx.db, professionals, row, mine).onConflictDoUpdate({ target: professionals.id, set }),
    ctx.db.execute(
      sql`UPDATE users SET role = 'professional', updated_at = ${now.toISOString()}::timestamptz WHERE id = ${actor.userId} AND ${mine}`,
    ),
    ...partyRows(id, told.represents, mine).map((statement) => ctx.db.execute(statement)),
    ...reviewRows({ professionalId: id, kind: "join", before: null, claims: claimsOf(rowClaims(row)), now }, mine).map(
      (statement) => ctx.db.execute(statement),
    ),
    ctx.db.execute(dropDraft(actor.userId, mine)),
    ctx.db.execute(insertOutbox(reviewNews(ctx, id, now), mine)),
  ]);
  await ctx.enqueue(insertedRows(results.at(-1)));
}

type Row = typeof professionals.$inferInsert;

function rowClaims(row: Row) {
  return {
    name: row.name,
    licenceNumber: row.licenceNumber,
    licenceUf: row.licenceUf,
    otherLicences: row.otherLicences ?? [],
    qualifications: row.qualifications,
  };
}

function rowOf(id: string, userId: string, told: Whole, now: Date): Row & { userId: string; createdAt: Date } {
  const licence = numberOf(told.vertical, told.licence, told.licence_uf, "licence");
  const place = placeOf(told.uf, told.municipality);
  return {
    id,
    userId,
    vertical: told.vertical,
    status: "pending",
    licenceStatus: "unchecked",
    name: told.name,
    licenceNumber: licence.number,
    licenceUf: licence.uf ?? told.licence_uf,
    otherLicences: told.other_licences.map((text) => otherOf(told.vertical, text)),
    uf: told.uf,
    municipality: told.municipality,
    lat: place?.lat ?? null,
    lon: place?.lon ?? null,
    areas: told.areas,
    subareas: told.subareas,
    profile: told.profile,
    yearsOfPractice: told.years_of_practice,
    qualifications: told.qualifications,
    feeCents: told.fee_cents,
    languages: told.languages,
    remote: told.remote,
    practice: told.practice,
    ...capacityOf(told),
    joinedAt: now,
    createdAt: now,
    updatedAt: now,
  };
}

/** The table's number of a newcomer, or his own within its bounds. */
function capacityOf({ capacity_monthly: wanted, years_of_practice: yearsOfPractice, practice }: Whole) {
  const byTable = capacityByTable({
    yearsOfPractice,
    practice,
    casesClosed: 0,
    responseMinutesMedian: null,
    answered: 0,
    expired: 0,
  });
  if (wanted === null) return { capacityDeclared: null, capacityMonthly: byTable };
  if (mayDeclare(wanted, byTable)) return { capacityDeclared: wanted, capacityMonthly: wanted };
  const { least, most } = capacityBounds(byTable);
  const problem = `By this profile a month has ${byTable} cases: from ${least} to ${most} can be declared, or 0 for none for now.`;
  throw invalid(problem, { fields: [{ field: "capacity_monthly", problem, least, most }] });
}

function partyRows(id: string, keys: readonly string[], mine: SQL): SQL[] {
  return [
    sql`DELETE FROM represented_parties WHERE professional_id = ${id} AND ${mine}`,
    sql`INSERT INTO represented_parties (professional_id, party_key)
        SELECT ${id}, value FROM jsonb_array_elements_text(${JSON.stringify(keys)}::jsonb) WHERE ${mine} ON CONFLICT DO NOTHING`,
  ];
}
