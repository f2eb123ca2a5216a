// Every metric that Vez counts or times: its name, its meaning, and the only values that its labels may have.
import { INBOUND_VENDORS } from "../inbound/vendor-webhook.ts";
import { NOTIFICATION_KINDS } from "../notifications/kinds.ts";
import { SPEECH_PROVIDERS } from "../speech/speech-to-text.ts";

declare const routePattern: unique symbol;
/** A route as the router was given it, e.g. /api/v2/cases/:caseId; never an address that somebody asked for. */
export type RoutePattern = string & { readonly [routePattern]: true };
/** Stands in the table for a label that holds a RoutePattern. */
export const ROUTE = "route pattern";

/** What a label's value may be. A list ends the question what could be in it: no id, no name, no text of a person. */
export type AllowedValues = readonly string[] | typeof ROUTE;
export type LabelTable = Readonly<Record<string, AllowedValues>>;

export interface MetricSpec {
  kind: "counter" | "histogram";
  help: string;
  labels: LabelTable;
  /** Upper bounds in seconds, ascending; other bounds for the same name need another name, since totals outlive a release. */
  buckets: readonly number[];
}

const counter = <const L extends LabelTable>(help: string, labels: L) => ({
  kind: "counter" as const,
  help,
  labels,
  buckets: [],
});
const histogram = <const L extends LabelTable>(help: string, labels: L, buckets: readonly number[]) => ({
  kind: "histogram" as const,
  help,
  labels,
  buckets,
});

/** A statement takes milliseconds; ten seconds is the default timeout. */
const QUICK = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
/** What waits for vendors or people: up to a minute. */
const SLOW = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

export const JOB_NAMES = [
  "relay",
  "restart-searches",
  "sweep-offers",
  "equity-window",
  "sweep-unsigned",
  "docusign-poll",
  "sweep-silence",
  "response-times",
  "sweep-files",
  "forget-codes",
  "sweep-notifications",
  "emit-webhooks",
  "sweep-idempotency",
  "sweep-webhooks",
  "sweep-vendor-events",
  "sweep-outbox",
  "lift-suspensions",
  "sweep-papers",
  "equity",
] as const;
export type JobName = (typeof JOB_NAMES)[number];

const EMBEDDING_SOURCES = ["openai", "workers_ai", "lexical"] as const;
/** Parts that fall back, and those that are fallen back to: apart, for a label's values multiply. */
const FALLING = [
  ...(["openai", "workers_ai", "anthropic", "redis", "learned"] as const),
  ...(["docusign", "sendgrid", "onesignal", "evolution"] as const),
] as const;
const FALLBACKS = [
  ...EMBEDDING_SOURCES,
  ...(["anthropic", "scripted", "memory", "preset", "manual", "in_app", "sendgrid", "onesignal", "evolution"] as const),
] as const;
const FALLBACK_REASONS = [
  ...(["timeout", "error", "rate_limited", "open_circuit", "overloaded", "invalid_answer", "no_vectors"] as const),
  ...(["refused", "voided"] as const),
] as const;
const SERVICES = [
  "openai",
  "workers_ai",
  "anthropic",
  "database",
  "redis",
  "docusign",
  "sendgrid",
  "onesignal",
  "evolution",
  "chatwoot",
  "slack",
  "pagerduty",
  "cloudflare_access",
  "registry",
  "webhook",
] as const;
/** The models that triage asks, what they are asked for, how a call ended, and why the guard kept a sentence back. */
const MODEL_PROVIDERS = ["anthropic", "openai", "workers_ai"] as const;
const MODEL_ROLES = ["interviewer", "analyst"] as const;
const MODEL_OUTCOMES = ["answered", "invalid", "failed", "timeout", "stopped"] as const;
export const GUARD_DROPS = [
  ...(["echo", "human_claim", "legal_advice", "outcome", "promise", "contact", "name", "medical"] as const),
  ...(["secret", "language", "second_question", "long_question", "other_question", "too_long"] as const),
  ...(["added", "repeated", "nothing_said", "other"] as const),
] as const;
const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "other"] as const;
const STATUSES = [
  ...["200", "201", "202", "204", "206", "301", "302", "303", "304", "307", "308"],
  ...["400", "401", "403", "404", "405", "406", "409", "410", "413", "415", "422", "426", "429"],
  ...["500", "501", "502", "503", "504", "other"],
] as const;
const SIGNING_METHODS = ["manual", "docusign"] as const;
export const METRICS = {
  triage_requests_total: counter("Triages by how far they came.", {
    status: ["started", "completed", "no_legal_problem", "handed_off", "stopped"],
  }),
  triage_duration_seconds: histogram("From a person's words to the answer.", {}, SLOW),
  matches_found_total: counter("Professionals chosen by matches that led to a wave.", {}),
  matching_duration_seconds: histogram("One match: retrieval, features, ranking.", {}, QUICK),
  offers_created_total: counter("Offers stored.", {}),
  contract_creation_total: counter("Contracts made, by how they are signed.", { method: SIGNING_METHODS }),
  contracts_signed_total: counter("Contracts that both parties have signed.", {}),
  notifications_sent_total: counter("Messages to people, by occasion; stored is waiting in its inbox.", {
    type: NOTIFICATION_KINDS,
    status: ["stored", "sent", "delivered", "opened", "failed", "refused", "unsure", "withheld"],
  }),
  notification_duration_seconds: histogram("One hand-over of messages to their channels.", {}, QUICK),
  vendor_events_total: counter(
    "Webhooks of vendors by what became of each event; unknown is a type that nobody here knows.",
    {
      vendor: INBOUND_VENDORS,
      outcome: ["taken", "repeated", "refused", "handled", "unknown", "failed"],
    },
  ),
  whatsapp_beyond_pace_total: counter(
    "Messages of phones that write faster than WHATSAPP_MESSAGES, by whether they were kept or told to wait.",
    { became: ["held", "dropped"] },
  ),
  job_executions_total: counter("Runs of jobs; skipped because the last one still ran.", {
    job: JOB_NAMES,
    outcome: ["succeeded", "failed", "skipped"],
  }),
  api_requests_total: counter("Requests by the route's pattern.", { route: ROUTE, method: METHODS, status: STATUSES }),
  api_timeouts_total: counter("Calls that were given up for their time.", { service: SERVICES }),
  external_api_duration_seconds: histogram("Calls to vendors, retries included.", { service: SERVICES }, SLOW),
  database_query_duration_seconds: histogram("Round trips to the database: a statement or a batch.", {}, QUICK),
  embedding_source_total: counter("Texts embedded, by who did it.", { source: EMBEDDING_SOURCES }),
  fallback_usage_total: counter("Steps down from one part to the next.", {
    from: FALLING,
    to: FALLBACKS,
    reason: FALLBACK_REASONS,
  }),
  speech_calls_total: counter("Recordings given to a model, by how it went; nothing is a recording without words.", {
    provider: SPEECH_PROVIDERS,
    outcome: [
      "heard",
      "nothing",
      "timeout",
      "error",
      "rate_limited",
      "open_circuit",
      "overloaded",
      "invalid_answer",
      "refused",
    ],
  }),
  ranking_model_total: counter("Rankings, by the kind of model that made them.", {
    model: ["preset", "blend", "learned"],
  }),
  model_calls_total: counter("Calls to language models of the triage, by how they ended.", {
    provider: MODEL_PROVIDERS,
    role: MODEL_ROLES,
    outcome: MODEL_OUTCOMES,
  }),
  model_tokens_total: counter("Tokens that those calls cost; cached_input is what a prompt cache served.", {
    provider: MODEL_PROVIDERS,
    kind: ["input", "cached_input", "output"],
  }),
  guard_dropped_total: counter("Sentences of models that were kept back, by why.", { kind: GUARD_DROPS }),
  cache_requests_total: counter("Looks into the cache.", { outcome: ["hit", "miss"] }),
  metrics_series_refused_total: counter("Label combinations beyond what one shard keeps of a metric.", {}),
} satisfies Record<string, MetricSpec>;

type Table = typeof METRICS;
export type MetricName = keyof Table;
type NamesOf<K extends MetricSpec["kind"]> = { [N in MetricName]: Table[N]["kind"] extends K ? N : never }[MetricName];
export type CounterName = NamesOf<"counter">;
export type HistogramName = NamesOf<"histogram">;
type ValueOf<V> = V extends readonly (infer S)[] ? S : RoutePattern;
/** The labels that a metric must be given, no more and no fewer; `{}` for one without. */
export type LabelsOf<N extends MetricName> = keyof Table[N]["labels"] extends never
  ? Record<string, never>
  : { readonly [L in keyof Table[N]["labels"]]: ValueOf<Table[N]["labels"][L]> };
