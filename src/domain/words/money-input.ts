// An amount of money as people type it, as cents.

/**
 * "250", "250,00", "R$ 1.250,50" and "1,250.50" are 25000, 25000, 125050 and 125050 cents; null for what is no amount.
 * The last dot or comma with one or two digits behind it divides the cents; three digits behind it are thousands.
 */
export function centsOf(typed: string): number | null {
  const plain = typed.replace(/R\$|\s/g, "");
  if (!/^\d[\d.,]{0,15}$/.test(plain)) return null;
  const found = /^(.*?)(?:[.,](\d{1,2}))?$/.exec(plain);
  const whole = (found?.[1] ?? "").replace(/[.,](?=\d{3}(?:[.,]|$))/g, "");
  if (!/^\d+$/.test(whole)) return null;
  const cents = Number(whole) * 100 + Number((found?.[2] ?? "").padEnd(2, "0"));
  return Number.isSafeInteger(cents) ? cents : null;
}
