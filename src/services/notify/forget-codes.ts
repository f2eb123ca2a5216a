// Takes sign-in codes out of the mail box when they have expired, and drops the counters whose time is over.
import { and, eq, lt, ne } from "drizzle-orm";
import { notifications } from "../../db/schema.ts";
import type { ServiceContext } from "../context.ts";
import { INVITE_HOURS } from "../identity/invite-item.ts";
import { forgetLimits } from "../identity/sign-in-limits.ts";

/** A code lives for ten minutes (src/http/auth.ts). */
const LIVES_MS = 10 * 60_000;

export async function forgetCodes(ctx: ServiceContext): Promise<{ forgotten: number }> {
  const inviteBefore = new Date(ctx.now().getTime() - INVITE_HOURS * 3_600_000);
  const before = new Date(ctx.now().getTime() - LIVES_MS);
  const rows = await ctx.db
    .update(notifications)
    .set({ text: "" })
    .where(and(eq(notifications.kind, "sign_in_code"), lt(notifications.createdAt, before), ne(notifications.text, "")))
    .returning({ id: notifications.id });
  // The link of an invite is dead by then.
  await ctx.db
    .update(notifications)
    .set({ text: "" })
    .where(
      and(eq(notifications.kind, "invite"), lt(notifications.createdAt, inviteBefore), ne(notifications.text, "")),
    );
  await forgetLimits(ctx);
  return { forgotten: rows.length };
}
