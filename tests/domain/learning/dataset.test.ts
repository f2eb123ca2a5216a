// Cases become columns and stay whole.
import { describe, expect, test } from "vitest";
import { datasetOf, takeGroups } from "../../../src/domain/learning/dataset.ts";

const groups = [
  { rows: [[1, 2]], labels: [0] },
  {
    rows: [
      [3, Number.NaN],
      [5, 6],
    ],
    labels: [4, 1],
  },
  { rows: [[7, 8]], labels: [2] },
];

describe("a ranking dataset", () => {
  test("has a column for each feature and knows where each case begins", () => {
    const { columns, labels, groupStarts } = datasetOf(["a", "b"], groups);
    expect(columns.map((column) => [...column])).toEqual([
      [1, 3, 5, 7],
      [2, Number.NaN, 6, 8],
    ]);
    expect([...labels]).toEqual([0, 4, 1, 2]);
    expect([...groupStarts]).toEqual([0, 1, 3, 4]);
  });

  test("gives whole cases, in the order asked for", () => {
    const all = datasetOf(["a", "b"], groups);
    expect(takeGroups(all, [2, 1])).toEqual(datasetOf(["a", "b"], [groups[2]!, groups[1]!]));
    expect(takeGroups(all, []).labels).toHaveLength(0);
  });

  test("refuses rows without grades, of another width, endless values and grades that no gain is defined for", () => {
    const refused = [
      { rows: [[1, 2]], labels: [] },
      { rows: [[1]], labels: [1] },
      { rows: [[1, Number.POSITIVE_INFINITY]], labels: [1] },
      { rows: [[1, 2]], labels: [-1] },
      { rows: [[1, 2]], labels: [1.5] },
      { rows: [[1, 2]], labels: [32] },
    ];
    for (const group of refused) expect(() => datasetOf(["a", "b"], [group])).toThrowError("invalid_input");
  });
});
