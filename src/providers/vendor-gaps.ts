// Vendors that are set by half: whoever forgot a variable is told its name, instead of wondering why nothing happens.

/** `off`: without it the vendor is not used at all. `deaf`: it is used, and what it tells does not arrive. */
export interface VendorGap {
  vendor: string;
  missing: string[];
  effect: "off" | "deaf";
}

interface Needs {
  vendor: string;
  /** It is on when all of these are set. */
  on: readonly string[];
  /** Without these it is not heard. What costs extra there, or is asked for instead, is not among them. */
  hears: readonly string[];
}

const NEEDS: readonly Needs[] = [
  {
    vendor: "DocuSign",
    on: ["DOCUSIGN_INTEGRATION_KEY", "DOCUSIGN_USER_ID", "DOCUSIGN_ACCOUNT_ID", "DOCUSIGN_PRIVATE_KEY"],
    hears: [],
  },
  { vendor: "SendGrid", on: ["SENDGRID_API_KEY", "SENDGRID_FROM"], hears: ["SENDGRID_WEBHOOK_KEY"] },
  { vendor: "OneSignal", on: ["ONESIGNAL_APP_ID", "ONESIGNAL_API_KEY"], hears: [] },
  {
    vendor: "Evolution API",
    on: ["EVOLUTION_URL", "EVOLUTION_API_KEY", "EVOLUTION_INSTANCE"],
    hears: ["EVOLUTION_WEBHOOK_TOKEN"],
  },
  {
    vendor: "Chatwoot",
    on: ["CHATWOOT_URL", "CHATWOOT_ACCOUNT_ID", "CHATWOOT_INBOX_ID", "CHATWOOT_API_TOKEN"],
    hears: ["CHATWOOT_WEBHOOK_SECRET"],
  },
  { vendor: "Slack", on: ["SLACK_BOT_TOKEN", "SLACK_CHANNEL"], hears: ["SLACK_SIGNING_SECRET"] },
  { vendor: "Upstash Redis", on: ["UPSTASH_REDIS_REST_URL", "UPSTASH_REDIS_REST_TOKEN"], hears: [] },
  { vendor: "Cloudflare Access", on: ["ACCESS_TEAM_DOMAIN", "ACCESS_AUD"], hears: [] },
];

/** Names of variables alone, never what they hold; empty where each vendor is set whole or not at all. */
export function vendorGaps(config: Readonly<Record<string, unknown>>): VendorGap[] {
  const isMissing = (name: string) => config[name] === undefined;
  return NEEDS.flatMap(({ vendor, on, hears }): VendorGap[] => {
    if ([...on, ...hears].every(isMissing)) return [];
    const off = on.filter(isMissing);
    if (off.length > 0) return [{ vendor, missing: off, effect: "off" }];
    const deaf = hears.filter(isMissing);
    return deaf.length > 0 ? [{ vendor, missing: deaf, effect: "deaf" }] : [];
  });
}
