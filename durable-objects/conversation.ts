// One live dialogue, or one person's live inbox: a thin shell that gives the pure parts their storage, sockets and alarm.
import { DurableObject } from "cloudflare:workers";
import { unavailable, VezError } from "../src/base/errors.ts";
import { makeLog } from "../src/base/log.ts";
import type { NewEvent } from "../src/domain/events.ts";
import { parseOfficeHours, whenAnswered } from "../src/domain/office-hours.ts";
import type {
  ConversationPort,
  ConversationSnapshot,
  Correction,
  OpenConversation,
  RpcResult,
  SayInput,
  TurnAnswer,
} from "../src/domain/ports.ts";
import type { TurnModels } from "../src/domain/triage/strategies/types.ts";
import { type Env, readConfig } from "../src/env.ts";
import { forgotten } from "../src/services/intake/visible-case.ts";
import { openModels } from "../src/wiring.ts";
import { ConversationAlarm } from "./conversation-alarm.ts";
import { ConversationAnswers } from "./conversation-answers.ts";
import { EffectQueue } from "./conversation-effect-queue.ts";
import { type EffectFacts, type PayEffect, payWith } from "./conversation-effects.ts";
import { frameOf, passingFrame } from "./conversation-frames.ts";
import {
  correctInput,
  giveBackInput,
  humanInput,
  openInput,
  parse,
  publishInput,
  sayInput,
  snapshotInput,
  takeOverInput,
} from "./conversation-input.ts";
import { forgetAt } from "./conversation-life.ts";
import { PublishLine } from "./conversation-line.ts";
import { ConversationLog, checkSizes } from "./conversation-log.ts";
import { Pace } from "./conversation-pace.ts";
import { EffectPayer } from "./conversation-payer.ts";
import { type Answered, ConversationPending } from "./conversation-pending.ts";
import { TurnRunner } from "./conversation-runner.ts";
import { ConversationSockets, MORE } from "./conversation-sockets.ts";
import { ConversationState } from "./conversation-state.ts";
import { applySteps } from "./conversation-steps.ts";
import type { TalkParts } from "./conversation-take.ts";
import { ConversationTalk } from "./conversation-talk.ts";

/** A person who has not answered for half an hour is told once that everything is kept. */
const REMIND_AFTER_MS = 30 * 60_000;

/** After a kill in the middle of a turn the alarm looks again. */
const RESUME_AFTER_MS = 3_000;

/** Of a turn's budget words may wait for more for one part in so many; the rest is for the models. */
const WAIT_SHARE = 4;

const DAY_MS = 86_400_000;

const logger = makeLog("WARN", console.log);

export class Conversation extends DurableObject<Env> implements ConversationPort {
  readonly #log: ConversationLog;
  readonly #state: ConversationState;
  readonly #effects: EffectQueue;
  readonly #talk: ConversationTalk;
  readonly #pending: ConversationPending;
  readonly #runner: TurnRunner;
  readonly #sockets: ConversationSockets;
  readonly #alarm: ConversationAlarm;
  readonly #pace: Pace;
  readonly #line: PublishLine;
  readonly #payer: EffectPayer;
  readonly #ttlMs: number;
  /** How long words wait for more; what a test replaces. */
  debounceMs: number;
  readonly #longestWaitMs: number;
  /** True once everything was deleted, until somebody comes again. */
  #emptied = false;
  /** How owed effects are paid; what a test replaces to make a verb fail. */
  pay: PayEffect;
  /** The models of the deployment, null where there are none; what a test replaces. */
  models: () => TurnModels | null;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    applySteps(ctx.storage);
    this.#log = new ConversationLog(ctx.storage.sql);
    this.#state = new ConversationState(ctx.storage.sql);
    this.#effects = new EffectQueue(ctx.storage.sql);
    const config = readConfig(env);
    const officeHours = parseOfficeHours(config.OFFICE_HOURS, config.OFFICE_ZONE);
    const parts: TalkParts = {
      log: this.#log,
      state: this.#state,
      answers: new ConversationAnswers(ctx.storage.sql),
      effects: this.#effects,
      now: () => Date.now(),
      whenAnswered: (now, reader) => whenAnswered(officeHours, now, reader),
    };
    this.#talk = new ConversationTalk(parts);
    this.#pending = new ConversationPending(parts);
    this.debounceMs = config.DEBOUNCE_MS;
    this.#longestWaitMs = Math.floor(config.TURN_BUDGET_MS / WAIT_SHARE);
    let models: TurnModels | null | undefined;
    this.models = () => {
      if (models === undefined) models = openModels(env);
      return models;
    };
    this.#runner = new TurnRunner({
      pending: this.#pending,
      models: () => this.models(),
      budgetMs: config.TURN_BUDGET_MS,
      noticeMs: config.FIRST_TOKEN_MS,
      change: (work) => this.#keep(work),
      tellSlow: () => this.#sockets.broadcast(passingFrame("typing", { who: "agent", slow: true })),
      later: (work) => ctx.waitUntil(work),
      now: () => Date.now(),
      log: logger,
    });
    this.#sockets = new ConversationSockets(ctx, this.#log);
    this.#line = new PublishLine({ keep: (events) => this.#keepPublished(events), log: logger });
    this.#pace = new Pace({
      readers: () => this.#sockets.readers,
      now: () => Date.now(),
      flush: () => this.#line.flush(),
    });
    this.#alarm = new ConversationAlarm(ctx.storage);
    this.#ttlMs = config.CONVERSATION_TTL_DAYS * DAY_MS;
    this.pay = payWith(env, (work) => ctx.waitUntil(work));
    this.#payer = new EffectPayer({
      effects: this.#effects,
      facts: () => this.#facts(),
      pay: (effect, facts) => this.pay(effect, facts),
      setAlarm: () => this.#setAlarm(),
      empty: () => this.#empty(),
      keep: () => this.#talk.keep(),
      log: logger,
    });
  }

  async open(input: OpenConversation): Promise<RpcResult<TurnAnswer>> {
    return this.#turn(() => this.#talk.open(parse(openInput, input)));
  }

  async say(input: SayInput): Promise<RpcResult<TurnAnswer>> {
    const heard = this.#settling((settle) => {
      const words = parse(sayInput, input);
      if (this.#pending.holds(words.clientMessageId)) return "known";
      const isNext = this.#pending.current === null;
      if (this.#talk.hasAnswered(words) || (isNext && !this.#talk.agentAnswers)) return this.#talk.say(words);
      this.#sockets.broadcast(passingFrame("typing", { who: "agent" }));
      if (this.#talk.standsAlone(words)) {
        settle();
        return this.#talk.say(words);
      }
      const waitMs = this.#talk.waitsFor(words, this.debounceMs);
      if (waitMs === 0 && isNext && this.models() === null) return this.#talk.say(words);
      return this.#pending.hear(words, { waitMs, longestMs: this.#longestWaitMs });
    });
    if (!heard.ok) return heard;
    if (typeof heard.value === "object") return { ok: true, value: heard.value };
    if (heard.value === "joined") this.#runner.joined();
    const answered = this.#runner.answerTo(input.clientMessageId);
    this.#runner.wake();
    return answered;
  }

  /** No more words of the reply that is on its way; what is shown stands. Nothing where none is. */
  async stopReply(): Promise<RpcResult<{ stopped: boolean }>> {
    return this.#settling((_, settleOne) => ({ stopped: settleOne() }));
  }

  async correct(input: { correction: Correction; key: string }): Promise<RpcResult<ConversationSnapshot>> {
    return this.#turn(() => this.#talk.correct(parse(correctInput, input)));
  }

  async snapshot(input: { after?: number; limit?: number }): Promise<RpcResult<ConversationSnapshot>> {
    this.#wake();
    this.#line.flush();
    return answer(() => this.#talk.snapshot(parse(snapshotInput, input)));
  }

  async publish(events: NewEvent[]): Promise<RpcResult<{ lastSeq: number }>> {
    const checked = answer(() => checkSizes(parse(publishInput, events)));
    if (!checked.ok) return checked;
    this.#wake();
    const kept = this.#line.add(checked.value);
    this.#pace.turn();
    if (await kept) return { ok: true, value: { lastSeq: this.#log.lastSeq } };
    return answer(() => {
      throw unavailable("not_kept", "The event could not be kept. Publish it again.");
    });
  }

  async takeOver(input: { operatorName: string; key: string }): Promise<RpcResult<ConversationSnapshot>> {
    return this.#settling((settle) => {
      this.#talk.takeOver(parse(takeOverInput, input));
      // What waits is heard by whoever holds the conversation now; the agent says nothing more.
      settle();
      return this.#talk.snapshot({});
    });
  }

  async sayAsHuman(input: {
    text: string;
    operatorName: string;
    clientMessageId: string;
  }): Promise<RpcResult<{ seq: number }>> {
    return this.#turn(() => this.#talk.sayAsHuman(parse(humanInput, input)));
  }

  async giveBack(input: { note?: string; key: string }): Promise<RpcResult<TurnAnswer>> {
    return this.#settling((settle) => {
      settle();
      return this.#talk.giveBack(parse(giveBackInput, input));
    });
  }

  /** The stream's socket: `GET /stream?after=N` with `Upgrade: websocket`. Who may read is decided before. */
  override async fetch(request: Request): Promise<Response> {
    if (request.headers.get("upgrade") !== "websocket") return new Response(null, { status: 426 });
    const asked = Number(new URL(request.url).searchParams.get("after"));
    this.#wake();
    this.#line.flush();
    return this.#sockets.connect(Number.isSafeInteger(asked) && asked > 0 ? asked : 0);
  }

  override async webSocketMessage(socket: WebSocket, word: string | ArrayBuffer): Promise<void> {
    if (word !== MORE) return;
    this.#line.flush();
    this.#sockets.next(socket);
  }

  override async webSocketClose(socket: WebSocket): Promise<void> {
    this.#sockets.forget(socket);
  }

  override async webSocketError(socket: WebSocket): Promise<void> {
    this.#sockets.forget(socket);
  }

  override async alarm(): Promise<void> {
    this.#alarm.fired();
    if (this.#emptied) return;
    this.#runner.wake();
    if (this.#pending.current === null) this.#change(() => this.#talk.forgetWhenDue(this.#ttlMs));
    await this.#payer.payOwed();
    if (this.#emptied) return;
    const remindAt = this.#talk.remindAt(REMIND_AFTER_MS);
    if (remindAt !== null && remindAt <= Date.now()) this.#change(() => this.#talk.remind());
    this.#send();
    this.#setAlarm();
  }

  /** One change, one frame, and afterwards, without holding the answer, what it owes. */
  #turn<T>(work: () => T): RpcResult<T> {
    this.#wake();
    this.#line.flush();
    const result = this.#change(() => {
      // A word that comes in time keeps the conversation; one that comes while it is being forgotten comes too late.
      if (this.#payer.forgetting) throw forgotten();
      this.#effects.cancel("forget");
      return work();
    });
    this.#afterChange();
    return result;
  }

  /** A turn that answers what is pending before, or with, its own work; whoever waits for those answers gets them when all is kept. */
  #settling<T>(work: (settle: () => void, settleOne: () => boolean) => T): RpcResult<T> {
    const done: Answered[] = [];
    const result = this.#turn(() =>
      work(
        () => void done.push(...this.#pending.settle()),
        () => {
          const one = this.#pending.settleOne();
          if (one !== null) done.push(one);
          return one !== null;
        },
      ),
    );
    if (result.ok) this.#runner.settled(done);
    return result;
  }

  /** The same for a turn that goes on by itself; a failure is thrown. */
  #keep<T>(work: () => T): T {
    if (this.#emptied) throw forgotten();
    try {
      return this.ctx.storage.transactionSync(work);
    } catch (error) {
      this.#log.reload();
      this.#state.reload();
      throw error;
    } finally {
      this.#afterChange();
    }
  }

  #afterChange(): void {
    this.#send();
    this.#setAlarm();
    if (this.#effects.nextDue(Date.now())) this.ctx.waitUntil(this.#payer.payOwed());
  }

  /** One commit and one frame for everything published that waited. */
  #keepPublished(events: readonly NewEvent[]): void {
    const now = Date.now();
    try {
      this.ctx.storage.transactionSync(() => {
        this.#log.append(events, now);
        // An inbox has no end of its own; its old news go.
        if (this.#state.get("about") === null) this.#log.forgetBefore(now - this.#ttlMs);
      });
    } catch (error) {
      this.#log.reload();
      throw error;
    }
    this.#send();
  }

  /** All of `work` or nothing of it. */
  #change<T>(work: () => T): RpcResult<T> {
    return answer(() => {
      try {
        return this.ctx.storage.transactionSync(work);
      } catch (error) {
        this.#log.reload();
        this.#state.reload();
        throw error;
      }
    });
  }

  #send(): void {
    const rows = this.#log.takeUnsent();
    if (rows.length > 0) this.#sockets.broadcast(frameOf(rows));
  }

  #setAlarm(): void {
    this.#alarm.set([
      this.#effects.nextAt(),
      // Whoever finds words without an answer after a kill goes on with them.
      this.#pending.current === null ? null : Date.now() + RESUME_AFTER_MS,
      this.#talk.remindAt(REMIND_AFTER_MS),
      // Forgetting waits for what is owed: a moment that is past would ring without end.
      this.#effects.isEmpty ? forgetAt(this.#state.get("standing"), this.#ttlMs) : null,
    ]);
  }

  #facts(): EffectFacts {
    const about = this.#state.get("about");
    const standing = this.#state.get("standing");
    if (!about || !standing) throw new Error("an effect is owed by a conversation that was never opened");
    const { status, controlledBy, understanding } = standing;
    const strategy = this.#state.get("interview")?.analysis?.strategy;
    return { caseId: about.caseId, status, controlledBy, understanding, strategy };
  }

  /** Whoever still has the page open is told; then nothing is left, the alarm included. */
  async #empty(): Promise<void> {
    this.#line.flush();
    const words = { code: "conversation_forgotten", detail: this.#talk.goodbye() };
    this.#sockets.closeAll(passingFrame("problem", words));
    await this.ctx.storage.deleteAll();
    this.#emptied = true;
    this.#alarm.fired();
  }

  /** Makes an object that was emptied while in memory one that was never opened. */
  #wake(): void {
    if (!this.#emptied) {
      this.#runner.wake();
      return;
    }
    applySteps(this.ctx.storage);
    this.#log.reload();
    this.#state.reload();
    this.#emptied = false;
  }
}

/** Expected failures cross RPC as values; a defect is thrown and logged by the caller. */
function answer<T>(work: () => T): RpcResult<T> {
  try {
    return { ok: true, value: work() };
  } catch (error) {
    if (!(error instanceof VezError)) throw error;
    return { ok: false, code: error.code, status: error.status, detail: error.detail, retryable: error.retryable };
  }
}
