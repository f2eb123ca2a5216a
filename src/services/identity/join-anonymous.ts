// An anonymous client signed in: what he began under no name becomes his own.
import { and, eq, sql } from "drizzle-orm";
import { auditRow } from "../../db/audit.ts";
import { insertIf } from "../../db/insert-if.ts";
import {
  audit,
  blockedPairs,
  cases,
  clientReach,
  contracts,
  joinedUsers,
  notifications,
  pushDevices,
  recoveries,
  reviews,
  sessions,
  signatures,
  users,
  whatsappContacts,
} from "../../db/schema.ts";
import type { ServiceContext } from "../context.ts";
import { forgetAssumed } from "../reach/forget-assumed.ts";

/** Only a client takes cases over: a professional or operator who signs in on the same browser is not the client. */
export async function joinAnonymous(
  ctx: ServiceContext,
  input: { anonymousId: string; userId: string },
): Promise<void> {
  const { anonymousId, userId } = input;
  if (anonymousId === userId) return;
  const now = ctx.now();
  const client = sql`EXISTS (SELECT 1 FROM users WHERE id = ${userId} AND role = 'client')`;
  const joins = sql`${client} AND EXISTS (SELECT 1 FROM users WHERE id = ${anonymousId})`;
  // One account may be joined from several browsers: what each join makes has a name of its own.
  const nth = sql`substr(md5(${anonymousId}::text), 1, 12)`;
  await ctx.db.batch([
    // The cases first, as everywhere: whoever says stop in one at this moment locks the case, then its client.
    ctx.db.execute(sql`SELECT id FROM cases WHERE client_id = ${anonymousId} ORDER BY id FOR UPDATE`),
    ctx.db.execute(sql`SELECT id FROM users WHERE id IN (${anonymousId}, ${userId}) ORDER BY id FOR UPDATE`),
    insertIf(ctx.db, joinedUsers, { oldId: anonymousId, userId, joinedAt: now }, joins).onConflictDoNothing(),
    insertIf(ctx.db, audit, auditRow(userId, "client.joined", userId, now), joins),
    ctx.db
      .update(cases)
      // The key was one of the old account's; in the new one another case may hold the same.
      .set({ clientId: userId, openKey: null })
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
    ctx.db
      .update(whatsappContacts)
      .set({ userId })
      .where(and(eq(whatsappContacts.userId, anonymousId), client)),
    // How he wanted to be told holds where the account has not said it.
    ctx.db.execute(sql`
      INSERT INTO notice_preferences (user_id, off, first, phone, quiet_from, quiet_until, zone, urgent_anytime, created_at, updated_at)
      SELECT ${userId}, off, first, phone, quiet_from, quiet_until, zone, urgent_anytime, created_at, updated_at
      FROM notice_preferences WHERE user_id = ${anonymousId} AND ${client}
      ON CONFLICT DO NOTHING`),
    // His browsers are woken for the account from now on, and their vendor is told so.
    ctx.db.execute(sql`
      INSERT INTO outbox (id, lane, name, version, key, body, trace_id, status, attempts, available_at, queued_at, created_at)
      SELECT 'out_' || d.id || '_' || ${nth}, 'low', 'device.sync', 1, 'device.sync:' || d.id || ':' || ${anonymousId}::text,
        jsonb_build_object('deviceId', d.id), ${ctx.traceId}, 'pending', 0,
        ${now.toISOString()}::timestamptz, NULL, ${now.toISOString()}::timestamptz
      FROM push_devices d WHERE d.user_id = ${anonymousId} AND ${joins}
      ON CONFLICT (key) DO NOTHING`),
    ctx.db
      .update(pushDevices)
      .set({ userId })
      .where(and(eq(pushDevices.userId, anonymousId), client)),
    // What is still to be sent would look for somebody who is gone.
    ctx.db.execute(sql`
      UPDATE outbox SET body = jsonb_set(body, '{userId}', to_jsonb(${userId}::text))
      WHERE status <> 'done' AND body->>'userId' = ${anonymousId} AND ${client}`),
    // "Stop" holds for the person, under whichever name he said it.
    ctx.db.execute(sql`
      UPDATE users SET opted_out_at = a.opted_out_at FROM users a
      WHERE users.id = ${userId} AND users.role = 'client' AND users.opted_out_at IS NULL
        AND a.id = ${anonymousId} AND a.opted_out_at IS NOT NULL`),
    ctx.db.execute(sql`
      INSERT INTO blocked_pairs (client_id, professional_id, side, case_id, created_at)
      SELECT ${userId}, professional_id, side, case_id, created_at FROM blocked_pairs WHERE client_id = ${anonymousId} AND ${client}
      ON CONFLICT DO NOTHING`),
    ctx.db.delete(blockedPairs).where(and(eq(blockedPairs.clientId, anonymousId), client)),
    // Of two answers the later one counts, and what was said before what was assumed.
    ctx.db.execute(sql`
      DELETE FROM client_reach r USING client_reach o
      WHERE r.user_id IN (${anonymousId}, ${userId}) AND o.user_id IN (${anonymousId}, ${userId}) AND ${client}
        AND (NOT r.assumed, r.updated_at, r.user_id = ${anonymousId}) < (NOT o.assumed, o.updated_at, o.user_id = ${anonymousId})`),
    ctx.db
      .update(clientReach)
      .set({ userId })
      .where(and(eq(clientReach.userId, anonymousId), client)),
    ctx.db.execute(forgetAssumed(sql`${userId}::text`, now)),
    // Words made before anybody signed in on this browser may be somebody else's: they open nothing that was there before them.
    ctx.db.execute(sql`
      DELETE FROM recoveries WHERE user_id = ${anonymousId} AND ${client} AND EXISTS (
        SELECT 1 FROM users u JOIN users a ON a.id = ${anonymousId} WHERE u.id = ${userId} AND u.created_at < a.created_at)`),
    ctx.db
      .update(recoveries)
      .set({ userId })
      .where(and(eq(recoveries.userId, anonymousId), client)),
    // Under two names he may have told the same twice.
    ctx.db.execute(sql`
      INSERT INTO outbox (id, lane, name, version, key, body, trace_id, status, attempts, available_at, queued_at, created_at)
      SELECT 'out_' || substr(c.id, 5) || '_cj' || ${nth}, 'low', 'case.compare', 1, 'case.compare:' || c.id || ':' || ${anonymousId}::text,
        jsonb_build_object('caseId', c.id), ${ctx.traceId}, 'pending', 0,
        ${now.toISOString()}::timestamptz, NULL, ${now.toISOString()}::timestamptz
      FROM cases c WHERE c.client_id = ${userId} AND c.triaged_at IS NOT NULL AND c.status IN ('matching', 'choosing', 'offering', 'unmatched')
        AND ${joins}
      ON CONFLICT (key) DO NOTHING`),
    // The old token opens nothing any more once there is nothing behind it.
    ctx.db.delete(sessions).where(and(eq(sessions.userId, anonymousId), client)),
    ctx.db.delete(users).where(and(eq(users.id, anonymousId), client)),
  ]);
}
