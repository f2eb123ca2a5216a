// The operator behind an address that somebody else has proved.
import { and, eq } from "drizzle-orm";
import { users } from "../../db/schema.ts";
import type { Actor, ServiceContext } from "../context.ts";

/** Null for everybody else: no proof makes an operator of somebody. `email` in lower case. */
export async function findOperator(
  ctx: ServiceContext,
  email: string,
): Promise<Extract<Actor, { kind: "person" }> | null> {
  const [row] = await ctx.db
    .select({ userId: users.id, locale: users.locale })
    .from(users)
    .where(and(eq(users.email, email), eq(users.role, "operator"), eq(users.isAnonymous, false)));
  return row === undefined ? null : { kind: "person", role: "operator", ...row };
}
