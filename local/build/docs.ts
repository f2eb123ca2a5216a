// Builds what programmers read into web/dist: the API's document and, from it, the reference page in both languages.
import { existsSync } from "node:fs";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { z } from "zod";
import { LOCALES } from "../../src/domain/locale.ts";
import { readProblemCodes } from "../docs/problem-codes.ts";
import { loadReference, makeOpenApi } from "./openapi.ts";
import { hashSources } from "./sources-hash.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const DIST = join(ROOT, "web", "dist");
const STAMP = join(ROOT, "node_modules", ".cache", "vez", "docs.stamp");
// Declarations import shapes from all of src; codes come from docs/api.md; the page names built styles.
const SOURCES = [
  "src",
  "docs/api.md",
  "web/styles",
  "web/entries",
  "web/lib",
  "local/build",
  "local/docs",
  "package-lock.json",
];

/** After `buildWeb`: the page needs the addresses of its styles. */
export async function buildDocs(): Promise<void> {
  const stamp = await hashSources(ROOT, SOURCES);
  const file = join(DIST, "openapi.json");
  if (existsSync(file) && existsSync(STAMP) && (await readFile(STAMP, "utf8")) === stamp) return;
  await mkdir(join(DIST, "docs"), { recursive: true });
  const [document, problems, { referencePage }, asset] = await Promise.all([
    makeOpenApi(),
    readProblemCodes(),
    loadReference(),
    builtAssets(),
  ]);
  for (const locale of LOCALES) {
    await replace(join(DIST, "docs", `${locale}.html`), referencePage({ document, problems, locale, asset }));
  }
  await replace(file, JSON.stringify(document));
  await mkdir(dirname(STAMP), { recursive: true });
  await writeFile(STAMP, stamp);
}

/** At once: a product that runs beside this build never reads half a file. */
async function replace(file: string, text: string): Promise<void> {
  const fresh = `${file}.${process.pid}`;
  await writeFile(fresh, text);
  await rename(fresh, file);
}

async function builtAssets(): Promise<(name: string) => string> {
  const text = await readFile(join(DIST, "assets", "manifest.json"), "utf8");
  const addresses = z.record(z.string(), z.string()).parse(JSON.parse(text));
  return (name) => {
    const address = addresses[name];
    if (address === undefined) throw new Error(`no built asset is called ${name}`);
    return address;
  };
}
