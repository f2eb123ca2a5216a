// Chatwoot's account webhooks (developers.chatwoot.com, webhook events): X-Chatwoot-Signature is `sha256=` and the hex HMAC-SHA256
// of `<X-Chatwoot-Timestamp>.<body>` under the webhook's secret (schema of the Webhook object in the API reference).
import * as z from "zod";
import { invalid } from "../base/errors.ts";
import { HUMAN_LABEL } from "../domain/desk/desk.ts";
import type { InboundEvent, InboundReader } from "../domain/inbound/vendor-webhook.ts";
import { SEQ_ATTRIBUTE } from "./chatwoot.ts";
import { checkMoment, equalInConstantTime, hexOf, hmacSha256, webhookRefused } from "./webhook-signature.ts";

const id = z.union([z.number().int(), z.string().max(50)]).transform(String);
const agent = z.object({ name: z.string().max(200).nullish(), email: z.string().max(254).nullish() });
const conversation = z.object({
  id,
  status: z.string().max(30).optional(),
  labels: z.array(z.string().max(100)).default([]),
  updated_at: z.union([z.number(), z.string().max(50)]).optional(),
  meta: z.object({ assignee: agent.nullish() }).optional(),
  /** Each entry names one attribute: `{assignee_id: {previous_value, current_value}}`. */
  changed_attributes: z.array(z.record(z.string(), z.unknown())).nullish(),
});
/** Type of the event of a message that no person wrote. */
export const AUTOMATIC = "message_automatic";
const LABEL_CHANGES = ["label_list", "cached_label_list"];
const said = z.object({
  event: z.literal("message_created"),
  id,
  content: z.string().max(20_000).nullish(),
  // The webhook names it; the API's own answers number it.
  message_type: z.enum(["incoming", "outgoing", "activity", "template"]).catch("activity"),
  private: z.boolean().default(false),
  content_attributes: z.record(z.string(), z.unknown()).nullish(),
  additional_attributes: z.record(z.string(), z.unknown()).nullish(),
  // `user` is an agent; else `agent_bot`, `captain_assistant`, `contact`, or nobody at all.
  sender: agent.extend({ type: z.string().max(30).nullish() }).nullish(),
  conversation: z.object({ id }),
});
const changed = conversation.extend({ event: z.enum(["conversation_updated", "conversation_status_changed"]) });
const other = z.object({ event: z.string().max(100) });

export function chatwootWebhook(secret: string): InboundReader {
  return {
    vendor: "chatwoot",
    read: async ({ bytes, headers, now }) => {
      const stamp = headers.get("x-chatwoot-timestamp") ?? "";
      checkMoment(new Date(Number(stamp || Number.NaN) * 1000), now);
      const signed = new Uint8Array([...new TextEncoder().encode(`${stamp}.`), ...bytes]);
      const signature = `sha256=${hexOf(await hmacSha256(secret, signed))}`;
      if (!equalInConstantTime(headers.get("x-chatwoot-signature") ?? "", signature)) throw webhookRefused();
      const delivery = headers.get("x-chatwoot-delivery")?.slice(0, 100) ?? signature;
      return eventsOf(jsonOf(bytes), delivery);
    },
  };
}

function eventsOf(sent: unknown, delivery: string): InboundEvent[] {
  const message = said.safeParse(sent);
  if (message.success) return saidBy(message.data);
  const change = changed.safeParse(sent);
  if (change.success) {
    const { event, id: thread, status = "", labels, updated_at = delivery, meta, changed_attributes } = change.data;
    const what = new Set((changed_attributes ?? []).flatMap((entry) => Object.keys(entry)));
    const assignee = meta?.assignee ?? null;
    // Only what was done just now: a conversation that was resolved keeps its assignee, and every change names him again.
    const isLabelled = labels.includes(HUMAN_LABEL) && LABEL_CHANGES.some((name) => what.has(name));
    const isAssigned = assignee !== null && what.has("assignee_id");
    return [
      {
        id: `${event}:${thread}:${updated_at}:${status}:${isLabelled}:${isAssigned}`,
        type: event,
        body: { thread, status, isLabelled, isAssigned, agent: assignee },
        line: lineOf(thread),
      },
    ];
  }
  const { data } = other.safeParse(sent);
  if (data === undefined) throw invalid("The body is none of Chatwoot's events.");
  return [{ id: delivery, type: data.event, body: {}, line: null }];
}

/**
 * The team's words to the client alone: what Vez mirrored comes back too, and so do notes. What no person wrote (a rule, a bot, a
 * campaign) is kept as known, without its words.
 */
function saidBy(sent: z.infer<typeof said>): InboundEvent[] {
  const { id: message, content, sender, conversation } = sent;
  const isOurs = sent.content_attributes?.[SEQ_ATTRIBUTE] !== undefined;
  if (sent.message_type !== "outgoing" || sent.private || isOurs) return [];
  const id = `message:${message}`;
  if (!isByPerson(sent)) return [{ id, type: AUTOMATIC, body: {}, line: null }];
  const agent = { name: sender?.name ?? null, email: sender?.email ?? null };
  const body = { thread: conversation.id, message, text: content ?? "", agent };
  return [{ id, type: "message_created", body, line: lineOf(conversation.id) }];
}

/** A rule's message names the rule (app/services/automation_rules/action_service.rb), a campaign's its campaign, whoever its sender is. */
function isByPerson({ sender, content_attributes, additional_attributes }: z.infer<typeof said>): boolean {
  const origin = content_attributes?.automation_rule_id ?? additional_attributes?.campaign_id ?? null;
  return sender?.type === "user" && origin === null;
}

function lineOf(thread: string): string {
  return `chatwoot:${thread}`;
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    // Its words stay out of the error.
    throw invalid("The body is not JSON.");
  }
}
