// What waits for its hour is looked at once more, when a person has said something new of how to be told.
import { type SQL, sql } from "drizzle-orm";
import type { ServiceContext } from "../context.ts";

/** A statement for the batch of the change; `insertedRows` reads its answer. Where, and whether, each goes is decided when it is claimed. */
export function lookAgain(ctx: ServiceContext, userId: string): SQL {
  const now = ctx.now();
  const at = sql`${now.toISOString()}::timestamptz`;
  const nth = sql`${`_${now.getTime().toString(36)}`}::text`;
  return sql`
    WITH waiting AS (
      UPDATE notifications SET available_at = ${at}
      WHERE user_id = ${userId} AND status = 'queued' AND channel <> 'in_app' AND available_at > ${at}
      RETURNING id
    )
    INSERT INTO outbox (id, lane, name, version, key, body, trace_id, status, attempts, available_at, queued_at, created_at)
    SELECT 'out_' || substr(id, 5) || ${nth}, 'low', 'notification.send', 1, 'notification.send:' || id || ${nth},
      jsonb_build_object('notificationId', id), ${ctx.traceId}, 'pending', 0, ${at}, ${at}, ${at}
    FROM waiting
    ON CONFLICT DO NOTHING
    RETURNING id, lane, name, trace_id`;
}
