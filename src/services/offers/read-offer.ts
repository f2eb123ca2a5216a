// An offer as the professional to whom it was made may see it: the case without its client.
import { and, eq } from "drizzle-orm";
import { notFound } from "../../base/errors.ts";
import { cases, contacts, offers, professionals } from "../../db/schema.ts";
import { withoutQuote } from "../cases/without-quote.ts";
import type { Actor, ServiceContext } from "../context.ts";

type Person = Extract<Actor, { kind: "person" }>;

/** What an offer's view is made of; nothing that says who the client is. */
export const offerColumns = {
  id: offers.id,
  caseId: offers.caseId,
  status: offers.status,
  wave: offers.wave,
  declineReason: offers.declineReason,
  expiresAt: offers.expiresAt,
  createdAt: offers.createdAt,
  seenAt: offers.seenAt,
  answeredAt: offers.answeredAt,
  area: cases.area,
  subarea: cases.subarea,
  uf: cases.uf,
  municipality: cases.municipality,
  urgencyHours: cases.urgencyHours,
  complexity: cases.complexity,
  deadlines: cases.deadlines,
  languages: cases.languages,
  summary: cases.summary,
  budgetCents: cases.budgetCents,
  feeCents: professionals.feeCents,
  /** Set where the client chose this professional himself; see `contacts`. */
  chosenOffer: contacts.offerId,
  noteRedacted: contacts.text,
  noteAsWritten: contacts.ownText,
};

type OfferRow = {
  [K in keyof typeof offerColumns]: K extends "chosenOffer"
    ? string | null
    : (typeof offerColumns)[K]["_"]["notNull"] extends true
      ? (typeof offerColumns)[K]["_"]["data"]
      : (typeof offerColumns)[K]["_"]["data"] | null;
};

/** Times are ISO 8601, money is in cents of a real. The person's own words behind a deadline stay with the client. */
export function offerView(row: OfferRow) {
  return {
    id: row.id,
    case_id: row.caseId,
    status: row.status,
    wave: row.wave,
    expires_at: row.expiresAt.toISOString(),
    created_at: row.createdAt.toISOString(),
    seen_at: row.seenAt?.toISOString() ?? null,
    answered_at: row.answeredAt?.toISOString() ?? null,
    decline_reason: row.declineReason,
    area: row.area,
    subarea: row.subarea,
    uf: row.uf,
    municipality: row.municipality,
    urgency_hours: row.urgencyHours,
    complexity: row.complexity,
    deadlines: row.deadlines.map(withoutQuote),
    languages: row.languages,
    summary: row.summary ?? "",
    budget_cents: row.budgetCents,
    /** The professional's own price of a first consultation. */
    fee_cents: row.feeCents,
    /** True where the client chose this professional from the list; false where Vez proposed. */
    chosen_by_client: row.chosenOffer !== null,
    /** What the client wrote to him: without names and numbers until he accepts. */
    note: row.status === "accepted" ? row.noteAsWritten : row.noteRedacted,
  };
}

export type OfferView = ReturnType<typeof offerView>;

/** Throws `not_found` for an unknown offer and for someone else's alike. */
export async function readOffer(ctx: ServiceContext, actor: Person, offerId: string): Promise<OfferView> {
  const [row] = await ctx.db
    .select(offerColumns)
    .from(offers)
    .innerJoin(cases, eq(cases.id, offers.caseId))
    .innerJoin(professionals, eq(professionals.id, offers.professionalId))
    .leftJoin(contacts, eq(contacts.offerId, offers.id))
    .where(and(eq(offers.id, offerId), eq(professionals.userId, actor.userId)));
  if (row === undefined) throw notFound("offer");
  return offerView(row);
}

/** Whose and of which case an offer is. Throws `not_found` like `readOffer`. */
export async function ownOffer(ctx: ServiceContext, actor: Person, offerId: string) {
  const [row] = await ctx.db
    .select({ caseId: offers.caseId, professionalId: offers.professionalId })
    .from(offers)
    .innerJoin(professionals, eq(professionals.id, offers.professionalId))
    .where(and(eq(offers.id, offerId), eq(professionals.userId, actor.userId)));
  if (row === undefined) throw notFound("offer");
  return row;
}
