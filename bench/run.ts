// `npm run bench -- NAME [--json] [--live] ...`: runs bench/NAME.ts and prints its table, or one JSON object.

import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";

/** What narrows a bench that takes long. */
const NARROWING = { vendor: { type: "string" }, fault: { type: "string" }, cases: { type: "string" } } as const;

type BenchOptions = { live: boolean } & { [name in keyof typeof NARROWING]?: string | undefined };

interface Bench {
  /** `live`: vendors whose keys are in the environment may be asked. `failed`: a bound is broken, and the command ends with 1. */
  run(options: BenchOptions): Promise<{ table: string; json: unknown; failed?: boolean }>;
}

const { values, positionals } = parseArgs({
  options: { json: { type: "boolean", default: false }, live: { type: "boolean", default: false }, ...NARROWING },
  allowPositionals: true,
});
const [name] = positionals;
const benches = await list();
if (name === undefined || !benches.includes(name)) {
  console.error(`Usage: npm run bench -- NAME [--json] [--live]. There are: ${benches.join(", ")}.`);
  process.exit(2);
}
const { run } = asBench(await import(pathToFileURL(join(import.meta.dirname, `${name}.ts`)).href));
// Progress goes to stderr, so that what is printed can be piped.
const started = performance.now();
const { json: asJson, ...options } = values;
const { table, json, failed = false } = await run(options);
console.log(asJson ? JSON.stringify(json) : table);
console.error(`${name} took ${((performance.now() - started) / 1000).toFixed(1)} s`);
process.exit(failed ? 1 : 0);

/** A bench is a module here that exports `run`. */
async function list(): Promise<string[]> {
  const names = (await readdir(import.meta.dirname)).filter((file) => file.endsWith(".ts") && file !== "run.ts");
  const texts = await Promise.all(names.map(async (file) => ({ file, module: await exportsRun(file) })));
  return texts.filter(({ module }) => module).map(({ file }) => file.slice(0, -3));
}

async function exportsRun(file: string): Promise<boolean> {
  return /^export (async )?function run\(/m.test(await readFile(join(import.meta.dirname, file), "utf8"));
}

function asBench(module: unknown): Bench {
  if (typeof module === "object" && module !== null && "run" in module && typeof module.run === "function")
    return module as Bench;
  throw new Error(`bench/${name}.ts exports no run()`);
}
