// What the talk asks its client beside the interview: how to be reached, and whether an earlier case is the same.
import type { Locale } from "../../domain/locale.ts";
import { momentWords } from "../../domain/words/moments.ts";
import type { Asks } from "../../services/reach/read-asks.ts";
import { ReachForm } from "./reach-form.tsx";
import { REACH, SAME } from "./texts/reach.ts";

/** `client.js` fetches it anew when the stream says so. */
export function AsksCards({ caseId, asks, locale }: { caseId: string; asks: Asks; locale: Locale }) {
  return (
    <div id="asks" class="asks stack">
      {asks.like !== null && <SameMatter caseId={caseId} like={asks.like} zone={asks.zone} locale={locale} />}
      {asks.asksReach && <ReachCard caseId={caseId} asks={asks} locale={locale} />}
    </div>
  );
}

function ReachCard({ caseId, asks, locale }: { caseId: string; asks: Asks; locale: Locale }) {
  const { zone, waitsUntil } = asks;
  const time = waitsUntil === null ? "" : momentWords(new Date(waitsUntil), { locale, zone, style: "time" });
  return (
    <section class="card stack tight" aria-labelledby="reach-title">
      <h2 id="reach-title">{REACH.title[locale]}</h2>
      <p>{waitsUntil === null ? REACH.goesOn[locale] : REACH.waits[locale].replace("{time}", time)}</p>
      <ReachForm {...asks} caseId={caseId} locale={locale} back="talk" />
      {waitsUntil !== null && (
        <form method="post" action={`/conversations/${caseId}/search-now`}>
          <button type="submit" class="button quiet">
            {REACH.now[locale]}
          </button>
        </form>
      )}
      <p class="soft small">{REACH.seen[locale]}</p>
    </section>
  );
}

interface SameProps {
  caseId: string;
  like: NonNullable<Asks["like"]>;
  zone: string;
  locale: Locale;
}

function SameMatter({ caseId, like, zone, locale }: SameProps) {
  const day = momentWords(like.openedAt, { locale, zone, style: "day" });
  return (
    <section class="card stack tight" aria-labelledby="same-title">
      <h2 id="same-title">{SAME.title[locale]}</h2>
      <p>{SAME.text[locale].replace("{day}", day)}</p>
      <p>
        <a class="way" href={`/conversations/${like.caseId}/case`}>
          {SAME.open[locale]}
        </a>
      </p>
      <form method="post" action={`/conversations/${caseId}/same`} class="row">
        <input type="hidden" name="into" value={like.caseId} />
        <button type="submit" class="button" name="answer" value="same">
          {SAME.yes[locale]}
        </button>
        <button type="submit" class="button quiet" name="answer" value="different">
          {SAME.no[locale]}
        </button>
      </form>
    </section>
  );
}
