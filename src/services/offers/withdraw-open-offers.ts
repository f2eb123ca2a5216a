// Takes back a case's open offers because its search ended, with their ledger rows and the news to those who had been asked.
import { type SQL, sql } from "drizzle-orm";
import { INBOX_PREFIX } from "../../domain/messages.ts";
import type { ServiceContext } from "../context.ts";

/** Where `condition` holds, with the case's row locked. Returns the outbox rows. */
export function withdrawOpenOffers(ctx: ServiceContext, caseId: string, at: string, condition: SQL): SQL {
  return sql`
    WITH withdrawn AS (
      UPDATE offers SET status = 'withdrawn', answered_at = ${at}::timestamptz
      WHERE case_id = ${caseId} AND status IN ('pending', 'seen') AND ${condition}
      RETURNING id, professional_id, case_id
    ), booked AS (${bookWithdrawn(at)})
    ${tellWithdrawn(ctx, at)}`;
}

/** The ledger rows of the offers in `withdrawn` (id, professional_id, case_id), a part of the statement around it. */
export function bookWithdrawn(at: string): SQL {
  return sql`
    INSERT INTO ledger (id, professional_id, case_id, offer_id, area, kind, at)
    SELECT 'led_' || substr(w.id, 5) || '_withdrawn', w.professional_id, w.case_id, w.id, coalesce(c.area, 'nenhuma'), 'withdrawn', ${at}::timestamptz
    FROM withdrawn w JOIN cases c ON c.id = w.case_id
    ON CONFLICT (offer_id, kind) DO NOTHING`;
}

/** The news to those whose offers are in `withdrawn`, as that statement's last part: their screens, and a notice. Returns the outbox rows. */
export function tellWithdrawn(ctx: ServiceContext, at: string): SQL {
  return sql`
    INSERT INTO outbox (id, lane, name, version, key, body, trace_id, status, attempts, available_at, queued_at, created_at)
    SELECT 'out_' || substr(n.id, 5) || n.suffix, n.lane, n.name, 1, n.key, n.body, ${ctx.traceId}, 'pending', 0,
      ${at}::timestamptz, ${at}::timestamptz, ${at}::timestamptz
    FROM (
      SELECT w.id, '_sp' AS suffix, 'high' AS lane, 'conversation.publish' AS name, 'offer:' || w.id || ':withdrawn' AS key,
        jsonb_build_object('conversationId', ${INBOX_PREFIX}::text || p.user_id, 'events', jsonb_build_array(jsonb_build_object(
          'type', 'offer_update', 'key', 'offer:' || w.id || ':withdrawn',
          'data', jsonb_build_object('offer_id', w.id, 'status', 'withdrawn')))) AS body
      FROM withdrawn w JOIN professionals p ON p.id = w.professional_id
      UNION ALL
      SELECT w.id, '_sn', 'low', 'person.notify', 'offer:' || w.id || ':stopped',
        jsonb_build_object('userId', p.user_id, 'kind', 'offer_stopped', 'params', jsonb_build_object('offer_id', w.id))
      FROM withdrawn w JOIN professionals p ON p.id = w.professional_id
    ) n
    ON CONFLICT (key) DO NOTHING
    RETURNING id, lane, name, trace_id`;
}
