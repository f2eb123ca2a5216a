// The RPC interfaces of the Durable Objects, so that callers never import an object.
import type { LoggedEvent, NewEvent } from "./events.ts";
import type { Locale } from "./locale.ts";
import type { MetricsDelta, Totals } from "./metrics/totals.ts";
import type { InterviewState, Turn } from "./triage/types.ts";

/** How Workers RPC hands a failure over without losing its code. */
export type RpcResult<T> =
  | { ok: true; value: T }
  | { ok: false; code: string; status: number; detail: string; retryable: boolean };

export interface OpenConversation {
  caseId: string;
  conversationId: string;
  vertical: "legal";
  locale: Locale;
  zone: string;
}

export interface SayInput {
  text: string;
  /** Chosen by the sender; the same id twice is one message and the same answer. */
  clientMessageId: string;
  /** So long no turn is taken of these words alone (ms), unless they tell of danger; they are kept at once all the same. */
  holdMs?: number | undefined;
}

export interface TurnAnswer {
  turnId: string;
  messageId: string;
  /** The agent's words; empty while a human holds the conversation. */
  message: string;
  status: ConversationStatus;
  complexity: Turn["understanding"]["complexity"];
  confidence: number;
  /** Number of the last event of the turn. */
  seq: number;
}

export type ConversationStatus = "interviewing" | "completed" | "handed_off" | "stopped";

export interface ConversationSnapshot {
  caseId: string;
  conversationId: string;
  locale: Locale;
  status: ConversationStatus;
  controlledBy: "agent" | "human";
  understanding: Turn["understanding"];
  safety: Turn["safety"];
  question: { id: string | null; options: { value: string; label: string }[] };
  /** The log as far as it is kept; `nextAfter` continues a cut answer. */
  events: LoggedEvent[];
  firstSeq: number;
  lastSeq: number;
}

export interface Correction {
  area?: string;
  subarea?: string | null;
  urgencyHours?: number;
  uf?: string;
  municipality?: string | null;
  deadlineDates?: string[];
  locale?: Locale;
}

/** One conversation: log, state, sockets (durable-objects/conversation.ts). */
export interface ConversationPort {
  open(input: OpenConversation): Promise<RpcResult<TurnAnswer>>;
  /** Returns when the turn is answered; several quick messages are one turn and get the same answer. */
  say(input: SayInput): Promise<RpcResult<TurnAnswer>>;
  /** The same for a sender that nobody can answer at once (WhatsApp): returns when the words are kept; the answer follows in the conversation, and is handed over there. */
  hear(input: SayInput): Promise<RpcResult<{ heard: true }>>;
  /** Ends the reply that is on its way. */
  stopReply(): Promise<RpcResult<{ stopped: boolean }>>;
  correct(input: { correction: Correction; key: string }): Promise<RpcResult<ConversationSnapshot>>;
  snapshot(input: { after?: number; limit?: number }): Promise<RpcResult<ConversationSnapshot>>;
  /** Appends events of the case's later life; a key already in the log is passed over. */
  publish(events: NewEvent[]): Promise<RpcResult<{ lastSeq: number }>>;
  takeOver(input: { operatorName: string; key: string }): Promise<RpcResult<ConversationSnapshot>>;
  /** A human's words; refused with `not_in_control` unless a human holds the conversation. */
  sayAsHuman(input: {
    text: string;
    operatorName: string;
    clientMessageId: string;
  }): Promise<RpcResult<{ seq: number }>>;
  giveBack(input: { note?: string; key: string }): Promise<RpcResult<TurnAnswer>>;
}

/** One case's waves and acceptances (durable-objects/case-clock.ts). */
export interface CaseClockPort {
  /** Sets (never postpones past) the next moment at which the case must be looked at. */
  wakeAt(input: { caseId: string; atMs: number }): Promise<void>;
  /** Answers to one case's offers, one after another. */
  answer(input: AnswerInput): Promise<RpcResult<AnswerOutcome>>;
}

export interface AnswerInput {
  caseId: string;
  offerId: string;
  professionalId: string;
  userId: string;
  answer: "accept" | "decline";
  reason: string | null;
  traceId: string;
}

export interface AnswerOutcome {
  offerId: string;
  status: "accepted" | "declined";
  caseId: string;
}

/** One job's last run, as the operator sees it. */
export interface JobRun {
  job: string;
  /** Milliseconds since the epoch. */
  startedAt: number;
  finishedAt: number | null;
  outcome: "running" | "succeeded" | "failed";
  /** Steps of a long run; absent where it has not told. */
  progress?: { done: number; total: number };
  /** Figures of the run as JSON, or the name of what failed. */
  detail: string;
}

/** Last run, lock and outcome of each job (durable-objects/job-ledger.ts). */
export interface JobLedgerPort {
  /** False where the job is running already; a run older than `deadAfterMs` was killed and its lock is free. */
  begin(job: string, nowMs: number, deadAfterMs: number): Promise<boolean>;
  progress(job: string, done: number, total: number): Promise<void>;
  end(job: string, nowMs: number, outcome: "succeeded" | "failed", detail: string): Promise<void>;
  list(): Promise<JobRun[]>;
}

/** One shard of the metrics' totals (durable-objects/metrics-hub.ts). */
export interface MetricsHubPort {
  /** The same delta twice counts once. */
  add(delta: MetricsDelta): Promise<void>;
  read(): Promise<Totals>;
}

export type { InterviewState };
