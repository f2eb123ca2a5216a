// Who may have webhooks: an operator, for all cases; an integration, for its own. For everyone else there are none.
import { and, eq, isNull, type SQL } from "drizzle-orm";
import { notFound } from "../../base/errors.ts";
import { apiKeys, webhookEndpoints } from "../../db/schema.ts";
import type { Actor, ServiceContext } from "../context.ts";

export interface WebhookOwner {
  userId: string;
  /** The integration whose cases alone it hears of; null: an operator. */
  ownerId: string | null;
  /** What of `webhook_endpoints` it sees; undefined: all. */
  mine: SQL | undefined;
}

/** Throws `not_found`. */
export async function asWebhookOwner(ctx: ServiceContext, actor: Actor): Promise<WebhookOwner> {
  if (actor.kind !== "person") throw notFound("page");
  if (actor.role === "operator") return { userId: actor.userId, ownerId: null, mine: undefined };
  const [key] = await ctx.db
    .select({ id: apiKeys.id })
    .from(apiKeys)
    .where(and(eq(apiKeys.userId, actor.userId), isNull(apiKeys.revokedAt)));
  if (key === undefined) throw notFound("page");
  return { userId: actor.userId, ownerId: actor.userId, mine: eq(webhookEndpoints.ownerId, actor.userId) };
}
