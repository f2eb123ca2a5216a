// The embedded default and a client that says where it is: what it says is no evidence.
import { createExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import local from "../../local/worker.ts";
import { sessions } from "../../src/db/schema.ts";
import { worldContext } from "./people.ts";

test.each([
  ["that only this machine reaches", "127.0.0.1", "127.0.0.1"],
  ["that is open to a network", "", ""],
])("a session begun on a machine %s keeps no address that the client made up", async (_name, client, kept) => {
  const request = new Request("http://example.com/api/auth/sign-in/anonymous", {
    method: "POST",
    headers: { "cf-connecting-ip": "203.0.113.9" },
  });
  const answer = await local.fetch(request, { ...env, LOCAL_CLIENT: client }, createExecutionContext());
  expect(answer.status).toBe(200);
  const { token } = (await answer.json()) as { token: string };
  const { db } = worldContext();
  const rows = await db.select({ at: sessions.ipAddress }).from(sessions).where(eq(sessions.token, token));
  expect(rows).toEqual([{ at: kept }]);
});
