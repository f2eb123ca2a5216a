// Whoever was invited, and has proved the invited address, becomes an operator.
import { and, eq, sql } from "drizzle-orm";
import * as z from "zod";
import { conflict, forbidden, notFound, VezError } from "../../base/errors.ts";
import { sha256Hex } from "../../base/secret-text.ts";
import { auditRow } from "../../db/audit.ts";
import { insertIf } from "../../db/insert-if.ts";
import { outboxRow } from "../../db/outbox.ts";
import { audit, invites, notifications, users } from "../../db/schema.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { insertOutbox } from "../outbox/insert-outbox.ts";
import { insertedRows } from "../outbox/inserted-rows.ts";
import { parseInput, type Unchecked } from "../parse-input.ts";
import { personName } from "./become-first-operator.ts";
import { isFree, lockOperators } from "./operators-sql.ts";

/** Of a link, base64url. */
const token = z.string().regex(/^[\w-]{43}$/);
/** What is no token at all is like one that nobody made. */
export const input = z.object({ token: z.unknown(), name: personName });

export interface ReadInvite {
  id: string;
  email: string;
  /** Who invites, by name; empty where it is not known. */
  invitedBy: string;
}

/** The open invite behind a link. Throws `not_found`, and `invite_over` (410) for one that was used, revoked or ran out. */
export async function readInvite(ctx: ServiceContext, raw: { token: unknown }): Promise<ReadInvite> {
  const { invite, name } = await findInvite(ctx, raw.token);
  if (invite.acceptedAt !== null || invite.revokedAt !== null || invite.expiresAt <= ctx.now()) throw over();
  return {
    id: invite.id,
    email: invite.email,
    invitedBy: name ?? "",
  };
}

/**
 * Accepting twice is accepting once. Throws as readInvite does, `forbidden` for a session of another address, and
 * `address_in_use` (409) for an account that has cases or a profile.
 */
export async function acceptInvite(
  ctx: ServiceContext,
  actor: Actor,
  raw: Unchecked<typeof input>,
): Promise<{ role: "operator" }> {
  const { token, name } = parseInput(input, raw);
  if (actor.kind !== "person") throw notFound("invite");
  const { userId, locale } = actor;
  const { invite } = await findInvite(ctx, token);
  const given = { role: invite.role };
  if (invite.acceptedBy === userId) return given;
  if (invite.acceptedAt !== null || invite.revokedAt !== null || invite.expiresAt <= ctx.now()) throw over();
  const [person] = await ctx.db
    .select({ email: users.email, role: users.role, isAnonymous: users.isAnonymous })
    .from(users)
    .where(eq(users.id, userId));
  if (person === undefined || person.isAnonymous || person.email !== invite.email) {
    throw forbidden("This invite is for another address. Sign in with the address that it was sent to.");
  }

  const now = ctx.now();
  const entry = auditRow(userId, "invite.accepted", invite.id, now, {
    role: invite.role,
    invited_by: invite.invitedBy,
  });
  const mine = sql`EXISTS (SELECT 1 FROM audit WHERE id = ${entry.id})`;
  const isOpen = sql`EXISTS (
    SELECT 1 FROM invites WHERE id = ${invite.id} AND accepted_at IS NULL AND revoked_at IS NULL
      AND expires_at > ${now.toISOString()}::timestamptz)`;
  const fits = sql`${isFree(userId)} OR EXISTS (SELECT 1 FROM users WHERE id = ${userId} AND role = ${invite.role})`;
  const news = outboxRow(
    "operators.notify",
    `invite:${invite.id}:accepted`,
    { kind: "operators_changed", params: { what: "joined" } },
    { now, traceId: ctx.traceId },
  );
  const [, , , , , queued, [left]] = await ctx.db.batch([
    lockOperators(ctx),
    insertIf(ctx.db, audit, entry, sql`${isOpen} AND (${fits})`),
    ctx.db.update(invites).set({ acceptedAt: now, acceptedBy: userId }).where(sql`id = ${invite.id} AND ${mine}`),
    ctx.db
      .update(users)
      .set({ role: invite.role, name, locale, updatedAt: now })
      .where(sql`id = ${userId} AND ${mine}`),
    ctx.db
      .update(notifications)
      .set({ text: "" })
      .where(sql`key = ${`invite:${invite.id}`} AND ${mine}`),
    ctx.db.execute(insertOutbox([news], mine)),
    ctx.db
      .select({ acceptedBy: invites.acceptedBy, isOpen: sql<boolean>`${isOpen}` })
      .from(invites)
      .where(and(eq(invites.id, invite.id))),
  ]);
  await ctx.enqueue(insertedRows(queued));
  if (left?.acceptedBy === userId) return given;
  if (left?.isOpen !== true) throw over();
  throw conflict("address_in_use", "This address has cases or a profile here. Ask for an invite to another address.");
}

async function findInvite(ctx: ServiceContext, typed: unknown) {
  const known = token.safeParse(typed);
  if (!known.success) throw notFound("invite");
  const [row] = await ctx.db
    .select({ invite: invites, name: users.name })
    .from(invites)
    .leftJoin(users, eq(users.id, invites.invitedBy))
    .where(eq(invites.tokenHash, await sha256Hex(known.data)));
  if (row === undefined) throw notFound("invite");
  return row;
}

function over(): VezError {
  return new VezError("invite_over", {
    status: 410,
    detail: "This invite was used, taken back, or is older than 72 hours. Ask for another one.",
  });
}
