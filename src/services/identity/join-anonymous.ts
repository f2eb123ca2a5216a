// An anonymous client signed in: what he began under no name becomes his own.
import { and, eq, sql } from "drizzle-orm";
import { auditRow } from "../../db/audit.ts";
import { audit, cases, contracts, notifications, reviews, sessions, signatures, users } from "../../db/schema.ts";
import type { ServiceContext } from "../context.ts";

/** Only a client takes cases over: a professional or operator who signs in on the same browser is not the client. */
export async function joinAnonymous(
  ctx: ServiceContext,
  input: { anonymousId: string; userId: string },
): Promise<void> {
  const { anonymousId, userId } = input;
  if (anonymousId === userId) return;
  const client = sql`EXISTS (SELECT 1 FROM users WHERE id = ${userId} AND role = 'client')`;
  await ctx.db.batch([
    ctx.db
      .update(cases)
      .set({ clientId: userId })
      .where(and(eq(cases.clientId, anonymousId), client)),
    ctx.db
      .update(contracts)
      .set({ clientId: userId })
      .where(and(eq(contracts.clientId, anonymousId), client)),
    ctx.db
      .update(signatures)
      .set({ userId })
      .where(and(eq(signatures.userId, anonymousId), client)),
    ctx.db
      .update(reviews)
      .set({ clientId: userId })
      .where(and(eq(reviews.clientId, anonymousId), client)),
    ctx.db
      .update(notifications)
      .set({ userId })
      .where(and(eq(notifications.userId, anonymousId), client)),
    // The old token opens nothing any more once there is nothing behind it.
    ctx.db.delete(sessions).where(and(eq(sessions.userId, anonymousId), client)),
    ctx.db.delete(users).where(and(eq(users.id, anonymousId), client)),
    ctx.db.insert(audit).values(auditRow(userId, "client.joined", userId, ctx.now())),
  ]);
}
