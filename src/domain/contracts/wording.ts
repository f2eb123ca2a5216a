// Money and moments as people write them.
import type { Locale } from "../locale.ts";

/** `R$ 350,00` in Portuguese, `R$350.00` in English; 0 is a word. */
export function moneyWords(cents: number, locale: Locale): string {
  return new Intl.NumberFormat(locale, { style: "currency", currency: "BRL" }).format(cents / 100);
}

/** Day and time of `at` in `zone`, the zone's name included, e.g. `20 de novembro de 2026 às 14:05:09 BRT`. */
export function momentWords(at: Date, locale: Locale, zone: string): string {
  const day = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: zone }).format(at);
  const time = new Intl.DateTimeFormat(locale, {
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
    timeZone: zone,
    timeZoneName: "shortOffset",
  }).format(at);
  return locale === "pt-BR" ? `${day} às ${time}` : `${day} at ${time}`;
}

/** The day of `at` in `zone`, e.g. `20 de novembro de 2026`. */
export function dayWords(at: Date, locale: Locale, zone: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: zone }).format(at);
}
