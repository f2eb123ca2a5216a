// What an agreement says of a case and a professional, out of their rows.
import type { cases, professionals } from "../../db/schema.ts";
import type { AgreementFacts } from "../../domain/contracts/agreement.ts";
import { AREA_NAMES, isArea, subareaName } from "../../domain/legal/areas.ts";
import type { Locale } from "../../domain/locale.ts";

type CasePart = Pick<typeof cases.$inferSelect, "zone" | "area" | "subarea" | "summary">;
type ProfessionalPart = Pick<typeof professionals.$inferSelect, "name" | "licenceNumber" | "licenceUf">;

/** Everything but the contract's own id, moment and price. */
export function agreementFacts(
  of: CasePart,
  { name, licenceNumber, licenceUf }: ProfessionalPart,
  locale: Locale,
): Omit<AgreementFacts, "contractId" | "createdAt" | "feeCents"> {
  const area = isArea(of.area) ? of.area : null;
  return {
    locale,
    zone: of.zone,
    professional: { name, licenceNumber, licenceUf },
    area: area === null ? null : AREA_NAMES[area][locale],
    subarea: area === null || of.subarea === null ? null : (subareaName(area, of.subarea)?.[locale] ?? null),
    summary: of.summary === "" ? null : of.summary,
  };
}
