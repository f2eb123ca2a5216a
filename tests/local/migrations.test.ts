// Migrations go up once, whole or not at all, and a changed one is refused.
import { afterAll, beforeAll, expect, it } from "vitest";
import { applyMigrations, type Migration } from "../../local/postgres/migrations.ts";
import { openPGlite, type PGliteEngine } from "../../local/postgres/pglite-engine.ts";

let engine: PGliteEngine;
beforeAll(async () => {
  engine = await openPGlite({});
});
afterAll(() => engine.close());

const one: Migration = { tag: "0000_one", hash: "a", statements: ["CREATE TABLE one (id int)"] };
const two: Migration = {
  tag: "0001_two",
  hash: "b",
  statements: ["CREATE TABLE two (id int)", "INSERT INTO two VALUES (1)"],
};

it("applies what is missing, in order, and nothing twice", async () => {
  expect(await applyMigrations(engine, [one])).toEqual(["0000_one"]);
  const steps: string[] = [];
  expect(
    await applyMigrations(engine, [one, two], (tag, index, total) => steps.push(`${index}/${total} ${tag}`)),
  ).toEqual(["0001_two"]);
  expect(steps).toEqual(["1/1 0001_two"]);
  expect(await applyMigrations(engine, [one, two])).toEqual([]);
});

it("leaves nothing of one that fails", async () => {
  const broken: Migration = {
    tag: "0002_broken",
    hash: "c",
    statements: ["CREATE TABLE three (id int)", "SELECT 1 / 0"],
  };
  await expect(applyMigrations(engine, [one, two, broken])).rejects.toThrow("division by zero");
  const [found] = await engine.run([{ query: "SELECT to_regclass('three')", params: [] }], null);
  expect(found?.rows).toEqual([[null]]);
});

it("refuses one that was changed after it had been applied", async () => {
  await expect(applyMigrations(engine, [{ ...one, hash: "changed" }, two])).rejects.toThrow("0000_one.sql was changed");
});
