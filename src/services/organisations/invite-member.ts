// A coordinator (or an operator for any organisation) invites somebody by address.
import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import * as z from "zod";
import { notFound } from "../../base/errors.ts";
import { organisationMembers, organisations } from "../../db/schema.ts";
import { INVITATION_DAYS, MEMBER_ROLES } from "../../domain/organisation.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { countTry } from "../identity/sign-in-limits.ts";
import { asOperator } from "../operations/as-operator.ts";
import { parseInput, type Unchecked } from "../parse-input.ts";
import { emailField, invitationRows } from "./invitation-rows.ts";
import { ownOrganisation } from "./own-organisation.ts";

export const input = z.object({
  email: emailField,
  role: z.enum(MEMBER_ROLES, { error: `The role is one of ${MEMBER_ROLES.join(", ")}.` }),
});

export interface InvitedMember {
  id: string;
  email: string;
  role: string;
  state: string;
}

/** A house is invited in a day; a stolen session must not write to the world. */
const INVITATIONS_PER_DAY = 100;
const DAY_MS = 86_400_000;

/**
 * The same address invited twice is one invitation; one that ran out is made anew. Throws `invalid_input`, `not_found`,
 * `too_many_invites` (429).
 */
export async function inviteMember(
  ctx: ServiceContext,
  actor: Actor,
  raw: Unchecked<typeof input> & { organisationId?: string },
): Promise<InvitedMember> {
  const { email, role } = parseInput(input, raw);
  const organisation =
    raw.organisationId === undefined
      ? await ownOrganisation(ctx, actor)
      : await anyOrganisation(ctx, actor, raw.organisationId);
  if (actor.kind !== "person") throw notFound("organisation");
  const bound = { key: `org_invites_day:${actor.userId}`, most: INVITATIONS_PER_DAY, windowMs: DAY_MS };
  await countTry(ctx, bound, "too_many_invites", "You have sent many invitations today.");
  const now = ctx.now();
  const invited = invitationRows(ctx, {
    organisationId: organisation.id,
    organisation: organisation.name,
    email,
    role,
    by: actor,
  });
  const stale = new Date(now.getTime() - INVITATION_DAYS * DAY_MS).toISOString();
  const answers = await ctx.db.batch([
    ctx.db
      .update(organisationMembers)
      .set({ state: "left", leftAt: now })
      .where(
        and(
          eq(organisationMembers.organisationId, organisation.id),
          eq(organisationMembers.email, email),
          eq(organisationMembers.role, role),
          eq(organisationMembers.state, "invited"),
          sql`${organisationMembers.invitedAt} < ${stale}::timestamptz`,
        ),
      ),
    ...invited.statements,
  ]);
  await invited.enqueue(answers.at(-1));
  const [kept] = await ctx.db
    .select({
      id: organisationMembers.id,
      email: organisationMembers.email,
      role: organisationMembers.role,
      state: organisationMembers.state,
    })
    .from(organisationMembers)
    .where(
      and(
        eq(organisationMembers.organisationId, organisation.id),
        eq(organisationMembers.email, email),
        eq(organisationMembers.role, role),
        inArray(organisationMembers.state, ["invited", "member"]),
      ),
    );
  if (kept === undefined) throw notFound("invitation");
  return kept;
}

async function anyOrganisation(ctx: ServiceContext, actor: Actor, id: string) {
  asOperator(actor);
  const [row] = await ctx.db
    .select()
    .from(organisations)
    .where(and(eq(organisations.id, id), isNull(organisations.closedAt)));
  if (row === undefined) throw notFound("organisation");
  return row;
}
