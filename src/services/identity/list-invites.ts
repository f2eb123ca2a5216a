// Invites for the console, newest first.
import { and, desc, eq, gt, isNull } from "drizzle-orm";
import * as z from "zod";
import { invites, users } from "../../db/schema.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { afterCursor, pageOf } from "../cursor.ts";
import { asOperator } from "../operations/as-operator.ts";
import { parseInput, type Unchecked } from "../parse-input.ts";
import { inviteItem } from "./invite-item.ts";

export const input = z.object({
  /** `open`: those that can still be accepted; all of them without it. */
  status: z.enum(["open"]).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(200).optional(),
});

/** Throws `not_found` for anyone but operators. */
export async function listInvites(ctx: ServiceContext, actor: Actor, raw: Unchecked<typeof input> = {}) {
  asOperator(actor);
  const { status, limit, cursor } = parseInput(input, raw);
  const now = ctx.now();
  const open = and(isNull(invites.acceptedAt), isNull(invites.revokedAt), gt(invites.expiresAt, now));
  const rows = await ctx.db
    .select({ invite: invites, invitedByName: users.name })
    .from(invites)
    .leftJoin(users, eq(users.id, invites.invitedBy))
    .where(and(status === "open" ? open : undefined, afterCursor(invites.createdAt, invites.id, cursor)))
    .orderBy(desc(invites.createdAt), desc(invites.id))
    .limit(limit + 1);
  const page = pageOf(rows, limit, ({ invite }) => ({ at: invite.createdAt, id: invite.id }));
  return {
    items: page.items.map(({ invite, invitedByName }) => inviteItem({ ...invite, invitedByName }, now)),
    next: page.next,
  };
}
