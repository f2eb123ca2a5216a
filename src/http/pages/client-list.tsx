// A client's conversations, newest first.
import { AREA_NAMES, isArea } from "../../domain/legal/areas.ts";
import type { Locale } from "../../domain/locale.ts";
import type { CaseItem } from "../../services/cases/list-cases.ts";
import { Moment } from "./parts/moment.tsx";
import { Empty } from "./parts/notice.tsx";
import { CASE_STATUS, TALK } from "./texts/client.ts";
import { CASE } from "./texts/client-case.ts";
import { NOTICES } from "./texts/notices.ts";

export function ConversationList({ items, next, locale }: { items: CaseItem[]; next: string | null; locale: Locale }) {
  return (
    <div class="stack">
      <h1>{TALK.mine[locale]}</h1>
      {items.length === 0 && <Empty>{TALK.listEmpty[locale]}</Empty>}
      <ul class="list">
        {items.map((item) => (
          <li class="card link-card">
            <h2>
              <a href={`/conversations/${item.id}`}>
                {isArea(item.area) ? AREA_NAMES[item.area][locale] : TALK.untitled[locale]}
              </a>
            </h2>
            <p class="row small soft">
              <span class={item.status === "closed" ? "tag" : "tag good"}>{CASE_STATUS[item.status][locale]}</span>
              <Moment at={item.created_at} locale={locale} />
            </p>
            {HAS_PAGE.has(item.status) && (
              <a class="beside" href={`/conversations/${item.id}/case`}>
                {CASE.open[locale]}
              </a>
            )}
          </li>
        ))}
      </ul>
      <div class="row">
        <a class="button" href="/conversations/new">
          {TALK.another[locale]}
        </a>
        <a href="/notices">{NOTICES.title[locale]}</a>
        {next !== null && <a href={`/conversations?${new URLSearchParams({ cursor: next })}`}>{TALK.more[locale]}</a>}
      </div>
    </div>
  );
}

/** Once the questions are over. */
const HAS_PAGE: ReadonlySet<CaseItem["status"]> = new Set<CaseItem["status"]>([
  "matching",
  "choosing",
  "offering",
  "unmatched",
  "accepted",
  "signed",
  "closed",
]);
