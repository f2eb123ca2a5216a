// The models of one deployment as a turn uses them: votes on labels, and words for the reply.
import type { ModelProvider, TurnModels } from "../../domain/triage/strategies/types.ts";
import type { ModelWeights } from "../../domain/triage/strategies/weights.ts";
import { type ChatModelConfig, openChatModels } from "../../providers/models/open-chat-models.ts";
import { analyse } from "./analyse.ts";
import { interviewReply } from "./interview-reply.ts";

/** The variables of src/env.ts that a turn's models are made of. */
export interface TurnModelConfig extends ChatModelConfig {
  ANALYSTS: readonly ModelProvider[];
  MODEL_WEIGHTS: ModelWeights;
}

/** Null where no vendor is configured: the script does it all. */
export function openTurnModels(
  config: TurnModelConfig,
  ai: Parameters<typeof openChatModels>[1],
  parts: Parameters<typeof openChatModels>[2],
): TurnModels | null {
  const models = openChatModels(config, ai, parts);
  if (models.length === 0) return null;
  const analysts = config.ANALYSTS.flatMap((provider) => models.find((model) => model.provider === provider) ?? []);
  const readers = { interviewer: models[0] ?? null, analysts };
  return {
    analyse: (input) => analyse(readers, config.MODEL_WEIGHTS, input),
    reply: (input) => interviewReply(models, input),
  };
}
