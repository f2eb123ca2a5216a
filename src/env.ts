// The configuration, parsed once at the door: what is missing or wrong stops the start with its name.
import * as z from "zod";
import { LOG_LEVELS } from "./base/log.ts";
import { CASE_MODES } from "./domain/case-mode.ts";
import { DEFAULT_FAIRNESS } from "./domain/equity/turn.ts";
import { DEFAULT_ZONE } from "./domain/locale.ts";
import { parseOfficeHours } from "./domain/office-hours.ts";
import type { CaseClockPort, ConversationPort, MetricsHubPort } from "./domain/ports.ts";
import { parseSpeechProviders } from "./domain/speech/speech-to-text.ts";
import { DEFAULT_WEIGHTS, parseProviders, parseWeights } from "./domain/triage/strategies/weights.ts";
import type { FileBucket } from "./providers/r2-files.ts";
import type { SpeechBinding } from "./providers/speech/workers-ai.ts";
import { vendorSettings } from "./providers/vendor-settings.ts";
import type { AiBinding } from "./providers/workers-ai-embeddings.ts";

const seconds = (fallback: number, meaning: string) =>
  z.coerce.number().positive().max(600).default(fallback).describe(meaning);
const hours = (fallback: number, meaning: string) =>
  z.coerce.number().positive().max(720).default(fallback).describe(meaning);
function isReadable(hours: string): boolean {
  try {
    return parseOfficeHours(hours, DEFAULT_ZONE).zone !== "";
  } catch (error) {
    return !(error instanceof Error);
  }
}
function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).format(0) !== "";
  } catch (error) {
    return !(error instanceof RangeError);
  }
}
const share = (fallback: number, meaning: string) =>
  z.coerce.number().min(0).max(1).default(fallback).describe(meaning);
const count = (fallback: number, meaning: string) =>
  z.coerce.number().int().positive().default(fallback).describe(meaning);

/** A text that `read` turns into what it means; what it cannot read is said with the variable's name. */
const readBy = <T>(fallback: string, read: (text: string) => T, meaning: string) =>
  z
    .string()
    .default(fallback)
    .transform((text, context) => {
      try {
        return read(text);
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
        context.addIssue({ code: "custom", message: error.message });
        return z.NEVER;
      }
    })
    .describe(meaning);

function providersOrNone(text: string): ReturnType<typeof parseProviders> {
  return text.trim() === "none" ? [] : parseProviders(text);
}

/** Every variable and secret, with its default and its meaning; docs/configuration.md is generated from this. */
export const configSchema = z.object({
  DATABASE_URL: z.string().min(1).describe("Secret. Postgres connection string of the Neon database."),
  DATABASE_HTTP_ENDPOINT: z
    .url()
    .optional()
    .describe("Where Neon's HTTP protocol is spoken when it is not Neon itself."),
  DATABASE_TIMEOUT: seconds(10, "Seconds after which a statement is given up."),
  PUBLIC_ORIGIN: z
    .url()
    .describe("Origin under which people reach Vez, e.g. https://vez.example; links in messages lead there."),
  BETTER_AUTH_SECRET: z.string().min(32).describe("Secret. Signs session cookies; 32 characters or more."),
  OPERATOR_EMAILS: z
    .string()
    .default("")
    .describe("Comma-separated addresses that become operators when they first sign in."),
  SETUP_CODE: z
    .string()
    .min(16)
    .optional()
    .describe(
      "Secret. Makes the first operator at /setup, once, while there is none; 16 characters or more. On one machine each start makes and prints its own.",
    ),
  OPERATOR_SECOND_FACTOR: z
    .enum(["when_set", "required"])
    .default("when_set")
    .describe(
      "Whether an operator's sign-in needs an authenticator app: once he has set one up (when_set), or before he sees anything at all (required).",
    ),
  ACCESS_TEAM_DOMAIN: z
    .string()
    .regex(/^([a-z0-9-]+(\.[a-z0-9-]+)+|http:\/\/127\.0\.0\.1:\d+)$/, "is not like your-team.cloudflareaccess.com")
    .optional()
    .describe(
      "Team domain of Cloudflare Access in front of /ops, e.g. your-team.cloudflareaccess.com; with ACCESS_AUD its tokens sign known operators in.",
    ),
  ACCESS_AUD: z.string().min(1).optional().describe("Audience tag of that Access application."),
  ACCESS_TIMEOUT: seconds(3, "Seconds after which Access's keys are done without, retries included."),
  LOG_LEVEL: z.enum(LOG_LEVELS).default("INFO").describe("Least level of a log line that is written."),
  UPSTASH_REDIS_REST_URL: z.url().optional().describe("Upstash Redis; without it the cache is memory."),
  UPSTASH_REDIS_REST_TOKEN: z.string().optional().describe("Secret. Token of the Upstash database."),
  REDIS_TIMEOUT_MS: count(300, "Milliseconds after which the cache is done without."),
  CACHE_TTL: count(300, "Seconds for which cached figures are kept."),
  OPENAI_API_KEY: z
    .string()
    .optional()
    .describe(
      "Secret. Profiles and cases are compared by OpenAI's text-embedding-3-small; without it by the next space.",
    ),
  OPENAI_BASE_URL: z
    .url()
    .default("https://api.openai.com")
    .describe("Where OpenAI's API answers; the only address that gets its key. A gateway that speaks it will do."),
  OPENAI_TIMEOUT: seconds(
    30,
    "Seconds after which any call to OpenAI is given up, retries included; MODEL_TIMEOUT and SPEECH_TIMEOUT may end one sooner.",
  ),
  OPENAI_MODEL: z
    .string()
    .min(1)
    .default("gpt-5-mini")
    .describe("OpenAI's model that words replies and votes on labels."),
  ANTHROPIC_API_KEY: z
    .string()
    .optional()
    .describe(
      "Secret. Claude words replies and votes on labels in the triage; without it the next model does, or the script alone.",
    ),
  ANTHROPIC_BASE_URL: z
    .url()
    .default("https://api.anthropic.com")
    .describe("Where Anthropic's API answers; the only address that gets its key."),
  ANTHROPIC_TIMEOUT: seconds(
    30,
    "Seconds after which a call to Anthropic is given up; MODEL_TIMEOUT may end it sooner.",
  ),
  ANTHROPIC_MODEL: z.string().min(1).default("claude-haiku-4-5").describe("Anthropic's model that does so."),
  WORKERS_AI_MODEL: z
    .string()
    .min(1)
    .default("@cf/meta/llama-3.3-70b-instruct-fp8-fast")
    .describe("The model on Workers AI that does so, by the AI binding or over REST."),
  INTERVIEWERS: readBy(
    "anthropic,openai,workers_ai",
    providersOrNone,
    'Whose models word replies, best first, as far as they have keys; "none": the script speaks in its own words.',
  ),
  MODEL_TIMEOUT: seconds(12, "Seconds after which one call to a chat model of any vendor is given up."),
  MODEL_FIRST_TOKEN_MS: count(
    4000,
    "Milliseconds that a chat model has for the first word of a reply, before the next model is asked.",
  ),
  CLOUDFLARE_ACCOUNT_ID: z
    .string()
    .optional()
    .describe("Account whose Workers AI is asked for bge-m3 over REST, where there is no AI binding."),
  CLOUDFLARE_API_TOKEN: z.string().optional().describe("Secret. Token for that, with Workers AI: Read alone."),
  CLOUDFLARE_API_URL: z
    .url()
    .default("https://api.cloudflare.com")
    .describe("Where Cloudflare's API answers; the only address that gets its token."),
  WORKERS_AI_TIMEOUT: seconds(
    30,
    "Seconds after which any call to Workers AI is given up, retries included; MODEL_TIMEOUT and SPEECH_TIMEOUT may end one sooner.",
  ),
  EMBEDDING_QUERY_TIMEOUT_MS: count(
    1500,
    "Milliseconds that a search spends on having its words embedded, all models together; then the lexical space serves.",
  ),
  ANALYSTS: readBy(
    "anthropic,openai,workers_ai",
    providersOrNone,
    'Who reads a story for its labels, in the order in which they are asked; those without a key are passed over. "none": the rules alone.',
  ),
  MODEL_WEIGHTS: readBy(
    DEFAULT_WEIGHTS,
    parseWeights,
    "How much each voter's labels count where several read one story; only the proportions matter. `scripted` are the house's own rules, which always vote.",
  ),
  TURN_BUDGET_MS: count(
    20_000,
    "Milliseconds for one whole turn, all models together; then the rules' own reply stands.",
  ),
  FIRST_TOKEN_MS: count(1500, "Milliseconds after which the page says what is happening while no word has come."),
  DEBOUNCE_MS: z.coerce
    .number()
    .int()
    .min(0)
    .max(10_000)
    .default(700)
    .describe("Milliseconds that a turn waits for the next message: what comes within them is one turn."),
  SPEECH_PROVIDERS: readBy(
    "workers_ai,openai",
    parseSpeechProviders,
    'Who turns recordings into words, first asked first, as far as they have keys or a binding; "none": nobody listens, and people write.',
  ),
  SPEECH_TIMEOUT: seconds(
    20,
    "Seconds after which one of them, of whichever vendor, is given up, its retry included, and the next is asked.",
  ),
  SPEECH_MAX_MB: z.coerce
    .number()
    .positive()
    .max(20)
    .default(10)
    .describe("Megabytes of one recording; ten minutes of a phone's voice message are two."),
  OPENAI_SPEECH_MODEL: z
    .string()
    .min(1)
    .default("gpt-4o-mini-transcribe")
    .describe("OpenAI's model that does so; Workers AI uses whisper-large-v3-turbo."),
  FILE_MAX_MB: z.coerce.number().int().min(1).max(15).default(10).describe("Megabytes of one file that a client adds."),
  REGISTRY_URL: z
    .url()
    .optional()
    .describe("Gateway to the registers of lawyers and doctors (POST lookup); without it operators look entries up."),
  REGISTRY_KEY: z.string().optional().describe("Secret. Bearer key of that gateway."),
  REGISTRY_TIMEOUT: seconds(10, "Seconds after which a look-up is given up, retries included."),
  FILES_PER_CASE: count(30, "Files that one case holds."),
  JURISDICTION_MODE: z
    .enum(CASE_MODES)
    .default("matching")
    .describe(
      "How new cases find their professional where no tenant's row says so: Vez proposes (matching), or the client chooses from a neutrally ordered list (directory).",
    ),
  WAVE_SIZE: z.coerce.number().int().min(1).max(10).default(3).describe("Offers that go out together for one case."),
  OFFER_TTL_HOURS: hours(24, "Hours for which an offer can be answered."),
  URGENT_OFFER_TTL_HOURS: hours(2, "The same for an urgent case."),
  CONTRACT_REMIND_HOURS: hours(72, "Whoever has not signed a contract after so many hours is reminded."),
  CONTRACT_LAPSE_HOURS: hours(
    96,
    "A contract that the professional has not signed after so many hours is void, and the case is searched for again.",
  ),
  URGENT_HOURS: hours(48, "A case that must be acted on within so many hours is urgent."),
  REACH_WAIT_MINUTES: z.coerce
    .number()
    .min(0)
    .max(1440)
    .default(10)
    .describe(
      "Minutes that the search of a case from the pages waits for its client to say how to be reached safely; urgent cases never wait. 0: no case does.",
    ),
  FAIRNESS_STRENGTH: share(
    DEFAULT_FAIRNESS.strength,
    "How much turns weigh against fit among those who fit: 0 is fit alone, 1 is turns alone. What each costs is in docs/decisions/equity.md.",
  ),
  FAIRNESS_FLOOR: share(
    DEFAULT_FAIRNESS.floor,
    "Share of the best score from which somebody fits well enough to have a turn before others.",
  ),
  MAX_OFFERS_PER_DAY: count(10, "Most offers that one professional gets in 24 hours."),
  CONVERSATION_TTL_DAYS: z.coerce
    .number()
    .positive()
    .max(3650)
    .default(90)
    .describe("Days after the person's last word for which a conversation is kept that never became a case."),
  OFFICE_HOURS: z
    .string()
    .default("always")
    .refine(isReadable, 'is not like "mon-fri 08:00-20:00, sat 09:00-13:00", or "always"')
    .describe(
      'When people of the team answer, e.g. "mon-fri 08:00-20:00, sat 09:00-13:00"; national holidays are closed. "always": around the clock, and nobody is told a time.',
    ),
  OFFICE_ZONE: z
    .string()
    .default(DEFAULT_ZONE)
    .refine(isZone, "is not a time zone like America/Sao_Paulo")
    .describe("Time zone in which OFFICE_HOURS are meant."),
  WHATSAPP_MESSAGES: count(
    20,
    "Messages that one phone may send on WhatsApp in five minutes and be answered as they come. More are kept and answered together each half minute, danger at once; beyond ten times as many it is asked to wait.",
  ),
  SIGN_IN_CODES_PER_HOUR: count(5, "Sign-in codes that one address is sent in an hour; in a day four times as many."),
  MAX_STREAMS: count(4000, "Readers of live streams that one process holds; the next gets a 503 with Retry-After."),
  MAX_STREAMS_PER_PERSON: count(10, "The same for one person; the next gets a 429."),
  WEBHOOK_TIMEOUT: seconds(10, "Seconds after which one try to deliver a webhook is given up."),
  WEBHOOK_TARGETS: z
    .enum(["public", "any"])
    .default("public")
    .describe('Where webhooks may go: "public" is https to public addresses; "any" is for one machine alone.'),
  ...vendorSettings,
  METRICS_TOKEN: z
    .string()
    .min(16)
    .optional()
    .describe("Secret. Bearer token with which Prometheus reads /metrics; without it only an operator's session can."),
  METRICS_SHARDS: z.coerce
    .number()
    .int()
    .min(1)
    .max(64)
    .default(4)
    .describe(
      "Objects that share the metrics' totals, each good for some 500 requests a second; raise it, never lower it.",
    ),
});

export type Config = z.infer<typeof configSchema>;

/** The Worker's bindings as wrangler.toml names them; plain variables come parsed as Config. */
export interface Env extends Record<keyof Config, unknown> {
  CONVERSATION: DurableObjectNamespace<ConversationPort & Rpc.DurableObjectBranded>;
  CASE_CLOCK: DurableObjectNamespace<CaseClockPort & Rpc.DurableObjectBranded>;
  JOB_LEDGER: DurableObjectNamespace;
  METRICS: DurableObjectNamespace<MetricsHubPort & Rpc.DurableObjectBranded>;
  HIGH: Queue<QueueMessage>;
  LOW: Queue<QueueMessage>;
  ASSETS: Fetcher;
  /** The clients' files. */
  FILES: FileBucket;
  /** Workers AI; absent on one machine. */
  AI?: AiBinding & SpeechBinding;
  /** Abuse filter per session and route, and per address where there is none; absent where the platform has none. */
  RATE_LIMIT?: RateLimit;
  /** The same for all that comes from one address. */
  RATE_LIMIT_ADDRESS?: RateLimit;
  /** Recordings from one address: each is paid for. */
  RATE_LIMIT_VOICE?: RateLimit;
  /** Uploads from one address. */
  RATE_LIMIT_FILES?: RateLimit;
  /** Webhooks from one address of a vendor. */
  RATE_LIMIT_WEBHOOKS?: RateLimit;
}

/** What travels through a queue: the outbox row says the rest. */
export interface QueueMessage {
  outboxId: string;
  name: string;
  traceId: string;
}

const parsed = new WeakMap<object, Config>();

/** Throws an Error that names the variables, never their values. */
export function readConfig(env: Env): Config {
  const known = parsed.get(env);
  if (known !== undefined) return known;
  const result = configSchema.safeParse(env);
  if (!result.success) {
    const names = result.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    throw new Error(`Configuration is not usable: ${names.join("; ")}`);
  }
  parsed.set(env, result.data);
  return result.data;
}
