// Which Chromium the page tests drive: the machine's own, else the npm package's, unpacked into node_modules/.cache.

import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { INSTALLED_BROWSERS } from "../../local/test-tools.ts";

const CACHE = join(import.meta.dirname, "..", "..", "node_modules", ".cache", "vez");
const UNPACKED = join(CACHE, "chromium");
// The package's own file names folders of Amazon's machines.
const FONTS = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${UNPACKED}/fonts</dir><cachedir>${UNPACKED}/font-cache</cachedir></fontconfig>
`;

export interface Chromium {
  executablePath: string;
  /** Libraries and fonts that a bare machine lacks. */
  env: Record<string, string>;
}

/** CHROMIUM names another executable. Unpacks at the first call on a machine without a browser (2 s). */
export async function findChromium(): Promise<Chromium> {
  const own = process.env.CHROMIUM ?? INSTALLED_BROWSERS.find((path) => existsSync(path));
  if (own) return { executablePath: own, env: {} };
  if (!existsSync(UNPACKED)) await unpack();
  const executablePath = join(UNPACKED, "chromium");
  const env: Record<string, string> = {};
  if (lacksLibraries(executablePath)) env.LD_LIBRARY_PATH = join(UNPACKED, "lib");
  if (!existsSync("/etc/fonts/fonts.conf")) env.FONTCONFIG_FILE = join(UNPACKED, "fonts.conf");
  return { executablePath, env };
}

/** The package unpacks below the temporary folder; ours is moved in place whole, so that no one sees half of it. */
async function unpack(): Promise<void> {
  const partial = `${UNPACKED}.${process.pid}`;
  await mkdir(partial, { recursive: true });
  const before = process.env.TMPDIR;
  process.env.TMPDIR = partial;
  try {
    const { default: packaged } = await import("@sparticuz/chromium");
    await packaged.executablePath();
    await unpackLibraries(partial);
    await writeFile(join(partial, "fonts.conf"), FONTS);
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
  // Another test file may have been quicker: its folder is as good.
  await rename(partial, UNPACKED).catch(async (cause: unknown) => {
    await rm(partial, { recursive: true, force: true });
    if (!existsSync(UNPACKED)) throw cause;
  });
}

/** NSS, NSPR and expat, which the package itself unpacks on Amazon's machines only. */
async function unpackLibraries(folder: string): Promise<void> {
  const entry = createRequire(import.meta.url).resolve("@sparticuz/chromium");
  const root = entry.slice(0, entry.lastIndexOf(join("@sparticuz", "chromium"))) + join("@sparticuz", "chromium");
  const input = brotliDecompressSync(await readFile(join(root, "bin", "al2023.tar.br")));
  const tar = spawnSync("tar", ["-xf", "-", "-C", folder], { input });
  if (tar.status !== 0) throw new Error(`tar did not unpack Chromium's libraries: ${tar.stderr}`);
}

function lacksLibraries(executablePath: string): boolean {
  const ldd = spawnSync("ldd", [executablePath], { encoding: "utf8", cwd: dirname(executablePath) });
  return ldd.status !== 0 || ldd.stdout.includes("not found");
}
