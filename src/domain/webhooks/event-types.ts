// What a webhook can be about: every state of a case, an offer or a contract, by the name that receivers subscribe to.
import { CASE_STATUSES } from "../case-state.ts";

export type WebhookSubject = "case" | "offer" | "contract";

/** As kept in their tables; a new row has a name of its own where its first state is no news by itself. */
const OFFER_STATES = ["seen", "accepted", "declined", "expired", "withdrawn"] as const;
const CONTRACT_STATES = ["draft", "sent", "signed", "closed", "voided"] as const;

export const WEBHOOK_TYPES: readonly string[] = [
  "case.opened",
  ...CASE_STATUSES.map((status) => `case.${status}`),
  "offer.sent",
  ...OFFER_STATES.map((status) => `offer.${status}`),
  ...CONTRACT_STATES.map((status) => `contract.${status}`),
];

/** What a receiver may ask for: a type, or all of a subject. */
export const WEBHOOK_WISHES: readonly string[] = ["case.*", "offer.*", "contract.*", ...WEBHOOK_TYPES];

/** The test that an owner sends himself; nobody subscribes to it. */
export const TEST_TYPE = "webhook.test";

/** `statusBefore` is null for a new row. */
export function webhookType(subject: WebhookSubject, status: string, statusBefore: string | null): string {
  if (statusBefore === null && subject === "case") return "case.opened";
  if (subject === "offer" && (statusBefore === null || status === "pending")) return "offer.sent";
  return `${subject}.${status}`;
}

/** Whether somebody who asked for `wishes` hears of `type`. */
export function isWanted(wishes: readonly string[], type: string): boolean {
  return wishes.some((wish) => wish === type || (wish.endsWith(".*") && type.startsWith(wish.slice(0, -1))));
}

/** How one professional met one offer is between him and the house: a case's own side hears how the search stands. */
const HOUSE_ONLY: ReadonlySet<string> = new Set(["offer.seen", "offer.declined"]);

export function isForOwners(type: string): boolean {
  return !HOUSE_ONLY.has(type);
}
