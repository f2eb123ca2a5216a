// What the interview has understood at a moment: everything derived from the state and the clock, nothing stored twice.
import { isSubarea } from "../legal/areas.ts";
import { classify } from "./classify.ts";
import { complexityOf } from "./complexity.ts";
import { confidenceOf } from "./confidence.ts";
import { deadlinesAt, inDanger } from "./find-limits.ts";
import { redact } from "./redact.ts";
import { summarise } from "./summary.ts";
import type { Area, Deadline, Flag, InterviewState, Understanding } from "./types.ts";
import { urgencyFloorHours, urgencyHours } from "./urgency.ts";

/** Derives the panel of the client page; pure, deterministic, a few ms. Corrections win over every inference. */
export function understand(state: InterviewState, now: Date, progress: number): Understanding {
  const { correction } = state;
  const text = state.told.join("\n");
  const reading = classify(redact(text, state.ownNames));
  const chosen = chosenArea(state);
  const top = reading.shares[0];
  const area = chosen ?? (top !== undefined && confidenceOf(reading) >= WORTH_SHOWING ? top.area : null);
  const subarea = subareaFor(state, area, reading.subareas);
  const deadlines = deadlinesNow(state, now);
  const flags = new Set<Flag>(state.flags);
  if (deadlines.some(inDanger)) flags.add("deadline_danger");
  const uf = correction.uf ?? state.uf;
  const confidence = chosen === null ? confidenceOf(reading) : 0.97;
  const inferred = urgencyHours({ area, text, flags: [...flags], deadlines });
  const hours = correctedUrgency(
    correction.urgencyHours,
    inferred,
    urgencyFloorHours({ deadlines, flags: [...flags] }),
  );
  const municipality = correction.municipality === undefined ? state.municipality : correction.municipality;
  const understanding: Understanding = {
    area,
    subarea,
    areaCandidates: reading.shares.slice(0, 3),
    urgencyHours: hours,
    complexity: complexityOf({
      text,
      shares: chosen === null ? reading.shares : [],
      flags: [...flags],
      deadlines,
      adverseParties: state.adverseParties,
      answers: state.answers,
    }),
    confidence,
    deadlines,
    dates: state.dates,
    flags: [...flags],
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
