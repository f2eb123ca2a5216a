// Takes sign-in codes out of the mail box when they have expired, and drops the counters whose time is over.
import { and, eq, lt, ne } from "drizzle-orm";
import { notifications } from "../../db/schema.ts";
import type { ServiceContext } from "../context.ts";
import { forgetLimits } from "../identity/sign-in-limits.ts";

/** A code lives for ten minutes (src/http/auth.ts). */
const LIVES_MS = 10 * 60_000;

export async function forgetCodes(ctx: ServiceContext): Promise<{ forgotten: number }> {
  const before = new Date(ctx.now().getTime() - LIVES_MS);
  const rows = await ctx.db
    .update(notifications)
    .set({ text: "" })
    .where(and(eq(notifications.kind, "sign_in_code"), lt(notifications.createdAt, before), ne(notifications.text, "")))
    .returning({ id: notifications.id });
  await forgetLimits(ctx);
  return { forgotten: rows.length };
}
