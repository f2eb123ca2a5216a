// What was written in a case's talk, for its two sides, newest first.
import { and, desc, eq, sql } from "drizzle-orm";
import * as z from "zod";
import { caseFiles, caseMessages } from "../../db/schema.ts";
import type { TalkState } from "../../domain/talk/sides.ts";
import type { ServiceContext } from "../context.ts";
import { afterCursor, pageOf } from "../cursor.ts";
import { parseInput, type Unchecked } from "../parse-input.ts";
import { formerTalk } from "./former-talks.ts";
import { type MessageView, messageView } from "./message-view.ts";
import { type Person, talkOf } from "./talk-of.ts";

export const listMessagesInput = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(200).optional(),
  /** Only what is newer than this message. */
  after: z.string().max(100).optional(),
  /** Of a former acceptance; for the case's client alone. */
  offer_id: z.string().max(100).optional(),
});

interface MessageList {
  items: MessageView[];
  next: string | null;
  state: TalkState;
}

/** Of the acceptance that stands, or, for the client, of the former one that is asked for. Throws `not_found` for everybody but the two. */
export async function listMessages(
  ctx: ServiceContext,
  actor: Person,
  caseId: string,
  raw: Unchecked<typeof listMessagesInput> = {},
): Promise<MessageList> {
  const input = parseInput(listMessagesInput, raw);
  const { offerId, state } =
    input.offer_id === undefined
      ? await talkOf(ctx, actor, caseId)
      : await formerTalk(ctx, actor, caseId, input.offer_id);
  if (offerId === null) {
    // A wrong cursor is told so even where there is nothing to go on in.
    afterCursor(caseMessages.createdAt, caseMessages.id, input.cursor);
    return { items: [], next: null, state };
  }
  return { ...(await messagesOf(ctx, offerId, input)), state };
}

/** Whether the reader may read this acceptance's talk is decided before. */
export async function messagesOf(
  ctx: ServiceContext,
  offerId: string,
  { limit, cursor, after }: Omit<z.infer<typeof listMessagesInput>, "offer_id">,
): Promise<{ items: MessageView[]; next: string | null }> {
  const { createdAt, id } = caseMessages;
  const newer =
    after === undefined
      ? undefined
      : sql`(${createdAt}, ${id}) > (SELECT created_at, id FROM case_messages WHERE id = ${after} AND offer_id = ${offerId})`;
  const rows = await ctx.db
    .select({ message: caseMessages, file: caseFiles })
    .from(caseMessages)
    .leftJoin(caseFiles, eq(caseFiles.id, caseMessages.fileId))
    .where(and(eq(caseMessages.offerId, offerId), newer, afterCursor(createdAt, id, cursor)))
    .orderBy(desc(createdAt), desc(id))
    .limit(limit + 1);
  const page = pageOf(rows, limit, ({ message }) => ({ at: message.createdAt, id: message.id }));
  return { items: page.items.map(messageView), next: page.next };
}
