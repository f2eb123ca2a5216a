// What the ways to become an operator, and to stop being one, share: one lock, and who is free to become one.
import { type SQL, sql } from "drizzle-orm";
import type { ServiceContext } from "../context.ts";

/** Who comes and who goes happens one after another: two who leave at once must not leave nobody. First in its batch. */
export function lockOperators(ctx: ServiceContext) {
  return ctx.db.execute(sql`SELECT pg_advisory_xact_lock(hashtext('operators'))`);
}

export const anOperatorExists: SQL = sql`EXISTS (SELECT 1 FROM users WHERE role = 'operator')`;

/**
 * An account has one role: somebody with cases of his own, or a profile, would lose the way to them. He uses another
 * address for running the service.
 */
export function isFree(userId: string): SQL {
  return sql`EXISTS (
    SELECT 1 FROM users u WHERE u.id = ${userId} AND u.role = 'client' AND NOT u.is_anonymous
      AND NOT EXISTS (SELECT 1 FROM cases c WHERE c.client_id = u.id)
      AND NOT EXISTS (SELECT 1 FROM professionals p WHERE p.user_id = u.id))`;
}
