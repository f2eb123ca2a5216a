// A side of a talk writes to the other.
import { and, eq, sql } from "drizzle-orm";
import * as z from "zod";
import { notFound } from "../../base/errors.ts";
import { newId } from "../../base/ids.ts";
import { auditRow } from "../../db/audit.ts";
import { insertIf } from "../../db/insert-if.ts";
import { outboxRow } from "../../db/outbox.ts";
import { audit, caseFiles, caseMessages } from "../../db/schema.ts";
import { MOST_CHARACTERS } from "../../domain/talk/sides.ts";
import type { ServiceContext } from "../context.ts";
import { insertOutbox } from "../outbox/insert-outbox.ts";
import { insertedRows } from "../outbox/inserted-rows.ts";
import { plainText } from "../plain-text.ts";
import { seenSql } from "./client-seen.ts";
import { type MessageView, messageView } from "./message-view.ts";
import { talkNews } from "./talk-news.ts";
import { heldTalkOf, type Person, passesSql, whyClosed } from "./talk-of.ts";

export const sendMessageInput = z
  .object({
    text: plainText({ error: "text is what you write." })
      .trim()
      .max(MOST_CHARACTERS, `At most ${MOST_CHARACTERS} characters. Send the rest as another message.`)
      .default(""),
    client_message_id: z
      .string({ error: "client_message_id must be a string you choose, new for each message." })
      .min(1)
      .max(100),
    /** A file of the case that the sender sees. */
    file_id: z.string().max(100).nullish(),
  })
  .refine(({ text, file_id }) => text !== "" || file_id != null, { path: ["text"], error: "Write something first." });

/** A page that is open reads within seconds; a notice is for whoever is not there. */
const NOTICE_AFTER_MS = 20_000;

/**
 * The same `client_message_id` twice is one message, also after the talk was closed. Throws `not_found` for strangers and for a
 * file that is not the sender's to send, `talk_not_open`, `talk_closed`, `case_closed` (409).
 */
export async function sendMessage(
  ctx: ServiceContext,
  actor: Person,
  caseId: string,
  input: z.infer<typeof sendMessageInput>,
): Promise<MessageView> {
  const { offerId, side, state, conversationId, professional } = await heldTalkOf(ctx, actor, caseId);
  const now = ctx.now();
  const at = sql`${now.toISOString()}::timestamptz`;
  const id = newId("tlk", now.getTime());
  const fileId = input.file_id ?? null;
  const sentKey = input.client_message_id;
  const event = { case_id: caseId, message_id: id, from: side, at: now.toISOString() };
  const news = talkNews(
    ctx,
    { conversationId, professionalUserId: professional.userId },
    { type: "case_message", data: event },
    `talk:${id}`,
  );
  const notice = outboxRow(
    "talk.notice",
    `talk.notice:${id}`,
    { messageId: id },
    { now, traceId: ctx.traceId, availableAt: new Date(now.getTime() + NOTICE_AFTER_MS) },
  );
  // The message's id is fresh: it is there exactly when this call wrote it, and everything else hangs on it.
  const mine = sql`EXISTS (SELECT 1 FROM case_messages WHERE id = ${id})`;
  // Whoever has one to come, or had one and has not read since, needs no other.
  const quiet = sql`NOT EXISTS (
    SELECT 1 FROM case_messages m WHERE m.offer_id = ${offerId} AND m.sender = ${side} AND m.read_at IS NULL AND m.id <> ${id}
      AND (m.noticed_at IS NOT NULL OR m.created_at > ${at} - interval '${sql.raw(String(NOTICE_AFTER_MS))} milliseconds'))`;
  const [, , , , told, , kept] = await ctx.db.batch([
    // One message of a case after another: the moments below then stand in their order.
    ctx.db.execute(sql`SELECT id FROM cases WHERE id = ${caseId} FOR UPDATE`),
    ctx.db.execute(sql`
      INSERT INTO case_messages (id, case_id, offer_id, sender, text, client_message_id, file_id, created_at)
      SELECT ${id}, cases.id, offers.id, ${side}, ${input.text}, ${sentKey}, ${fileId},
        greatest(${at}, (SELECT max(created_at) FROM case_messages WHERE offer_id = offers.id) + interval '1 millisecond')
      FROM cases JOIN offers ON offers.case_id = cases.id AND offers.id = ${offerId}
      WHERE cases.id = ${caseId} AND ${passesSql} AND (${fileId}::text IS NULL OR EXISTS (
        SELECT 1 FROM case_files f WHERE f.id = ${fileId} AND f.case_id = cases.id AND f.deleted_at IS NULL
          AND f.stored_at IS NOT NULL AND (f.offer_id IS NULL OR f.offer_id = offers.id)))
      ON CONFLICT (offer_id, sender, client_message_id) DO NOTHING`),
    ctx.db.execute(seenSql(caseId, now, side === "client" ? mine : sql`false`)),
    insertIf(ctx.db, audit, auditRow(actor.userId, "talk.said", id, now, { case_id: caseId }), mine),
    ctx.db.execute(insertOutbox(news.rows, mine)),
    // Not handed to its queue now: the relay does, when its time has come.
    ctx.db.execute(insertOutbox([notice], sql`${mine} AND ${quiet}`)),
    ctx.db
      .select({ message: caseMessages, file: caseFiles })
      .from(caseMessages)
      .leftJoin(caseFiles, eq(caseFiles.id, caseMessages.fileId))
      .where(
        and(
          eq(caseMessages.offerId, offerId),
          eq(caseMessages.sender, side),
          eq(caseMessages.clientMessageId, sentKey),
        ),
      ),
  ]);
  const row = kept[0];
  if (row?.message.id === id) news.tellNow();
  await ctx.enqueue(insertedRows(told));
  if (row !== undefined) return messageView(row);
  if (state === "open" && fileId !== null) throw notFound("file");
  throw whyClosed(state === "open" ? "blocked" : state);
}
