// The thread in which the embedded Postgres lives, so that a long statement never holds up signals or the Worker's host.

import { existsSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
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

const port = parentPort;
if (port) await live(workerData as ThreadInput, (message) => port.postMessage(message));

async function live(input: ThreadInput, tell: (message: ThreadMessage) => void): Promise<void> {
  try {
    const migrations = await readMigrations(input.migrationsFolder);
    const snapshot = existsSync(input.dataFolder) ? null : await findSnapshot(migrations);
    const engine = await openPGlite({ dataFolder: input.dataFolder, ...(snapshot ? { snapshot } : {}) });
    await applyMigrations(engine, migrations, (tag, index, total) => tell({ type: "migration", tag, index, total }));
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
