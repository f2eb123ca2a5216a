// The person corrects what was understood; a corrected field wins over every later inference.
import { checkCorrection } from "./check-correction.ts";
import { again, goOn } from "./interview-steps.ts";
import { PHRASES } from "./phrases.ts";
import { turn } from "./turn.ts";
import type { Correction, InterviewState, Turn } from "./types.ts";
import { chosenArea } from "./understand.ts";

/** Throws `invalid_correction` (422) for a value outside its table. */
export function correct(state: InterviewState, c: Correction, now: Date): Turn {
  checkCorrection(state, c);
  const correction: Correction = { ...state.correction, ...definedFields(c) };
  if (c.area !== undefined && c.subarea === undefined && c.area !== state.correction.area) delete correction.subarea;
  if (c.uf !== undefined && c.municipality === undefined && c.uf !== (state.correction.uf ?? state.uf))
    correction.municipality = null;
  const next: InterviewState = { ...state, correction, locale: c.locale ?? state.locale };
  if (c.locale !== undefined && !next.languages.includes(c.locale)) next.languages = [...next.languages, c.locale];
  if (state.status === "completed" && chosenArea(state) !== chosenArea(next)) next.status = "interviewing";
  if (next.status !== "interviewing") return turn(next, [PHRASES.corrected], null, now, null);
  if (state.told.length === 0) return again(next, [PHRASES.corrected], now);
  return goOn(next, () => [PHRASES.corrected], now);
}

function definedFields(c: Correction): Correction {
  return Object.fromEntries(Object.entries(c).filter(([, value]) => value !== undefined));
}
