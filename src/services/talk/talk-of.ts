// The one gate to a talk: the case's client, and the professional whose acceptance stands; for everyone else there is none.
import { and, eq, type SQL, sql } from "drizzle-orm";
import { conflict, notFound, type VezError } from "../../base/errors.ts";
import { blockedPairs, cases, offers, professionals, talkMutes } from "../../db/schema.ts";
import { type Side, type TalkState, talkState } from "../../domain/talk/sides.ts";
import type { Actor, ServiceContext } from "../context.ts";

export type Person = Extract<Actor, { kind: "person" }>;

export interface Talk {
  caseId: string;
  /** The acceptance that stands; null: nobody holds the case. */
  offerId: string | null;
  side: Side;
  state: TalkState;
  /** Who wanted no more of the other; null where nobody did. */
  blockedBy: Side | null;
  clientId: string;
  conversationId: string;
  zone: string;
  professional: { id: string; userId: string; name: string } | null;
  /** Until when the reader gets no notices: null he does, `always` for good, else ISO 8601. */
  mutedUntil: string | null;
}

/** Throws `not_found` for an unknown case, a stranger, an operator, and a professional who holds the case no more. */
export async function talkOf(ctx: ServiceContext, actor: Person, caseId: string): Promise<Talk> {
  const now = ctx.now();
  const [row] = await ctx.db
    .select({
      case: cases,
      offerId: offers.id,
      professionalId: professionals.id,
      professionalUserId: professionals.userId,
      name: professionals.name,
      blockedBy: blockedPairs.side,
      muteSide: talkMutes.side,
      muteUntil: talkMutes.until,
    })
    .from(cases)
    .leftJoin(offers, and(eq(offers.caseId, cases.id), eq(offers.status, "accepted")))
    .leftJoin(professionals, eq(professionals.id, offers.professionalId))
    .leftJoin(
      blockedPairs,
      and(eq(blockedPairs.clientId, cases.clientId), eq(blockedPairs.professionalId, professionals.id)),
    )
    .leftJoin(
      talkMutes,
      and(
        eq(talkMutes.offerId, offers.id),
        eq(
          talkMutes.side,
          sql`CASE WHEN ${cases.clientId} = ${actor.userId}::text THEN 'client' ELSE 'professional' END`,
        ),
      ),
    )
    .where(eq(cases.id, caseId));
  if (row === undefined) throw notFound("case");
  const side = sideOf(row.case.clientId, row.professionalUserId, actor);
  if (side === null) throw notFound("case");
  const { status, closedAt } = row.case;
  const facts = { status, held: row.offerId !== null, blocked: row.blockedBy !== null, closedAt };
  const state = talkState(facts, side, now);
  // The time in which he could read a closed case's talk is over.
  if (side === "professional" && state === "none") throw notFound("case");
  const muted = row.muteSide !== null && (row.muteUntil === null || row.muteUntil > now);
  return {
    caseId,
    offerId: row.offerId,
    side,
    state,
    blockedBy: row.blockedBy,
    clientId: row.case.clientId,
    conversationId: row.case.conversationId,
    zone: row.case.zone,
    professional:
      row.professionalId === null || row.professionalUserId === null
        ? null
        : { id: row.professionalId, userId: row.professionalUserId, name: row.name ?? "" },
    mutedUntil: muted ? (row.muteUntil?.toISOString() ?? "always") : null,
  };
}

/** The same where an acceptance is needed. Throws `talk_not_open` (409) for a client whose case nobody holds. */
export async function heldTalkOf(
  ctx: ServiceContext,
  actor: Person,
  caseId: string,
): Promise<Talk & { offerId: string; professional: NonNullable<Talk["professional"]> }> {
  const talk = await talkOf(ctx, actor, caseId);
  const { offerId, professional } = talk;
  if (offerId === null || professional === null) throw notOpen();
  return { ...talk, offerId, professional };
}

/** Over a statement that sees `cases` and `offers`: words pass between the two. */
export const passesSql: SQL = sql`(offers.status = 'accepted' AND cases.status IN ('accepted', 'signed') AND NOT EXISTS (
  SELECT 1 FROM blocked_pairs b WHERE b.client_id = cases.client_id AND b.professional_id = offers.professional_id))`;

function notOpen(): VezError {
  return conflict("talk_not_open", "You can write to each other once somebody has accepted the case.");
}

/** Why words do not pass, for the one who writes them. */
export function whyClosed(state: TalkState): VezError {
  if (state === "blocked") return conflict("talk_closed", "This talk was closed. What was written stays to be read.");
  if (state === "read_only") return conflict("case_closed", "This case is closed. What was written stays to be read.");
  return notOpen();
}

function sideOf(clientId: string, professionalUserId: string | null, actor: Person): Side | null {
  if (clientId === actor.userId) return "client";
  return professionalUserId === actor.userId ? "professional" : null;
}
