// Looks at one case's offers now: reminds, expires, calls for the next wave; says when to look again.
import { type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import { INBOX_PREFIX } from "../../domain/messages.ts";
import type { ServiceContext } from "../context.ts";
import { insertedRows } from "../outbox/inserted-rows.ts";
import { nextWaveWhenOver } from "./next-wave-when-over.ts";

const openRows = z.object({ rows: z.array(z.object({ next_at: z.coerce.date().nullable() })) });

/** Idempotent; the object's alarm and the sweeping cron both call it. `nextAt` is null when nothing is open. */
export async function tickCase(ctx: ServiceContext, input: { caseId: string }): Promise<{ nextAt: Date | null }> {
  const now = ctx.now();
  const at = now.toISOString();
  const [, , , wave, news, open] = await ctx.db.batch([
    ctx.db.execute(sql`SELECT id FROM cases WHERE id = ${input.caseId} FOR UPDATE`),
    ctx.db.execute(sql`
      UPDATE offers SET reminded_at = ${at}::timestamptz
      WHERE case_id = ${input.caseId} AND status IN ('pending', 'seen') AND reminded_at IS NULL
        AND remind_at <= ${at}::timestamptz AND expires_at > ${at}::timestamptz`),
    ctx.db.execute(sql`
      WITH ended AS (
        UPDATE offers SET status = 'expired', answered_at = ${at}::timestamptz
        WHERE case_id = ${input.caseId} AND status IN ('pending', 'seen') AND expires_at <= ${at}::timestamptz
        RETURNING id, professional_id, case_id
      )
      INSERT INTO ledger (id, professional_id, case_id, offer_id, area, kind, at)
      SELECT 'led_' || substr(e.id, 5) || '_expired', e.professional_id, e.case_id, e.id, coalesce(c.area, 'nenhuma'), 'expired', ${at}::timestamptz
      FROM ended e JOIN cases c ON c.id = e.case_id
      ON CONFLICT (offer_id, kind) DO NOTHING`),
    ctx.db.execute(nextWaveWhenOver(ctx, input.caseId, at)),
    ctx.db.execute(newsOfTick(ctx, input.caseId, at)),
    ctx.db.execute(sql`
      SELECT least(
          min(expires_at), min(remind_at) FILTER (WHERE reminded_at IS NULL AND remind_at > ${at}::timestamptz)
        ) AS next_at
      FROM offers WHERE case_id = ${input.caseId} AND status IN ('pending', 'seen')`),
  ]);
  await ctx.enqueue([...insertedRows(wave), ...insertedRows(news)]);
  return { nextAt: openRows.parse(open).rows[0]?.next_at ?? null };
}

/** What was reminded or expired at `at`, as outbox rows of the same batch: a kill between the two loses no news. */
function newsOfTick(ctx: ServiceContext, caseId: string, at: string): SQL {
  return sql`
    INSERT INTO outbox (id, lane, name, version, key, body, trace_id, status, attempts, available_at, queued_at, created_at)
    SELECT 'out_' || substr(n.id, 5) || n.suffix, n.lane, n.name, 1, n.key, n.body, ${ctx.traceId}, 'pending', 0,
      ${at}::timestamptz, ${at}::timestamptz, ${at}::timestamptz
    FROM (
      SELECT o.id, '_r' AS suffix, 'low' AS lane, 'offer.remind' AS name, 'offer.remind:' || o.id AS key,
        jsonb_build_object('offerId', o.id) AS body
      FROM offers o WHERE o.case_id = ${caseId} AND o.reminded_at = ${at}::timestamptz
      UNION ALL
      SELECT o.id, '_e', 'high', 'conversation.publish', 'offer:' || o.id || ':expired',
        jsonb_build_object('conversationId', ${INBOX_PREFIX}::text || p.user_id, 'events', jsonb_build_array(jsonb_build_object(
          'type', 'offer_update', 'key', 'offer:' || o.id || ':expired',
          'data', jsonb_build_object('offer_id', o.id, 'status', 'expired'))))
      FROM offers o JOIN professionals p ON p.id = o.professional_id
      WHERE o.case_id = ${caseId} AND o.status = 'expired' AND o.answered_at = ${at}::timestamptz
    ) n
    ON CONFLICT (key) DO NOTHING
    RETURNING id, lane, name, trace_id`;
}
