// Webhooks over HTTP: who may register where, what is told once, and what the log says.
import { beforeAll, expect, test } from "vitest";
import { ask, personWith } from "./people.ts";

const OUTSIDE = "https://hooks.example.com/vez";
let olga: string;
let key: string;

beforeAll(async () => {
  olga = await personWith("operator");
  const made = await ask(olga, "POST", "/api/v2/operator/keys", { name: "Clinic", scopes: ["webhooks:manage"] });
  key = String(made.body.key);
});

/** Of what no other file here does: the database is shared. */
const wish = { url: OUTSIDE, events: ["contract.voided"] };

test("an operator and a key register; the secret is told once, and again after it was replaced", async () => {
  for (const token of [olga, key]) {
    const made = await ask(token, "POST", "/api/v2/webhooks", wish);
    expect(made.status).toBe(201);
    expect(made.body.secret).toMatch(/^whsec_/);
    const path = `/api/v2/webhooks/${made.body.id}`;
    const read = await ask(token, "GET", path);
    expect(read.body).toMatchObject({ url: OUTSIDE, events: ["contract.voided"], status: "enabled" });
    expect(read.body.secret).toBeUndefined();
    const rotated = await ask(token, "POST", `${path}/rotate-secret`);
    expect(rotated.body.secret).toMatch(/^whsec_/);
    expect(rotated.body.secret).not.toBe(made.body.secret);
    expect(rotated.body.old_secret_until).toBeTruthy();
    const changed = await ask(token, "PATCH", path, { events: ["contract.signed"], status: "disabled" });
    expect(changed.body).toMatchObject({ events: ["contract.signed"], status: "disabled", disabled_by: "owner" });
    expect(await ask(token, "POST", `${path}/test`)).toMatchObject({ status: 409, body: { code: "webhook_disabled" } });
    expect((await ask(token, "PATCH", path, { status: "enabled" })).body.status).toBe("enabled");
    expect((await ask(token, "POST", `${path}/test`)).status).toBe(202);
    const log = await ask(token, "GET", `${path}/deliveries`);
    expect(log.body).toMatchObject({ items: [{ type: "webhook.test" }], next: null });
    expect((await ask(token, "DELETE", path)).status).toBe(204);
    expect((await ask(token, "GET", path)).status).toBe(404);
  }
});

test("a key's webhooks are its own: another key, a client and a professional find nothing", async () => {
  const mine = await ask(key, "POST", "/api/v2/webhooks", wish);
  const made = await ask(olga, "POST", "/api/v2/operator/keys", { name: "Other", scopes: ["webhooks:manage"] });
  const others = [String(made.body.key), await personWith("client"), await personWith("professional")];
  for (const token of others) {
    for (const [method, path] of [
      ["GET", ""],
      ["PATCH", ""],
      ["DELETE", ""],
      ["POST", "/rotate-secret"],
      ["POST", "/test"],
      ["GET", "/deliveries"],
    ] as const) {
      const body = method === "PATCH" ? {} : undefined;
      expect((await ask(token, method, `/api/v2/webhooks/${mine.body.id}${path}`, body)).status).toBe(404);
    }
  }
  expect((await ask(await personWith("client"), "POST", "/api/v2/webhooks", wish)).status).toBe(404);
  expect((await ask(null, "POST", "/api/v2/webhooks", wish)).status).toBe(401);
  expect((await ask(key, "GET", "/api/v2/webhooks")).body.items).toHaveLength(1);
});

test("a key without webhooks:manage is told which scope it lacks", async () => {
  const made = await ask(olga, "POST", "/api/v2/operator/keys", { name: "Reader", scopes: ["cases:read"] });
  expect(await ask(String(made.body.key), "GET", "/api/v2/webhooks")).toMatchObject({
    status: 403,
    body: { code: "scope_needed", scope: "webhooks:manage" },
  });
});

test.each([
  ["http://example.com/", "not_https"],
  ["https://127.0.0.1/", "not_public"],
  ["https://[::ffff:10.0.0.1]/", "not_public"],
  ["https://localhost/", "not_public"],
  ["https://example.com:25/", "odd_port"],
  ["https://a:b@example.org/", "has_password"],
])("%s is refused, new or changed", async (url, reason) => {
  const refusal = { status: 422, body: { code: "webhook_url_refused", reason } };
  expect(await ask(olga, "POST", "/api/v2/webhooks", { ...wish, url })).toMatchObject(refusal);
  const made = await ask(olga, "POST", "/api/v2/webhooks", wish);
  expect(await ask(olga, "PATCH", `/api/v2/webhooks/${made.body.id}`, { url })).toMatchObject(refusal);
});
