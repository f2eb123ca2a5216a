// The cache without Redis, and with a Redis that fails in every way: slower, never wrong.
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { makeLog } from "../../src/base/log.ts";
import { MemoryStore, openCache } from "../../src/providers/cache.ts";

let server: Server | null = null;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = null;
});

/** A stand-in that speaks Upstash's REST protocol badly. */
async function failingRedis(answer: "error" | "hang" | "garbage"): Promise<string> {
  server = createServer((_request, response) => {
    if (answer === "hang") return;
    response.statusCode = answer === "error" ? 500 : 200;
    response.end(answer === "error" ? JSON.stringify({ error: "ERR down" }) : "<html>");
  });
  await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function cacheOn(url: string | null, lines: string[] = []) {
  let now = 0;
  const log = makeLog("WARN", (line) => lines.push(line));
  const cache = openCache({ url, token: url && "secret-token", timeoutMs: 100 }, new MemoryStore(), () => now, log);
  return {
    cache,
    lines,
    advance: (ms: number) => {
      now += ms;
    },
  };
}

describe("remember", () => {
  test("loads once within the time and again after it", async () => {
    const { cache, advance } = cacheOn(null);
    let loads = 0;
    const load = async () => ++loads;
    expect(await cache.remember("k", 300, load)).toBe(1);
    expect(await cache.remember("k", 300, load)).toBe(1);
    advance(300_001);
    expect(await cache.remember("k", 300, load)).toBe(2);
  });

  test("forgets on demand", async () => {
    const { cache } = cacheOn(null);
    let loads = 0;
    await cache.remember("k", 300, async () => ++loads);
    await cache.forget("k");
    expect(await cache.remember("k", 300, async () => ++loads)).toBe(2);
  });

  test.each(["error", "hang", "garbage"] as const)("answers all the same when Redis gives %s", async (kind) => {
    const { cache, lines } = cacheOn(await failingRedis(kind));
    expect(await cache.remember("k", 300, async () => ({ n: 7 }))).toEqual({ n: 7 });
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.join("")).not.toContain("secret-token");
  });

  test("does not keep a load that failed", async () => {
    const { cache } = cacheOn(null);
    await expect(cache.remember("k", 300, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(await cache.remember("k", 300, async () => 1)).toBe(1);
  });

  test("what a caller does to a value does not change what is kept", async () => {
    const { cache } = cacheOn(null);
    const first = await cache.remember("k", 300, async () => ({ list: [1] }));
    first.list.push(2);
    expect(await cache.remember("k", 300, async () => ({ list: [9] }))).toEqual({ list: [1] });
  });
});

test("memory drops the oldest entry beyond a thousand", () => {
  const memory = new MemoryStore();
  for (let i = 0; i < 1001; i++) memory.set(`k${i}`, "v", 10);
  expect(memory.get("k0", 0)).toBeUndefined();
  expect(memory.get("k1000", 0)).toBe("v");
});
