// Counts down what the server wrote as the time left until a moment.
import { timeLeftWords } from "../../src/domain/words/time-left.ts";
import { pageLocale } from "./moments.ts";

const PRESSING_MS = 30 * 60_000;
const SECOND_MS = 1_000;

/** Every `<time data-left datetime>` of the page, also of parts that come later. Calls `onOver` once for each that ends. */
export function countDown(onOver: () => void): void {
  const over = new Set<string>();
  const tick = () => {
    for (const time of document.querySelectorAll<HTMLTimeElement>("time[data-left]")) {
      const ms = new Date(time.dateTime).getTime() - Date.now();
      const words = timeLeftWords(ms, pageLocale()) ?? time.dataset.over ?? "";
      if (time.textContent !== words) time.textContent = words;
      time.classList.toggle("pressing", ms < PRESSING_MS);
      if (ms > 0 || over.has(time.dateTime)) continue;
      over.add(time.dateTime);
      onOver();
    }
  };
  tick();
  setInterval(tick, SECOND_MS);
}
