// What went out, or would have gone out, to everyone: the operators' mail box.
import { desc } from "drizzle-orm";
import * as z from "zod";
import { notFound } from "../../base/errors.ts";
import { type NotificationChannel, type NotificationStatus, notifications } from "../../db/schema.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { afterCursor, pageOf } from "../cursor.ts";
import { parseInput, type Unchecked } from "../parse-input.ts";

export const input = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(200).optional(),
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
  const { limit, cursor } = parseInput(input, raw);
  const rows = await ctx.db
    .select()
    .from(notifications)
    .where(afterCursor(notifications.createdAt, notifications.id, cursor))
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
      created_at: row.createdAt.toISOString(),
      available_at: row.availableAt?.toISOString() ?? null,
    })),
    next: page.next,
  };
}
