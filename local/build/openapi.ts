// The API's document from the routes' declarations, bundled first: Node alone cannot load all that the routes import.
import { mkdir, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import * as esbuild from "esbuild";
import type { JsonObject } from "../../src/http/openapi/schema.ts";
import { readProblemCodes } from "../docs/problem-codes.ts";

const ROOT = join(import.meta.dirname, "..", "..");
/** Below the project, so that the bundle finds the packages that it leaves outside. */
const CACHE = join(ROOT, "node_modules", ".cache", "vez");

type Declarations = typeof import("../../src/http/openapi/entry.ts");
type Reference = typeof import("../docs/entry.ts");

let serial = 0;

/** The declarations as they are on disk now. */
export function loadDeclarations(): Promise<Declarations> {
  return load<Declarations>("src/http/openapi/entry.ts");
}

export function loadReference(): Promise<Reference> {
  return load<Reference>("local/docs/entry.ts");
}

/** The caller names the type of the file that it names. */
async function load<T>(entry: string): Promise<T> {
  await mkdir(CACHE, { recursive: true });
  const outfile = join(CACHE, `openapi-${process.pid}-${++serial}.mjs`);
  await esbuild.build({
    entryPoints: [join(ROOT, entry)],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node22",
    packages: "external",
    external: ["cloudflare:*"],
    // Ships ES modules without saying so in its package.json: Node refuses its names.
    alias: { "itty-durable": createRequire(import.meta.url).resolve("itty-durable") },
    jsx: "automatic",
    jsxImportSource: "hono/jsx",
    logLevel: "warning",
  });
  try {
    return await import(pathToFileURL(outfile).href);
  } finally {
    await rm(outfile);
  }
}

export async function makeOpenApi(): Promise<JsonObject> {
  const { GROUPS, WEBHOOKS, openApiDocument } = await loadDeclarations();
  return openApiDocument({ groups: GROUPS, webhooks: WEBHOOKS, problems: await readProblemCodes() });
}
