// `npm run deploy:check`: what wrangler would deploy, without deploying it; its size, and that nothing local is in it.

import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { buildWeb } from "./build/web.ts";
import { wrangler } from "./build/worker.ts";

const ENVIRONMENTS = ["production", "staging"];
// The budget of the project; the platform's own is 3 MB on the free plan and 10 MB on the paid one.
const BUDGET_BYTES = 1_250_000;
// What only local/worker.ts brings: a route, and the name of its cron.
const LOCAL_MARKS = ["/local/outbox", "local/worker.ts", '"@start"'];

/** Size of the bundle for an environment, and which local marks it holds. */
export async function inspectBundle(
  environment: string,
  entry?: string,
): Promise<{ bytes: number; gzipBytes: number; localMarks: string[] }> {
  const folder = await mkdtemp(join(tmpdir(), "vez-deploy-"));
  try {
    await wrangler([
      "deploy",
      ...(entry ? [entry] : []),
      `--env=${environment}`,
      "--dry-run",
      "--outdir",
      folder,
      "--minify",
    ]);
    const code = await readFile(join(folder, "worker.js"));
    const text = code.toString("utf8");
    return {
      bytes: code.length,
      gzipBytes: gzipSync(code, { level: 9 }).length,
      localMarks: LOCAL_MARKS.filter((mark) => text.includes(mark)),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

if (import.meta.main) {
  await buildWeb();
  let ok = true;
  for (const environment of ENVIRONMENTS) {
    const { bytes, gzipBytes, localMarks } = await inspectBundle(environment);
    const small = gzipBytes <= BUDGET_BYTES;
    const clean = localMarks.length === 0;
    ok &&= small && clean;
    const kB = (n: number): string => `${Math.round(n / 1000)} kB`;
    console.log(
      `${environment.padEnd(10)}  ${kB(gzipBytes)} gzip of ${kB(BUDGET_BYTES)} (${kB(bytes)} minified)  ` +
        `${small ? "within the budget" : "OVER THE BUDGET"}, ${clean ? "nothing local in it" : `HOLDS ${localMarks.join(", ")}`}`,
    );
  }
  process.exit(ok ? 0 : 1);
}
