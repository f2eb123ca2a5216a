// A case's searches in the console: by which rules each was made, and a receipt for everyone who was considered.
import { AREA_NAMES, isArea } from "../../domain/legal/areas.ts";
import type { Locale } from "../../domain/locale.ts";
import { GATES } from "../../domain/matching/types.ts";
import { PRESET_NAMES } from "../../domain/words/labels.ts";
import type { Shortlist } from "../../services/matching/read-shortlist.ts";
import type { ReplayView } from "../../services/matching/replay-shortlist.ts";
import { Pager, Tabs } from "./ops-parts.tsx";
import { isReceipt, ReceiptTable } from "./ops-receipts.tsx";
import { ReplayResult } from "./ops-replay.tsx";
import { Moment } from "./parts/moment.tsx";
import { Empty } from "./parts/notice.tsx";
import { GATE_NAMES, GRADED, LEARNED_REASONS, REPLAY, SHORTLIST } from "./texts/ops-shortlist.ts";

export interface ShortlistProps {
  caseId: string;
  shortlist: Shortlist;
  query: Record<string, string | undefined>;
  /** Of the press that this page answers. */
  replay: ReplayView | null;
  locale: Locale;
}

export function Searches({ caseId, shortlist, query, replay, locale }: ShortlistProps) {
  const { rounds, items, next } = shortlist;
  if (rounds.length === 0) return <Empty>{SHORTLIST.none[locale]}</Empty>;
  const path = `/ops/cases/${caseId}`;
  const kept = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  const here = kept.length === 0 ? path : `${path}?${new URLSearchParams(kept)}`;
  const receipts = items.filter(isReceipt);
  const shown = rounds.filter(({ round }) => query.round === undefined || String(round) === query.round);
  return (
    <div class="stack">
      {rounds.length > 1 && (
        <Tabs
          label={SHORTLIST.round[locale]}
          tabs={[
            { href: `${path}#shortlist-title`, name: SHORTLIST.all[locale], current: query.round === undefined },
            ...rounds.map(({ round }) => ({
              href: `${path}?round=${round}#shortlist-title`,
              name: `${SHORTLIST.round[locale]} ${round}`,
              current: query.round === String(round),
            })),
          ]}
        />
      )}
      {shown.map((round) => {
        const own = receipts.filter((receipt) => receipt.round === round.round);
        return (
          <section class="stack tight" aria-labelledby={`round-${round.round}`}>
            <h3 id={`round-${round.round}`}>
              {SHORTLIST.round[locale]} {round.round}{" "}
              <span class="soft">
                <Moment at={round.ranked_at} locale={locale} style="short" /> · {round.considered}{" "}
                {SHORTLIST.considered[locale]}
              </span>
            </h3>
            {isRound(round) && (
              <>
                <RoundFacts round={round} locale={locale} />
                <form method="post" action={`${here}#round-${round.round}`} class="row">
                  <input type="hidden" name="shortlist" value={round.id} />
                  <button type="submit" class="button small quiet">
                    {REPLAY.press[locale]}
                  </button>
                </form>
                {replay !== null && replay.shortlist_id === round.id && (
                  <ReplayResult replay={replay} locale={locale} />
                )}
              </>
            )}
            {own.length > 0 ? (
              <ReceiptTable
                items={own}
                label={`${SHORTLIST.title[locale]}, ${SHORTLIST.round[locale]} ${round.round}`}
                locale={locale}
              />
            ) : (
              round.considered > 0 && <a href={`${path}?round=${round.round}`}>{SHORTLIST.show[locale]}</a>
            )}
          </section>
        );
      })}
      <Pager path={path} query={query} next={next} locale={locale} />
    </div>
  );
}

/** As an operator reads it: with its rules. */
type Round = Required<Shortlist["rounds"][number]>;

function isRound(round: Shortlist["rounds"][number]): round is Round {
  return "model_hash" in round;
}

function RoundFacts({ round, locale }: { round: Round; locale: Locale }) {
  const { learned, equity, fallbacks } = round;
  const preset = Object.entries(PRESET_NAMES).find(([name]) => name === round.preset)?.[1][locale] ?? round.preset;
  return (
    <dl class="facts round-facts">
      <dt>{SHORTLIST.rules[locale]}</dt>
      <dd>
        {preset} · <span class="code">{round.model_hash}</span> · {SHORTLIST.arm[locale]}{" "}
        <span class="code">{round.arm}</span>
      </dd>
      <dt>{SHORTLIST.learned[locale]}</dt>
      <dd>
        {learned === null ? (
          SHORTLIST.noModel[locale]
        ) : (
          <>
            {percent(learned.share, locale)} {SHORTLIST.ofScore[locale]}: {LEARNED_REASONS[learned.reason][locale]} (
            {learned.graded_cases.toLocaleString(locale)} {GRADED[locale]}) ·{" "}
            <span class="code">{learned.hash.slice(0, 12)}</span>
          </>
        )}
      </dd>
      <dt>{SHORTLIST.space[locale]}</dt>
      <dd>
        <span class="code">{round.space}</span>
        {fallbacks.length > 0 && (
          <>
            , {SHORTLIST.after[locale]} <span class="code">{fallbacks.join(", ")}</span> ({SHORTLIST.noAnswer[locale]})
          </>
        )}
      </dd>
      <dt>{SHORTLIST.pool[locale]}</dt>
      <dd>
        {equity === null
          ? SHORTLIST.notStored[locale]
          : `${isArea(equity.pool.area) ? AREA_NAMES[equity.pool.area][locale] : equity.pool.area}: ${decimal(equity.pool.cases, locale)} ${SHORTLIST.cases[locale]}, ${decimal(equity.pool.credits, locale)} ${SHORTLIST.credits[locale]}, ${equity.pool.professionals.toLocaleString(locale)} ${SHORTLIST.people[locale]}`}
      </dd>
      <dt>{SHORTLIST.fairness[locale]}</dt>
      <dd>
        {equity === null
          ? SHORTLIST.notStored[locale]
          : `${percent(equity.fairness.strength, locale)}, ${SHORTLIST.floor[locale]} ${percent(equity.fairness.floor, locale)} ${SHORTLIST.ofBest[locale]}`}
      </dd>
      <dt>{SHORTLIST.gates[locale]}</dt>
      <dd>{countsOf(round.gate_counts, locale)}</dd>
      {round.beyond !== null && Object.keys(round.beyond).length > 0 && (
        <>
          <dt>{SHORTLIST.beyond[locale]}</dt>
          <dd>{countsOf(round.beyond, locale)}</dd>
        </>
      )}
    </dl>
  );
}

function countsOf(counts: Partial<Record<string, number>>, locale: Locale): string {
  const words = Object.entries(counts).map(([name, count]) => {
    const gate = GATES.find((one) => one === name);
    const label = gate === undefined ? SHORTLIST.ranked : GATE_NAMES[gate];
    return `${label[locale]} ${(count ?? 0).toLocaleString(locale)}`;
  });
  return words.join(" · ") || SHORTLIST.nobody[locale];
}

export function percent(share: number, locale: Locale): string {
  return share.toLocaleString(locale, { style: "percent", maximumFractionDigits: 0 });
}

function decimal(value: number, locale: Locale): string {
  return value.toLocaleString(locale, { maximumFractionDigits: 1 });
}
