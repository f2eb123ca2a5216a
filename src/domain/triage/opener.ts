// The first words of a reply: what fits what was just told.
import type { Intent } from "./intents.ts";
import { PHRASES, type Phrase } from "./phrases.ts";
import type { Flag, InterviewState, Understanding } from "./types.ts";

/** Nobody is thanked for telling something grave. */
export function opener(
  before: InterviewState,
  after: InterviewState,
  intents: ReadonlySet<Intent>,
  known: Understanding,
): Phrase[] {
  const grave = after.flags.some((flag) => GRAVE.has(flag) && !before.flags.includes(flag));
  const first = intents.has("robot") ? [PHRASES.honest] : [];
  if (grave) return [...first, PHRASES.sorry];
  if (intents.has("skip")) return [...first, PHRASES.skipped];
  if (before.told.length > 0) return [...first, PHRASES.noted];
  if (after.limits.some(({ kind }) => OF_A_DEATH.has(kind))) return [...first, PHRASES.loss];
  return [...first, GRAVE_MATTERS.has(`${known.area}/${known.subarea}`) ? PHRASES.sorry : PHRASES.thanks];
}

const GRAVE: ReadonlySet<Flag> = new Set<Flag>(["violence", "custody", "detention", "self_harm", "health_injunction"]);

// Nobody is thanked for telling these.
const GRAVE_MATTERS = new Set([
  "digital/exposicao_intima",
  "penal/crimes_sexuais",
  "penal/violencia_ameaca",
  "familia/violencia_domestica",
  "crianca_e_adolescente/maus_tratos",
  "saude/erro_medico",
]);
const OF_A_DEATH = new Set(["probate_opening", "survivor_pension"]);
