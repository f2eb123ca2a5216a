// The log of a receiver: every delivery, newest first, with its last tries.
import { and, desc, eq, inArray } from "drizzle-orm";
import * as z from "zod";
import { webhookAttempts, webhookDeliveries } from "../../db/schema.ts";
import { WEBHOOK_DELIVERY_STATUSES } from "../../db/tables/webhooks.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { afterCursor, pageOf } from "../cursor.ts";
import { parseInput, type Unchecked } from "../parse-input.ts";
import { asWebhookOwner } from "./as-owner.ts";
import { listInput, ownEndpoint } from "./read-webhook.ts";

export const input = listInput.extend({ status: z.enum(WEBHOOK_DELIVERY_STATUSES).optional() });
const MOST_ATTEMPTS_SHOWN = 10;

/** Times are ISO 8601, `ms` milliseconds. Throws `not_found`. */
export async function listDeliveries(
  ctx: ServiceContext,
  actor: Actor,
  endpointId: string,
  raw: Partial<Unchecked<typeof input>> = {},
) {
  const owner = await asWebhookOwner(ctx, actor);
  const { limit, cursor, status } = parseInput(input, raw);
  await ownEndpoint(ctx, owner, endpointId);
  const rows = await ctx.db
    .select()
    .from(webhookDeliveries)
    .where(
      and(
        eq(webhookDeliveries.endpointId, endpointId),
        status === undefined ? undefined : eq(webhookDeliveries.status, status),
        afterCursor(webhookDeliveries.createdAt, webhookDeliveries.id, cursor),
      ),
    )
    .orderBy(desc(webhookDeliveries.createdAt), desc(webhookDeliveries.id))
    .limit(limit + 1);
  const page = pageOf(rows, limit, (row) => ({ at: row.createdAt, id: row.id }));
  const attempts = await attemptsOf(
    ctx,
    page.items.map((row) => row.id),
  );
  return {
    items: page.items.map((row) => ({
      id: row.id,
      webhook_id: row.endpointId,
      /** What the receiver gets as `webhook-id`. */
      event_id: row.eventId,
      type: row.type,
      status: row.status,
      body: row.body,
      next_at: row.nextAt?.toISOString() ?? null,
      done_at: row.doneAt?.toISOString() ?? null,
      created_at: row.createdAt.toISOString(),
      /** Newest first. */
      attempts: (attempts.get(row.id) ?? []).slice(0, MOST_ATTEMPTS_SHOWN),
    })),
    next: page.next,
  };
}

export type DeliveryView = Awaited<ReturnType<typeof listDeliveries>>["items"][number];

async function attemptsOf(ctx: ServiceContext, ids: readonly string[]) {
  const found = new Map<
    string,
    { at: string; ms: number; status: number | null; error: string | null; head: string | null }[]
  >();
  if (ids.length === 0) return found;
  const rows = await ctx.db
    .select()
    .from(webhookAttempts)
    .where(inArray(webhookAttempts.deliveryId, [...ids]))
    .orderBy(desc(webhookAttempts.at), desc(webhookAttempts.id));
  for (const { deliveryId, at, ms, status, error, head } of rows) {
    const known = found.get(deliveryId) ?? [];
    known.push({ at: at.toISOString(), ms, status, error, head });
    found.set(deliveryId, known);
  }
  return found;
}
