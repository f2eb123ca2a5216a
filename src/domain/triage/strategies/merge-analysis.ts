// What the models' votes change in what the rules understood; what the rules heard is never taken back.
import type { Area } from "../../legal/areas.ts";
import type { AreaShare, Complexity, Flag } from "../types.ts";
import { FLAG_HOURS } from "../urgency.ts";
import { isHalf, shareOfYes, type Weighted, weightedMedian } from "./ballot.ts";
import { combine, inFixedOrder } from "./combine.ts";
import type { Analysis, Vote } from "./types.ts";

/** What the rules understood of one state of the interview. */
export interface ScriptedLabels {
  /** Likeliest first. */
  shares: readonly AreaShare[];
  confidence: number;
  complexity: Complexity;
  flags: readonly Flag[];
  urgencyHours: number;
  /** `urgencyFloorHours` of the limits and dangers that the rules know. */
  floorHours: number;
  /** Likeliest subarea of each area, as `classify` gives it. */
  subareas?: Partial<Record<Area, string>>;
}

export interface MergedLabels {
  /** Every area, likeliest first; the shares sum to 1. */
  shares: AreaShare[];
  /** 0..1, calibrated. */
  confidence: number;
  /** Share of the answering weight behind the likeliest area, 0..1. */
  agreement: number;
  subareas: Partial<Record<Area, string>>;
  complexity: Complexity;
  /** The rules' own first, in their order. */
  flags: Flag[];
  /** 2..720; never above what the rules said. */
  urgencyHours: number;
  needsPerson: boolean;
}

/**
 * The rules' labels and the votes in one. Models may make a case more urgent and add a danger; they cannot raise `urgencyHours`,
 * nor remove a flag. Without an analysis the rules' labels come back as they are. What a person corrected is applied afterwards.
 */
export function mergeAnalysis(input: ScriptedLabels, analysis: Analysis | null | undefined): MergedLabels {
  const { shares, confidence, agreement } = combine(input.shares, input.confidence, analysis);
  if (analysis === null || analysis === undefined || analysis.votes.length === 0) {
    return {
      ...{ shares, confidence, agreement },
      subareas: { ...input.subareas },
      complexity: input.complexity,
      flags: [...input.flags],
      urgencyHours: Math.max(LEAST_HOURS, Math.min(input.urgencyHours, input.floorHours)),
      needsPerson: false,
    };
  }
  const votes = inFixedOrder(analysis.votes);
  const rules = analysis.scriptedWeight;
  const flags = [...input.flags, ...addedFlags(votes, rules, input.flags)];
  const needsPerson = votes.map(({ needsPerson: value, weight }) => ({ value, weight }));
  return {
    ...{ shares, confidence, agreement, flags },
    subareas: votedSubareas(votes, rules, input.subareas ?? {}),
    complexity: votedComplexity(votes, rules, input.complexity, flags),
    urgencyHours: votedHours(votes, rules, input, flags),
    needsPerson: isHalf(
      shareOfYes([...needsPerson, { value: input.flags.includes("asked_for_person"), weight: rules }]),
    ),
  };
}

const LEAST_HOURS = 2;

/**
 * How many must hear a danger before it is believed. Where a life or liberty may be at stake one is enough; for the rest two voters, or half
 * of the weight. What is not here (anger, a wish for a person, doubt) is read by rules alone.
 */
const DANGERS: readonly { flag: Flag; heardBy: "one" | "two_or_half" }[] = [
  { flag: "self_harm", heardBy: "one" },
  { flag: "violence", heardBy: "one" },
  { flag: "detention", heardBy: "one" },
  { flag: "custody", heardBy: "two_or_half" },
  { flag: "health_injunction", heardBy: "two_or_half" },
  { flag: "deadline_danger", heardBy: "two_or_half" },
  { flag: "foreign_law", heardBy: "two_or_half" },
];

function addedFlags(votes: readonly Vote[], rules: number, own: readonly Flag[]): Flag[] {
  const added = DANGERS.filter(({ flag, heardBy }) => {
    if (own.includes(flag)) return false;
    const heard = votes.filter(({ flags }) => flags.includes(flag)).length;
    if (heard === 0) return false;
    if (heardBy === "one" || heard >= 2) return true;
    const ballot = votes.map(({ flags, weight }) => ({ value: flags.includes(flag), weight }));
    return isHalf(shareOfYes([...ballot, { value: false, weight: rules }]));
  });
  return added.map(({ flag }) => flag);
}

function votedHours(votes: readonly Vote[], rules: number, input: ScriptedLabels, flags: readonly Flag[]): number {
  const ballot: Weighted<number>[] = [{ value: input.urgencyHours, weight: rules }];
  for (const { urgencyHours, weight } of votes) {
    if (urgencyHours !== null) ballot.push({ value: urgencyHours, weight });
  }
  const dangers = flags.map((flag) => FLAG_HOURS[flag] ?? Number.POSITIVE_INFINITY);
  const voted = weightedMedian(ballot) ?? input.urgencyHours;
  return Math.max(LEAST_HOURS, Math.round(Math.min(input.urgencyHours, input.floorHours, voted, ...dangers)));
}

const LEVELS: readonly Complexity[] = ["low", "medium", "high"];

// A danger is never made light of; without one the votes may also say that a case is simpler than it looked.
function votedComplexity(
  votes: readonly Vote[],
  rules: number,
  scripted: Complexity,
  flags: readonly Flag[],
): Complexity {
  const own = LEVELS.indexOf(scripted);
  const ballot: Weighted<number>[] = [{ value: own, weight: rules }];
  for (const { complexity, weight } of votes) {
    if (complexity !== null) ballot.push({ value: LEVELS.indexOf(complexity), weight });
  }
  const voted = weightedMedian(ballot) ?? own;
  const isDanger = DANGERS.some(({ flag }) => flags.includes(flag));
  return LEVELS[isDanger ? Math.max(own, voted) : voted] ?? scripted;
}

function votedSubareas(
  votes: readonly Vote[],
  rules: number,
  own: Partial<Record<Area, string>>,
): Partial<Record<Area, string>> {
  const found: Partial<Record<Area, string>> = { ...own };
  for (const area of new Set(votes.map((vote) => vote.area))) {
    const weights = new Map<string, number>();
    const ruled = own[area];
    if (ruled !== undefined) weights.set(ruled, rules);
    for (const { area: voted, subarea, weight } of votes) {
      if (voted === area && subarea !== null) weights.set(subarea, (weights.get(subarea) ?? 0) + weight);
    }
    const best = [...weights].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0];
    if (best !== undefined) found[area] = best[0];
  }
  return found;
}
