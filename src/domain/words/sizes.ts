// Sizes of files as people write them.
import type { Locale } from "../locale.ts";

/** "740 kB", "2,3 MB": decimal units, at least 1 kB. */
export function sizeWords(bytes: number, locale: Locale): string {
  const [value, unit] =
    bytes < 1_000_000 ? [Math.max(1, Math.round(bytes / 1000)), "kilobyte"] : [bytes / 1_000_000, "megabyte"];
  return new Intl.NumberFormat(locale, { style: "unit", unit, maximumFractionDigits: 1 }).format(value);
}
