// Follows a numbered event stream through every break: each event once, in order, from where the page was.
// An EventSource alone gives up on a 503, keeps a dead line after a sleep, and forgets its place when it is made anew.

/** What the page is told about its line. */
export type LineState = "live" | "waiting";

export interface StreamEvent {
  /** One of the conversation's event types, `gap`, `problem`, or `typing`. */
  type: string;
  /** The event's number; null for what passes and is not in the log. */
  seq: number | null;
  data: Record<string, unknown>;
}

export interface FollowOptions {
  /** Address of the stream without `last_event_id`. */
  url: string;
  /** Number of the last event that the page shows; 0 for none. */
  after: number;
  types: readonly string[];
  onEvent: (event: StreamEvent) => void;
  onState: (state: LineState) => void;
}

/** One connection: what is used of an EventSource. */
export interface Line {
  readonly readyState: number;
  addEventListener(type: string, listener: (event: { data?: unknown; lastEventId?: string }) => void): void;
  close(): void;
}

/** The browser, as far as it is needed. */
export interface World {
  connect: (url: string) => Line;
  /** Calls `wake` when the network is back, the page is shown again or the machine has slept; returns how to stop. */
  onWake: (wake: () => void) => () => void;
  /** Returns how to cancel. */
  later: (work: () => void, ms: number) => () => void;
  /** 0..1 */
  random: () => number;
}

export interface Follower {
  /** Number of the last event received. */
  readonly after: number;
  stop(): void;
}

const CLOSED = 2;
/** The stream's own frames without a place in the log. */
const PASSING = new Set(["typing", "problem"]);
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 60_000;

export function follow(options: FollowOptions, world: World): Follower {
  let after = options.after;
  let failures = 0;
  let line: Line | null = null;
  let cancel: () => void = () => undefined;

  const connect = () => {
    cancel();
    line?.close();
    const own = world.connect(`${options.url}${options.url.includes("?") ? "&" : "?"}last_event_id=${after}`);
    line = own;
    own.addEventListener("open", () => {
      if (own !== line) return;
      failures = 0;
      options.onState("live");
    });
    own.addEventListener("error", () => {
      if (own !== line) return;
      options.onState("waiting");
      // Still connecting means that the browser tries again by itself, with the last number it saw.
      if (own.readyState !== CLOSED) return;
      cancel = world.later(connect, waitMs(failures++, world.random()));
    });
    for (const type of options.types) {
      own.addEventListener(type, (event) => {
        if (own === line) take(type, event.data, event.lastEventId);
      });
    }
  };

  const take = (type: string, data: unknown, lastEventId: string | undefined) => {
    const seq = PASSING.has(type) ? null : Number(lastEventId);
    if (seq !== null) {
      if (!Number.isSafeInteger(seq) || seq <= after) return;
      after = seq;
    }
    options.onEvent({ type, seq, data: objectOf(data) });
  };

  const stopWaking = world.onWake(() => {
    failures = 0;
    connect();
  });
  connect();
  return {
    get after() {
      return after;
    },
    stop() {
      stopWaking();
      cancel();
      line?.close();
      line = null;
    },
  };
}

/** Doubles from 1 s to 60 s; anywhere in the upper half, so that many pages do not come back together. */
function waitMs(failures: number, random: number): number {
  return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** failures) * (0.5 + random / 2);
}

function objectOf(data: unknown): Record<string, unknown> {
  const parsed: unknown = typeof data === "string" ? JSON.parse(data) : null;
  return typeof parsed === "object" && parsed !== null ? { ...parsed } : {};
}
