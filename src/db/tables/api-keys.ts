// Keys of programs: whom each acts as, what it may do, how often, and how often it did in its current minute.

import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import type { Scope } from "../../domain/keys/scopes.ts";
import { users } from "./identity.ts";
import { moment } from "./moment.ts";

export const apiKeys = pgTable(
  "api_keys",
  {
    id: text("id").primaryKey(),
    name: text("name").notNull(),
    /** The first letters of the key, for people who look for it in a list. */
    prefix: text("prefix").notNull(),
    /** SHA-256 (hex) of the key; the key itself is kept nowhere. */
    hash: text("hash").notNull(),
    /** The integration: a user of its own, so that what it opens is its own and it sees nothing else. */
    userId: text("user_id")
      .notNull()
      .references(() => users.id),
    scopes: text("scopes").array().$type<Scope[]>().notNull(),
    ratePerMinute: integer("rate_per_minute").notNull(),
    expiresAt: moment("expires_at"),
    createdBy: text("created_by").notNull(),
    createdAt: moment("created_at").notNull(),
    revokedAt: moment("revoked_at"),
    /** Written at most once a minute. */
    lastUsedAt: moment("last_used_at"),
  },
  (t) => [
    uniqueIndex("api_keys_hash_key").on(t.hash),
    index("api_keys_user_idx").on(t.userId),
    index("api_keys_created_idx").on(t.createdAt),
    check("api_keys_rate_check", sql`${t.ratePerMinute} BETWEEN 1 AND 6000`),
  ],
);

/** One narrow row a key, changed at every request: apart, so that the wide row is not rewritten. */
export const apiKeyWindows = pgTable("api_key_windows", {
  keyId: text("key_id")
    .primaryKey()
    .references(() => apiKeys.id, { onDelete: "cascade" }),
  startedAt: moment("started_at").notNull(),
  used: integer("used").notNull(),
});
