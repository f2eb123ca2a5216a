// The one anonymous question before an acceptance: the professional's form and answer, and the client's reply.
import type { Locale } from "../../domain/locale.ts";
import { ANSWER_LENGTH, QUESTION_LENGTH } from "../../domain/talk/question-length.ts";
import type { ClientQuestion } from "../../services/talk/list-questions.ts";
import type { OfferQuestion } from "../../services/talk/question-view.ts";
import { Field } from "./parts/field.tsx";
import { Moment } from "./parts/moment.tsx";
import { Notice } from "./parts/notice.tsx";
import { QUESTION, QUESTION_REFUSED } from "./texts/talk.ts";

interface QuestionsProps {
  caseId: string;
  questions: readonly ClientQuestion[];
  /** Where its forms lead back to. */
  back: "talk" | "case";
  /** Code of a refusal that the page answers, or null. */
  refused: string | null;
  locale: Locale;
}

/** For the client; `client.js` fetches it anew when the stream says so. */
export function ClientQuestions({ caseId, questions, back, refused, locale }: QuestionsProps) {
  return (
    <div id="questions" class="stack">
      <Refused code={refused} locale={locale} />
      {questions.map((question) => (
        <section class="card stack tight question" aria-labelledby={`${question.id}-title`}>
          <h2 id={`${question.id}-title`}>{QUESTION.clientTitle[locale]}</h2>
          <blockquote class="summary">{question.text}</blockquote>
          {question.answer === null ? (
            <Reply caseId={caseId} question={question} back={back} locale={locale} />
          ) : (
            <p>
              <span class="soft small block">{QUESTION.you[locale]}</span>
              {question.answer}
            </p>
          )}
        </section>
      ))}
    </div>
  );
}

interface ReplyProps {
  caseId: string;
  question: ClientQuestion;
  back: "talk" | "case";
  locale: Locale;
}

function Reply({ caseId, question, back, locale }: ReplyProps) {
  const id = `${question.id}-answer`;
  return (
    <form method="post" action={`/conversations/${caseId}/questions/${question.id}/answer`} class="stack tight">
      <input type="hidden" name="back" value={back} />
      <Field id={id} label={QUESTION.answerLabel[locale]} hint={QUESTION.clientHint[locale]}>
        <textarea
          class="input"
          id={id}
          name="text"
          rows={3}
          maxlength={ANSWER_LENGTH.most}
          required
          aria-describedby={`${id}-hint`}
        />
      </Field>
      {question.answer_by !== null && (
        <p class="soft small">
          {QUESTION.by[locale]} <Moment at={question.answer_by} locale={locale} />
        </p>
      )}
      <div>
        <button type="submit" class="button">
          {QUESTION.answer[locale]}
        </button>
      </div>
    </form>
  );
}

interface OfferQuestionProps {
  offer: { id: string; expires_at: string };
  question: OfferQuestion | null;
  /** False once the offer can no longer be answered. */
  open: boolean;
  refused: string | null;
  locale: Locale;
}

/** For the professional, on the page of his offer. */
export function OfferQuestionPart({ offer, question, open, refused, locale }: OfferQuestionProps) {
  if (question === null && !open) return null;
  const withUntil = (words: string) => {
    const [before, after] = words.split("{until}");
    return (
      <>
        {before}
        <Moment at={offer.expires_at} locale={locale} />
        {after}
      </>
    );
  };
  return (
    <section class="card stack tight question" id="question" aria-labelledby="question-title">
      <h2 id="question-title">{QUESTION.title[locale]}</h2>
      <Refused code={refused} locale={locale} />
      {question === null ? (
        <form method="post" action={`/pro/offers/${offer.id}/question`} class="stack tight">
          <Field id="question-text" label={QUESTION.label[locale]} hint={withUntil(QUESTION.hint[locale])}>
            <textarea
              class="input"
              id="question-text"
              name="text"
              rows={3}
              minlength={QUESTION_LENGTH.least}
              maxlength={QUESTION_LENGTH.most}
              required
              aria-describedby="question-text-hint"
            />
          </Field>
          <div>
            <button type="submit" class="button quiet">
              {QUESTION.ask[locale]}
            </button>
          </div>
        </form>
      ) : (
        <>
          <p>
            <span class="soft small block">{QUESTION.asked[locale]}</span>
            {question.text}
          </p>
          {question.answer !== null ? (
            <p>
              <span class="soft small block">{QUESTION.answered[locale]}</span>
              {question.answer}
            </p>
          ) : (
            open && <p class="soft">{withUntil(QUESTION.waits[locale])}</p>
          )}
        </>
      )}
    </section>
  );
}

function Refused({ code, locale }: { code: string | null; locale: Locale }) {
  const words = code === null ? undefined : QUESTION_REFUSED[code];
  return words === undefined ? null : <Notice kind="bad" title={words[locale]} />;
}
