// The test database is what the services see in production: Drizzle over the Neon driver, every migration applied.
import { sql as raw } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openDatabase, type TestDatabase } from "../support/database.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());

it("has the tables of every migration, the vectors too", async () => {
  const rows = await database.sql`SELECT tablename FROM pg_tables WHERE schemaname = 'public'`;
  const names = rows.map((row) => row.tablename);
  expect(names).toEqual(expect.arrayContaining(["cases", "offers", "outbox", "professional_vectors_lexical"]));
});

it("answers the Drizzle client that services take", async () => {
  const result = await database.db.execute(raw`SELECT 40 + ${2}::int AS answer`);
  expect(result.rows).toEqual([{ answer: 42 }]);
});

it("is empty again after a reset, with its migrations still recorded", async () => {
  await database.sql`CREATE TABLE IF NOT EXISTS scraps (id int)`;
  await database.sql`INSERT INTO scraps VALUES (1)`;
  await database.reset();
  expect(await database.sql`SELECT * FROM scraps`).toEqual([]);
  const [recorded] = await database.sql`SELECT count(*)::int AS n FROM vez_migrations`;
  expect(recorded?.n).toBeGreaterThan(1);
});
