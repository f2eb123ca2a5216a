// One embedded database for all tests that run inside workerd, handed to their Worker as bindings and emptied before each file.
import { createServer } from "node:http";
import type { TestProject } from "vitest/node";
import { serveNeon } from "../../local/postgres/neon-server.ts";
import { openPGlite } from "../../local/postgres/pglite-engine.ts";
import { emptyDatabase, migratedSnapshot, TEST_DATABASE_URL } from "./database.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Variables that only a test run gives to the Worker. */
    workerBindings: Record<string, string>;
    /** A request to it empties the database; a file starts with one. */
    emptyDatabaseUrl: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const engine = await openPGlite({ snapshot: await migratedSnapshot() });
  const server = await serveNeon(engine);
  const emptier = createServer((_, response) => {
    emptyDatabase(engine).then(
      () => response.end(),
      (cause: unknown) => response.writeHead(500).end(String(cause)),
    );
  });
  await new Promise<void>((resolve) => emptier.listen(0, "127.0.0.1", resolve));
  const address = emptier.address();
  if (address === null || typeof address === "string") throw new Error("no TCP address");
  project.provide("emptyDatabaseUrl", `http://127.0.0.1:${address.port}`);
  project.provide("workerBindings", {
    DATABASE_URL: TEST_DATABASE_URL,
    DATABASE_HTTP_ENDPOINT: server.endpoint,
    PUBLIC_ORIGIN: "http://example.com",
    // Each message is a turn of its own, but where a test is about quick ones.
    DEBOUNCE_MS: "0",
    BETTER_AUTH_SECRET: "only-for-tests-0123456789abcdef0123456789abcdef",
  });
  return async () => {
    emptier.close();
    await server.close();
    await engine.close();
  };
}
