// Professionals in the console: a list that can be searched, and one person's record with what an operator may do.
import { AREA_NAMES, isArea } from "../../domain/legal/areas.ts";
import { DEFAULT_ZONE, type Locale, type Text } from "../../domain/locale.ts";
import { PRIORITY_REASONS, SUSPENSION_REASONS } from "../../domain/registration/registry.ts";
import { PRIORITY_WORDS, SUSPENSION_WORDS } from "../../domain/registration/words.ts";
import { localDay } from "../../domain/triage/calendar.ts";
import type { ProfessionalItem } from "../../services/verification/list-professionals.ts";
import type { ProfessionalDesk } from "../../services/verification/read-for-operator.ts";
import { Heads, Pager, Table, Tabs } from "./ops-parts.tsx";
import { Moment } from "./parts/moment.tsx";
import { Empty } from "./parts/notice.tsx";
import { OPS } from "./texts/ops.ts";
import { DESK, STORY, VERIFY } from "./texts/ops-verifications.ts";
import { JOIN, STANDING } from "./texts/pro-join.ts";

interface ListProps {
  items: ProfessionalItem[];
  next: string | null;
  query: Record<string, string | undefined>;
  /** What was searched for; null for a list by state. */
  q: string | null;
  locale: Locale;
}

const TABS = [
  { path: "/ops/professionals", name: VERIFY.all, status: undefined, licence: undefined },
  { path: "/ops/professionals?status=active", name: DESK.active, status: "active", licence: undefined },
  { path: "/ops/professionals?status=pending", name: DESK.pending, status: "pending", licence: undefined },
  { path: "/ops/professionals?status=inactive", name: DESK.inactive, status: "inactive", licence: undefined },
  { path: "/ops/professionals?licence=suspended", name: DESK.suspendedTab, status: undefined, licence: "suspended" },
] as const;

export function ProfessionalList({ items, next, query, q, locale }: ListProps) {
  const heads = [VERIFY.name, VERIFY.licence, DESK.status, VERIFY.place, VERIFY.areas];
  return (
    <div class="stack">
      <h1>{DESK.title[locale]}</h1>
      <form method="post" action="/ops/professionals" class="row">
        <label for="q">{DESK.search[locale]}</label>
        <input class="input" id="q" name="q" type="search" value={q ?? ""} minlength={2} maxlength={120} required />
        <button type="submit" class="button small">
          {DESK.find[locale]}
        </button>
      </form>
      <Tabs
        label={OPS.status[locale]}
        tabs={TABS.map(({ path, name, status, licence }) => ({
          href: path,
          name: name[locale],
          current: q === null && query.status === status && query.licence === licence,
        }))}
      />
      {items.length === 0 ? (
        <Empty>{DESK.none[locale]}</Empty>
      ) : (
        <Table label={DESK.title[locale]} head={<Heads names={heads} locale={locale} />}>
          {items.map((item) => (
            <tr data-row="">
              <th scope="row">
                <a href={`/ops/professionals/${item.id}`}>{item.name}</a>
              </th>
              <td class="code">{item.licence}</td>
              <td>
                <StateTags item={item} locale={locale} />
              </td>
              <td>
                {item.municipality}, {item.uf}
              </td>
              <td>{areaNames(item.areas, locale) || "–"}</td>
            </tr>
          ))}
        </Table>
      )}
      {q === null && <Pager path="/ops/professionals" query={query} next={next} locale={locale} />}
    </div>
  );
}

function areaNames(areas: string[], locale: Locale): string {
  return areas
    .filter(isArea)
    .map((area) => AREA_NAMES[area][locale])
    .join(", ");
}

const LICENCE_KINDS = { valid: "tag good", suspended: "tag bad", unchecked: "tag care" } as const;

function StateTags({ item, locale }: { item: Pick<ProfessionalItem, "status" | "licence_status">; locale: Locale }) {
  return (
    <>
      <span class="tag">{DESK[item.status][locale]}</span>{" "}
      <span class={LICENCE_KINDS[item.licence_status]}>{DESK[item.licence_status][locale]}</span>
    </>
  );
}

type Part = { view: ProfessionalDesk; locale: Locale };

export function ProfessionalRecord({ view, locale }: Part) {
  return (
    <div class="stack">
      <div class="stack tight">
        <p>
          <a class="back" href="/ops/professionals">
            {DESK.title[locale]}
          </a>
        </p>
        <h1>{view.name}</h1>
        <p class="row">
          <span class="code">{view.licence}</span>
          <StateTags item={view} locale={locale} />
          {view.on_leave && <span class="tag care">{DESK.on_leave[locale]}</span>}
          {view.opted_out && <span class="tag care">{DESK.opted_out[locale]}</span>}
        </p>
        <p class="soft">{VERIFY.audited[locale]}</p>
      </div>
      <div class="columns">
        <div class="stack">
          <Facts view={view} locale={locale} />
          <History view={view} locale={locale} />
        </div>
        <div class="stack">
          <Pause view={view} locale={locale} />
          <LeaveForm view={view} locale={locale} />
          <Priority view={view} locale={locale} />
        </div>
      </div>
    </div>
  );
}

function Facts({ view, locale }: Part) {
  const rows: [Text, string][] = [
    [VERIFY.email, view.email],
    [VERIFY.others, view.other_licences.join(", ")],
    [VERIFY.qualifications, view.qualifications.join(", ")],
    [VERIFY.place, `${view.municipality}, ${view.uf}`],
    [VERIFY.years, String(view.years_of_practice)],
    [VERIFY.areas, view.vertical === "staffing" ? JOIN.doctor[locale] : areaNames(view.areas, locale)],
    [DESK.load, `${view.cases_30d} ${DESK.of[locale]} ${view.capacity_monthly}`],
  ];
  return (
    <section class="panel stack tight">
      <dl class="facts">
        {rows
          .filter(([, value]) => value !== "")
          .map(([name, value]) => (
            <>
              <dt>{name[locale]}</dt>
              <dd>{value}</dd>
            </>
          ))}
        {view.status !== "pending" && (
          <>
            <dt>{DESK.joined[locale]}</dt>
            <dd>
              <Moment at={view.joined_at} locale={locale} style="full" />
            </dd>
          </>
        )}
      </dl>
    </section>
  );
}

function History({ view, locale }: Part) {
  return (
    <section class="panel stack tight" aria-labelledby="history-title">
      <h2 id="history-title">{DESK.reviews[locale]}</h2>
      <ul class="plain-list">
        {view.reviews.map((one) => (
          <li>
            <a href={`/ops/verifications/${one.id}`}>
              {VERIFY[one.kind][locale]}, {VERIFY[one.status][locale]}
            </a>{" "}
            <Moment at={one.created_at} locale={locale} style="short" />
          </li>
        ))}
      </ul>
      <h2>{DESK.pauses[locale]}</h2>
      {view.suspensions.length === 0 && <p class="soft">{DESK.noPauses[locale]}</p>}
      <ul class="plain-list">
        {view.suspensions.map((one) => (
          <li>
            <Moment at={one.since} locale={locale} style="short" />: {SUSPENSION_WORDS[one.reason][locale]} {one.words}{" "}
            {one.lifted_at !== null && (
              <span class="soft">
                {DESK.lifted[locale]} <Moment at={one.lifted_at} locale={locale} style="short" />
              </span>
            )}
          </li>
        ))}
      </ul>
      <h2>{DESK.story[locale]}</h2>
      <ul class="plain-list">
        {view.story.map(({ action, at }) => (
          <li>
            <Moment at={at} locale={locale} style="short" />: {STORY[action]?.[locale] ?? action}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Pause({ view, locale }: Part) {
  const live = view.suspensions.find(({ lifted_at: lifted }) => lifted === null);
  const to = `/ops/professionals/${view.id}`;
  if (live !== undefined) {
    return (
      <section class="panel stack tight" aria-labelledby="pause-title">
        <h2 id="pause-title">{STANDING.suspended[locale]}</h2>
        <p>
          {SUSPENSION_WORDS[live.reason][locale]} {live.words}
        </p>
        {live.until !== null && (
          <p>
            {STANDING.until[locale]}: <Moment at={live.until} locale={locale} style="full" />
          </p>
        )}
        <form method="post" action={`${to}/lift`}>
          <button type="submit" class="button small">
            {DESK.lift[locale]}
          </button>
        </form>
      </section>
    );
  }
  return (
    <section class="panel stack tight" aria-labelledby="pause-title">
      <h2 id="pause-title">{DESK.suspend[locale]}</h2>
      <p class="soft">{DESK.suspendHint[locale]}</p>
      <form method="post" action={`${to}/suspend`} class="stack tight">
        <Reasons id="reason" label={DESK.reason} of={SUSPENSION_REASONS} words={SUSPENSION_WORDS} locale={locale} />
        <label for="words">{VERIFY.words[locale]}</label>
        <textarea class="input" id="words" name="words" rows={2} maxlength={1000} />
        <label for="until">{DESK.until[locale]}</label>
        <input class="input" id="until" name="until" type="date" />
        <div>
          <button type="submit" class="button small risky">
            {DESK.suspend[locale]}
          </button>
        </div>
      </form>
    </section>
  );
}

function LeaveForm({ view, locale }: Part) {
  const dayOf = (at: string | null) => (at === null ? "" : localDay(new Date(at), DEFAULT_ZONE));
  return (
    <section class="panel stack tight" aria-labelledby="leave-title">
      <h2 id="leave-title">{DESK.leave[locale]}</h2>
      <form method="post" action={`/ops/professionals/${view.id}/leave`} class="stack tight">
        <label for="leave_from">{DESK.leaveFrom[locale]}</label>
        <input class="input" id="leave_from" name="leave_from" type="date" value={dayOf(view.leave_from)} />
        <label for="leave_until">{DESK.leaveUntil[locale]}</label>
        <input class="input" id="leave_until" name="leave_until" type="date" value={dayOf(view.leave_until)} />
        <div class="row">
          <button type="submit" class="button small quiet">
            {DESK.leaveSave[locale]}
          </button>
          {view.leave_from !== null && (
            <button type="submit" class="button small quiet" name="end" value="yes">
              {DESK.leaveEnd[locale]}
            </button>
          )}
        </div>
      </form>
    </section>
  );
}

function Priority({ view, locale }: Part) {
  return (
    <section class="panel stack tight" aria-labelledby="priority-title">
      <h2 id="priority-title">{DESK.priority[locale]}</h2>
      <p class="soft" id="priority-hint">
        {DESK.priorityHint[locale]}
      </p>
      <form method="post" action={`/ops/professionals/${view.id}/priority`} class="stack tight">
        <label for="priority">{DESK.priority[locale]}</label>
        <input
          class="input"
          id="priority"
          name="priority"
          type="number"
          min={-5}
          max={5}
          value={String(view.priority)}
          aria-describedby="priority-hint"
          required
        />
        <Reasons id="why" label={DESK.reason} of={PRIORITY_REASONS} words={PRIORITY_WORDS} locale={locale} />
        <div>
          <button type="submit" class="button small quiet">
            {DESK.prioritySave[locale]}
          </button>
        </div>
      </form>
    </section>
  );
}

interface ReasonsProps<R extends string> {
  id: string;
  label: Text;
  of: readonly R[];
  words: Readonly<Record<R, Text>>;
  locale: Locale;
}

/** Nothing is chosen beforehand. */
function Reasons<R extends string>({ id, label, of, words, locale }: ReasonsProps<R>) {
  return (
    <>
      <label for={id}>{label[locale]}</label>
      <select class="input" id={id} name="reason" required>
        <option value="">{JOIN.choose[locale]}</option>
        {of.map((reason) => (
          <option value={reason}>{words[reason][locale]}</option>
        ))}
      </select>
    </>
  );
}
