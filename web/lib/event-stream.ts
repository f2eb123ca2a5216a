// A page's live stream in a real browser: EventSource, the network, the page's visibility and the machine's sleep.
import { EVENT_TYPES } from "../../src/domain/events.ts";
import { type Follower, follow, type LineState, type StreamEvent, type World } from "./stream-follower.ts";

export type { Follower, LineState, StreamEvent } from "./stream-follower.ts";

/** A page hidden for less has its line still; longer, and a phone may have cut it without a word. */
const HIDDEN_MS = 20_000;
/** A tick that comes this late says that the machine slept. */
const TICK_MS = 10_000;
const SLEPT_MS = 30_000;

export interface EventStreamOptions {
  /** e.g. `/api/v2/triage/stream/cas_...`; the session cookie goes along. */
  url: string;
  /** Number of the last event that the page already shows (`last_seq` of the transcript); 0 for none. */
  after: number;
  /** Each event once and in order; `typing` passes by with `seq` null. */
  onEvent: (event: StreamEvent) => void;
  /** `waiting` while the line is down: what is written meanwhile is not lost, it only comes later. */
  onState?: (state: LineState) => void;
}

/** Opens the stream and keeps it open until `stop()`. */
export function openEventStream(options: EventStreamOptions): Follower {
  return follow(
    {
      ...options,
      types: [...EVENT_TYPES, "gap", "problem", "typing"],
      onState: options.onState ?? (() => undefined),
    },
    browser,
  );
}

const browser: World = {
  connect: (url) => new EventSource(url),
  later: (work, ms) => {
    const timer = setTimeout(work, ms);
    return () => clearTimeout(timer);
  },
  random: () => Math.random(),
  onWake: (wake) => {
    let hiddenAt: number | null = null;
    let tickedAt = Date.now();
    const listening = new AbortController();
    const { signal } = listening;
    const timer = setInterval(() => {
      const slept = Date.now() - tickedAt > SLEPT_MS;
      tickedAt = Date.now();
      if (slept && document.visibilityState === "visible") wake();
    }, TICK_MS);
    window.addEventListener("online", wake, { signal });
    // A page that comes back from the browser's cache has lost its line.
    window.addEventListener("pageshow", (event) => event.persisted && wake(), { signal });
    document.addEventListener(
      "visibilitychange",
      () => {
        const awayMs = hiddenAt === null ? 0 : Date.now() - hiddenAt;
        hiddenAt = document.visibilityState === "hidden" ? Date.now() : null;
        if (hiddenAt === null && awayMs > HIDDEN_MS) wake();
      },
      { signal },
    );
    return () => {
      clearInterval(timer);
      listening.abort();
    };
  },
};
