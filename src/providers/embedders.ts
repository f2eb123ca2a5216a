// The models that make vectors, as far as they are configured: OpenAI first, then Workers AI.
import type { Embedder } from "../domain/embedding/embedder.ts";
import type { CallOutConfig } from "./call-out.ts";
import { openaiEmbedder } from "./openai-embeddings.ts";
import { type AiBinding, workersAiEmbedder, workersAiRestEmbedder } from "./workers-ai-embeddings.ts";

/** The variables of src/env.ts that embedders are made of. */
export interface EmbedderConfig {
  OPENAI_API_KEY?: string | undefined;
  OPENAI_BASE_URL: string;
  OPENAI_TIMEOUT: number;
  WORKERS_AI_TIMEOUT: number;
  CLOUDFLARE_ACCOUNT_ID?: string | undefined;
  CLOUDFLARE_API_TOKEN?: string | undefined;
  CLOUDFLARE_API_URL: string;
}

/** The best space first; empty where no vendor is configured. */
export function openEmbedders(
  config: EmbedderConfig,
  ai: AiBinding | undefined,
  made: Pick<CallOutConfig, "circuits" | "metrics">,
): Embedder[] {
  const found: Embedder[] = [];
  if (config.OPENAI_API_KEY) {
    const timeoutMs = config.OPENAI_TIMEOUT * 1000;
    found.push(openaiEmbedder({ ...made, timeoutMs, baseUrl: config.OPENAI_BASE_URL, apiKey: config.OPENAI_API_KEY }));
  }
  const workersAi = openWorkersAi(config, ai, made);
  return workersAi === null ? found : [...found, workersAi];
}

function openWorkersAi(
  config: EmbedderConfig,
  ai: AiBinding | undefined,
  made: Pick<CallOutConfig, "circuits" | "metrics">,
): Embedder | null {
  const timeoutMs = config.WORKERS_AI_TIMEOUT * 1000;
  if (ai !== undefined) return workersAiEmbedder({ ...made, timeoutMs, ai });
  const { CLOUDFLARE_ACCOUNT_ID: accountId, CLOUDFLARE_API_TOKEN: token, CLOUDFLARE_API_URL: baseUrl } = config;
  if (!accountId || !token) return null;
  return workersAiRestEmbedder({ ...made, timeoutMs, baseUrl, accountId, token });
}
