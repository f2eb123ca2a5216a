// Equity in the console: how evenly the load is shared, as a figure, a small chart and a table to sort.
import { AREA_NAMES, AREAS, isArea } from "../../domain/legal/areas.ts";
import { UFS } from "../../domain/legal/ufs.ts";
import type { Locale, Text } from "../../domain/locale.ts";
import type { JobRun } from "../../domain/ports.ts";
import type { readPools } from "../../services/equity/read-pools.ts";
import type { EquityFigures, EquityItem, EquitySort } from "../../services/operations/list-equity.ts";
import { giniWords } from "./ops-overview.tsx";
import { Pager, Table } from "./ops-parts.tsx";
import { DailyJob, FairnessRule, Pools } from "./ops-pools.tsx";
import { Live } from "./parts/live.tsx";
import { Moment } from "./parts/moment.tsx";
import { Empty } from "./parts/notice.tsx";
import { EQUITY, OPS } from "./texts/ops.ts";
import { POOLS } from "./texts/ops-pools.ts";

export interface EquityProps {
  figures: EquityFigures;
  areas: Awaited<ReturnType<typeof readPools>>;
  /** The daily job's last run; undefined before its first. */
  run: JobRun | undefined;
  items: EquityItem[];
  next: string | null;
  query: Record<string, string | undefined>;
  locale: Locale;
}

export function Equity({ figures, areas, run, items, next, query, locale }: EquityProps) {
  return (
    <div class="stack">
      <h1>{EQUITY.title[locale]}</h1>
      <Live id="equity-figures" of={figures} class="columns">
        <Figures figures={figures} locale={locale} />
        <Chart figures={figures} locale={locale} />
      </Live>
      <Live id="equity-rule" of={[areas.fairness, run]} class="columns even">
        <FairnessRule fairness={areas.fairness} locale={locale} />
        <DailyJob run={run} locale={locale} />
      </Live>
      <section class="stack tight" aria-labelledby="pools-title">
        <h2 id="pools-title">{POOLS.title[locale]}</h2>
        <p class="soft">{POOLS.hint[locale]}</p>
        <Live id="equity-pools" of={areas.pools}>
          <Pools pools={areas.pools} locale={locale} />
        </Live>
      </section>
      <section class="stack tight" id="professionals" aria-labelledby="professionals-title">
        <h2 id="professionals-title">{EQUITY.people[locale]}</h2>
        <Filter query={query} locale={locale} />
        <Live id="equity-table" of={items}>
          <EquityTable items={items} query={query} locale={locale} />
        </Live>
        <Pager path="/ops/equity" query={query} next={next} locale={locale} />
      </section>
    </div>
  );
}

function Figures({ figures, locale }: { figures: EquityFigures; locale: Locale }) {
  const number = (value: number) => value.toLocaleString(locale);
  return (
    <div class="stack tight">
      <p class="gini">
        <strong>{giniWords(figures.gini, locale)}</strong> {EQUITY.gini[locale]}
      </p>
      <p class="soft">{EQUITY.giniHint[locale]}</p>
      {figures.load_total < figures.professionals && <p class="soft">{EQUITY.early[locale]}</p>}
      <p>
        {EQUITY.load[locale]} <strong>{number(figures.load_total)}</strong> / {EQUITY.capacity[locale]}{" "}
        <strong>{number(figures.capacity_total)}</strong>
      </p>
      <p>
        <strong>{number(figures.professionals)}</strong> {EQUITY.active[locale]},{" "}
        <strong>{number(figures.at_capacity)}</strong> {EQUITY.full[locale]},{" "}
        <strong>{number(figures.offered_to_30d)}</strong> {EQUITY.offered[locale]}
      </p>
      {figures.directory_30d.looks + figures.directory_30d.contacts > 0 && (
        <p>{choiceWords(figures.directory_30d, locale)}</p>
      )}
      {figures.refreshed_at !== null && (
        <p class="soft">
          {EQUITY.refreshed[locale]} <Moment at={figures.refreshed_at} locale={locale} style="short" />
        </p>
      )}
    </div>
  );
}

function choiceWords(choices: EquityFigures["directory_30d"], locale: Locale): string {
  return EQUITY.choices[locale].replace(/\{(looks|first|contacts|contacted)\}/g, (_, name: keyof typeof choices) =>
    choices[name].toLocaleString(locale),
  );
}

const BAR = { width: 30, gap: 6, height: 120, foot: 22, head: 18 } as const;

/** Bars are drawn on a root scale: hundreds who are idle would make the few others invisible. The counts stand above. */
function Chart({ figures, locale }: { figures: EquityFigures; locale: Locale }) {
  const { bars } = figures;
  const most = Math.max(1, ...bars.map(({ count }) => count));
  const width = bars.length * (BAR.width + BAR.gap);
  const words = bars.map(({ up_to: upTo, count }) => `${labelOf(upTo, locale)}: ${count}`).join("; ");
  return (
    <figure class="chart">
      <figcaption>{EQUITY.chart[locale]}</figcaption>
      <svg
        viewBox={`0 0 ${width} ${BAR.head + BAR.height + BAR.foot}`}
        role="img"
        aria-label={`${EQUITY.chart[locale]}: ${words}`}
      >
        {bars.map(({ up_to: upTo, count }, index) => {
          const height = count === 0 ? 1 : Math.max(3, Math.sqrt(count / most) * BAR.height);
          const x = index * (BAR.width + BAR.gap) + BAR.gap / 2;
          const y = BAR.head + BAR.height - height;
          return (
            <>
              <rect x={x} y={y} width={BAR.width} height={height} rx={2} class={upTo >= 1 ? "bar-full" : "bar-part"} />
              <text x={x + BAR.width / 2} y={y - 5} text-anchor="middle">
                {count}
              </text>
              <text x={x + BAR.width / 2} y={BAR.head + BAR.height + 15} text-anchor="middle" class="soft">
                {labelOf(upTo, locale)}
              </text>
            </>
          );
        })}
      </svg>
    </figure>
  );
}

function labelOf(upTo: number, locale: Locale): string {
  return upTo === 0 ? EQUITY.idle[locale] : `${Math.round(upTo * 100)}%`;
}

function Filter({ query, locale }: { query: EquityProps["query"]; locale: Locale }) {
  return (
    <form method="get" action="/ops/equity" class="row filter">
      {query.sort !== undefined && <input type="hidden" name="sort" value={query.sort} />}
      {query.order !== undefined && <input type="hidden" name="order" value={query.order} />}
      <label>
        {EQUITY.area[locale]}{" "}
        <select name="area" class="input">
          <option value="">{OPS.all[locale]}</option>
          {AREAS.filter((area) => area !== "nenhuma").map((area) => (
            <option value={area} selected={query.area === area}>
              {AREA_NAMES[area][locale]}
            </option>
          ))}
        </select>
      </label>
      <label>
        {EQUITY.state[locale]}{" "}
        <select name="uf" class="input">
          <option value="">{OPS.all[locale]}</option>
          {UFS.map((uf) => (
            <option value={uf} selected={query.uf === uf}>
              {uf}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" class="button small quiet">
        {EQUITY.filter[locale]}
      </button>
    </form>
  );
}

const COLUMNS: { sort: EquitySort; name: Text; number: boolean }[] = [
  { sort: "name", name: EQUITY.name, number: false },
  { sort: "cases", name: EQUITY.cases, number: true },
  { sort: "pending", name: EQUITY.pending, number: true },
  { sort: "capacity", name: EQUITY.capacityColumn, number: true },
  { sort: "load", name: EQUITY.share, number: true },
  { sort: "last_offered", name: EQUITY.last, number: false },
];

function EquityTable({ items, query, locale }: Pick<EquityProps, "items" | "query" | "locale">) {
  if (items.length === 0) return <Empty>{OPS.empty[locale]}</Empty>;
  const sort = query.sort ?? "load";
  const order = query.order ?? "desc";
  return (
    <Table
      label={EQUITY.title[locale]}
      head={COLUMNS.map((column) => {
        const mine = column.sort === sort;
        const turned = mine ? (order === "desc" ? "asc" : "desc") : column.number ? "desc" : "asc";
        const to = new URLSearchParams({ ...filterOf(query), sort: column.sort, order: turned });
        return (
          <th
            scope="col"
            class={column.number ? "number" : undefined}
            aria-sort={mine ? (order === "desc" ? "descending" : "ascending") : undefined}
          >
            <a href={`/ops/equity?${to}`}>{column.name[locale]}</a>
          </th>
        );
      })}
    >
      {items.map((item) => (
        <tr data-row="" tabindex={-1}>
          <th scope="row">
            {item.name}{" "}
            <span class="soft">
              {item.uf} · {item.areas.map((area) => (isArea(area) ? AREA_NAMES[area][locale] : area)).join(", ")}
              {item.on_leave && ` · ${EQUITY.leave[locale]}`}
              {item.directory_30d.first + item.directory_30d.contacted > 0 &&
                ` · ${EQUITY.chosen[locale]
                  .replace("{first}", String(item.directory_30d.first))
                  .replace("{contacted}", String(item.directory_30d.contacted))}`}
            </span>
          </th>
          <td class="number">{item.cases_30d}</td>
          <td class="number">{item.pending_offers}</td>
          <td class="number">{item.capacity_monthly}</td>
          <td class="number">{item.load === null ? "–" : `${Math.round(item.load * 100)}%`}</td>
          <td>
            {item.last_offered_at === null ? (
              EQUITY.never[locale]
            ) : (
              <Moment at={item.last_offered_at} locale={locale} style="short" />
            )}
          </td>
        </tr>
      ))}
    </Table>
  );
}

function filterOf({ area, uf }: EquityProps["query"]): Record<string, string> {
  return { ...(area === undefined ? {} : { area }), ...(uf === undefined ? {} : { uf }) };
}
