// A person has read one of their own messages.
import { and, eq, sql } from "drizzle-orm";
import * as z from "zod";
import { notFound } from "../../base/errors.ts";
import { notifications } from "../../db/schema.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { parseInput, type Unchecked } from "../parse-input.ts";

const input = z.object({ id: z.string().min(1) });

/** The first reading counts. Throws `not_found` for a message that is not the actor's. */
export async function readMessage(
  ctx: ServiceContext,
  actor: Extract<Actor, { kind: "person" }>,
  raw: Unchecked<typeof input>,
): Promise<{ id: string; read_at: string }> {
  const { id } = parseInput(input, raw);
  const [row] = await ctx.db
    .update(notifications)
    .set({ readAt: sql`coalesce(${notifications.readAt}, ${ctx.now().toISOString()}::timestamptz)` })
    .where(and(eq(notifications.id, id), eq(notifications.userId, actor.userId), eq(notifications.channel, "in_app")))
    .returning({ readAt: notifications.readAt });
  if (row === undefined || row.readAt === null) throw notFound("message");
  return { id, read_at: row.readAt.toISOString() };
}
