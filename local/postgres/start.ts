// Starts the embedded Postgres in its thread, migrated and served over Neon's protocol.

import { once } from "node:events";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { ThreadInput, ThreadMessage } from "./thread.ts";

export interface EmbeddedPostgres {
  /** For DATABASE_URL; the protocol asks for one, the embedded database has one user only. */
  url: string;
  /** For DATABASE_HTTP_ENDPOINT. */
  endpoint: string;
  /** Flushes and ends it; after `graceMs` it is ended as it is, which costs nothing but a recovery at the next start. */
  stop(graceMs: number): Promise<void>;
}

/** Rejects with a message for the person at the terminal when the database cannot be opened or migrated. */
export async function startPostgres(
  input: ThreadInput,
  onMigration: (tag: string, index: number, total: number) => void,
): Promise<EmbeddedPostgres> {
  const thread = new Worker(join(import.meta.dirname, "thread.ts"), { workerData: input });
  const endpoint = await new Promise<string>((resolve, reject) => {
    thread.once("error", reject);
    thread.once("exit", () => reject(new Error("the database's thread ended while it started")));
    thread.on("message", (message: ThreadMessage) => {
      if (message.type === "migration") onMigration(message.tag, message.index, message.total);
      else if (message.type === "ready") resolve(message.endpoint);
      else reject(new Error(message.message));
    });
  });
  return {
    url: "postgres://vez:vez@127.0.0.1/vez",
    endpoint,
    stop: async (graceMs) => {
      thread.postMessage("stop");
      const ended = once(thread, "exit");
      const timer = setTimeout(() => void thread.terminate(), graceMs);
      await ended;
      clearTimeout(timer);
    },
  };
}
