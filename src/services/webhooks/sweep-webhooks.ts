// Nightly: the log of webhooks is kept for a month, and what happened for as long.
import { and, isNotNull, lte, ne } from "drizzle-orm";
import { webhookDeliveries, webhookEvents } from "../../db/schema.ts";
import type { ServiceContext } from "../context.ts";

const KEPT_DAYS = 30;

export async function sweepWebhooks(ctx: ServiceContext): Promise<{ deliveries: number; events: number }> {
  const before = new Date(ctx.now().getTime() - KEPT_DAYS * 86_400_000);
  const [deliveries, events] = await ctx.db.batch([
    ctx.db
      .delete(webhookDeliveries)
      .where(and(lte(webhookDeliveries.createdAt, before), ne(webhookDeliveries.status, "pending")))
      .returning({ id: webhookDeliveries.id }),
    ctx.db
      .delete(webhookEvents)
      .where(and(lte(webhookEvents.at, before), isNotNull(webhookEvents.emittedAt)))
      .returning({ id: webhookEvents.id }),
  ]);
  return { deliveries: deliveries.length, events: events.length };
}
