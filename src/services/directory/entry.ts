// A professional as the client's list shows him, and a contact as the client sees it: facts that each gave himself, no mark of others.
import type { Choosable } from "./choosable.ts";
import type { Contacted } from "./directory-case.ts";

/** No stars, scores, counts of cases or years: whatever compares people would rank them in the reader's eye. */
export function entryOf(one: Choosable) {
  return {
    id: one.id,
    name: one.name,
    licence: `OAB/${one.licenceUf} ${one.licenceNumber}`,
    uf: one.uf,
    municipality: one.municipality,
    remote: one.remote,
    areas: one.areas,
    subareas: one.subareas,
    languages: one.languages,
    /** Cents of a real, of a first consultation. */
    fee_cents: one.feeCents,
    /** The professional's own words. */
    profile: one.profile,
    fictitious: one.fictitious,
  };
}
export type ProfessionalEntry = ReturnType<typeof entryOf>;

export function contactView(one: Contacted) {
  return {
    offer_id: one.offerId,
    professional_id: one.professionalId,
    name: one.name,
    licence: one.licence,
    status: one.status,
    text: one.text,
    contacted_at: one.at.toISOString(),
    expires_at: one.expiresAt.toISOString(),
  };
}
export type ContactView = ReturnType<typeof contactView>;
