// The vendors that know us by a key of ours: how each is called, and which variables hold what it may refuse.

export interface KeyedVendor {
  name: string;
  /** Any of these may be what it refuses; without all of them it is not asked. */
  variables: readonly string[];
  /** Sign-in codes, or what people wait for on their phone, stop with it: somebody is woken. */
  wakes: boolean;
}

/** By the metrics' label `service`. */
export const KEYED_VENDORS = {
  sendgrid: { name: "SendGrid", variables: ["SENDGRID_API_KEY", "SENDGRID_FROM"], wakes: true },
  evolution: { name: "Evolution API", variables: ["EVOLUTION_API_KEY", "EVOLUTION_INSTANCE"], wakes: true },
  onesignal: { name: "OneSignal", variables: ["ONESIGNAL_API_KEY", "ONESIGNAL_APP_ID"], wakes: false },
  docusign: {
    name: "DocuSign",
    variables: ["DOCUSIGN_PRIVATE_KEY", "DOCUSIGN_INTEGRATION_KEY", "DOCUSIGN_USER_ID", "DOCUSIGN_ACCOUNT_ID"],
    wakes: false,
  },
  chatwoot: { name: "Chatwoot", variables: ["CHATWOOT_API_TOKEN", "CHATWOOT_ACCOUNT_ID"], wakes: false },
  slack: { name: "Slack", variables: ["SLACK_BOT_TOKEN", "SLACK_CHANNEL", "SLACK_WEBHOOK_URL"], wakes: false },
  pagerduty: { name: "PagerDuty", variables: ["PAGERDUTY_ROUTING_KEY"], wakes: false },
  openai: { name: "OpenAI", variables: ["OPENAI_API_KEY"], wakes: false },
  anthropic: { name: "Anthropic", variables: ["ANTHROPIC_API_KEY"], wakes: false },
  workers_ai: { name: "Workers AI", variables: ["CLOUDFLARE_API_TOKEN", "CLOUDFLARE_ACCOUNT_ID"], wakes: false },
  registry: { name: "Registry", variables: ["REGISTRY_KEY"], wakes: false },
} as const satisfies Record<string, KeyedVendor>;

export type KeyedVendorId = keyof typeof KEYED_VENDORS;

/** Null for a vendor that knows no key of ours, or a name that is none. */
export function keyedVendor(id: string): KeyedVendor | null {
  return Object.hasOwn(KEYED_VENDORS, id) ? KEYED_VENDORS[id as KeyedVendorId] : null;
}
