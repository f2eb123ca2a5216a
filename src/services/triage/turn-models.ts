// The models of one deployment as a turn uses them: votes on labels, and words for the reply.
import type { ModelProvider, TurnModels } from "../../domain/triage/strategies/types.ts";
import type { ModelWeights } from "../../domain/triage/strategies/weights.ts";
import { type ChatModelConfig, openChatModels } from "../../providers/models/open-chat-models.ts";
import { analyse } from "./analyse.ts";
import { interviewReply } from "./interview-reply.ts";

/** The variables of src/env.ts that a turn's models are made of. */
export interface TurnModelConfig extends ChatModelConfig {
  INTERVIEWERS: readonly ModelProvider[];
  ANALYSTS: readonly ModelProvider[];
  MODEL_WEIGHTS: ModelWeights;
}

/**
 * Null where no vendor is configured, or none is wanted: the script does it all. A simple case is read by the first interviewer, if it
 * is among the analysts; who is not, reads nothing.
 */
export function openTurnModels(
  config: TurnModelConfig,
  ai: Parameters<typeof openChatModels>[1],
  parts: Parameters<typeof openChatModels>[2],
): TurnModels | null {
  const interviewers = openChatModels(config, ai, parts, config.INTERVIEWERS);
  const analysts = openChatModels(config, ai, parts, config.ANALYSTS);
  if (interviewers.length === 0 && analysts.length === 0) return null;
  const interviewer = analysts.find(({ provider }) => provider === interviewers[0]?.provider) ?? null;
  return {
    analyse: (input) => analyse({ interviewer, analysts }, config.MODEL_WEIGHTS, input),
    reply: (input) => interviewReply(interviewers, input),
  };
}
