// A contract that waits for a signature: a reminder after three days; after four without the professional's, somebody else.
import { sql } from "drizzle-orm";
import * as z from "zod";
import { VezError } from "../../base/errors.ts";
import { auditRow } from "../../db/audit.ts";
import { insertIf } from "../../db/insert-if.ts";
import { outboxRow } from "../../db/outbox.ts";
import { audit } from "../../db/schema.ts";
import type { ServiceContext } from "../context.ts";
import { insertOutbox } from "../outbox/insert-outbox.ts";
import { insertedRows } from "../outbox/inserted-rows.ts";
import { callWhenOften } from "./call-when-often.ts";
import { changeCourse } from "./change-course.ts";

const HOUR_MS = 3_600_000;
/** Contracts looked at in one sweep; the next minute takes the rest. */
const MOST_CONTRACTS = 100;

const rows = z.object({
  rows: z.array(
    z.object({
      id: z.string(),
      case_id: z.string(),
      client_id: z.string(),
      professional_user_id: z.string(),
      reminded: z.boolean(),
      client_signed: z.boolean(),
      professional_signed: z.boolean(),
    }),
  ),
});

type Unsigned = z.infer<typeof rows>["rows"][number];

export interface UnsignedSwept {
  looked: number;
  reminded: number;
  lapsed: number;
  failed: number;
}

/**
 * Idempotent. Where only the client's signature is missing nobody else is searched for: another professional would wait as
 * long; that silence is the client's (sweep-silence.ts).
 */
export async function sweepUnsigned(ctx: ServiceContext): Promise<UnsignedSwept> {
  const swept: UnsignedSwept = { looked: 0, reminded: 0, lapsed: 0, failed: 0 };
  for (const one of await unsigned(ctx)) {
    swept.looked++;
    try {
      if (!one.reminded) swept.reminded += await remind(ctx, one);
      else swept.lapsed += await lapse(ctx, one);
    } catch (error) {
      if (error instanceof VezError && error.status === 409) continue;
      swept.failed++;
      ctx.log.error("unsigned_failed", { contract_id: one.id, error });
    }
  }
  return swept;
}

/** Not reminded yet, or reminded and not signed by the professional after the last hour; a reminder always comes first. */
async function unsigned(ctx: ServiceContext): Promise<Unsigned[]> {
  const { contractRemindHours, contractLapseHours } = ctx.settings;
  const now = ctx.now().getTime();
  const ago = (hours: number) => new Date(now - hours * HOUR_MS).toISOString();
  const between = Math.max(0, contractLapseHours - contractRemindHours);
  const signedBy = (party: "client" | "professional") =>
    sql`EXISTS (SELECT 1 FROM signatures s WHERE s.contract_id = c.id AND s.party = ${party})`;
  const found = await ctx.db.execute(sql`
    SELECT c.id, c.case_id, c.client_id, p.user_id AS professional_user_id, c.reminded_at IS NOT NULL AS reminded,
      ${signedBy("client")} AS client_signed, ${signedBy("professional")} AS professional_signed
    FROM contracts c JOIN cases k ON k.id = c.case_id JOIN professionals p ON p.id = c.professional_id
    WHERE c.status = 'sent' AND k.status = 'accepted' AND c.created_at <= ${ago(contractRemindHours)}::timestamptz
      AND (c.reminded_at IS NULL OR (
        c.created_at <= ${ago(contractLapseHours)}::timestamptz AND c.reminded_at <= ${ago(between)}::timestamptz
        AND NOT ${signedBy("professional")}))
    ORDER BY c.created_at LIMIT ${MOST_CONTRACTS}`);
  return rows.parse(found).rows;
}

/** 1 when this call wrote it. */
async function remind(ctx: ServiceContext, one: Unsigned): Promise<number> {
  const now = ctx.now();
  const at = now.toISOString();
  const missing = [
    ...(one.client_signed ? [] : [one.client_id]),
    ...(one.professional_signed ? [] : [one.professional_user_id]),
  ];
  const notices = missing.map((userId) =>
    outboxRow(
      "person.notify",
      `contract:${one.id}:unsigned:${userId}`,
      { userId, kind: "contract_unsigned", params: { contract_id: one.id } },
      { now, traceId: ctx.traceId },
    ),
  );
  const mine = sql`EXISTS (SELECT 1 FROM contracts WHERE id = ${one.id} AND reminded_at = ${at}::timestamptz)`;
  const [, , queued] = await ctx.db.batch([
    ctx.db.execute(sql`
      UPDATE contracts SET reminded_at = ${at}::timestamptz WHERE id = ${one.id} AND status = 'sent' AND reminded_at IS NULL`),
    insertIf(ctx.db, audit, auditRow("system", "contract.reminded", one.id, now, { parties: missing.length }), mine),
    ctx.db.execute(insertOutbox(notices, mine)),
  ]);
  const sent = insertedRows(queued);
  await ctx.enqueue(sent);
  return sent.length > 0 ? 1 : 0;
}

/** 1 when this call undid the acceptance; a professional who signs in this moment keeps the case. */
async function lapse(ctx: ServiceContext, one: Unsigned): Promise<number> {
  const { changed } = await changeCourse(ctx, {
    caseId: one.case_id,
    kind: "lapsed",
    event: () => "unsigned_lapsed",
    actor: "system",
    by: "system",
    reason: null,
    words: "",
    closeReason: null,
    check: () => undefined,
    isDone: ({ taken }) => taken?.contract?.id !== one.id,
  });
  if (changed) await callWhenOften(ctx, one.case_id);
  return changed ? 1 : 0;
}
