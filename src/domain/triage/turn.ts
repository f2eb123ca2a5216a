// Makes what one turn hands back: the new state, the words, the panel, and the safety box when its situation first shows.
import type { Phrase } from "./phrases.ts";
import { progressOf } from "./plan.ts";
import type { Question } from "./question.ts";
import { type SafetyKind, safetyBox, safetyKinds } from "./safety.ts";
import type { CallReason, InterviewState, SafetyBox, Turn, Understanding } from "./types.ts";
import { understand } from "./understand.ts";

/** What was `said`, then the question, in the conversation's language. */
export function turn(
  state: InterviewState,
  said: readonly Phrase[],
  question: Question | null,
  now: Date,
  box: Box | null,
  calls: CallReason | null = null,
): Turn {
  const { locale } = state;
  const next = shown(state, box);
  const understanding = understand(next, now, 0);
  understanding.progress = progressOf(next, understanding);
  const text = [...said.map((phrase) => phrase[locale]), ...(question === null ? [] : [question.text[locale]])].join(
    " ",
  );
  const options = question?.options?.map(({ value, label }) => ({ value, label: label[locale] }));
  const reply = { text, question: question?.id ?? null };
  return {
    state: next,
    reply: options === undefined ? reply : { ...reply, options },
    understanding,
    safety: box?.box ?? null,
    status: next.status,
    handOffReason: next.handOffReason,
    calls,
  };
}

/** A turn without words: a person holds the conversation, the panel still follows it. */
export function silent(state: InterviewState, now: Date): Turn {
  const understanding = understand(state, now, 1);
  const box = boxFor(state, understanding);
  return {
    state: shown(state, box),
    reply: { text: "", question: null },
    understanding,
    safety: box?.box ?? null,
    status: state.status,
    handOffReason: state.handOffReason,
    calls: null,
  };
}

/** A safety box with the kinds of situation that it speaks to. */
export interface Box {
  kinds: SafetyKind[];
  box: SafetyBox;
}

/** The box for what has not been shown yet, or null: each kind comes once. */
export function boxFor(state: InterviewState, known: Understanding): Box | null {
  const fresh = safetyKinds(known.flags).filter((kind) => !state.shownBoxes.includes(kind));
  if (fresh.length === 0) return null;
  return { kinds: fresh, box: safetyBox(fresh, { locale: state.locale, uf: known.uf, deadlines: known.deadlines }) };
}

function shown(state: InterviewState, box: Box | null): InterviewState {
  return box === null ? state : { ...state, shownBoxes: [...state.shownBoxes, ...box.kinds] };
}
