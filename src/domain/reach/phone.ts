// A phone number as people write it, as one form: E.164. Brazilian rules where no country is said.

/**
 * The number in E.164 ("+5511987654321"), or null where it cannot be one that is called from Brazil. With "+" or "00" any country of
 * ITU-T E.164 (8 to 15 digits, no leading zero); without, a Brazilian one with its area code: mobile 9 digits beginning with 9,
 * landline 8 beginning with 2 to 5 (Anatel, Resolução 749/2022, plano de numeração). A trunk "0" and carrier code before it are dropped.
 */
export function toE164(typed: string): string | null {
  if (!/^[\d\s().+/-]+$/.test(typed)) return null;
  const plus = typed.trim().startsWith("+");
  if (typed.lastIndexOf("+") > 0 && !plus) return null;
  if ((typed.match(/\+/g)?.length ?? 0) > 1) return null;
  const digits = typed.replace(/\D/g, "");
  if (plus) return international(digits);
  if (digits.startsWith("00")) return international(digits.slice(2));
  return brazilian(digits);
}

/** A mobile number: what can get an SMS or a WhatsApp message. Foreign ones are taken at their word. */
export function isMobile(e164: string): boolean {
  return !e164.startsWith("+55") || /^\+55\d{2}9\d{8}$/.test(e164);
}

/** For reading: "(11) 98765-4321" for a Brazilian number, "+351 912 345 678" in threes for others. */
export function phoneWords(e164: string): string {
  const [, area, first, last] = /^\+55(\d{2})(\d{4,5})(\d{4})$/.exec(e164) ?? [];
  if (area !== undefined) return `(${area}) ${first}-${last}`;
  return e164.replace(/(\d{3})(?=\d{3})/g, "$1 ");
}

function international(digits: string): string | null {
  if (digits.startsWith("55")) return national(digits.slice(2));
  return /^[1-9]\d{7,14}$/.test(digits) ? `+${digits}` : null;
}

function brazilian(digits: string): string | null {
  const known = national(digits);
  if (known !== null) return known;
  if (digits.startsWith("55")) return national(digits.slice(2));
  // 0 + area, or 0 + two digits of a carrier + area.
  if (digits.startsWith("0")) return national(digits.slice(1)) ?? national(digits.slice(3));
  return null;
}

function national(digits: string): string | null {
  const [, area, rest] = /^(\d{2})(9\d{8}|[2-5]\d{7})$/.exec(digits) ?? [];
  return area !== undefined && AREA_CODES.has(area) ? `+55${area}${rest}` : null;
}

/** Area codes in use (Anatel, Códigos Nacionais). */
const AREA_CODES = new Set(
  (
    "11 12 13 14 15 16 17 18 19 21 22 24 27 28 31 32 33 34 35 37 38 41 42 43 44 45 46 47 48 49 51 53 54 55 61 62 63 64 " +
    "65 66 67 68 69 71 73 74 75 77 79 81 82 83 84 85 86 87 88 89 91 92 93 94 95 96 97 98 99"
  ).split(" "),
);
