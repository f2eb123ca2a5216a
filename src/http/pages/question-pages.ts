// What the forms of the question before an acceptance do: one asks, one answers, and both lead back.
import { type Context, Hono } from "hono";
import { VezError } from "../../base/errors.ts";
import { answerInput, answerQuestion } from "../../services/talk/answer-question.ts";
import { askQuestion, questionInput } from "../../services/talk/ask-question.ts";
import type { AppEnv } from "../app-env.ts";
import { requirePerson, session } from "../session.ts";
import { formBody } from "./form-body.ts";
import { requirePageRole } from "./require-page-role.ts";
import { signInFirst } from "./sign-in-first.ts";
import { QUESTION_REFUSED } from "./texts/talk.ts";

export const questionPages = new Hono<AppEnv>();

questionPages.post("/conversations/:caseId/questions/:questionId/answer", session, signInFirst, async (c) => {
  const { caseId, questionId } = c.req.param();
  const form = await formBody(c);
  const page = `/conversations/${caseId}${form.get("back") === "case" ? "/case" : ""}`;
  return asked(c, page, "questions", async () => {
    const input = answerInput.safeParse({ text: form.get("text") });
    if (!input.success) return "invalid_input";
    await answerQuestion(c.get("services"), requirePerson(c), { caseId, questionId }, input.data);
    return null;
  });
});

questionPages.post("/pro/offers/:offerId/question", session, requirePageRole("professional"), async (c) => {
  const offerId = c.req.param("offerId");
  const form = await formBody(c);
  return asked(c, `/pro/offers/${offerId}`, "question", async () => {
    const input = questionInput.safeParse({ text: form.get("text") });
    if (!input.success) return "invalid_input";
    await askQuestion(c.get("services"), requirePerson(c), offerId, input.data);
    return null;
  });
});

/** Back to the page; what was not taken is said there. */
async function asked(
  c: Context<AppEnv>,
  page: string,
  place: string,
  act: () => Promise<string | null>,
): Promise<Response> {
  const code = await act().catch((error: unknown) => {
    if (error instanceof VezError && error.code in QUESTION_REFUSED) return error.code;
    throw error;
  });
  const query = code === null ? "" : `?${new URLSearchParams({ question: code })}`;
  return c.redirect(`${page}${query}#${place}`, 303);
}
