// What a client can change about his case, on its page; and who helps for free where nobody could take it.
import { type PublicHelp, publicHelp } from "../../domain/legal/public-help.ts";
import type { Locale } from "../../domain/locale.ts";
import { isOverStand, isTaken, mayReopen, standOf } from "../../domain/words/case-news.ts";
import type { ClientView } from "./client-view.ts";
import { ANOTHER, CANCEL, COURSE, REOPEN } from "./texts/course.ts";

export function ChangeSection({ view, locale }: { view: ClientView; locale: Locale }) {
  const { news, caseId } = view;
  if (isOverStand(standOf(news))) return null;
  const way = (path: string, words: string) => (
    <p>
      <a class="way" href={`/conversations/${caseId}/${path}`}>
        {words}
      </a>
    </p>
  );
  return (
    <section class="card stack tight" id="change" aria-labelledby="change-title">
      <h2 id="change-title">{COURSE.title[locale]}</h2>
      <p class="soft small">{COURSE.hint[locale]}</p>
      {isTaken(news) && way("another", ANOTHER.title[locale])}
      {way("cancel", CANCEL.title[locale])}
    </section>
  );
}

/** The way back of a case that was called off or fell asleep. */
export function ReopenWay({ view, locale }: { view: ClientView; locale: Locale }) {
  if (!mayReopen(view.news)) return null;
  return (
    <p>
      <a class="button" href={`/conversations/${view.caseId}/reopen`}>
        {REOPEN.title[locale]}
      </a>
    </p>
  );
}

/** Only while nobody could take the case. */
export function HelpSection({ view, uf, locale }: { view: ClientView; uf: string | null; locale: Locale }) {
  if (view.news.progress !== "nobody") return null;
  const list = publicHelp(uf);
  const few = list.length <= 5;
  return (
    <section class="card stack tight" id="help" aria-labelledby="help-title">
      <h2 id="help-title">{COURSE.help[locale]}</h2>
      <p>{COURSE.helpHint[locale]}</p>
      {few ? (
        <HelpList items={list} locale={locale} />
      ) : (
        <>
          <HelpList items={list.slice(-2)} locale={locale} />
          <details>
            <summary>{COURSE.helpStates[locale]}</summary>
            <HelpList items={list.slice(0, -2)} locale={locale} />
          </details>
        </>
      )}
      <p class="soft small">{COURSE.helpNote[locale]}</p>
    </section>
  );
}

function HelpList({ items, locale }: { items: readonly PublicHelp[]; locale: Locale }) {
  return (
    <ul class="stack tight">
      {items.map(({ name, what, site }) => (
        <li>
          <a href={site} rel="noopener noreferrer">
            {name[locale]}
          </a>
          <span class="soft small block">{what[locale]}</span>
        </li>
      ))}
    </ul>
  );
}
