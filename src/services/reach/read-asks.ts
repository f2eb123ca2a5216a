// What a client is still to be asked about a case: how to be reached, and whether it is an earlier one told again.
import { and, eq, isNull } from "drizzle-orm";
import { notFound } from "../../base/errors.ts";
import { caseLikenesses, cases, clientReach, users } from "../../db/schema.ts";
import { inDanger } from "../../domain/reach/reach.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { type ReachView, reachOf, reachView } from "./reach-view.ts";

export interface Asks {
  reach: ReachView | null;
  /** True while the talk asks for it: the case was opened on the pages, is understood, and nobody has taken it. */
  asksReach: boolean;
  /** Until when the search waits for the answer (ISO 8601); null: it does not. */
  waitsUntil: string | null;
  danger: boolean;
  zone: string;
  /** The account's own address, or null. */
  email: string | null;
  /** An earlier case that this one is like, while the client has not said whether it is the same. */
  like: { caseId: string; openedAt: Date } | null;
  /** The case in which this one goes on, or null. */
  joinedInto: string | null;
}

const ASKED: ReadonlySet<string> = new Set(["matching", "choosing", "offering", "unmatched"]);

/** For the case's client alone; throws `not_found` for everyone else. */
export async function readAsks(
  ctx: ServiceContext,
  actor: Extract<Actor, { kind: "person" }>,
  caseId: string,
): Promise<Asks> {
  const [[found], [like]] = await ctx.db.batch([
    ctx.db
      .select({ case: cases, reach: clientReach, email: users.email, isAnonymous: users.isAnonymous, role: users.role })
      .from(cases)
      .innerJoin(users, eq(users.id, cases.clientId))
      .leftJoin(clientReach, eq(clientReach.userId, cases.clientId))
      .where(and(eq(cases.id, caseId), eq(cases.clientId, actor.userId))),
    ctx.db
      .select({ caseId: caseLikenesses.earlierId, openedAt: cases.createdAt })
      .from(caseLikenesses)
      .innerJoin(cases, eq(cases.id, caseLikenesses.earlierId))
      .where(and(eq(caseLikenesses.caseId, caseId), isNull(caseLikenesses.answer), eq(cases.clientId, actor.userId))),
  ]);
  if (found === undefined) throw notFound("case");
  const { case: row, reach } = found;
  const asked = ASKED.has(row.status);
  const waits = row.status === "matching" && row.reachBy !== null && row.reachBy > ctx.now();
  return {
    reach: reach === null ? null : reachView(reachOf(reach)),
    asksReach: row.asksReach && asked && reach === null && found.role === "client",
    waitsUntil: waits ? (row.reachBy?.toISOString() ?? null) : null,
    danger: inDanger(row.flags),
    zone: row.zone,
    email: found.isAnonymous ? null : found.email,
    like: asked && like !== undefined ? like : null,
    joinedInto: row.joinedInto,
  };
}
