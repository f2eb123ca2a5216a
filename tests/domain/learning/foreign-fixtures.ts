// Models that other libraries trained, and what those libraries answered.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";

const FOLDER = join(import.meta.dirname, "../../data/foreign-models");

export function foreignText(name: string): string {
  return readFileSync(join(FOLDER, name), "utf8");
}

/** One number a line. */
export function predictions(name: string): number[] {
  return foreignText(name).trim().split("\n").map(Number);
}

const Answers = z.object({
  rows: z.array(z.array(z.number().nullable())),
  margins: z.array(z.number()),
  contributions: z.array(z.array(z.number())),
  margins_of_all: z.array(z.number()).optional(),
});

/** What XGBoost says of the rows of `xgboost-NAME-answers.json`; null is a missing value. */
export function xgboostAnswers(name: string) {
  const { rows, ...answers } = Answers.parse(JSON.parse(foreignText(`xgboost-${name}-answers.json`)));
  return { rows: rows.map((row) => Float64Array.from(row, (value) => value ?? Number.NaN)), ...answers };
}

/** rank.test as both foreign models were asked: feature i in column i, column 0 empty. */
export function rankTestRows(): { rows: Float64Array; rowCount: number; width: number } {
  const path = join(import.meta.dirname, "../../../bench/data/lightgbm-lambdarank/rank.test");
  const lines = readFileSync(path, "utf8").trim().split("\n");
  const width = 301;
  const rows = new Float64Array(lines.length * width);
  for (const [row, line] of lines.entries()) {
    for (const cell of line.trim().split(/\s+/).slice(1)) {
      const [column, value] = cell.split(":");
      rows[row * width + Number(column)] = Number(value);
    }
  }
  return { rows, rowCount: lines.length, width };
}

/** The largest difference between two lists of one length. */
export function largestGap(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) return Number.POSITIVE_INFINITY;
  return Array.from({ length: a.length }, (_, i) => Math.abs(a[i]! - b[i]!)).reduce(
    (most, gap) => Math.max(most, gap),
    0,
  );
}
