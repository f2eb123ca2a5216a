// How fairly cases are shared over 120 simulated days, by several orders side by side, and what that costs in fit.

import { DEFAULT_FAIRNESS } from "../src/domain/equity/turn.ts";
import type { Figures } from "./fairness/figures.ts";
import { figuresOf, wholeNumberSpread } from "./fairness/figures.ts";
import type { Hindsight } from "./fairness/hindsight.ts";
import { arcsOf, hindsightAt } from "./fairness/hindsight.ts";
import { pairsOf, simulate } from "./fairness/simulate.ts";
import type { Strategy } from "./fairness/strategies.ts";
import { byTurn, CAPACITY_DISCOUNT, LEAD_THRESHOLD, RELEVANCE_ONLY, ROUND_ROBIN } from "./fairness/strategies.ts";
import { makeWorld } from "./fairness/world.ts";

export interface FairnessOptions {
  professionals: number;
  /** Of each run: the first comes to 30% of all capacity there is, the second to 80%. */
  cases: readonly number[];
  days: number;
  seed: number;
  strengths: readonly number[];
  /** Strengths that are compared with the offline optimum at their Gini. */
  hindsight: readonly number[];
}

const DEFAULTS: FairnessOptions = {
  professionals: 1000,
  cases: [20_000, 52_800],
  days: 120,
  seed: 1,
  strengths: [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1],
  hindsight: [0.2, DEFAULT_FAIRNESS.strength, 1],
};

interface Row extends Figures {
  name: string;
  wholeNumbers: number;
  hindsight: Hindsight | null;
}

/** One table for each number of cases; `json` holds every figure unrounded. */
export async function run(options: Partial<FairnessOptions> = {}): Promise<{ table: string; json: unknown }> {
  const settings = { ...DEFAULTS, ...options };
  const runs = settings.cases.map((cases) => ({ cases, rows: rowsOf(settings, cases) }));
  const table = runs.map(
    ({ cases, rows }) => `${settings.professionals} professionals, ${cases} cases\n${tableOf(rows)}`,
  );
  return { table: table.join("\n\n"), json: { settings, runs } };
}

function rowsOf(settings: FairnessOptions, cases: number): Row[] {
  const world = makeWorld({ ...settings, cases });
  const pairs = pairsOf(world);
  const turns = settings.strengths.map((strength) => ({ strength, order: byTurn({ ...DEFAULT_FAIRNESS, strength }) }));
  const others = [RELEVANCE_ONLY, ROUND_ROBIN, LEAD_THRESHOLD, CAPACITY_DISCOUNT].map((order) => ({
    strength: -1,
    order,
  }));
  const arcs = settings.hindsight.length > 0 ? arcsOf(world) : null;
  const prices = new Float64Array(settings.professionals);
  return [...others, ...turns].map(({ strength, order }: { strength: number; order: Strategy }) => {
    const outcome = simulate(world, order);
    const figures = figuresOf(world, pairs, outcome);
    const compared = arcs !== null && settings.hindsight.includes(strength);
    return {
      name: order.name,
      ...figures,
      wholeNumbers: wholeNumberSpread(pairs, outcome.expected),
      hindsight: compared ? hindsightAt(world, arcs, figures.giniLoad, prices) : null,
    };
  });
}

const COLUMNS: readonly { name: string; of: (row: Row) => string }[] = [
  { name: "order", of: (row) => row.name },
  { name: "utilisation", of: (row) => percent(row.utilisation) },
  { name: "Gini load", of: (row) => row.giniLoad.toFixed(3) },
  { name: "Gini offers", of: (row) => row.giniOffers.toFixed(3) },
  { name: "spread by area", of: (row) => percent(row.spread) },
  { name: "by person", of: (row) => percent(row.spreadPeople) },
  { name: "whole cases", of: (row) => percent(row.wholeNumbers) },
  { name: "got offers", of: (row) => percent(row.reached) },
  { name: "NDCG@5", of: (row) => row.ndcg5.toFixed(3) },
  { name: "relevance", of: (row) => row.relevance.toFixed(4) },
  { name: "worst", of: (row) => percent(row.worst) },
  { name: "of optimum", of: (row) => (row.hindsight ? percent(ofOptimum(row, row.hindsight)) : "") },
  { name: "its Gini", of: (row) => row.hindsight?.gini.toFixed(3) ?? "" },
  { name: "its gap", of: (row) => (row.hindsight ? `${(row.hindsight.gap * 100).toFixed(3)}%` : "") },
  { name: "offers a case", of: (row) => row.offersPerCase.toFixed(2) },
  { name: "no taker", of: (row) => String(row.untaken) },
  { name: "over the cap", of: (row) => String(row.violations) },
];

/** Against the upper bound, so that the gap counts against us. */
function ofOptimum(row: Row, { upper, cases }: Hindsight): number {
  return row.relevance / (upper / cases);
}

function tableOf(rows: readonly Row[]): string {
  const lines = rows.map((row) => COLUMNS.map(({ of }) => of(row)).join(" | "));
  return [COLUMNS.map(({ name }) => name).join(" | "), ...lines].join("\n");
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}
