// The thread in which the embedded Postgres lives, so that a long statement never holds up signals or the Worker's host.

import { existsSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
import type { Engine } from "./engine.ts";
import { applyMigrations, readMigrations } from "./migrations.ts";
import { serveNeon } from "./neon-server.ts";
import { openPGlite } from "./pglite-engine.ts";
import { findSnapshot } from "./snapshot.ts";

export interface ThreadInput {
  dataFolder: string;
  migrationsFolder: string;
}

export type ThreadMessage =
  | { type: "migration"; tag: string; index: number; total: number }
  | { type: "ready"; endpoint: string }
  | { type: "failed"; message: string };

const HOUSE_EVERY_MS = 15 * 60_000;
const FIRST_HOUSE_MS = 60_000;

const port = parentPort;
if (port) await live(workerData as ThreadInput, (message) => port.postMessage(message));

async function live(input: ThreadInput, tell: (message: ThreadMessage) => void): Promise<void> {
  try {
    const migrations = await readMigrations(input.migrationsFolder);
    const snapshot = existsSync(input.dataFolder) ? null : await findSnapshot(migrations);
    const engine = await openPGlite({ dataFolder: input.dataFolder, ...(snapshot ? { snapshot } : {}) });
    await applyMigrations(engine, migrations, (tag, index, total) => tell({ type: "migration", tag, index, total }));
    keepHouse(engine);
    const server = await serveNeon(engine);
    parentPort?.once("message", async () => {
      await server.close();
      await engine.close();
      process.exit(0);
    });
    tell({ type: "ready", endpoint: server.endpoint });
  } catch (cause) {
    tell({ type: "failed", message: cause instanceof Error ? cause.message : String(cause) });
  }
}

/**
 * PGlite has no autovacuum: without statistics a grown ledger is still planned for as if it were empty, and a join that
 * takes milliseconds takes minutes. Soon after the start, then every quarter of an hour.
 */
function keepHouse(engine: Engine): void {
  const clean = () => {
    engine.run([{ query: "VACUUM (ANALYZE)", params: [] }], null).catch((cause: unknown) => {
      console.error(`The database's statistics were not renewed: ${cause instanceof Error ? cause.message : cause}`);
    });
  };
  setTimeout(clean, FIRST_HOUSE_MS).unref();
  setInterval(clean, HOUSE_EVERY_MS).unref();
}
