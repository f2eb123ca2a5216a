// A turn that takes time: words that were heard and are not answered yet, kept so that a killed object goes on where it was.
import { newId } from "../src/base/ids.ts";
import type { SayInput, TurnAnswer } from "../src/domain/ports.ts";
import { answerTo } from "../src/domain/triage/answers.ts";
import { intentsOf } from "../src/domain/triage/intents.ts";
import { hearVotes, takeTurn } from "../src/domain/triage/interview.ts";
import { questionById } from "../src/domain/triage/questions.ts";
import type { Line, TokenUsage } from "../src/domain/triage/strategies/types.ts";
import { cleanInput, MAX_MESSAGE } from "../src/domain/triage/text.ts";
import type { Analysis, InterviewState, Turn } from "../src/domain/triage/types.ts";
import {
  answerOf,
  clientWords,
  isHumansAlone,
  isNews,
  opened,
  type TalkParts,
  take,
  wordsOfNow,
} from "./conversation-take.ts";
import { deltaEvent, turnEvents } from "./conversation-turn.ts";
import { begun, type PendingTurn, replyText } from "./pending-turn.ts";

/** Lines of the conversation that models read. */
const HISTORY_LINES = 20;
/** Characters; what is longer is a story, whatever it begins with. */
const LONGEST_ANSWER = 40;

/** A turn that was answered. */
export interface Answered {
  pending: PendingTurn;
  answer: TurnAnswer;
}

export interface Waits {
  /** Until it is quiet enough to answer. */
  waitMs: number;
  /** From a turn's first word on: whoever goes on writing gets an answer in between. */
  longestMs: number;
  /** Before these words are heard at all. */
  holdMs?: number;
}

export class ConversationPending {
  readonly #parts: TalkParts;

  constructor(parts: TalkParts) {
    this.#parts = parts;
  }

  get current(): PendingTurn | null {
    return this.#parts.state.get("pending");
  }

  /** True for a message that waits for its answer already. */
  holds(clientMessageId: string): boolean {
    const pending = this.current;
    if (pending === null) return false;
    return [...pending.words, ...pending.later].some((words) => words.clientMessageId === clientMessageId);
  }

  /** True while what waits is held back, and nobody has begun to answer it. */
  get isHeld(): boolean {
    return (this.current?.beganAt ?? 0) > this.#parts.now();
  }

  /** All that waits, with these words behind it. */
  joinedWith(text: string): string {
    const pending = this.current;
    return [...(pending?.words ?? []), ...(pending?.later ?? []), { text }].map((words) => words.text).join("\n");
  }

  /** Keeps what was said, to be answered when it is quiet. `joined`: together with words before it; `later`: in the turn after them. */
  hear(input: SayInput, { waitMs, longestMs, holdMs = 0 }: Waits): "begun" | "joined" | "later" {
    const { log, state, now } = this.#parts;
    const { standing } = opened(this.#parts);
    const pending = this.current;
    const nowMs = now();
    const turnId = pending?.turnId ?? newId("trn", nowMs);
    log.append([clientWords(input, turnId, nowMs)], nowMs);
    state.set("standing", { ...standing, heardAt: nowMs });
    const words = { ...input, holdMs, isAnswer: this.#isAnswer(input) };
    if (pending === null) {
      this.#set(begun(turnId, [words], { nowMs, waitMs, holdMs }));
      return "begun";
    }
    const length = pending.words.reduce((sum, { text }) => sum + text.length + 1, input.text.length);
    const latest = pending.beganAt + longestMs;
    if (pending.shown !== "" || nowMs >= latest || length > MAX_MESSAGE) {
      this.#set({ ...pending, later: [...pending.later, words] });
      return "later";
    }
    const beganAt = Math.min(pending.beganAt, nowMs + holdMs);
    const dueAt = Math.min(latest, nowMs + holdMs + waitMs);
    this.#set({ ...pending, words: [...pending.words, words], beganAt, dueAt });
    return "joined";
  }

  /** The turn that the script takes of these words, with the models' votes; changes nothing. */
  draft({ words }: PendingTurn, analysis: Analysis | null): Turn {
    const { interview, standing } = opened(this.#parts);
    const now = new Date(this.#parts.now());
    const held = standing.controlledBy === "human";
    const answers = words.filter(({ isAnswer }) => isAnswer).map(({ text }) => text);
    const told = words.filter(({ isAnswer }) => !isAnswer).map(({ text }) => text);
    const heard = told.length === 0 ? answers : [...answers, told.join("\n")];
    let state = interview;
    for (const [index, text] of heard.slice(0, -1).entries()) {
      const next = takeTurn(state, { text, now, held }).state;
      state = heardBeside(interview, next, index + 1 < answers.length ? interview.waiting : null);
    }
    return wordsOfNow(this.#parts, takeTurn(state, { text: heard.at(-1) ?? "", now, held, analysis }));
  }

  /** True where models may read and word this turn: the interview goes on, or is about to be complete. */
  isForModels(draft: Turn): boolean {
    const { interview, standing } = opened(this.#parts);
    if (interview.status !== "interviewing" || standing.controlledBy === "human") return false;
    return draft.status === "interviewing" || draft.status === "completed";
  }

  /** What was understood, and what to do in danger, before any model has answered. */
  showPanel(draft: Turn): void {
    const pending = this.current;
    if (pending === null || pending.panel !== null) return;
    this.#show(pending.turnId, draft);
    this.#set({ ...pending, panel: JSON.stringify(draft.safety) });
  }

  /** A piece of a turn's reply, in the log before anybody sees it. */
  showPiece(turnId: string, piece: string, question: string | null): void {
    const pending = this.#of(turnId);
    if (pending === null || piece === "") return;
    const { messageId, shown } = pending;
    this.#parts.log.append(
      [deltaEvent(turnId, { message_id: messageId, from: shown.length, text: piece })],
      this.#parts.now(),
    );
    this.#set({ ...pending, shown: shown + piece, question });
  }

  /** Answers a turn's words: everything of it that was not shown yet, in one change. `isWhole`: what is shown was said to its end. Null where it has been answered. */
  commit(turnId: string, analysis: Analysis | null, isWhole = false): Answered | null {
    const { answers, now } = this.#parts;
    const pending = this.#of(turnId);
    if (pending === null) return null;
    const answer = this.#answer(pending, analysis, isWhole);
    for (const { clientMessageId } of pending.words) answers.keep("say", clientMessageId, answer);
    this.#next(pending, now());
    return { pending, answer };
  }

  /** Answers by the script, at once, all that waits: what comes now is not to come between. */
  settle(): Answered[] {
    const done: Answered[] = [];
    for (let one = this.settleOne(); one !== null; one = this.settleOne()) done.push(one);
    return done;
  }

  settleOne(): Answered | null {
    return this.current === null ? null : this.commit(this.current.turnId, null);
  }

  /** Votes that came after the reply; not where a later reading has been heard. */
  hearVotes(analysis: Analysis, turnId: string): void {
    const { state, now } = this.#parts;
    const { interview, standing } = opened(this.#parts);
    if (standing.status !== "interviewing" || standing.controlledBy === "human") return;
    if (interview.analysis !== undefined && interview.analysis.turns > analysis.turns) return;
    const turn = hearVotes(interview, analysis, new Date(now()));
    state.set("interview", turn.state);
    // The panel shows more than this already: the words that wait for their answer.
    if (turn.safety === null && (this.current?.panel ?? null) !== null) return;
    this.#show(turnId, turn);
  }

  oweUsage(turnId: string, usage: TokenUsage[], dropped: string[]): void {
    if (usage.length === 0) return;
    const { effects, log, now } = this.#parts;
    effects.owe("usage", null, log.lastSeq, now(), JSON.stringify({ turnId, usage, dropped }));
  }

  /** The conversation up to and with these words, oldest first; `before`: without them. */
  lines(pending: PendingTurn): { all: Line[]; before: Line[] } {
    const own = new Set(pending.words.map(({ clientMessageId }) => clientMessageId));
    const later = new Set(this.current?.later.map(({ clientMessageId }) => clientMessageId));
    const lines = this.#parts.log.recent("message", HISTORY_LINES).flatMap(({ data }) => {
      const id = String(data.client_message_id);
      const from = (["client", "agent", "human"] as const).find((speaker) => speaker === data.from);
      return from === undefined || later.has(id)
        ? []
        : [{ isOwn: own.has(id), line: { from, text: String(data.text) } }];
    });
    return {
      all: lines.map(({ line }) => line),
      before: lines.filter(({ isOwn }) => !isOwn).map(({ line }) => line),
    };
  }

  /** A run ended in a defect; after the third these words are tried no more, and stay in the log. */
  failed(turnId: string): void {
    const pending = this.#of(turnId);
    if (pending === null) return;
    if (pending.failures < 2) this.#set({ ...pending, failures: pending.failures + 1 });
    else this.#next(pending, this.#parts.now());
  }

  #answer(pending: PendingTurn, analysis: Analysis | null, isWhole: boolean): TurnAnswer {
    const { standing } = opened(this.#parts);
    const draft = this.draft(pending, analysis);
    if (isHumansAlone(opened(this.#parts), draft)) return answerOf(this.#parts, pending.turnId, "", "");
    const boxIsShown = pending.panel !== null && pending.panel === JSON.stringify(draft.safety);
    const turn: Turn = {
      ...draft,
      safety: boxIsShown ? null : draft.safety,
      reply: { ...draft.reply, text: replyText({ ...pending, whole: isWhole }, draft) },
    };
    return take(this.#parts, standing, turn, pending.turnId, pending.messageId);
  }

  /** What was said meanwhile is a turn of its own. */
  #next({ later }: PendingTurn, nowMs: number): void {
    if (later.length === 0) {
      this.#set(null);
      return;
    }
    // Words that nothing holds back take those before them along.
    const holdMs = Math.min(...later.map((words) => words.holdMs ?? 0));
    const most = fitting(later);
    const turn = begun(newId("trn", nowMs), later.slice(0, most), { nowMs, waitMs: 0, holdMs });
    this.#set({ ...turn, later: later.slice(most) });
  }

  #isAnswer({ text }: SayInput): boolean {
    const { interview } = opened(this.#parts);
    const question = interview.waiting === null ? undefined : questionById(interview.waiting);
    if (question?.options === undefined || text.length >= LONGEST_ANSWER) return false;
    const said = cleanInput(text);
    return answerTo(question, said, intentsOf(said)) !== null;
  }

  #of(turnId: string): PendingTurn | null {
    const pending = this.current;
    return pending?.turnId === turnId ? pending : null;
  }

  #show(turnId: string, turn: Turn): void {
    const { state, log, effects, now } = this.#parts;
    const { standing } = opened(this.#parts);
    const after = { ...standing, understanding: turn.understanding, safety: turn.safety ?? standing.safety };
    const shown = { ...turn, status: standing.status };
    log.append(turnEvents({ before: standing, turn: shown, turnId, messageId: null }), now());
    state.set("standing", after);
    if (isNews(standing, after)) effects.owe("record", null, log.lastSeq, now());
  }

  #set(pending: PendingTurn | null): void {
    this.#parts.state.set("pending", pending);
  }
}

/** How many of `words` a turn reads to their end, one at least. */
function fitting(words: readonly { text: string }[]): number {
  let length = -1;
  const most = words.findIndex(({ text }, index) => {
    length += text.length + 1;
    return index > 0 && length > MAX_MESSAGE;
  });
  return most === -1 ? words.length : most;
}

/**
 * An answer that came together with other words: it is heard, and what would have followed it is decided after those. `waiting` is
 * the question that they may answer still.
 */
function heardBeside(before: InterviewState, after: InterviewState, waiting: string | null): InterviewState {
  const { status, handOffReason, asked, shownBoxes, called } = before;
  return { ...after, status, handOffReason, asked, shownBoxes, called, waiting };
}
