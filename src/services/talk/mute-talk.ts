// A side of a talk wants no notices of it, for some hours or for good; or wants them again.
import { and, eq } from "drizzle-orm";
import * as z from "zod";
import { auditRow } from "../../db/audit.ts";
import { audit, talkMutes } from "../../db/schema.ts";
import type { ServiceContext } from "../context.ts";
import { heldTalkOf, type Person } from "./talk-of.ts";

export const muteInput = z.object({
  /** Null: for good. */
  hours: z.int({ error: "hours is a whole number from 1 to 720, or null for good." }).min(1).max(720).nullable(),
});

const HOUR_MS = 3_600_000;

/** Words still come and the page still shows them. `muted_until` as in the talk: `always`, ISO 8601, or null. */
export async function muteTalk(
  ctx: ServiceContext,
  actor: Person,
  caseId: string,
  { hours }: z.infer<typeof muteInput>,
): Promise<{ muted_until: string }> {
  const { offerId, side } = await heldTalkOf(ctx, actor, caseId);
  const now = ctx.now();
  const until = hours === null ? null : new Date(now.getTime() + hours * HOUR_MS);
  await ctx.db.batch([
    ctx.db
      .insert(talkMutes)
      .values({ offerId, side, until, createdAt: now })
      .onConflictDoUpdate({ target: [talkMutes.offerId, talkMutes.side], set: { until, createdAt: now } }),
    ctx.db.insert(audit).values(auditRow(actor.userId, "talk.muted", caseId, now, { hours })),
  ]);
  return { muted_until: until?.toISOString() ?? "always" };
}

export async function unmuteTalk(ctx: ServiceContext, actor: Person, caseId: string): Promise<{ muted_until: null }> {
  const { offerId, side } = await heldTalkOf(ctx, actor, caseId);
  await ctx.db.batch([
    ctx.db.delete(talkMutes).where(and(eq(talkMutes.offerId, offerId), eq(talkMutes.side, side))),
    ctx.db.insert(audit).values(auditRow(actor.userId, "talk.unmuted", caseId, ctx.now())),
  ]);
  return { muted_until: null };
}
