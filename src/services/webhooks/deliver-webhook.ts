// One try of one delivery: signed, sent, noted; what was not taken is put off, and a receiver that takes nothing for days is switched off.
import { and, eq, sql } from "drizzle-orm";
import { newId } from "../../base/ids.ts";
import { auditRow } from "../../db/audit.ts";
import { insertIf } from "../../db/insert-if.ts";
import { type NewOutboxRow, outboxRow } from "../../db/outbox.ts";
import { audit, webhookAttempts, webhookDeliveries, webhookEndpoints } from "../../db/schema.ts";
import type { MessageBody } from "../../domain/messages.ts";
import { DISABLE_AFTER_MS, LEAST_TRIES, nextWaitMs } from "../../domain/webhooks/retry.ts";
import { signedHeaders } from "../../domain/webhooks/signature.ts";
import type { WebhookOutcome } from "../../providers/webhook-sender.ts";
import type { ServiceContext } from "../context.ts";
import { insertOutbox } from "../outbox/insert-outbox.ts";
import { insertedRows } from "../outbox/inserted-rows.ts";
import { deliveryMessage } from "./delivery-message.ts";
import { openSecret } from "./endpoint-secret.ts";
import type { EndpointRow } from "./endpoint-view.ts";
import { targetRefusal } from "./webhook-input.ts";

type DeliveryRow = typeof webhookDeliveries.$inferSelect;

/** A receiver that is too slow is asked again after so long, and no try is counted. */
const PUT_OFF_MS = 60_000;

/** Never throws for what a receiver does: the next try is a message of its own. A try that was killed is made again. */
export async function deliverWebhook(ctx: ServiceContext, message: MessageBody<"webhook.deliver">): Promise<void> {
  const [found] = await ctx.db
    .select({ delivery: webhookDeliveries, endpoint: webhookEndpoints })
    .from(webhookDeliveries)
    .innerJoin(webhookEndpoints, eq(webhookEndpoints.id, webhookDeliveries.endpointId))
    .where(eq(webhookDeliveries.id, message.deliveryId));
  // Deleted, taken already, or asked for again by a later message.
  if (found === undefined || found.delivery.status !== "pending" || found.delivery.round > message.round) return;
  const { delivery, endpoint } = found;
  if (endpoint.disabledAt !== null) return giveUp(ctx, delivery);
  const outcome = await attempt(ctx, delivery, endpoint);
  if (outcome === "paused") return putOff(ctx, delivery);
  await note(ctx, delivery, endpoint, outcome);
}

async function attempt(
  ctx: ServiceContext,
  delivery: DeliveryRow,
  endpoint: EndpointRow,
): Promise<WebhookOutcome | "refused" | "paused"> {
  // Looked at again: the rules, or this house's own address, may have changed since it was registered.
  if (targetRefusal(ctx, endpoint.url) !== null) return "refused";
  const now = ctx.now();
  const isOldValid = endpoint.oldSecretUntil !== null && endpoint.oldSecretUntil > now;
  const sealed = [endpoint.secret, ...(isOldValid && endpoint.oldSecret !== null ? [endpoint.oldSecret] : [])];
  const secrets = await Promise.all(sealed.map((one) => openSecret(ctx, endpoint.id, one)));
  const signed = await signedHeaders(secrets, { id: delivery.eventId, at: now, body: delivery.body });
  return ctx.webhooks.send({
    endpointId: endpoint.id,
    url: endpoint.url,
    headers: { "content-type": "application/json", "user-agent": "Vez-Webhooks/1", ...signed },
    body: delivery.body,
  });
}

async function note(
  ctx: ServiceContext,
  delivery: DeliveryRow,
  endpoint: EndpointRow,
  outcome: WebhookOutcome | "refused",
): Promise<void> {
  const now = ctx.now();
  const { status, error, ms, head } =
    outcome === "refused" ? { status: null, error: "address_refused", ms: 0, head: null } : outcome;
  const tries = delivery.tries + 1;
  const waitMs = error === null || error === "gone" ? null : nextWaitMs(tries, Math.random());
  const nextAt = waitMs === null ? null : new Date(now.getTime() + waitMs);
  const again = nextAt !== null && nextAt <= delivery.retryUntil ? nextAt : null;
  const round = delivery.round + 1;
  const off = error === "gone" || (error !== null && isLongGone(endpoint, tries, now));
  const made = { now, traceId: ctx.traceId };
  const next = deliveryMessage({ deliveryId: delivery.id, endpointId: endpoint.id, round });
  const messages = again === null || off ? [] : [outboxRow(...next, { ...made, availableAt: again })];
  const mine = sql`EXISTS (SELECT 1 FROM webhook_deliveries WHERE id = ${delivery.id} AND status = 'pending' AND round = ${delivery.round}::int)`;
  const entry = { id: newId("wha", now.getTime()), deliveryId: delivery.id, at: now, ms, status, error, head };
  const [, , queued] = await ctx.db.batch([
    ctx.db.execute(sql`SELECT id FROM webhook_deliveries WHERE id = ${delivery.id} FOR UPDATE`),
    insertIf(ctx.db, webhookAttempts, entry, sql`EXISTS (SELECT 1 FROM webhook_deliveries WHERE id = ${delivery.id})`),
    ctx.db.execute(insertOutbox([...messages, ...(off ? [disabledNews(ctx, endpoint, now)] : [])], mine)),
    ctx.db
      .update(webhookDeliveries)
      .set({
        tries,
        ...(error === null
          ? { status: "delivered" as const, doneAt: now, nextAt: null }
          : messages.length === 0
            ? { status: "failed" as const, doneAt: now, nextAt: null }
            : { nextAt: again, round }),
      })
      // Taken is taken, even where another try of it was put off meanwhile.
      .where(
        and(eq(webhookDeliveries.id, delivery.id), error === null ? eq(webhookDeliveries.status, "pending") : mine),
      ),
    ctx.db
      .update(webhookEndpoints)
      .set({
        failingSince:
          error === null ? null : sql`coalesce(${webhookEndpoints.failingSince}, ${now.toISOString()}::timestamptz)`,
        ...(off ? { disabledAt: now, disabledBy: "failures" as const } : {}),
      })
      .where(eq(webhookEndpoints.id, endpoint.id)),
    insertIf(
      ctx.db,
      audit,
      auditRow("system", "webhook.disabled", endpoint.id, now, { error: error ?? "" }),
      off ? sql`true` : sql`false`,
    ),
  ]);
  await enqueueSoon(ctx, queued, again === null ? 0 : again.getTime() - now.getTime());
}

function isLongGone(endpoint: EndpointRow, tries: number, now: Date): boolean {
  const since = endpoint.failingSince;
  return since !== null && now.getTime() - since.getTime() >= DISABLE_AFTER_MS && tries >= LEAST_TRIES;
}

/** Once for each time that it is switched off. */
function disabledNews(ctx: ServiceContext, endpoint: EndpointRow, now: Date): NewOutboxRow {
  return outboxRow(
    "operators.notify",
    `webhook_disabled:${endpoint.id}:${now.getTime()}`,
    { kind: "webhook_disabled", params: { webhook_id: endpoint.id } },
    { now, traceId: ctx.traceId },
  );
}

/** What is due within a minute goes by the queue's own delay; the relay takes the rest when it is due. */
async function enqueueSoon(ctx: ServiceContext, queued: unknown, waitMs: number): Promise<void> {
  if (waitMs > PUT_OFF_MS) return;
  const delaySeconds = Math.ceil(waitMs / 1000);
  await ctx.enqueue(
    insertedRows(queued).map((row) => (row.name === "webhook.deliver" ? { ...row, delaySeconds } : row)),
  );
}

async function giveUp(ctx: ServiceContext, delivery: DeliveryRow): Promise<void> {
  await ctx.db
    .update(webhookDeliveries)
    .set({ status: "failed", doneAt: ctx.now(), nextAt: null })
    .where(and(eq(webhookDeliveries.id, delivery.id), eq(webhookDeliveries.status, "pending")));
}

async function putOff(ctx: ServiceContext, delivery: DeliveryRow): Promise<void> {
  const now = ctx.now();
  const round = delivery.round + 1;
  const availableAt = new Date(now.getTime() + PUT_OFF_MS);
  if (availableAt > delivery.retryUntil) return giveUp(ctx, delivery);
  const next = deliveryMessage({ deliveryId: delivery.id, endpointId: delivery.endpointId, round });
  const mine = sql`EXISTS (SELECT 1 FROM webhook_deliveries WHERE id = ${delivery.id} AND status = 'pending' AND round = ${delivery.round}::int)`;
  await ctx.db.batch([
    ctx.db.execute(insertOutbox([outboxRow(...next, { now, traceId: ctx.traceId, availableAt })], mine)),
    ctx.db
      .update(webhookDeliveries)
      .set({ round, nextAt: availableAt })
      .where(and(eq(webhookDeliveries.id, delivery.id), mine)),
  ]);
}
