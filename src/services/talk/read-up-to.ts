// A side has read what the other wrote, up to a message.
import { sql } from "drizzle-orm";
import * as z from "zod";
import { notFound } from "../../base/errors.ts";
import type { ServiceContext } from "../context.ts";
import { insertOutbox } from "../outbox/insert-outbox.ts";
import { insertedRows } from "../outbox/inserted-rows.ts";
import { talkNews } from "./talk-news.ts";
import { heldTalkOf, type Person } from "./talk-of.ts";

export const readInput = z.object({ up_to: z.string().min(1).max(100) });

const marked = z.object({ rows: z.array(z.object({ id: z.string() })) });

/**
 * `read`: how many were unread before; the first reading counts. The mark is its own record, so nothing is audited.
 * Throws `not_found` for strangers and for a message of another talk.
 */
export async function readUpTo(
  ctx: ServiceContext,
  actor: Person,
  caseId: string,
  { up_to }: z.infer<typeof readInput>,
): Promise<{ up_to: string; read: number }> {
  const { offerId, side, conversationId, professional } = await heldTalkOf(ctx, actor, caseId);
  const at = ctx.now().toISOString();
  const news = talkNews(
    ctx,
    { conversationId, professionalUserId: professional.userId },
    { type: "case_read", data: { case_id: caseId, up_to, by: side, at } },
    `talk_read:${up_to}:${side}`,
  );
  const [known, read, told] = await ctx.db.batch([
    ctx.db.execute(sql`SELECT id FROM case_messages WHERE id = ${up_to} AND offer_id = ${offerId}`),
    ctx.db.execute(sql`
      UPDATE case_messages SET read_at = ${at}::timestamptz
      WHERE offer_id = ${offerId} AND sender <> ${side} AND read_at IS NULL
        AND (created_at, id) <= (SELECT created_at, id FROM case_messages WHERE id = ${up_to} AND offer_id = ${offerId})
      RETURNING id`),
    ctx.db.execute(
      insertOutbox(
        news.rows,
        sql`EXISTS (SELECT 1 FROM case_messages WHERE offer_id = ${offerId} AND sender <> ${side} AND read_at = ${at}::timestamptz)`,
      ),
    ),
  ]);
  if (marked.parse(known).rows.length === 0) throw notFound("message");
  const count = marked.parse(read).rows.length;
  if (count > 0) news.tellNow();
  await ctx.enqueue(insertedRows(told));
  return { up_to, read: count };
}
