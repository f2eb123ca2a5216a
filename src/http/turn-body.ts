// One answered turn as the API tells it, whether it was written or spoken.
import type { TurnAnswer } from "../domain/ports.ts";

export function turnBody(answer: TurnAnswer) {
  return {
    turn_id: answer.turnId,
    message_id: answer.messageId,
    message: answer.message,
    status: answer.status,
    complexity: answer.complexity,
    confidence: answer.confidence,
    seq: answer.seq,
  };
}
