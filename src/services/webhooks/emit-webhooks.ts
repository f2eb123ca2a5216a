// From what happened to who is told: every waiting event becomes a delivery for each receiver that wants it.
import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { outboxRow } from "../../db/outbox.ts";
import { cases, webhookEndpoints, webhookEvents } from "../../db/schema.ts";
import { isForOwners, isWanted, webhookType } from "../../domain/webhooks/event-types.ts";
import { webhookBody } from "../../domain/webhooks/payload.ts";
import { RETRY_FOR_MS } from "../../domain/webhooks/retry.ts";
import type { ServiceContext } from "../context.ts";
import { insertOutbox } from "../outbox/insert-outbox.ts";
import { insertedRows } from "../outbox/inserted-rows.ts";
import { deliveryMessage } from "./delivery-message.ts";

const MOST_EVENTS = 100;
/** What is left after so many rounds waits for the next minute. */
const MOST_ROUNDS = 10;

/**
 * The number of deliveries made. Events were written by the transactions of their changes; here they become rows and
 * messages in one batch whose ids follow from the event and the receiver: a kill loses nothing, and two at once make it once.
 */
export async function emitWebhooks(ctx: ServiceContext): Promise<{ made: number }> {
  let made = 0;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const waiting = await ctx.db
      .select({ event: webhookEvents, clientId: cases.clientId })
      .from(webhookEvents)
      .leftJoin(cases, eq(cases.id, webhookEvents.caseId))
      .where(isNull(webhookEvents.emittedAt))
      .orderBy(asc(webhookEvents.at))
      .limit(MOST_EVENTS);
    if (waiting.length === 0) break;
    made += await emit(ctx, waiting);
    if (waiting.length < MOST_EVENTS) break;
  }
  return { made };
}

type Waiting = { event: typeof webhookEvents.$inferSelect; clientId: string | null };

async function emit(ctx: ServiceContext, waiting: readonly Waiting[]): Promise<number> {
  const now = ctx.now();
  // Whose key opens nothing any more is told nothing any more.
  const isAlive = sql`(${webhookEndpoints.ownerId} IS NULL OR EXISTS (
    SELECT 1 FROM api_keys k WHERE k.user_id = ${webhookEndpoints.ownerId} AND k.revoked_at IS NULL
      AND (k.expires_at IS NULL OR k.expires_at > ${now.toISOString()}::timestamptz)))`;
  const endpoints = await ctx.db
    .select({ id: webhookEndpoints.id, ownerId: webhookEndpoints.ownerId, events: webhookEndpoints.events })
    .from(webhookEndpoints)
    .where(and(isNull(webhookEndpoints.disabledAt), isAlive));
  const deliveries = waiting.flatMap(({ event, clientId }) => {
    const type = webhookType(event.subject, event.status, event.statusBefore);
    const body = webhookBody({ ...event, type });
    return endpoints
      .filter(
        ({ ownerId, events }) =>
          (ownerId === null || (ownerId === clientId && isForOwners(type))) && isWanted(events, type),
      )
      .map((endpoint) => ({
        id: deliveryId(event.id, endpoint.id),
        endpoint: endpoint.id,
        event: event.id,
        type,
        body,
      }));
  });
  const made = { now, traceId: ctx.traceId };
  const messages = deliveries.map(({ id, endpoint }) =>
    outboxRow(...deliveryMessage({ deliveryId: id, endpointId: endpoint, round: 1 }), made),
  );
  const ids = waiting.map(({ event }) => event.id);
  const [, queued] = await ctx.db.batch([
    ctx.db.execute(sql`
      INSERT INTO webhook_deliveries (id, endpoint_id, event_id, type, body, retry_until, next_at, created_at)
      SELECT d.id, d.endpoint, d.event, d.type, d.body, ${new Date(now.getTime() + RETRY_FOR_MS).toISOString()}::timestamptz,
        ${now.toISOString()}::timestamptz, ${now.toISOString()}::timestamptz
      FROM jsonb_to_recordset(${JSON.stringify(deliveries)}::jsonb) AS d(id text, endpoint text, event text, type text, body text)
      -- Deleted in the meantime: nobody is told.
      JOIN webhook_endpoints e ON e.id = d.endpoint
      ON CONFLICT DO NOTHING`),
    ctx.db.execute(insertOutbox(messages)),
    ctx.db.update(webhookEvents).set({ emittedAt: now }).where(inArray(webhookEvents.id, ids)),
  ]);
  const rows = insertedRows(queued);
  await ctx.enqueue(rows);
  return rows.length;
}

/** Follows from both, so that whoever makes it makes the same row. */
function deliveryId(eventId: string, endpointId: string): string {
  return `whd_${eventId.slice(4)}${endpointId.slice(-16)}`;
}
