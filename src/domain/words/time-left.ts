// How long until something, in as few words as it takes: the same on the server and in the browser.
import type { Locale } from "../locale.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** "2 dias 3 h", "3 h 20 min", "12 min", "45 s"; null when it is over. */
export function timeLeftWords(ms: number, locale: Locale): string | null {
  if (!(ms > 0)) return null;
  if (ms < MINUTE_MS) return `${Math.ceil(ms / 1000)} s`;
  if (ms < HOUR_MS) return `${Math.floor(ms / MINUTE_MS)} min`;
  const hours = Math.floor((ms % DAY_MS) / HOUR_MS);
  if (ms < DAY_MS) {
    const minutes = Math.floor((ms % HOUR_MS) / MINUTE_MS);
    return minutes === 0 ? `${hours} h` : `${hours} h ${minutes} min`;
  }
  const days = Math.floor(ms / DAY_MS);
  const unit = locale === "en" ? (days === 1 ? "day" : "days") : days === 1 ? "dia" : "dias";
  return hours === 0 ? `${days} ${unit}` : `${days} ${unit} ${hours} h`;
}
