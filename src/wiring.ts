// From bindings to the world that verbs act in: here and nowhere else.
import { tracing } from "cloudflare:workers";
import { makeLog } from "./base/log.ts";
import { openDatabase } from "./db/client.ts";
import type { Desk } from "./domain/desk/desk.ts";
import { MetricsBuffer } from "./domain/metrics/buffer.ts";
import type { CaseClockPort, ConversationPort } from "./domain/ports.ts";
import type { Team } from "./domain/team/team-ports.ts";
import type { TurnModels } from "./domain/triage/strategies/types.ts";
import { type Config, type Env, type QueueMessage, readConfig } from "./env.ts";
import { sendMetrics } from "./metrics-hub.ts";
import { type AccessDoor, AccessKeys, openAccess } from "./providers/access.ts";
import { MemoryStore, openCache } from "./providers/cache.ts";
import { openChatwoot } from "./providers/chatwoot.ts";
import { chatwootWebhook } from "./providers/chatwoot-webhook.ts";
import { Circuits } from "./providers/circuit.ts";
import { TokenMemory } from "./providers/docusign-token.ts";
import { openEmbedders } from "./providers/embedders.ts";
import { openEvolution } from "./providers/evolution.ts";
import { evolutionReader } from "./providers/evolution-webhook.ts";
import { openOneSignal } from "./providers/onesignal.ts";
import { oneSignalWebhook } from "./providers/onesignal-webhook.ts";
import { openDocuSignReader, openESign } from "./providers/open-docusign.ts";
import { openPagerDuty } from "./providers/pagerduty.ts";
import { openFiles } from "./providers/r2-files.ts";
import { httpRegistry } from "./providers/registry-http.ts";
import { makeSealer, type Sealer } from "./providers/sealer.ts";
import { openSendGrid } from "./providers/sendgrid.ts";
import { sendGridWebhook } from "./providers/sendgrid-webhook.ts";
import { openSlack } from "./providers/slack.ts";
import { openSlackIncoming } from "./providers/slack-incoming.ts";
import { slackWebhook } from "./providers/slack-webhook.ts";
import { openSpeech } from "./providers/speech/open-speech.ts";
import { vendorGaps } from "./providers/vendor-gaps.ts";
import { openWebhookSender, type WebhookSender } from "./providers/webhook-sender.ts";
import type { QueuedRow, ServiceContext } from "./services/context.ts";
import { tellKeys } from "./services/team/tell-keys.ts";
import { openTurnModels } from "./services/triage/turn-models.ts";
import { linkedSender } from "./services/whatsapp/linked-sender.ts";

/** One isolate's memory behind the cache. */
const memory = new MemoryStore();
/** What this isolate has counted and not yet sent; the end of each invocation takes all that is there. */
const recorded = new MetricsBuffer();
/** What this isolate knows of which vendors are away. */
const circuits = new Circuits({ enterSpan: (name, work) => tracing.enterSpan(name, work) });
/** What this isolate knows of Access's keys. */
const accessKeys = new AccessKeys();
/** This isolate's token at DocuSign. */
const docuSignToken = new TokenMemory();
let sealer: Sealer | undefined;
let webhooks: WebhookSender | undefined;
/** Configurations whose gaps this isolate has told of. */
const told = new WeakSet<Config>();

/** A context for one request, message, alarm or cron; throws where the configuration is not usable. */
export function makeContext(
  env: Env,
  made: { traceId: string; later: (work: Promise<unknown>) => void; now?: () => Date },
): ServiceContext {
  const config = readConfig(env);
  const now = made.now ?? (() => new Date());
  const evolution = openEvolution(config, { circuits, metrics: recorded });
  const log = makeLog(config.LOG_LEVEL, console.log, { trace_id: made.traceId });
  tellGaps(config, log);
  const world: ServiceContext = {
    db: openDatabase({
      url: config.DATABASE_URL,
      httpEndpoint: config.DATABASE_HTTP_ENDPOINT ?? null,
      timeoutMs: config.DATABASE_TIMEOUT * 1000,
      onRoundTrip: countRoundTrip,
    }),
    now,
    log,
    metrics: recorded,
    traceId: made.traceId,
    publicOrigin: config.PUBLIC_ORIGIN,
    settings: {
      jurisdictionMode: config.JURISDICTION_MODE,
      waveSize: config.WAVE_SIZE,
      offerTtlHours: config.OFFER_TTL_HOURS,
      urgentOfferTtlHours: config.URGENT_OFFER_TTL_HOURS,
      contractRemindHours: config.CONTRACT_REMIND_HOURS,
      contractLapseHours: config.CONTRACT_LAPSE_HOURS,
      urgentHours: config.URGENT_HOURS,
      reachWaitMinutes: config.REACH_WAIT_MINUTES,
      whatsappMessages: config.WHATSAPP_MESSAGES,
      maxOffersPerDay: config.MAX_OFFERS_PER_DAY,
      fairness: { strength: config.FAIRNESS_STRENGTH, floor: config.FAIRNESS_FLOOR },
      cacheTtlSeconds: config.CACHE_TTL,
      fileMaxBytes: config.FILE_MAX_MB * 1024 * 1024,
      filesPerCase: config.FILES_PER_CASE,
      embeddingQueryTimeoutMs: config.EMBEDDING_QUERY_TIMEOUT_MS,
      webhooksToThisMachine: config.WEBHOOK_TARGETS === "any",
    },
    cache: openCache(
      {
        url: config.UPSTASH_REDIS_REST_URL ?? null,
        token: config.UPSTASH_REDIS_REST_TOKEN ?? null,
        timeoutMs: config.REDIS_TIMEOUT_MS,
      },
      memory,
      () => now().getTime(),
      log,
      (outcome) => recorded.count("cache_requests_total", { outcome }),
    ),
    sealer: sealerOf(config.BETTER_AUTH_SECRET),
    webhooks: webhooksOf(config.WEBHOOK_TIMEOUT * 1000),
    inbound: openInbound(config),
    embedders: openEmbedders(config, env.AI, { circuits, metrics: recorded }),
    speech: openSpeech(config, env.AI, { circuits, metrics: recorded }),
    senders: openSenders(config),
    whatsapp: evolution?.whatsapp ?? null,
    eSign: openESign(config, { circuits, metrics: recorded, memory: docuSignToken }),
    registry: openRegistry(config),
    files: openFiles(env.FILES),
    desk: openDesk(config),
    team: openTeam(config),
    conversation: (id) => env.CONVERSATION.getByName(id) as unknown as ConversationPort,
    caseClock: (id) => env.CASE_CLOCK.getByName(id) as unknown as CaseClockPort,
    enqueue: async (rows) => {
      // A queue that is away costs a minute, not a message: the row is committed and the relay sends it again.
      try {
        await sendLane(env.HIGH, rows, "high");
        await sendLane(env.LOW, rows, "low");
      } catch (error) {
        log.warn("enqueue_failed", { rows: rows.length, error });
      }
    },
    later: made.later,
  };
  if (evolution !== null) world.senders.whatsapp = linkedSender(world, evolution.sender);
  return world;
}

/** A vendor that is set by half stops nothing, and does nothing: the log says so once, the console's first page as long as it is so. */
function tellGaps(config: Config, log: ServiceContext["log"]): void {
  if (told.has(config)) return;
  told.add(config);
  for (const { vendor, missing, effect } of vendorGaps(config))
    log.warn("vendor_set_by_half", { vendor, missing, effect });
}

/** The secret does not change while an isolate lives. */
function sealerOf(secret: string): Sealer {
  sealer ??= makeSealer(secret);
  return sealer;
}

/** It remembers for a while which receivers were too slow. */
function webhooksOf(timeoutMs: number): WebhookSender {
  webhooks ??= openWebhookSender({ timeoutMs, metrics: recorded });
  return webhooks;
}

/** The models of this deployment, or null where no vendor is configured. */
export function openModels(env: Env): TurnModels | null {
  return openTurnModels(readConfig(env), env.AI, { circuits, metrics: recorded });
}

/** Cloudflare Access in front of this deployment, or null where none is configured. */
export function openAccessDoor(env: Env): AccessDoor | null {
  const { ACCESS_TEAM_DOMAIN: teamDomain, ACCESS_AUD: audience, ACCESS_TIMEOUT } = readConfig(env);
  if (teamDomain === undefined || audience === undefined) return null;
  const config = { teamDomain, audience, timeoutMs: ACCESS_TIMEOUT * 1000 };
  return openAccess(config, { circuits, metrics: recorded, keys: accessKeys });
}

/** Whoever makes a context calls this when its work is done: what was counted leaves as one delta, and the team hears of keys that are refused. */
export function endInvocation(env: Env, ctx: ServiceContext): void {
  sendMetrics(env, recorded, ctx);
  const news = circuits.keys.take();
  if (news.length === 0) return;
  const told = tellKeys(ctx, news).catch((error: unknown) => {
    circuits.keys.forget(news);
    ctx.log.warn("vendor_keys_not_told", { error });
  });
  ctx.later(told);
}

function openRegistry(config: Config): ServiceContext["registry"] {
  if (config.REGISTRY_URL === undefined) return null;
  const { REGISTRY_URL: baseUrl, REGISTRY_KEY: apiKey = null } = config;
  return httpRegistry({ baseUrl, apiKey, timeoutMs: config.REGISTRY_TIMEOUT * 1000, circuits, metrics: recorded });
}

/** One line a vendor: its reader where its key is configured. */
function openInbound(config: Config): ServiceContext["inbound"] {
  const { EVOLUTION_WEBHOOK_TOKEN: evolutionToken, EVOLUTION_INSTANCE: instance } = config;
  const docusign = openDocuSignReader(config);
  return {
    ...(docusign === null ? {} : { docusign }),
    ...(evolutionToken !== undefined && instance !== undefined
      ? { evolution: evolutionReader({ token: evolutionToken, instance }) }
      : {}),
    ...(config.CHATWOOT_WEBHOOK_SECRET === undefined
      ? {}
      : { chatwoot: chatwootWebhook(config.CHATWOOT_WEBHOOK_SECRET) }),
    ...(config.ONESIGNAL_WEBHOOK_TOKEN === undefined
      ? {}
      : { onesignal: oneSignalWebhook(config.ONESIGNAL_WEBHOOK_TOKEN) }),
    ...(config.SENDGRID_WEBHOOK_KEY === undefined ? {} : { sendgrid: sendGridWebhook(config.SENDGRID_WEBHOOK_KEY) }),
    ...(config.SLACK_SIGNING_SECRET === undefined ? {} : { slack: slackWebhook(config.SLACK_SIGNING_SECRET) }),
  };
}

/** One line a vendor: who carries messages out on its channel. */
function openSenders(config: Config): ServiceContext["senders"] {
  const push = openOneSignal(config, { circuits, metrics: recorded });
  const email = openSendGrid(config, { circuits, metrics: recorded });
  return {
    ...(push === null ? {} : { push }),
    ...(email === null ? {} : { email }),
  };
}

function openDesk(config: Config): Desk | null {
  const { CHATWOOT_URL: baseUrl, CHATWOOT_ACCOUNT_ID: accountId, CHATWOOT_INBOX_ID: inboxId } = config;
  const { CHATWOOT_API_TOKEN: apiToken, CHATWOOT_TIMEOUT } = config;
  if (!baseUrl || !accountId || !inboxId || !apiToken) return null;
  const made = { timeoutMs: CHATWOOT_TIMEOUT * 1000, circuits, metrics: recorded };
  return openChatwoot({ baseUrl, accountId, inboxId, apiToken, ...made });
}

function openTeam(config: Config): Team {
  const { SLACK_BOT_TOKEN: botToken, SLACK_CHANNEL: channel, PAGERDUTY_ROUTING_KEY: routingKey } = config;
  const made = { circuits, metrics: recorded };
  const slack = { baseUrl: config.SLACK_URL, timeoutMs: config.SLACK_TIMEOUT * 1000, ...made };
  const pagerDuty = { baseUrl: config.PAGERDUTY_URL, timeoutMs: config.PAGERDUTY_TIMEOUT * 1000, ...made };
  return {
    channel:
      botToken !== undefined && channel !== undefined
        ? openSlack({ ...slack, botToken, channel })
        : config.SLACK_WEBHOOK_URL === undefined
          ? null
          : openSlackIncoming({ ...slack, url: config.SLACK_WEBHOOK_URL }),
    pager: routingKey === undefined ? null : openPagerDuty({ ...pagerDuty, routingKey, source: config.PUBLIC_ORIGIN }),
    locale: config.TEAM_LOCALE,
  };
}

function countRoundTrip(seconds: number, gaveUp: boolean): void {
  recorded.observe("database_query_duration_seconds", {}, seconds);
  if (gaveUp) recorded.count("api_timeouts_total", { service: "database" });
}

async function sendLane(queue: Queue<QueueMessage>, rows: readonly QueuedRow[], lane: "high" | "low"): Promise<void> {
  const messages = rows
    .filter((row) => row.lane === lane)
    .map(({ id, name, traceId, delaySeconds = 0 }) => ({ body: { outboxId: id, name, traceId }, delaySeconds }));
  // 100 messages is the platform's bound on one batch.
  for (let i = 0; i < messages.length; i += 100) await queue.sendBatch(messages.slice(i, i + 100));
}
