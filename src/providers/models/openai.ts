// GPT models by OpenAI's chat completions, which gateways speak as well.
//
// Taken from platform.openai.com/docs/api-reference/chat/create (and github.com/openai/openai-openapi, CreateChatCompletionRequest):
// POST /v1/chat/completions, Authorization: Bearer, max_completion_tokens in place of max_tokens, reasoning_effort, prompt_cache_key,
// store, response_format json_schema, stream_options.include_usage. The AI SDK makes and reads the bodies.
import { OpenAICompatibleChatLanguageModel } from "@ai-sdk/openai-compatible";
import type { VendorModelConfig } from "./anthropic.ts";
import type { ChatModel } from "./chat-model.ts";
import { sdkModel } from "./sdk-model.ts";
import { vendorFetch } from "./vendor-fetch.ts";

/** Throws an Error, at the start, for a base address that may not be called. */
export function openaiModel(config: VendorModelConfig): ChatModel {
  const base = config.baseUrl.endsWith("/") ? config.baseUrl : `${config.baseUrl}/`;
  const effort = effortOf(config.model);
  const model = new OpenAICompatibleChatLanguageModel(config.model, {
    provider: "openai.chat",
    url: ({ path }) => new URL(`v1${path}`, base).href,
    headers: { authorization: `Bearer ${config.apiKey}` },
    fetch: vendorFetch("openai", config.baseUrl),
    includeUsage: true,
    supportsStructuredOutputs: true,
    // Models that think refuse the old name of the limit, and all of today's take the new one.
    transformRequestBody: ({ max_tokens, ...body }) => ({ ...body, max_completion_tokens: max_tokens }),
  });
  return sdkModel({
    ...config,
    provider: "openai",
    model,
    // The key brings calls with the same beginning to the same cache; nothing is kept for training or review.
    options: ({ promptVersion }) => ({
      openai: {
        prompt_cache_key: promptVersion,
        store: false,
        ...(effort === null ? {} : { reasoningEffort: effort }),
      },
    }),
  });
}

/** The least that a model thinks before it answers: somebody waits for the first word. Null for one that does not think. */
export function effortOf(model: string): "minimal" | "none" | "low" | null {
  if (/chat-latest$|-pro$/.test(model)) return null;
  if (/^gpt-5(-mini|-nano)?(-\d{4}-\d\d-\d\d)?$/.test(model)) return "minimal";
  if (/^gpt-(5\.\d|[6-9])/.test(model)) return "none";
  return /^o\d/.test(model) ? "low" : null;
}
