// Applies migrations/*.sql in the order of drizzle's journal, each in one transaction, and records what it applied.

import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { Engine, Statement } from "./engine.ts";

const journal = z.object({ entries: z.array(z.object({ idx: z.number().int(), tag: z.string().regex(/^[\w-]+$/) })) });

export interface Migration {
  tag: string;
  hash: string;
  statements: string[];
}

/** Reads the folder that drizzle-kit writes: meta/_journal.json and one file a tag. */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const { entries } = journal.parse(JSON.parse(await readFile(join(folder, "meta", "_journal.json"), "utf8")));
  const ordered = entries.toSorted((a, b) => a.idx - b.idx);
  return Promise.all(
    ordered.map(async ({ tag }) => {
      const text = await readFile(join(folder, `${tag}.sql`), "utf8");
      const statements = text.split("--> statement-breakpoint").map((part) => part.trim());
      return { tag, hash: createHash("sha256").update(text).digest("hex"), statements: statements.filter(Boolean) };
    }),
  );
}

/**
 * Applies what is missing and returns the tags that were applied now.
 * Throws when an applied file has changed since: migrations are append-only.
 */
export async function applyMigrations(
  engine: Engine,
  migrations: readonly Migration[],
  onProgress: (tag: string, index: number, total: number) => void = () => undefined,
): Promise<string[]> {
  await engine.run([plain(CREATE_RECORD)], null);
  const [record] = await engine.run([plain("SELECT tag, hash FROM vez_migrations")], null);
  const applied = new Map((record?.rows ?? []).map(([tag, hash]) => [tag, hash]));
  const missing: Migration[] = [];
  for (const migration of migrations) {
    const hash = applied.get(migration.tag);
    if (hash === undefined) missing.push(migration);
    else if (hash !== migration.hash)
      throw new Error(
        `migrations/${migration.tag}.sql was changed after it had been applied to this database. ` +
          "Add a new migration instead, or move the data folder away to start afresh.",
      );
  }
  for (const [index, migration] of missing.entries()) {
    onProgress(migration.tag, index + 1, missing.length);
    await engine.run([...migration.statements.map(plain), { query: RECORD, params: [migration.tag, migration.hash] }], {
      readOnly: false,
      deferrable: false,
    });
  }
  return missing.map((migration) => migration.tag);
}

const CREATE_RECORD =
  "CREATE TABLE IF NOT EXISTS vez_migrations (tag text PRIMARY KEY, hash text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())";
const RECORD = "INSERT INTO vez_migrations (tag, hash) VALUES ($1, $2)";

function plain(query: string): Statement {
  return { query, params: [] };
}
