// A turn that takes time: words that were heard and are not answered yet, kept so that a killed object goes on where it was.
import { newId } from "../src/base/ids.ts";
import type { SayInput, TurnAnswer } from "../src/domain/ports.ts";
import { hearVotes, takeTurn } from "../src/domain/triage/interview.ts";
import type { Line, TokenUsage } from "../src/domain/triage/strategies/types.ts";
import type { Analysis, Turn } from "../src/domain/triage/types.ts";
import { isNews, opened, type TalkParts, take, wordsOfNow } from "./conversation-take.ts";
import { deltaEvent, message, turnEvents } from "./conversation-turn.ts";
import { begun, type PendingTurn, replyText } from "./pending-turn.ts";

/** Lines of the conversation that models read. */
const HISTORY_LINES = 20;

export class ConversationPending {
  readonly #parts: TalkParts;

  constructor(parts: TalkParts) {
    this.#parts = parts;
  }

  get current(): PendingTurn | null {
    return this.#parts.state.get("pending");
  }

  /** Keeps what was said; it is answered when `waitMs` have passed without more. `joined`: it is answered together with words before it. */
  hear(input: SayInput, waitMs: number): "known" | "begun" | "joined" | "later" {
    const { log, state, now } = this.#parts;
    const { standing } = opened(this.#parts);
    const pending = this.current;
    const same = ({ clientMessageId }: SayInput) => clientMessageId === input.clientMessageId;
    if (pending?.words.some(same) || pending?.later.some(same)) return "known";
    const nowMs = now();
    const turnId = pending?.turnId ?? newId("trn", nowMs);
    log.append(
      [
        message({
          message_id: newId("msg", nowMs),
          turn_id: turnId,
          from: "client",
          text: input.text,
          client_message_id: input.clientMessageId,
        }),
      ],
      nowMs,
    );
    state.set("standing", { ...standing, heardAt: nowMs });
    if (pending === null) {
      this.#set(begun(turnId, [input], nowMs, waitMs));
      return "begun";
    }
    if (pending.shown !== "") {
      this.#set({ ...pending, later: [...pending.later, input] });
      return "later";
    }
    this.#set({ ...pending, words: [...pending.words, input], dueAt: nowMs + waitMs });
    return "joined";
  }

  /** The turn that the script takes of these words, with the models' votes; changes nothing. */
  draft(pending: PendingTurn, analysis: Analysis | null): Turn {
    const { interview, standing } = opened(this.#parts);
    const turn = takeTurn(interview, {
      text: pending.words.map(({ text }) => text).join("\n"),
      now: new Date(this.#parts.now()),
      held: standing.controlledBy === "human",
      analysis,
    });
    return wordsOfNow(this.#parts, turn);
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

  /** A piece of the reply, in the log before anybody sees it. */
  showPiece(piece: string, question: string | null): void {
    const pending = this.current;
    if (pending === null || piece === "") return;
    const { turnId, messageId, shown } = pending;
    this.#parts.log.append(
      [deltaEvent(turnId, { message_id: messageId, from: shown.length, text: piece })],
      this.#parts.now(),
    );
    this.#set({ ...pending, shown: shown + piece, question });
  }

  saidWhole(): void {
    const pending = this.current;
    if (pending !== null && pending.shown !== "") this.#set({ ...pending, whole: true });
  }

  /** Answers the words: everything of the turn that was not shown yet, in one change. Null where nothing is pending. */
  commit(analysis: Analysis | null): { pending: PendingTurn; answer: TurnAnswer } | null {
    const { answers, now } = this.#parts;
    const pending = this.current;
    if (pending === null) return null;
    const { standing } = opened(this.#parts);
    const draft = this.draft(pending, analysis);
    const boxIsShown = pending.panel !== null && pending.panel === JSON.stringify(draft.safety);
    const turn: Turn = {
      ...draft,
      safety: boxIsShown ? null : draft.safety,
      reply: { ...draft.reply, text: replyText(pending, draft) },
    };
    const answer = take(this.#parts, standing, turn, pending.turnId, pending.messageId);
    for (const { clientMessageId } of pending.words) answers.keep("say", clientMessageId, answer);
    const { later } = pending;
    const nowMs = now();
    this.#set(later.length === 0 ? null : begun(newId("trn", nowMs), later, nowMs, 0));
    return { pending, answer };
  }

  /** Votes that came after the reply. */
  hearVotes(analysis: Analysis, turnId: string): void {
    const { state, now } = this.#parts;
    const { interview, standing } = opened(this.#parts);
    if (standing.status !== "interviewing" || standing.controlledBy === "human") return;
    const turn = hearVotes(interview, analysis, new Date(now()));
    state.set("interview", turn.state);
    this.#show(turnId, turn);
  }

  oweUsage(turnId: string, usage: TokenUsage[], dropped: string[]): void {
    if (usage.length === 0) return;
    const { effects, log, now } = this.#parts;
    effects.owe("usage", null, log.lastSeq, now(), JSON.stringify({ turnId, usage, dropped }));
  }

  /** What was said before these words, oldest first. */
  history(pending: PendingTurn): Line[] {
    const own = new Set(pending.words.map(({ clientMessageId }) => clientMessageId));
    return this.#parts.log.recent("message", HISTORY_LINES).flatMap(({ data }): Line[] => {
      if (own.has(String(data.client_message_id))) return [];
      const from = (["client", "agent", "human"] as const).find((speaker) => speaker === data.from);
      return from === undefined ? [] : [{ from, text: String(data.text) }];
    });
  }

  /** A run ended in a defect; after the third nothing more is tried, and what was said stays in the log. */
  failed(): void {
    const pending = this.current;
    if (pending === null) return;
    this.#set(pending.failures >= 2 ? null : { ...pending, failures: pending.failures + 1 });
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
