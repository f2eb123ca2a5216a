// Columns cut into bins: what histograms are built over instead of every distinct value.
import type { RankingDataset } from "./dataset.ts";

/** Numbers that one bin of a histogram holds: sum of first derivatives, of second ones, rows. */
export const CELL = 3;

export interface BinnedRows {
  rows: number;
  /** Bin of each row, one array a feature. */
  columns: readonly Uint8Array[];
  /** First bin of each feature in the histogram, and at the end the number of all bins. */
  firstBin: Int32Array;
  /** Bins with values; a column with missing values has one more, at its end. */
  valueBins: Int32Array;
  /** Bin of each feature that histograms leave out, since it is what is left of the node's total: the one of the missing values, else the fullest. */
  impliedBin: Int32Array;
  /** Least and greatest training value in each bin of the histogram. */
  leastValue: Float64Array;
  greatestValue: Float64Array;
  /** Row r's histogram cells, times CELL, are cells[cellStarts[r]] to cells[cellStarts[r + 1]]. Implied bins are not among them. */
  cellStarts: Int32Array;
  cells: Int32Array;
}

const MOST_BINS = 254;

/** Cuts each column at its quantiles into at most `maxBins` bins; a column with fewer distinct values has a bin for each. NaN has a bin of its own. */
export function binRows(dataset: RankingDataset, maxBins: number): BinnedRows {
  const rows = dataset.labels.length;
  const most = Math.min(MOST_BINS, Math.max(2, maxBins));
  const parts = dataset.columns.map((column) => binColumn(column, most));
  const firstBin = new Int32Array(parts.length + 1);
  for (const [feature, part] of parts.entries()) firstBin[feature + 1] = firstBin[feature]! + part.bins;
  const leastValue = new Float64Array(firstBin[parts.length]!);
  const greatestValue = new Float64Array(firstBin[parts.length]!);
  for (const [feature, part] of parts.entries()) {
    leastValue.set(part.least, firstBin[feature]);
    greatestValue.set(part.greatest, firstBin[feature]);
  }
  const columns = parts.map((part) => part.binOf);
  const impliedBin = Int32Array.from(parts, (part) => part.implied);
  return {
    rows,
    columns,
    firstBin,
    valueBins: Int32Array.from(parts, (part) => part.least.length),
    impliedBin,
    leastValue,
    greatestValue,
    ...cellsOfRows(columns, impliedBin, firstBin, rows),
  };
}

interface BinnedColumn {
  binOf: Uint8Array;
  bins: number;
  implied: number;
  least: number[];
  greatest: number[];
}

function binColumn(column: Float64Array, maxBins: number): BinnedColumn {
  const sorted = sortValues(column);
  const least: number[] = [];
  const greatest: number[] = [];
  const counts: number[] = [];
  const distinct = countDistinct(sorted);
  let filled = 0;
  for (let i = 0; i < sorted.length; ) {
    let next = i + 1;
    while (next < sorted.length && sorted[next] === sorted[i]) next++;
    // A bin is full when it holds its share of the values that were left when it was opened.
    const share = (sorted.length - filled) / (maxBins - least.length + 1);
    const open = counts.length > 0 && distinct > maxBins && counts[counts.length - 1]! + (next - i) / 2 <= share;
    if (open || least.length === maxBins) {
      greatest[greatest.length - 1] = sorted[i]!;
      counts[counts.length - 1]! += next - i;
    } else {
      filled = i;
      least.push(sorted[i]!);
      greatest.push(sorted[i]!);
      counts.push(next - i);
    }
    i = next;
  }
  const missing = column.length - sorted.length;
  const binOf = new Uint8Array(column.length);
  const zeroBin = binOfValue(greatest, 0);
  for (let row = 0; row < column.length; row++) {
    const value = column[row]!;
    binOf[row] = value === 0 ? zeroBin : Number.isNaN(value) ? least.length : binOfValue(greatest, value);
  }
  const implied = missing > 0 ? least.length : counts.indexOf(Math.max(...counts));
  return { binOf, bins: least.length + (missing > 0 ? 1 : 0), implied, least, greatest };
}

/** The values that are not missing, ascending. Zeros, most of a sparse column, are not compared. */
function sortValues(column: Float64Array): Float64Array {
  const sorted = new Float64Array(column.length);
  let others = 0;
  let zeros = 0;
  for (let row = 0; row < column.length; row++) {
    const value = column[row]!;
    if (value === 0) zeros++;
    else if (!Number.isNaN(value)) sorted[others++] = value;
  }
  sorted.subarray(0, others).sort();
  let negatives = 0;
  while (negatives < others && sorted[negatives]! < 0) negatives++;
  sorted.copyWithin(negatives + zeros, negatives, others);
  sorted.fill(0, negatives, negatives + zeros);
  return sorted.subarray(0, others + zeros);
}

function countDistinct(sorted: Float64Array): number {
  let count = 0;
  for (let i = 0; i < sorted.length; i++) if (i === 0 || sorted[i] !== sorted[i - 1]) count++;
  return count;
}

/** First bin whose greatest value is not below the value. */
function binOfValue(greatest: readonly number[], value: number): number {
  let low = 0;
  let high = greatest.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (greatest[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Most values of a sparse column are equal: rows list only the others. */
function cellsOfRows(
  columns: readonly Uint8Array[],
  impliedBin: Int32Array,
  firstBin: Int32Array,
  rows: number,
): { cellStarts: Int32Array; cells: Int32Array } {
  const cellStarts = new Int32Array(rows + 1);
  for (const [feature, column] of columns.entries()) {
    const implied = impliedBin[feature];
    for (let row = 0; row < rows; row++) if (column[row] !== implied) cellStarts[row + 1]!++;
  }
  for (let row = 0; row < rows; row++) cellStarts[row + 1]! += cellStarts[row]!;
  const cells = new Int32Array(cellStarts[rows]!);
  const next = cellStarts.slice(0, rows);
  for (const [feature, column] of columns.entries()) {
    const implied = impliedBin[feature];
    const first = firstBin[feature]!;
    for (let row = 0; row < rows; row++)
      if (column[row] !== implied) cells[next[row]!++] = CELL * (first + column[row]!);
  }
  return { cellStarts, cells };
}
