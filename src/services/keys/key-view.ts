// An API key as lists show it: never the key, nor its hash.
import type { apiKeys } from "../../db/schema.ts";

export type KeyRow = typeof apiKeys.$inferSelect;

/** Times are ISO 8601. */
export function keyView(row: KeyRow, now: Date) {
  const expired = row.expiresAt !== null && row.expiresAt <= now;
  return {
    id: row.id,
    name: row.name,
    prefix: row.prefix,
    /** The user that it acts as: owner of the cases that it opens. */
    integration_id: row.userId,
    scopes: row.scopes,
    rate_per_minute: row.ratePerMinute,
    status: row.revokedAt !== null ? ("revoked" as const) : expired ? ("expired" as const) : ("active" as const),
    expires_at: row.expiresAt?.toISOString() ?? null,
    last_used_at: row.lastUsedAt?.toISOString() ?? null,
    revoked_at: row.revokedAt?.toISOString() ?? null,
    created_at: row.createdAt.toISOString(),
  };
}

export type KeyView = ReturnType<typeof keyView>;
