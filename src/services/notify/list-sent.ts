// What went out, or would have gone out, to everyone: the operators' mail box.
import { and, desc, eq } from "drizzle-orm";
import * as z from "zod";
import { notFound } from "../../base/errors.ts";
import {
  NOTIFICATION_STATUSES,
  type NotificationChannel,
  type NotificationStatus,
  notifications,
} from "../../db/schema.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { afterCursor, pageOf } from "../cursor.ts";
import { parseInput, type Unchecked } from "../parse-input.ts";

export const input = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(200).optional(),
  status: z.enum(NOTIFICATION_STATUSES).optional(),
});

/** What opens an account to whoever reads it. */
const OPENS: ReadonlySet<string> = new Set(["sign_in_code", "invite"]);

export interface SentItem {
  id: string;
  to: string;
  channel: NotificationChannel;
  kind: string;
  subject: string;
  /** Null for a sign-in code or an invite: an operator who could read it could sign in as that person. */
  text: string | null;
  status: NotificationStatus;
  /** Who carries it, or was asked to; null: nobody yet. */
  vendor: string | null;
  /** A code for why it failed, or why nobody knows. */
  reason: string | null;
  /** How often the vendor was asked. */
  tries: number;
  /** When it came so far; null: it has not. */
  sent_at: string | null;
  delivered_at: string | null;
  opened_at: string | null;
  failed_at: string | null;
  created_at: string;
  /** Not before; null: at once. */
  available_at: string | null;
}

/** Newest first. Throws `not_found` for anyone but an operator. */
export async function listSent(
  ctx: ServiceContext,
  actor: Actor,
  raw: Unchecked<typeof input> = {},
): Promise<{ items: SentItem[]; next: string | null }> {
  if (actor.kind !== "person" || actor.role !== "operator") throw notFound("page");
  const { limit, cursor, status } = parseInput(input, raw);
  const rows = await ctx.db
    .select()
    .from(notifications)
    .where(
      and(
        afterCursor(notifications.createdAt, notifications.id, cursor),
        status === undefined ? undefined : eq(notifications.status, status),
      ),
    )
    .orderBy(desc(notifications.createdAt), desc(notifications.id))
    .limit(limit + 1);
  const page = pageOf(rows, limit, (row) => ({ at: row.createdAt, id: row.id }));
  return {
    items: page.items.map((row) => ({
      id: row.id,
      to: row.recipient,
      channel: row.channel,
      kind: row.kind,
      subject: row.subject,
      text: OPENS.has(row.kind) ? null : row.text,
      status: row.status,
      vendor: row.vendor,
      reason: row.reason,
      tries: row.tries,
      sent_at: row.sentAt?.toISOString() ?? null,
      delivered_at: row.deliveredAt?.toISOString() ?? null,
      opened_at: row.openedAt?.toISOString() ?? null,
      failed_at: row.failedAt?.toISOString() ?? null,
      created_at: row.createdAt.toISOString(),
      available_at: row.availableAt?.toISOString() ?? null,
    })),
    next: page.next,
  };
}
