// A human gave the conversation back: what was agreed is said and kept, and the interview goes on where it was.

import { intentsOf } from "./intents.ts";
import { again, goOn } from "./interview-steps.ts";
import { listen } from "./listen.ts";
import { PHRASES, type Phrase } from "./phrases.ts";
import { OPENING } from "./questions.ts";
import { cleanInput } from "./text.ts";
import { turn } from "./turn.ts";
import type { Flag, InterviewState, Turn } from "./types.ts";

/** `note` (what was agreed) is said back, kept in the summary, and taken in like the person's words. */
export function resumeAfterHuman(state: InterviewState, input: { note?: string; now: Date }): Turn {
  const note = cleanInput(input.note ?? "").slice(0, LONGEST_NOTE);
  const open: InterviewState = {
    ...state,
    status: "interviewing",
    handOffReason: null,
    waiting: null,
    emptyTurns: 0,
    angryTurns: 0,
    agreed: withNote(state, note),
    flags: state.flags.filter((flag) => !RESOLVED_BY_HUMAN.has(flag)),
    humanSaw: true,
  };
  const listened = note === "" ? open : listen(open, note, intentsOf(note), input.now);
  const said = afterHuman(note);
  if (listened.told.length === 0) return again({ ...listened, waiting: OPENING.id }, said, input.now);
  return goOn(
    { ...listened, flags: listened.flags.filter((flag) => !RESOLVED_BY_HUMAN.has(flag)) },
    () => said,
    input.now,
  );
}

/** A human gave back a conversation whose triage is complete: what was agreed is said and kept, nothing is asked. */
export function resumeCompleted(state: InterviewState, input: { note?: string; now: Date }): Turn {
  const note = cleanInput(input.note ?? "").slice(0, LONGEST_NOTE);
  const next: InterviewState = {
    ...state,
    status: "completed",
    handOffReason: null,
    angryTurns: 0,
    agreed: withNote(state, note),
    humanSaw: true,
  };
  return turn(next, note === "" ? [] : afterHuman(note).slice(1), null, input.now, null);
}

/** Characters of a note that are kept and said. */
const LONGEST_NOTE = 600;

function withNote({ agreed = [] }: InterviewState, note: string): string[] {
  return note === "" ? agreed : [...agreed, note].slice(-5);
}

function afterHuman(note: string): Phrase[] {
  if (note === "") return [PHRASES.afterHuman];
  const ended = /[.!?…]["”’)]?$/.test(note) ? note : `${note}.`;
  const said = { "pt-BR": `${PHRASES.agreed["pt-BR"]} ${ended}`, en: `${PHRASES.agreed.en} ${ended}` };
  return [PHRASES.afterHuman, said];
}

// What a human has dealt with does not throw the conversation back to him at once.
const RESOLVED_BY_HUMAN: ReadonlySet<Flag> = new Set<Flag>([
  "asked_for_person",
  "angry",
  "low_confidence",
  "foreign_law",
]);
