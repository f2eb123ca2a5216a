// Takes a turn of the interview into the log and the state, and owes what follows from it.

import { VezError } from "../src/base/errors.ts";
import { newId } from "../src/base/ids.ts";
import { LATER_TYPES } from "../src/domain/conversation-events.ts";
import type { NewEvent } from "../src/domain/events.ts";
import type { Locale } from "../src/domain/locale.ts";
import type { OpenConversation, SayInput, TurnAnswer } from "../src/domain/ports.ts";
import { PHRASES } from "../src/domain/triage/phrases.ts";
import type { InterviewState, Turn } from "../src/domain/triage/types.ts";
import type { ConversationAnswers } from "./conversation-answers.ts";
import type { EffectQueue } from "./conversation-effect-queue.ts";
import type { ConversationLog } from "./conversation-log.ts";
import type { ConversationState, Standing } from "./conversation-state.ts";
import { calledHuman, completes, handoff, message, standingAfter, turnEvents } from "./conversation-turn.ts";
import { tellWhen, whatHappensNow, whatStopEnds } from "./conversation-words.ts";

export interface TalkParts {
  log: ConversationLog;
  state: ConversationState;
  answers: ConversationAnswers;
  effects: EffectQueue;
  now: () => number;
  /** When a person of the team answers, "" when one is there. */
  whenAnswered: (now: Date, reader: { locale: Locale; zone: string }) => string;
}

export interface Opened {
  about: OpenConversation;
  interview: InterviewState;
  standing: Standing;
}

/** Throws `not_open` (404) before the first `open`. */
export function opened({ state }: TalkParts): Opened {
  const about = state.get("about");
  const interview = state.get("interview");
  const standing = state.get("standing");
  if (about && interview && standing) return { about, interview, standing };
  throw new VezError("not_open", { status: 404, detail: "This conversation has not been opened." });
}

/** A human took a finished conversation: there is nothing left to listen for but "stop". */
export function isHumansAlone({ interview, standing }: Opened, turn: Turn): boolean {
  return standing.controlledBy === "human" && interview.status !== "handed_off" && turn.status !== "stopped";
}

/** A person's own words for the log: once each, also where they are sent anew after a turn that came to nothing. */
export function clientWords(input: SayInput, turnId: string, nowMs: number): NewEvent {
  const { text, clientMessageId } = input;
  const id = newId("msg", nowMs);
  const words = message({ message_id: id, turn_id: turnId, from: "client", text, client_message_id: clientMessageId });
  return { ...words, key: `say:${clientMessageId}` };
}

/** Logs a turn of the interview and owes what follows from it. A reply that is on the page already keeps its message's id. */
export function take(
  parts: TalkParts,
  before: Standing | null,
  turn: Turn,
  turnId: string,
  writtenId: string | null = null,
): TurnAnswer {
  const { state, log, effects, now } = parts;
  const nowMs = now();
  const messageId = turn.reply.text === "" ? null : (writtenId ?? newId("msg", nowMs));
  if (before?.controlledBy === "human" && turn.status === "stopped") {
    log.append([handoff("given_back", null, before.operatorName)], nowMs);
  }
  log.append(turnEvents({ before, turn, turnId, messageId }), nowMs);
  const after = standingAfter(before, turn, nowMs);
  state.set("interview", turn.state);
  state.set("standing", after);
  const done = completes(before, turn);
  // Who is back from "stop" is known to be back before the outcome is kept.
  const news = before !== null && isNews(before, after) && (!done || before.status === "stopped");
  if (news || turn.calls !== null) {
    effects.owe("record", calledHuman(before, turn) ? turn.handOffReason : turn.calls, log.lastSeq, nowMs);
  }
  if (done) effects.owe("complete", null, log.lastSeq, nowMs);
  return answerOf(parts, turnId, messageId ?? "", turn.reply.text);
}

/** After the triage the interview only knows that it is over; the log knows what happens now, and what "stop" ends. */
export function wordsOfNow(parts: TalkParts, turn: Turn): Turn {
  const { locale, zone } = turn.state;
  if (turn.reply.text !== "" && (turn.status === "handed_off" || turn.calls !== null)) {
    const when = parts.whenAnswered(new Date(parts.now()), { locale, zone });
    return when === "" ? turn : { ...turn, reply: { ...turn.reply, text: tellWhen(turn, when) } };
  }
  if (turn.reply.text === PHRASES.stopped[locale] && opened(parts).standing.triaged) {
    return { ...turn, reply: { ...turn.reply, text: whatStopEnds(parts.log.latest(LATER_TYPES), locale) } };
  }
  if (turn.reply.text !== PHRASES.afterCompleted[locale]) return turn;
  const text =
    turn.understanding.area === "nenhuma"
      ? PHRASES.completedNoCase[locale]
      : whatHappensNow(parts.log.latest(LATER_TYPES), locale);
  return { ...turn, reply: { ...turn.reply, text } };
}

export function answerOf(parts: TalkParts, turnId: string, messageId: string, text: string): TurnAnswer {
  const { standing } = opened(parts);
  const { complexity, confidence } = standing.understanding;
  return { turnId, messageId, message: text, status: standing.status, complexity, confidence, seq: parts.log.lastSeq };
}

/** What the operators' list shows has changed. */
export function isNews(before: Standing, after: Standing): boolean {
  const shown = ({ status, controlledBy, understanding: u }: Standing) =>
    JSON.stringify([status, controlledBy, u.area, u.urgencyHours, u.flags]);
  return shown(before) !== shown(after);
}
