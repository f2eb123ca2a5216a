// Where somebody stands with the team: what is being checked, what was asked, why not, and what to do next.
import type { Child } from "hono/jsx";
import type { Locale, Text } from "../../domain/locale.ts";
import { licenceText } from "../../domain/registration/licence.ts";
import { REFUSAL_WORDS, SUSPENSION_WORDS } from "../../domain/registration/words.ts";
import type { PaperView } from "../../services/verification/papers.ts";
import type { Standing } from "../../services/verification/standing.ts";
import { describedBy, Field } from "./parts/field.tsx";
import { Live } from "./parts/live.tsx";
import { Moment } from "./parts/moment.tsx";
import { Notice } from "./parts/notice.tsx";
import { Papers } from "./pro-papers.tsx";
import { JOIN, STANDING } from "./texts/pro-join.ts";

interface StandingProps {
  standing: Standing;
  papers: readonly PaperView[];
  maxMb: number;
  /** `kind.code` of a document's form, or the code of an answer's. */
  refused: string | null;
  locale: Locale;
}

/** True where there is something to say beyond "offers reach you". */
export function isNoteworthy({ review, suspension, status, vertical, licence_status: licence }: Standing): boolean {
  if (status === "pending" || suspension !== null || licence !== "valid") return true;
  return review?.status === "open" || review?.status === "asked" || vertical === "staffing";
}

export function StandingPart({ standing, papers, maxMb, refused, locale }: StandingProps) {
  const { review, suspension } = standing;
  const isLive = review?.status === "open" || review?.status === "asked";
  const [kind = "", code = ""] = (refused ?? "").split(".");
  return (
    <section class="stack" id="standing" aria-labelledby="standing-title">
      {suspension !== null && (
        <Notice kind="care" title={STANDING.suspended[locale]}>
          <p>
            {SUSPENSION_WORDS[suspension.reason][locale]} {suspension.words}
          </p>
          <p>
            {suspension.until === null ? (
              STANDING.untilLifted[locale]
            ) : (
              <>
                {STANDING.until[locale]}: <Moment at={suspension.until} locale={locale} style="full" />
              </>
            )}{" "}
            {STANDING.yours[locale]}
          </p>
        </Notice>
      )}
      <Live id="standing-state" of={standing} class="stack">
        <State standing={standing} locale={locale} />
        {review !== null && review.words.length > 0 && <Talk standing={standing} locale={locale} />}
      </Live>
      {isLive && (
        <>
          <AnswerForm asked={review?.status === "asked"} refused={code === "" ? refused : null} locale={locale} />
          <section class="card stack" id="papers" aria-labelledby="papers-title">
            <h2 id="papers-title">{JOIN.papers[locale]}</h2>
            <p class="soft">{JOIN.papersLead[locale]}</p>
            <Papers
              papers={papers}
              kinds={["card", "other"]}
              maxMb={maxMb}
              to="pro"
              error={code === "" ? null : { kind, code }}
              locale={locale}
            />
          </section>
        </>
      )}
    </section>
  );
}

function State({ standing, locale }: Pick<StandingProps, "standing" | "locale">) {
  const { review, status, vertical } = standing;
  const isDoctor = vertical === "staffing";
  if (review?.status === "asked") {
    return <Head title={STANDING.asked} text={STANDING.askedText} locale={locale} />;
  }
  if (review?.status === "refused") {
    const isChange = status !== "pending";
    return (
      <Head title={STANDING.refused} locale={locale}>
        <ul>
          {review.refusal_reasons.map((reason) => (
            <li>{REFUSAL_WORDS[reason][locale]}</li>
          ))}
        </ul>
        {review.refusal_words !== null && <p class="summary">{review.refusal_words}</p>}
        <p>{STANDING.againText[locale]}</p>
        <div>
          <a class="button" href={isChange ? "/pro/profile#registration" : "/pro/join"}>
            {(isChange ? STANDING.againProfile : STANDING.again)[locale]}
          </a>
        </div>
      </Head>
    );
  }
  if (status === "pending" || review?.status === "open") {
    return (
      <Head title={STANDING.open} text={status === "pending" ? STANDING.openText : STANDING.changeText} locale={locale}>
        {review !== null && (
          <p class="soft">
            {STANDING.sent[locale]}: {review.claims.name},{" "}
            {licenceText(vertical, review.claims.licence_uf, review.claims.licence_number)}
          </p>
        )}
        {isDoctor && <p>{JOIN.doctorLater[locale]}</p>}
      </Head>
    );
  }
  return isDoctor ? <Head title={STANDING.doctor} text={STANDING.doctorText} locale={locale} /> : null;
}

function Head({ title, text, children, locale }: { title: Text; text?: Text; children?: Child; locale: Locale }) {
  return (
    <div class="card stack tight">
      <h1 id="standing-title">{title[locale]}</h1>
      {text !== undefined && <p>{text[locale]}</p>}
      {children}
    </div>
  );
}

function Talk({ standing, locale }: Pick<StandingProps, "standing" | "locale">) {
  return (
    <section class="card stack tight" aria-labelledby="words-title">
      <h2 id="words-title">{STANDING.talk[locale]}</h2>
      {standing.review?.words.map(({ by, text, at }) => (
        <div>
          <p class="soft small">
            <strong>{STANDING[by === "team" ? "team" : "you"][locale]}</strong>{" "}
            <Moment at={at} locale={locale} style="day-time" />
          </p>
          <p class="summary">{text}</p>
        </div>
      ))}
    </section>
  );
}

function AnswerForm({ asked, refused, locale }: { asked: boolean; refused: string | null; locale: Locale }) {
  const error =
    refused === "invalid_input"
      ? STANDING.answerShort[locale]
      : refused === "nothing_open"
        ? STANDING.notOpen[locale]
        : null;
  const label = asked ? STANDING.answer[locale] : STANDING.word[locale];
  return (
    <form method="post" action="/pro/answer" class="card stack">
      <Field id="answer" label={label} error={error}>
        <textarea
          class="input"
          id="answer"
          name="text"
          rows={4}
          maxlength={2000}
          {...describedBy("answer", undefined, error)}
        />
      </Field>
      <div>
        <button type="submit" class={asked ? "button" : "button quiet"}>
          {STANDING.send[locale]}
        </button>
      </div>
    </form>
  );
}
