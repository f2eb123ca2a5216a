// The conversation's verbs over its tables: each is one synchronous change, so that concurrent callers never meet inside.
import { conflict, VezError } from "../src/base/errors.ts";
import { newId } from "../src/base/ids.ts";
import { LATER_TYPES } from "../src/domain/conversation-events.ts";
import type { NewEvent } from "../src/domain/events.ts";
import type { Locale } from "../src/domain/locale.ts";
import type { ConversationSnapshot, OpenConversation, SayInput, TurnAnswer } from "../src/domain/ports.ts";
import { correct, openInterview, resumeAfterHuman, resumeCompleted, takeTurn } from "../src/domain/triage/interview.ts";
import { PHRASES } from "../src/domain/triage/phrases.ts";
import type { Correction, InterviewState, Turn } from "../src/domain/triage/types.ts";
import type { ConversationAnswers } from "./conversation-answers.ts";
import type { EffectQueue } from "./conversation-effect-queue.ts";
import { forgetAt } from "./conversation-life.ts";
import type { ConversationLog } from "./conversation-log.ts";
import type { ConversationState, Standing } from "./conversation-state.ts";
import { calledHuman, completes, handoff, message, standingAfter, turnEvents } from "./conversation-turn.ts";
import { goodbye, reminder, tellWhen, whatHappensNow, whatStopEnds } from "./conversation-words.ts";

/** A snapshot without a limit is a page's first load: a whole triage and what came after it. */
const SNAPSHOT_EVENTS = 500;

export interface TalkParts {
  log: ConversationLog;
  state: ConversationState;
  answers: ConversationAnswers;
  effects: EffectQueue;
  now: () => number;
  /** When a person of the team answers, "" when one is there. */
  whenAnswered: (now: Date, reader: { locale: Locale; zone: string }) => string;
}

interface Opened {
  about: OpenConversation;
  interview: InterviewState;
  standing: Standing;
}

export class ConversationTalk {
  readonly #parts: TalkParts;

  constructor(parts: TalkParts) {
    this.#parts = parts;
  }

  open(input: OpenConversation): TurnAnswer {
    const { log, state, answers, now } = this.#parts;
    const known = state.get("about");
    if (known) {
      if (known.caseId !== input.caseId) throw conflict("other_case", "This conversation belongs to another case.");
      const answer = answers.find<TurnAnswer>("open", "");
      if (answer) return answer;
    }
    const nowMs = now();
    state.set("about", input);
    const started: NewEvent = {
      type: "triage_started",
      data: { case_id: input.caseId, conversation_id: input.conversationId, locale: input.locale },
      key: null,
    };
    log.append([started], nowMs);
    const turn = openInterview({
      vertical: input.vertical,
      locale: input.locale,
      zone: input.zone,
      now: new Date(nowMs),
    });
    return answers.keep("open", "", this.#take(null, turn, newId("trn", nowMs)));
  }

  say(input: SayInput): TurnAnswer {
    const { log, state, answers, now } = this.#parts;
    const known = answers.find<TurnAnswer>("say", input.clientMessageId);
    if (known) return known;
    const { interview, standing } = this.#opened();
    const nowMs = now();
    const turnId = newId("trn", nowMs);
    const words = message({
      message_id: newId("msg", nowMs),
      turn_id: turnId,
      from: "client",
      text: input.text,
      client_message_id: input.clientMessageId,
    });
    log.append([words], nowMs);
    const turn = this.#wordsOfNow(
      takeTurn(interview, { text: input.text, now: new Date(nowMs), held: standing.controlledBy === "human" }),
    );
    if (standing.controlledBy === "human" && interview.status !== "handed_off" && turn.status !== "stopped") {
      // A human took a finished conversation: there is nothing left to listen for but "stop".
      state.set("standing", { ...standing, heardAt: nowMs });
      return answers.keep("say", input.clientMessageId, this.#answer(turnId, "", ""));
    }
    return answers.keep("say", input.clientMessageId, this.#take(standing, turn, turnId));
  }

  correct(input: { correction: Correction; key: string }): ConversationSnapshot {
    const { log, state, answers, now } = this.#parts;
    const { interview, standing } = this.#opened();
    if (answers.find("correct", input.key) !== null) return this.snapshot({});
    const nowMs = now();
    const turn = correct(interview, input.correction, new Date(nowMs));
    const turnId = newId("trn", nowMs);
    if (standing.controlledBy === "human" || standing.triaged) {
      // Someone else has the word, or the triage is over: the panel changes, nothing is asked.
      const silent = { ...turn, status: standing.status };
      state.set("interview", turn.state);
      state.set("standing", { ...standing, understanding: turn.understanding });
      log.append(turnEvents({ before: standing, turn: silent, turnId, messageId: null }), nowMs);
    } else {
      this.#take(standing, turn, turnId);
    }
    answers.keep("correct", input.key, true);
    return this.snapshot({});
  }

  snapshot(input: { after?: number; limit?: number }): ConversationSnapshot {
    const { log } = this.#parts;
    const { about, interview, standing } = this.#opened();
    return {
      caseId: about.caseId,
      conversationId: about.conversationId,
      locale: interview.locale,
      status: standing.status,
      controlledBy: standing.controlledBy,
      understanding: standing.understanding,
      safety: standing.safety,
      question: standing.question,
      events: log.after(input.after ?? 0, input.limit ?? SNAPSHOT_EVENTS),
      firstSeq: log.firstSeq,
      lastSeq: log.lastSeq,
    };
  }

  takeOver(input: { operatorName: string; key: string }): ConversationSnapshot {
    const { log, state, answers, now } = this.#parts;
    const { interview, standing } = this.#opened();
    if (answers.find("take_over", input.key) !== null) return this.snapshot({});
    if (standing.controlledBy === "human" && standing.operatorName !== input.operatorName) {
      throw conflict("already_taken", "Another person holds this conversation. It must be given back first.");
    }
    if (standing.status === "stopped")
      throw conflict("person_stopped", "The person asked to stop, and comes back alone.");
    if (standing.controlledBy === "agent") {
      const { operatorName } = input;
      // The interview goes on listening in silence: what the person tells now is understood, and danger is seen.
      if (interview.status === "interviewing") state.set("interview", { ...interview, status: "handed_off" });
      state.set("standing", { ...standing, status: "handed_off", controlledBy: "human", operatorName });
      const seq = log.append([handoff("taken", null, operatorName)], now());
      this.#parts.effects.owe("record", null, seq, now());
    }
    answers.keep("take_over", input.key, true);
    return this.snapshot({});
  }

  sayAsHuman(input: { text: string; operatorName: string; clientMessageId: string }): { seq: number } {
    const { log, answers, now } = this.#parts;
    const { standing } = this.#opened();
    const known = answers.find<{ seq: number }>("human", input.clientMessageId);
    if (known) return known;
    if (standing.controlledBy !== "human") throw notInControl();
    const nowMs = now();
    const words = message({
      message_id: newId("msg", nowMs),
      turn_id: newId("trn", nowMs),
      from: "human",
      text: input.text,
      client_message_id: input.clientMessageId,
      operator_name: input.operatorName,
    });
    return answers.keep("human", input.clientMessageId, { seq: log.append([words], nowMs) });
  }

  giveBack(input: { note?: string; key: string }): TurnAnswer {
    const { log, state, answers, effects, now } = this.#parts;
    const { interview, standing } = this.#opened();
    const known = answers.find<TurnAnswer>("give_back", input.key);
    if (known) return known;
    if (standing.status !== "handed_off") throw notInControl();
    const nowMs = now();
    const turnId = newId("trn", nowMs);
    log.append([handoff("given_back", null, standing.operatorName)], nowMs);
    if (standing.triaged) {
      const back = resumeCompleted(interview, { note: input.note, now: new Date(nowMs) });
      const { understanding } = back;
      state.set("interview", back.state);
      state.set("standing", {
        ...standing,
        status: "completed",
        controlledBy: "agent",
        operatorName: null,
        understanding,
      });
      if (back.reply.text !== "")
        log.append(turnEvents({ before: standing, turn: back, turnId, messageId: null }), nowMs);
      effects.owe("record", null, log.lastSeq, nowMs);
      const happens = whatHappensNow(log.latest(LATER_TYPES), interview.locale);
      const text = back.reply.text === "" ? happens : `${back.reply.text} ${happens}`;
      return answers.keep("give_back", input.key, this.#agentSays(text, turnId));
    }
    const turn = resumeAfterHuman(interview, { note: input.note, now: new Date(nowMs) });
    return answers.keep("give_back", input.key, this.#take(standing, turn, turnId));
  }

  /** True when the agent, not a human, is about to answer these words, and has not answered them before. */
  agentWillAnswer(input: SayInput): boolean {
    const { state, answers } = this.#parts;
    const status = state.get("standing")?.status ?? "handed_off";
    return status !== "handed_off" && answers.find("say", input.clientMessageId) === null;
  }

  /** When the silent person is to be reminded, ms since the epoch, or null. */
  remindAt(afterMs: number): number | null {
    const standing = this.#parts.state.get("standing");
    if (standing?.status !== "interviewing" || standing.controlledBy !== "agent" || standing.reminded) return null;
    if (this.#parts.state.get("interview")?.turns === 0) return null;
    return standing.heardAt + afterMs;
  }

  remind(): void {
    const { interview, standing } = this.#opened();
    this.#parts.state.set("standing", { ...standing, reminded: true });
    this.#agentSays(reminder(interview.locale), newId("trn", this.#parts.now()));
  }

  /** Owes that the case is forgotten, once it has been silent for `ttlMs` and nothing else is owed. */
  forgetWhenDue(ttlMs: number): void {
    const { state, effects, log, now } = this.#parts;
    const at = forgetAt(state.get("standing"), ttlMs);
    if (at !== null && at <= now() && effects.isEmpty) effects.owe("forget", null, log.lastSeq, now());
  }

  /** It is a case after all: looked at again when the same time has passed. */
  keep(): void {
    const { standing } = this.#opened();
    this.#parts.state.set("standing", { ...standing, keptAt: this.#parts.now() });
  }

  goodbye(): string {
    return goodbye(this.#opened().interview.locale);
  }

  #opened(): Opened {
    const { state } = this.#parts;
    const about = state.get("about");
    const interview = state.get("interview");
    const standing = state.get("standing");
    if (about && interview && standing) return { about, interview, standing };
    throw new VezError("not_open", { status: 404, detail: "This conversation has not been opened." });
  }

  /** Logs a turn of the interview and owes what follows from it. */
  #take(before: Standing | null, turn: Turn, turnId: string): TurnAnswer {
    const { state, log, effects, now } = this.#parts;
    const nowMs = now();
    const messageId = turn.reply.text === "" ? null : newId("msg", nowMs);
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
    return this.#answer(turnId, messageId ?? "", turn.reply.text);
  }

  /** After the triage the interview only knows that it is over; the log knows what happens now, and what "stop" ends. */
  #wordsOfNow(turn: Turn): Turn {
    const { locale, zone } = turn.state;
    if (turn.reply.text !== "" && (turn.status === "handed_off" || turn.calls !== null)) {
      const when = this.#parts.whenAnswered(new Date(this.#parts.now()), { locale, zone });
      return when === "" ? turn : { ...turn, reply: { ...turn.reply, text: tellWhen(turn, when) } };
    }
    if (turn.reply.text === PHRASES.stopped[locale] && this.#opened().standing.triaged) {
      return { ...turn, reply: { ...turn.reply, text: whatStopEnds(this.#parts.log.latest(LATER_TYPES), locale) } };
    }
    if (turn.reply.text !== PHRASES.afterCompleted[locale]) return turn;
    const text =
      turn.understanding.area === "nenhuma"
        ? PHRASES.completedNoCase[locale]
        : whatHappensNow(this.#parts.log.latest(LATER_TYPES), locale);
    return { ...turn, reply: { ...turn.reply, text } };
  }

  /** Words of the agent that change nothing of what is understood. */
  #agentSays(text: string, turnId: string): TurnAnswer {
    const { log, now } = this.#parts;
    const nowMs = now();
    const messageId = newId("msg", nowMs);
    const words = message({ message_id: messageId, turn_id: turnId, from: "agent", text, question: null, options: [] });
    log.append([words], nowMs);
    return this.#answer(turnId, messageId, text);
  }

  #answer(turnId: string, messageId: string, text: string): TurnAnswer {
    const { standing } = this.#opened();
    const { complexity, confidence } = standing.understanding;
    const seq = this.#parts.log.lastSeq;
    return { turnId, messageId, message: text, status: standing.status, complexity, confidence, seq };
  }
}

/** What the operators' list shows has changed. */
function isNews(before: Standing, after: Standing): boolean {
  const shown = ({ status, controlledBy, understanding: u }: Standing) =>
    JSON.stringify([status, controlledBy, u.area, u.urgencyHours, u.flags]);
  return shown(before) !== shown(after);
}

function notInControl(): VezError {
  return conflict("not_in_control", "Take the conversation over first; now the agent holds it.");
}
