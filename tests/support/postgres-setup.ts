// One real PostgreSQL for all locking tests, migrated but for pgvector, behind the same protocol as everywhere.
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { applyMigrations, readMigrations } from "../../local/postgres/migrations.ts";
import { serveNeon } from "../../local/postgres/neon-server.ts";
import { startPostgresServer } from "./postgres.ts";
import { openPostgres } from "./postgres-engine.ts";

const MIGRATIONS = join(import.meta.dirname, "..", "..", "migrations");

declare module "vitest" {
  export interface ProvidedContext {
    /** DATABASE_HTTP_ENDPOINT of a real PostgreSQL (without pgvector). */
    postgresEndpoint: string;
    /** Its own address, for a plain connection. */
    postgresUrl: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgresServer();
  const engine = openPostgres(server.url);
  const migrations = await readMigrations(MIGRATIONS);
  const withoutVectors = migrations.filter(({ statements }) => !statements.some((text) => /vector/i.test(text)));
  await applyMigrations(engine, withoutVectors);
  const neon = await serveNeon(engine);
  project.provide("postgresEndpoint", neon.endpoint);
  project.provide("postgresUrl", server.url);
  return async () => {
    await neon.close();
    await engine.close();
    await server.stop();
  };
}
