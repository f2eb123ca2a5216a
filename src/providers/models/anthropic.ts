// Claude by Anthropic's Messages API.
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
