// A dozen random lives of cases over HTTP: whatever people do, each case is in a legal state and the books are right.
import { expect, test } from "vitest";
import { leadLives } from "../../bench/lives.ts";
import { CASE_STATUSES } from "../../src/domain/case-state.ts";

/** A product of its own, since its database is read when it has stopped. */
const LIMIT_MS = 300_000;

test(
  "random lives of a case end in a legal state, with a consistent ledger",
  async () => {
    const { lives, troubles, broken, counts } = await leadLives({ lives: 12, seed: 20261121 });
    expect(broken).toEqual([]);
    expect(troubles).toEqual([]);
    expect(lives).toHaveLength(12);
    for (const { status } of lives) expect(CASE_STATUSES).toContain(status);
    // Lives in which nothing happened would prove nothing.
    expect(counts["ledger accepted"]).toBeGreaterThan(10);
    expect(counts["ledger returned"]).toBeGreaterThan(3);
    expect(counts["contract voided"]).toBeGreaterThan(1);
  },
  LIMIT_MS,
);
