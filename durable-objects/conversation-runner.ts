// Answers what is pending: waits until it is quiet, asks the models within the turn's budget, and falls back on the script.
import { unavailable, VezError } from "../src/base/errors.ts";
import type { Log } from "../src/base/log.ts";
import type { RpcResult, TurnAnswer } from "../src/domain/ports.ts";
import type { AnalyseInput, ReplyInput, TokenUsage, TurnModels } from "../src/domain/triage/strategies/types.ts";
import type { Analysis, Turn } from "../src/domain/triage/types.ts";
import type { ConversationPending } from "./conversation-pending.ts";
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

/** Why an attempt ended before its time. */
type Interruption = "joined" | "stopped";

export class TurnRunner {
  readonly #parts: RunnerParts;
  readonly #waiting = new Map<string, PromiseWithResolvers<RpcResult<TurnAnswer>>>();
  #running = false;
  #attempt: { abort: AbortController; why: Interruption | null } | null = null;

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
    if (this.#running || this.#parts.pending.current === null) return;
    this.#running = true;
    this.#parts.later(
      this.#run().finally(() => {
        this.#running = false;
        this.wake();
      }),
    );
  }

  /** More words joined the turn: what was asked of the models is asked anew. */
  joined(): void {
    this.#interrupt("joined");
  }

  /** No more words are wanted: what is shown stands, and its question. */
  stop(): void {
    this.#interrupt("stopped");
  }

  #interrupt(why: Interruption): void {
    if (this.#attempt === null) return;
    this.#attempt.why = why;
    this.#attempt.abort.abort();
  }

  async #run(): Promise<void> {
    const { pending, now, log, change } = this.#parts;
    for (let turn = pending.current; turn !== null; turn = pending.current) {
      const waitMs = turn.dueAt - now();
      if (waitMs > 0) await sleep(waitMs);
      else {
        try {
          await this.#answer(turn);
        } catch (error) {
          log.error("turn_failed", { turn_id: turn.turnId, error });
          change(() => pending.failed());
          this.#tell(turn, failure(error));
          await sleep(1000 * (turn.failures + 1));
        }
      }
    }
  }

  async #answer(turn: PendingTurn): Promise<void> {
    const { pending, budgetMs, now, change } = this.#parts;
    const models = this.#parts.models();
    const leftMs = turn.beganAt + budgetMs - now();
    const draft = pending.draft(turn, null);
    // A reply that a kill cut short is ended by the script: another model's words would not fit the first's.
    if (models === null || leftMs <= 0 || turn.shown !== "" || !pending.isForModels(draft)) return this.#commit(null);
    const attempt = { abort: new AbortController(), why: null as Interruption | null };
    this.#attempt = attempt;
    const untilNotice = Math.max(0, turn.beganAt + this.#parts.noticeMs - now());
    const notice = setTimeout(() => this.#parts.tellSlow(), untilNotice);
    try {
      change(() => pending.showPanel(draft));
      const signal = AbortSignal.any([attempt.abort.signal, AbortSignal.timeout(leftMs)]);
      const made = { history: pending.history(turn), budgetMs: leftMs, signal };
      const read: AnalyseInput = { ...made, state: draft.state, scripted: draft.understanding };
      if (draft.status === "completed") await this.#decide(models, turn, read, attempt);
      else await this.#word(models, turn, read, { ...made, ...wordsFor(turn, draft) }, attempt, notice);
    } finally {
      clearTimeout(notice);
      this.#attempt = null;
    }
  }

  /** The votes come before the last word: they may ask on, or call a person. */
  async #decide(
    models: TurnModels,
    turn: PendingTurn,
    input: AnalyseInput,
    attempt: { why: Interruption | null },
  ): Promise<void> {
    const { analysis, usage } = await models.analyse(input);
    this.#owe(turn, usage, []);
    if (attempt.why !== "joined") this.#commit(analysis);
  }

  /** The reply streams while others read the story; what they find is heard after it. */
  async #word(
    models: TurnModels,
    turn: PendingTurn,
    read: AnalyseInput,
    words: ReplyInput,
    attempt: { why: Interruption | null },
    notice: ReturnType<typeof setTimeout>,
  ): Promise<void> {
    const { pending, change, log } = this.#parts;
    const reading = models.analyse(read);
    const reply = models.reply(words);
    try {
      for await (const piece of reply.pieces) {
        // Cancelled with words on their way: they answer another story by now.
        if (attempt.why !== null) break;
        clearTimeout(notice);
        change(() => pending.showPiece(piece, words.scripted.question));
      }
      if (attempt.why === null && !words.signal.aborted) change(() => pending.saidWhole());
    } catch (error) {
      log.warn("reply_broke_off", { turn_id: turn.turnId, error });
    }
    const { usage, dropped } = reply.cost();
    const joins = attempt.why === "joined" && pending.current?.shown === "";
    if (!joins) this.#commit(null);
    const { analysis, usage: readers } = await reading;
    this.#owe(turn, [...usage, ...readers], dropped);
    if (!joins && analysis !== null) change(() => pending.hearVotes(analysis, turn.turnId));
  }

  #commit(analysis: Analysis | null): void {
    const { pending, change } = this.#parts;
    const done = change(() => pending.commit(analysis));
    if (done !== null) this.#tell(done.pending, { ok: true, value: done.answer });
  }

  #owe(turn: PendingTurn, usage: TokenUsage[], dropped: string[]): void {
    this.#parts.change(() => this.#parts.pending.oweUsage(turn.turnId, usage, dropped));
  }

  #tell(turn: PendingTurn, result: RpcResult<TurnAnswer>): void {
    for (const { clientMessageId } of turn.words) {
      this.#waiting.get(clientMessageId)?.resolve(result);
      this.#waiting.delete(clientMessageId);
    }
  }
}

function wordsFor(turn: PendingTurn, draft: Turn): Pick<ReplyInput, "locale" | "asked" | "scripted"> {
  return { locale: draft.state.locale, asked: turn.words.at(-1)?.text ?? "", scripted: draft.reply };
}

function failure(error: unknown): RpcResult<TurnAnswer> {
  const known =
    error instanceof VezError ? error : unavailable("not_answered", "This could not be answered. Send it again.");
  return { ok: false, code: known.code, status: known.status, detail: known.detail, retryable: known.retryable };
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
