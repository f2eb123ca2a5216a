// Answers what is pending: waits until it is quiet, asks the models within the turn's budget, and falls back on the script.
import { unavailable, VezError } from "../src/base/errors.ts";
import type { Log } from "../src/base/log.ts";
import type { RpcResult, TurnAnswer } from "../src/domain/ports.ts";
import type { AnalyseInput, ReplyInput, TokenUsage, TurnModels } from "../src/domain/triage/strategies/types.ts";
import type { Analysis, Turn } from "../src/domain/triage/types.ts";
import { refusalOf } from "../src/services/rpc.ts";
import type { Answered, ConversationPending } from "./conversation-pending.ts";
import type { PendingTurn } from "./pending-turn.ts";

export interface RunnerParts {
  pending: ConversationPending;
  /** Null where no vendor is configured. */
  models: () => TurnModels | null;
  /** For a whole turn, and until the page says that it takes a while (ms). */
  budgetMs: number;
  noticeMs: number;
  /** One commit and one frame; throws where it could not be kept. */
  change: <T>(work: () => T) => T;
  /** Tells readers that the reply takes a while. */
  tellSlow: () => void;
  /** Keeps the object awake until `work` is done. */
  later: (work: Promise<unknown>) => void;
  now: () => number;
  log: Log;
}

/** One try at a turn: how to leave its words and its readers, and why it was left. */
interface Attempt {
  words: AbortController;
  readers: AbortController;
  why: "joined" | "settled" | null;
  /** When words and readers are left, whatever they are doing. */
  leftMs: number;
  /** Resolves when the reply stands, or the attempt came to nothing. */
  said: PromiseWithResolvers<void>;
}

export class TurnRunner {
  readonly #parts: RunnerParts;
  readonly #waiting = new Map<string, PromiseWithResolvers<RpcResult<TurnAnswer>>>();
  #running = false;
  #attempt: Attempt | null = null;
  /** Ends the wait for quiet before its time. */
  #nudge: () => void = () => undefined;

  constructor(parts: RunnerParts) {
    this.#parts = parts;
  }

  /** The answer to a message that is pending. */
  answerTo(clientMessageId: string): Promise<RpcResult<TurnAnswer>> {
    const waiting = this.#waiting.get(clientMessageId) ?? Promise.withResolvers<RpcResult<TurnAnswer>>();
    this.#waiting.set(clientMessageId, waiting);
    return waiting.promise;
  }

  /** Goes on with what is pending, also after a kill. */
  wake(): void {
    this.#nudge();
    if (this.#running || this.#parts.pending.current === null) return;
    this.#running = true;
    this.#parts.later(this.#run());
  }

  /** More words joined the turn: what was asked of the models is asked anew. */
  joined(): void {
    this.#leave("joined");
  }

  /** These turns have been answered without the models: no more words of them are wanted. */
  settled(done: readonly Answered[]): void {
    if (done.length === 0) return;
    this.#leave("settled");
    for (const { pending, answer } of done) this.#tell(pending, { ok: true, value: answer });
  }

  #leave(why: "joined" | "settled"): void {
    if (this.#attempt === null) return;
    this.#attempt.why = why;
    this.#attempt.words.abort();
    // A story that goes on is read anew; one whose reply was stopped is still read to its end.
    if (why === "joined") this.#attempt.readers.abort();
  }

  /** Never rejects. Where even the failure cannot be kept, the alarm comes back to it, not this loop. */
  async #run(): Promise<void> {
    const { pending, now, log } = this.#parts;
    try {
      for (let turn = pending.current; turn !== null; turn = pending.current) {
        const waitMs = turn.dueAt - now();
        if (waitMs > 0) await this.#quiet(waitMs);
        else await this.#tryTo(turn);
      }
    } catch (error) {
      log.error("turn_lost", { error });
      for (const { resolve } of this.#waiting.values()) resolve(failure(error));
      this.#waiting.clear();
    } finally {
      this.#running = false;
    }
  }

  async #tryTo(turn: PendingTurn): Promise<void> {
    const { pending, log, change } = this.#parts;
    try {
      await this.#answer(turn);
    } catch (error) {
      log.error("turn_failed", { turn_id: turn.turnId, error });
      change(() => pending.failed(turn.turnId));
      if (pending.current?.turnId !== turn.turnId) return this.#tell(turn, failure(error));
      await sleep(1000 * (turn.failures + 1));
    }
  }

  async #answer(turn: PendingTurn): Promise<void> {
    const { pending, budgetMs, now, change } = this.#parts;
    // What failed with them is tried without.
    const models = turn.failures === 0 ? this.#parts.models() : null;
    const leftMs = turn.beganAt + budgetMs - now();
    const draft = pending.draft(turn, null);
    // A reply that a kill cut short is ended by the script: another model's words would not fit the first's.
    if (models === null || leftMs <= 0 || turn.shown !== "" || !pending.isForModels(draft)) {
      return this.#commit(turn, null);
    }
    const attempt: Attempt = {
      ...{ words: new AbortController(), readers: new AbortController() },
      ...{ why: null, leftMs, said: Promise.withResolvers<void>() },
    };
    this.#attempt = attempt;
    const untilNotice = Math.max(0, turn.beganAt + this.#parts.noticeMs - now());
    const notice = setTimeout(() => this.#parts.tellSlow(), untilNotice);
    const tooLate = leaveAfter(attempt.words, leftMs);
    try {
      change(() => pending.showPanel(draft));
      const lines = pending.lines(turn);
      const read: AnalyseInput = {
        ...{ history: lines.all, budgetMs: leftMs, signal: attempt.readers.signal },
        ...{ state: draft.state, scripted: draft.understanding },
      };
      if (draft.status === "completed") return await this.#decide(models, turn, read, attempt);
      await this.#word(
        models,
        turn,
        read,
        { history: lines.before, budgetMs: leftMs, signal: attempt.words.signal, ...wordsFor(turn, draft) },
        attempt,
        notice,
      );
    } finally {
      clearTimeout(notice);
      clearTimeout(tooLate);
      attempt.said.resolve();
      this.#attempt = null;
    }
  }

  /** The votes come before the last word: they may ask on, or call a person. */
  async #decide(models: TurnModels, turn: PendingTurn, input: AnalyseInput, attempt: Attempt): Promise<void> {
    const tooLate = leaveAfter(attempt.readers, attempt.leftMs);
    const { analysis, usage } = await models.analyse(input).finally(() => clearTimeout(tooLate));
    this.#owe(turn, usage, []);
    if (attempt.why !== "joined") this.#commit(turn, analysis);
  }

  /** The reply streams while others read the story; what they find is heard after it, and nobody waits for them. */
  async #word(
    models: TurnModels,
    turn: PendingTurn,
    read: AnalyseInput,
    words: ReplyInput,
    attempt: Attempt,
    notice: ReturnType<typeof setTimeout>,
  ): Promise<void> {
    const { pending, change, log, later } = this.#parts;
    later(this.#readBeside(models, turn, read, attempt));
    const reply = models.reply(words);
    let isWhole = false;
    try {
      for await (const piece of reply.pieces) {
        // Cancelled with words on their way: they answer another story by now.
        if (attempt.why !== null) break;
        clearTimeout(notice);
        change(() => pending.showPiece(turn.turnId, piece, words.scripted.question));
      }
      isWhole = attempt.why === null && !words.signal.aborted;
    } catch (error) {
      log.warn("reply_broke_off", { turn_id: turn.turnId, error });
    }
    if (attempt.why !== "joined") this.#commit(turn, null, isWhole);
    const { usage, dropped } = reply.cost();
    this.#owe(turn, usage, dropped);
  }

  async #readBeside(models: TurnModels, turn: PendingTurn, input: AnalyseInput, attempt: Attempt): Promise<void> {
    const { pending, change, log } = this.#parts;
    const tooLate = leaveAfter(attempt.readers, attempt.leftMs);
    try {
      const { analysis, usage } = await models.analyse(input);
      this.#owe(turn, usage, []);
      await attempt.said.promise;
      // Until the reply stands the votes are on words that the interview has not heard.
      if (analysis === null || attempt.why === "joined" || pending.current?.turnId === turn.turnId) return;
      change(() => pending.hearVotes(analysis, turn.turnId));
    } catch (error) {
      log.warn("votes_not_heard", { turn_id: turn.turnId, error });
    } finally {
      clearTimeout(tooLate);
    }
  }

  /** `isWhole`: the words that are shown were said to their end. */
  #commit(turn: PendingTurn, analysis: Analysis | null, isWhole = false): void {
    const { pending, change } = this.#parts;
    const done = change(() => pending.commit(turn.turnId, analysis, isWhole));
    if (done !== null) this.#tell(done.pending, { ok: true, value: done.answer });
  }

  #owe(turn: PendingTurn, usage: TokenUsage[], dropped: string[]): void {
    this.#parts.change(() => this.#parts.pending.oweUsage(turn.turnId, usage, dropped));
  }

  /** Waits until it is quiet, or until somebody wakes it to look again. */
  #quiet(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#nudge = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  #tell(turn: PendingTurn, result: RpcResult<TurnAnswer>): void {
    for (const { clientMessageId } of turn.words) {
      this.#waiting.get(clientMessageId)?.resolve(result);
      this.#waiting.delete(clientMessageId);
    }
  }
}

function wordsFor(turn: PendingTurn, draft: Turn): Pick<ReplyInput, "locale" | "asked" | "scripted"> {
  const asked = turn.words.map(({ text }) => text).join("\n");
  return { locale: draft.state.locale, asked, scripted: draft.reply };
}

function failure(error: unknown): RpcResult<TurnAnswer> {
  const known = error instanceof VezError;
  return refusalOf(known ? error : unavailable("not_answered", "This could not be answered. Send it again."));
}

/** A timer that can be taken back: one that ran on would keep the object awake, at a cost, after the answer. */
function leaveAfter(work: AbortController, ms: number): ReturnType<typeof setTimeout> {
  return setTimeout(() => work.abort(), ms);
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
