// Who turns voice into words, as far as they are configured, in the order of the setting.
import type { SpeechProvider, SpeechToText } from "../../domain/speech/speech-to-text.ts";
import type { CallOutConfig } from "../call-out.ts";
import { openaiSpeech } from "./openai.ts";
import { type SpeechBinding, workersAiRestSpeech, workersAiSpeech } from "./workers-ai.ts";

/** The variables of src/env.ts that it is made of. */
export interface SpeechConfig {
  SPEECH_PROVIDERS: readonly SpeechProvider[];
  /** Seconds for one call to any of them; a vendor's own bound holds too where it is smaller. */
  SPEECH_TIMEOUT: number;
  OPENAI_TIMEOUT?: number;
  WORKERS_AI_TIMEOUT?: number;
  OPENAI_API_KEY?: string | undefined;
  OPENAI_BASE_URL: string;
  OPENAI_SPEECH_MODEL: string;
  CLOUDFLARE_ACCOUNT_ID?: string | undefined;
  CLOUDFLARE_API_TOKEN?: string | undefined;
  CLOUDFLARE_API_URL: string;
}

type Made = Pick<CallOutConfig, "circuits" | "metrics">;

/** Who is asked first stands first; empty where nobody is configured. */
export function openSpeech(config: SpeechConfig, ai: SpeechBinding | undefined, made: Made): SpeechToText[] {
  const open: Record<SpeechProvider, () => SpeechToText | null> = {
    workers_ai: () => openWorkersAi(config, ai, made),
    openai: () => openOpenAi(config, made),
  };
  return config.SPEECH_PROVIDERS.flatMap((provider) => open[provider]() ?? []);
}

function openWorkersAi(config: SpeechConfig, ai: SpeechBinding | undefined, made: Made): SpeechToText | null {
  const timeoutMs = Math.min(config.SPEECH_TIMEOUT, config.WORKERS_AI_TIMEOUT ?? config.SPEECH_TIMEOUT) * 1000;
  if (ai !== undefined) return workersAiSpeech({ ...made, timeoutMs, ai });
  const { CLOUDFLARE_ACCOUNT_ID: accountId, CLOUDFLARE_API_TOKEN: token, CLOUDFLARE_API_URL: baseUrl } = config;
  if (!accountId || !token) return null;
  return workersAiRestSpeech({ ...made, timeoutMs, baseUrl, accountId, token });
}

function openOpenAi(config: SpeechConfig, made: Made): SpeechToText | null {
  const { OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: baseUrl, OPENAI_SPEECH_MODEL: model } = config;
  const timeoutMs = Math.min(config.SPEECH_TIMEOUT, config.OPENAI_TIMEOUT ?? config.SPEECH_TIMEOUT) * 1000;
  return apiKey ? openaiSpeech({ ...made, timeoutMs, baseUrl, apiKey, model }) : null;
}
