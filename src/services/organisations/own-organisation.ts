// The organisation that somebody coordinates; for everyone else it does not exist.
import { and, eq, isNull } from "drizzle-orm";
import { notFound } from "../../base/errors.ts";
import { organisationMembers, organisations } from "../../db/schema.ts";
import type { Actor, ServiceContext } from "../context.ts";

export type OrganisationRow = typeof organisations.$inferSelect;

/** By membership, not by role: a lawyer may coordinate the firm in which he works. Throws `not_found`. */
export async function ownOrganisation(ctx: ServiceContext, actor: Actor): Promise<OrganisationRow> {
  if (actor.kind !== "person") throw notFound("organisation");
  const [found] = await ctx.db
    .select({ organisation: organisations })
    .from(organisationMembers)
    .innerJoin(organisations, eq(organisations.id, organisationMembers.organisationId))
    .where(
      and(
        eq(organisationMembers.userId, actor.userId),
        eq(organisationMembers.role, "coordinator"),
        eq(organisationMembers.state, "member"),
        isNull(organisations.closedAt),
      ),
    );
  if (found === undefined) throw notFound("organisation");
  return found.organisation;
}
