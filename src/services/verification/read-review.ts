// One verification with all its evidence, for the operator who decides it; that it was read is in the audit.
import { and, desc, eq, ne, sql } from "drizzle-orm";
import { professionals, verificationReviews } from "../../db/schema.ts";
import { licenceText } from "../../domain/registration/licence.ts";
import { PUBLIC_REGISTERS } from "../../domain/registration/registry.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { asOperator } from "../operations/as-operator.ts";
import { auditReading } from "../operations/audit-reading.ts";
import { registerOf } from "../professionals/claims.ts";
import { readBoth } from "./decide-review.ts";
import { listPapers, ownerOf } from "./papers.ts";

const MOST_EARLIER = 10;

/** Throws `not_found` for an unknown one, and for anybody but operators. */
export async function readReview(ctx: ServiceContext, actor: Actor, id: string) {
  const operator = asOperator(actor);
  const { review, professional } = await readBoth(ctx, id);
  const owner = await ownerOf(ctx, professional.id);
  const sameNumber = and(
    eq(professionals.vertical, professional.vertical),
    eq(professionals.licenceUf, professional.licenceUf),
    eq(professionals.licenceNumber, professional.licenceNumber),
  );
  const [shown, duplicates, earlier] = await Promise.all([
    listPapers(ctx, owner),
    ctx.db
      .select({
        id: professionals.id,
        name: professionals.name,
        status: professionals.status,
        licenceStatus: professionals.licenceStatus,
      })
      .from(professionals)
      .where(and(sameNumber, ne(professionals.id, professional.id)))
      .limit(MOST_EARLIER),
    ctx.db
      .select({ review: verificationReviews, name: professionals.name })
      .from(verificationReviews)
      .innerJoin(professionals, eq(professionals.id, verificationReviews.professionalId))
      .where(
        and(
          eq(verificationReviews.status, "refused"),
          ne(verificationReviews.id, id),
          sql`(${professionals.id} = ${professional.id} OR (${sameNumber}))`,
        ),
      )
      .orderBy(desc(verificationReviews.createdAt))
      .limit(MOST_EARLIER),
    auditReading(ctx, operator, "verification.read", id),
  ]);
  const { claims, before, evidence } = review;
  const said = (one: typeof claims) => ({
    name: one.name,
    licence: licenceText(professional.vertical, one.licence_uf, one.licence_number),
    other_licences: one.other_licences.map((text) =>
      licenceText(professional.vertical, text.slice(0, 2), text.slice(3)),
    ),
    qualifications: one.qualifications,
  });
  return {
    id: review.id,
    kind: review.kind,
    status: review.status,
    vertical: professional.vertical,
    created_at: review.createdAt.toISOString(),
    updated_at: review.updatedAt.toISOString(),
    decided_at: review.decidedAt?.toISOString() ?? null,
    refusal_reasons: review.refusalReasons,
    refusal_words: review.refusalWords,
    claims: said(claims),
    before: before === null ? null : said(before),
    words: review.words,
    registry: evidence.registry ?? null,
    checks: evidence.checks ?? [],
    /** Where a person looks it up. */
    register_url: PUBLIC_REGISTERS[registerOf(professional.vertical)],
    looks_up: ctx.registry !== null,
    professional: {
      id: professional.id,
      email: owner.email,
      uf: professional.uf,
      municipality: professional.municipality,
      areas: professional.areas,
      subareas: professional.subareas,
      profile: professional.profile,
      years_of_practice: professional.yearsOfPractice,
      languages: professional.languages,
      fee_cents: professional.feeCents,
      practice: professional.practice,
      capacity_monthly: professional.capacityMonthly,
      status: professional.status,
      licence_status: professional.licenceStatus,
    },
    papers: shown,
    duplicates: duplicates.map(({ licenceStatus, ...one }) => ({ ...one, licence_status: licenceStatus })),
    earlier: earlier.map(({ review: old, name }) => ({
      id: old.id,
      professional_id: old.professionalId,
      name,
      reasons: old.refusalReasons,
      words: old.refusalWords,
      decided_at: old.decidedAt?.toISOString() ?? null,
    })),
  };
}

export type ReviewView = Awaited<ReturnType<typeof readReview>>;
