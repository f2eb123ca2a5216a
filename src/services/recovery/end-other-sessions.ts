// Who came back on another device leaves all others.
import { and, eq, ne } from "drizzle-orm";
import { sessions } from "../../db/schema.ts";
import type { ServiceContext } from "../context.ts";

/** Ends every session of the client but the one with `token`. */
export async function endOtherSessions(ctx: ServiceContext, input: { userId: string; token: string }): Promise<void> {
  await ctx.db.delete(sessions).where(and(eq(sessions.userId, input.userId), ne(sessions.token, input.token)));
}
