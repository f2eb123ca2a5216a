// One conversation in the console: what was said, what was understood, and the ways to step in and out.
import type { LoggedEvent, Speaker } from "../../domain/events.ts";
import type { Locale } from "../../domain/locale.ts";
import { type CaseNews, NO_NEWS, newsAfter } from "../../domain/words/case-news.ts";
import { COMPLEXITY_NAMES, flagName, languageName, placeWords, subjectWords } from "../../domain/words/labels.ts";
import { dayWords } from "../../domain/words/moments.ts";
import { type Entry, entryOf } from "../../domain/words/transcript.ts";
import { urgencyWords } from "../../domain/words/urgency.ts";
import type { readAsOperator } from "../../services/operations/hold-conversation.ts";
import { CaseStatusTag } from "./ops-parts.tsx";
import { Live } from "./parts/live.tsx";
import { Moment } from "./parts/moment.tsx";
import { CONVERSATION, CONVERSATIONS, OPS } from "./texts/ops.ts";

export interface OpsConversationProps {
  read: Awaited<ReturnType<typeof readAsOperator>>;
  /** Makes two posts of one form one action. */
  actionKey: string;
  locale: Locale;
}

export function OpsConversation({ read, actionKey, locale }: OpsConversationProps) {
  const { row, snapshot } = read;
  const held = snapshot.controlledBy === "human";
  return (
    <div class="talk-page">
      <header class="talk-head">
        <p class="row">
          <a href="/ops/conversations">{CONVERSATIONS.title[locale]}</a>
          <a href={`/ops/cases/${row.id}`}>{CONVERSATION.toCase[locale]}</a>
        </p>
        <h1>{subjectWords(snapshot.understanding.area, snapshot.understanding.subarea, locale)}</h1>
      </header>
      <Live id="talk-side" of={[snapshot.understanding, row.status, snapshot.status, held]} class="talk-side">
        <Side read={read} locale={locale} />
      </Live>
      <div class="talk-main">
        {(snapshot.events[0]?.seq ?? 1) > 1 && <p class="soft">{CONVERSATION.cut[locale]}</p>}
        <Live
          id="talk"
          of={snapshot.events.map(({ seq }) => seq)}
          class="talk"
          scrolls={CONVERSATION.transcript[locale]}
        >
          <Transcript events={snapshot.events} locale={locale} />
        </Live>
        <Live id="talk-hold" of={[held, snapshot.status]} class="hold">
          <Hold read={read} actionKey={actionKey} locale={locale} />
        </Live>
      </div>
    </div>
  );
}

function Transcript({ events, locale }: { events: LoggedEvent[]; locale: Locale }) {
  let news: CaseNews = NO_NEWS;
  const entries: { event: LoggedEvent; entry: Entry }[] = [];
  for (const event of events) {
    const entry = entryOf(news, event, { locale, zone: "America/Sao_Paulo" });
    if (entry !== null) entries.push({ event, entry });
    news = newsAfter(news, event);
  }
  return (
    <ol>
      {entries.map(({ event, entry }) => (
        <EntryItem event={event} entry={entry} locale={locale} />
      ))}
    </ol>
  );
}

function EntryItem({ event, entry, locale }: { event: LoggedEvent; entry: Entry; locale: Locale }) {
  const moment = <Moment at={new Date(event.at)} locale={locale} style="time" />;
  if (entry.kind === "news") {
    return (
      <li class="news">
        {entry.text} {moment}
      </li>
    );
  }
  if (entry.kind === "safety") {
    return (
      <li class="news care">
        {entry.box.title} {moment}
      </li>
    );
  }
  return (
    <li class={`say ${entry.from}`}>
      <span class="who">
        {speakerName(entry.from, entry.operatorName, locale)} {moment}
      </span>
      <p>{entry.text}</p>
    </li>
  );
}

function speakerName(from: Speaker, operatorName: string | null, locale: Locale): string {
  return from === "human" && operatorName !== null ? operatorName : CONVERSATION[from][locale];
}

function Side({ read: { row, snapshot }, locale }: Pick<OpsConversationProps, "read" | "locale">) {
  const { understanding: known } = snapshot;
  return (
    <>
      <p class="row">
        <CaseStatusTag status={row.status} locale={locale} />
        <span class="soft">{standWords(snapshot, locale)}</span>
      </p>
      <dl class="facts">
        <dt>{OPS.place[locale]}</dt>
        <dd>{placeWords(known.municipality, known.uf) ?? CONVERSATION.nothing[locale]}</dd>
        <dt>{OPS.urgency[locale]}</dt>
        <dd>{`${urgencyWords(known.urgencyHours, locale)} (${known.urgencyHours} ${OPS.hours[locale]})`}</dd>
        <dt>{OPS.complexity[locale]}</dt>
        <dd>{COMPLEXITY_NAMES[known.complexity][locale]}</dd>
        <dt>{OPS.confidence[locale]}</dt>
        <dd>{`${Math.round(known.confidence * 100)}%`}</dd>
        <dt>{OPS.flags[locale]}</dt>
        <dd>{known.flags.map((flag) => flagName(flag, locale)).join(", ") || OPS.none[locale]}</dd>
        <dt>{CONVERSATION.deadlines[locale]}</dt>
        <dd>
          {known.deadlines.map(({ label, date }) => `${label[locale]}: ${dayWords(date, locale)}`).join("; ") ||
            OPS.none[locale]}
        </dd>
        <dt>{CONVERSATION.parties[locale]}</dt>
        <dd>{known.adverseParties.join(", ") || OPS.none[locale]}</dd>
        <dt>{OPS.language[locale]}</dt>
        <dd>{languageName(snapshot.locale, locale)}</dd>
      </dl>
    </>
  );
}

function standWords(snapshot: OpsConversationProps["read"]["snapshot"], locale: Locale): string {
  if (snapshot.controlledBy === "human") return CONVERSATION.holds[locale];
  if (snapshot.status === "handed_off") return CONVERSATION.waits[locale];
  return (snapshot.status === "stopped" ? CONVERSATION.stopped : CONVERSATION.agentHolds)[locale];
}

function Hold({ read: { row, snapshot }, actionKey, locale }: OpsConversationProps) {
  const path = `/ops/conversations/${row.id}`;
  if (snapshot.controlledBy !== "human") {
    if (snapshot.status === "stopped") return <p class="soft">{CONVERSATION.stopped[locale]}</p>;
    return (
      <form method="post" action={`${path}/take-over`} class="row">
        <input type="hidden" name="key" value={actionKey} />
        <button type="submit" class="button" id="take-over">
          {CONVERSATION.takeOver[locale]}
        </button>
        <span class="soft">{CONVERSATION.takeOverHint[locale]}</span>
      </form>
    );
  }
  return (
    <>
      <form method="post" action={`${path}/say`} class="reply" id="reply-form">
        <input type="hidden" name="client_message_id" value={actionKey} />
        <label for="reply">{CONVERSATION.reply[locale]}</label>
        <textarea class="input" id="reply" name="text" rows={3} maxlength={8000} required autocomplete="off" />
        <p class="error" id="reply-error" role="alert" hidden />
        <button type="submit" class="button">
          {CONVERSATION.send[locale]}
        </button>
      </form>
      <form method="post" action={`${path}/give-back`} class="give-back">
        <input type="hidden" name="key" value={`${actionKey}-back`} />
        <label for="note">{CONVERSATION.note[locale]}</label>
        <input class="input" id="note" name="note" maxlength={2000} autocomplete="off" />
        <button type="submit" class="button quiet" id="give-back">
          {CONVERSATION.giveBack[locale]}
        </button>
      </form>
    </>
  );
}
