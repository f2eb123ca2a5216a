// The client wrote or corrected something: noted beside the answer, which does not wait for it.
import { sql } from "drizzle-orm";
import type { ServiceContext } from "../context.ts";
import { seenSql } from "../talk/client-seen.ts";

/** One writing an hour is enough for silences that are counted in days. Never fails: a note that is missed is made by the next word. */
export async function clientSeen(ctx: ServiceContext, caseId: string): Promise<void> {
  const now = ctx.now();
  const before = new Date(now.getTime() - 3_600_000).toISOString();
  try {
    const stale = sql`(client_seen_at IS NULL OR client_seen_at < ${before}::timestamptz OR silence_reminders > 0)`;
    await ctx.db.execute(seenSql(caseId, now, stale));
  } catch (error) {
    ctx.log.warn("client_seen_failed", { case_id: caseId, error });
  }
}
