// Looks at one case's offers now: reminds, expires, calls for the next wave; says when to look again.
import { sql } from "drizzle-orm";
import * as z from "zod";
import { outboxRow } from "../../db/outbox.ts";
import { inboxOf } from "../../domain/messages.ts";
import type { ServiceContext } from "../context.ts";
import { insertOutbox } from "../outbox/insert-outbox.ts";
import { insertedRows } from "../outbox/inserted-rows.ts";
import { nextWaveWhenOver } from "./next-wave-when-over.ts";

const openRows = z.object({ rows: z.array(z.object({ next_at: z.coerce.date().nullable() })) });
const dueRows = z.object({ rows: z.array(z.object({ id: z.string(), user_id: z.string() })) });

/** Idempotent; the object's alarm and the sweeping cron both call it. `nextAt` is null when nothing is open. */
export async function tickCase(ctx: ServiceContext, input: { caseId: string }): Promise<{ nextAt: Date | null }> {
  const now = ctx.now();
  const at = now.toISOString();
  const [, reminded, expired, wave, open] = await ctx.db.batch([
    ctx.db.execute(sql`SELECT id FROM cases WHERE id = ${input.caseId} FOR UPDATE`),
    ctx.db.execute(sql`
      UPDATE offers SET reminded_at = ${at}::timestamptz FROM professionals p
      WHERE offers.case_id = ${input.caseId} AND offers.status IN ('pending', 'seen') AND offers.reminded_at IS NULL
        AND offers.remind_at <= ${at}::timestamptz AND offers.expires_at > ${at}::timestamptz AND p.id = offers.professional_id
      RETURNING offers.id, p.user_id`),
    ctx.db.execute(sql`
      WITH ended AS (
        UPDATE offers SET status = 'expired', answered_at = ${at}::timestamptz FROM professionals p
        WHERE offers.case_id = ${input.caseId} AND offers.status IN ('pending', 'seen') AND offers.expires_at <= ${at}::timestamptz
          AND p.id = offers.professional_id
        RETURNING offers.id, offers.professional_id, offers.case_id, p.user_id
      ), booked AS (
        INSERT INTO ledger (id, professional_id, case_id, offer_id, area, kind, at)
        SELECT 'led_' || substr(e.id, 5) || '_expired', e.professional_id, e.case_id, e.id, coalesce(c.area, 'nenhuma'), 'expired', ${at}::timestamptz
        FROM ended e JOIN cases c ON c.id = e.case_id
        ON CONFLICT (offer_id, kind) DO NOTHING
      )
      SELECT id, user_id FROM ended`),
    ctx.db.execute(nextWaveWhenOver(ctx, input.caseId, at)),
    ctx.db.execute(sql`
      SELECT least(
          min(expires_at), min(remind_at) FILTER (WHERE reminded_at IS NULL AND remind_at > ${at}::timestamptz)
        ) AS next_at
      FROM offers WHERE case_id = ${input.caseId} AND status IN ('pending', 'seen')`),
  ]);
  await ctx.enqueue(insertedRows(wave));
  await tell(ctx, dueRows.parse(reminded).rows, dueRows.parse(expired).rows, now);
  return { nextAt: openRows.parse(open).rows[0]?.next_at ?? null };
}

type Due = { id: string; user_id: string };

async function tell(ctx: ServiceContext, reminded: Due[], expired: Due[], now: Date): Promise<void> {
  const made = { now, traceId: ctx.traceId };
  const rows = [
    ...reminded.map((offer) => outboxRow("offer.remind", `offer.remind:${offer.id}`, { offerId: offer.id }, made)),
    ...expired.map((offer) =>
      outboxRow(
        "conversation.publish",
        `offer:${offer.id}:expired`,
        {
          conversationId: inboxOf(offer.user_id),
          events: [
            { type: "offer_update", key: `offer:${offer.id}:expired`, data: { offer_id: offer.id, status: "expired" } },
          ],
        },
        made,
      ),
    ),
  ];
  if (rows.length > 0) await ctx.enqueue(insertedRows(await ctx.db.execute(insertOutbox(rows))));
}
