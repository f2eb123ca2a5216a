// Receivers of webhooks: one, or all that are the reader's.
import { and, desc, eq } from "drizzle-orm";
import * as z from "zod";
import { notFound } from "../../base/errors.ts";
import { webhookEndpoints } from "../../db/schema.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { afterCursor, pageOf } from "../cursor.ts";
import { parseInput, type Unchecked } from "../parse-input.ts";
import { asWebhookOwner, type WebhookOwner } from "./as-owner.ts";
import { type EndpointRow, type EndpointView, endpointView } from "./endpoint-view.ts";

/** Throws `not_found` for an unknown one and for someone else's alike. */
export async function readWebhook(ctx: ServiceContext, actor: Actor, id: string): Promise<EndpointView> {
  return endpointView(await ownEndpoint(ctx, await asWebhookOwner(ctx, actor), id));
}

export async function ownEndpoint(ctx: ServiceContext, owner: WebhookOwner, id: string): Promise<EndpointRow> {
  const [row] = await ctx.db
    .select()
    .from(webhookEndpoints)
    .where(and(eq(webhookEndpoints.id, id), owner.mine));
  if (row === undefined) throw notFound("webhook");
  return row;
}

export const listInput = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(200).optional(),
});

/** Newest first. */
export async function listWebhooks(
  ctx: ServiceContext,
  actor: Actor,
  raw: Partial<Unchecked<typeof listInput>> = {},
): Promise<{ items: EndpointView[]; next: string | null }> {
  const owner = await asWebhookOwner(ctx, actor);
  const { limit, cursor } = parseInput(listInput, raw);
  const rows = await ctx.db
    .select()
    .from(webhookEndpoints)
    .where(and(owner.mine, afterCursor(webhookEndpoints.createdAt, webhookEndpoints.id, cursor)))
    .orderBy(desc(webhookEndpoints.createdAt), desc(webhookEndpoints.id))
    .limit(limit + 1);
  const page = pageOf(rows, limit, (row) => ({ at: row.createdAt, id: row.id }));
  return { items: page.items.map(endpointView), next: page.next };
}
