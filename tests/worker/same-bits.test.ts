// workerd's half of a promise: its exp and log2 differ from Node's in the last bit, and training must not show it.
import { expect, test } from "vitest";
import { digestOfLeaves, LEAVES_SHA256 } from "../domain/learning/same-bits.ts";

test("a seed grows the same forest in workerd as in Node, to the last bit", async () => {
  expect(await digestOfLeaves()).toBe(LEAVES_SHA256);
});
