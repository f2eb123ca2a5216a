// The settings with which chat models reach the stand-ins.
import type { ChatModelConfig } from "../../src/providers/models/open-chat-models.ts";
import { MODEL_ACCOUNT, MODEL_KEYS, type ModelStandIn } from "./model-stand-ins.ts";

const AWAY = "https://vendor.invalid";

/** Every vendor whose stand-in is given has its key; the others have none. */
export function modelSettings(
  standIns: readonly ModelStandIn[],
  changes: Partial<ChatModelConfig> = {},
): ChatModelConfig {
  const at = (provider: ModelStandIn["provider"]) => standIns.find((standIn) => standIn.provider === provider)?.url;
  const [anthropic, openai, cloudflare] = [at("anthropic"), at("openai"), at("workers_ai")];
  return {
    MODEL_TIMEOUT: 20,
    MODEL_FIRST_TOKEN_MS: 5000,
    ANTHROPIC_API_KEY: anthropic && MODEL_KEYS.anthropic,
    ANTHROPIC_BASE_URL: anthropic ?? AWAY,
    ANTHROPIC_MODEL: "claude-haiku-4-5",
    OPENAI_API_KEY: openai && MODEL_KEYS.openai,
    OPENAI_BASE_URL: openai ?? AWAY,
    OPENAI_MODEL: "gpt-5-mini",
    CLOUDFLARE_ACCOUNT_ID: MODEL_ACCOUNT,
    CLOUDFLARE_API_TOKEN: cloudflare && MODEL_KEYS.workers_ai,
    CLOUDFLARE_API_URL: cloudflare ?? AWAY,
    WORKERS_AI_MODEL: "@cf/meta/llama-3.3-70b-instruct-fp8-fast",
    ...changes,
  };
}
