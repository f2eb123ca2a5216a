// Verifications in the console: the queue, and one review with its evidence and three ways to decide.
import { AREA_NAMES, isArea } from "../../domain/legal/areas.ts";
import type { Locale, Text } from "../../domain/locale.ts";
import { CHECKS, NEEDED_CHECKS, REFUSAL_REASONS } from "../../domain/registration/registry.ts";
import { CHECK_WORDS, FINDING_WORDS, REFUSAL_WORDS } from "../../domain/registration/words.ts";
import { sizeWords } from "../../domain/words/sizes.ts";
import type { ReviewItem } from "../../services/verification/list-reviews.ts";
import type { ReviewView } from "../../services/verification/read-review.ts";
import { Heads, Pager, Table, Tabs } from "./ops-parts.tsx";
import { Live } from "./parts/live.tsx";
import { Moment } from "./parts/moment.tsx";
import { Empty } from "./parts/notice.tsx";
import { KIND_NAMES } from "./pro-papers.tsx";
import { OPS } from "./texts/ops.ts";
import { STATUS_WORDS, VERIFY } from "./texts/ops-verifications.ts";
import { STANDING } from "./texts/pro-join.ts";

export const REVIEW_TABS = ["open", "asked", "approved", "refused"] as const;
export type ReviewTab = (typeof REVIEW_TABS)[number];

interface QueueProps {
  status: ReviewTab;
  items: ReviewItem[];
  next: string | null;
  query: Record<string, string | undefined>;
  locale: Locale;
}

export function Queue({ status, items, next, query, locale }: QueueProps) {
  const heads = [VERIFY.name, VERIFY.licence, VERIFY.kind, VERIFY.register, VERIFY.since];
  return (
    <div class="stack">
      <div class="stack tight">
        <h1>{VERIFY.title[locale]}</h1>
        <p>{VERIFY.lead[locale]}</p>
      </div>
      <Tabs
        label={OPS.status[locale]}
        tabs={REVIEW_TABS.map((one) => ({
          href: `/ops/verifications?status=${one}`,
          name: VERIFY[one][locale],
          current: one === status,
        }))}
      />
      <Live id="verification-list" of={[status, items]} class="stack">
        {items.length === 0 ? (
          <Empty>{VERIFY.empty[locale]}</Empty>
        ) : (
          <Table label={VERIFY.title[locale]} head={<Heads names={heads} locale={locale} />}>
            {items.map((item) => (
              <tr data-row="">
                <th scope="row">
                  <a href={`/ops/verifications/${item.id}`}>{item.name}</a>
                </th>
                <td>
                  <span class="code">{item.licence}</span>
                  {item.duplicates > 0 && (
                    <span class="tag bad">
                      {item.duplicates} {VERIFY.duplicates[locale]}
                    </span>
                  )}
                </td>
                <td>{VERIFY[item.kind][locale]}</td>
                <td>{item.registry === null ? "–" : FINDING_WORDS[item.registry][locale]}</td>
                <td>
                  <Moment at={item.created_at} locale={locale} style="short" />
                </td>
              </tr>
            ))}
          </Table>
        )}
        <Pager path="/ops/verifications" query={query} next={next} locale={locale} />
      </Live>
    </div>
  );
}

export function Review({ view, locale }: { view: ReviewView; locale: Locale }) {
  const isLive = view.status === "open" || view.status === "asked";
  return (
    <div class="stack">
      <div class="stack tight">
        <p>
          <a class="back" href="/ops/verifications">
            {VERIFY.title[locale]}
          </a>
        </p>
        <h1>{view.claims.name}</h1>
        <p class="row">
          <span class="code">{view.claims.licence}</span>
          <span class="tag">{VERIFY[view.kind][locale]}</span>
          <span class={isLive ? "tag care" : view.status === "approved" ? "tag good" : "tag bad"}>
            {STATUS_WORDS[view.status][locale]}
          </span>
          <span class="soft">
            {VERIFY.since[locale]} <Moment at={view.created_at} locale={locale} style="short" />
          </span>
          <a href={`/ops/professionals/${view.professional.id}`}>{VERIFY.professional[locale]}</a>
        </p>
        <p class="soft">{VERIFY.audited[locale]}</p>
      </div>
      <div class="columns">
        <div class="stack">
          <Said view={view} locale={locale} />
          <PapersPanel view={view} locale={locale} />
          <Others view={view} locale={locale} />
        </div>
        <div class="stack">
          <Words view={view} locale={locale} />
          {isLive ? <Decide view={view} locale={locale} /> : <Outcome view={view} locale={locale} />}
        </div>
      </div>
    </div>
  );
}

type Part = { view: ReviewView; locale: Locale };

function Said({ view, locale }: Part) {
  const { claims, before, professional: p } = view;
  const areas = p.areas.filter(isArea).map((area) => AREA_NAMES[area][locale]);
  const rows: [Text, string, string | null][] = [
    [VERIFY.name, claims.name, before?.name ?? null],
    [VERIFY.licence, claims.licence, before?.licence ?? null],
    [VERIFY.others, claims.other_licences.join(", "), before?.other_licences.join(", ") ?? null],
    [VERIFY.qualifications, claims.qualifications.join(", "), before?.qualifications.join(", ") ?? null],
    [VERIFY.email, p.email, null],
    [VERIFY.place, [p.municipality, p.uf].join(", "), null],
    [VERIFY.years, String(p.years_of_practice), null],
    [VERIFY.areas, areas.join(", "), null],
    [VERIFY.profile, p.profile, null],
  ];
  return (
    <section class="panel stack tight" aria-labelledby="said-title">
      <h2 id="said-title">{VERIFY.said[locale]}</h2>
      <dl class="facts">
        {rows
          .filter(([, now, old]) => now !== "" || (old ?? "") !== "")
          .map(([name, now, old]) => (
            <>
              <dt>{name[locale]}</dt>
              <dd>
                {now || "–"}
                {old !== null && old !== now && (
                  <span class="soft block">
                    {VERIFY.before[locale]}: {old || "–"}
                  </span>
                )}
              </dd>
            </>
          ))}
      </dl>
    </section>
  );
}

function PapersPanel({ view, locale }: Part) {
  return (
    <section class="panel stack tight" aria-labelledby="papers-title">
      <h2 id="papers-title">{VERIFY.papers[locale]}</h2>
      {view.papers.length === 0 && <p class="soft">{VERIFY.noPapers[locale]}</p>}
      <ul class="plain-list">
        {view.papers.map((paper) => (
          <li>
            <a href={`/ops/verifications/papers/${paper.id}`}>{paper.name}</a>{" "}
            <span class="soft">
              {KIND_NAMES[paper.kind][locale]} · {sizeWords(paper.bytes, locale)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Others({ view, locale }: Part) {
  return (
    <>
      {view.duplicates.length > 0 && (
        <section class="panel stack tight" aria-labelledby="same-title">
          <h2 id="same-title">{VERIFY.sameNumber[locale]}</h2>
          {view.duplicates.map((one) => (
            <p class="row">
              <a href={`/ops/professionals/${one.id}`}>{one.name}</a>
              <span class={one.licence_status === "valid" ? "tag bad" : "tag"}>
                {one.licence_status === "valid" ? VERIFY.approved[locale] : VERIFY.open[locale]}
              </span>
            </p>
          ))}
        </section>
      )}
      {view.earlier.length > 0 && (
        <section class="panel stack tight" aria-labelledby="earlier-title">
          <h2 id="earlier-title">{VERIFY.earlier[locale]}</h2>
          {view.earlier.map((one) => (
            <p>
              <a href={`/ops/verifications/${one.id}`}>{one.name}</a>:{" "}
              {one.reasons.map((reason) => REFUSAL_WORDS[reason][locale]).join(" ")} {one.words}
            </p>
          ))}
        </section>
      )}
    </>
  );
}

function Words({ view, locale }: Part) {
  if (view.words.length === 0) return null;
  return (
    <section class="panel stack tight" aria-labelledby="talk-title">
      <h2 id="talk-title">{VERIFY.talk[locale]}</h2>
      {view.words.map(({ by, text, at }) => (
        <p>
          <strong>{(by === "team" ? STANDING.team : VERIFY.person)[locale]}</strong>{" "}
          <span class="soft">
            <Moment at={at} locale={locale} style="short" />
          </span>
          <span class="block">{text}</span>
        </p>
      ))}
    </section>
  );
}

function Decide({ view, locale }: Part) {
  const to = `/ops/verifications/${view.id}`;
  const seen = <input type="hidden" name="seen" value={view.updated_at} />;
  return (
    <>
      <section class="panel stack tight" aria-labelledby="register-title">
        <h2 id="register-title">{VERIFY.register[locale]}</h2>
        {view.registry !== null && (
          <p>
            {VERIFY.lookedUp[locale]}: <strong>{FINDING_WORDS[view.registry.finding][locale]}</strong>
            {view.registry.name !== null && ` (${view.registry.name})`}{" "}
            <span class="soft">
              <Moment at={view.registry.at} locale={locale} style="short" />. {VERIFY.lookedUpHint[locale]}
            </span>
          </p>
        )}
        {view.looks_up && (
          <form method="post" action={`${to}/look`}>
            <button type="submit" class="button small quiet">
              {VERIFY.look[locale]}
            </button>
          </form>
        )}
        <p>
          <a href={view.register_url} target="_blank" rel="noreferrer noopener">
            {VERIFY.openRegister[locale]}
          </a>
        </p>
        <form method="post" action={`${to}/approve`} class="stack tight">
          {seen}
          <p>{VERIFY.compare[locale]}</p>
          {CHECKS.map((check) => (
            <label class="choice">
              <input type="checkbox" name="checks" value={check} required={NEEDED_CHECKS.includes(check)} />
              <span>{CHECK_WORDS[check][locale]}</span>
            </label>
          ))}
          <div class="row">
            <button type="submit" class="button small">
              {VERIFY.approve[locale]}
            </button>
            <span class="soft">{(view.vertical === "staffing" ? VERIFY.doctorHint : VERIFY.approveHint)[locale]}</span>
          </div>
        </form>
      </section>
      <section class="panel stack tight" aria-labelledby="ask-title">
        <h2 id="ask-title">{VERIFY.ask[locale]}</h2>
        <form method="post" action={`${to}/ask`} class="stack tight">
          {seen}
          <label for="question">{VERIFY.question[locale]}</label>
          <textarea class="input" id="question" name="question" rows={3} minlength={5} maxlength={1000} required />
          <div>
            <button type="submit" class="button small quiet">
              {VERIFY.ask[locale]}
            </button>
          </div>
        </form>
      </section>
      <section class="panel stack tight" aria-labelledby="refuse-title">
        <h2 id="refuse-title">{VERIFY.refuse[locale]}</h2>
        <form method="post" action={`${to}/refuse`} class="stack tight">
          {seen}
          <fieldset class="field">
            <legend>{VERIFY.reasons[locale]}</legend>
            {REFUSAL_REASONS.map((reason) => (
              <label class="choice">
                <input type="checkbox" name="reasons" value={reason} />
                <span>{REFUSAL_WORDS[reason][locale]}</span>
              </label>
            ))}
          </fieldset>
          <label for="words">{VERIFY.words[locale]}</label>
          <textarea class="input" id="words" name="words" rows={3} maxlength={1000} />
          <div>
            <button type="submit" class="button small risky">
              {VERIFY.refuse[locale]}
            </button>
          </div>
        </form>
      </section>
    </>
  );
}

function Outcome({ view, locale }: Part) {
  return (
    <section class="panel stack tight" aria-labelledby="outcome-title">
      <h2 id="outcome-title">{STATUS_WORDS[view.status][locale]}</h2>
      {view.decided_at !== null && (
        <p class="soft">
          {VERIFY.decided[locale]} <Moment at={view.decided_at} locale={locale} style="full" />
        </p>
      )}
      <ul class="plain-list">
        {view.checks.map((check) => (
          <li>{CHECK_WORDS[check][locale]}</li>
        ))}
        {view.refusal_reasons.map((reason) => (
          <li>{REFUSAL_WORDS[reason][locale]}</li>
        ))}
      </ul>
      {view.refusal_words !== null && <p>{view.refusal_words}</p>}
    </section>
  );
}
