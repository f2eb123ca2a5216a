// What each event of a conversation carries in `data`, as the stream, the transcript and the pages read it.
import type { LoggedEvent, Speaker } from "./events.ts";
import type { ConversationStatus } from "./ports.ts";
import type { Sender, Side } from "./talk/sides.ts";
import type { Complexity, SafetyBox, Understanding } from "./triage/types.ts";

export interface TriageStartedData {
  case_id: string;
  conversation_id: string;
  locale: string;
}

export interface MessageData {
  message_id: string;
  turn_id: string;
  from: Speaker;
  text: string;
  /** The sender's own id, so that a page recognises what it wrote. */
  client_message_id?: string;
  /** Id of the question that an agent's message ends with, or null. */
  question?: string | null;
  options?: { value: string; label: string }[];
  operator_name?: string;
}

export interface TriageUpdateData {
  turn_id: string;
  status: ConversationStatus;
  understanding: Understanding;
  /** What to do now, shown before anything else; null when there is nothing new to show. */
  safety: SafetyBox | null;
}

/** A piece of the agent's reply while it is being said; the `message` with the same id holds all of it in the end. */
export interface ReplyDelta {
  message_id: string;
  /** Characters of the reply before this piece: a reader that has more has seen it. */
  from: number;
  text: string;
}

/** The other form of `triage_update`. */
export interface ReplyDeltaData {
  turn_id: string;
  delta: ReplyDelta;
}

export interface ComplexityUpdateData {
  turn_id: string;
  from: Complexity;
  to: Complexity;
}

export interface TriageCompletedData {
  turn_id: string;
  area: Understanding["area"];
  subarea: string | null;
  urgency_hours: number;
  complexity: Complexity;
  confidence: number;
  summary: string;
}

export interface HandoffData {
  /** `called`: nobody is there yet. `taken`: a human writes. `given_back`: the agent goes on. */
  state: "called" | "taken" | "given_back";
  reason: string | null;
  operator_name: string | null;
}

/** Words were written in the case's talk; whoever may read them fetches them. */
export interface CaseMessageData {
  case_id: string;
  message_id: string;
  from: Sender;
  /** ISO 8601 */
  at: string;
}

/** `by` has read what the other side wrote, up to a message. */
export interface CaseReadData {
  case_id: string;
  up_to: string;
  by: Side;
  at: string;
}

/** The talk itself changed: whether words still pass is read anew. */
export interface CaseTalkData {
  case_id: string;
  at: string;
}

/** A professional who was asked wants to know something, or has his answer. */
export interface OfferQuestionData {
  case_id: string;
  offer_id: string;
  question_id: string;
  status: "asked" | "answered";
}

/** The interview's own events, for a reader that switches on `type`. */
export type TriageEvent = { seq: number; at: number } & (
  | { type: "triage_started"; data: TriageStartedData }
  | { type: "message"; data: MessageData }
  | { type: "triage_update"; data: TriageUpdateData | ReplyDeltaData }
  | { type: "complexity_update"; data: ComplexityUpdateData }
  | { type: "triage_completed"; data: TriageCompletedData }
  | { type: "handoff"; data: HandoffData }
);

/** The events that the case's later life publishes; what they carry is their publisher's. */
export const LATER_TYPES = ["match_ready", "offer_update", "contract_update"] as const satisfies LoggedEvent["type"][];
