// `npm test`: every suite that this machine can run, then what did not run and how to get it, then one line of totals.

import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { buildWeb } from "./build/web.ts";
import { buildWorker } from "./build/worker.ts";
import { readMigrations } from "./postgres/migrations.ts";
import { findSnapshot, makeSnapshot } from "./postgres/snapshot.ts";
import { missingTools } from "./test-tools.ts";

const ROOT = join(import.meta.dirname, "..");
// .ci/run shows it once more after the checks.
const TOTALS = join(ROOT, "node_modules", ".cache", "vez", "test-totals.txt");
/**
 * Runs at the same time: what computes, and in two halves what looks at a started product from outside and mostly waits for it.
 */
const RUNS: readonly { projects: readonly string[]; args: readonly string[] }[] = [
  { projects: ["domain", "node", "redis", "locking"], args: [] },
  // One file after another: beside the rest it costs no time of its own.
  { projects: ["workerd"], args: [] },
  { projects: ["flows", "pages"], args: ["--shard=1/2"] },
  { projects: ["flows", "pages"], args: ["--shard=2/2"] },
];

const report = z.object({
  success: z.boolean(),
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  numFailedTestSuites: z.number(),
  testResults: z.array(z.object({ name: z.string(), status: z.string(), assertionResults: z.array(z.unknown()) })),
});

type Report = z.infer<typeof report>;

/** Arguments after `npm test --` go to one vitest as they are, e.g. a file or `--project domain`. */
async function test(args: readonly string[]): Promise<number> {
  await prepare();
  const missing = missingTools();
  const folder = await mkdtemp(join(tmpdir(), "vez-test-"));
  const runs = argumentsOf(
    args,
    missing.map(({ project }) => project),
  );
  // Lines of several runs at once could not be read: the first shows its own as they come, the others theirs after it.
  const started = runs.length > 1 ? startOnce(folder) : null;
  const ended = await Promise.all(
    runs.map(async (run, i) => {
      // The others start no product but from nothing, and need not wait.
      const env: Record<string, string> =
        started !== null && startsProducts(run) ? { VEZ_TEST_DATA: await started } : {};
      return vitest(run, { reportFile: join(folder, `${i}.json`), live: i === 0, env });
    }),
  );
  for (const { output } of ended) process.stdout.write(output);
  const reports = await Promise.all(runs.map((_, i) => readReport(join(folder, `${i}.json`))));
  await rm(folder, { recursive: true, force: true });

  for (const { project, how } of missing) console.log(`Did not run: ${project} (tests/${project}). ${how}`);
  const passed = sum(reports, (one) => one?.numPassedTests ?? 0);
  const failed = ended.reduce((total, { code }, i) => total + failuresOf(code, reports[i] ?? null), 0);
  const skipped = sum(reports, (one) => (one?.numPendingTests ?? 0) + (one?.numTodoTests ?? 0));
  const incomplete = process.env.CI === "true" ? missing.length : 0;
  if (incomplete > 0) console.log("With CI=true a suite that does not run is a failure.");
  const tail = skipped > 0 ? `, ${skipped} skipped` : "";
  const none = passed + failed === 0;
  if (none) console.log("No test ran: look at the arguments.");
  const line = `${passed} passed, ${failed + incomplete} failed${tail}`;
  await writeFile(TOTALS, `${line}\n`);
  console.log(line);
  return none || failed + incomplete > 0 ? 1 : 0;
}

/** What every product and database of the runs begins from, made once instead of by several at the same time. */
async function prepare(): Promise<void> {
  const migrations = await readMigrations(join(ROOT, "migrations"));
  if ((await findSnapshot(migrations)) === null) await makeSnapshot(migrations);
  await buildWeb();
  await buildWorker("local/worker.ts");
}

/** A data folder as a first start leaves it, people loaded: the products of the runs begin with copies of it. */
async function startOnce(folder: string): Promise<string> {
  const dataFolder = join(folder, "data");
  const child = spawn(process.execPath, [join(ROOT, "tests", "support", "first-start.ts"), dataFolder], {
    cwd: ROOT,
    stdio: "inherit",
  });
  const code = await new Promise((resolve, reject) => child.once("error", reject).once("exit", resolve));
  if (code !== 0) throw new Error("the product did not start; its words are above");
  return dataFolder;
}

/** The arguments of each vitest; `missing` are projects that cannot run here. */
function argumentsOf(args: readonly string[], missing: readonly string[]): string[][] {
  if (args.some((arg) => arg.startsWith("--project"))) return [[...args]];
  const chosen = RUNS.map((run) => ({ ...run, projects: run.projects.filter((name) => !missing.includes(name)) }));
  const choice = (projects: readonly string[]) => [...new Set(projects)].map((name) => `--project=${name}`);
  if (args.length > 0) return [[...choice(chosen.flatMap(({ projects }) => projects)), ...args]];
  return chosen.map((run) => [...choice(run.projects), ...run.args]);
}

/** Null when the run ended before it wrote one. */
async function readReport(file: string): Promise<Report | null> {
  return existsSync(file) ? report.parse(JSON.parse(await readFile(file, "utf8"))) : null;
}

/** What looks at a product from outside begins it from a copy. */
function startsProducts(run: readonly string[]): boolean {
  return run.includes("--project=flows") || run.includes("--project=pages");
}

/** A file that could not even be loaded has no test that failed, but is a failure; so is a run that ended badly or without a report. */
function failuresOf(code: number, one: Report | null): number {
  const broken =
    one?.testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0) ?? [];
  return Math.max((one?.numFailedTests ?? 0) + broken.length, code !== 0 || one === null ? 1 : 0);
}

function sum(reports: readonly (Report | null)[], count: (one: Report | null) => number): number {
  return reports.reduce((total, one) => total + count(one), 0);
}

interface Run {
  reportFile: string;
  /** Shows what it prints as it comes. */
  live: boolean;
  env: Record<string, string>;
}

/** Its exit code (1 after a signal), and what it printed unless that was shown `live`. */
function vitest(args: readonly string[], { reportFile, live, env }: Run): Promise<{ code: number; output: Buffer }> {
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${reportFile}`];
  const entry = join(ROOT, "node_modules", "vitest", "vitest.mjs");
  const child = spawn(process.execPath, [entry, "run", ...reporters, ...args], {
    cwd: ROOT,
    stdio: live ? "inherit" : ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...env, ...(process.stdout.isTTY ? { FORCE_COLOR: "1" } : {}) },
  });
  const kept: Buffer[] = [];
  for (const output of [child.stdout, child.stderr]) output?.on("data", (chunk: Buffer) => void kept.push(chunk));
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ code: code ?? 1, output: Buffer.concat(kept) }));
  });
}

process.exit(await test(process.argv.slice(2)));
