// What single suites need beyond npm's packages, and how to get it where it is missing.

import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

export interface MissingTool {
  /** The vitest project that cannot run. */
  project: string;
  how: string;
}

/** Empty on a machine that can run everything. */
export function missingTools(): MissingTool[] {
  const missing: MissingTool[] = [];
  if (!findOnPath("redis-server"))
    missing.push({
      project: "redis",
      how: "It needs redis-server: `apt-get install redis-server` (Debian), `brew install redis` (macOS).",
    });
  return missing;
}

/** The full path of a program, or null. */
export function findOnPath(program: string): string | null {
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    const file = join(folder, program);
    try {
      accessSync(file, constants.X_OK);
      return file;
    } catch {
      // Not in this folder: the next one may have it.
    }
  }
  return null;
}
