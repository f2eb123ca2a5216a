// The Worker's bundle as wrangler makes it, kept until a source changes.

import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { hashSources } from "./sources-hash.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const CACHE = join(ROOT, "node_modules", ".cache", "vez", "bundles");
const SOURCES = ["src", "durable-objects", "local/worker.ts", "wrangler.toml", "package-lock.json", "tsconfig.json"];
const KEPT = 3;

// Nothing sent, nothing asked, nothing written outside of the project.
const OFFLINE_ENV = {
  CI: "true",
  NO_COLOR: "1",
  FORCE_COLOR: "0",
  WRANGLER_HIDE_BANNER: "true",
  WRANGLER_SEND_METRICS: "false",
  WRANGLER_SEND_ERROR_REPORTS: "false",
  WRANGLER_LOG_PATH: join(ROOT, "node_modules", ".cache", "vez", "wrangler-logs"),
};

export interface Bundle {
  /** The main module, an absolute path. */
  main: string;
  /** True when nothing had to be built. */
  cached: boolean;
}

/** Bundles `entry` (a path below the project) with `wrangler deploy --dry-run`; throws with wrangler's own words. */
export async function buildWorker(entry: string): Promise<Bundle> {
  const key = await keyOf(entry);
  const folder = join(CACHE, key);
  const main = join(folder, `${basename(entry, extname(entry))}.js`);
  if (existsSync(main)) return { main, cached: true };
  const partial = `${folder}.${process.pid}`;
  await mkdir(partial, { recursive: true });
  await wrangler(["deploy", entry, "--env=", "--dry-run", "--outdir", partial]);
  // A source that was saved meanwhile may or may not be in it: such a bundle must not be kept under either name.
  if ((await keyOf(entry)) !== key) {
    await rm(partial, { recursive: true, force: true });
    return buildWorker(entry);
  }
  await rm(folder, { recursive: true, force: true });
  await rename(partial, folder);
  await forgetOld(key);
  return { main, cached: false };
}

async function keyOf(entry: string): Promise<string> {
  return `${basename(entry, extname(entry))}-${await hashSources(ROOT, [...SOURCES, entry])}`;
}

/** Runs the project's wrangler quietly, offline, and returns what it printed. */
export async function wrangler(args: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, [join(ROOT, "node_modules", "wrangler", "bin", "wrangler.js"), ...args], {
    cwd: ROOT,
    env: { ...process.env, ...OFFLINE_ENV },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  child.stdout.on("data", (chunk) => {
    output += chunk;
  });
  child.stderr.on("data", (chunk) => {
    output += chunk;
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  if (code !== 0) throw new Error(`wrangler ${args[0]} did not succeed:\n${output.trim()}`);
  return output;
}

async function forgetOld(current: string): Promise<void> {
  const names = (await readdir(CACHE)).filter((name) => name !== current && !name.includes("."));
  for (const name of names.slice(0, Math.max(0, names.length - KEPT)))
    await rm(join(CACHE, name), { recursive: true, force: true });
}
