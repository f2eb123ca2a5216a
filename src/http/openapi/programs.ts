// Routes for programs themselves: API keys, and the webhooks that tell them what happened.
import * as z from "zod";
import { WEBHOOK_DELIVERY_STATUSES } from "../../db/tables/webhooks.ts";
import { SCOPES } from "../../domain/keys/scopes.ts";
import { issueKeyInput } from "../../services/keys/issue-key.ts";
import { input as keysInput } from "../../services/keys/list-keys.ts";
import { input as deliveriesInput } from "../../services/webhooks/list-deliveries.ts";
import { listInput } from "../../services/webhooks/read-webhook.ts";
import { createWebhookInput, updateWebhookInput } from "../../services/webhooks/webhook-input.ts";
import type { OperationGroup } from "./operation.ts";
import { count, id, moment, pageOf } from "./parts.ts";

const key = z
  .object({
    id: id("key"),
    name: z.string(),
    prefix: z.string().meta({ examples: ["vez_live_ab12"] }),
    integration_id: id("usr").meta({ description: "The user that it acts as: owner of the cases that it opens." }),
    scopes: z.array(z.enum(SCOPES)),
    rate_per_minute: count,
    status: z.enum(["active", "expired", "revoked"]),
    expires_at: moment.nullable(),
    last_used_at: moment.nullable(),
    revoked_at: moment.nullable(),
    created_at: moment,
  })
  .meta({ id: "ApiKey" });

const webhook = z
  .object({
    id: id("whk"),
    url: z.string(),
    events: z.array(z.string()),
    description: z.string(),
    status: z.enum(["enabled", "disabled"]),
    disabled_by: z.string().nullable().meta({ description: "`failures`: nothing was taken for days." }),
    disabled_at: moment.nullable(),
    failing_since: moment.nullable(),
    old_secret_until: moment.nullable(),
    integration_id: id("usr").nullable(),
    created_at: moment,
  })
  .meta({ id: "Webhook" });

const withSecret = webhook.extend({ secret: z.string().meta({ description: "Told this once." }) });

const delivery = z
  .object({
    id: z.string(),
    webhook_id: id("whk"),
    event_id: z.string().meta({ description: "What the receiver gets as `webhook-id`." }),
    type: z.string(),
    status: z.enum(WEBHOOK_DELIVERY_STATUSES),
    body: z.string(),
    next_at: moment.nullable(),
    done_at: moment.nullable(),
    created_at: moment,
    attempts: z.array(
      z.object({
        at: moment,
        ms: z.number(),
        status: z.int().nullable(),
        error: z.string().nullable(),
        head: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: "WebhookDelivery" });

const pending = z.object({ id: z.string(), status: z.literal("pending") });
const WHO = ["operator", "integration"] as const;

export const keysGroup: OperationGroup = {
  tag: "API keys",
  says: "An operator makes them; each acts as a client of its own.",
  operations: [
    {
      method: "get",
      path: "/api/v2/operator/keys",
      id: "listKeys",
      summary: "API keys, newest first",
      who: ["operator"],
      query: keysInput,
      answers: { 200: { json: pageOf(key) } },
    },
    {
      method: "post",
      path: "/api/v2/operator/keys",
      id: "issueKey",
      summary: "Make a key",
      who: ["operator"],
      body: issueKeyInput,
      bodyExample: { name: "Intranet", scopes: ["cases:read", "cases:write"], rate_per_minute: 120 },
      answers: {
        201: {
          json: key.extend({ key: z.string().meta({ description: "Told this once.", examples: ["vez_live_…"] }) }),
        },
      },
    },
    {
      method: "post",
      path: "/api/v2/operator/keys/{key_id}/revoke",
      id: "revokeKey",
      summary: "Take a key back",
      who: ["operator"],
      answers: { 200: { json: key } },
    },
  ],
};

export const webhooksGroup: OperationGroup = {
  tag: "Webhooks",
  says: "Receivers and their log: an operator's hear of all cases, an integration's of its own.",
  operations: [
    {
      method: "get",
      path: "/api/v2/webhooks",
      id: "listWebhooks",
      summary: "Receivers, newest first",
      who: WHO,
      query: listInput,
      answers: { 200: { json: pageOf(webhook) } },
    },
    {
      method: "post",
      path: "/api/v2/webhooks",
      id: "createWebhook",
      summary: "Register a receiver",
      who: WHO,
      body: createWebhookInput,
      bodyExample: { url: "https://example.com/hooks", events: ["case.*", "contract.signed"] },
      answers: { 201: { json: withSecret } },
      errors: ["webhook_url_refused", "too_many_webhooks"],
    },
    {
      method: "get",
      path: "/api/v2/webhooks/{webhook_id}",
      id: "readWebhook",
      summary: "A receiver",
      who: WHO,
      answers: { 200: { json: webhook } },
    },
    {
      method: "patch",
      path: "/api/v2/webhooks/{webhook_id}",
      id: "updateWebhook",
      summary: "Change it, switch it off or on",
      who: WHO,
      body: updateWebhookInput,
      bodyExample: { status: "enabled" },
      answers: { 200: { json: webhook } },
      errors: ["webhook_url_refused"],
    },
    {
      method: "delete",
      path: "/api/v2/webhooks/{webhook_id}",
      id: "deleteWebhook",
      summary: "Delete it, with its log",
      who: WHO,
      answers: { 204: {} },
    },
    {
      method: "post",
      path: "/api/v2/webhooks/{webhook_id}/rotate-secret",
      id: "rotateSecret",
      summary: "A new secret; the old one signs beside it for 24 hours",
      who: WHO,
      answers: { 200: { json: withSecret } },
    },
    {
      method: "post",
      path: "/api/v2/webhooks/{webhook_id}/test",
      id: "testWebhook",
      summary: "Send oneself a test",
      who: WHO,
      answers: { 202: { json: pending } },
      errors: ["webhook_disabled"],
    },
    {
      method: "get",
      path: "/api/v2/webhooks/{webhook_id}/deliveries",
      id: "listDeliveries",
      summary: "Its log, newest first",
      who: WHO,
      query: deliveriesInput,
      answers: { 200: { json: pageOf(delivery) } },
    },
    {
      method: "post",
      path: "/api/v2/webhooks/deliveries/{delivery_id}/redeliver",
      id: "redeliver",
      summary: "Send a delivery again, with the same `webhook-id` and body",
      who: WHO,
      answers: { 202: { json: pending } },
      errors: ["webhook_disabled"],
    },
  ],
};
