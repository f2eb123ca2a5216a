// A receiver of webhooks as its owner sees it: never its secret.
import type { webhookEndpoints } from "../../db/schema.ts";

export type EndpointRow = typeof webhookEndpoints.$inferSelect;

/** Times are ISO 8601. */
export function endpointView(row: EndpointRow) {
  return {
    id: row.id,
    url: row.url,
    events: row.events,
    description: row.description,
    status: row.disabledAt === null ? ("enabled" as const) : ("disabled" as const),
    /** `failures`: switched off by the house, since nothing was taken for days. */
    disabled_by: row.disabledBy,
    disabled_at: row.disabledAt?.toISOString() ?? null,
    failing_since: row.failingSince?.toISOString() ?? null,
    /** Until when the secret before this one signs as well. */
    old_secret_until: row.oldSecretUntil?.toISOString() ?? null,
    /** Whose cases alone it hears of; null: of all. */
    integration_id: row.ownerId,
    created_at: row.createdAt.toISOString(),
  };
}

export type EndpointView = ReturnType<typeof endpointView>;
