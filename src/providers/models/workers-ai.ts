// Open models on Workers AI: through the binding, or over REST where there is none.
import { OpenAICompatibleChatLanguageModel } from "@ai-sdk/openai-compatible";
import type { VendorModelConfig } from "./anthropic.ts";
import type { ChatModel } from "./chat-model.ts";
import { type SdkModelConfig, sdkModel } from "./sdk-model.ts";
import { vendorFetch } from "./vendor-fetch.ts";
import { bindingFetch, type ChatBinding } from "./workers-ai-binding.ts";

type Made = Omit<SdkModelConfig, "provider" | "model" | "options"> & { model: string };

export function workersAiModel(config: Made & { ai: ChatBinding }): ChatModel {
  return chatModel(config, "https://binding.invalid/v1", {}, bindingFetch(config.ai));
}

/** Throws an Error, at the start, for a base address that may not be called. */
export function workersAiRestModel(config: VendorModelConfig & { accountId: string }): ChatModel {
  const base = config.baseUrl.endsWith("/") ? config.baseUrl : `${config.baseUrl}/`;
  const address = new URL(`client/v4/accounts/${encodeURIComponent(config.accountId)}/ai/v1`, base).href;
  const headers = { authorization: `Bearer ${config.apiKey}` };
  return chatModel(config, address, headers, vendorFetch("workers_ai", config.baseUrl));
}

/** Cloudflare's endpoint that speaks OpenAI's chat completions. */
function chatModel(config: Made, address: string, headers: Record<string, string>, through: typeof fetch): ChatModel {
  const model = new OpenAICompatibleChatLanguageModel(config.model, {
    provider: "workers_ai.chat",
    url: ({ path }) => `${address}${path}`,
    headers,
    fetch: through,
    includeUsage: true,
    supportsStructuredOutputs: true,
  });
  return sdkModel({ ...config, provider: "workers_ai", model });
}
