// A receiver of webhooks is registered; its secret is told this once.
import { sql } from "drizzle-orm";
import { conflict } from "../../base/errors.ts";
import { newId } from "../../base/ids.ts";
import { auditRow } from "../../db/audit.ts";
import { insertIf } from "../../db/insert-if.ts";
import { audit, webhookEndpoints } from "../../db/schema.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { parseInput, type Unchecked } from "../parse-input.ts";
import { asWebhookOwner } from "./as-owner.ts";
import { makeSecret } from "./endpoint-secret.ts";
import { type EndpointView, endpointView } from "./endpoint-view.ts";
import { checkTarget, createWebhookInput } from "./webhook-input.ts";

/** Every change of a case is told to each: so many of one owner are a mistake. */
const MOST_PER_OWNER = 20;

/** Throws `not_found`, `invalid_input`, `webhook_url_refused` (422), `too_many_webhooks` (409). */
export async function createWebhook(
  ctx: ServiceContext,
  actor: Actor,
  raw: Partial<Unchecked<typeof createWebhookInput>>,
): Promise<EndpointView & { secret: string }> {
  const owner = await asWebhookOwner(ctx, actor);
  const input = parseInput(createWebhookInput, raw);
  const url = checkTarget(ctx, input.url);
  const now = ctx.now();
  const id = newId("whk", now.getTime());
  const { secret, sealed } = await makeSecret(ctx, id);
  const row = {
    ...{ id, ownerId: owner.ownerId, url, events: input.events, description: input.description, secret: sealed },
    ...{ oldSecret: null, oldSecretUntil: null, failingSince: null, disabledAt: null, disabledBy: null },
    ...{ createdBy: owner.userId, createdAt: now, updatedAt: now },
  };
  const room = sql`(SELECT count(*) FROM webhook_endpoints WHERE owner_id IS NOT DISTINCT FROM ${owner.ownerId}::text) < ${MOST_PER_OWNER}::int`;
  const [, made] = await ctx.db.batch([
    ctx.db.execute(sql`SELECT pg_advisory_xact_lock(hashtext(${`webhooks:${owner.ownerId ?? ""}`}))`),
    insertIf(ctx.db, webhookEndpoints, row, room).returning({ id: webhookEndpoints.id }),
    insertIf(
      ctx.db,
      audit,
      auditRow(owner.userId, "webhook.created", id, now, { events: input.events }),
      sql`EXISTS (SELECT 1 FROM webhook_endpoints WHERE id = ${id})`,
    ),
  ]);
  if (made.length === 0) {
    throw conflict("too_many_webhooks", `There are ${MOST_PER_OWNER} webhooks already. Delete one you do not need.`);
  }
  return { ...endpointView(row), secret };
}
