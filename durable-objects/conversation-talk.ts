// The conversation's verbs over its tables: each is one synchronous change, so that concurrent callers never meet inside.
import { conflict, type VezError } from "../src/base/errors.ts";
import { newId } from "../src/base/ids.ts";
import { LATER_TYPES } from "../src/domain/conversation-events.ts";
import type { NewEvent } from "../src/domain/events.ts";
import type { ConversationSnapshot, OpenConversation, SayInput, TurnAnswer } from "../src/domain/ports.ts";
import { inDanger } from "../src/domain/reach/reach.ts";
import { correct } from "../src/domain/triage/correct.ts";
import { intentsOf } from "../src/domain/triage/intents.ts";
import { openInterview, takeTurn } from "../src/domain/triage/interview.ts";
import { resumeAfterHuman, resumeCompleted } from "../src/domain/triage/resume.ts";
import { cleanInput } from "../src/domain/triage/text.ts";
import type { Correction, Turn } from "../src/domain/triage/types.ts";
import { isFromWhatsApp } from "../src/domain/whatsapp/message-id.ts";
import { forgetAt } from "./conversation-life.ts";
import type { Standing } from "./conversation-state.ts";
import {
  answerOf,
  clientWords,
  isHumansAlone,
  isNews,
  type Opened,
  opened,
  type TalkParts,
  take,
  wordsOfNow,
} from "./conversation-take.ts";
import { handoff, message, turnEvents } from "./conversation-turn.ts";
import { goodbye, reminder, whatHappensNow } from "./conversation-words.ts";

/** A snapshot without a limit is a page's first load: a whole triage and what came after it. */
const SNAPSHOT_EVENTS = 500;

/** Times the page's wait for more words: there, nobody sees that somebody is typing. */
const WHATSAPP_PATIENCE = 4;

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
    log.append([clientWords(input, turnId, nowMs)], nowMs);
    const turn = wordsOfNow(
      this.#parts,
      takeTurn(interview, { text: input.text, now: new Date(nowMs), held: standing.controlledBy === "human" }),
    );
    if (isHumansAlone(this.#opened(), turn)) {
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
    } else if (state.get("pending") !== null && interview.status === "interviewing") {
      // A reply is on its way, and asks by the corrected panel: a second one would ask beside it.
      const { correction, locale, languages } = turn.state;
      state.set("interview", { ...interview, correction, locale, languages });
      const after = { ...standing, understanding: turn.understanding };
      state.set("standing", after);
      const silent = { ...turn, status: standing.status, safety: null };
      const seq = log.append(turnEvents({ before: standing, turn: silent, turnId, messageId: null }), nowMs);
      if (isNews(standing, after)) this.#parts.effects.owe("record", null, seq, nowMs);
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

  /** True when the agent, not a human, is about to answer. */
  get agentAnswers(): boolean {
    return (this.#parts.state.get("standing")?.status ?? "handed_off") !== "handed_off";
  }

  hasAnswered(input: SayInput): boolean {
    return this.#parts.answers.find("say", input.clientMessageId) !== null;
  }

  /** True for words that are a wish of their own ("sair", "pessoa", "voltar"): joined with others they would be lost in a story. */
  standsAlone({ text }: SayInput): boolean {
    const intents = intentsOf(cleanInput(text));
    const isBack = intents.has("back") && this.#opened().standing.status === "stopped";
    return intents.has("stop") || intents.has("person") || isBack;
  }

  /** How long these words wait for more: an answer that was pressed is whole, free words may be a beginning. */
  waitsFor(input: SayInput, debounceMs: number): number {
    const { question } = this.#opened().standing;
    const text = input.text.trim().toLowerCase();
    const pressed = question.options.some(({ value, label }) => text === label.toLowerCase() || text === value);
    if (pressed) return 0;
    // On a phone people write in short pieces, one after another.
    return isFromWhatsApp(input.clientMessageId) ? debounceMs * WHATSAPP_PATIENCE : debounceMs;
  }

  /** When the silent person is to be reminded, ms since the epoch, or null. */
  remindAt(afterMs: number): number | null {
    const standing = this.#parts.state.get("standing");
    if (standing?.status !== "interviewing" || standing.controlledBy !== "agent" || standing.reminded) return null;
    if (this.#parts.state.get("interview")?.turns === 0) return null;
    // On a phone that somebody else may hold nothing comes unasked.
    if (this.#parts.state.get("told")?.by === "whatsapp" && inDanger(standing.understanding.flags)) return null;
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
    return opened(this.#parts);
  }

  #take(before: Standing | null, turn: Turn, turnId: string): TurnAnswer {
    return take(this.#parts, before, turn, turnId);
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
    return answerOf(this.#parts, turnId, messageId, text);
  }
}

function notInControl(): VezError {
  return conflict("not_in_control", "Take the conversation over first; now the agent holds it.");
}
