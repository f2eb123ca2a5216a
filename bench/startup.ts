// Seconds from the command to the first answer: a new folder, then the same folder again.
import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { startProduct } from "../tests/support/product.ts";

const CACHE = join(import.meta.dirname, "..", "node_modules", ".cache", "vez");
const ROUNDS = 3;

interface Row {
  how: string;
  seconds: number;
}

/** Median of three; "cold" also builds the bundle and makes the database, "warm" finds both. */
export async function run(): Promise<{ table: string; json: { rows: Row[] } }> {
  const cold: number[] = [];
  const warm: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    await forgetWhatWasBuilt();
    let started = performance.now();
    const product = await startProduct();
    await answer(product.origin);
    cold.push((performance.now() - started) / 1000);
    await product.stop();
    started = performance.now();
    await product.restart();
    await answer(product.origin);
    warm.push((performance.now() - started) / 1000);
    await product.remove();
  }
  const rows = [
    { how: "first start (bundle, database, 500 professionals)", seconds: median(cold) },
    { how: "second start", seconds: median(warm) },
  ];
  const table = rows.map(({ how, seconds }) => `${how.padEnd(52)}${seconds.toFixed(1).padStart(6)} s`).join("\n");
  return { table, json: { rows } };
}

/** The bundle, and the migrated database that tests leave behind for the next start. */
async function forgetWhatWasBuilt(): Promise<void> {
  const names = (await readdir(CACHE)).filter((name) => name === "bundles" || name.startsWith("database-"));
  for (const name of names) await rm(join(CACHE, name), { recursive: true, force: true });
}

async function answer(origin: string): Promise<void> {
  const response = await fetch(`${origin}/health`);
  if (!response.ok) throw new Error(`/health answered ${response.status}`);
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
