// A person's own messages in the app, newest first.
import { and, desc, eq, isNull } from "drizzle-orm";
import * as z from "zod";
import { notifications } from "../../db/schema.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { afterCursor, pageOf } from "../cursor.ts";
import { parseInput, type Unchecked } from "../parse-input.ts";

export const input = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().max(200).optional(),
});

export interface InboxItem {
  id: string;
  kind: string;
  subject: string;
  text: string;
  link: string | null;
  /** ISO 8601; null while unread. */
  read_at: string | null;
  created_at: string;
}

/** `unread` counts all of them, not this page's. Throws `invalid_input` for a cursor that no list gave out. */
export async function listInbox(
  ctx: ServiceContext,
  actor: Extract<Actor, { kind: "person" }>,
  raw: Unchecked<typeof input> = {},
): Promise<{ items: InboxItem[]; next: string | null; unread: number }> {
  const { limit, cursor } = parseInput(input, raw);
  const mine = and(eq(notifications.userId, actor.userId), eq(notifications.channel, "in_app"));
  const [rows, unread] = await Promise.all([
    ctx.db
      .select()
      .from(notifications)
      .where(and(mine, afterCursor(notifications.createdAt, notifications.id, cursor)))
      .orderBy(desc(notifications.createdAt), desc(notifications.id))
      .limit(limit + 1),
    ctx.db.$count(notifications, and(mine, isNull(notifications.readAt))),
  ]);
  const page = pageOf(rows, limit, (row) => ({ at: row.createdAt, id: row.id }));
  return { items: page.items.map(itemOf), next: page.next, unread };
}

function itemOf(row: typeof notifications.$inferSelect): InboxItem {
  return {
    id: row.id,
    kind: row.kind,
    subject: row.subject,
    text: row.text,
    link: row.link,
    read_at: row.readAt?.toISOString() ?? null,
    created_at: row.createdAt.toISOString(),
  };
}
