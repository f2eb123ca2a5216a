// Small pieces of the console's tables: links to cases, tags of a state, tabs, the way to the next page.
import type { Child } from "hono/jsx";
import type { CaseStatus } from "../../domain/case-state.ts";
import type { Locale, Text } from "../../domain/locale.ts";
import {
  CASE_STATUS_NAMES,
  COMPLEXITY_NAMES,
  flagName,
  OFFER_STATUS_NAMES,
  placeWords,
  subjectWords,
} from "../../domain/words/labels.ts";
import type { CaseItem } from "../../services/operations/list-cases.ts";
import { Moment } from "./parts/moment.tsx";
import { Empty } from "./parts/notice.tsx";
import { JOBS, OPS, OUTBOX } from "./texts/ops.ts";
import { QUEUES } from "./texts/ops-queues.ts";

export function Table({ label, head, children }: { label: string; head: Child; children: Child }) {
  return (
    <section class="table" aria-label={label} tabindex={0}>
      <table>
        <thead>
          <tr>{head}</tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  );
}

export function Heads({ names, locale }: { names: readonly Text[]; locale: Locale }) {
  return (
    <>
      {names.map((name) => (
        <th scope="col" class={NUMBERS.has(name) ? "number" : undefined}>
          {name[locale]}
        </th>
      ))}
    </>
  );
}

/** Heads of columns of numbers. */
const NUMBERS: ReadonlySet<Text> = new Set([
  ...[OPS.urgency, OPS.wave, OPS.rank, OUTBOX.attempts, JOBS.took],
  ...[QUEUES.depth, QUEUES.scheduled, QUEUES.failing, QUEUES.rate, QUEUES.count],
]);

export function CaseStatusTag({ status, locale }: { status: CaseStatus; locale: Locale }) {
  const kind = CASE_KINDS[status];
  return <span class={kind === undefined ? "tag" : `tag ${kind}`}>{CASE_STATUS_NAMES[status][locale]}</span>;
}

const CASE_KINDS: Partial<Record<CaseStatus, "good" | "care" | "bad">> = {
  handed_off: "care",
  unmatched: "bad",
  accepted: "good",
  signed: "good",
};

export function OfferStatusTag({ status, locale }: { status: keyof typeof OFFER_STATUS_NAMES; locale: Locale }) {
  const kind = status === "accepted" ? "tag good" : status === "pending" || status === "seen" ? "tag care" : "tag";
  return <span class={kind}>{OFFER_STATUS_NAMES[status][locale]}</span>;
}

/** Rows of cases; `to` is where a row leads. */
export function CaseTable({
  items,
  label,
  to,
  empty,
  locale,
}: {
  items: CaseItem[];
  label: string;
  to: (item: CaseItem) => string;
  empty: string;
  locale: Locale;
}) {
  if (items.length === 0) return <Empty>{empty}</Empty>;
  const heads = [OPS.subject, OPS.place, OPS.status, OPS.urgency, OPS.complexity, OPS.flags, OPS.wave, OPS.opened];
  return (
    <Table label={label} head={<Heads names={heads} locale={locale} />}>
      {items.map((item) => (
        <tr data-row="">
          <th scope="row">
            <a href={to(item)}>{subjectWords(item.area, item.subarea, locale)}</a>
          </th>
          <td>{placeWords(item.municipality, item.uf) ?? "–"}</td>
          <td>
            <CaseStatusTag status={item.status} locale={locale} />
          </td>
          <td class="number">{item.urgency_hours === null ? "–" : `${item.urgency_hours} ${OPS.hours[locale]}`}</td>
          <td>{item.complexity === null ? "–" : COMPLEXITY_NAMES[item.complexity][locale]}</td>
          <td>{item.flags.map((flag) => flagName(flag, locale)).join(", ") || "–"}</td>
          <td class="number">{item.wave === 0 ? "–" : item.wave}</td>
          <td>
            <Moment at={item.created_at} locale={locale} style="short" />
          </td>
        </tr>
      ))}
    </Table>
  );
}

/** Filters as links: each is a page of its own. */
export function Tabs({
  tabs,
  label,
}: {
  label: string;
  tabs: { href: string; name: string; current: boolean; count?: number }[];
}) {
  return (
    <nav class="tabs" aria-label={label}>
      {tabs.map(({ href, name, current, count }) => (
        <a href={href} aria-current={current ? "page" : undefined}>
          {name}
          {count !== undefined && <span class="count">{count}</span>}
        </a>
      ))}
    </nav>
  );
}

/** To the next page of a list, and back to its start. */
export function Pager({
  path,
  query,
  next,
  locale,
}: {
  path: string;
  query: Record<string, string | undefined>;
  next: string | null;
  locale: Locale;
}) {
  const { cursor, ...rest } = query;
  const kept = Object.entries(rest).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  if (next === null && cursor === undefined) return null;
  return (
    <p class="row pager">
      {cursor !== undefined && <a href={`${path}?${new URLSearchParams(kept)}`}>{OPS.first[locale]}</a>}
      {next !== null && (
        <a href={`${path}?${new URLSearchParams([...kept, ["cursor", next]])}`} rel="next">
          {OPS.next[locale]}
        </a>
      )}
    </p>
  );
}
