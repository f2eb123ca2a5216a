// Claude by Anthropic's Messages API.
//
// Taken from platform.claude.com/docs/en/api/messages (POST /v1/messages, headers x-api-key and anthropic-version; 401 for a key that is
// none, 403 for one that may not, 529 for too much at once), .../docs/en/api/versioning (2023-06-01) and
// .../docs/en/build-with-claude/prompt-caching (cache_control ephemeral on the part that never changes). The AI SDK makes and reads the bodies.
import { AnthropicLanguageModel } from "@ai-sdk/anthropic/internal";
import type { ChatModel } from "./chat-model.ts";
import { type SdkModelConfig, sdkModel } from "./sdk-model.ts";
import { vendorFetch } from "./vendor-fetch.ts";

export interface VendorModelConfig extends Omit<SdkModelConfig, "provider" | "model" | "options"> {
  apiKey: string;
  /** Without the path, e.g. https://api.anthropic.com. */
  baseUrl: string;
  /** The vendor's name for the model. */
  model: string;
}

/** The version of the API that the SDK speaks. */
const API_VERSION = "2023-06-01";

/** Throws an Error, at the start, for a base address that may not be called. */
export function anthropicModel(config: VendorModelConfig): ChatModel {
  const model = new AnthropicLanguageModel(config.model, {
    provider: "anthropic.messages",
    baseURL: new URL("v1", withSlash(config.baseUrl)).href,
    headers: { "x-api-key": config.apiKey, "anthropic-version": API_VERSION },
    fetch: vendorFetch("anthropic", config.baseUrl),
  });
  return sdkModel({ ...config, provider: "anthropic", model });
}

function withSlash(address: string): string {
  return address.endsWith("/") ? address : `${address}/`;
}
