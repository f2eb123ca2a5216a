// The chat models of a deployment, as far as they are configured, in the order that it wants.
import type { ModelProvider } from "../../domain/triage/strategies/types.ts";
import type { CallOutConfig } from "../call-out.ts";
import { anthropicModel } from "./anthropic.ts";
import type { ChatModel } from "./chat-model.ts";
import { openaiModel } from "./openai.ts";
import { workersAiModel, workersAiRestModel } from "./workers-ai.ts";
import type { ChatBinding } from "./workers-ai-binding.ts";

/** The variables of src/env.ts that chat models are made of. */
export interface ChatModelConfig {
  /** Seconds for one call to any of them; a vendor's own bound holds too where it is smaller. */
  MODEL_TIMEOUT: number;
  ANTHROPIC_TIMEOUT?: number;
  OPENAI_TIMEOUT?: number;
  WORKERS_AI_TIMEOUT?: number;
  MODEL_FIRST_TOKEN_MS: number;
  ANTHROPIC_API_KEY?: string | undefined;
  ANTHROPIC_BASE_URL: string;
  ANTHROPIC_MODEL: string;
  OPENAI_API_KEY?: string | undefined;
  OPENAI_BASE_URL: string;
  OPENAI_MODEL: string;
  CLOUDFLARE_ACCOUNT_ID?: string | undefined;
  CLOUDFLARE_API_TOKEN?: string | undefined;
  CLOUDFLARE_API_URL: string;
  WORKERS_AI_MODEL: string;
}

type Made = Pick<CallOutConfig, "circuits" | "metrics">;

/** Those of `order` that have a key, in that order; empty where no vendor is configured: the scripted engine needs none. */
export function openChatModels(
  config: ChatModelConfig,
  ai: ChatBinding | undefined,
  made: Made,
  order: readonly ModelProvider[] = ["anthropic", "openai", "workers_ai"],
): ChatModel[] {
  const within = (seconds = config.MODEL_TIMEOUT) => ({
    ...{ ...made, firstTokenMs: config.MODEL_FIRST_TOKEN_MS },
    timeoutMs: Math.min(config.MODEL_TIMEOUT, seconds) * 1000,
  });
  const open: Record<ModelProvider, () => ChatModel | null> = {
    anthropic: () => {
      const { ANTHROPIC_API_KEY: apiKey, ANTHROPIC_BASE_URL: baseUrl, ANTHROPIC_MODEL: model } = config;
      return apiKey ? anthropicModel({ ...within(config.ANTHROPIC_TIMEOUT), apiKey, baseUrl, model }) : null;
    },
    openai: () => {
      const { OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: baseUrl, OPENAI_MODEL: model } = config;
      return apiKey ? openaiModel({ ...within(config.OPENAI_TIMEOUT), apiKey, baseUrl, model }) : null;
    },
    workers_ai: () => {
      const { CLOUDFLARE_ACCOUNT_ID: accountId, CLOUDFLARE_API_TOKEN: apiKey, WORKERS_AI_MODEL: model } = config;
      const common = within(config.WORKERS_AI_TIMEOUT);
      if (ai !== undefined) return workersAiModel({ ...common, ai, model });
      if (!accountId || !apiKey) return null;
      return workersAiRestModel({ ...common, apiKey, baseUrl: config.CLOUDFLARE_API_URL, accountId, model });
    },
  };
  return order.flatMap((provider) => open[provider]() ?? []);
}
