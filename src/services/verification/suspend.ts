// An operator suspends a professional, for a time or until it is lifted: out of the next match and out of acceptance at once.
import { sql } from "drizzle-orm";
import * as z from "zod";
import { conflict } from "../../base/errors.ts";
import { newId } from "../../base/ids.ts";
import { auditRow } from "../../db/audit.ts";
import { insertIf } from "../../db/insert-if.ts";
import { outboxRow } from "../../db/outbox.ts";
import { audit } from "../../db/schema.ts";
import { startOfDay } from "../../domain/leave.ts";
import { DEFAULT_ZONE } from "../../domain/locale.ts";
import { SUSPENSION_REASONS } from "../../domain/registration/registry.ts";
import { type Actor, actorName, type ServiceContext, SYSTEM } from "../context.ts";
import { absenceRows } from "../equity/absence-rows.ts";
import { countPools } from "../equity/pools.ts";
import { asOperator } from "../operations/as-operator.ts";
import { insertOutbox } from "../outbox/insert-outbox.ts";
import { insertedRows } from "../outbox/inserted-rows.ts";
import { parseInput, type Unchecked } from "../parse-input.ts";
import { plainText } from "../plain-text.ts";
import { professionalById } from "../professionals/own-professional.ts";
import { endOpenOffers } from "./end-open-offers.ts";
import { verifiedLicence } from "./review-rows.ts";

export const suspendInput = z.object({
  id: z.string().min(1).max(100),
  reason: z.enum(SUSPENSION_REASONS, { error: "Choose a reason." }),
  /** For the professional to read. */
  words: plainText().trim().max(1000, { error: "At most 1,000 characters." }).optional(),
  /** The day on which it is over, e.g. 2026-12-20; absent: until it is lifted. */
  until: z.iso.date({ error: "Give a day like 2026-12-20, or none." }).nullish(),
});

export interface Suspended {
  professional_id: string;
  /** ISO 8601, or null: until it is lifted. */
  until: string | null;
}

/**
 * Throws `not_found`; `suspended_already` (409), `day_over` (409) for a day that is over. Offers that are open are withdrawn, and
 * their cases go on; what was taken stays until an operator or one of the two says otherwise.
 */
export async function suspend(
  ctx: ServiceContext,
  actor: Actor,
  raw: Unchecked<typeof suspendInput>,
): Promise<Suspended> {
  const operator = asOperator(actor);
  const { id, reason, words, until: day } = parseInput(suspendInput, raw);
  const until = day == null ? null : startOfDay(day, DEFAULT_ZONE);
  const now = ctx.now();
  if (until !== null && until <= now) throw conflict("day_over", "That day is over. Choose one that comes.");
  const before = await professionalById(ctx, id);
  const susId = newId("sus", now.getTime());
  const mine = sql`EXISTS (SELECT 1 FROM suspensions WHERE id = ${susId})`;
  const entry = auditRow(operator.userId, "professional.suspended", id, now, { reason });
  const results = await ctx.db.batch([
    ctx.db.execute(sql`SELECT id FROM professionals WHERE id = ${id} FOR UPDATE`),
    ctx.db.execute(sql`
      INSERT INTO suspensions (id, professional_id, reason, words, until, suspended_by, created_at)
      SELECT ${susId}, ${id}, ${reason}, ${words || null}, ${until?.toISOString() ?? null}::timestamptz, ${operator.userId}, ${now.toISOString()}::timestamptz
      ON CONFLICT (professional_id) WHERE lifted_at IS NULL DO NOTHING RETURNING id`),
    insertIf(ctx.db, audit, entry, mine),
    ctx.db.execute(insertOutbox([told(ctx, "professional_suspended", before.userId, susId, now)], mine)),
    ctx.db.execute(
      sql`UPDATE professionals SET licence_status = 'suspended', updated_at = ${laterThanEver(now)} WHERE id = ${id} AND ${mine}`,
    ),
    ...absenceRows(id, { before, after: { ...before, licenceStatus: "suspended" }, now }, mine).map((s) =>
      ctx.db.execute(s),
    ),
    ctx.db.execute(countPools(now, before.areas)),
  ]);
  await ctx.enqueue(insertedRows(results[3]));
  if (results[1].rows.length === 0) {
    throw conflict("suspended_already", "This person is suspended already. Lift that first, or leave it as it is.");
  }
  await endOpenOffers(ctx, { professionalId: id });
  return { professional_id: id, until: until?.toISOString() ?? null };
}

/** What was verified is valid again; what was changed meanwhile still waits for its review. Throws `not_found`, `not_suspended` (409). */
export async function liftSuspension(
  ctx: ServiceContext,
  actor: Actor,
  id: string,
): Promise<{ professional_id: string }> {
  asOperator(actor);
  if (!(await lift(ctx, actor, id))) throw conflict("not_suspended", "This person is not suspended.");
  return { professional_id: id };
}

/** Every minute: suspensions whose time is over end by themselves. */
export async function liftDueSuspensions(ctx: ServiceContext): Promise<{ lifted: number }> {
  const due = await ctx.db.execute(sql`
    SELECT professional_id AS id FROM suspensions
    WHERE lifted_at IS NULL AND until <= ${ctx.now().toISOString()}::timestamptz ORDER BY until LIMIT 200`);
  let lifted = 0;
  for (const { id } of due.rows) if (await lift(ctx, SYSTEM, String(id))) lifted++;
  return { lifted };
}

async function lift(ctx: ServiceContext, actor: Actor, id: string): Promise<boolean> {
  const now = ctx.now();
  const by = actorName(actor);
  const before = await professionalById(ctx, id);
  const entry = auditRow(by, "professional.suspension_lifted", id, now);
  const mine = sql`EXISTS (SELECT 1 FROM audit WHERE id = ${entry.id})`;
  const live = sql`professional_id = ${id} AND lifted_at IS NULL`;
  // The house ends only what is over at this moment; a person may have set another day since it looked.
  const due = actor.kind === "system" ? sql`AND until <= ${now.toISOString()}::timestamptz` : sql``;
  const results = await ctx.db.batch([
    ctx.db.execute(sql`SELECT id FROM professionals WHERE id = ${id} FOR UPDATE`),
    insertIf(ctx.db, audit, entry, sql`EXISTS (SELECT 1 FROM suspensions WHERE ${live} ${due})`).returning({
      id: audit.id,
    }),
    ctx.db.execute(sql`
      UPDATE suspensions SET lifted_at = ${now.toISOString()}::timestamptz, lifted_by = ${by} WHERE ${live} AND ${mine}`),
    ctx.db.execute(insertOutbox([told(ctx, "suspension_lifted", before.userId, entry.id ?? id, now)], mine)),
    ctx.db.execute(sql`
      UPDATE professionals p SET licence_status = ${verifiedLicence}, updated_at = ${laterThanEver(now, "p.")}
      WHERE p.id = ${id} AND ${mine}`),
    ...(await backAgain(ctx, before, now, mine)).map((s) => ctx.db.execute(s)),
    ctx.db.execute(countPools(now, before.areas)),
  ]);
  await ctx.enqueue(insertedRows(results[3]));
  return results[1].length > 0;
}

/** The absence ends with the suspension only where the registration is valid then. */
async function backAgain(
  ctx: ServiceContext,
  before: Awaited<ReturnType<typeof professionalById>>,
  now: Date,
  mine: ReturnType<typeof sql>,
) {
  const result = await ctx.db.execute(
    sql`SELECT ${verifiedLicence} AS licence FROM professionals p WHERE p.id = ${before.id}`,
  );
  const after = { ...before, licenceStatus: String(result.rows[0]?.licence ?? "unchecked") };
  return absenceRows(before.id, { before, after, now }, mine);
}

function told(
  ctx: ServiceContext,
  kind: "professional_suspended" | "suspension_lifted",
  userId: string,
  key: string,
  now: Date,
) {
  return outboxRow("person.notify", `${kind}:${key}`, { userId, kind, params: {} }, { now, traceId: ctx.traceId });
}

/** Never the same moment as before: whoever changes the profile meanwhile is told that it was changed. */
function laterThanEver(now: Date, alias = "") {
  return sql`greatest(${now.toISOString()}::timestamptz, ${sql.raw(alias)}updated_at + interval '1 millisecond')`;
}
