// Builds what programmers read into web/dist: the API's document and, from it, the reference page in both languages.
import { existsSync } from "node:fs";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { makeOpenApi } from "./openapi.ts";
import { hashSources } from "./sources-hash.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const DIST = join(ROOT, "web", "dist");
const STAMP = join(ROOT, "node_modules", ".cache", "vez", "docs.stamp");
// Declarations import shapes from all of src; codes come from docs/api.md; the page names built styles.
const SOURCES = ["src", "docs/api.md", "web/styles", "web/entries", "local/build", "local/docs", "package-lock.json"];

/** After `buildWeb`: the page needs the addresses of its styles. */
export async function buildDocs(): Promise<void> {
  const stamp = await hashSources(ROOT, SOURCES);
  const file = join(DIST, "openapi.json");
  if (existsSync(file) && existsSync(STAMP) && (await readFile(STAMP, "utf8")) === stamp) return;
  await mkdir(DIST, { recursive: true });
  await replace(file, JSON.stringify(await makeOpenApi()));
  await mkdir(dirname(STAMP), { recursive: true });
  await writeFile(STAMP, stamp);
}

/** At once: a product that runs beside this build never reads half a file. */
async function replace(file: string, text: string): Promise<void> {
  const fresh = `${file}.${process.pid}`;
  await writeFile(fresh, text);
  await rename(fresh, file);
}
