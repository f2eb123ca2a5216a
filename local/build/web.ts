// Builds the browser modules and styles into web/dist/assets under names that change with their content.

import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, dirname, extname, join } from "node:path";
import * as esbuild from "esbuild";
import { buildDocs } from "./docs.ts";
import { hashSources } from "./sources-hash.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const WEB = join(ROOT, "web");
const DIST = join(WEB, "dist");
const ASSETS = join(DIST, "assets");
const STAMP = join(ROOT, "node_modules", ".cache", "vez", "web.stamp");
// Browser modules import types and domain rules from src.
const SOURCES = ["web", "src/domain", "src/base", "package-lock.json", "local/build/web.ts"];

// A name with a content hash never changes its bytes, so it may be kept for ever; the manifest is asked for anew.
const HEADERS = `/assets/*
  Cache-Control: public, max-age=31536000, immutable
  X-Content-Type-Options: nosniff
/assets/manifest.json
  ! Cache-Control
  Cache-Control: no-cache
`;

/** Everything in web/dist: what pages load, and what programmers read. */
export async function buildWeb(): Promise<void> {
  await buildAssets();
  await buildDocs();
}

/**
 * Entries are web/entries/*.ts(x) and web/styles/*.css, static files web/public/*. Writes assets/manifest.json, which
 * maps a source name ("client.js", "base.css", "icon.svg") to its address ("/assets/client-1A2B3C.js").
 */
async function buildAssets(): Promise<void> {
  const stamp = await hashSources(ROOT, SOURCES);
  if (existsSync(join(ASSETS, "manifest.json")) && existsSync(STAMP) && (await readFile(STAMP, "utf8")) === stamp)
    return;
  await mkdir(ASSETS, { recursive: true });
  const entries = [...(await list("entries", [".ts", ".tsx"])), ...(await list("styles", [".css"]))];
  const result = await esbuild.build({
    entryPoints: entries,
    outdir: ASSETS,
    entryNames: "[name]-[hash]",
    chunkNames: "chunk-[hash]",
    assetNames: "[name]-[hash]",
    bundle: true,
    splitting: true,
    format: "esm",
    target: ["es2022", "chrome100", "firefox100", "safari15.4"],
    minify: true,
    sourcemap: "linked",
    jsx: "automatic",
    jsxImportSource: "hono/jsx/dom",
    loader: { ".woff2": "file", ".svg": "file" },
    metafile: true,
    logLevel: "warning",
  });
  const manifest: Record<string, string> = {};
  for (const [output, { entryPoint }] of Object.entries(result.metafile.outputs)) {
    if (!entryPoint) continue;
    const name = basename(entryPoint).replace(/\.tsx?$/, ".js");
    manifest[name] = `/assets/${basename(output)}`;
  }
  for (const file of await list("public", null)) {
    const hash = createHash("sha256")
      .update(await readFile(file))
      .digest("hex")
      .slice(0, 8);
    const name = basename(file);
    const target = `${basename(name, extname(name))}-${hash}${extname(name)}`;
    await copyFile(file, join(ASSETS, target));
    manifest[name] = `/assets/${target}`;
  }
  await writeFile(join(ASSETS, "manifest.json"), JSON.stringify(manifest, null, 2));
  await writeFile(join(DIST, "_headers"), HEADERS);
  await forgetOld(new Set([...Object.keys(result.metafile.outputs).map((path) => basename(path)), ...kept(manifest)]));
  await mkdir(dirname(STAMP), { recursive: true });
  await writeFile(STAMP, stamp);
}

function kept(manifest: Record<string, string>): string[] {
  return ["manifest.json", ...Object.values(manifest).map((path) => basename(path))];
}

async function forgetOld(current: Set<string>): Promise<void> {
  for (const name of await readdir(ASSETS)) if (!current.has(name)) await rm(join(ASSETS, name), { recursive: true });
}

async function list(folder: string, extensions: string[] | null): Promise<string[]> {
  const path = join(WEB, folder);
  if (!existsSync(path)) return [];
  const files = (await readdir(path, { withFileTypes: true })).filter((entry) => entry.isFile());
  const names = files.map((file) => file.name).filter((name) => !extensions || extensions.includes(extname(name)));
  return names.toSorted().map((name) => join(path, name));
}
