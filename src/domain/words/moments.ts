// Days, times and money as people write them, the same words on the server and in the browser.
import { DEFAULT_ZONE, type Locale } from "../locale.ts";

/** `time` 14:30; `day` 22 de novembro; `day-time` both; `short` both for tables, 22/11, 14:30; `full` with weekday and year. */
export type MomentStyle = "time" | "day" | "day-time" | "short" | "full";

const STYLES: Record<MomentStyle, Intl.DateTimeFormatOptions> = {
  time: { hour: "2-digit", minute: "2-digit" },
  day: { day: "numeric", month: "long" },
  "day-time": { day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" },
  short: { day: "2-digit", month: "2-digit", hour: "2-digit", minute: "2-digit" },
  full: { weekday: "long", day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit" },
};

/** `zone` is an IANA name; Sao Paulo's unless told. */
export function momentWords(at: Date, input: { locale: Locale; zone?: string; style?: MomentStyle }): string {
  const { locale, zone = DEFAULT_ZONE, style = "day-time" } = input;
  return new Intl.DateTimeFormat(tagOf(locale), { ...STYLES[style], timeZone: zone, hourCycle: "h23" }).format(at);
}

/** A calendar day (YYYY-MM-DD), which has no zone: 22 de novembro de 2026. */
export function dayWords(day: string, locale: Locale): string {
  const at = new Date(`${day}T12:00:00Z`);
  if (Number.isNaN(at.getTime())) return day;
  const style = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" } as const;
  return new Intl.DateTimeFormat(tagOf(locale), style).format(at);
}

/** Cents of a real as R$ 250,00 (R$250.00 in English). */
export function moneyWords(cents: number, locale: Locale): string {
  return new Intl.NumberFormat(tagOf(locale), { style: "currency", currency: "BRL" }).format(cents / 100);
}

// British order of day and month: it cannot be mistaken for the Brazilian one.
function tagOf(locale: Locale): string {
  return locale === "en" ? "en-GB" : "pt-BR";
}
