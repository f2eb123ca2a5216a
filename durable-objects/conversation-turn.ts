// From one turn of the interview to the events that everyone reads: pure, in the order in which they are shown.
import type {
  ComplexityUpdateData,
  HandoffData,
  MessageData,
  ReplyDelta,
  ReplyDeltaData,
  TriageCompletedData,
  TriageUpdateData,
} from "../src/domain/conversation-events.ts";
import type { EventType, NewEvent } from "../src/domain/events.ts";
import type { Turn } from "../src/domain/triage/types.ts";
import type { Standing } from "./conversation-state.ts";

export interface TurnParts {
  before: Standing | null;
  turn: Turn;
  turnId: string;
  /** The agent's message; null when the turn says nothing. */
  messageId: string | null;
}

/** The events of a turn after the person's own words: understanding (with the safety box) first, then the reply. */
export function turnEvents({ before, turn, turnId, messageId }: TurnParts): NewEvent[] {
  const { understanding } = turn;
  const events = [
    event("triage_update", {
      turn_id: turnId,
      status: turn.status,
      understanding,
      safety: turn.safety,
    } satisfies TriageUpdateData),
  ];
  if (before && before.understanding.complexity !== understanding.complexity) {
    events.push(
      event("complexity_update", {
        turn_id: turnId,
        from: before.understanding.complexity,
        to: understanding.complexity,
      } satisfies ComplexityUpdateData),
    );
  }
  if (messageId !== null) events.push(agentMessage(turnId, messageId, turn));
  if (completes(before, turn)) events.push(completed(turnId, turn));
  if (calledHuman(before, turn)) events.push(handoff("called", turn.handOffReason, null));
  return events;
}

/** True when this turn is the one that calls a human. */
export function calledHuman(before: Standing | null, turn: Turn): boolean {
  return turn.status === "handed_off" && before?.status !== "handed_off";
}

/** True when this turn ends the interview, or ends it anew after it seemed to be no legal problem. */
export function completes(before: Standing | null, turn: Turn): boolean {
  return turn.status === "completed" && before?.status !== "completed" && before?.triaged !== true;
}

/** Where the conversation stands after a turn; a human who holds it keeps it. */
export function standingAfter(before: Standing | null, turn: Turn, nowMs: number): Standing {
  const { understanding } = turn;
  const held = before?.controlledBy === "human" && turn.status === "handed_off";
  return {
    status: turn.status,
    controlledBy: held ? "human" : "agent",
    operatorName: held ? before.operatorName : null,
    understanding,
    safety: turn.safety ?? before?.safety ?? null,
    question: { id: turn.reply.question, options: turn.reply.options ?? [] },
    triaged: before?.triaged === true || (turn.status === "completed" && understanding.area !== "nenhuma"),
    heardAt: nowMs,
    reminded: false,
  };
}

/** A piece of the agent's reply; `from` is the number of characters before it. */
export function deltaEvent(turnId: string, delta: ReplyDelta): NewEvent {
  return event("triage_update", { turn_id: turnId, delta } satisfies ReplyDeltaData);
}

export function message(data: MessageData): NewEvent {
  return event("message", { ...data });
}

export function handoff(state: HandoffData["state"], reason: string | null, operatorName: string | null): NewEvent {
  return event("handoff", { state, reason, operator_name: operatorName } satisfies HandoffData);
}

function agentMessage(turnId: string, messageId: string, turn: Turn): NewEvent {
  return message({
    message_id: messageId,
    turn_id: turnId,
    from: "agent",
    text: turn.reply.text,
    question: turn.reply.question,
    options: turn.reply.options ?? [],
  });
}

function completed(turnId: string, { understanding }: Turn): NewEvent {
  return event("triage_completed", {
    turn_id: turnId,
    area: understanding.area,
    subarea: understanding.subarea,
    urgency_hours: understanding.urgencyHours,
    complexity: understanding.complexity,
    confidence: understanding.confidence,
    summary: understanding.summary,
  } satisfies TriageCompletedData);
}

function event(type: EventType, data: Record<string, unknown>): NewEvent {
  return { type, data, key: null };
}
