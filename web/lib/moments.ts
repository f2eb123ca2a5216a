// Rewrites the moments that the server wrote in the house's zone into the reader's own.
import type { Locale } from "../../src/domain/locale.ts";
import { type MomentStyle, momentWords } from "../../src/domain/words/moments.ts";

const STYLES: readonly string[] = ["time", "day", "day-time", "short", "full"] satisfies MomentStyle[];

/** The page's language. */
export function pageLocale(): Locale {
  return document.documentElement.lang === "en" ? "en" : "pt-BR";
}

/** The browser's zone, an IANA name. */
export function ownZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** Every `<time datetime data-style>` below `root`. */
export function localMoments(root: ParentNode): void {
  for (const time of root.querySelectorAll<HTMLTimeElement>("time[data-style]")) {
    const at = new Date(time.dateTime);
    const { style } = time.dataset;
    if (Number.isNaN(at.getTime()) || !isStyle(style)) continue;
    time.textContent = momentWords(at, { locale: pageLocale(), zone: ownZone(), style });
  }
}

function isStyle(value: string | undefined): value is MomentStyle {
  return value !== undefined && STYLES.includes(value);
}
