// The application on its way: kept under the account, so that a lost session or another device goes on where it was.
import { eq, sql } from "drizzle-orm";
import { conflict, invalid } from "../../base/errors.ts";
import { joinDrafts, representedParties } from "../../db/schema.ts";
import { licenceText, VERTICALS } from "../../domain/registration/licence.ts";
import type { ServiceContext } from "../context.ts";
import { parseInput } from "../parse-input.ts";
import type { ProfessionalRow } from "../professionals/own-professional.ts";
import { applicantOf, type Person } from "./applicant.ts";
import { type JoinFields, joinFields, withPatch } from "./join-fields.ts";
import { lastReview } from "./standing.ts";

/**
 * Any part of the fields; what was told stays. A first word after a refusal begins with what was sent then.
 * Throws `invalid_input`, `forbidden`, `team_account`, `already_sent` (409), `already_professional` (409).
 */
export async function saveDraft(ctx: ServiceContext, actor: Person, raw: unknown): Promise<JoinFields> {
  const patch = parseInput(joinFields, raw);
  const { row } = await applicantOf(ctx, actor);
  await mayWrite(ctx, row);
  const draft = await readDraft(ctx, actor, row);
  const { fields, problems } = withPatch(draft, patch);
  const [first] = problems;
  if (first !== undefined) throw invalid(first.problem, { fields: problems });
  const now = ctx.now();
  await ctx.db
    .insert(joinDrafts)
    .values({ userId: actor.userId, fields, createdAt: now, updatedAt: now })
    .onConflictDoUpdate({ target: joinDrafts.userId, set: { fields, updatedAt: now } });
  return fields;
}

/** Empty where nothing was told yet. Somebody refused finds what was sent. */
export async function readDraft(ctx: ServiceContext, actor: Person, row: ProfessionalRow | null): Promise<JoinFields> {
  const [kept] = await ctx.db.select().from(joinDrafts).where(eq(joinDrafts.userId, actor.userId));
  // What an older release kept in another form is told again.
  if (kept !== undefined) return joinFields.safeParse(kept.fields).data ?? {};
  if (row === null) return {};
  const parties = await ctx.db
    .select({ key: representedParties.partyKey })
    .from(representedParties)
    .where(eq(representedParties.professionalId, row.id));
  return (
    joinFields.safeParse(
      sentFields(
        row,
        parties.map(({ key }) => key),
      ),
    ).data ?? {}
  );
}

/** Throws where there is nothing to fill in: it was sent, or verified. */
export async function mayWrite(ctx: ServiceContext, row: ProfessionalRow | null): Promise<void> {
  if (row === null) return;
  if (row.status !== "pending") {
    throw conflict("already_professional", "You are verified already. Change your data in your profile.");
  }
  const review = await lastReview(ctx, row.id);
  if (review?.status === "open" || review?.status === "asked") {
    throw conflict("already_sent", "Your application is being checked. Answer or add documents on your page.");
  }
}

function sentFields(row: ProfessionalRow, represents: string[]) {
  const isLegal = row.vertical === "legal";
  return {
    vertical: VERTICALS.find((one) => one === row.vertical) ?? "legal",
    name: row.name,
    licence: licenceText(row.vertical, row.licenceUf, row.licenceNumber),
    licence_uf: row.licenceUf,
    other_licences: row.otherLicences.map((one) => licenceText(row.vertical, one.slice(0, 2), one.slice(3))),
    years_of_practice: row.yearsOfPractice,
    uf: row.uf,
    municipality: row.municipality,
    ...(isLegal ? { areas: row.areas, subareas: row.subareas } : {}),
    qualifications: row.qualifications,
    profile: row.profile,
    fee_cents: row.feeCents,
    languages: row.languages,
    practice: row.practice,
    capacity_monthly: row.capacityDeclared,
    remote: row.remote,
    represents,
  };
}

/** For the batch that sends it. */
export function dropDraft(userId: string, mine: ReturnType<typeof sql>) {
  return sql`DELETE FROM join_drafts WHERE user_id = ${userId} AND ${mine}`;
}
