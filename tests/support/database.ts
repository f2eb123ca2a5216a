// A fresh Postgres with pgvector and every migration, spoken to as in production: the Neon driver over HTTP.

import { join } from "node:path";
import { type NeonQueryFunction, neon } from "@neondatabase/serverless";
import { readMigrations } from "../../local/postgres/migrations.ts";
import { type NeonServer, serveNeon } from "../../local/postgres/neon-server.ts";
import { openPGlite, type PGliteEngine } from "../../local/postgres/pglite-engine.ts";
import { findSnapshot, makeSnapshot } from "../../local/postgres/snapshot.ts";
import { openDatabase as connect, type Database } from "../../src/db/client.ts";
import { VECTOR_TABLES } from "../../src/services/embedding/vector-tables.ts";

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

interface Served {
  engine: PGliteEngine;
  server: NeonServer;
}

/** Emptied and free: the next file of this worker gets it, which spares it a second. */
let spare: Served | null = null;

/**
 * An empty, migrated database for a test file. Files of a worker use one after another, so a file that changes the schema
 * asks for its `own`.
 */
export async function openDatabase(options: { own?: boolean } = {}): Promise<TestDatabase> {
  const own = options.own ?? false;
  const taken = own ? null : spare;
  if (taken !== null) spare = null;
  const { engine, server } = taken ?? (await serve(own));
  // The driver's endpoint is global to a worker, whose files run one after another. PGlite has one connection, at which two hundred
  // answers at once wait for each other: longer than ten seconds on a busy machine.
  const db = connect({ url: TEST_DATABASE_URL, httpEndpoint: server.endpoint, timeoutMs: 60_000 });
  return {
    db,
    url: TEST_DATABASE_URL,
    endpoint: server.endpoint,
    sql: neon(TEST_DATABASE_URL),
    reset: () => emptyDatabase(engine),
    close: async () => {
      if (!own && spare === null) {
        await emptyDatabase(engine);
        spare = { engine, server };
        return;
      }
      await server.close();
      await engine.close();
    },
  };
}

async function serve(own: boolean): Promise<Served> {
  const engine = await openPGlite({ snapshot: await migratedSnapshot() });
  if (!own) await coarsen(engine);
  return { engine, server: await serveNeon(engine) };
}

/** Fine graphs of vectors took half the time of a world, and a search among so few people never asks them. They begin anew with the truncation. */
async function coarsen(engine: PGliteEngine): Promise<void> {
  for (const space of Object.keys(VECTOR_TABLES)) {
    const query = `ALTER INDEX professional_vectors_${space}_hnsw SET (m = 4, ef_construction = 12)`;
    await engine.run([{ query, params: [] }], null);
  }
  await emptyDatabase(engine);
}

/** The migrated, empty database as a tarball; made once for a state of migrations/. */
export async function migratedSnapshot(): Promise<Blob> {
  const migrations = await readMigrations(join(ROOT, "migrations"));
  return (await findSnapshot(migrations)) ?? (await makeSnapshot(migrations));
}

/** Deletes rows, which costs as much as there are: TRUNCATE makes two hundred new files. Vectors leave traces in their graphs. */
export async function emptyDatabase(engine: PGliteEngine): Promise<void> {
  const query = `DO $$ DECLARE texts text; BEGIN
    PERFORM set_config('session_replication_role', 'replica', true);
    SELECT string_agg(format('DELETE FROM %I', tablename), ';') INTO texts FROM pg_tables
      WHERE schemaname = 'public' AND tablename <> 'vez_migrations' AND tablename NOT LIKE 'professional\\_vectors\\_%';
    EXECUTE texts;
    SELECT string_agg(format('%I', tablename), ', ') INTO texts FROM pg_tables
      WHERE schemaname = 'public' AND tablename LIKE 'professional\\_vectors\\_%';
    EXECUTE 'TRUNCATE ' || texts;
  END $$`;
  await engine.run([{ query, params: [] }], null);
}
