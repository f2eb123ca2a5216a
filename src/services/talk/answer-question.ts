// The client answers a professional's question; the answer goes to the one who asked, without names and numbers.
import { and, eq, sql } from "drizzle-orm";
import * as z from "zod";
import { conflict, invalid, notFound } from "../../base/errors.ts";
import { auditRow } from "../../db/audit.ts";
import { insertIf } from "../../db/insert-if.ts";
import { outboxRow } from "../../db/outbox.ts";
import { audit, offerQuestions, offers, professionals, users } from "../../db/schema.ts";
import { ANSWER_LENGTH } from "../../domain/talk/question-length.ts";
import { saysSomething, withoutIdentity } from "../../domain/talk/without-identity.ts";
import type { ServiceContext } from "../context.ts";
import { visibleCase } from "../intake/visible-case.ts";
import { insertOutbox } from "../outbox/insert-outbox.ts";
import { insertedRows } from "../outbox/inserted-rows.ts";
import { plainText } from "../plain-text.ts";
import { seenSql } from "./client-seen.ts";
import { talkNews } from "./talk-news.ts";
import type { Person } from "./talk-of.ts";

const LENGTH = `Answer in at most ${ANSWER_LENGTH.most} characters.`;

export const answerInput = z.object({
  text: plainText({ error: "text is your answer." })
    .trim()
    .min(ANSWER_LENGTH.least, "Write your answer first.")
    .max(ANSWER_LENGTH.most, LENGTH),
});

/**
 * What passes is kept, nothing else; the same answer twice is one. Throws `not_found`, `question_answered`, `question_closed`
 * (409: the offer is over), `invalid_input` where nothing readable is left.
 */
export async function answerQuestion(
  ctx: ServiceContext,
  actor: Person,
  at: { caseId: string; questionId: string },
  input: z.infer<typeof answerInput>,
): Promise<{ id: string; answer: string; answered_at: string }> {
  const { conversationId } = await visibleCase(ctx, { ...actor, role: "client" }, at.caseId);
  const [asked] = await ctx.db
    .select({
      offerId: offerQuestions.offerId,
      professionalUserId: professionals.userId,
      professional: professionals.name,
      client: users.name,
    })
    .from(offerQuestions)
    .innerJoin(offers, eq(offers.id, offerQuestions.offerId))
    .innerJoin(professionals, eq(professionals.id, offers.professionalId))
    .innerJoin(users, eq(users.id, actor.userId))
    .where(and(eq(offerQuestions.id, at.questionId), eq(offerQuestions.caseId, at.caseId)));
  if (asked === undefined) throw notFound("question");
  const answer = withoutIdentity(input.text, [asked.client, asked.professional]);
  if (!saysSomething(answer, ANSWER_LENGTH.least)) {
    throw invalid("Without names, numbers and addresses nothing is left of it. Answer in words.");
  }
  const now = ctx.now();
  const moment = now.toISOString();
  const id = at.questionId;
  const entry = auditRow(actor.userId, "question.answered", id, now, { case_id: at.caseId });
  const mine = sql`EXISTS (SELECT 1 FROM audit WHERE id = ${entry.id})`;
  const news = talkNews(
    ctx,
    { conversationId, professionalUserId: asked.professionalUserId },
    {
      type: "offer_question",
      data: { case_id: at.caseId, offer_id: asked.offerId, question_id: id, status: "answered" },
    },
    `question:${id}:answered`,
  );
  const notice = outboxRow(
    "person.notify",
    `question:${id}:answered:notice`,
    { userId: asked.professionalUserId, kind: "question_answered", params: { offer_id: asked.offerId } },
    { now, traceId: ctx.traceId },
  );
  const [, , , , queued, [kept]] = await ctx.db.batch([
    ctx.db.execute(sql`SELECT id FROM cases WHERE id = ${at.caseId} FOR UPDATE`),
    insertIf(
      ctx.db,
      audit,
      entry,
      sql`EXISTS (
        SELECT 1 FROM offer_questions q JOIN offers o ON o.id = q.offer_id
        WHERE q.id = ${id} AND q.answered_at IS NULL AND o.status IN ('pending', 'seen') AND o.expires_at > ${moment}::timestamptz)`,
    ),
    ctx.db
      .update(offerQuestions)
      .set({ answer, answeredAt: now })
      .where(and(eq(offerQuestions.id, id), mine)),
    ctx.db.execute(seenSql(at.caseId, now, mine)),
    ctx.db.execute(insertOutbox([...news.rows, notice], mine)),
    ctx.db.select().from(offerQuestions).where(eq(offerQuestions.id, id)),
  ]);
  const rows = insertedRows(queued);
  if (rows.length > 0) news.tellNow();
  await ctx.enqueue(rows);
  if (kept?.answer === answer && kept.answeredAt !== null) {
    return { id, answer, answered_at: kept.answeredAt.toISOString() };
  }
  if (kept?.answer != null) throw conflict("question_answered", "You have answered this question already.");
  throw conflict("question_closed", "The one who asked has decided meanwhile. You need not answer any more.");
}
