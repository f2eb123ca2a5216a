import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { sql } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { openDatabase } from "../../src/db/client.ts";
import { isDatabaseAway } from "../../src/db/is-away.ts";

let server: Server | undefined;
afterEach(() => server?.close().closeAllConnections());

/** What a statement throws against an endpoint that answers so; null hangs. */
async function thrownBy(answer: { status: number; body: string } | null): Promise<unknown> {
  const made = createServer((_request, response) => {
    if (answer !== null) response.writeHead(answer.status).end(answer.body);
  });
  server = made;
  await new Promise<void>((resolve) => made.listen(0, "127.0.0.1", resolve));
  return statement((made.address() as AddressInfo).port);
}

async function statement(port: number): Promise<unknown> {
  const httpEndpoint = `http://127.0.0.1:${port}/sql`;
  const db = openDatabase({ url: "postgres://vez:vez@localhost/vez", httpEndpoint, timeoutMs: 200 });
  return db.execute(sql`select 1`).then(
    () => expect.unreachable("the statement must fail"),
    (error: unknown) => error,
  );
}

const postgresError = (code: string) => ({ status: 400, body: JSON.stringify({ message: "no", code }) });

describe("isDatabaseAway", () => {
  it("knows an endpoint that nobody listens on", async () => {
    expect(isDatabaseAway(await statement(1))).toBe(true);
  });

  it("knows a statement that got no answer in time", async () => {
    expect(isDatabaseAway(await thrownBy(null))).toBe(true);
  });

  it("knows a front that is overloaded or broken", async () => {
    expect(isDatabaseAway(await thrownBy({ status: 503, body: "busy" }))).toBe(true);
  });

  it("knows a database that shuts down or takes no more connections", async () => {
    expect(isDatabaseAway(await thrownBy(postgresError("57P01")))).toBe(true);
    expect(isDatabaseAway(await thrownBy(postgresError("53300")))).toBe(true);
  });

  it("leaves a wrong statement, a broken constraint and any other error as defects", async () => {
    expect(isDatabaseAway(await thrownBy(postgresError("42601")))).toBe(false);
    expect(isDatabaseAway(await thrownBy(postgresError("23505")))).toBe(false);
    expect(isDatabaseAway(await thrownBy({ status: 413, body: "too large" }))).toBe(false);
    expect(isDatabaseAway(new TypeError("undefined is not a function"))).toBe(false);
    expect(isDatabaseAway("away")).toBe(false);
  });

  it("ends on errors that name each other as their cause", () => {
    const one = new Error("one");
    one.cause = new Error("two", { cause: one });
    expect(isDatabaseAway(one)).toBe(false);
  });
});
