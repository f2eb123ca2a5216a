// One live dialogue, or one person's live inbox: a thin shell that gives the pure parts their storage, sockets and alarm.
import { DurableObject } from "cloudflare:workers";
import { unavailable } from "../src/base/errors.ts";
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
import { answer } from "../src/services/rpc.ts";
import { openModels } from "../src/wiring.ts";
import { ConversationAlarm } from "./conversation-alarm.ts";
import { ConversationAnswers } from "./conversation-answers.ts";
import { type Effect, EffectQueue } from "./conversation-effect-queue.ts";
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
import { LiveTurns } from "./conversation-live.ts";
import { ConversationLog, checkSizes } from "./conversation-log.ts";
import { Pace } from "./conversation-pace.ts";
import { EffectPayer } from "./conversation-payer.ts";
import { ConversationSockets, MORE } from "./conversation-sockets.ts";
import { ConversationState } from "./conversation-state.ts";
import { applySteps } from "./conversation-steps.ts";
import type { TalkParts } from "./conversation-take.ts";
import { ConversationTalk } from "./conversation-talk.ts";
import { ConversationTelling, type Telling } from "./conversation-telling.ts";

/** A person who has not answered for half an hour is told once that everything is kept. */
const REMIND_AFTER_MS = 30 * 60_000;

/** After a kill in the middle of a turn the alarm looks again. */
const RESUME_AFTER_MS = 3_000;

const DAY_MS = 86_400_000;

const logger = makeLog("WARN", console.log);

export class Conversation extends DurableObject<Env> implements ConversationPort {
  readonly #log: ConversationLog;
  readonly #state: ConversationState;
  readonly #effects: EffectQueue;
  readonly #talk: ConversationTalk;
  readonly #telling: ConversationTelling;
  readonly #sockets: ConversationSockets;
  readonly #alarm: ConversationAlarm;
  readonly #pace: Pace;
  readonly #line: PublishLine;
  readonly #payer: EffectPayer;
  readonly #ttlMs: number;
  /** True once everything was deleted, until somebody comes again. */
  #emptied = false;
  /** How owed effects are paid; what a test replaces to make a verb fail. */
  pay: PayEffect;
  /** Turns that take time; a test replaces what they wait for and whom they ask. */
  readonly live: LiveTurns;

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
    this.#telling = new ConversationTelling(parts);
    let models: TurnModels | null | undefined;
    this.live = new LiveTurns({
      talk: this.#talk,
      parts,
      turn: (work) => this.#turn(work),
      keep: (work) => this.#keep(work),
      typing: (slow) => this.#sockets.broadcast(passingFrame("typing", { who: "agent", ...(slow ? { slow } : {}) })),
      models: () => {
        if (models === undefined) models = openModels(env);
        return models;
      },
      later: (work) => ctx.waitUntil(work),
      log: logger,
      debounceMs: config.DEBOUNCE_MS,
      budgetMs: config.TURN_BUDGET_MS,
      noticeMs: config.FIRST_TOKEN_MS,
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
      facts: (effect) => this.#facts(effect),
      paid: ({ telling }) => {
        if (telling !== undefined) this.#told(telling);
      },
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
    return this.live.say(() => parse(sayInput, input));
  }

  async hear(input: SayInput): Promise<RpcResult<{ heard: true }>> {
    return this.live.hear(
      () => parse(sayInput, input),
      () => this.#telling.begin(),
    );
  }

  async stopReply(): Promise<RpcResult<{ stopped: boolean }>> {
    return this.live.stopReply();
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
    return this.live.settling((settle) => {
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
    return this.live.settling((settle) => {
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
    this.live.wake();
    if (!this.live.areOpen) this.#change(() => this.#talk.forgetWhenDue(this.#ttlMs));
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

  /** The same for a turn that goes on by itself; a failure is thrown. */
  #keep<T>(work: () => T): T {
    if (this.#emptied) throw forgotten();
    try {
      return this.#atomically(work);
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
    this.#atomically(() => {
      this.#log.append(events, now);
      // An inbox has no end of its own; its old news go.
      if (this.#state.get("about") === null) this.#log.forgetBefore(now - this.#ttlMs);
    });
    this.#send();
  }

  #change<T>(work: () => T): RpcResult<T> {
    return answer(() => this.#atomically(work));
  }

  /** All of `work` or nothing of it. */
  #atomically<T>(work: () => T): T {
    try {
      return this.ctx.storage.transactionSync(() => {
        const done = work();
        this.#telling.owe(Date.now());
        return done;
      });
    } catch (error) {
      this.#log.reload();
      this.#state.reload();
      throw error;
    }
  }

  #send(): void {
    const rows = this.#log.takeUnsent();
    if (rows.length > 0) this.#sockets.broadcast(frameOf(rows));
  }

  #setAlarm(): void {
    this.#alarm.set([
      this.#effects.nextAt(),
      // Whoever finds words without an answer after a kill goes on with them.
      this.live.areOpen ? Date.now() + RESUME_AFTER_MS : null,
      this.#talk.remindAt(REMIND_AFTER_MS),
      // Forgetting waits for what is owed: a moment that is past would ring without end.
      this.#effects.isEmpty ? forgetAt(this.#state.get("standing"), this.#ttlMs) : null,
    ]);
  }

  /** What was said in the meantime is owed anew. */
  #told({ upTo }: Telling): void {
    this.#telling.done(upTo);
    this.#telling.owe(Date.now());
  }

  #facts(effect: Effect): EffectFacts {
    const about = this.#state.get("about");
    const standing = this.#state.get("standing");
    if (!about || !standing) throw new Error("an effect is owed by a conversation that was never opened");
    const { status, controlledBy, understanding } = standing;
    const interview = this.#state.get("interview");
    const strategy = interview?.analysis?.strategy;
    const locale = interview?.locale ?? about.locale;
    const telling = effect.kind === "tell" ? this.#telling.read() : undefined;
    return { caseId: about.caseId, status, controlledBy, understanding, strategy, locale, telling };
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
      this.live.wake();
      return;
    }
    applySteps(this.ctx.storage);
    this.#log.reload();
    this.#state.reload();
    this.#emptied = false;
  }
}
