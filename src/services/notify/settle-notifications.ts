// Writes down what became of messages that a vendor was asked to take, and lets the next channel take over where it did not.
import { type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import type { NotificationStatus } from "../../db/schema.ts";
import type { ServiceContext } from "../context.ts";
import type { NewNotification } from "./next-rungs.ts";
import { sendings } from "./outside-row.ts";

export interface Settlement {
  id: string;
  kind: string;
  /** The try that it speaks of: an older one changes nothing but that it was sent. */
  tries: number;
  /** The address that was written to. */
  recipient: string;
  status: Extract<NotificationStatus, "sent" | "failed" | "unsure" | "queued">;
  /** A code; null for what was sent. */
  reason: string | null;
  vendorId: string | null;
  /** Of `queued`: when a message of its own brings it again; null: the one that brought it does so. */
  againAt: Date | null;
  /** The channel that takes over. */
  next: NewNotification | null;
}

const moved = z.object({ rows: z.array(z.object({ id: z.string() })) });

/** One batch. A receipt that came in between stands, and nothing takes over then. Returns the ids that were settled so. */
export async function settleNotifications(
  ctx: ServiceContext,
  settlements: readonly Settlement[],
): Promise<ReadonlySet<string>> {
  if (settlements.length === 0) return new Set();
  const now = ctx.now();
  const again = settlements
    .filter(({ status, againAt }) => status === "queued" && againAt !== null)
    .map((one) => ({ ...one, availableAt: one.againAt }));
  const next = settlements.flatMap((one) => (one.next === null ? [] : [{ row: one.next, after: one.id }]));
  const sending = sendings(ctx, [...again, ...next.map(({ row }) => row)]);
  const [answer, , queued] = await ctx.db.batch([
    ctx.db.execute(settled(settlements, now)),
    ctx.db.execute(insertNext(next)),
    ctx.db.execute(sending.statement),
  ]);
  await sending.enqueue(queued);
  return new Set(moved.parse(answer).rows.map(({ id }) => id));
}

function settled(settlements: readonly Settlement[], now: Date): SQL {
  const rows = settlements.map(({ id, tries, recipient, status, reason, vendorId, againAt }) => {
    return { id, tries, recipient, status, reason, vendor_id: vendorId, again_at: againAt?.toISOString() ?? null };
  });
  const at = sql`${now.toISOString()}::timestamptz`;
  const open = sql`(n.status IN ('sending', 'unsure') AND n.tries = r.tries OR r.status = 'sent' AND n.status IN ('queued', 'sending', 'unsure'))`;
  return sql`
    UPDATE notifications n SET
      vendor_id = coalesce(r.vendor_id, n.vendor_id), recipient = r.recipient,
      sent_at = CASE WHEN r.status = 'sent' THEN coalesce(n.sent_at, ${at}) ELSE n.sent_at END,
      failed_at = CASE WHEN ${open} AND r.status = 'failed' THEN ${at} ELSE n.failed_at END,
      available_at = CASE WHEN ${open} AND r.status = 'queued' THEN coalesce(r.again_at, n.available_at) ELSE n.available_at END,
      reason = CASE WHEN ${open} THEN r.reason ELSE n.reason END,
      status = CASE WHEN ${open} THEN r.status ELSE n.status END
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS r(id text, tries int, recipient text, status text, reason text, vendor_id text, again_at timestamptz)
    WHERE n.id = r.id AND (n.tries = r.tries OR r.status = 'sent')
    RETURNING n.id`;
}

/** Only after what was settled as not arrived; the same occasion on the same channel is never made twice. */
export function insertNext(next: readonly { row: NewNotification; after: string }[]): SQL {
  const rows = next.map(({ row, after }) => ({
    after,
    id: row.id,
    key: row.key,
    occasion: row.occasion,
    rung: row.rung,
    user_id: row.userId,
    recipient: row.recipient,
    channel: row.channel,
    kind: row.kind,
    subject: row.subject,
    text: row.text,
    link: row.link,
    locale: row.locale,
    status: row.status,
    available_at: row.availableAt?.toISOString() ?? null,
    created_at: row.createdAt.toISOString(),
  }));
  return sql`
    INSERT INTO notifications (id, key, occasion, rung, user_id, recipient, channel, kind, subject, text, link, locale, status, available_at, created_at)
    SELECT id, key, occasion, rung, user_id, recipient, channel, kind, subject, text, link, locale, status, available_at, created_at
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(after text, id text, key text, occasion text, rung smallint,
      user_id text, recipient text, channel text, kind text, subject text, text text, link text, locale text, status text,
      available_at timestamptz, created_at timestamptz)
    WHERE EXISTS (SELECT 1 FROM notifications p WHERE p.id = r.after AND p.status IN ('failed', 'unsure'))
      AND EXISTS (SELECT 1 FROM users u WHERE u.id = r.user_id)
    ON CONFLICT DO NOTHING
    RETURNING id`;
}
