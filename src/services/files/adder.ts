// Who adds files to a case: its client, or the professional whose acceptance stands; and which files a reader of it sees.
import { type SQL, sql } from "drizzle-orm";
import { VezError } from "../../base/errors.ts";
import { caseFiles } from "../../db/schema.ts";
import { isOver } from "../../domain/case-state.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { type CaseRow, visibleCase } from "../intake/visible-case.ts";
import { talkOf } from "../talk/talk-of.ts";

type Person = Extract<Actor, { kind: "person" }>;

interface Adder {
  /** The acceptance of the professional; null: the client. */
  offerId: string | null;
  /** False where the case takes no more files from this side. */
  open: boolean;
}

/** Throws `not_found` for everybody else, operators included. */
export async function adderOf(ctx: ServiceContext, actor: Person, caseId: string): Promise<Adder> {
  const row = await clientsCase(ctx, actor, caseId);
  if (row !== null) return { offerId: null, open: !isOver(row.status) };
  const { offerId, state } = await talkOf(ctx, actor, caseId);
  return { offerId, open: state === "open" };
}

async function clientsCase(ctx: ServiceContext, actor: Person, caseId: string): Promise<CaseRow | null> {
  try {
    return await visibleCase(ctx, { ...actor, role: "client" }, caseId);
  } catch (error) {
    if (error instanceof VezError && error.code === "not_found") return null;
    throw error;
  }
}

/** Of this adder's own: what he may rename and delete. */
export function addedBy({ offerId }: Adder): SQL {
  return offerId === null ? sql`${caseFiles.offerId} IS NULL` : sql`${caseFiles.offerId} = ${offerId}`;
}

/**
 * Whether the reader may see the case is decided before. The client's files are for whoever holds the case; a professional's
 * for him and the client alone, not for whoever takes the case after him.
 */
export function shownTo(actor: Person): SQL | undefined {
  if (actor.role === "operator") return undefined;
  return sql`(${caseFiles.offerId} IS NULL
    OR EXISTS (SELECT 1 FROM cases c WHERE c.id = ${caseFiles.caseId} AND c.client_id = ${actor.userId})
    OR EXISTS (
      SELECT 1 FROM offers o JOIN professionals p ON p.id = o.professional_id
      WHERE o.id = ${caseFiles.offerId} AND o.status = 'accepted' AND p.user_id = ${actor.userId}))`;
}
