// The client says how to be reached, changes it, or takes it back; a search that waited for it goes on at once.
import { and, eq, ne, type SQL, sql } from "drizzle-orm";
import type * as z from "zod";
import { forbidden } from "../../base/errors.ts";
import { auditRow } from "../../db/audit.ts";
import { audit, clientReach, contracts } from "../../db/schema.ts";
import { mayReach } from "../../domain/reach/may-reach.ts";
import type { Reach } from "../../domain/reach/reach.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { lookAgain } from "../notify/look-again.ts";
import { insertedRows } from "../outbox/inserted-rows.ts";
import { parseInput } from "../parse-input.ts";
import { endWait } from "./end-wait.ts";
import { type ReachView, reachInput, reachOf, reachView } from "./reach-view.ts";

type Person = Extract<Actor, { kind: "person" }>;

/** What the person has said, or null. */
export async function readReach(ctx: ServiceContext, actor: Person): Promise<ReachView | null> {
  const [row] = await ctx.db.select().from(clientReach).where(eq(clientReach.userId, actor.userId));
  return row === undefined ? null : reachView(reachOf(row));
}

/**
 * The contact that professionals see follows it, and so do notices that wait for the safe hours. The audit keeps the channel,
 * never the address. Throws `invalid_input` (422) with `fields`, and `forbidden` for anyone but a client.
 */
export async function setReach(
  ctx: ServiceContext,
  actor: Person,
  raw: z.input<typeof reachInput>,
): Promise<ReachView> {
  return storeReach(ctx, actor, parseInput(reachInput, raw));
}

/** The same for what was checked at the door. */
export async function storeReach(ctx: ServiceContext, actor: Person, reach: Reach): Promise<ReachView> {
  requireClient(actor);
  const now = ctx.now();
  const at = now.toISOString();
  const values = { ...reach, assumed: false, updatedAt: now };
  const mine = sql`cases.client_id = ${actor.userId}`;
  const [, , due, , , again] = await ctx.db.batch([
    ctx.db
      .insert(clientReach)
      .values({ userId: actor.userId, createdAt: now, ...values })
      .onConflictDoUpdate({ target: clientReach.userId, set: values }),
    contactFollows(ctx, actor.userId, reach.address, now),
    ctx.db.execute(endWait(ctx, mine, at)[0]),
    ctx.db.execute(endWait(ctx, mine, at)[1]),
    ctx.db.execute(noticesFollow(actor.userId, reach, now)),
    ctx.db.execute(lookAgain(ctx, actor.userId)),
    ctx.db
      .insert(audit)
      .values(auditRow(actor.userId, "client.reach_set", actor.userId, now, { channel: reach.channel })),
  ]);
  await ctx.enqueue([...insertedRows(due), ...insertedRows(again)]);
  return reachView(reach);
}

/** Nothing is left of it: as if nothing had been said. Twice is once. */
export async function deleteReach(ctx: ServiceContext, actor: Person): Promise<void> {
  requireClient(actor);
  const now = ctx.now();
  const [, , again] = await ctx.db.batch([
    contactFollows(ctx, actor.userId, null, now),
    ctx.db.execute(noticesFollow(actor.userId, null, now)),
    ctx.db.execute(lookAgain(ctx, actor.userId)),
    ctx.db.execute(sql`
      WITH gone AS (DELETE FROM client_reach WHERE user_id = ${actor.userId} RETURNING user_id)
      INSERT INTO audit (id, actor, action, subject, detail, at)
      SELECT ${auditRow(actor.userId, "", "", now).id}, user_id, 'client.reach_deleted', user_id, '{}'::jsonb, ${now.toISOString()}::timestamptz
      FROM gone`),
  ]);
  await ctx.enqueue(insertedRows(again));
}

function requireClient(actor: Person): void {
  if (actor.role !== "client") throw forbidden("This is for clients: how Vez and their professional may reach them.");
}

/** The professional of a living agreement sees the new address, or none. */
function contactFollows(ctx: ServiceContext, userId: string, address: string | null, now: Date) {
  return ctx.db
    .update(contracts)
    .set({ clientContact: address, updatedAt: now })
    .where(and(eq(contracts.clientId, userId), ne(contracts.status, "voided"), ne(contracts.status, "closed")));
}

/** What nobody carries and still waits for the safe hours goes by the new word; where nothing may be written any more, only the page has it. */
function noticesFollow(userId: string, reach: Reach | null, now: Date): SQL {
  const at = now.toISOString();
  const waiting = sql`user_id = ${userId} AND status = 'stored' AND available_at > ${at}::timestamptz AND channel <> 'in_app'`;
  const may = reach === null ? ({ when: "never" } as const) : mayReach(reach, now);
  if (reach === null || may.when === "never") return sql`DELETE FROM notifications WHERE ${waiting}`;
  const from = may.when === "at" ? may.at.toISOString() : at;
  // Short, since a text on a phone is read on its locked screen.
  return sql`
    UPDATE notifications SET channel = ${reach.channel}, recipient = ${reach.address}, available_at = ${from}::timestamptz,
      text = CASE WHEN channel = ${reach.channel} THEN text ELSE concat_ws(E'\n', subject, link) END
    WHERE ${waiting}`;
}
