// A fresh Postgres with pgvector and every migration, spoken to as in production: the Neon driver over HTTP.

import { join } from "node:path";
import { type NeonQueryFunction, neon } from "@neondatabase/serverless";
import { readMigrations } from "../../local/postgres/migrations.ts";
import { serveNeon } from "../../local/postgres/neon-server.ts";
import { openPGlite, type PGliteEngine } from "../../local/postgres/pglite-engine.ts";
import { findSnapshot, makeSnapshot } from "../../local/postgres/snapshot.ts";
import { openDatabase as connect, type Database } from "../../src/db/client.ts";

const ROOT = join(import.meta.dirname, "..", "..");
export const TEST_DATABASE_URL = "postgres://vez:vez@127.0.0.1/vez";

export interface TestDatabase {
  /** What services take. */
  db: Database;
  /** What DATABASE_URL would be. */
  url: string;
  /** What DATABASE_HTTP_ENDPOINT would be. */
  endpoint: string;
  /** Raw SQL, e.g. ``await sql`SELECT ...` `` or `sql.query(text, params)`. */
  sql: NeonQueryFunction<false, false>;
  /** Empties every table of the product. */
  reset(): Promise<void>;
  close(): Promise<void>;
}

/** Opens a database of its own for a test file, in about half a second (a snapshot of the migrated state is kept). */
export async function openDatabase(): Promise<TestDatabase> {
  const engine = await openPGlite({ snapshot: await migratedSnapshot() });
  const server = await serveNeon(engine);
  // The driver's endpoint is global to a module graph, and vitest gives every test file its own.
  const db = connect({ url: TEST_DATABASE_URL, httpEndpoint: server.endpoint, timeoutMs: 10_000 });
  return {
    db,
    url: TEST_DATABASE_URL,
    endpoint: server.endpoint,
    sql: neon(TEST_DATABASE_URL),
    reset: () => truncateAll(engine),
    close: async () => {
      await server.close();
      await engine.close();
    },
  };
}

/** The migrated, empty database as a tarball; made once for a state of migrations/. */
export async function migratedSnapshot(): Promise<Blob> {
  const migrations = await readMigrations(join(ROOT, "migrations"));
  return (await findSnapshot(migrations)) ?? (await makeSnapshot(migrations));
}

async function truncateAll(engine: PGliteEngine): Promise<void> {
  const listing =
    "SELECT string_agg(format('%I', tablename), ', ') FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'vez_migrations'";
  const [result] = await engine.run([{ query: listing, params: [] }], null);
  const tables = result?.rows[0]?.[0];
  if (tables) await engine.run([{ query: `TRUNCATE ${tables} CASCADE`, params: [] }], null);
}
