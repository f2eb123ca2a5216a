// People who apply, with everything an application needs; names and numbers are fictitious.
import { eq } from "drizzle-orm";
import type { PaperKind } from "../../../src/db/schema.ts";
import { professionals, users, verificationReviews } from "../../../src/db/schema.ts";
import { approveReview } from "../../../src/services/verification/decide-review.ts";
import { saveDraft } from "../../../src/services/verification/draft.ts";
import { addPaper } from "../../../src/services/verification/papers.ts";
import { submitApplication } from "../../../src/services/verification/submit-application.ts";
import type { World } from "../../support/world.ts";

export type Someone = { kind: "person"; userId: string; role: "client" | "professional" | "operator"; locale: "pt-BR" };

let serial = 0;

/** Somebody who has proved an address. */
export async function someone(world: World, role: Someone["role"] | "coordinator" = "client"): Promise<Someone> {
  const userId = `usr_someone${++serial}`;
  await world.ctx.db
    .insert(users)
    .values({ id: userId, name: role === "operator" ? "Olga" : "", email: `${userId}@example.com`, role });
  return { kind: "person", userId, role: role === "coordinator" ? "client" : role, locale: "pt-BR" };
}

export const LAWYER = {
  vertical: "legal",
  name: "Ana Maria de Souza",
  licence: "OAB/SP 999.123",
  years_of_practice: 12,
  uf: "SP",
  municipality: "São Paulo",
  areas: ["trabalho"],
  subareas: [],
  profile: "Atendo quem foi demitido sem receber as verbas rescisórias, com FGTS, horas extras e acordos.",
  fee_cents: 25_000,
  languages: ["pt-BR"],
  practice: "solo",
  remote: true,
  represents: ["Padaria do Bairro Ltda"],
} as const;

export const DOCTOR = {
  vertical: "staffing",
  name: "Bruno Lima Castro",
  licence: "CRM/SP 998.877",
  years_of_practice: 7,
  uf: "SP",
  municipality: "Campinas",
  qualifications: ["Clínica médica"],
  profile: "Clínico geral com experiência em pronto atendimento e plantões noturnos de doze horas.",
  fee_cents: 0,
  languages: ["pt-BR"],
  practice: "solo",
  remote: false,
} as const;

const PDF = "%PDF-1.7\n%fictitious\n";

export function paperBytes(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(PDF + text);
}

export function paper(world: World, who: Someone, kind: PaperKind = "card", text = who.userId) {
  return addPaper(world.ctx, who, { kind, name: `${kind}.pdf`, bytes: paperBytes(text) });
}

/** Everything told and sent; resolves with the review. */
export async function apply(world: World, who: Someone, fields: Record<string, unknown> = LAWYER) {
  await saveDraft(world.ctx, who, fields);
  await paper(world, who);
  await submitApplication(world.ctx, who, { declared: true });
  who.role = "professional";
  return reviewOf(world, who);
}

export async function reviewOf(world: World, who: Someone) {
  const rows = await world.ctx.db
    .select({ review: verificationReviews, professional: professionals })
    .from(verificationReviews)
    .innerJoin(professionals, eq(professionals.id, verificationReviews.professionalId))
    .where(eq(professionals.userId, who.userId));
  const last = rows.toSorted((a, b) => b.review.createdAt.getTime() - a.review.createdAt.getTime())[0];
  if (last === undefined) throw new Error("nothing was sent");
  return { ...last.review, seen: last.review.updatedAt.toISOString(), professional: last.professional };
}

export const CHECKED = ["name", "number", "situation"] as const;

export async function approve(world: World, operator: Someone, who: Someone) {
  const { id, seen } = await reviewOf(world, who);
  return approveReview(world.ctx, operator, { id, seen, checks: CHECKED });
}
