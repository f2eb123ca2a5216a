// What a person's own account is: tied to an address, or anonymous.
import { eq } from "drizzle-orm";
import { users } from "../../db/schema.ts";
import type { Actor, ServiceContext } from "../context.ts";

export interface Account {
  /** Null for an anonymous person. */
  email: string | null;
}

/** Someone whose account is gone counts as anonymous. */
export async function readAccount(ctx: ServiceContext, actor: Extract<Actor, { kind: "person" }>): Promise<Account> {
  const [row] = await ctx.db
    .select({ email: users.email, isAnonymous: users.isAnonymous })
    .from(users)
    .where(eq(users.id, actor.userId));
  return { email: row === undefined || row.isAnonymous ? null : row.email };
}
