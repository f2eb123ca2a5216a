// The shape of a turn that takes time, and the one rule of how its reply ends.
import { newId } from "../src/base/ids.ts";
import type { SayInput } from "../src/domain/ports.ts";
import { questionById } from "../src/domain/triage/questions.ts";
import type { Turn } from "../src/domain/triage/types.ts";

/** Words of a turn that takes time. */
export interface PendingWords extends SayInput {
  /** True where they choose one of the answers that the question offered. */
  isAnswer: boolean;
}

export interface PendingTurn {
  turnId: string;
  /** Of the reply that is to come. */
  messageId: string;
  /** What the turn answers: several quick messages are one turn. */
  words: PendingWords[];
  /** Said while the reply was on its way already: the next turn. */
  later: PendingWords[];
  /** When the first of its words came, or is to be heard, ms since the epoch. */
  beganAt: number;
  /** When it is quiet enough to answer. */
  dueAt: number;
  /** The reply as far as it is in the log. */
  shown: string;
  /** Question that `shown` leads to. */
  question: string | null;
  /** Safety box that is in the log for this turn, as JSON; null before the panel was shown. */
  panel: string | null;
  /** Runs that ended in a defect. */
  failures: number;
}

/** Words that have just been said; they are answered when `waitMs` have passed without more, `holdMs` from now at the earliest. */
export function begun(
  turnId: string,
  words: PendingWords[],
  { nowMs, waitMs, holdMs }: { nowMs: number; waitMs: number; holdMs: number },
): PendingTurn {
  const beganAt = nowMs + holdMs;
  return {
    ...{ turnId, words, later: [], messageId: newId("msg", nowMs), beganAt, dueAt: beganAt + waitMs },
    ...{ shown: "", question: null, panel: null, failures: 0 },
  };
}

/**
 * What was shown is kept to the letter; `whole`: it was said to its end. Where it broke off, or leads to another question than the turn's, the question follows; where a
 * person has taken over, nothing does.
 */
export function replyText(
  pending: Pick<PendingTurn, "shown" | "question"> & { whole: boolean },
  { reply, state }: Turn,
): string {
  if (pending.shown === "") return reply.text;
  const { question } = reply;
  if (question === null) return reply.text === "" ? pending.shown : `${pending.shown} ${reply.text}`;
  const asked = questionById(question)?.text[state.locale] ?? reply.text;
  const isAsked = pending.whole || marksIn(pending.shown) >= Math.max(1, marksIn(asked));
  if (question === pending.question && isAsked) return pending.shown;
  return `${pending.shown} ${asked}`;
}

// No piece asks anything but the turn's own question.
function marksIn(text: string): number {
  return text.split("?").length - 1;
}
