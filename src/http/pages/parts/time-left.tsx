// How long until a moment; counted down in the browser by web/lib/countdown.ts.
import type { Locale, Text } from "../../../domain/locale.ts";
import { timeLeftWords } from "../../../domain/words/time-left.ts";

/** Less than this is shown as pressing. */
const PRESSING_MS = 30 * 60_000;

/** `until` is ISO 8601. */
export function TimeLeft({ until, now, locale }: { until: string; now: Date; locale: Locale }) {
  const ms = new Date(until).getTime() - now.getTime();
  const words = timeLeftWords(ms, locale);
  return (
    <time
      class={ms < PRESSING_MS ? "time-left pressing" : "time-left"}
      datetime={until}
      data-left=""
      data-over={TIME_OVER[locale]}
    >
      {words ?? TIME_OVER[locale]}
    </time>
  );
}

const TIME_OVER: Text = { "pt-BR": "prazo encerrado", en: "time is over" };
