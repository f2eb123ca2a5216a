// An owner changes a receiver, switches it off or on, replaces its secret, or deletes it.
import { and, eq, sql } from "drizzle-orm";
import { notFound } from "../../base/errors.ts";
import { auditRow } from "../../db/audit.ts";
import { insertIf } from "../../db/insert-if.ts";
import { audit, webhookEndpoints } from "../../db/schema.ts";
import { OLD_SECRET_FOR_MS } from "../../domain/webhooks/retry.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { parseInput, type Unchecked } from "../parse-input.ts";
import { asWebhookOwner, type WebhookOwner } from "./as-owner.ts";
import { makeSecret } from "./endpoint-secret.ts";
import { type EndpointRow, type EndpointView, endpointView } from "./endpoint-view.ts";
import { ownEndpoint } from "./read-webhook.ts";
import { checkTarget, updateWebhookInput } from "./webhook-input.ts";

/** Changes what is given. Throws `not_found`, `invalid_input`, `webhook_url_refused`. */
export async function updateWebhook(
  ctx: ServiceContext,
  actor: Actor,
  id: string,
  raw: Partial<Unchecked<typeof updateWebhookInput>>,
): Promise<EndpointView> {
  const owner = await asWebhookOwner(ctx, actor);
  const { status, url, events, description } = parseInput(updateWebhookInput, raw);
  const row = await ownEndpoint(ctx, owner, id);
  const now = ctx.now();
  const off = status === "disabled" && row.disabledAt === null;
  return change(ctx, owner, id, "webhook.changed", {
    ...(url === undefined ? {} : { url: checkTarget(ctx, url) }),
    ...(events === undefined ? {} : { events }),
    ...(description === undefined ? {} : { description }),
    ...(status === "enabled" ? { disabledAt: null, disabledBy: null, failingSince: null } : {}),
    ...(off ? { disabledAt: now, disabledBy: "owner" as const } : {}),
    updatedAt: now,
  });
}

/** The old secret signs beside the new one for 24 hours, so that a receiver can change over without a gap. */
export async function rotateSecret(
  ctx: ServiceContext,
  actor: Actor,
  id: string,
): Promise<EndpointView & { secret: string }> {
  const owner = await asWebhookOwner(ctx, actor);
  await ownEndpoint(ctx, owner, id);
  const now = ctx.now();
  const { secret, sealed } = await makeSecret(ctx, id);
  const view = await change(ctx, owner, id, "webhook.secret_rotated", {
    // The row's own at that moment: of two rotations at once neither keeps a secret that never signed.
    oldSecret: sql`${webhookEndpoints.secret}`,
    oldSecretUntil: new Date(now.getTime() + OLD_SECRET_FOR_MS),
    secret: sealed,
    updatedAt: now,
  });
  return { ...view, secret };
}

/** Its log goes with it. Throws `not_found`, also the second time. */
export async function deleteWebhook(ctx: ServiceContext, actor: Actor, id: string): Promise<void> {
  const owner = await asWebhookOwner(ctx, actor);
  const there = sql`EXISTS (SELECT 1 FROM webhook_endpoints WHERE id = ${id} AND ${owner.mine ?? sql`true`})`;
  const [, gone] = await ctx.db.batch([
    insertIf(ctx.db, audit, auditRow(owner.userId, "webhook.deleted", id, ctx.now()), there),
    ctx.db
      .delete(webhookEndpoints)
      .where(and(eq(webhookEndpoints.id, id), owner.mine))
      .returning({ id: webhookEndpoints.id }),
  ]);
  if (gone.length === 0) throw notFound("webhook");
}

type Change = { [K in keyof EndpointRow]?: EndpointRow[K] | ReturnType<typeof sql> };

async function change(
  ctx: ServiceContext,
  owner: WebhookOwner,
  id: string,
  action: string,
  set: Change,
): Promise<EndpointView> {
  const fields = Object.keys(set).filter((field) => field !== "updatedAt");
  const [[row]] = await ctx.db.batch([
    ctx.db
      .update(webhookEndpoints)
      .set(set)
      .where(and(eq(webhookEndpoints.id, id), owner.mine))
      .returning(),
    insertIf(
      ctx.db,
      audit,
      auditRow(owner.userId, action, id, ctx.now(), { fields }),
      sql`EXISTS (SELECT 1 FROM webhook_endpoints WHERE id = ${id} AND ${owner.mine ?? sql`true`})`,
    ),
  ]);
  if (row === undefined) throw notFound("webhook");
  return endpointView(row);
}
