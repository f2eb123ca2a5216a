// A page's stream through breaks, refusals and sleep: each event once, from where the page was.
import { expect, test } from "vitest";
import { type Follower, follow, type Line, type StreamEvent } from "../../web/lib/stream-follower.ts";

class FakeLine implements Line {
  readyState = 0;
  closed = false;
  readonly url: string;
  readonly #listeners = new Map<string, ((event: { data?: unknown; lastEventId?: string }) => void)[]>();

  constructor(url: string) {
    this.url = url;
  }

  addEventListener(type: string, listener: (event: { data?: unknown; lastEventId?: string }) => void): void {
    this.#listeners.set(type, [...(this.#listeners.get(type) ?? []), listener]);
  }

  emit(type: string, event: { data?: unknown; lastEventId?: string } = {}): void {
    for (const listener of this.#listeners.get(type) ?? []) listener(event);
  }

  message(seq: number, type = "message"): void {
    this.emit(type, { data: JSON.stringify({ n: seq }), lastEventId: String(seq) });
  }

  refuse(): void {
    this.readyState = 2;
    this.emit("error");
  }

  close(): void {
    this.closed = true;
  }
}

function browser(after = 0) {
  const lines: FakeLine[] = [];
  const waits: number[] = [];
  const seen: StreamEvent[] = [];
  const states: string[] = [];
  let pending: (() => void) | null = null;
  let wake: () => void = () => undefined;
  let awake = true;
  const follower: Follower = follow(
    {
      url: "/stream/cas_1",
      after,
      types: ["message", "gap", "typing"],
      onEvent: (event) => seen.push(event),
      onState: (state) => states.push(state),
    },
    {
      connect: (url) => {
        const line = new FakeLine(url);
        lines.push(line);
        return line;
      },
      later: (work, ms) => {
        waits.push(ms);
        pending = work;
        return () => {
          pending = null;
        };
      },
      random: () => 1,
      onWake: (work) => {
        wake = work;
        return () => {
          awake = false;
        };
      },
    },
  );
  return {
    follower,
    lines,
    waits,
    seen,
    states,
    line: () => lines.at(-1) ?? new FakeLine(""),
    passTime: () => {
      const work = pending;
      pending = null;
      work?.();
    },
    wake: () => wake(),
    listensForWake: () => awake,
    numbers: () => seen.map((event) => event.seq),
  };
}

test("starts where the page is", () => {
  const page = browser(7);
  expect(page.line().url).toBe("/stream/cas_1?last_event_id=7");
  page.line().message(7);
  page.line().message(8);
  expect(page.numbers()).toEqual([8]);
  expect(page.follower.after).toBe(8);
});

test("an event that comes twice is shown once", () => {
  const page = browser();
  for (const seq of [1, 2, 2, 1, 3]) page.line().message(seq);
  expect(page.numbers()).toEqual([1, 2, 3]);
});

test("what passes by is shown and moves nothing, though the browser repeats the last number on it", () => {
  const page = browser();
  page.line().message(4);
  page.line().emit("typing", { data: '{"who":"agent"}', lastEventId: "4" });
  page.line().message(5);
  expect(page.seen.map(({ type, seq }) => [type, seq])).toEqual([
    ["message", 4],
    ["typing", null],
    ["message", 5],
  ]);
});

test("a gap moves the page behind the hole", () => {
  const page = browser();
  page.line().message(90, "gap");
  page.line().message(91);
  expect(page.follower.after).toBe(91);
});

test("while the browser reconnects by itself nothing is opened beside it", () => {
  const page = browser();
  page.line().emit("open");
  page.line().emit("error");
  page.line().emit("open");
  expect(page.lines).toHaveLength(1);
  expect(page.states).toEqual(["live", "waiting", "live"]);
});

test("a refused line is tried again from the last event, later each time, and at once after a success", () => {
  const page = browser();
  page.line().message(3);
  for (let i = 0; i < 8; i++) {
    page.line().refuse();
    page.passTime();
  }
  expect(page.waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]);
  expect(page.line().url).toBe("/stream/cas_1?last_event_id=3");
  page.line().emit("open");
  page.line().refuse();
  expect(page.waits.at(-1)).toBe(1_000);
});

test("waking up opens a new line at once, and nothing that the old one still says is taken", () => {
  const page = browser();
  const old = page.line();
  old.message(1);
  page.wake();
  expect(old.closed).toBe(true);
  expect(page.line().url).toBe("/stream/cas_1?last_event_id=1");
  old.message(2);
  old.refuse();
  page.line().message(2);
  expect(page.numbers()).toEqual([1, 2]);
  expect(page.lines).toHaveLength(2);
});

test("a stopped stream stays stopped", () => {
  const page = browser();
  const old = page.line();
  old.refuse();
  page.follower.stop();
  page.passTime();
  old.message(1);
  expect(page.lines).toHaveLength(1);
  expect(page.seen).toEqual([]);
  expect(page.listensForWake()).toBe(false);
});
