// Who was invited by an address that is his reads the invitation, accepts or declines it.
import { and, desc, eq, isNull, or, sql } from "drizzle-orm";
import * as z from "zod";
import { conflict, notFound } from "../../base/errors.ts";
import { auditRow } from "../../db/audit.ts";
import { insertIf } from "../../db/insert-if.ts";
import { audit, organisationMembers, organisations, users } from "../../db/schema.ts";
import {
  INVITATION_DAYS,
  type MemberRole,
  type MemberState,
  type OrganisationKind,
} from "../../domain/organisation.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { parseInput, type Unchecked } from "../parse-input.ts";
import { isUniqueViolation } from "../unique-violation.ts";

type Person = Extract<Actor, { kind: "person" }>;

/** Most invitations and memberships that one address is shown. */
const MOST = 50;

export interface MyMembership {
  id: string;
  organisation: string;
  kind: OrganisationKind;
  role: MemberRole;
  state: MemberState;
  invited_at: string;
}

/** Open invitations to the person's own address, and where he belongs now; newest first, at most 50. */
export async function listMyMemberships(
  ctx: ServiceContext,
  actor: Person,
): Promise<{ items: MyMembership[]; next: null }> {
  const rows = await ctx.db
    .select({ member: organisationMembers, organisation: organisations })
    .from(organisationMembers)
    .innerJoin(organisations, eq(organisations.id, organisationMembers.organisationId))
    .where(
      and(
        isNull(organisations.closedAt),
        or(
          and(eq(organisationMembers.userId, actor.userId), eq(organisationMembers.state, "member")),
          and(
            sql`${organisationMembers.email} = (${ownAddress(actor)})`,
            eq(organisationMembers.state, "invited"),
            fresh(ctx),
          ),
        ),
      ),
    )
    .orderBy(desc(organisationMembers.invitedAt), desc(organisationMembers.id))
    .limit(MOST);
  const items = rows.map(({ member, organisation }) => ({
    id: member.id,
    organisation: organisation.name,
    kind: organisation.kind,
    role: member.role,
    state: member.state,
    invited_at: member.invitedAt.toISOString(),
  }));
  return { items, next: null };
}

const input = z.object({ id: z.string().min(1).max(80), accept: z.boolean() });

/**
 * Accepting twice is accepting once. A client who accepts to coordinate becomes a coordinator; a professional stays one.
 * Throws `not_found` for an invitation to somebody else, `invitation_over`, `belongs_elsewhere`, `not_a_professional` (409).
 */
export async function answerInvitation(
  ctx: ServiceContext,
  actor: Person,
  raw: Unchecked<typeof input>,
): Promise<{ id: string; state: string }> {
  const { id, accept } = parseInput(input, raw);
  const [found] = await ctx.db
    .select({
      state: organisationMembers.state,
      role: organisationMembers.role,
      userId: organisationMembers.userId,
      fresh: sql<boolean>`${fresh(ctx)}`,
    })
    .from(organisationMembers)
    .where(and(eq(organisationMembers.id, id), sql`${organisationMembers.email} = (${ownAddress(actor)})`));
  if (found === undefined) throw notFound("invitation");
  const wanted = accept ? "member" : "declined";
  if (found.state === wanted && (found.userId === actor.userId || !accept)) return { id, state: wanted };
  if (found.state !== "invited" || !found.fresh) {
    throw conflict("invitation_over", "This invitation is over. Ask whoever invited you for a new one.");
  }
  if (accept && found.role === "professional" && actor.role !== "professional") {
    throw conflict("not_a_professional", "Sign up as a professional first, with this address; then accept.");
  }
  if (accept && found.role === "coordinator" && actor.role === "operator") {
    throw conflict("belongs_elsewhere", "An operator coordinates no organisation. Use another address for that.");
  }
  await store(ctx, actor, id, found.role, wanted);
  const [kept] = await ctx.db
    .select({ state: organisationMembers.state })
    .from(organisationMembers)
    .where(eq(organisationMembers.id, id));
  if (kept?.state !== wanted)
    throw conflict("invitation_over", "This invitation is over. Ask whoever invited you for a new one.");
  return { id, state: wanted };
}

async function store(ctx: ServiceContext, actor: Person, id: string, role: string, state: "member" | "declined") {
  const now = ctx.now();
  const mine = sql`EXISTS (SELECT 1 FROM organisation_members WHERE id = ${id} AND state = ${state} AND user_id = ${actor.userId})`;
  try {
    await ctx.db.batch([
      ctx.db
        .update(organisationMembers)
        .set({ state, userId: actor.userId, ...(state === "member" ? { joinedAt: now } : { leftAt: now }) })
        .where(and(eq(organisationMembers.id, id), eq(organisationMembers.state, "invited"))),
      ctx.db
        .update(users)
        .set({ role: "coordinator", updatedAt: now })
        .where(
          and(
            eq(users.id, actor.userId),
            eq(users.role, "client"),
            eq(users.isAnonymous, false),
            sql`${state} = 'member' AND ${role} = 'coordinator'`,
            mine,
          ),
        ),
      insertIf(
        ctx.db,
        audit,
        auditRow(actor.userId, `organisation.${state === "member" ? "joined" : "declined"}`, id, now, { role }),
        mine,
      ),
    ]);
  } catch (error) {
    if (!isUniqueViolation(error, "organisation_members_one_key")) throw error;
    throw conflict("belongs_elsewhere", "You belong to another organisation. Leave that one first, then accept.");
  }
}

function ownAddress(actor: Person) {
  return sql`SELECT email FROM users WHERE id = ${actor.userId} AND NOT is_anonymous AND email_verified`;
}

function fresh(ctx: ServiceContext) {
  const since = new Date(ctx.now().getTime() - INVITATION_DAYS * 86_400_000).toISOString();
  return sql`${organisationMembers.invitedAt} >= ${since}::timestamptz`;
}
