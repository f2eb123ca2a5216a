// libsvm's format for ranking: `grade feature:value ...` a line, and beside it the number of rows of each query.
import type { RankingDataset } from "../src/domain/learning/dataset.ts";

const FEATURES = 300;

/** Features are counted from 1; a value that is not listed is 0, as the anchors have it. */
export function parseRanking(libsvm: string, queries: string): RankingDataset {
  const lines = libsvm.trim().split("\n");
  const columns = Array.from({ length: FEATURES }, () => new Float64Array(lines.length));
  const labels = new Float64Array(lines.length);
  for (const [row, line] of lines.entries()) {
    const [label, ...cells] = line.trim().split(/\s+/);
    labels[row] = Number(label);
    for (const cell of cells) {
      const [feature, value] = cell.split(":");
      columns[Number(feature) - 1]![row] = Number(value);
    }
  }
  const sizes = queries.trim().split(/\s+/).map(Number);
  const groupStarts = new Int32Array(sizes.length + 1);
  for (const [group, size] of sizes.entries()) groupStarts[group + 1] = groupStarts[group]! + size;
  if (groupStarts[sizes.length] !== lines.length) throw new Error("The queries do not add up to the rows.");
  return { features: columns.map((_, index) => `f${index + 1}`), columns, labels, groupStarts };
}
