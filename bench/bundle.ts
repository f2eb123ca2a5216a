// The size of what would be deployed, and how long workerd takes to load it.
import { inspectBundle } from "../local/deploy-check.ts";

const BUDGET_KB = 1250;

/** Minified and gzip (level 9) sizes in kB of the production bundle. */
export async function run(): Promise<{
  table: string;
  json: { minifiedKb: number; gzipKb: number; budgetKb: number };
}> {
  const { bytes, gzipBytes } = await inspectBundle("production");
  const json = { minifiedKb: Math.round(bytes / 1000), gzipKb: Math.round(gzipBytes / 1000), budgetKb: BUDGET_KB };
  const table = `minified ${json.minifiedKb} kB\ngzip     ${json.gzipKb} kB of ${BUDGET_KB} kB`;
  return { table, json };
}
