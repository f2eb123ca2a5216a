// A professional changes the own profile; what cases are compared with changes in the same batch.
import { and, eq, type SQL, sql } from "drizzle-orm";
import { conflict, invalid } from "../../base/errors.ts";
import { auditRow } from "../../db/audit.ts";
import { insertIf } from "../../db/insert-if.ts";
import { audit, professionals } from "../../db/schema.ts";
import { capacityBounds, mayDeclare } from "../../domain/equity/capacity.ts";
import { type Area, isArea, isSubarea } from "../../domain/legal/areas.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { absenceRows } from "../equity/absence-rows.ts";
import { readCapacityByTable } from "../equity/capacity-sql.ts";
import { countPools } from "../equity/pools.ts";
import { asOperator } from "../operations/as-operator.ts";
import { insertOutbox } from "../outbox/insert-outbox.ts";
import { insertedRows } from "../outbox/inserted-rows.ts";
import { parseInput } from "../parse-input.ts";
import { isUniqueViolation } from "../unique-violation.ts";
import { reviewNews, reviewRows } from "../verification/review-rows.ts";
import { type ClaimColumns, claimsAfter, claimsOf, isSameClaim } from "./claims.ts";
import { ownProfessional, type ProfessionalRow, professionalById } from "./own-professional.ts";
import { type ProfilePatch, profilePatch } from "./profile-patch.ts";
import { type ProfessionalView, readProfessional } from "./read-professional.ts";
import { embedLater, embedNow, isReworded } from "./reworded-profile.ts";

type Person = Extract<Actor, { kind: "person" }>;

/** Tries when the same profile is changed elsewhere in the same moment. */
const MOST_TRIES = 3;

/**
 * The profile after the change. Fields that are not sent stay; `represents` and lists are replaced whole; subareas whose
 * area goes go with it. Throws `invalid_input`, `not_verified` (409), `not_found`, `changed_meanwhile` (409).
 */
export async function updateProfessional(ctx: ServiceContext, actor: Person, raw: unknown): Promise<ProfessionalView> {
  const patch = parseInput(profilePatch, raw);
  for (let attempt = 0; attempt < MOST_TRIES; attempt++) {
    const row = await ownProfessional(ctx, actor);
    if (await unlessTaken(() => store(ctx, actor.userId, row, patch))) return readProfessional(ctx, actor);
  }
  throw conflict("changed_meanwhile", "The profile was changed elsewhere at the same time. Reload it and try again.");
}

/** The same by an operator, for somebody who called: `professional.updated` names the operator. Throws as `updateProfessional`. */
export async function updateForProfessional(
  ctx: ServiceContext,
  actor: Actor,
  id: string,
  raw: unknown,
): Promise<void> {
  const operator = asOperator(actor);
  const patch = parseInput(profilePatch, raw);
  for (let attempt = 0; attempt < MOST_TRIES; attempt++) {
    const row = await professionalById(ctx, id);
    if (await unlessTaken(() => store(ctx, operator.userId, row, patch))) return;
  }
  throw conflict("changed_meanwhile", "The profile was changed elsewhere at the same time. Reload it and try again.");
}

/** Only whoever is suspended keeps a number for himself before it is verified. */
async function unlessTaken<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isUniqueViolation(error, "professionals_licence_key")) throw error;
    throw conflict("number_taken", "Somebody else is verified with this registration number. Write to the team.");
  }
}

/** False when the row was changed since it was read. */
async function store(ctx: ServiceContext, by: string, row: ProfessionalRow, patch: ProfilePatch): Promise<boolean> {
  const claims = claimsAfter(row, patch);
  const isClaimed = !isSameClaim(row, claims);
  const after = {
    ...merged(row, patch),
    ...(await capacityAfter(ctx, row, patch)),
    ...claimed(row, claims, isClaimed),
  };
  // Never the same moment as before: it tells this change from the last one.
  const now = new Date(Math.max(ctx.now().getTime(), row.updatedAt.getTime() + 1));
  const mine = sql`EXISTS (SELECT 1 FROM professionals WHERE id = ${row.id} AND updated_at = ${now.toISOString()}::timestamptz)`;
  const isNew = isReworded(row, after);
  const [updated, , queued] = await ctx.db.batch([
    ctx.db
      .update(professionals)
      .set({ ...after, ...optedOut(row, patch, ctx.now()), updatedAt: now })
      .where(
        and(
          eq(professionals.id, row.id),
          sql`date_trunc('milliseconds', ${professionals.updatedAt}) = ${row.updatedAt.toISOString()}::timestamptz`,
        ),
      )
      .returning({ id: professionals.id }),
    insertIf(ctx.db, audit, auditRow(by, "professional.updated", row.id, now, { fields: Object.keys(patch) }), mine),
    ctx.db.execute(
      insertOutbox(
        [...(isNew ? embedLater(ctx, row.id, now) : []), ...(isClaimed ? reviewNews(ctx, row.id, now) : [])],
        mine,
      ),
    ),
    ...(isClaimed ? reviewRows(reviewOf(row, claims, now), mine).map((s) => ctx.db.execute(s)) : []),
    ...(isNew ? [ctx.db.execute(embedNow(row.id, after, now, mine))] : []),
    ...(patch.represents === undefined ? [] : partySqls(row.id, patch.represents, mine).map((s) => ctx.db.execute(s))),
    ...turnRows(row, { ...row, ...after, ...optedOut(row, patch, ctx.now()) }, ctx.now(), mine).map((s) =>
      ctx.db.execute(s),
    ),
  ]);
  await ctx.enqueue(insertedRows(queued));
  return updated.length > 0;
}

/** What was verified is not any more: nothing is offered or accepted until somebody has looked. A suspension stays one. */
function claimed(row: ProfessionalRow, claims: ClaimColumns, isClaimed: boolean) {
  const licenceStatus = isClaimed && row.licenceStatus === "valid" ? ("unchecked" as const) : row.licenceStatus;
  return { ...claims, licenceStatus };
}

function reviewOf(row: ProfessionalRow, claims: ClaimColumns, now: Date) {
  const isNew = row.status === "pending";
  return {
    professionalId: row.id,
    kind: isNew ? ("join" as const) : ("change" as const),
    before: isNew ? null : claimsOf(row),
    claims: claimsOf(claims),
    now,
  };
}

function merged(row: ProfessionalRow, patch: ProfilePatch) {
  const areas = patch.areas ?? row.areas;
  const leaveFrom = patch.leave_from === undefined ? row.leaveFrom : patch.leave_from;
  const leaveUntil = patch.leave_until === undefined ? row.leaveUntil : patch.leave_until;
  // Ending a leave ends its return as well.
  const until = leaveFrom === null && patch.leave_until === undefined ? null : leaveUntil;
  if (until !== null && (leaveFrom === null || until <= leaveFrom)) {
    throw invalid("The day of return comes after the first day of the leave.", {
      fields: [{ field: "leave_until", problem: "The day of return comes after the first day of the leave." }],
    });
  }
  return {
    profile: patch.profile ?? row.profile,
    areas,
    subareas: subareasFor(areas, row, patch),
    feeCents: patch.fee_cents ?? row.feeCents,
    remote: patch.remote ?? row.remote,
    languages: patch.languages ?? row.languages,
    practice: patch.practice ?? row.practice,
    leaveFrom,
    leaveUntil: until,
    status: statusAfter(row, patch),
  };
}

/**
 * The same number as now is no word of their own: a form sends back what it showed. Throws `invalid_input` out of bounds.
 * Null, or another practice where nothing was declared, takes the table's value.
 */
async function capacityAfter(ctx: ServiceContext, row: ProfessionalRow, patch: ProfilePatch) {
  const { capacity_monthly: wanted } = patch;
  const practice = patch.practice ?? row.practice;
  const declares = wanted !== undefined && wanted !== null && wanted !== row.capacityMonthly;
  const isTable = wanted === null || (!declares && row.capacityDeclared === null && practice !== row.practice);
  if (!declares && !isTable) return {};
  const byTable = await readCapacityByTable(ctx, row.id, practice);
  if (byTable === null) return {};
  if (!declares) return { capacityDeclared: null, capacityMonthly: byTable };
  if (mayDeclare(wanted, byTable)) return { capacityDeclared: wanted, capacityMonthly: wanted };
  const { least, most } = capacityBounds(byTable);
  const problem = `By this profile a month has ${byTable} cases: from ${least} to ${most} can be declared, or 0 for none for now.`;
  throw invalid(problem, { fields: [{ field: "capacity_monthly", problem, least, most }] });
}

/** The moment of the first "no more offers" stays until it is taken back. */
function optedOut(row: ProfessionalRow, patch: ProfilePatch, now: Date) {
  if (patch.opted_out === undefined) return {};
  return { optedOutAt: patch.opted_out ? (row.optedOutAt ?? now) : null };
}

/** History of who could be reached, and the pools of the areas that this moves; pools come last, as everywhere. */
function turnRows(before: ProfessionalRow, after: ProfessionalRow, now: Date, mine: SQL): SQL[] {
  const absences = absenceRows(before.id, { before, after, now }, mine);
  if (standing(before) === standing(after)) return absences;
  return [...absences, countPools(now, [...new Set([...before.areas, ...after.areas])])];
}

/** All that a pool counts of one person, as one word to compare. */
function standing(row: ProfessionalRow): string {
  const { status, licenceStatus, optedOutAt, leaveFrom, leaveUntil, capacityMonthly, areas } = row;
  return JSON.stringify([
    ...[status, licenceStatus, optedOutAt !== null, leaveFrom, leaveUntil, capacityMonthly],
    areas.toSorted(),
  ]);
}

function subareasFor(areas: readonly string[], row: ProfessionalRow, patch: ProfilePatch): string[] {
  const known = areas.filter(isArea);
  const fits = (slug: string) => known.some((area: Area) => isSubarea(area, slug));
  if (patch.subareas === undefined) return row.subareas.filter(fits);
  const stray = patch.subareas.filter((slug) => !fits(slug));
  if (stray.length === 0) return patch.subareas;
  const problem = "A subarea belongs to one of the areas of the profile.";
  throw invalid(problem, { fields: [{ field: "subareas", problem }] });
}

function statusAfter(row: ProfessionalRow, patch: ProfilePatch): ProfessionalRow["status"] {
  if (patch.active === undefined) return row.status;
  if (row.status === "pending") {
    throw conflict("not_verified", "The licence is still being checked. Offers can be switched on after that.");
  }
  return patch.active ? "active" : "inactive";
}

function partySqls(id: string, keys: readonly string[], mine: SQL): SQL[] {
  const list = sql`(SELECT value FROM jsonb_array_elements_text(${JSON.stringify(keys)}::jsonb))`;
  return [
    sql`DELETE FROM represented_parties WHERE professional_id = ${id} AND party_key NOT IN ${list} AND ${mine}`,
    sql`INSERT INTO represented_parties (professional_id, party_key)
        SELECT ${id}, value FROM jsonb_array_elements_text(${JSON.stringify(keys)}::jsonb) WHERE ${mine}
        ON CONFLICT DO NOTHING`,
  ];
}
