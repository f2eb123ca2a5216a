// Open models on Workers AI: through the binding, or over REST where there is none.
//
// Taken from developers.cloudflare.com/workers-ai/models/llama-3.3-70b-instruct-fp8-fast (messages, max_tokens, stream; `response` and
// `usage`), .../workers-ai/features/json-mode (response_format {type: "json_schema", json_schema: the schema itself}; the answer is an
// object already, and does not stream), .../workers-ai/get-started/rest-api (POST client/v4/accounts/{id}/ai/run/{model}, {success, result}).
import { OpenAICompatibleChatLanguageModel } from "@ai-sdk/openai-compatible";
import * as z from "zod";
import { vendorFailure } from "../vendor-failure.ts";
import type { VendorModelConfig } from "./anthropic.ts";
import type { ChatModel } from "./chat-model.ts";
import { type SdkModelConfig, sdkModel } from "./sdk-model.ts";
import { vendorFetch } from "./vendor-fetch.ts";
import { bindingFetch, type ChatBinding } from "./workers-ai-binding.ts";

type Made = Omit<SdkModelConfig, "provider" | "model" | "options"> & { model: string };

export function workersAiModel(config: Made & { ai: ChatBinding }): ChatModel {
  const model = new OpenAICompatibleChatLanguageModel(config.model, {
    provider: "workers_ai.chat",
    // Nothing is sent there: the binding is asked instead.
    url: () => "https://workers-ai.invalid/",
    fetch: bindingFetch(config.ai),
    supportsStructuredOutputs: true,
  });
  return sdkModel({ ...config, provider: "workers_ai", model });
}

/** Throws an Error, at the start, for a base address that may not be called. */
export function workersAiRestModel(config: VendorModelConfig & { accountId: string }): ChatModel {
  return workersAiModel({ ...config, ai: overRest(config) });
}

/** The REST API wraps what the binding gives bare, but for a stream. */
const wrapped = z.object({ success: z.literal(true), result: z.unknown() });

function overRest({ accountId, apiKey, baseUrl }: VendorModelConfig & { accountId: string }): ChatBinding {
  const base = new URL(baseUrl.endsWith("/") ? baseUrl : `${baseUrl}/`);
  const send = vendorFetch("workers_ai", baseUrl);
  return {
    async run(model, inputs, { signal } = {}) {
      const path = `client/v4/accounts/${encodeURIComponent(accountId)}/ai/run/${model}`;
      const response = await send(new URL(path, base), {
        method: "POST",
        headers: { authorization: `Bearer ${apiKey}`, "content-type": "application/json" },
        body: JSON.stringify(inputs),
        ...(signal === undefined ? {} : { signal }),
      });
      if (response.headers.get("content-type")?.includes("event-stream")) return response.body;
      return unwrapped(await response.text());
    },
  };
}

function unwrapped(text: string): unknown {
  try {
    return wrapped.parse(JSON.parse(text)).result;
  } catch {
    // Both complaints quote what came.
    throw vendorFailure("invalid_answer", "workers_ai: the answer has another shape");
  }
}
