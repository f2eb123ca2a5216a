// An operator lets the sending of a message go: then nothing else sends it either.
import { type SQL, sql } from "drizzle-orm";

/** The reason of what an operator let go. */
export const DISCARDED = "discarded";

/**
 * For the batch that lets the dead row `outboxId` go, before it does so; nothing for a row that sends no message. What a vendor may
 * have already is `unsure` for good, and a receipt still says what became of it.
 */
export function discardNotification(outboxId: string, now: Date): SQL {
  return sql`
    UPDATE notifications n SET reason = ${DISCARDED},
      failed_at = CASE WHEN n.status = 'queued' THEN ${now.toISOString()}::timestamptz ELSE n.failed_at END,
      status = CASE WHEN n.status = 'queued' THEN 'failed' ELSE 'unsure' END
    FROM outbox o
    WHERE o.id = ${outboxId} AND o.status = 'dead' AND o.name = 'notification.send'
      AND n.id = o.body->>'notificationId' AND n.status IN ('queued', 'sending', 'unsure')`;
}
