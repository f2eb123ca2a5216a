// The variables of the vendors who write to people, take signatures and call the team: each may be left out.
import * as z from "zod";
import { allowedBase } from "./http.ts";

const secret = (meaning: string) => z.string().min(1).optional().describe(`Secret. ${meaning}`);
const given = (meaning: string) => z.string().min(1).optional().describe(meaning);
/** A key is sent there: by https, or on this machine. Refused here with the variable's name, and not at the first call. */
const address = () => z.url().refine(mayBeCalled, "must begin with https:// (http:// on this machine alone)");
const addressOr = (fallback: string, meaning: string) => address().default(fallback).describe(meaning);
const number = (meaning: string) => z.string().regex(/^\d+$/, "is a number").optional().describe(meaning);
const seconds = (fallback: number, vendor: string) =>
  z.coerce
    .number()
    .positive()
    .max(600)
    .default(fallback)
    .describe(`Seconds after which a call to ${vendor} is given up, retries included.`);

function mayBeCalled(text: string): boolean {
  try {
    return allowedBase(text).href !== "";
  } catch (error) {
    return !(error instanceof Error);
  }
}

/** Spread into the configuration's schema (src/env.ts). A vendor is on when all that it needs is set. */
export const vendorSettings = {
  DOCUSIGN_INTEGRATION_KEY: given("DocuSign's integration key; with the three below contracts are signed there first."),
  DOCUSIGN_USER_ID: given("The DocuSign user in whose name envelopes are sent."),
  DOCUSIGN_ACCOUNT_ID: given("The DocuSign account that holds them."),
  DOCUSIGN_PRIVATE_KEY: secret("RSA key (PEM, PKCS#8 or PKCS#1) of that integration, for the JWT grant."),
  DOCUSIGN_CONNECT_KEYS: secret(
    "Comma-separated HMAC keys of DocuSign Connect, any of which may sign a webhook; without one DocuSign is asked every 15 minutes.",
  ),
  DOCUSIGN_OAUTH_URL: addressOr(
    "https://account.docusign.com",
    "Where DocuSign gives tokens (account-d.docusign.com: demo).",
  ),
  DOCUSIGN_BASE_URL: addressOr("https://na4.docusign.net", "Base of the account's eSign API, as userinfo names it."),
  DOCUSIGN_TIMEOUT: seconds(45, "DocuSign"),
  ONESIGNAL_APP_ID: given("OneSignal's app; with its key people may be told by push."),
  ONESIGNAL_API_KEY: secret("OneSignal's app API key."),
  ONESIGNAL_WEBHOOK_TOKEN: secret("What OneSignal's event streams send in the header authorization, after Bearer."),
  ONESIGNAL_URL: addressOr("https://api.onesignal.com", "Where OneSignal's API answers."),
  ONESIGNAL_TIMEOUT: seconds(15, "OneSignal"),
  SENDGRID_API_KEY: secret("SendGrid's key, with Mail Send alone; with SENDGRID_FROM e-mails go out."),
  SENDGRID_FROM: z.email().optional().describe("The address that e-mails come from, verified at SendGrid."),
  SENDGRID_REPLY_TO: z.email().optional().describe("Where answers to those e-mails go; without it to SENDGRID_FROM."),
  SENDGRID_WEBHOOK_KEY: given("Public key (base64) with which SendGrid's signed event webhook is checked."),
  SENDGRID_URL: addressOr("https://api.sendgrid.com", "Where SendGrid's API answers."),
  SENDGRID_TIMEOUT: seconds(15, "SendGrid"),
  EVOLUTION_URL: address()
    .optional()
    .describe("Your Evolution API server; with its key and instance Vez speaks WhatsApp."),
  EVOLUTION_API_KEY: secret("Key of that instance."),
  EVOLUTION_INSTANCE: given("Name of that instance."),
  EVOLUTION_WEBHOOK_TOKEN: secret(
    "What the server sends in the header authorization, after Bearer, with each webhook.",
  ),
  EVOLUTION_TIMEOUT: seconds(15, "the Evolution API"),
  CHATWOOT_URL: address().optional().describe("Your Chatwoot; with the four below conversations are mirrored there."),
  CHATWOOT_ACCOUNT_ID: number("Number of the account."),
  CHATWOOT_INBOX_ID: number("Number of the inbox (of the kind API)."),
  CHATWOOT_API_TOKEN: secret("Access token of an administrator: nobody else may delete there what Vez forgets."),
  CHATWOOT_WEBHOOK_SECRET: secret("Secret with which Chatwoot signs its webhooks."),
  CHATWOOT_TIMEOUT: seconds(15, "Chatwoot"),
  SLACK_BOT_TOKEN: secret("Slack bot token (chat:write); with SLACK_CHANNEL the team is told there."),
  SLACK_CHANNEL: given("Id of the channel."),
  SLACK_WEBHOOK_URL: address()
    .optional()
    .describe("Secret. An incoming webhook of Slack, in place of a bot: alerts alone, without buttons."),
  SLACK_SIGNING_SECRET: secret("Slack's signing secret, with which a pressed button is checked."),
  SLACK_URL: addressOr("https://slack.com/api", "Where Slack's API answers."),
  SLACK_TIMEOUT: seconds(10, "Slack"),
  TEAM_LOCALE: z.enum(["pt-BR", "en"]).default("pt-BR").describe("The language in which the team is alerted there."),
  PAGERDUTY_ROUTING_KEY: secret("Integration key (Events API v2) of the service that wakes somebody."),
  PAGERDUTY_URL: addressOr("https://events.pagerduty.com", "Where PagerDuty takes events."),
  PAGERDUTY_TIMEOUT: seconds(10, "PagerDuty"),
};
