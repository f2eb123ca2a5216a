// What is verified of a professional, as it was said: read from fields and compared.
import { invalid } from "../../base/errors.ts";
import type { Claims } from "../../db/schema.ts";
import { isUf, REGISTER_OF, readLicence, VERTICALS } from "../../domain/registration/licence.ts";
import { LICENCE_PROBLEMS } from "../../domain/registration/words.ts";

/** The columns that hold them. */
export interface ClaimColumns {
  name: string;
  licenceNumber: string;
  licenceUf: string;
  otherLicences: string[];
  qualifications: string[];
}

export interface ClaimFields {
  name?: string | undefined;
  licence?: string | undefined;
  licence_uf?: string | undefined;
  other_licences?: string[] | undefined;
  qualifications?: string[] | undefined;
}

export function claimsOf(row: ClaimColumns): Claims {
  return {
    name: row.name,
    licence_number: row.licenceNumber,
    licence_uf: row.licenceUf,
    other_licences: row.otherLicences,
    qualifications: row.qualifications,
  };
}

/** What the columns are after `fields`; a number alone keeps its state. Throws `invalid_input` with the field's name. */
export function claimsAfter(row: ClaimColumns & { vertical: string }, fields: ClaimFields): ClaimColumns {
  const uf = fields.licence_uf ?? (fields.licence === undefined ? row.licenceUf : ufIn(row, fields.licence));
  const said = fields.licence ?? row.licenceNumber;
  const isSaid = fields.licence !== undefined || fields.licence_uf !== undefined;
  return {
    name: fields.name ?? row.name,
    // What was stored before these rules is read again only when it is said again.
    licenceNumber: isSaid ? numberOf(row.vertical, said, uf, "licence").number : row.licenceNumber,
    licenceUf: uf,
    otherLicences: fields.other_licences?.map((text) => otherOf(row.vertical, text)) ?? row.otherLicences,
    qualifications: fields.qualifications ?? row.qualifications,
  };
}

export function isSameClaim(before: ClaimColumns, after: ClaimColumns): boolean {
  return JSON.stringify(claimsOf(before)) === JSON.stringify(claimsOf(after));
}

/** The state that the text itself names, else the one that was there. */
function ufIn(row: ClaimColumns & { vertical: string }, text: string): string {
  const reading = readLicence(registerOf(row.vertical), text);
  return (reading.ok ? reading.licence.uf : null) ?? row.licenceUf;
}

export function registerOf(vertical: string) {
  return REGISTER_OF[VERTICALS.find((one) => one === vertical) ?? "legal"];
}

/** Number and state of `text`. Throws `invalid_input` that names `field`. */
export function numberOf(vertical: string, text: string, uf: string | null, field: string) {
  const reading = readLicence(registerOf(vertical), text, uf !== null && isUf(uf) ? uf : null);
  if (reading.ok) return reading.licence;
  const problem = LICENCE_PROBLEMS[reading.why].en;
  throw invalid(problem, { fields: [{ field, problem }] });
}

/** "RJ 12345A" of "OAB/RJ 12.345-A": a further inscription names its own state. */
export function otherOf(vertical: string, text: string): string {
  const { uf, number } = numberOf(vertical, text, null, "other_licences");
  if (uf !== null) return `${uf} ${number}`;
  const problem = "Write each further registration with its state, like OAB/RJ 12.345-A.";
  throw invalid(problem, { fields: [{ field: "other_licences", problem }] });
}
