// The bridge in front of a real Redis answers the Upstash client as Upstash does, and the cache lives on it.
import { Redis } from "@upstash/redis";
import { beforeEach, describe, expect, inject, it } from "vitest";
import { makeLog } from "../../src/base/log.ts";
import { MemoryStore, openCache } from "../../src/providers/cache.ts";

const url = inject("redisUrl");
const token = inject("redisToken");
const redis = new Redis({ url, token });

beforeEach(async () => {
  await redis.flushall();
});

describe("the Upstash client", () => {
  it("gets back what it set, whatever the alphabet", async () => {
    await redis.set("key", { text: "ação ≠ omissão 🌎", list: [1, null] });
    expect(await redis.get("key")).toEqual({ text: "ação ≠ omissão 🌎", list: [1, null] });
    expect(await redis.get("nothing")).toBeNull();
  });

  it("runs pipelines, and transactions all or nothing", async () => {
    const [set, incremented, list] = await redis.pipeline().set("a", "1").incr("a").mget("a", "b").exec();
    expect([set, incremented, list]).toEqual(["OK", 2, [2, null]]);
    expect(await redis.multi().incr("n").incr("n").exec()).toEqual([1, 2]);
  });

  it("hears the server's refusal as an error", async () => {
    await redis.set("word", "text");
    await expect(redis.incr("word")).rejects.toThrow("not an integer");
  });

  it("is refused with a wrong token", async () => {
    await expect(new Redis({ url, token: "wrong", retry: false }).get("a")).rejects.toThrow("Unauthorized");
  });
});

describe("the cache", () => {
  const log = makeLog("ERROR", console.log);
  const open = () => openCache({ url, token, timeoutMs: 1000 }, new MemoryStore(), () => 0, log);

  it("shares a value between isolates through Redis, until it is forgotten", async () => {
    let loads = 0;
    const load = async () => ({ figure: ++loads });
    const one = open();
    expect(await one.remember("k", 60, load)).toEqual({ figure: 1 });
    expect(await open().remember("k", 60, load)).toEqual({ figure: 1 });
    expect(await redis.ttl("k")).toBeGreaterThan(50);
    await one.forget("k");
    expect(await open().remember("k", 60, load)).toEqual({ figure: 2 });
  });
});
