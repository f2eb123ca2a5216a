// The server of the locking tests is a real PostgreSQL: requests run at the same time, and row locks decide.
import { sql } from "drizzle-orm";
import { beforeAll, expect, inject, it } from "vitest";
import { openDatabase } from "../../src/db/client.ts";

const db = openDatabase({
  url: "postgres://vez@127.0.0.1/vez",
  httpEndpoint: inject("postgresEndpoint"),
  timeoutMs: 10_000,
});

beforeAll(async () => {
  await db.execute(sql`CREATE TABLE IF NOT EXISTS seats (id int PRIMARY KEY, taken_by int)`);
});

it("lets requests overlap", async () => {
  const started = performance.now();
  await Promise.all(Array.from({ length: 10 }, () => db.execute(sql`SELECT pg_sleep(0.2)`)));
  expect(performance.now() - started).toBeLessThan(1500);
});

it("gives a seat to one of a hundred who take it at once", async () => {
  await db.execute(sql`INSERT INTO seats VALUES (1, NULL) ON CONFLICT (id) DO UPDATE SET taken_by = NULL`);
  const takes = Array.from({ length: 100 }, (_, person) =>
    db.execute(sql`UPDATE seats SET taken_by = ${person} WHERE id = 1 AND taken_by IS NULL RETURNING taken_by`),
  );
  const winners = (await Promise.all(takes)).filter((result) => result.rows.length === 1);
  expect(winners).toHaveLength(1);
});

it("reports a deadlock to one side and lets the other finish", async () => {
  await db.execute(sql`INSERT INTO seats VALUES (2, 0), (3, 0) ON CONFLICT (id) DO NOTHING`);
  const touch = (first: number, second: number) =>
    db.batch([
      db.execute(sql`UPDATE seats SET taken_by = 1 WHERE id = ${first}`),
      db.execute(sql`SELECT pg_sleep(0.3)`),
      db.execute(sql`UPDATE seats SET taken_by = 1 WHERE id = ${second}`),
    ]);
  const outcomes = await Promise.allSettled([touch(2, 3), touch(3, 2)]);
  expect(outcomes.map((outcome) => outcome.status).toSorted()).toEqual(["fulfilled", "rejected"]);
});
