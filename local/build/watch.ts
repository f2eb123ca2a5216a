// Rebuilds when a source changes: quick successions are one change, and changes during a build make one more.

import { watch } from "node:fs";
import { join } from "node:path";

const QUIET_MS = 120;
const FOLDERS = ["src", "durable-objects", "web", "local"];

/** Calls `rebuild` after changes below src, web and local (not web/dist); returns how to stop. */
export function watchSources(root: string, rebuild: () => Promise<void>): () => void {
  let timer: NodeJS.Timeout | undefined;
  let busy = false;
  let again = false;
  const run = async (): Promise<void> => {
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    const started = performance.now();
    try {
      await rebuild();
      console.log(`  Reloaded in ${((performance.now() - started) / 1000).toFixed(1)} s`);
    } catch (cause) {
      console.error(cause instanceof Error ? cause.message : cause);
    }
    busy = false;
    if (again) {
      again = false;
      void run();
    }
  };
  const watchers = FOLDERS.map((folder) =>
    watch(join(root, folder), { recursive: true }, (_event, name) => {
      if (!name || name.startsWith("dist") || !/\.(tsx?|css|svg|json)$/.test(name)) return;
      clearTimeout(timer);
      timer = setTimeout(run, QUIET_MS);
    }),
  );
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}
