// Rebuilds when a source changes, for `npm run dev`.

import { hashSources } from "./sources-hash.ts";

// Node's recursive fs.watch loses a file that an editor replaces on saving (Linux), so the sources are read again:
// 15 ms for the whole project.
const PERIOD_MS = 700;
const SOURCES = ["src", "durable-objects", "web", "local/worker.ts"];

/** Calls `rebuild` after each change, one call after another; returns how to stop. A failed rebuild is told and forgotten. */
export function watchSources(root: string, rebuild: () => Promise<void>): () => void {
  let timer: NodeJS.Timeout;
  let known: string | null = null;
  const look = async (): Promise<void> => {
    const now = await hashSources(root, SOURCES);
    if (known !== null && now !== known) await tell(rebuild);
    known = now;
    timer = setTimeout(look, PERIOD_MS);
  };
  timer = setTimeout(look, 0);
  return () => clearTimeout(timer);
}

async function tell(rebuild: () => Promise<void>): Promise<void> {
  const started = performance.now();
  try {
    await rebuild();
    console.log(`  Reloaded in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  } catch (cause) {
    console.error(cause instanceof Error ? cause.message : cause);
  }
}
