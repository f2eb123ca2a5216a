// What stands behind equity in the console: the pools of all areas, the rule in force, and the daily job's last run.
import * as z from "zod";
import type { Fairness } from "../../domain/equity/pool.ts";
import { AREA_NAMES, isArea } from "../../domain/legal/areas.ts";
import type { Locale } from "../../domain/locale.ts";
import type { JobRun } from "../../domain/ports.ts";
import type { PoolView } from "../../services/equity/read-pools.ts";
import { giniWords } from "./ops-overview.tsx";
import { Table } from "./ops-parts.tsx";
import { Moment } from "./parts/moment.tsx";
import { Empty, Notice } from "./parts/notice.tsx";
import { DAILY, FAIRNESS, POOLS } from "./texts/ops-pools.ts";

export function Pools({ pools, locale }: { pools: readonly PoolView[]; locale: Locale }) {
  if (pools.length === 0) return <Empty>{POOLS.empty[locale]}</Empty>;
  const number = (value: number) => value.toLocaleString(locale, { maximumFractionDigits: 1 });
  const numbers = [POOLS.cases, POOLS.credits, POOLS.people, POOLS.fairShare, POOLS.gini, POOLS.offered];
  return (
    <Table
      label={POOLS.title[locale]}
      head={
        <>
          <th scope="col">{POOLS.area[locale]}</th>
          {numbers.map((name) => (
            <th scope="col" class="number">
              {name[locale]}
            </th>
          ))}
          <th scope="col">{POOLS.counted[locale]}</th>
        </>
      }
    >
      {pools.map((pool) => (
        <tr data-row="">
          <th scope="row">
            <a href={`/ops/equity?${new URLSearchParams({ area: pool.area })}#professionals`}>
              {isArea(pool.area) ? AREA_NAMES[pool.area][locale] : pool.area}
            </a>
          </th>
          <td class="number">{number(pool.cases)}</td>
          <td class="number">{number(pool.credits)}</td>
          <td class="number">{number(pool.people)}</td>
          <td class="number">
            {pool.people === 0
              ? "–"
              : ((pool.cases + pool.credits) / pool.people).toLocaleString(locale, { maximumFractionDigits: 2 })}
          </td>
          <td class="number">{pool.gini === null ? "–" : giniWords(pool.gini, locale)}</td>
          <td class="number">{percent(pool.offered_share, locale)}</td>
          <td>
            <Moment at={pool.updated_at} locale={locale} style="short" />
          </td>
        </tr>
      ))}
    </Table>
  );
}

export function FairnessRule({ fairness, locale }: { fairness: Fairness; locale: Locale }) {
  const { strength, floor } = fairness;
  const number = (value: number) => value.toLocaleString(locale, { maximumFractionDigits: 2 });
  return (
    <section class="panel stack tight" aria-labelledby="fairness-title">
      <h2 id="fairness-title">{FAIRNESS.title[locale]}</h2>
      <p>
        {FAIRNESS.strength[locale]} <strong>{number(strength)}</strong> · {FAIRNESS.floor[locale]}{" "}
        <strong>{number(floor)}</strong>
      </p>
      <p>
        {FAIRNESS.meaning[locale]
          .replace("{turn}", percent(strength, locale))
          .replace("{fit}", percent(1 - strength, locale))}{" "}
        {FAIRNESS.floorMeaning[locale].replace("{floor}", percent(floor, locale))}
      </p>
      <p class="soft">{FAIRNESS.where[locale]}</p>
    </section>
  );
}

/** As the daily job leaves it in its ledger. */
const figures = z.object({
  checked: z.number(),
  repaired: z.object({ cases: z.number(), last_offered: z.number(), capacity: z.number(), pools: z.number() }),
});

export function DailyJob({ run, locale }: { run: JobRun | undefined; locale: Locale }) {
  return (
    <section class="panel stack tight" aria-labelledby="daily-title">
      <h2 id="daily-title">{DAILY.title[locale]}</h2>
      <p class="soft">{DAILY.when[locale]}</p>
      {run === undefined ? (
        <p>{DAILY.never[locale]}</p>
      ) : (
        <>
          <p>
            {DAILY.last[locale]}: <Moment at={new Date(run.startedAt)} locale={locale} style="short" />
          </p>
          <Outcome run={run} locale={locale} />
        </>
      )}
    </section>
  );
}

function Outcome({ run, locale }: { run: JobRun; locale: Locale }) {
  if (run.outcome === "running") return <p>{DAILY.running[locale]}</p>;
  if (run.outcome === "failed") {
    return (
      <Notice kind="bad">
        {DAILY.failed[locale]}: <span class="code">{run.detail}</span>
      </Notice>
    );
  }
  const read = figures.safeParse(parsed(run.detail));
  // A release of another form left it: its words as they are.
  if (!read.success) return <p class="code">{run.detail}</p>;
  const { checked, repaired } = read.data;
  const drift = (["cases", "last_offered", "capacity", "pools"] as const).filter((name) => repaired[name] > 0);
  return (
    <p>
      {DAILY.checked[locale]}: <strong>{checked.toLocaleString(locale)}</strong>.{" "}
      {drift.length === 0
        ? DAILY.clean[locale]
        : `${DAILY.repaired[locale]}: ${drift.map((name) => `${DAILY[name][locale]} ${repaired[name].toLocaleString(locale)}`).join(", ")}.`}
    </p>
  );
}

function parsed(detail: string): unknown {
  try {
    return JSON.parse(detail);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function percent(share: number, locale: Locale): string {
  return share.toLocaleString(locale, { style: "percent", maximumFractionDigits: 0 });
}
