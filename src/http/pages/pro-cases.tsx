// The cases that a professional has taken: the client, where the contract stands, the summary.
import type { Locale } from "../../domain/locale.ts";
import { CASE_STATUS_NAMES, placeWords, subjectWords } from "../../domain/words/labels.ts";
import type { MyCase } from "../../services/professionals/list-my-cases.ts";
import { Contact } from "./parts/contact.tsx";
import { Live } from "./parts/live.tsx";
import { Moment } from "./parts/moment.tsx";
import { Empty, Notice } from "./parts/notice.tsx";
import { Deadlines } from "./pro-offer.tsx";
import { HowLines } from "./reach-form.tsx";
import { Unread } from "./talk-link.tsx";
import { WITHDRAW } from "./texts/course.ts";
import { MY_CASES, OFFERS } from "./texts/pro.ts";
import { REACH } from "./texts/reach.ts";
import { MY_CASE } from "./texts/talk.ts";

export function MyCases({
  items,
  unread,
  next,
  taken,
  done,
  locale,
}: {
  items: MyCase[];
  /** Words in the talk that wait to be read, by case. */
  unread: ReadonlyMap<string, number>;
  next: string | null;
  /** The case that was accepted a moment ago, or null. */
  taken: string | null;
  /** What the last press did, or null. */
  done: string | null;
  locale: Locale;
}) {
  const waits = items.some((item) => item.case_id === taken && item.contract_id === null);
  return (
    <div class="stack">
      <h1>{MY_CASES.title[locale]}</h1>
      <Live id="my-cases" of={[items, [...unread], waits]} class="stack">
        {done !== null && <Notice kind="good">{done}</Notice>}
        {waits && <Notice kind="good">{MY_CASES.taken[locale]}</Notice>}
        {items.length === 0 && <Empty>{MY_CASES.empty[locale]}</Empty>}
        <ul class="list">
          {items.map((item) => (
            <CaseCard item={item} unread={unread.get(item.case_id) ?? 0} locale={locale} />
          ))}
        </ul>
      </Live>
      {next !== null && (
        <p>
          <a href={`/pro/cases?${new URLSearchParams({ cursor: next })}`}>{OFFERS.older[locale]}</a>
        </p>
      )}
    </div>
  );
}

function CaseCard({ item, unread, locale }: { item: MyCase; unread: number; locale: Locale }) {
  return (
    <li class="card">
      <div class="offer-head">
        <h2>
          <a href={`/pro/cases/${item.case_id}`}>{subjectWords(item.area, item.subarea, locale)}</a>
        </h2>
        <span class={item.status === "closed" ? "tag" : "tag good"}>{CASE_STATUS_NAMES[item.status][locale]}</span>
      </div>
      <dl class="facts">
        <CaseFacts item={item} locale={locale} />
      </dl>
      <details>
        <summary>{MY_CASES.details[locale]}</summary>
        <div class="stack tight">
          <p class="summary">{item.summary}</p>
          {item.deadlines.length > 0 && <Deadlines deadlines={item.deadlines} locale={locale} />}
        </div>
      </details>
      <div class="row">
        <ContractLink item={item} locale={locale} />
        <a class="way" href={`/pro/cases/${item.case_id}`}>
          {MY_CASE.openTalk[locale]} <Unread count={unread} locale={locale} />
        </a>
        {(item.status === "accepted" || item.status === "signed") && (
          <a class="way" href={`/pro/cases/${item.case_id}/withdraw`}>
            {WITHDRAW.link[locale]}
          </a>
        )}
      </div>
    </li>
  );
}

export function ContractLink({ item, locale }: { item: MyCase; locale: Locale }) {
  if (item.contract_id === null) {
    return (
      <span class="row soft">
        <span class="dots" aria-hidden="true">
          <i />
          <i />
          <i />
        </span>
        {MY_CASES.preparing[locale]}
      </span>
    );
  }
  const unsigned = item.contract_status === "sent";
  return (
    <a class={unsigned ? "button" : "button quiet"} href={`/contracts/${item.contract_id}`}>
      {(unsigned ? MY_CASES.signContract : MY_CASES.openContract)[locale]}
    </a>
  );
}

/** The client, the place and when it was accepted, as terms of a list. */
export function CaseFacts({ item, locale }: { item: MyCase; locale: Locale }) {
  const place = placeWords(item.municipality, item.uf);
  return (
    <>
      <ClientFacts item={item} locale={locale} />
      {place !== null && (
        <>
          <dt>{MY_CASES.place[locale]}</dt>
          <dd>{place}</dd>
        </>
      )}
      {item.accepted_at !== null && (
        <>
          <dt>{MY_CASES.accepted[locale]}</dt>
          <dd>
            <Moment at={item.accepted_at} locale={locale} />
          </dd>
        </>
      )}
    </>
  );
}

/** Who the client is and how to reach him, as terms of a list. */
function ClientFacts({ item, locale }: { item: MyCase; locale: Locale }) {
  return (
    <>
      <dt>{MY_CASES.client[locale]}</dt>
      <dd>
        {(item.client.name ?? item.client.email === null) ? (item.client.name ?? MY_CASES.unnamed[locale]) : null}
        {item.client.email !== null && (
          <>
            {item.client.name !== null && " · "}
            <a href={`mailto:${item.client.email}`}>{item.client.email}</a>
          </>
        )}
      </dd>
      {item.client.contact !== null && (
        <>
          <dt>{MY_CASES.contact[locale]}</dt>
          <dd>
            <Contact value={item.client.contact} />
          </dd>
        </>
      )}
      {item.client.how !== null && (
        <>
          <dt>{REACH.how[locale]}</dt>
          <dd>
            <HowLines how={item.client.how} locale={locale} />
          </dd>
        </>
      )}
    </>
  );
}
