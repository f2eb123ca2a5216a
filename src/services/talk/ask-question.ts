// Before he decides on an offer, a professional asks the client one thing, and neither learns who the other is.
import { eq, sql } from "drizzle-orm";
import * as z from "zod";
import { conflict, invalid, notFound, type VezError } from "../../base/errors.ts";
import { newId } from "../../base/ids.ts";
import { auditRow } from "../../db/audit.ts";
import { insertIf } from "../../db/insert-if.ts";
import { outboxRow } from "../../db/outbox.ts";
import { audit, cases, offerQuestions, offers, professionals, users } from "../../db/schema.ts";
import { MOST_OPEN_QUESTIONS, QUESTION_LENGTH } from "../../domain/talk/question-length.ts";
import { saysSomething, withoutIdentity } from "../../domain/talk/without-identity.ts";
import type { ServiceContext } from "../context.ts";
import { ownOffer } from "../offers/read-offer.ts";
import { insertOutbox } from "../outbox/insert-outbox.ts";
import { insertedRows } from "../outbox/inserted-rows.ts";
import { plainText } from "../plain-text.ts";
import { askedOf, type OfferQuestion } from "./question-view.ts";
import { talkNews } from "./talk-news.ts";
import type { Person } from "./talk-of.ts";

const LENGTH = `Ask in ${QUESTION_LENGTH.least} to ${QUESTION_LENGTH.most} characters.`;

export const questionInput = z.object({
  text: plainText({ error: LENGTH }).trim().min(QUESTION_LENGTH.least, LENGTH).max(QUESTION_LENGTH.most, LENGTH),
});

/** Over `offers` and `cases`: it can still be answered and the client has not said stop. */
const mayBeAsked = (at: string) => sql`offers.status IN ('pending', 'seen') AND offers.expires_at > ${at}::timestamptz
  AND cases.status = 'offering' AND cases.stopped_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM users u WHERE u.id = cases.client_id AND u.opted_out_at IS NOT NULL)`;

/**
 * What passes is kept, nothing else. The clock of the offer goes on. The same question twice is one. Throws `question_asked`,
 * `offer_closed`, `client_stopped`, `too_many_questions` (409), `invalid_input` where nothing readable is left.
 */
export async function askQuestion(
  ctx: ServiceContext,
  actor: Person,
  offerId: string,
  input: z.infer<typeof questionInput>,
): Promise<OfferQuestion> {
  const { caseId, professionalId } = await ownOffer(ctx, actor, offerId);
  const now = ctx.now();
  const at = now.toISOString();
  const [people] = await ctx.db
    .select({
      conversationId: cases.conversationId,
      clientId: cases.clientId,
      client: users.name,
      professional: professionals.name,
    })
    .from(cases)
    .innerJoin(users, eq(users.id, cases.clientId))
    .innerJoin(professionals, eq(professionals.id, professionalId))
    .where(eq(cases.id, caseId));
  if (people === undefined) throw notFound("offer");
  const text = withoutIdentity(input.text, [people.client, people.professional]);
  if (!saysSomething(text, QUESTION_LENGTH.least)) {
    throw invalid("Without names, numbers and addresses nothing is left of it. Ask in words.");
  }
  const id = newId("qst", now.getTime());
  const mine = sql`EXISTS (SELECT 1 FROM offer_questions WHERE id = ${id})`;
  const news = talkNews(
    ctx,
    { conversationId: people.conversationId, professionalUserId: actor.userId },
    { type: "offer_question", data: { case_id: caseId, offer_id: offerId, question_id: id, status: "asked" } },
    `question:${id}:asked`,
  );
  const notice = outboxRow(
    "person.notify",
    `question:${id}:notice`,
    { userId: people.clientId, kind: "offer_question", params: { case_id: caseId } },
    { now, traceId: ctx.traceId },
  );
  const openOnes = sql`(
    SELECT count(*) FROM offer_questions q JOIN offers o ON o.id = q.offer_id
    WHERE q.case_id = ${caseId} AND q.answered_at IS NULL AND o.status IN ('pending', 'seen') AND o.expires_at > ${at}::timestamptz)`;
  const [, , , queued, [kept], [state]] = await ctx.db.batch([
    // One question of a case after another: the count below is then true.
    ctx.db.execute(sql`SELECT id FROM cases WHERE id = ${caseId} FOR UPDATE`),
    ctx.db.execute(sql`
      INSERT INTO offer_questions (id, case_id, offer_id, text, created_at)
      SELECT ${id}, cases.id, offers.id, ${text}, ${at}::timestamptz
      FROM offers JOIN cases ON cases.id = offers.case_id
      WHERE offers.id = ${offerId} AND ${mayBeAsked(at)} AND ${openOnes} < ${MOST_OPEN_QUESTIONS}
      ON CONFLICT (offer_id) DO NOTHING`),
    insertIf(ctx.db, audit, auditRow(actor.userId, "question.asked", id, now, { offer_id: offerId }), mine),
    ctx.db.execute(insertOutbox([...news.rows, notice], mine)),
    ctx.db.select().from(offerQuestions).where(eq(offerQuestions.offerId, offerId)),
    ctx.db
      .select({
        stopped: sql<boolean>`cases.stopped_at IS NOT NULL OR EXISTS (SELECT 1 FROM users u WHERE u.id = cases.client_id AND u.opted_out_at IS NOT NULL)`,
        free: sql<boolean>`${mayBeAsked(at)}`,
      })
      .from(offers)
      .innerJoin(cases, eq(cases.id, offers.caseId))
      .where(eq(offers.id, offerId)),
  ]);
  const rows = insertedRows(queued);
  if (rows.length > 0) news.tellNow();
  await ctx.enqueue(rows);
  if (kept?.text === text) return askedOf(kept);
  throw refusal(kept !== undefined, state);
}

function refusal(asked: boolean, state: { stopped: boolean; free: boolean } | undefined): VezError {
  if (asked)
    return conflict("question_asked", "You have asked your question. The answer comes to the page of the offer.");
  if (state?.stopped === true) return conflict("client_stopped", "The person does not want to be asked at the moment.");
  if (state?.free !== true) return conflict("offer_closed", "This offer can no longer be answered.");
  return conflict(
    "too_many_questions",
    "Other professionals have asked already and the person has not answered yet. Decide by the summary, or try later.",
  );
}
