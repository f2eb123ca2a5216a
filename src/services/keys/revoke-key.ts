// An operator takes an API key back: the next request with it is refused, and its webhooks are told nothing more.
import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { notFound } from "../../base/errors.ts";
import { auditRow } from "../../db/audit.ts";
import { insertIf } from "../../db/insert-if.ts";
import { apiKeys, audit, webhookEndpoints } from "../../db/schema.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { asOperator } from "../operations/as-operator.ts";
import { type KeyView, keyView } from "./key-view.ts";

/** Revoking twice is revoking once. Throws `not_found`. */
export async function revokeKey(ctx: ServiceContext, actor: Actor, id: string): Promise<KeyView> {
  const operator = asOperator(actor);
  const now = ctx.now();
  const open = sql`EXISTS (SELECT 1 FROM api_keys WHERE id = ${id} AND revoked_at IS NULL)`;
  const owners = ctx.db.select({ id: apiKeys.userId }).from(apiKeys).where(eq(apiKeys.id, id));
  const [, , , , [row]] = await ctx.db.batch([
    ctx.db.execute(sql`SELECT id FROM api_keys WHERE id = ${id} FOR UPDATE`),
    insertIf(ctx.db, audit, auditRow(operator.userId, "key.revoked", id, now), open),
    ctx.db
      .update(apiKeys)
      .set({ revokedAt: now })
      .where(and(eq(apiKeys.id, id), isNull(apiKeys.revokedAt))),
    ctx.db
      .update(webhookEndpoints)
      .set({ disabledAt: now, disabledBy: "owner", updatedAt: now })
      .where(and(inArray(webhookEndpoints.ownerId, owners), isNull(webhookEndpoints.disabledAt))),
    ctx.db.select().from(apiKeys).where(eq(apiKeys.id, id)),
  ]);
  if (row === undefined) throw notFound("key");
  return keyView(row, now);
}
