// The readers that one machine is told to let in.
import { afterEach, expect, test, vi } from "vitest";
import { readerLimit } from "../../local/reader-limit.ts";
import { workerVars } from "../../local/worker-vars.ts";

afterEach(() => {
  vi.unstubAllEnvs();
});

const maxStreams = () =>
  workerVars({ host: "127.0.0.1", port: 1, database: { url: "u", endpoint: "e" }, secret: "s" }).MAX_STREAMS;

test("are never more than the file descriptors carry, and never more than were asked for", () => {
  expect(readerLimit(4_000, "20000")).toBe(3_900);
  expect(readerLimit(4_000, "1024")).toBe(104);
  expect(readerLimit(100, "20000")).toBe(100);
  expect(readerLimit(4_000, "unlimited")).toBe(4_000);
});

test("are what this machine really carries, also when more is configured", () => {
  const here = readerLimit(Number.MAX_SAFE_INTEGER);
  expect(here).toBeGreaterThan(0);
  vi.stubEnv("MAX_STREAMS", "2000000000");
  expect(maxStreams()).toBe(String(Math.min(2_000_000_000, here)));
  vi.stubEnv("MAX_STREAMS", "1");
  expect(maxStreams()).toBe("1");
});

test("stay as they were written where that is no number, so that the start names them", () => {
  vi.stubEnv("MAX_STREAMS", "many");
  expect(maxStreams()).toBe("many");
});
