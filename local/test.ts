// `npm test`: every suite that this machine can run, then what did not run and how to get it, then one line of totals.

import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { buildWeb } from "./build/web.ts";
import { missingTools } from "./test-tools.ts";

const ROOT = join(import.meta.dirname, "..");
// .ci/run shows it once more after the checks.
const TOTALS = join(ROOT, "node_modules", ".cache", "vez", "test-totals.txt");
const ALL = ["domain", "node", "workerd", "flows", "pages", "locking", "redis"];

const report = z.object({
  success: z.boolean(),
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  numFailedTestSuites: z.number(),
  testResults: z.array(z.object({ name: z.string(), status: z.string(), assertionResults: z.array(z.unknown()) })),
});

/** Arguments after `npm test --` go to vitest as they are, e.g. a file or `--project domain`. */
async function test(args: readonly string[]): Promise<number> {
  await buildWeb();
  const missing = missingTools();
  const runnable = ALL.filter((project) => !missing.some((tool) => tool.project === project));
  const chosen = args.some((arg) => arg.startsWith("--project")) ? [] : runnable.map((name) => `--project=${name}`);
  const folder = await mkdtemp(join(tmpdir(), "vez-test-"));
  const file = join(folder, "report.json");
  const code = await vitest([...chosen, "--reporter=default", "--reporter=json", `--outputFile.json=${file}`, ...args]);
  const totals = existsSync(file) ? report.parse(JSON.parse(await readFile(file, "utf8"))) : null;
  await rm(folder, { recursive: true, force: true });

  for (const { project, how } of missing) console.log(`Did not run: ${project} (tests/${project}). ${how}`);
  // A file that could not even be loaded has no test that failed, but is a failure.
  const broken =
    totals?.testResults.filter((f) => f.status === "failed" && f.assertionResults.length === 0).length ?? 1;
  const failed = (totals?.numFailedTests ?? 0) + broken;
  const skipped = (totals?.numPendingTests ?? 0) + (totals?.numTodoTests ?? 0);
  const ci = process.env.CI === "true";
  const incomplete = ci ? missing.length : 0;
  if (incomplete > 0) console.log("With CI=true a suite that does not run is a failure.");
  const tail = skipped > 0 ? `, ${skipped} skipped` : "";
  const none = (totals?.numPassedTests ?? 0) + failed === 0;
  if (none) console.log("No test ran: look at the arguments.");
  const line = `${totals?.numPassedTests ?? 0} passed, ${failed + incomplete} failed${tail}`;
  await writeFile(TOTALS, `${line}\n`);
  console.log(line);
  return code !== 0 || none || failed + incomplete > 0 ? 1 : 0;
}

function vitest(args: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, [join(ROOT, "node_modules", "vitest", "vitest.mjs"), "run", ...args], {
    cwd: ROOT,
    stdio: "inherit",
  });
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => resolve(code ?? 1));
  });
}

process.exit(await test(process.argv.slice(2)));
