// The client's conversation: safety first, what happens now, what was understood, the transcript, and where to write.
import type { Locale, Text } from "../../domain/locale.ts";
import {
  hasAsked,
  isOverStand,
  isTaken,
  isTriaged,
  mayChoose,
  mayReopen,
  standOf,
} from "../../domain/words/case-news.ts";
import { nowWords } from "../../domain/words/case-words.ts";
import { AsksCards } from "./client-asks.tsx";
import { Panel } from "./client-panel.tsx";
import { Transcript } from "./client-transcript.tsx";
import type { ClientView } from "./client-view.ts";
import { Voice } from "./client-voice.tsx";
import { Notice } from "./parts/notice.tsx";
import { ReviewForm } from "./parts/review-form.tsx";
import { SafetyCard } from "./parts/safety-card.tsx";
import { ClientQuestions } from "./questions.tsx";
import { TalkLink } from "./talk-link.tsx";
import { LIVE, TALK, WHY } from "./texts/client.ts";
import { CASE } from "./texts/client-case.ts";
import { COURSE, REOPEN } from "./texts/course.ts";
import { RECOVERY } from "./texts/recovery.ts";

interface ConversationProps {
  view: ClientView;
  locale: Locale;
  /** Makes two posts of one form one message. */
  messageId: string;
  /** True where Vez turns recordings into words. */
  hears: boolean;
  /** What was typed, where the form comes back with an error. */
  text?: string;
  error?: string | null;
  /** Why an answer to a question was not taken; null where one was, or none was given. */
  refused?: string | null;
}

export function Conversation({
  view,
  locale,
  messageId,
  hears,
  text,
  error = null,
  refused = null,
}: ConversationProps) {
  return (
    <div class="conversation" id="conversation" data-case={view.caseId}>
      <h1 class="said-only">{TALK.title[locale]}</h1>
      <Strip view={view} locale={locale} />
      <div class="side">
        <Panel view={view} locale={locale} />
      </div>
      <div class="main-talk">
        {view.snapshot.locale !== locale && standOf(view.news) === "telling" && (
          <OtherLanguage caseId={view.caseId} locale={locale} />
        )}
        {hiddenBox(view) && view.snapshot.safety !== null && <SafetyCard box={view.snapshot.safety} locale={locale} />}
        <Transcript view={view} locale={locale} />
        <Now view={view} locale={locale} />
        <ClientQuestions
          caseId={view.caseId}
          questions={view.questions}
          back="talk"
          refused={refused}
          locale={locale}
        />
        <AsksCards caseId={view.caseId} asks={view.asks} locale={locale} />
        <div id="latest" />
        <Composer view={view} locale={locale} messageId={messageId} hears={hears} text={text} error={error} />
      </div>
      <div aria-live="polite" class="said-only" id="said" />
    </div>
  );
}

/** A box whose event is no longer among the shown ones. */
function hiddenBox(view: ClientView): boolean {
  return !view.entries.some(({ entry }) => entry.kind === "safety");
}

/** Stays in sight while the person is in danger: whom to call, and the way to leave the page at once. */
function Strip({ view, locale }: { view: ClientView; locale: Locale }) {
  const { safety, understanding } = view.snapshot;
  const violence = understanding.flags.includes("violence");
  const phones = [...new Set(safety?.lines.flatMap(({ phone }) => (phone === undefined ? [] : [phone])) ?? [])];
  return (
    <aside class="strip" id="strip" aria-label={TALK.whatToDo[locale]} hidden={phones.length === 0 && !violence}>
      <span id="strip-title">{safety?.title}</span>
      <span class="strip-phones" id="strip-phones">
        {phones.slice(0, 2).map((phone) => (
          <a class="phone" href={`tel:${phone}`} aria-label={`${LIVE.call[locale]} ${phone}`}>
            {phone}
          </a>
        ))}
      </span>
      <form method="post" action="/leave" class="leave" id="exit" hidden={!violence}>
        <button type="submit" class="exit" title={TALK.exitHint[locale]}>
          {TALK.exit[locale]}
        </button>
      </form>
    </aside>
  );
}

function Now({ view, locale }: { view: ClientView; locale: Locale }) {
  const stand = standOf(view.news);
  const { title, text } = nowWords(view.news, { locale, zone: view.zone });
  const hasContract = view.news.contractId !== null && CONTRACT_STANDS.has(stand);
  return (
    <section class={`now ${stand}`} id="now" aria-labelledby="now-title" hidden={stand === "telling"}>
      <h2 id="now-title">{title}</h2>
      <p id="now-text">{text}</p>
      <a
        class="button"
        id="now-contract"
        href={hasContract ? `/contracts/${view.news.contractId}` : undefined}
        hidden={!hasContract}
      >
        {TALK.openContract[locale]}
      </a>
      <a
        class="button"
        id="now-choose"
        href={`/conversations/${view.caseId}/professionals`}
        hidden={!mayChoose(view.news)}
      >
        {TALK.choose[locale]}
      </a>
      <TalkLink caseId={view.caseId} unread={view.unread} shown={isTaken(view.news)} locale={locale} />
      <a id="now-help" href={`/conversations/${view.caseId}/case#help`} hidden={stand !== "nobody"}>
        {COURSE.help[locale]}
      </a>
      <a id="now-why" href={`/conversations/${view.caseId}/why`} hidden={!hasAsked(view.news)}>
        {WHY.link[locale]}
      </a>
      <a id="now-case" href={`/conversations/${view.caseId}/case`} hidden={!isTriaged(view.news)}>
        {CASE.open[locale]}
      </a>
    </section>
  );
}

const CONTRACT_STANDS: ReadonlySet<string> = new Set(["to_sign", "signed", "closed"]);

function OtherLanguage({ caseId, locale }: { caseId: string; locale: Locale }) {
  return (
    <form method="post" action={`/conversations/${caseId}/correct`} class="other-language">
      <span>{TALK.otherLanguage[locale]}</span>
      <button type="submit" class="plain" name="locale" value={locale}>
        {TALK.switchLanguage[locale]}
      </button>
    </form>
  );
}

function Composer({
  view,
  locale,
  messageId,
  hears,
  text,
  error,
}: Required<Omit<ConversationProps, "text" | "refused">> & { text?: string }) {
  const action = `/conversations/${view.caseId}/say`;
  const stand = standOf(view.news);
  if (isOverStand(stand)) return <Closed view={view} locale={locale} />;
  // A person who holds the talk has not asked the assistant's last question.
  const options = stand === "with_person" ? [] : view.snapshot.question.options;
  return (
    <div class="composer" id="composer">
      <button type="button" class="jump" id="jump" hidden>
        {TALK.latest[locale]}
      </button>
      <p class="pending-note" id="line-state" role="status" hidden />
      <form method="post" action={action} class="quick" id="quick" hidden={options.length === 0 && stand !== "stopped"}>
        <input type="hidden" name="client_message_id" value={`${messageId}-quick`} />
        {stand === "stopped" ? (
          <button type="submit" class="button quiet" name="text" value={TALK.goOnWords[locale]}>
            {TALK.goOn[locale]}
          </button>
        ) : (
          options.map(({ label }) => (
            <button type="submit" class="button quiet" name="text" value={label}>
              {label}
            </button>
          ))
        )}
      </form>
      {error !== null && <Notice kind="bad" title={error} id="say-error" />}
      <form method="post" action={action} class="write" id="write">
        <input type="hidden" name="client_message_id" value={messageId} />
        <label for="message" class="said-only">
          {TALK.label[locale]}
        </label>
        <textarea
          class="input"
          id="message"
          name="text"
          rows={1}
          maxlength={8000}
          required
          autocomplete="off"
          placeholder={TALK.label[locale]}
          data-draft={view.caseId}
          aria-describedby={error === null ? undefined : "say-error"}
        >
          {text ?? ""}
        </textarea>
        <button type="submit" class="button send">
          {TALK.send[locale]}
        </button>
      </form>
      <div class="beside">
        <Voice
          locale={locale}
          spoken={view.snapshot.locale}
          field="message"
          transcriptUrl={hears ? `/api/v2/triage/${view.caseId}/transcript` : undefined}
        />
        <form
          method="post"
          action={action}
          class="person"
          id="ask-person"
          hidden={stand === "called" || stand === "with_person"}
        >
          <input type="hidden" name="client_message_id" value={`${messageId}-person`} />
          <button type="submit" class="plain small" name="text" value={TALK.personWords[locale]}>
            {TALK.person[locale]}
          </button>
        </form>
      </div>
    </div>
  );
}

function Closed({ view, locale }: { view: ClientView; locale: Locale }) {
  return (
    <div class="closed stack loose" id="composer">
      <Notice>{TALK.closedHint[locale]}</Notice>
      {view.contract !== null && (
        <ReviewForm contract={view.contract} locale={locale} next={`/conversations/${view.caseId}`} />
      )}
      <div class="row">
        {mayReopen(view.news) && (
          <a class="button" href={`/conversations/${view.caseId}/reopen`}>
            {REOPEN.title[locale]}
          </a>
        )}
        <a class="button quiet" href="/conversations/new">
          {TALK.another[locale]}
        </a>
      </div>
    </div>
  );
}

/** The page's own menu, at the end of the bar. */
export function ConversationMenu({ locale, email }: { locale: Locale; email: string | null }) {
  const item = (href: string, text: Text) => (
    <li>
      <a href={href}>{text[locale]}</a>
    </li>
  );
  return (
    <details class="menu">
      <summary>{TALK.menu[locale]}</summary>
      <ul>
        {item("/conversations", TALK.mine)}
        {item("/conversations/new", TALK.another)}
        {email === null ? (
          item(`/sign-in?${new URLSearchParams({ next: "/" })}`, TALK.keep)
        ) : (
          <li class="soft small">
            {TALK.signedInAs[locale]} <span class="address">{email}</span>
          </li>
        )}
        {email === null && item("/recovery", RECOVERY.menu)}
        <li>
          {email === null ? (
            <a href="/forget">{TALK.forget[locale]}</a>
          ) : (
            <form method="post" action="/sign-out">
              <button type="submit" class="plain">
                {TALK.leave[locale]}
              </button>
            </form>
          )}
        </li>
      </ul>
    </details>
  );
}
