// NDCG against values worked out by hand.
import { describe, expect, test } from "vitest";
import { meanNdcg, ndcgOfGroups } from "../../../src/domain/learning/ndcg.ts";

describe("NDCG", () => {
  const groups = Int32Array.of(0, 4, 6, 8);
  const labels = [0, 2, 1, 0, 0, 0, 1, 3];

  test("is the discounted gain over the best possible one", () => {
    // Ranked 1, 0, 2, 0: 1 / 1 + 3 / 2; best 2, 1, 0, 0: 3 / 1 + 1 / log2 3.
    const [first] = ndcgOfGroups([0.7, 0.5, 0.9, 0.1, 0, 0, 0, 0], labels, groups, 10);
    expect(first).toBeCloseTo((1 + 3 / 2) / (3 + 1 / Math.log2(3)), 12);
  });

  test("looks no further than k", () => {
    const [first, , third] = ndcgOfGroups([0.7, 0.5, 0.9, 0.1, 0, 0, 2, 1], labels, groups, 1);
    expect(first).toBeCloseTo(1 / 3, 12);
    expect(third).toBeCloseTo(1 / 7, 12);
  });

  test("counts a group in which nothing is relevant as 1, and each group once, however large", () => {
    const scores = [4, 3, 2, 1, 1, 2, 1, 2];
    const [first, second, third] = ndcgOfGroups(scores, labels, groups, 10);
    expect(second).toBe(1);
    expect(third).toBe(1);
    expect(meanNdcg(scores, labels, groups, 10)).toBeCloseTo((first! + 2) / 3, 12);
  });

  test("is never computed across groups: shifting one group's scores changes nothing", () => {
    const scores = [4, 3, 2, 1, 1, 2, 1, 2];
    const shifted = scores.map((score, row) => (row < 4 ? score + 100 : score));
    expect(ndcgOfGroups(shifted, labels, groups, 10)).toEqual(ndcgOfGroups(scores, labels, groups, 10));
  });
});
