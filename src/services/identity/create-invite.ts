// An operator invites another one by e-mail: a link that is good once, for 72 hours. Coordinators are invited by their organisation.
import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import * as z from "zod";
import { conflict } from "../../base/errors.ts";
import { newId } from "../../base/ids.ts";
import { randomToken, sha256Hex } from "../../base/secret-text.ts";
import { auditRow } from "../../db/audit.ts";
import { insertIf } from "../../db/insert-if.ts";
import { audit, invites, notifications, users } from "../../db/schema.ts";
import { render } from "../../domain/notifications/templates.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { letterStatus, sendings } from "../notify/outside-row.ts";
import { asOperator } from "../operations/as-operator.ts";
import { parseInput, type Unchecked } from "../parse-input.ts";
import { isUniqueViolation } from "../unique-violation.ts";
import { INVITE_HOURS, type InviteItem, inviteItem } from "./invite-item.ts";
import { countTry } from "./sign-in-limits.ts";

const HOUR_MS = 3_600_000;
/** A team is invited in an afternoon; a stolen session must not write to the world. */
const INVITES_PER_DAY = 40;

export const input = z.object({
  email: z
    .string()
    .trim()
    .toLowerCase()
    .max(254)
    .pipe(z.email({ error: "It should look like name@example.com." })),
});

/**
 * An open invite of the same address is taken back: the newest link counts. Throws `not_found` for
 * anyone but operators, `already_operator` and `address_in_use` (409), `too_many_invites` (429).
 */
export async function createInvite(
  ctx: ServiceContext,
  actor: Actor,
  raw: Unchecked<typeof input>,
): Promise<InviteItem> {
  const operator = asOperator(actor);
  const { email } = parseInput(input, raw);
  await refuseTaken(ctx, email);
  const bound = { key: `invites_day:${operator.userId}`, most: INVITES_PER_DAY, windowMs: 24 * HOUR_MS };
  await countTry(ctx, bound, "too_many_invites", "You have sent many invites today.");

  const now = ctx.now();
  const token = randomToken();
  const invite = {
    id: newId("inv", now.getTime()),
    email,
    role: "operator" as const,
    tokenHash: await sha256Hex(token),
    invitedBy: operator.userId,
    createdAt: now,
    expiresAt: new Date(now.getTime() + INVITE_HOURS * HOUR_MS),
  };
  const older = and(eq(invites.email, email), isNull(invites.acceptedAt), isNull(invites.revokedAt));
  // Who lost the right in this very moment invites nobody.
  const may = sql`EXISTS (SELECT 1 FROM users WHERE id = ${operator.userId} AND role = 'operator')`;
  const row = letter(ctx, invite, token, operator.locale);
  const sending = sendings(ctx, [row]);
  try {
    const [, , , , , queued] = await ctx.db.batch([
      ctx.db
        .update(notifications)
        .set({ text: "" })
        .where(inArray(notifications.key, ctx.db.select({ key: sql`'invite:' || id` }).from(invites).where(older))),
      ctx.db.update(invites).set({ revokedAt: now }).where(older),
      insertIf(ctx.db, invites, invite, may),
      insertIf(ctx.db, notifications, row, may),
      insertIf(ctx.db, audit, auditRow(operator.userId, "invite.created", invite.id, now, { role: invite.role }), may),
      ctx.db.execute(sending.statement),
    ]);
    await sending.enqueue(queued);
  } catch (error) {
    if (!isUniqueViolation(error, "invites_open_key")) throw error;
    throw conflict("changed_meanwhile", "Somebody invited this address at the same moment. Reload the list.");
  }
  if (row.status === "stored") ctx.metrics.count("notifications_sent_total", { type: "invite", status: "stored" });
  return inviteItem({ ...invite, invitedByName: null, acceptedAt: null, revokedAt: null }, now);
}

async function refuseTaken(ctx: ServiceContext, email: string): Promise<void> {
  const [person] = await ctx.db
    .select({
      role: users.role,
      busy: sql<boolean>`EXISTS (SELECT 1 FROM cases c WHERE c.client_id = users.id)`,
    })
    .from(users)
    .where(eq(users.email, email));
  if (person === undefined) return;
  if (person.role === "operator") throw conflict("already_operator", "This address belongs to an operator already.");
  if (person.busy || person.role !== "client") {
    throw conflict("address_in_use", "This address has cases or a profile here. Invite another address of theirs.");
  }
}

/** The link is nowhere but in this message, and goes from it when the invite is over. */
function letter(
  ctx: ServiceContext,
  invite: { id: string; email: string; createdAt: Date },
  token: string,
  locale: "pt-BR" | "en",
): typeof notifications.$inferInsert & { status: "stored" | "queued" } {
  const { subject, text } = render("invite", {}, locale);
  const link = new URL(`/invite?${new URLSearchParams({ token })}`, ctx.publicOrigin).href;
  return {
    id: newId("ntf", invite.createdAt.getTime()),
    key: `invite:${invite.id}`,
    recipient: invite.email,
    channel: "email",
    kind: "invite",
    subject,
    text: `${text}\n\n${link}`,
    locale,
    status: letterStatus(ctx),
    createdAt: invite.createdAt,
  };
}
