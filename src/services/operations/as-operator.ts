// The operator behind an action; for everyone else the console does not exist.
import { eq } from "drizzle-orm";
import { notFound } from "../../base/errors.ts";
import { users } from "../../db/schema.ts";
import type { Actor, ServiceContext } from "../context.ts";

export type Operator = Extract<Actor, { kind: "person" }>;

/** Throws `not_found` for anyone but an operator. */
export function asOperator(actor: Actor): Operator {
  if (actor.kind !== "person" || actor.role !== "operator") throw notFound("page");
  return actor;
}

/** The name under which an operator writes to a client. */
export async function operatorName(ctx: ServiceContext, operator: Operator): Promise<string> {
  const [row] = await ctx.db.select({ name: users.name }).from(users).where(eq(users.id, operator.userId));
  return row?.name.trim() || "Vez";
}
