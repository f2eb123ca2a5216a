// What the pages of queues are made of: lanes, reasons, messages, one message, the count before a replay.
import type { Locale } from "../../domain/locale.ts";
import type { OutboxItem } from "../../services/operations/list-outbox.ts";
import type { MessageState } from "../../services/operations/read-dead-message.ts";
import type { QueuesView } from "../../services/operations/read-queues.ts";
import { Heads, Table } from "./ops-parts.tsx";
import { Moment } from "./parts/moment.tsx";
import { Empty } from "./parts/notice.tsx";
import { OPS, OUTBOX } from "./texts/ops.ts";
import { ACTS, QUEUES } from "./texts/ops-queues.ts";

/** A message that is due for so long is late. */
const LATE_SECONDS = 120;

export function LaneTable({ lanes, locale }: { lanes: QueuesView["lanes"]; locale: Locale }) {
  const heads = [QUEUES.lane, QUEUES.depth, QUEUES.scheduled, QUEUES.failing, QUEUES.oldest, QUEUES.rate];
  return (
    <Table label={QUEUES.title[locale]} head={<Heads names={heads} locale={locale} />}>
      {lanes.map((lane) => (
        <tr data-row="" tabindex={-1}>
          <th scope="row">{QUEUES[lane.lane][locale]}</th>
          <td class="number">{lane.depth.toLocaleString(locale)}</td>
          <td class="number">{lane.scheduled.toLocaleString(locale)}</td>
          <td class="number">{lane.failing.toLocaleString(locale)}</td>
          <td>
            {lane.oldest_seconds === null ? (
              QUEUES.nothing[locale]
            ) : (
              <span class={lane.oldest_seconds > LATE_SECONDS ? "tag bad" : undefined}>
                {ageWords(lane.oldest_seconds, locale)}
              </span>
            )}
          </td>
          <td class="number">{lane.done_per_minute.toLocaleString(locale, { maximumFractionDigits: 1 })}</td>
        </tr>
      ))}
    </Table>
  );
}

export function GroupTable({ groups, locale }: { groups: QueuesView["groups"]; locale: Locale }) {
  if (groups.length === 0) return null;
  const heads = [QUEUES.message, QUEUES.error, QUEUES.count, QUEUES.since, QUEUES.act];
  return (
    <section class="stack" aria-labelledby="parked-by-reason">
      <h2 id="parked-by-reason">{QUEUES.groups[locale]}</h2>
      <Table label={QUEUES.groups[locale]} head={<Heads names={heads} locale={locale} />}>
        {groups.map(({ name, error, count, since }) => (
          <tr data-row="" tabindex={-1}>
            <th scope="row" class="code">
              <a href={`/ops/outbox?status=dead&name=${encodeURIComponent(name)}`}>{name}</a>
            </th>
            <td class="code">{error ?? ""}</td>
            <td class="number">{count.toLocaleString(locale)}</td>
            <td>
              <Moment at={since} locale={locale} style="short" />
            </td>
            <td>
              <form method="post" action="/ops/outbox/replay">
                <input type="hidden" name="name" value={name} />
                {error !== null && <input type="hidden" name="error" value={error} />}
                <button type="submit" class="button small quiet" aria-label={`${QUEUES.countFirst[locale]}: ${name}`}>
                  {QUEUES.countFirst[locale]}
                </button>
              </form>
            </td>
          </tr>
        ))}
      </Table>
    </section>
  );
}

export function OutboxTable(props: { items: OutboxItem[]; status: OutboxItem["status"]; locale: Locale }) {
  const { items, status, locale } = props;
  if (items.length === 0) return <Empty>{(status === "dead" ? OUTBOX.deadEmpty : OPS.empty)[locale]}</Empty>;
  const heads = [OUTBOX.message, OUTBOX.attempts, OUTBOX.error, OUTBOX.body, OPS.created];
  return (
    <Table
      label={OUTBOX.title[locale]}
      head={<Heads names={status === "dead" ? [...heads, OUTBOX.act] : heads} locale={locale} />}
    >
      {items.map((item) => (
        <tr data-row="" tabindex={-1} id={item.id}>
          <th scope="row" class="code">
            <a href={`/ops/outbox/${item.id}`}>{item.name}</a>
          </th>
          <td class="number">{item.attempts}</td>
          <td class="code">{item.last_error ?? ""}</td>
          <td class="code body">{bodyWords(item.body) || QUEUES.emptied[locale]}</td>
          <td>
            <Moment at={item.created_at} locale={locale} style="short" />
          </td>
          {status === "dead" && (
            <td>
              <form method="post" action={`/ops/outbox/${item.id}/settle`} class="row">
                <SettleButtons locale={locale} />
              </form>
            </td>
          )}
        </tr>
      ))}
    </Table>
  );
}

/** One message: a dead one can be changed where its fields are shown. */
export function MessagePage({ message, locale }: { message: MessageState; locale: Locale }) {
  const isDead = message.status === "dead";
  const isEmptied = Object.keys(message.body).length === 0;
  return (
    <div class="stack">
      <p>
        <a href={`/ops/outbox?status=${message.status}`}>{QUEUES.back[locale]}</a>
      </p>
      <h1 class="code">{message.name}</h1>
      <dl class="facts">
        <dt>{OPS.status[locale]}</dt>
        <dd>{QUEUES[message.status][locale]}</dd>
        <dt>{QUEUES.lane[locale]}</dt>
        <dd>{QUEUES[message.lane][locale]}</dd>
        <dt>{QUEUES.tries[locale]}</dt>
        <dd>{message.attempts}</dd>
        <dt>{QUEUES.error[locale]}</dt>
        <dd class="code">{message.last_error ?? "–"}</dd>
        <dt>{OPS.created[locale]}</dt>
        <dd>
          <Moment at={message.created_at} locale={locale} style="short" />
        </dd>
        <dt>{QUEUES.trace[locale]}</dt>
        <dd class="code wrap">{message.trace_id}</dd>
      </dl>
      <form method="post" action={`/ops/outbox/${message.id}/settle`} class="stack">
        <h2>{QUEUES.content[locale]}</h2>
        <p class="soft">{(isEmptied ? QUEUES.emptiedLead : QUEUES.contentLead)[locale]}</p>
        {Object.entries(message.body).map(([key, value]) => (
          <p class="field">
            <label for={`field-${key}`} class="code">
              {key}
            </label>
            <input
              id={`field-${key}`}
              name={`field.${key}`}
              value={String(value)}
              class="code"
              autocomplete="off"
              disabled={!isDead || !message.editable.includes(key)}
            />
          </p>
        ))}
        {isDead && (
          <p class="row">
            <SettleButtons locale={locale} edits />
          </p>
        )}
      </form>
      <History message={message} locale={locale} />
    </div>
  );
}

function SettleButtons({ locale, edits = false }: { locale: Locale; edits?: boolean }) {
  return (
    <>
      <button type="submit" class="button small" name="how" value="retry">
        {(edits ? QUEUES.editAndRetry : OUTBOX.retry)[locale]}
      </button>
      <button type="submit" class="button small quiet" name="how" value="discard">
        {OUTBOX.discard[locale]}
      </button>
    </>
  );
}

function History({ message, locale }: { message: MessageState; locale: Locale }) {
  if (message.acts.length === 0) return null;
  return (
    <section class="stack">
      <h2>{QUEUES.history[locale]}</h2>
      <ul>
        {message.acts.map(({ action, at, error }) => (
          <li>
            {ACTS[action]?.[locale] ?? action} <span class="code">{error}</span>{" "}
            <span class="soft">
              <Moment at={at} locale={locale} style="short" />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface ReplayPageProps {
  which: { name: string | undefined; error: string | undefined };
  outcome: { found: number; until: string };
  locale: Locale;
}

export function ReplayPage({ which, outcome, locale }: ReplayPageProps) {
  const n = outcome.found.toLocaleString(locale);
  const isNone = outcome.found === 0;
  return (
    <div class="stack">
      <p>
        <a href="/ops/outbox?status=dead">{QUEUES.back[locale]}</a>
      </p>
      <h1>{QUEUES.replayTitle[locale]}</h1>
      <dl class="facts">
        <dt>{QUEUES.message[locale]}</dt>
        <dd class="code">{which.name ?? QUEUES.any[locale]}</dd>
        <dt>{QUEUES.error[locale]}</dt>
        <dd class="code">{which.error ?? QUEUES.any[locale]}</dd>
      </dl>
      <p>{isNone ? QUEUES.replayNone[locale] : QUEUES.replayCount[locale].replace("{n}", n)}</p>
      {!isNone && (
        <form method="post" action="/ops/outbox/replay" class="stack">
          {which.name !== undefined && <input type="hidden" name="name" value={which.name} />}
          {which.error !== undefined && <input type="hidden" name="error" value={which.error} />}
          <input type="hidden" name="until" value={outcome.until} />
          <p class="soft">{QUEUES.replayBound[locale]}</p>
          <button type="submit" class="button" name="how" value="send">
            {QUEUES.replayGo[locale].replace("{n}", n)}
          </button>
        </form>
      )}
    </div>
  );
}

function bodyWords(body: Record<string, unknown>): string {
  return Object.entries(body)
    .map(([key, value]) => `${key} ${String(value)}`)
    .join(" · ");
}

function ageWords(seconds: number, locale: Locale): string {
  const [value, unit] =
    seconds < 90 ? [seconds, "second"] : seconds < 5400 ? [seconds / 60, "minute"] : [seconds / 3600, "hour"];
  return Math.round(Number(value)).toLocaleString(locale, { style: "unit", unit: String(unit), unitDisplay: "long" });
}
