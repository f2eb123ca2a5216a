// What wrangler.toml says, in Miniflare's words, kept until it changes: wrangler, which reads it, takes a second to load.

import { existsSync } from "node:fs";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { hashSources } from "./sources-hash.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const CONFIG = join(ROOT, "wrangler.toml");
const CACHE = join(ROOT, "node_modules", ".cache", "vez");
// wrangler reads secrets from them too: those are not for a cache.
const SECRETS = [".dev.vars", ".env"];

type Wrangler = typeof import("wrangler");
export type WorkerOptions = ReturnType<Wrangler["unstable_getMiniflareWorkerOptions"]>["workerOptions"];

/** The bindings, queues, limits and crons of wrangler.toml, as Miniflare's older options name them; throws with wrangler's own words. */
export async function readWorkerOptions(): Promise<WorkerOptions> {
  if (SECRETS.some((name) => existsSync(join(ROOT, name)))) return askWrangler();
  const file = join(CACHE, `worker-options-${await hashSources(ROOT, ["wrangler.toml", "package-lock.json"])}.json`);
  if (existsSync(file)) {
    const kept: { root: string; options: WorkerOptions } = JSON.parse(await readFile(file, "utf8"));
    // Paths in it are absolute: a project that was moved asks again.
    if (kept.root === ROOT) return kept.options;
  }
  const options = askWrangler();
  await mkdir(dirname(file), { recursive: true });
  const partial = `${file}.${process.pid}`;
  await writeFile(partial, JSON.stringify({ root: ROOT, options }));
  await rename(partial, file);
  return options;
}

function askWrangler(): WorkerOptions {
  // Required, not imported: an import reads its fifteen megabytes twice more before it runs them.
  const wrangler: Wrangler = createRequire(import.meta.url)("wrangler");
  return wrangler.unstable_getMiniflareWorkerOptions(CONFIG).workerOptions;
}
