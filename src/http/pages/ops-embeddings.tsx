// Embedding spaces in the console: how full each is, what fills it, and in which ones searches were made.
import { SPACE_KEYS, SPACES, type SpaceKey } from "../../domain/embedding/space.ts";
import type { Locale, Text } from "../../domain/locale.ts";
import type { BackfillView } from "../../services/embedding/backfill-view.ts";
import { LEAST_COVERAGE } from "../../services/embedding/coverage.ts";
import type { SpaceUse } from "../../services/embedding/read-space-use.ts";
import type { SpaceView } from "../../services/embedding/read-spaces.ts";
import { Table } from "./ops-parts.tsx";
import { Live } from "./parts/live.tsx";
import { Moment } from "./parts/moment.tsx";
import { Empty } from "./parts/notice.tsx";
import { BACKFILL_STATUSES, EMBEDDINGS, SPACE_NAMES } from "./texts/ops-embeddings.ts";

export interface EmbeddingsProps {
  spaces: SpaceView[];
  backfills: BackfillView[];
  use: SpaceUse;
  locale: Locale;
}

export function Embeddings({ spaces, backfills, use, locale }: EmbeddingsProps) {
  const running = new Set(backfills.filter(({ status }) => status === "running").map(({ space }) => space));
  return (
    <div class="stack">
      <div class="stack tight">
        <h1>{EMBEDDINGS.title[locale]}</h1>
        <p>{EMBEDDINGS.lead[locale]}</p>
      </div>
      <Live id="spaces" of={[spaces, [...running]]}>
        <ul class="panels spaces">
          {spaces.map((space) => (
            <Space space={space} running={running.has(space.key)} locale={locale} />
          ))}
        </ul>
      </Live>
      <section class="stack tight" aria-labelledby="backfills-title">
        <h2 id="backfills-title">{EMBEDDINGS.backfills[locale]}</h2>
        <Live id="backfills" of={backfills}>
          <Backfills items={backfills} locale={locale} />
        </Live>
      </section>
      <section class="stack tight" aria-labelledby="use-title">
        <h2 id="use-title">{EMBEDDINGS.use[locale]}</h2>
        <Live id="space-use" of={use}>
          <Use use={use} locale={locale} />
        </Live>
      </section>
    </div>
  );
}

function Space({ space, running, locale }: { space: SpaceView; running: boolean; locale: Locale }) {
  const id = `space-${space.key}`;
  const used = space.key === "lexical" || (space.configured && space.coverage >= LEAST_COVERAGE);
  const state = !space.configured ? EMBEDDINGS.notConfigured : used ? EMBEDDINGS.configured : EMBEDDINGS.tooEmpty;
  return (
    <li class="panel stack tight" data-row="" tabindex={-1}>
      <p class="row">
        <strong>{SPACE_NAMES[space.key][locale]}</strong>
        <span class={!space.configured ? "tag" : used ? "tag good" : "tag care"}>{state[locale]}</span>
      </p>
      <p class="soft">
        <span class="code">{space.name}</span> · {space.dimensions.toLocaleString(locale)}{" "}
        {EMBEDDINGS.dimensions[locale]}
      </p>
      <p id={id}>
        <strong>{percent(space.coverage, locale)}</strong> {EMBEDDINGS.coverage[locale]}
      </p>
      <progress class="meter" max={1} value={space.coverage} aria-labelledby={id} />
      {space.key !== "lexical" && (
        <p class="soft">{EMBEDDINGS.enough[locale].replace("{share}", percent(LEAST_COVERAGE, locale))}</p>
      )}
      {space.lacking > 0 && (
        <p class="soft">{EMBEDDINGS.lacking[locale].replace("{n}", space.lacking.toLocaleString(locale))}</p>
      )}
      <Fill space={space} running={running} locale={locale} />
    </li>
  );
}

function Fill({ space, running, locale }: { space: SpaceView; running: boolean; locale: Locale }) {
  if (!space.configured) return <p class="soft">{EMBEDDINGS.setKeys[locale]}</p>;
  if (running) return <p class="soft">{EMBEDDINGS.runs[locale]}</p>;
  if (space.lacking === 0) return <p class="soft">{EMBEDDINGS.complete[locale]}</p>;
  return (
    <form method="post" action="/ops/embeddings/backfills" class="stack tight">
      <span class="row">
        <button type="submit" class="button small" name="space" value={space.key}>
          {EMBEDDINGS.start[locale]}
        </button>
      </span>
      <span class="soft">{EMBEDDINGS.startHint[locale]}</span>
    </form>
  );
}

const NUMBERS: ReadonlySet<Text> = new Set([
  EMBEDDINGS.speed,
  EMBEDDINGS.searches,
  EMBEDDINGS.share,
  EMBEDDINGS.steppedDown,
]);

function Heads({ names, locale }: { names: readonly Text[]; locale: Locale }) {
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

function Backfills({ items, locale }: { items: BackfillView[]; locale: Locale }) {
  if (items.length === 0) return <Empty>{EMBEDDINGS.backfillsEmpty[locale]}</Empty>;
  const heads = [
    EMBEDDINGS.space,
    EMBEDDINGS.status,
    EMBEDDINGS.progress,
    EMBEDDINGS.speed,
    EMBEDDINGS.failed,
    EMBEDDINGS.started,
    EMBEDDINGS.ends,
    EMBEDDINGS.act,
  ];
  return (
    <Table label={EMBEDDINGS.backfills[locale]} head={<Heads names={heads} locale={locale} />}>
      {items.map((item) => (
        <BackfillRow item={item} locale={locale} />
      ))}
    </Table>
  );
}

const STATUS_KINDS = { running: "tag care", done: "tag good", failed: "tag bad", cancelled: "tag" } as const;

function BackfillRow({ item, locale }: { item: BackfillView; locale: Locale }) {
  const number = (value: number) => value.toLocaleString(locale);
  const running = item.status === "running";
  return (
    <tr data-row="" tabindex={-1} data-under-way={running ? "" : undefined}>
      <th scope="row">
        {nameOf(item.space, locale)} <span class="soft code">{item.space_name}</span>
      </th>
      <td>
        <span class={STATUS_KINDS[item.status]}>{BACKFILL_STATUSES[item.status][locale]}</span>
      </td>
      <td>
        <span id={`${item.id}-progress`}>
          {number(item.done)} / {number(item.total)}
        </span>
        <progress
          class="meter"
          max={Math.max(1, item.total)}
          value={item.total === 0 ? 1 : item.done}
          aria-labelledby={`${item.id}-progress`}
        />
      </td>
      <td class="number">{item.per_minute === null ? "–" : number(item.per_minute)}</td>
      <td>
        {item.failed_tries === 0 ? "–" : number(item.failed_tries)}{" "}
        {item.last_error !== null && <span class="code">{item.last_error}</span>}
      </td>
      <td>
        <Moment at={item.started_at} locale={locale} style="short" />
      </td>
      <td>
        {item.finished_at !== null ? (
          <Moment at={item.finished_at} locale={locale} style="short" />
        ) : item.estimated_end_at !== null ? (
          <>
            {EMBEDDINGS.about[locale]} <Moment at={item.estimated_end_at} locale={locale} style="short" />
          </>
        ) : (
          "–"
        )}
      </td>
      <td>
        {running && (
          <form method="post" action={`/ops/embeddings/backfills/${item.id}/cancel`}>
            <button type="submit" class="button small quiet" aria-label={cancelLabel(item, locale)}>
              {EMBEDDINGS.cancel[locale]}
            </button>
          </form>
        )}
      </td>
    </tr>
  );
}

function cancelLabel({ space }: BackfillView, locale: Locale): string {
  return `${EMBEDDINGS.cancel[locale]}: ${nameOf(space, locale)}`;
}

function nameOf(space: SpaceKey | null, locale: Locale): string {
  return (space === null ? EMBEDDINGS.goneSpace : SPACE_NAMES[space])[locale];
}

function Use({ use, locale }: { use: SpaceUse; locale: Locale }) {
  if (use.spaces.length === 0) return <Empty>{EMBEDDINGS.useEmpty[locale]}</Empty>;
  const all = use.spaces.reduce((sum, { searches }) => sum + searches, 0);
  const heads = [EMBEDDINGS.space, EMBEDDINGS.searches, EMBEDDINGS.share, EMBEDDINGS.steppedDown];
  return (
    <Table label={EMBEDDINGS.use[locale]} head={<Heads names={heads} locale={locale} />}>
      {use.spaces.map(({ space, searches, stepped_down: steppedDown }) => (
        <tr data-row="" tabindex={-1}>
          <th scope="row">
            {nameOf(SPACE_KEYS.find((key) => SPACES[key].name === space) ?? null, locale)}{" "}
            <span class="soft code">{space}</span>
          </th>
          <td class="number">{searches.toLocaleString(locale)}</td>
          <td class="number">{percent(searches / all, locale)}</td>
          <td class="number">
            {steppedDown.toLocaleString(locale)} ({percent(steppedDown / all, locale)})
          </td>
        </tr>
      ))}
    </Table>
  );
}

/** Never rounded up to a whole that it is not. */
function percent(share: number, locale: Locale): string {
  const down = Math.floor(share * 1000) / 1000;
  return down.toLocaleString(locale, { style: "percent", maximumFractionDigits: 1 });
}
