// API keys over HTTP: made by operators, narrow, counted, gone at once when revoked.
import { beforeAll, expect, test } from "vitest";
import { scopeFor } from "../../src/domain/keys/scopes.ts";
import { app } from "../../src/http/app.ts";
import { ask, personWith, worldContext } from "./people.ts";

let olga: string;

beforeAll(async () => {
  olga = await personWith("operator");
});

async function makeKey(scopes: string[], more: Record<string, unknown> = {}) {
  const made = await ask(olga, "POST", "/api/v2/operator/keys", { name: "Clinic's own system", scopes, ...more });
  expect(made.status).toBe(201);
  return made.body as { id: string; key: string; prefix: string; integration_id: string };
}

const opening = { vertical: "legal", locale: "pt-BR" };

test("every route of /api/v2 has a scope or is said not to be for keys", () => {
  const routes = app.routes.filter(({ path, method }) => path.startsWith("/api/v2/") && method !== "ALL");
  expect(routes.length).toBeGreaterThan(40);
  const unknown = routes.filter(({ method, path }) => scopeFor(method, path) === null);
  expect(unknown.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
});

test("a key is shown once: lists have its beginning, and the database its hash", async () => {
  const made = await makeKey(["cases:read"]);
  expect(made.key).toMatch(/^vez_live_[0-9a-z]{52}$/);
  expect(made.key.startsWith(made.prefix)).toBe(true);
  const list = await ask(olga, "GET", "/api/v2/operator/keys");
  expect(JSON.stringify(list.body)).toContain(made.prefix);
  expect(JSON.stringify(list.body)).not.toContain(made.key);
  const dump = JSON.stringify((await worldContext().db.execute("SELECT * FROM api_keys")).rows);
  expect(dump).not.toContain(made.key);
});

test("a key opens a case of its own, sees it, and sees nobody else's", async () => {
  const { key } = await makeKey(["cases:read", "cases:write"]);
  const other = await makeKey(["cases:read", "cases:write"]);
  const opened = await ask(key, "POST", "/api/v2/triage", opening);
  expect(opened.status).toBe(201);
  expect(opened.body.session_token).toBeUndefined();
  const path = `/api/v2/cases/${opened.body.case_id}`;
  expect((await ask(key, "GET", path)).status).toBe(200);
  expect((await ask(other.key, "GET", path)).status).toBe(404);
  expect((await ask(await personWith("client"), "GET", path)).status).toBe(404);
});

test("what a scope does not allow is refused by its name", async () => {
  const { key } = await makeKey(["cases:read"]);
  const refused = await ask(key, "POST", "/api/v2/triage", opening);
  expect(refused).toMatchObject({ status: 403, body: { code: "scope_needed", scope: "cases:write" } });
  expect(await ask(key, "GET", "/api/v2/operator/overview")).toMatchObject({
    status: 403,
    body: { code: "scope_needed", scope: "operator:read" },
  });
});

test("operator:read reads the console and changes nothing, and no key reads what people wrote or makes keys", async () => {
  const { key } = await makeKey(["operator:read"]);
  expect((await ask(key, "GET", "/api/v2/operator/overview")).status).toBe(200);
  expect((await ask(key, "GET", "/api/v2/operator/outbox")).status).toBe(200);
  for (const [method, path] of [
    ["GET", "/api/v2/operator/mail"],
    ["GET", "/api/v2/operator/conversations/cas_1"],
    ["GET", "/api/v2/operator/cases/cas_1"],
    ["GET", "/api/v2/operator/professionals/pro_1"],
    ["GET", "/api/v2/operator/organisations/org_1"],
    ["GET", "/api/v2/operator/conflicts"],
    ["GET", "/api/v2/operator/keys"],
    ["POST", "/api/v2/operator/keys"],
    ["POST", "/api/v2/operator/outbox/out_1/retry"],
    ["GET", "/api/v2/offers"],
    ["GET", "/api/v2/professionals/me"],
  ] as const) {
    expect(await ask(key, method, path, method === "POST" ? {} : undefined), path).toMatchObject({
      status: 403,
      body: { code: "not_for_keys" },
    });
  }
});

test("unknown, expired and revoked keys are refused in the same words, at once", async () => {
  const { db } = worldContext();
  const gone = await makeKey(["cases:read"]);
  expect((await ask(gone.key, "GET", "/api/v2/me")).status).toBe(200);
  expect((await ask(olga, "POST", `/api/v2/operator/keys/${gone.id}/revoke`)).body.status).toBe("revoked");
  expect((await ask(olga, "POST", `/api/v2/operator/keys/${gone.id}/revoke`)).status).toBe(200);
  const late = await makeKey(["cases:read"], { expires_in_days: 1 });
  await db.execute(`UPDATE api_keys SET expires_at = now() - interval '1 second' WHERE id = '${late.id}'`);
  const answers = await Promise.all(
    [gone.key, late.key, `vez_live_${"0".repeat(52)}`].map((key) => ask(key, "GET", "/api/v2/me")),
  );
  for (const { status, body } of answers) {
    expect(status).toBe(401);
    expect(body.detail).toBe(answers[0]?.body.detail);
    expect(body.code).toBe("unauthenticated");
  }
});

test("a key is counted exactly, is told what is left, and is let in again with its next minute", async () => {
  const { key, id } = await makeKey(["cases:read"], { rate_per_minute: 5 });
  const answers = await Promise.all(Array.from({ length: 8 }, () => ask(key, "GET", "/api/v2/me")));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(5);
  const refused = answers.filter(({ status }) => status === 429);
  expect(refused).toHaveLength(3);
  for (const { headers } of refused) {
    expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
    expect(headers.get("ratelimit")).toMatch(/^"key";r=0;t=\d+$/);
    expect(headers.get("ratelimit-policy")).toBe('"key";q=5;w=60');
  }
  const { db } = worldContext();
  await db.execute(`UPDATE api_key_windows SET started_at = now() - interval '61 seconds' WHERE key_id = '${id}'`);
  const again = await ask(key, "GET", "/api/v2/me");
  expect(again.status).toBe(200);
  expect(again.headers.get("ratelimit")).toMatch(/^"key";r=4;t=(59|60)$/);
});

test("only operators make keys, and a wrong wish says what is wrong", async () => {
  const wish = { name: "x", scopes: ["cases:read"] };
  for (const role of ["client", "professional", "coordinator"] as const) {
    expect((await ask(await personWith(role), "POST", "/api/v2/operator/keys", wish)).status).toBe(404);
  }
  expect((await ask(null, "POST", "/api/v2/operator/keys", wish)).status).toBe(401);
  for (const wrong of [
    { ...wish, scopes: [] },
    { ...wish, scopes: ["all"] },
    { ...wish, name: " " },
    { ...wish, rate_per_minute: 0 },
  ]) {
    expect(await ask(olga, "POST", "/api/v2/operator/keys", wrong)).toMatchObject({
      status: 422,
      body: { code: "invalid_input" },
    });
  }
  expect((await ask(olga, "POST", "/api/v2/operator/keys/key_none/revoke")).status).toBe(404);
});
