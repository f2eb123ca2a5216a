// An owner has a delivery sent again, or sends himself a test.
import { and, eq, sql } from "drizzle-orm";
import { conflict, notFound } from "../../base/errors.ts";
import { newId } from "../../base/ids.ts";
import { auditRow } from "../../db/audit.ts";
import { insertIf } from "../../db/insert-if.ts";
import { outboxRow } from "../../db/outbox.ts";
import { audit, webhookDeliveries, webhookEndpoints } from "../../db/schema.ts";
import { TEST_TYPE } from "../../domain/webhooks/event-types.ts";
import { testBody } from "../../domain/webhooks/payload.ts";
import { RETRY_FOR_MS } from "../../domain/webhooks/retry.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { insertOutbox } from "../outbox/insert-outbox.ts";
import { insertedRows } from "../outbox/inserted-rows.ts";
import { asWebhookOwner } from "./as-owner.ts";
import { deliveryMessage } from "./delivery-message.ts";
import type { EndpointRow } from "./endpoint-view.ts";
import { ownEndpoint } from "./read-webhook.ts";

/**
 * Sent now with the same `webhook-id` and body, with all its tries, whatever became of it. Asked twice at once it is sent
 * once. Throws `not_found`, `webhook_disabled` (409).
 */
export async function redeliverWebhook(
  ctx: ServiceContext,
  actor: Actor,
  deliveryId: string,
): Promise<{ id: string; status: "pending" }> {
  const owner = await asWebhookOwner(ctx, actor);
  const [found] = await ctx.db
    .select({ delivery: webhookDeliveries, endpoint: webhookEndpoints })
    .from(webhookDeliveries)
    .innerJoin(webhookEndpoints, eq(webhookEndpoints.id, webhookDeliveries.endpointId))
    .where(and(eq(webhookDeliveries.id, deliveryId), owner.mine));
  if (found === undefined) throw notFound("delivery");
  requireEnabled(found.endpoint);
  const now = ctx.now();
  const { id, endpointId, round } = found.delivery;
  const next = deliveryMessage({ deliveryId: id, endpointId, round: round + 1 });
  const same = sql`EXISTS (SELECT 1 FROM webhook_deliveries WHERE id = ${id} AND round = ${round}::int)`;
  const [, queued] = await ctx.db.batch([
    ctx.db.execute(sql`SELECT id FROM webhook_deliveries WHERE id = ${id} FOR UPDATE`),
    ctx.db.execute(insertOutbox([outboxRow(...next, { now, traceId: ctx.traceId })], same)),
    insertIf(ctx.db, audit, auditRow(owner.userId, "webhook.redelivered", id, now), same),
    ctx.db
      .update(webhookDeliveries)
      .set({
        ...{ status: "pending", tries: 0, round: round + 1, doneAt: null, nextAt: now },
        retryUntil: new Date(now.getTime() + RETRY_FOR_MS),
      })
      .where(and(eq(webhookDeliveries.id, id), same)),
  ]);
  await ctx.enqueue(insertedRows(queued));
  return { id, status: "pending" };
}

/** A `webhook.test` of its own, signed and retried like any other. Throws `not_found`, `webhook_disabled` (409). */
export async function testWebhook(
  ctx: ServiceContext,
  actor: Actor,
  endpointId: string,
): Promise<{ id: string; status: "pending" }> {
  const owner = await asWebhookOwner(ctx, actor);
  const endpoint = await ownEndpoint(ctx, owner, endpointId);
  requireEnabled(endpoint);
  const now = ctx.now();
  const id = newId("whd", now.getTime());
  const message = deliveryMessage({ deliveryId: id, endpointId, round: 1 });
  const [, , queued] = await ctx.db.batch([
    ctx.db.insert(webhookDeliveries).values({
      ...{ id, endpointId, eventId: newId("evt", now.getTime()), type: TEST_TYPE, isTest: true },
      body: testBody(TEST_TYPE, endpointId, now),
      retryUntil: new Date(now.getTime() + RETRY_FOR_MS),
      ...{ nextAt: now, createdAt: now },
    }),
    ctx.db.insert(audit).values(auditRow(owner.userId, "webhook.tested", endpointId, now)),
    ctx.db.execute(insertOutbox([outboxRow(...message, { now, traceId: ctx.traceId })])),
  ]);
  await ctx.enqueue(insertedRows(queued));
  return { id, status: "pending" };
}

function requireEnabled(endpoint: EndpointRow): void {
  if (endpoint.disabledAt === null) return;
  throw conflict("webhook_disabled", "This webhook is switched off. Switch it on first.");
}
