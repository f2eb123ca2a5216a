// The places of a process: taken, given back once, and as many as its file descriptors allow.
import { expect, test } from "vitest";
import { openReaders, type Reader, readersFor, takePlace } from "../../src/http/stream/readers.ts";

const someone = { personId: "usr_some", operator: false };
const someoneElse = { personId: "usr_else", operator: false };
const operator = { personId: "usr_oper", operator: true };

/** Takes `count` places and returns how to give all of them back. */
function take(count: number, reader: Reader, limits = { process: 1_000, person: 1_000 }): () => void {
  const leaves = Array.from({ length: count }, () => takePlace(limits, reader));
  return () => {
    for (const leave of leaves) if (typeof leave === "function") leave();
  };
}

test("a place is given back once, however often its holder leaves", () => {
  const before = openReaders();
  const limits = { process: before + 1, person: 1 };
  const leave = takePlace(limits, someone);
  expect(takePlace(limits, someoneElse)).toBe("process_full");
  if (typeof leave !== "function") throw new Error(leave);
  leave();
  leave();
  expect(openReaders()).toBe(before);
});

test("one person's streams leave the others' places alone", () => {
  const limits = { process: openReaders() + 100, person: 3 };
  const leaveAll = take(3, someone, limits);
  expect(takePlace(limits, someone)).toBe("person_full");
  const other = takePlace(limits, someoneElse);
  expect(other).toBeTypeOf("function");
  leaveAll();
  const again = takePlace(limits, someone);
  expect(again).toBeTypeOf("function");
  for (const leave of [other, again]) if (typeof leave === "function") leave();
});

test("operators find a place where readers have taken all", () => {
  const limits = { process: openReaders() + 5, person: 100 };
  const leaveAll = take(5, someone, limits);
  expect(takePlace(limits, someoneElse)).toBe("process_full");
  const leaveOperators = take(20, operator, limits);
  expect(takePlace(limits, operator)).toBe("process_full");
  leaveOperators();
  leaveAll();
});

test("a process holds as many readers as its file descriptors carry, and always one", () => {
  expect(readersFor(20_000)).toBe(3_900);
  expect(readersFor(1_024)).toBe(104);
  expect(readersFor(256)).toBe(1);
});
