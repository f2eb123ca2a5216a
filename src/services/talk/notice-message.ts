// Something unread waits in a talk: its reader hears so once, unless he has read it meanwhile or wants no notices.
import { eq, sql } from "drizzle-orm";
import * as z from "zod";
import { outboxRow } from "../../db/outbox.ts";
import { caseMessages } from "../../db/schema.ts";
import type { ServiceContext } from "../context.ts";
import { insertOutbox } from "../outbox/insert-outbox.ts";
import { insertedRows } from "../outbox/inserted-rows.ts";

const found = z.object({
  rows: z.array(z.object({ user_id: z.string(), side: z.enum(["client", "professional"]), case_id: z.string() })),
});

/** Nothing of the message is in the notice. Idempotent: a message is noticed once, and so is a silence. */
export async function noticeMessage(ctx: ServiceContext, input: { messageId: string }): Promise<void> {
  const now = ctx.now();
  const at = sql`${now.toISOString()}::timestamptz`;
  const [row] = found.parse(
    await ctx.db.execute(sql`
      SELECT CASE WHEN m.sender = 'professional' THEN c.client_id ELSE p.user_id END AS user_id,
        CASE WHEN m.sender = 'professional' THEN 'client' ELSE 'professional' END AS side, m.case_id
      FROM case_messages m
      JOIN cases c ON c.id = m.case_id
      JOIN offers o ON o.id = m.offer_id AND o.status = 'accepted'
      JOIN professionals p ON p.id = o.professional_id
      WHERE m.id = ${input.messageId} AND m.read_at IS NULL AND m.noticed_at IS NULL
        AND NOT EXISTS (SELECT 1 FROM case_messages e WHERE e.offer_id = m.offer_id AND e.sender = m.sender AND e.read_at IS NULL AND e.noticed_at IS NOT NULL)
        AND NOT EXISTS (
          SELECT 1 FROM talk_mutes t WHERE t.offer_id = m.offer_id AND (t.until IS NULL OR t.until > ${at})
            AND t.side = CASE WHEN m.sender = 'professional' THEN 'client' ELSE 'professional' END)
        AND NOT EXISTS (SELECT 1 FROM blocked_pairs b WHERE b.client_id = c.client_id AND b.professional_id = p.id)`),
  ).rows;
  if (row === undefined) return;
  const notice = outboxRow(
    "person.notify",
    `case_message_new:${input.messageId}`,
    { userId: row.user_id, kind: "case_message_new", params: { case_id: row.case_id, side: row.side } },
    { now, traceId: ctx.traceId },
  );
  const [, queued] = await ctx.db.batch([
    ctx.db.update(caseMessages).set({ noticedAt: now }).where(eq(caseMessages.id, input.messageId)),
    ctx.db.execute(insertOutbox([notice])),
  ]);
  await ctx.enqueue(insertedRows(queued));
}
