// The professional behind a signed-in person.
import { eq } from "drizzle-orm";
import { notFound } from "../../base/errors.ts";
import { professionals } from "../../db/schema.ts";
import type { Actor, ServiceContext } from "../context.ts";

export type ProfessionalRow = typeof professionals.$inferSelect;

/** Throws `not_found` for someone who has no professional profile. */
export async function ownProfessional(
  ctx: ServiceContext,
  actor: Extract<Actor, { kind: "person" }>,
): Promise<ProfessionalRow> {
  const [row] = await ctx.db.select().from(professionals).where(eq(professionals.userId, actor.userId));
  if (row === undefined) throw notFound("professional profile");
  return row;
}

/** For operators, who are checked before. Throws `not_found`. */
export async function professionalById(ctx: ServiceContext, id: string): Promise<ProfessionalRow> {
  const [row] = await ctx.db.select().from(professionals).where(eq(professionals.id, id));
  if (row === undefined) throw notFound("professional");
  return row;
}
