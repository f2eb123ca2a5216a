// Sums of gradients per bin, over the rows of one node: the inner loop of training.
import { type BinnedRows, CELL } from "./bins.ts";

/** One node's histogram: CELL numbers a bin (gradient, curvature, rows). */
export type Histogram = Float64Array;

/** Fills the histogram from rows[from] to rows[to - 1]; `gradients` holds two numbers a row. */
export function fillHistogram(
  into: Histogram,
  { cellStarts, cells }: BinnedRows,
  rows: Int32Array,
  from: number,
  to: number,
  gradients: Float64Array,
): void {
  into.fill(0);
  for (let i = from; i < to; i++) {
    const row = rows[i]!;
    const gradient = gradients[2 * row]!;
    const curve = gradients[2 * row + 1]!;
    const end = cellStarts[row + 1]!;
    for (let p = cellStarts[row]!; p < end; p++) {
      const cell = cells[p]!;
      into[cell] = into[cell]! + gradient;
      into[cell + 1] = into[cell + 1]! + curve;
      into[cell + 2] = into[cell + 2]! + 1;
    }
  }
}

/** Turns a parent's histogram into that of its other child. */
export function subtractSibling(parent: Histogram, child: Histogram): void {
  for (let cell = 0; cell < parent.length; cell += CELL) {
    const rows = child[cell + 2]!;
    if (rows === 0) continue;
    parent[cell] = parent[cell]! - child[cell]!;
    parent[cell + 1] = parent[cell + 1]! - child[cell + 1]!;
    parent[cell + 2] = parent[cell + 2]! - rows;
  }
}
