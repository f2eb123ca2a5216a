// What a conversation's log is made of: numbered events that everyone who listens receives in the same order.

export const EVENT_TYPES = [
  "triage_started",
  "triage_update",
  "complexity_update",
  "triage_completed",
  "match_ready",
  "offer_update",
  "contract_update",
  "message",
  "handoff",
  "client_asked",
  "case_message",
  "case_read",
  "case_talk",
  "offer_question",
] as const;

/** `gap` (the log was trimmed before the asked number) and `problem` are made by the stream and never stored. */
export type EventType = (typeof EVENT_TYPES)[number];

export interface NewEvent {
  type: EventType;
  /** Plain JSON, under 64 kB; nothing that the conversation's owner may not see. */
  data: Record<string, unknown>;
  /** The same key appended twice is one event; null for events that only a turn can make. */
  key: string | null;
}

export interface LoggedEvent {
  /** 1, 2, 3, ... without a hole within one conversation. */
  seq: number;
  /** Milliseconds since the epoch. */
  at: number;
  type: EventType;
  data: Record<string, unknown>;
}

/** Who wrote a `message` event. */
export type Speaker = "client" | "agent" | "human" | "system";
