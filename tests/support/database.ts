// A fresh Postgres with pgvector and every migration, spoken to as in production: the Neon driver over HTTP.

import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type NeonQueryFunction, neon } from "@neondatabase/serverless";
import { applyMigrations, readMigrations } from "../../local/postgres/migrations.ts";
import { serveNeon } from "../../local/postgres/neon-server.ts";
import { openPGlite, type PGliteEngine } from "../../local/postgres/pglite-engine.ts";
import { openDatabase as connect, type Database } from "../../src/db/client.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const CACHE = join(ROOT, "node_modules", ".cache", "vez");
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
  const folder = join(ROOT, "migrations");
  const migrations = existsSync(join(folder, "meta", "_journal.json")) ? await readMigrations(folder) : [];
  const hash = createHash("sha256");
  for (const migration of migrations) hash.update(migration.hash);
  const file = join(CACHE, `database-${hash.digest("hex").slice(0, 16)}.tar`);
  if (existsSync(file)) return new Blob([await readFile(file)]);
  const engine = await openPGlite({});
  await applyMigrations(engine, migrations);
  const dump = await engine.dump();
  await engine.close();
  await mkdir(CACHE, { recursive: true });
  const partial = `${file}.${process.pid}`;
  await writeFile(partial, Buffer.from(await dump.arrayBuffer()));
  await rename(partial, file);
  return dump;
}

async function truncateAll(engine: PGliteEngine): Promise<void> {
  const listing =
    "SELECT string_agg(format('%I', tablename), ', ') FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'vez_migrations'";
  const [result] = await engine.run([{ query: listing, params: [] }], null);
  const tables = result?.rows[0]?.[0];
  if (tables) await engine.run([{ query: `TRUNCATE ${tables} CASCADE`, params: [] }], null);
}
