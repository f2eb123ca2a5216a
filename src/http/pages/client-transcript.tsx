// The transcript as the server writes it; web/lib/transcript-view.ts writes the same for what comes later.
import type { LoggedEvent } from "../../domain/events.ts";
import type { Locale } from "../../domain/locale.ts";
import type { Entry } from "../../domain/words/transcript.ts";
import type { ClientView } from "./client-view.ts";
import { Moment } from "./parts/moment.tsx";
import { SafetyCard } from "./parts/safety-card.tsx";
import { TALK } from "./texts/client.ts";

export function Transcript({ view, locale }: { view: ClientView; locale: Locale }) {
  return (
    <>
      {view.cut && <p class="soft small">{TALK.earlier[locale]}</p>}
      <ol class="talk" id="talk" aria-label={TALK.transcript[locale]}>
        {view.entries.map(({ event, entry, open }) => (
          <EntryItem event={event} entry={entry} open={open === true} locale={locale} zone={view.zone} />
        ))}
      </ol>
    </>
  );
}

interface ItemProps {
  event: LoggedEvent;
  entry: Entry;
  open: boolean;
  locale: Locale;
  zone: string;
}

function EntryItem({ event, entry, open, locale, zone }: ItemProps) {
  if (entry.kind === "safety") {
    return (
      <li class="box">
        <SafetyCard box={entry.box} locale={locale} />
      </li>
    );
  }
  const moment = <Moment at={new Date(event.at)} locale={locale} zone={zone} style="time" />;
  if (entry.kind === "news") {
    return (
      <li class="news">
        {entry.text} {moment}
      </li>
    );
  }
  const { from, text, messageId, clientMessageId, operatorName } = entry;
  return (
    <li
      class={`say ${from}`}
      data-mid={clientMessageId ?? undefined}
      data-open={open ? (messageId ?? undefined) : undefined}
    >
      <span class="who">{speakerName(from, operatorName, locale)}</span>
      <p>{text}</p>
      {moment}
    </li>
  );
}

function speakerName(from: Extract<Entry, { kind: "said" }>["from"], operatorName: string | null, locale: Locale) {
  if (from === "client") return TALK.you[locale];
  if (from === "human") return operatorName === null ? TALK.team[locale] : `${operatorName} · ${TALK.team[locale]}`;
  return TALK.vez[locale];
}
