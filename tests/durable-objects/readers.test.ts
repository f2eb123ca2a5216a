// The places of a process: taken, given back once, and as many as its file descriptors allow.
import { expect, test } from "vitest";
import { openReaders, readersFor, takePlace } from "../../src/http/stream/readers.ts";

test("a place is given back once, however often its holder leaves", () => {
  const before = openReaders();
  const leave = takePlace(before + 1);
  expect(takePlace(before + 1)).toBeNull();
  leave?.();
  leave?.();
  expect(openReaders()).toBe(before);
});

test("a process holds as many readers as its file descriptors carry, and always one", () => {
  expect(readersFor(20_000)).toBe(3_900);
  expect(readersFor(1_024)).toBe(104);
  expect(readersFor(256)).toBe(1);
});
