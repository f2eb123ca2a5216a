// Every vendor's stand-in, the settings by which a product finds it, and what it has taken so far.
import { CHATWOOT_SECRET, CHATWOOT_TOKEN, INBOX, serveChatwoot } from "../../tests/support/chatwoot-stand-in.ts";
import { type DocuSignFault, startDocuSign } from "../../tests/support/docusign-stand-in.ts";
import { serveEvolution } from "../../tests/support/evolution-stand-in.ts";
import { MODEL_ACCOUNT, MODEL_KEYS, type ModelFault, serveModel } from "../../tests/support/model-stand-ins.ts";
import {
  ONESIGNAL_APP,
  ONESIGNAL_KEY,
  ONESIGNAL_TOKEN,
  serveOneSignal,
} from "../../tests/support/onesignal-stand-in.ts";
import { ROUTING_KEY, servePagerDuty } from "../../tests/support/pagerduty-stand-in.ts";
import { SENDGRID_FROM, SENDGRID_KEY, serveSendGrid } from "../../tests/support/sendgrid-stand-in.ts";
import { SLACK_CHANNEL, SLACK_SECRET, SLACK_TOKEN, serveSlack } from "../../tests/support/slack-stand-in.ts";
import { type Fault, pace } from "../../tests/support/vendor-stand-in.ts";

export const VENDORS = [
  ...(["anthropic", "openai", "workers_ai"] as const),
  ...(["docusign", "sendgrid", "onesignal", "evolution", "chatwoot", "slack", "pagerduty"] as const),
] as const;
export type Vendor = (typeof VENDORS)[number];

/** How a vendor fails to answer. */
export const CALL_FAULTS = ["refuses", "hangs", "drips", "429", "500", "truncated", "wrong_shape"] as const;
export type CallFault = (typeof CALL_FAULTS)[number];

/** A timeout is what a person waits for: short enough that a run takes minutes, long enough for a busy machine. */
const TIMEOUT_SECONDS = "2";

/** As long as a circuit waits by itself. */
const RETRY_AFTER_SECONDS = 10;

const NAMES: Record<CallFault, Extract<Fault, DocuSignFault>> = {
  refuses: "refused_connection",
  hangs: "hangs",
  drips: "drips",
  "429": "rate_limited",
  "500": "status_500",
  truncated: "truncated",
  wrong_shape: "wrong_shape",
};
const MODEL_NAMES: Record<CallFault, ModelFault> = {
  refuses: "refused_connection",
  hangs: "hangs",
  drips: "drips",
  "429": "rate_limited",
  "500": "status_500",
  truncated: "cut_in_the_middle",
  wrong_shape: "wrong_shape",
};

export type StandIns = Awaited<ReturnType<typeof openVendors>>;

export async function openVendors() {
  pace.retryAfterSeconds = RETRY_AFTER_SECONDS;
  const [anthropic, openai, workersAi, docusign, sendgrid, onesignal, evolution, chatwoot, slack, pagerduty] =
    await Promise.all([
      serveModel("anthropic"),
      serveModel("openai"),
      serveModel("workers_ai"),
      startDocuSign(),
      serveSendGrid(),
      serveOneSignal(),
      serveEvolution(),
      serveChatwoot(),
      serveSlack(),
      servePagerDuty(),
    ]);
  const all = { anthropic, openai, workers_ai: workersAi, docusign, sendgrid, onesignal, evolution, chatwoot, slack };
  const requests = new Map<Vendor, number>();
  const asked = (vendor: Vendor): number => {
    if (vendor === "docusign") return docusign.asked.length;
    const standIn = vendor === "pagerduty" ? pagerduty : all[vendor];
    const count = (requests.get(vendor) ?? 0) + standIn.takeRequests().length;
    requests.set(vendor, count);
    return count;
  };
  const faults: Record<Vendor, (fault: CallFault | null) => void> = {
    anthropic: (fault) => anthropic.fail(fault && MODEL_NAMES[fault]),
    openai: (fault) => openai.fail(fault && MODEL_NAMES[fault]),
    workers_ai: (fault) => workersAi.fail(fault && MODEL_NAMES[fault]),
    docusign: (fault) => docusign.fail(fault && NAMES[fault]),
    sendgrid: (fault) => sendgrid.fail(fault && NAMES[fault]),
    onesignal: (fault) => onesignal.fail(fault && NAMES[fault]),
    evolution: (fault) => evolution.fail(fault && NAMES[fault]),
    chatwoot: (fault) => chatwoot.fail(fault && NAMES[fault]),
    slack: (fault) => slack.fail(fault && NAMES[fault]),
    pagerduty: (fault) => pagerduty.fail(fault && NAMES[fault]),
  };
  const taken: Record<Vendor, () => number> = {
    anthropic: () => asked("anthropic"),
    openai: () => asked("openai"),
    workers_ai: () => asked("workers_ai"),
    docusign: () => docusign.envelopes.length,
    sendgrid: () => sendgrid.letters.length,
    onesignal: () => onesignal.pushes.length,
    evolution: () => evolution.accepted.length,
    chatwoot: () => chatwoot.threads.reduce((sum, { messages }) => sum + messages.length, 0),
    slack: () => slack.posted.length,
    pagerduty: () => [...pagerduty.incidents.values()].reduce((sum, { triggered }) => sum + triggered, 0),
  };
  return {
    ...all,
    pagerduty,
    fail: (vendor: Vendor, fault: CallFault | null) => faults[vendor](fault),
    /** How often it was asked, well or not. */
    asked,
    /** How much a vendor has taken since it was opened; of a model: how often it was asked. */
    taken: (vendor: Vendor) => taken[vendor](),
    env: {
      // See people.ts.
      MAX_OFFERS_PER_DAY: "1000",
      ANTHROPIC_API_KEY: MODEL_KEYS.anthropic,
      ANTHROPIC_BASE_URL: anthropic.url,
      OPENAI_API_KEY: MODEL_KEYS.openai,
      OPENAI_BASE_URL: openai.url,
      OPENAI_TIMEOUT: TIMEOUT_SECONDS,
      CLOUDFLARE_ACCOUNT_ID: MODEL_ACCOUNT,
      CLOUDFLARE_API_TOKEN: MODEL_KEYS.workers_ai,
      CLOUDFLARE_API_URL: workersAi.url,
      WORKERS_AI_TIMEOUT: TIMEOUT_SECONDS,
      MODEL_TIMEOUT: TIMEOUT_SECONDS,
      MODEL_FIRST_TOKEN_MS: "1000",
      TURN_BUDGET_MS: "8000",
      ...docusign.settings,
      // A token and an envelope.
      DOCUSIGN_TIMEOUT: "4",
      SENDGRID_API_KEY: SENDGRID_KEY,
      SENDGRID_FROM,
      SENDGRID_URL: sendgrid.url,
      SENDGRID_WEBHOOK_KEY: sendgrid.publicKey,
      SENDGRID_TIMEOUT: TIMEOUT_SECONDS,
      ONESIGNAL_APP_ID: ONESIGNAL_APP,
      ONESIGNAL_API_KEY: ONESIGNAL_KEY,
      ONESIGNAL_WEBHOOK_TOKEN: ONESIGNAL_TOKEN,
      ONESIGNAL_URL: onesignal.url,
      ONESIGNAL_TIMEOUT: TIMEOUT_SECONDS,
      ...evolution.settings(),
      EVOLUTION_TIMEOUT: TIMEOUT_SECONDS,
      CHATWOOT_URL: chatwoot.url,
      CHATWOOT_ACCOUNT_ID: "1",
      CHATWOOT_INBOX_ID: String(INBOX),
      CHATWOOT_API_TOKEN: CHATWOOT_TOKEN,
      CHATWOOT_WEBHOOK_SECRET: CHATWOOT_SECRET,
      CHATWOOT_TIMEOUT: TIMEOUT_SECONDS,
      SLACK_BOT_TOKEN: SLACK_TOKEN,
      SLACK_CHANNEL,
      SLACK_SIGNING_SECRET: SLACK_SECRET,
      SLACK_URL: slack.url,
      SLACK_TIMEOUT: TIMEOUT_SECONDS,
      PAGERDUTY_ROUTING_KEY: ROUTING_KEY,
      PAGERDUTY_URL: pagerduty.url,
      PAGERDUTY_TIMEOUT: TIMEOUT_SECONDS,
    } as Record<string, string>,
    close: () => Promise.all([...Object.values(all), pagerduty].map((standIn) => standIn.close())),
  };
}
