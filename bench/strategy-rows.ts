// What each strategy makes of the votes on labelled narratives: right areas, calibration, and who was in the denominator.
import { classify } from "../src/domain/triage/classify.ts";
import { confidenceOf } from "../src/domain/triage/confidence.ts";
import { combine } from "../src/domain/triage/strategies/combine.ts";
import type { Analysis, Strategy } from "../src/domain/triage/strategies/types.ts";
import type { Area, Complexity } from "../src/domain/triage/types.ts";
import { pairedInterval } from "./paired-interval.ts";
import type { Narrative } from "./triage-data.ts";
import { calibrationError } from "./triage-figures.ts";

export interface StrategyRow {
  strategy: Strategy;
  /** Who was taken away, or null. */
  without: string | null;
  count: number;
  top1: number;
  top2: number;
  /** Expected calibration error of the agreement as it is, and of the confidence made of it. */
  errorOfAgreement: number;
  errorOfConfidence: number;
  /** Least and greatest weight that answered, the rules' own included: the denominators. */
  weights: [number, number];
}

export interface Comparison {
  /** The member that is right most often on these very stories. */
  best: string;
  top1: number;
  /** Of the ensemble's share of right areas to the best member's, with its 95% interval. */
  difference: number;
  low: number;
  high: number;
}

/** The complexity that has a case concluded by each strategy. */
export const STRATEGIES: readonly { strategy: Strategy; complexity: Complexity }[] = [
  { strategy: "simple", complexity: "low" },
  { strategy: "failover", complexity: "medium" },
  { strategy: "ensemble", complexity: "high" },
];

/** One row, from the analysis of each narrative, in their order. */
export function strategyRow(
  strategy: Strategy,
  without: string | null,
  narratives: readonly Narrative[],
  analyses: readonly (Analysis | null)[],
): StrategyRow {
  const read = narratives.map((narrative, index) => ({ narrative, ...pooled(narrative, analyses[index] ?? null) }));
  const share = (right: (item: (typeof read)[number]) => boolean) => read.filter(right).length / read.length;
  const isRight = ({ narrative, areas }: (typeof read)[number]) => areas[0] === narrative.area;
  const weights = read.map(({ weight }) => weight);
  return {
    ...{ strategy, without, count: read.length },
    top1: share(isRight),
    top2: share(({ narrative, areas }) => areas.slice(0, 2).includes(narrative.area)),
    errorOfAgreement: calibrationError(read.map((one) => ({ confidence: one.agreement, right: isRight(one) }))),
    errorOfConfidence: calibrationError(read.map((one) => ({ confidence: one.confidence, right: isRight(one) }))),
    weights: [Math.min(...weights), Math.max(...weights)],
  };
}

/** The ensemble beside its best member; the rules are a member too. A model that gave no answer was not right. */
export function compareToBest(narratives: readonly Narrative[], analyses: readonly (Analysis | null)[]): Comparison {
  const right = (areas: readonly (Area | undefined)[]) =>
    areas.map((area, index) => (area === narratives[index]?.area ? 1 : 0));
  const ensemble = right(narratives.map((narrative, index) => pooled(narrative, analyses[index] ?? null).areas[0]));
  const voters = new Set(analyses.flatMap((analysis) => analysis?.votes.map(({ voter }) => voter) ?? []));
  const members = [...voters].map((voter) => ({
    name: voter,
    rights: right(analyses.map((analysis) => analysis?.votes.find((vote) => vote.voter === voter)?.area)),
  }));
  members.push({ name: "scripted", rights: right(narratives.map(({ text }) => classify(text).shares[0]?.area)) });
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [best] = members.toSorted((a, b) => mean(b.rights) - mean(a.rights));
  if (best === undefined) throw new Error("An ensemble without members.");
  return { best: best.name, top1: mean(best.rights), ...pairedInterval(ensemble, best.rights) };
}

export function rowLine(row: StrategyRow): string {
  const [least, most] = row.weights;
  const weight = least === most ? least.toFixed(2) : `${least.toFixed(2)}-${most.toFixed(2)}`;
  const figures = [row.top1, row.top2, row.errorOfAgreement, row.errorOfConfidence].map((value) => value.toFixed(3));
  return `${row.strategy.padEnd(10)} ${(row.without ?? "nobody").padEnd(12)} ${String(row.count).padStart(4)}  ${figures.join("  ")}  ${weight}`;
}

export const ROW_HEAD = `${"strategy".padEnd(10)} ${"without".padEnd(12)}    n  top-1  top-2  ECE^   ECE    weight answered`;

export function comparisonLine({ best, top1, difference, low, high }: Comparison): string {
  const signed = (value: number) => `${value < 0 ? "" : "+"}${value.toFixed(3)}`;
  return `ensemble beside its best member (${best}, ${top1.toFixed(3)}): ${signed(difference)}, 95% from ${signed(low)} to ${signed(high)}`;
}

function pooled(narrative: Narrative, analysis: Analysis | null) {
  const reading = classify(narrative.text);
  const { shares, confidence, agreement } = combine(reading.shares, confidenceOf(reading), analysis);
  const answered = analysis === null ? 0 : analysis.votes.reduce((sum, { weight }) => sum + weight, 0);
  const weight = analysis === null ? 0 : answered + analysis.scriptedWeight;
  return { areas: shares.map(({ area }) => area), confidence, agreement, weight };
}
