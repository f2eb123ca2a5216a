// The steps of an interview: go on with what matters next, ask, ask again, hand over to a person.
import { ENOUGH_CONFIDENCE } from "./confidence.ts";
import { PHRASES, type Phrase } from "./phrases.ts";
import { callsNow, isUnsafe, nextQuestion } from "./plan.ts";
import type { Question } from "./question.ts";
import { OPENING } from "./questions.ts";
import { type Box, boxFor, turn } from "./turn.ts";
import type { CallReason, Flag, InterviewState, Turn, Understanding } from "./types.ts";
import { understand, votesForPerson } from "./understand.ts";

type HandOffReason =
  | "asked_for_person"
  | "detention"
  | "foreign_law"
  | "self_harm"
  | "in_danger"
  | "angry"
  | "legal_threat"
  | "low_confidence"
  | "needs_person"
  | "not_understood";

/** Asks what matters next, ends the interview, or hands it over. `saying`: what is said before that. */
export function goOn(state: InterviewState, saying: (known: Understanding) => readonly Phrase[], now: Date): Turn {
  if (state.flags.includes("foreign_law") && !state.humanSaw) return handOff(state, "foreign_law", now);
  const known = understand(state, now, 0);
  const question = nextQuestion(state, known);
  if (question !== null) return ask(state, saying(known), question, known, now);
  if (!state.humanSaw) {
    if (state.flags.includes("self_harm")) return handOff(state, "self_harm", now);
    if (isUnsafe(state)) return handOff(state, "in_danger", now);
    if (known.area === null || known.confidence < ENOUGH_CONFIDENCE) {
      const reason = state.flags.includes("detention") ? "detention" : "low_confidence";
      return handOff({ ...state, flags: withFlag(state.flags, "low_confidence") }, reason, now);
    }
    if (votesForPerson(state, now)) return handOff(state, "needs_person", now);
  }
  const closing = known.area === "nenhuma" ? PHRASES.completedNoCase : PHRASES.completed;
  const calls = callsNow({ ...state, waiting: null }, null);
  const done: InterviewState = { ...withCall(state, calls), status: "completed", waiting: null };
  return turn(done, calls === null ? [closing] : [closing, PHRASES.readBeside], null, now, boxFor(state, known), calls);
}

export function withCall(state: InterviewState, calls: CallReason | null): InterviewState {
  return calls === null ? state : { ...state, called: [...(state.called ?? []), calls] };
}

function ask(
  state: InterviewState,
  said: readonly Phrase[],
  question: Question,
  known: Understanding,
  now: Date,
): Turn {
  const calls = callsNow({ ...state, waiting: null }, question);
  const next = { ...withCall(state, calls), waiting: question.id, asked: [...state.asked, question.id] };
  const saying = calls === null ? said : [...said, PHRASES.calledBeside];
  return turn(next, saying, question, now, boxFor(state, known), calls);
}

/** Asks again what is waiting; it counts once, however often it has to be put. */
export function again(state: InterviewState, said: readonly Phrase[], now: Date, box: Box | null = null): Turn {
  const known = understand(state, now, 0);
  const question =
    state.waiting === OPENING.id || state.told.length === 0
      ? OPENING
      : (waitingQuestion(state, known) ?? nextQuestion(state, known));
  if (question === null) return goOn(state, () => said, now);
  const asked = state.asked.includes(question.id) ? state.asked : [...state.asked, question.id];
  return turn({ ...state, waiting: question.id, asked }, said, question, now, box);
}

function waitingQuestion(state: InterviewState, known: Understanding): Question | null {
  if (state.waiting === null) return null;
  return nextQuestion({ ...state, asked: state.asked.filter((id) => id !== state.waiting) }, known);
}

/** A person is called; nothing is asked any more. */
export function handOff(state: InterviewState, reason: HandOffReason, now: Date): Turn {
  const next: InterviewState = { ...state, status: "handed_off", handOffReason: reason, waiting: null };
  return turn(next, [HAND_OFF_PHRASES[reason]], null, now, boxFor(state, understand(state, now, 1)));
}

const HAND_OFF_PHRASES: Record<HandOffReason, Phrase> = {
  asked_for_person: PHRASES.person,
  detention: PHRASES.detention,
  foreign_law: PHRASES.foreign,
  self_harm: PHRASES.selfHarm,
  in_danger: PHRASES.inDanger,
  angry: PHRASES.angry,
  legal_threat: PHRASES.threat,
  low_confidence: PHRASES.uncertain,
  needs_person: PHRASES.uncertain,
  not_understood: PHRASES.person,
};

export function withFlag(flags: readonly Flag[], flag: Flag): Flag[] {
  return flags.includes(flag) ? [...flags] : [...flags, flag];
}
