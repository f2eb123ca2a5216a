// Registration numbers of lawyers (OAB) and doctors (CRM): read from the ways people write them, kept in one form.
import { UFS, type Uf } from "../legal/ufs.ts";

export const REGISTERS = ["oab", "crm"] as const;
export type Register = (typeof REGISTERS)[number];

export const VERTICALS = ["legal", "staffing"] as const;
export type Vertical = (typeof VERTICALS)[number];

export const REGISTER_OF: Readonly<Record<Vertical, Register>> = { legal: "oab", staffing: "crm" };

export interface Licence {
  /** Where the text names it, else null. */
  uf: Uf | null;
  /** Digits without leading zeros, then the letter of its kind: "123456", "12345A". */
  number: string;
}

export type LicenceRefusal = "empty" | "form" | "digits" | "letter" | "trainee" | "uf_differs" | "register";
export type LicenceReading = { ok: true; licence: Licence } | { ok: false; why: LicenceRefusal };

/**
 * Letters after the number. OAB: A supplementary and B transferred (Law 4.215/1963, art. 62, still used by the sections),
 * P provisional; E is a trainee, who may not act alone. CRM: P provisional, S secondary.
 */
const LETTERS: Readonly<Record<Register, string>> = { oab: "ABEP", crm: "PS" };

/** Sao Paulo's section, the largest, is in its sixth digit; the doctors' councils are below. */
const MOST_DIGITS: Readonly<Record<Register, number>> = { oab: 6, crm: 6 };
/** Rio de Janeiro writes its code 52 before the number and a check digit behind it: 52.12345-6, 52-0123456-7. */
const MOST_DIGITS_CRM_RJ = 10;

/**
 * "OAB/SP 123.456", "oab-sp nº 123456-A", "SP123456", "123.456/SP", "CRM-RJ 52.12345-6" and the like. `uf` is what was chosen
 * beside the number: the text may leave it out, but not name another.
 */
export function readLicence(register: Register, text: string, uf: Uf | null = null): LicenceReading {
  const plain = text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toUpperCase()
    .replace(/N[RO]?\s*[.ºO°:]+\s*(?=\d)/g, " ")
    .trim();
  if (plain === "") return { ok: false, why: "empty" };
  if (new RegExp(`\\b${register === "oab" ? "CRM" : "OAB"}\\b`).test(plain)) return { ok: false, why: "register" };
  const words = plain.replace(new RegExp(register.toUpperCase()), " ");
  const found = /^[\s/.-]*([A-Z]{2})?[\s/.-]*(\d[\d\s.-]*\d|\d)[\s.-]*([A-Z])?[\s/.-]*([A-Z]{2})?[\s/.-]*$/.exec(words);
  if (found === null) return { ok: false, why: "form" };
  const [, before, digits = "", letter = "", after] = found;
  const named = before ?? after;
  if (named !== undefined && !isUf(named)) return { ok: false, why: "form" };
  if (before !== undefined && after !== undefined && before !== after) return { ok: false, why: "uf_differs" };
  if (named !== undefined && uf !== null && named !== uf) return { ok: false, why: "uf_differs" };
  const where = named ?? uf;
  const number = digits.replace(/\D/g, "").replace(/^0+/, "");
  if (number === "" || number.length > mostDigits(register, where)) return { ok: false, why: "digits" };
  if (letter !== "" && !LETTERS[register].includes(letter)) return { ok: false, why: "letter" };
  if (register === "oab" && letter === "E") return { ok: false, why: "trainee" };
  return { ok: true, licence: { uf: where, number: number + letter } };
}

export function isUf(text: string): text is Uf {
  return UFS.some((uf) => uf === text);
}

function mostDigits(register: Register, uf: Uf | null): number {
  return register === "crm" && uf === "RJ" ? MOST_DIGITS_CRM_RJ : MOST_DIGITS[register];
}

/** "OAB/SP 123.456-A": as it is printed on a card. */
export function licenceText(vertical: string, uf: string, number: string): string {
  const digits = number.replace(/\D/g, "").replace(/\B(?=(\d{3})+$)/g, ".");
  const letter = number.replace(/[^A-Z]/g, "");
  return `${vertical === "staffing" ? "CRM" : "OAB"}/${uf} ${digits}${letter === "" ? "" : `-${letter}`}`;
}
