// The embedded database speaks to the real Neon driver as Neon does.
import { neon, neonConfig } from "@neondatabase/serverless";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type NeonServer, serveNeon } from "../../local/postgres/neon-server.ts";
import { openPGlite, type PGliteEngine } from "../../local/postgres/pglite-engine.ts";

let engine: PGliteEngine;
let server: NeonServer;
const sql = neon("postgres://vez:vez@127.0.0.1/vez");

beforeAll(async () => {
  engine = await openPGlite({});
  server = await serveNeon(engine);
  neonConfig.fetchEndpoint = server.endpoint;
  await sql`CREATE EXTENSION IF NOT EXISTS vector`;
  await sql`CREATE TABLE things (id int PRIMARY KEY, name text NOT NULL UNIQUE, amount numeric CHECK (amount > 0))`;
});

afterAll(async () => {
  await server.close();
  await engine.close();
});

describe("types", () => {
  it("brings every kind of value there and back unchanged", async () => {
    const at = new Date("2026-03-01T12:34:56.789Z");
    const [row] = await sql`SELECT ${Buffer.from([0, 1, 255])}::bytea AS bytes, ${["a", 'b"c', null]}::text[] AS list,
      ${JSON.stringify({ a: [1, "é"] })}::jsonb AS json, ${at}::timestamptz AS at, ${"12345678901234567890.10"}::numeric AS amount,
      ${"9007199254740993"}::bigint AS big, ${true}::boolean AS yes, ${null}::text AS nothing, ${"[1,2.5,3]"}::vector AS embedding,
      ${41}::int + 1 AS sum, ${"olá 🌎"} || '' AS text`;
    // Drizzle, once a file of this worker has loaded it, has the driver leave moments as text.
    expect({ ...row, at: new Date(row?.at) }).toEqual({
      bytes: Buffer.from([0, 1, 255]),
      list: ["a", 'b"c', null],
      json: { a: [1, "é"] },
      at,
      amount: "12345678901234567890.10",
      big: "9007199254740993",
      yes: true,
      nothing: null,
      embedding: "[1,2.5,3]",
      sum: 42,
      text: "olá 🌎",
    });
  });

  it("gives names, counts and commands in full results", async () => {
    const inserted = await sql.query("INSERT INTO things VALUES (1, 'one', 1), (2, 'two', 2)", [], {
      fullResults: true,
    });
    expect(inserted).toMatchObject({ command: "INSERT", rowCount: 2, rows: [] });
    const selected = await sql.query("SELECT id, name FROM things ORDER BY id", [], {
      fullResults: true,
      arrayMode: true,
    });
    expect(selected.fields.map((field) => field.name)).toEqual(["id", "name"]);
    expect(selected.rows).toEqual([
      [1, "one"],
      [2, "two"],
    ]);
  });
});

describe("errors", () => {
  it("carry code, detail and constraint", async () => {
    await expect(sql`INSERT INTO things VALUES (3, 'one', 1)`).rejects.toMatchObject({
      code: "23505",
      constraint: "things_name_key",
      detail: "Key (name)=(one) already exists.",
      table: "things",
    });
    await expect(sql`INSERT INTO things VALUES (3, 'three', -1)`).rejects.toMatchObject({ code: "23514" });
    await expect(sql`SELECT * FROM nowhere`).rejects.toMatchObject({ code: "42P01" });
  });

  it("leave the connection usable for the next request", async () => {
    await expect(sql`SELECT 1 / 0`).rejects.toMatchObject({ code: "22012" });
    expect(await sql`SELECT 1 AS one`).toEqual([{ one: 1 }]);
  });

  it("refuse two statements in one query", async () => {
    await expect(sql.query("SELECT 1; SELECT 2")).rejects.toMatchObject({ code: "42601" });
  });
});

describe("transactions", () => {
  it("commit together or not at all", async () => {
    await expect(
      sql.transaction([sql`INSERT INTO things VALUES (10, 'ten', 1)`, sql`INSERT INTO things VALUES (11, 'one', 1)`]),
    ).rejects.toMatchObject({ code: "23505" });
    expect(await sql`SELECT 1 FROM things WHERE id = 10`).toEqual([]);
    const results = await sql.transaction([
      sql`INSERT INTO things VALUES (10, 'ten', 1)`,
      sql`SELECT count(*)::int AS n FROM things WHERE id = 10`,
    ]);
    expect(results).toEqual([[], [{ n: 1 }]]);
  });

  it("run at the isolation level that was asked for, and read-only when asked", async () => {
    const [levels] = await sql.transaction([sql`SHOW transaction_isolation`], { isolationLevel: "Serializable" });
    expect(levels).toEqual([{ transaction_isolation: "serializable" }]);
    await expect(
      sql.transaction([sql`INSERT INTO things VALUES (12, 'twelve', 1)`], { readOnly: true }),
    ).rejects.toMatchObject({ code: "25006" });
  });

  it("never interleave, though fifty come at once", async () => {
    await sql`CREATE TABLE counters (n int)`;
    await sql`INSERT INTO counters VALUES (0)`;
    await Promise.all(
      Array.from({ length: 50 }, () =>
        sql.transaction([sql`UPDATE counters SET n = n + 1`, sql`SELECT n FROM counters`]),
      ),
    );
    expect(await sql`SELECT n FROM counters`).toEqual([{ n: 50 }]);
  });

  it("do not outlive a request that forgot to end one", async () => {
    await sql`BEGIN`;
    await sql`INSERT INTO things VALUES (20, 'twenty', 1)`;
    await expect(sql`SELECT 1 / 0`).rejects.toMatchObject({ code: "22012" });
    expect(await sql`SELECT name FROM things WHERE id = 20`).toEqual([{ name: "twenty" }]);
  });

  it("do not leak a session setting into the next request", async () => {
    await sql`SET statement_timeout = '7s'`;
    expect(await sql`SHOW statement_timeout`).toEqual([{ statement_timeout: "0" }]);
  });
});

describe("bad requests", () => {
  const post = (body: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(server.endpoint, {
      method: "POST",
      body,
      headers: { "neon-connection-string": "postgres://x", "neon-raw-text-output": "true", ...headers },
    });

  it.each([
    ["not JSON", "{", {}],
    ["no query", "{}", {}],
    ["a nested parameter", JSON.stringify({ query: "SELECT $1", params: [{ a: 1 }] }), {}],
    [
      "an unknown isolation level",
      JSON.stringify({ queries: [{ query: "SELECT 1" }] }),
      { "neon-batch-isolation-level": "Chaos" },
    ],
    ["no connection string", JSON.stringify({ query: "SELECT 1" }), { "neon-connection-string": "nonsense" }],
  ])("answer 400 to %s", async (_name, body, headers) => {
    const response = await post(body, headers);
    expect(response.status).toBe(400);
    expect(await response.json()).toHaveProperty("message");
  });

  it("answer 400 to more than ten megabytes of rows, as Neon does", async () => {
    await expect(sql`SELECT repeat('x', 11000000)`).rejects.toThrow("response is too large");
  });
});
