// The event stream of one conversation: what a reader gets, in which order, and what happens when it breaks.
import { evictDurableObject, runInDurableObject } from "cloudflare:test";
import { describe, expect, test } from "vitest";
import { openReaders } from "../../src/http/stream/readers.ts";
import { type Frame, freshConversation, listen, liveStream, numbered, openStream, type Stub } from "./live-stream.ts";

const ids = (frames: Frame[]) => frames.map((frame) => frame.id);
const sockets = (stub: Stub) => runInDurableObject(stub, (_, state) => state.getWebSockets().length);

/** Closing crosses two event loops. */
async function settles<T>(read: () => T | Promise<T>, wanted: T): Promise<T> {
  for (let i = 0; i < 100; i++) {
    if ((await read()) === wanted) return wanted;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return read();
}

describe("a reader", () => {
  test("gets the whole log and then what is new, each event once", async () => {
    const { stub } = freshConversation();
    await stub.publish(numbered(1, 3));
    const stream = await listen(stub);
    expect(ids(await stream.take(3))).toEqual([1, 2, 3]);
    await stub.publish(numbered(3, 5));
    expect(ids(await stream.take(2))).toEqual([4, 5]);
    await stream.leave();
  });

  test("resumes strictly after the number it has", async () => {
    const { stub } = freshConversation();
    await stub.publish(numbered(1, 6));
    const stream = await listen(stub, { after: 4 });
    await stub.publish(numbered(7, 7));
    const frames = await stream.take(3);
    expect(ids(frames)).toEqual([5, 6, 7]);
    expect(frames.map((frame) => frame.data.n)).toEqual([5, 6, 7]);
    await stream.leave();
  });

  test("that claims a number beyond the log gets what comes next", async () => {
    const { stub } = freshConversation();
    await stub.publish(numbered(1, 2));
    const stream = await listen(stub, { after: 999_999 });
    await stub.publish(numbered(3, 3));
    expect(ids(await stream.take(1))).toEqual([3]);
    await stream.leave();
  });

  test("far behind gets the log in pages, whole and in order, with what is published meanwhile", async () => {
    const { stub } = freshConversation();
    for (let from = 1; from <= 1_401; from += 100) await stub.publish(numbered(from, from + 99));
    const stream = await listen(stub);
    const first = await stream.take(150);
    await stub.publish(numbered(1_501, 1_510));
    const rest = await stream.take(1_360);
    expect(ids([...first, ...rest])).toEqual(Array.from({ length: 1_510 }, (_, i) => i + 1));
    await stub.publish(numbered(1_511, 1_511));
    expect(ids(await stream.take(1))).toEqual([1_511]);
    await stream.leave();
  });

  test("is told of the hole where the log was trimmed, and resumes behind it", async () => {
    const { stub } = freshConversation();
    for (let from = 1; from <= 5_301; from += 100) await stub.publish(numbered(from, from + 99));
    const stream = await listen(stub, { after: 10 });
    const [gap, next] = await stream.take(2);
    expect(gap).toMatchObject({ event: "gap", data: { from: 11 } });
    expect(gap?.id).toBe(gap?.data.to);
    expect(next?.id).toBe((gap?.id ?? 0) + 1);
    const frames = await stream.until((frame) => frame.id === 5_400);
    expect(ids(frames)).toEqual(Array.from({ length: frames.length }, (_, i) => 5_400 - frames.length + 1 + i));
    await stream.leave();
    const again = await listen(stub, { after: gap?.id ?? 0 });
    expect((await again.take(1))[0]?.id).toBe(next?.id);
    await again.leave();
  });

  test("shares its order with every other reader under concurrent publishing", async () => {
    const { stub } = freshConversation();
    const [one, two] = await Promise.all([listen(stub), listen(stub)]);
    await Promise.all(Array.from({ length: 50 }, (_, i) => stub.publish(numbered(i, i))));
    const [seenByOne, seenByTwo] = await Promise.all([one.take(50), two.take(50)]);
    expect(seenByOne).toEqual(seenByTwo);
    expect(ids(seenByOne)).toEqual(Array.from({ length: 50 }, (_, i) => i + 1));
    await Promise.all([one.leave(), two.leave()]);
  });

  test("goes on through the object's eviction without a hole", async () => {
    const { stub } = freshConversation();
    const stream = await listen(stub);
    await stub.publish(numbered(1, 2));
    await evictDurableObject(stub);
    await stub.publish(numbered(3, 4));
    await evictDurableObject(stub);
    await stub.publish(numbered(5, 5));
    expect(ids(await stream.take(5))).toEqual([1, 2, 3, 4, 5]);
    await stream.leave();
  });

  test("that is still catching up when the object is evicted gets every page", async () => {
    const { stub } = freshConversation();
    for (let from = 1; from <= 901; from += 100) await stub.publish(numbered(from, from + 99));
    const stream = await listen(stub);
    await stream.take(1);
    await evictDurableObject(stub);
    await stub.publish(numbered(1_001, 1_001));
    expect(ids(await stream.take(1_000))).toEqual(Array.from({ length: 1_000 }, (_, i) => i + 2));
    await stream.leave();
  });
});

describe("the bridge", () => {
  test("says how long to wait before a reconnect and lets no proxy change the bytes", async () => {
    const { stub } = freshConversation();
    const response = await openStream(stub);
    expect(response.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
    expect(response.headers.get("cache-control")).toBe("no-cache, no-transform");
    const stream = liveStream(response.body ?? new ReadableStream());
    await stub.publish(numbered(1, 1));
    await stream.take(1);
    expect(stream.text()).toMatch(/^retry: 2000\n\n/);
    await stream.leave();
  });

  test("keeps a silent stream alive with comments", async () => {
    const { stub } = freshConversation();
    const stream = await listen(stub, { heartbeatMs: 20 });
    await new Promise((resolve) => setTimeout(resolve, 120));
    await stub.publish(numbered(1, 1));
    await stream.take(1);
    expect(stream.text().match(/^: hb$/gm)?.length).toBeGreaterThanOrEqual(3);
    await stream.leave();
  });

  test("ends after its time, so that whoever may not read any more is asked who he is; nothing is lost in between", async () => {
    const { stub } = freshConversation();
    const before = openReaders();
    const stream = await listen(stub, { lifeMs: 60 });
    await stub.publish(numbered(1, 1));
    expect(ids(await stream.take(1))).toEqual([1]);
    expect(await stream.ended()).toBe("closed");
    expect(openReaders()).toBe(before);
    await stub.publish(numbered(2, 2));
    const again = await listen(stub, { after: 1 });
    expect(ids(await again.take(1))).toEqual([2]);
    await again.leave();
  });

  test("refuses readers over the limit with a 503 that says when to come back, and takes them when one has left", async () => {
    const { stub } = freshConversation();
    const before = openReaders();
    const stream = await listen(stub, { maxReaders: before + 1 });
    const refused = await openStream(stub, { maxReaders: before + 1 });
    expect(refused.status).toBe(503);
    expect(refused.headers.get("retry-after")).toMatch(/^\d+$/);
    expect(refused.headers.get("content-type")).toBe("application/problem+json");
    expect(await refused.json()).toMatchObject({ status: 503, code: "too_many_readers" });
    await stream.leave();
    const taken = await listen(stub, { maxReaders: before + 1 });
    await stub.publish(numbered(1, 1));
    expect(ids(await taken.take(1))).toEqual([1]);
    await taken.leave();
  });

  test("closes the object's socket and gives the place back when the request is aborted", async () => {
    const { stub } = freshConversation();
    const before = openReaders();
    const request = new AbortController();
    const stream = await listen(stub, { signal: request.signal });
    expect(await sockets(stub)).toBe(1);
    request.abort();
    expect(await stream.ended()).toBe("closed");
    expect(await settles(() => sockets(stub), 0)).toBe(0);
    expect(openReaders()).toBe(before);
  });

  test("closes the object's socket when the reader cancels", async () => {
    const { stub } = freshConversation();
    const before = openReaders();
    const stream = await listen(stub);
    await stream.leave();
    expect(await settles(() => sockets(stub), 0)).toBe(0);
    expect(openReaders()).toBe(before);
  });

  test("gives the place back when the conversation cannot be reached", async () => {
    const before = openReaders();
    const refused = await openStream({ fetch: () => Promise.reject(new Error("away")) });
    expect(refused.status).toBe(503);
    expect(await refused.json()).toMatchObject({ code: "conversation_unreachable" });
    expect(openReaders()).toBe(before);
  });

  test("drops a reader that does not read, and nothing is lost when it comes back", async () => {
    const { stub } = freshConversation();
    const before = openReaders();
    const response = await openStream(stub, { maxBehindBytes: 4_096 });
    for (let from = 1; from <= 901; from += 100) await stub.publish(numbered(from, from + 99));
    expect(await settles(() => openReaders(), before)).toBe(before);
    expect(await settles(() => sockets(stub), 0)).toBe(0);
    const stream = liveStream(response.body ?? new ReadableStream());
    expect(await stream.ended()).toBe("failed");
    const back = await listen(stub, { after: 0 });
    expect(ids(await back.take(1_000))).toEqual(Array.from({ length: 1_000 }, (_, i) => i + 1));
    await back.leave();
  });
});
