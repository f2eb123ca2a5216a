import { describe, expect, test } from "vitest";
import { type Outgoing, OutgoingQueue, type Post, type SendState } from "../../web/lib/outgoing.ts";

const TAKEN: Post = { ok: true, again: false, status: "", retryAfter: null };
const BUSY: Post = { ok: false, again: true, status: "503", retryAfter: 5 };
const BROKEN: Post = { ok: false, again: true, status: "", retryAfter: null };
const REFUSED: Post = { ok: false, again: false, status: "409", retryAfter: null };

function message(id: string): Outgoing {
  return { id, text: id, at: 0 };
}

/** A tab with a store, a network that answers as told, and a clock that is turned by hand. */
function tab(answers: Post[], stored: Outgoing[] = []) {
  const posted: string[] = [];
  const states: [string, SendState][] = [];
  const waits: { work: () => void; ms: number }[] = [];
  let kept = stored;
  let online = true;
  const queue = new OutgoingQueue({
    post: async ({ id }) => {
      posted.push(id);
      return answers.shift() ?? TAKEN;
    },
    online: () => online,
    later: (work, ms) => {
      const wait = { work, ms };
      waits.push(wait);
      return () => waits.splice(waits.indexOf(wait) >>> 0, 1);
    },
    load: () => kept,
    save: (list) => {
      kept = [...list];
    },
    onState: ({ id }, state) => states.push([id, state]),
  });
  return {
    queue,
    posted,
    states,
    waits,
    kept: () => kept.map(({ id }) => id),
    setOnline: (value: boolean) => {
      online = value;
    },
  };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

describe("words on their way", () => {
  test("are kept from the moment they are written until the server has them", async () => {
    const { queue, kept, posted } = tab([]);
    queue.add(message("a"));
    expect(kept()).toEqual(["a"]);
    await settled();
    expect(posted).toEqual(["a"]);
    expect(kept()).toEqual([]);
  });

  test("go one after another, the next only when the one before has arrived", async () => {
    const { queue, posted, waits, kept } = tab([BROKEN]);
    queue.add(message("a"));
    queue.add(message("b"));
    await settled();
    expect(posted).toEqual(["a"]);
    expect(kept()).toEqual(["a", "b"]);
    waits[0]?.work();
    await settled();
    expect(posted).toEqual(["a", "a", "b"]);
    expect(kept()).toEqual([]);
  });

  test("wait as long as the server asks", async () => {
    const { queue, waits } = tab([BUSY]);
    queue.add(message("a"));
    await settled();
    expect(waits.map(({ ms }) => ms)).toEqual([5_000]);
  });

  test("wait longer after every failure, up to half a minute", async () => {
    const { queue, waits } = tab(Array.from({ length: 8 }, () => BROKEN));
    queue.add(message("a"));
    const seen: number[] = [];
    for (let i = 0; i < 8; i++) {
      await settled();
      const wait = waits.pop();
      seen.push(wait?.ms ?? 0);
      wait?.work();
    }
    expect(seen).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000]);
  });

  test("are not even posted without a network, and go when it is back", async () => {
    const { queue, posted, states, setOnline } = tab([]);
    setOnline(false);
    queue.add(message("a"));
    await settled();
    expect(posted).toEqual([]);
    expect(states.at(-1)).toEqual(["a", "waiting"]);
    setOnline(true);
    queue.wake();
    await settled();
    expect(posted).toEqual(["a"]);
  });

  test("that the server refuses for good are given back, and do not hold up the next", async () => {
    const { queue, states, kept } = tab([REFUSED]);
    queue.add(message("a"));
    queue.add(message("b"));
    await settled();
    expect(states).toContainEqual(["a", "refused"]);
    expect(states).toContainEqual(["b", "sent"]);
    expect(kept()).toEqual([]);
  });

  test("left over from before a reload are sent again under their own ids", async () => {
    const { queue, posted } = tab([], [message("old")]);
    queue.wake();
    await settled();
    expect(posted).toEqual(["old"]);
  });

  test("that the log shows are not sent again, whatever their post said", async () => {
    const { queue, posted, waits, kept } = tab([BROKEN]);
    queue.add(message("a"));
    await settled();
    queue.arrived("a");
    expect(kept()).toEqual([]);
    waits[0]?.work();
    await settled();
    expect(posted).toEqual(["a"]);
  });
});
