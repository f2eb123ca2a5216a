// A moment as the reader writes it: in the house's zone from the server, moved to the browser's own zone by page.js.
import type { Locale } from "../../../domain/locale.ts";
import { type MomentStyle, momentWords } from "../../../domain/words/moments.ts";

/** `at` is ISO 8601 or a Date. */
export function Moment({
  at,
  locale,
  zone,
  style = "day-time",
}: {
  at: string | Date;
  locale: Locale;
  zone?: string;
  style?: MomentStyle;
}) {
  const date = typeof at === "string" ? new Date(at) : at;
  return (
    <time datetime={date.toISOString()} data-style={style}>
      {momentWords(date, { locale, zone, style })}
    </time>
  );
}
