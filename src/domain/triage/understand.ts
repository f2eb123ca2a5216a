// What the interview has understood at a moment: everything derived from the state and the clock, nothing stored twice.
import { isSubarea } from "../legal/areas.ts";
import { type Classification, classify } from "./classify.ts";
import { complexityOf } from "./complexity.ts";
import { confidenceOf } from "./confidence.ts";
import { deadlinesAt, inDanger } from "./find-limits.ts";
import { redact } from "./redact.ts";
import { mergeAnalysis, type ScriptedLabels } from "./strategies/merge-analysis.ts";
import { summarise } from "./summary.ts";
import type { Analysis, Area, AreaShare, Complexity, Deadline, Flag, InterviewState, Understanding } from "./types.ts";
import { urgencyFloorHours, urgencyHours } from "./urgency.ts";

/** Derives the panel of the client page; pure, deterministic, a few ms. Corrections win over every inference. */
export function understand(state: InterviewState, now: Date, progress: number): Understanding {
  const { correction } = state;
  const text = state.told.join("\n");
  const reading = classify(redact(text, state.ownNames));
  const chosen = chosenArea(state);
  const deadlines = deadlinesNow(state, now);
  const own = new Set<Flag>(state.flags);
  if (deadlines.some(inDanger)) own.add("deadline_danger");
  const { shares, subareas, flags, ...merged } = mergeAnalysis(
    scriptedLabels(state, reading, [...own], deadlines),
    recent(state),
  );
  const top = shares[0];
  const area = chosen ?? (top !== undefined && merged.confidence >= WORTH_SHOWING ? top.area : null);
  const subarea = subareaFor(state, area, subareas);
  const uf = correction.uf ?? state.uf;
  const confidence = chosen === null ? merged.confidence : 0.97;
  const inferred = Math.min(merged.urgencyHours, urgencyHours({ area, text, flags, deadlines }));
  const hours = correctedUrgency(correction.urgencyHours, inferred, urgencyFloorHours({ deadlines, flags }));
  const municipality = correction.municipality === undefined ? state.municipality : correction.municipality;
  const understanding: Understanding = {
    area,
    subarea,
    areaCandidates: shares.slice(0, 3),
    urgencyHours: hours,
    complexity: chosen === null ? merged.complexity : complexityNow(state, [], flags, deadlines),
    confidence,
    deadlines,
    dates: state.dates,
    flags,
    uf,
    municipality,
    adverseParties: state.adverseParties,
    remoteOk: state.remoteOk ?? true,
    languages: state.languages,
    summary: "",
    progress,
    corrected: correctedFields(state),
  };
  understanding.summary = summarise({ state, area, subarea, urgencyHours: hours, deadlines, uf, municipality });
  return understanding;
}

/** True where the models' votes of late say that a person should look at this. */
export function votesForPerson(state: InterviewState, now: Date): boolean {
  const text = state.told.join("\n");
  const labels = scriptedLabels(state, classify(redact(text, state.ownNames)), state.flags, deadlinesNow(state, now));
  return mergeAnalysis(labels, recent(state)).needsPerson;
}

/** The state with the models' votes; dangers that they heard are asked about like those that the script hears. */
export function withVotes(state: InterviewState, analysis: Analysis, now: Date): InterviewState {
  const voted: InterviewState = { ...state, analysis };
  const heard = understand(voted, now, 0).flags.filter((flag) => flag !== "deadline_danger");
  return { ...voted, flags: [...new Set([...state.flags, ...heard])] };
}

/** Votes on a story that has gone on for this many messages since are left out. */
const STALE_TURNS = 3;

function recent({ analysis, turns }: InterviewState): Analysis | undefined {
  return analysis !== undefined && turns - analysis.turns < STALE_TURNS ? analysis : undefined;
}

function scriptedLabels(
  state: InterviewState,
  reading: Classification,
  flags: readonly Flag[],
  deadlines: readonly Deadline[],
): ScriptedLabels {
  return {
    shares: reading.shares,
    confidence: confidenceOf(reading),
    complexity: complexityNow(state, reading.shares, flags, deadlines),
    flags,
    urgencyHours: urgencyHours({
      area: reading.shares[0]?.area ?? null,
      text: state.told.join("\n"),
      flags,
      deadlines,
    }),
    floorHours: urgencyFloorHours({ deadlines, flags }),
    subareas: reading.subareas,
  };
}

function complexityNow(
  state: InterviewState,
  shares: readonly AreaShare[],
  flags: readonly Flag[],
  deadlines: readonly Deadline[],
): Complexity {
  const { adverseParties, answers } = state;
  return complexityOf({ text: state.told.join("\n"), shares, flags, deadlines, adverseParties, answers });
}

// Under this an area on the panel would only confuse.
const WORTH_SHOWING = 0.15;

/** The area that the person chose, on the panel or as an answer, or null. */
export function chosenArea(state: InterviewState): Area | null {
  return state.correction.area ?? state.chosenArea;
}

function subareaFor(state: InterviewState, area: Area | null, found: Partial<Record<Area, string>>): string | null {
  if (area === null) return null;
  const corrected = state.correction.subarea;
  if (corrected === null) return null;
  if (corrected !== undefined && isSubarea(area, corrected)) return corrected;
  return found[area] ?? null;
}

function deadlinesNow(state: InterviewState, now: Date): Deadline[] {
  const dates = state.correction.deadlineDates;
  const reads = dates === undefined ? state.limits : dates.map((date) => ({ kind: "given", date, quote: "" }));
  return deadlinesAt(reads, now, state.zone);
}

// A person may say that it is more urgent than it looks, or calmer; never calmer than a running limit or a danger allows.
function correctedUrgency(corrected: number | undefined, inferred: number, floorHours: number): number {
  if (corrected === undefined) return inferred;
  return Math.max(2, Math.min(Math.round(corrected), floorHours));
}

function correctedFields(state: InterviewState): string[] {
  return Object.entries(state.correction)
    .filter(([, value]) => value !== undefined)
    .map(([field]) => field);
}
