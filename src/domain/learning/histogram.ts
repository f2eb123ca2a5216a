// Sums of gradients per bin, over the rows of one node: the inner loop of training.
import { type BinnedRows, CELL } from "./bins.ts";

/** One node's histogram: CELL numbers a bin (gradient, curvature, rows). Only bins of the features that the tree may ask about are kept. */
export type Histogram = Float64Array;

/** What stays the same while one tree grows. */
export interface TreeSample {
  binned: BinnedRows;
  /** The first `featureCount` are those that the tree may ask about. */
  features: Int32Array;
  featureCount: number;
  /** Two numbers a row: first and second derivative. */
  gradients: Float64Array;
  /** Row r's cells among those features are cells[cellStarts[r]] to cells[cellEnds[r] - 1]. */
  cellStarts: Int32Array;
  cellEnds: Int32Array;
  cells: Int32Array;
}

/** Fills the histogram from rows[from] to rows[to - 1]; cells of implied bins are 0. */
export function fillHistogram(into: Histogram, sample: TreeSample, rows: Int32Array, from: number, to: number): void {
  const { binned, features, featureCount, gradients, cellStarts, cellEnds, cells } = sample;
  for (let f = 0; f < featureCount; f++) {
    const feature = features[f]!;
    into.fill(0, CELL * binned.firstBin[feature]!, CELL * binned.firstBin[feature + 1]!);
  }
  for (let i = from; i < to; i++) {
    const row = rows[i]!;
    const gradient = gradients[2 * row]!;
    const curve = gradients[2 * row + 1]!;
    const end = cellEnds[row]!;
    for (let p = cellStarts[row]!; p < end; p++) {
      const cell = cells[p]!;
      into[cell] = into[cell]! + gradient;
      into[cell + 1] = into[cell + 1]! + curve;
      into[cell + 2] = into[cell + 2]! + 1;
    }
  }
}

/** Turns a parent's histogram into that of its other child. */
export function subtractSibling(parent: Histogram, child: Histogram, sample: TreeSample): void {
  const { firstBin } = sample.binned;
  for (let f = 0; f < sample.featureCount; f++) {
    const feature = sample.features[f]!;
    const end = CELL * firstBin[feature + 1]!;
    for (let cell = CELL * firstBin[feature]!; cell < end; cell += CELL) {
      const rows = child[cell + 2]!;
      if (rows === 0) continue;
      parent[cell] = parent[cell]! - child[cell]!;
      parent[cell + 1] = parent[cell + 1]! - child[cell + 1]!;
      parent[cell + 2] = parent[cell + 2]! - rows;
    }
  }
}

/** Narrows rows to the cells of a tree's own features; the arrays that it returns are valid until its next call. */
export type NarrowCells = (
  rows: Int32Array,
  features: Int32Array,
  featureCount: number,
) => Pick<TreeSample, "cellStarts" | "cellEnds" | "cells">;

/** All nodes of a tree read these cells again and again: dropping the other features' once is cheaper. */
export function cellNarrower({ columns, firstBin, cellStarts, cells, rows: rowCount }: BinnedRows): NarrowCells {
  const all = { cellStarts, cellEnds: cellStarts.subarray(1), cells };
  const narrow = {
    cellStarts: new Int32Array(rowCount),
    cellEnds: new Int32Array(rowCount),
    // One more: a cell is written before it is known to be wanted.
    cells: new Int32Array(cells.length + 1),
  };
  const wanted = new Uint8Array(CELL * firstBin[columns.length]!);
  return (rows, features, featureCount) => {
    if (featureCount === columns.length) return all;
    wanted.fill(0);
    for (let f = 0; f < featureCount; f++) {
      wanted.fill(1, CELL * firstBin[features[f]!]!, CELL * firstBin[features[f]! + 1]!);
    }
    let next = 0;
    for (const row of rows) {
      narrow.cellStarts[row] = next;
      const end = cellStarts[row + 1]!;
      for (let p = cellStarts[row]!; p < end; p++) {
        const cell = cells[p]!;
        narrow.cells[next] = cell;
        next += wanted[cell]!;
      }
      narrow.cellEnds[row] = next;
    }
    return narrow;
  };
}
