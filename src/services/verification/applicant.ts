// Who may join as a professional: somebody with a proved address and no part in the team.
import { eq } from "drizzle-orm";
import { conflict, forbidden } from "../../base/errors.ts";
import { professionals, users } from "../../db/schema.ts";
import type { Actor, ServiceContext } from "../context.ts";
import type { ProfessionalRow } from "../professionals/own-professional.ts";

export type Person = Extract<Actor, { kind: "person" }>;

export interface Applicant {
  email: string;
  /** Once something was sent. */
  row: ProfessionalRow | null;
}

/** Throws `forbidden` (403) for somebody anonymous, `team_account` (409) for an operator or coordinator. */
export async function applicantOf(ctx: ServiceContext, actor: Person): Promise<Applicant> {
  const [found] = await ctx.db
    .select({ email: users.email, isAnonymous: users.isAnonymous, role: users.role, row: professionals })
    .from(users)
    .leftJoin(professionals, eq(professionals.userId, users.id))
    .where(eq(users.id, actor.userId));
  if (found === undefined || found.isAnonymous) throw forbidden("Sign in with your e-mail first; a code proves it.");
  if (found.role === "operator" || found.role === "coordinator") throw teamAccount();
  return { email: found.email, row: found.row };
}

export function teamAccount() {
  return conflict(
    "team_account",
    "This address belongs to the team. Join with another address, so that nobody decides about their own cases.",
  );
}
