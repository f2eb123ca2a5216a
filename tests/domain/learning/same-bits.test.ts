// Node's half of a promise: see tests/worker/same-bits.test.ts for workerd's.
import { expect, test } from "vitest";
import { digestOfLeaves, LEAVES_SHA256 } from "./same-bits.ts";

test("a seed grows the same forest in Node as in workerd, to the last bit", async () => {
  expect(await digestOfLeaves()).toBe(LEAVES_SHA256);
});
