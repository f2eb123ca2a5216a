// One offer: the case without its client, how long is left, and the two answers.

import { DECLINE_REASON_NAMES, DECLINE_REASONS } from "../../domain/decline-reasons.ts";
import type { Locale } from "../../domain/locale.ts";
import { isAppointment } from "../../domain/triage/appointment.ts";
import { COMPLEXITY_NAMES, languageName, placeWords, subjectWords } from "../../domain/words/labels.ts";
import { dayWords, moneyWords } from "../../domain/words/moments.ts";
import { urgencyWords } from "../../domain/words/urgency.ts";
import type { OfferView } from "../../services/offers/read-offer.ts";
import type { OfferQuestion } from "../../services/talk/question-view.ts";
import { Live } from "./parts/live.tsx";
import { Moment } from "./parts/moment.tsx";
import { Notice } from "./parts/notice.tsx";
import { TimeLeft } from "./parts/time-left.tsx";
import { OfferQuestionPart } from "./questions.tsx";
import { OFFER, OFFER_OVER, OFFER_REFUSED, OFFERS } from "./texts/pro.ts";

export interface OfferPageProps {
  offer: OfferView;
  /** Code of what came between an answer and its success; null when nothing did. */
  refused: string | null;
  now: Date;
  /** What the professional asked, or null. */
  question: OfferQuestion | null;
  /** Why a question was not taken, by the error's code; null when it was. */
  questionRefused: string | null;
  locale: Locale;
}

export function OfferPage({ offer, refused, now, question, questionRefused, locale }: OfferPageProps) {
  return (
    <article class="stack offer">
      <p>
        <a href="/pro" class="back">
          {OFFERS.back[locale]}
        </a>
      </p>
      <h1>{subjectWords(offer.area, offer.subarea, locale)}</h1>
      <Live id="offer-state" of={[offer.status, refused, isOpen(offer, now)]} class="stack">
        <State offer={offer} refused={refused} now={now} locale={locale} />
      </Live>
      {offer.chosen_by_client && (
        <section class="stack tight" aria-labelledby="chosen-title">
          <h2 id="chosen-title">{OFFER.chosen[locale]}</h2>
          <p>{OFFER.chosenText[locale]}</p>
          {offer.note !== null && <blockquote class="summary">{offer.note}</blockquote>}
        </section>
      )}
      <Facts offer={offer} locale={locale} />
      <section class="stack tight" aria-labelledby="summary-title">
        <h2 id="summary-title">{OFFER.summary[locale]}</h2>
        <p class="summary">{offer.summary}</p>
        <p class="soft small">{OFFER.anonymous[locale]}</p>
      </section>
      <Live id="offer-question" of={[question, questionRefused, isOpen(offer, now)]}>
        <OfferQuestionPart
          offer={offer}
          question={question}
          open={isOpen(offer, now)}
          refused={questionRefused}
          locale={locale}
        />
      </Live>
      <Live id="offer-answer" of={[offer.status, isOpen(offer, now)]}>
        {isOpen(offer, now) && <Answer offer={offer} locale={locale} />}
      </Live>
    </article>
  );
}

export function isOpen(offer: OfferView, now: Date): boolean {
  const open = offer.status === "pending" || offer.status === "seen";
  return open && new Date(offer.expires_at) > now;
}

function State({ offer, refused, now, locale }: Omit<OfferPageProps, "question" | "questionRefused">) {
  const came = refused === null ? undefined : OFFER_REFUSED[refused];
  if (isOpen(offer, now)) {
    return (
      <>
        {came !== undefined && (
          <Notice kind="care">
            <p>{came[locale]}</p>
            <p>
              <a href="/pro/profile">{OFFERS.changeProfile[locale]}</a>
            </p>
          </Notice>
        )}
        <p class="answer-by">
          {OFFER.answerBy[locale]} <Moment at={offer.expires_at} locale={locale} />
          <span class="left-pill">
            <TimeLeft until={offer.expires_at} now={now} locale={locale} />
          </span>
        </p>
      </>
    );
  }
  const over = offer.status === "pending" || offer.status === "seen" ? "expired" : offer.status;
  return (
    <Notice kind={over === "accepted" ? "good" : undefined}>
      <p>{(came ?? OFFER_OVER[over])[locale]}</p>
      {over === "accepted" && (
        <p>
          <a href="/pro/cases">{CASES_LINK[locale]}</a>
        </p>
      )}
    </Notice>
  );
}

const CASES_LINK = { "pt-BR": "Ver em meus casos", en: "See it in my cases" };

function Facts({ offer, locale }: { offer: OfferView; locale: Locale }) {
  return (
    <dl class="facts">
      <dt>{OFFER.place[locale]}</dt>
      <dd>{placeWords(offer.municipality, offer.uf) ?? OFFER.anywhere[locale]}</dd>
      {offer.urgency_hours !== null && (
        <>
          <dt>{OFFER.urgency[locale]}</dt>
          <dd>{urgencyWords(offer.urgency_hours, locale)}</dd>
        </>
      )}
      {offer.complexity !== null && (
        <>
          <dt>{OFFER.complexity[locale]}</dt>
          <dd>{COMPLEXITY_NAMES[offer.complexity][locale]}</dd>
        </>
      )}
      {offer.deadlines.length > 0 && (
        <>
          <dt>{OFFER.deadlines[locale]}</dt>
          <dd>
            <Deadlines deadlines={offer.deadlines} locale={locale} />
          </dd>
        </>
      )}
      {offer.languages.length > 0 && (
        <>
          <dt>{OFFER.languages[locale]}</dt>
          <dd>{offer.languages.map((language) => languageName(language, locale)).join(", ")}</dd>
        </>
      )}
      {offer.budget_cents !== null && (
        <>
          <dt>{OFFER.budget[locale]}</dt>
          <dd>{moneyWords(offer.budget_cents, locale)}</dd>
        </>
      )}
      <dt>{OFFER.fee[locale]}</dt>
      <dd>{offer.fee_cents === 0 ? OFFER.free[locale] : moneyWords(offer.fee_cents, locale)}</dd>
    </dl>
  );
}

export function Deadlines({ deadlines, locale }: { deadlines: OfferView["deadlines"]; locale: Locale }) {
  return (
    <ul class="deadlines">
      {deadlines.map((limit) => (
        <li>
          {limit.label[locale]}: {isAppointment(limit) ? "" : `${OFFER.lastDay[locale]} `}
          <time datetime={limit.date}>{dayWords(limit.date, locale)}</time>
          {limit.passed && ` (${OFFER.passed[locale]})`}
        </li>
      ))}
    </ul>
  );
}

function Answer({ offer, locale }: { offer: OfferView; locale: Locale }) {
  return (
    <div class="answer">
      <form method="post" action={`/pro/offers/${offer.id}/accept`} class="stack tight">
        <button type="submit" class="button big">
          {OFFER.accept[locale]}
        </button>
        <p class="soft small">{OFFER.acceptHint[locale]}</p>
      </form>
      <details class="decline">
        <summary>{OFFER.decline[locale]}</summary>
        <form method="post" action={`/pro/offers/${offer.id}/decline`} class="stack tight">
          <fieldset class="field">
            <legend>{OFFER.declineWhy[locale]}</legend>
            <span class="hint">{OFFER.declineHint[locale]}</span>
            {DECLINE_REASONS.map((reason, index) => (
              <label class="choice">
                <input type="radio" name="reason" value={reason} checked={index === 0} />
                <span>{DECLINE_REASON_NAMES[reason][locale]}</span>
              </label>
            ))}
          </fieldset>
          <div>
            <button type="submit" class="button risky">
              {OFFER.declineSend[locale]}
            </button>
          </div>
        </form>
      </details>
    </div>
  );
}
