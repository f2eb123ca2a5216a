// The team at the border: what a second factor gates, what Cloudflare Access opens, and who finds none of it.
import { createExecutionContext, waitOnExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { exportJWK, generateKeyPair, SignJWT } from "jose";
import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { notifications, sessions, users } from "../../src/db/schema.ts";
import type { Env } from "../../src/env.ts";
import worker from "../../src/worker.ts";
import { appCode } from "../support/totp.ts";
import { ask, personWith, sessionOf, worldContext } from "./people.ts";

const TEAM = "https://team.cloudflareaccess.test";
const AUD = "4714c1358e65fe4b408ad6d432a5f878f08194bdb4752441fd56faefa9b2b6f2";
const REQUIRED: Env = { ...env, OPERATOR_SECOND_FACTOR: "required" };
const BEHIND_ACCESS: Env = { ...REQUIRED, ACCESS_TEAM_DOMAIN: "team.cloudflareaccess.test", ACCESS_AUD: AUD };
const FACTOR = "/api/v2/operator/second-factor";
const { db } = worldContext();

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

interface Asked {
  method?: string;
  token?: string;
  body?: unknown;
  headers?: Record<string, string>;
}

/** One request to the Worker with these bindings. */
async function askOn(bindings: Env, path: string, { method = "GET", token, body, headers = {} }: Asked = {}) {
  const all = new Headers({ "cf-connecting-ip": crypto.randomUUID(), ...headers });
  if (token !== undefined) all.set("authorization", `Bearer ${token}`);
  if (body !== undefined) all.set("content-type", "application/json");
  const request = new Request(`http://example.com${path}`, {
    method,
    headers: all,
    body: body === undefined ? null : JSON.stringify(body),
    redirect: "manual",
  });
  const execution = createExecutionContext();
  const answer = await worker.fetch(request, bindings, execution);
  const text = await answer.text();
  await waitOnExecutionContext(execution);
  const isJson = answer.headers.get("content-type")?.includes("json") ?? false;
  const read: Record<string, unknown> = isJson ? JSON.parse(text) : { text };
  return { status: answer.status, location: answer.headers.get("location"), body: read };
}

/** Makes the clock go on to the next code; the app's codes count once. */
function nextStep(): void {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 31_000 });
}

/** An operator with an app; the session that connected it, and the key as it is typed. */
async function enrolled(bindings: Env) {
  const userId = `usr_${crypto.randomUUID().slice(0, 12)}`;
  const token = await personWith("operator", userId);
  const begun = await askOn(bindings, `${FACTOR}/begin`, { method: "POST", token });
  const { secret, ticket } = begun.body;
  const code = await appCode(String(secret), new Date());
  const set = await askOn(bindings, `${FACTOR}/confirm`, { method: "POST", token, body: { ticket, code } });
  expect(set).toMatchObject({ status: 201, body: { recovery_codes: expect.any(Array) } });
  nextStep();
  return { userId, token, secret: String(secret) };
}

describe("where a second factor is required", () => {
  test("an operator without one reaches the page to set it up, and nothing else", async () => {
    const token = await personWith("operator");
    for (const path of ["/api/v2/operator/overview", "/api/v2/operator/people", "/api/v2/me", "/metrics"]) {
      const answer = await askOn(REQUIRED, path, { token });
      expect(answer).toMatchObject({ status: 403, body: { code: "second_factor_needed" } });
      expect(answer.body.detail).toContain("/ops/second-factor");
    }
    expect(await askOn(REQUIRED, "/ops/cases?status=offering", { token })).toMatchObject({
      status: 303,
      location: "/ops/second-factor?next=%2Fops%2Fcases%3Fstatus%3Doffering",
    });
    expect(await askOn(REQUIRED, "/ops/people/invites", { method: "POST", token })).toMatchObject({ status: 303 });
    expect(await askOn(REQUIRED, "/ops/second-factor", { token })).toMatchObject({ status: 200 });
    expect(await askOn(REQUIRED, FACTOR, { token })).toMatchObject({ body: { owes: "enrol", since: null } });
  });

  test("the session that connected the app goes on; another one is asked for a code first", async () => {
    const { userId, token, secret } = await enrolled(REQUIRED);
    expect(await askOn(REQUIRED, "/api/v2/operator/overview", { token })).toMatchObject({ status: 200 });

    const other = await sessionOf(userId);
    const shut = await askOn(REQUIRED, "/api/v2/operator/overview", { token: other });
    expect(shut).toMatchObject({ status: 403, body: { code: "second_factor_needed" } });
    // Whoever has only the mail box must not connect an app of his own, either.
    for (const path of ["/begin", "/confirm"]) {
      const body = path === "/confirm" ? { ticket: "none", code: "000000" } : undefined;
      const answer = await askOn(REQUIRED, FACTOR + path, { method: "POST", token: other, body });
      expect(answer).toMatchObject({ status: 403, body: { code: "second_factor_needed" } });
    }
    for (const path of ["/recovery-codes", "/remove"]) {
      const body = { code: await appCode(secret, new Date()) };
      const answer = await askOn(REQUIRED, FACTOR + path, { method: "POST", token: other, body });
      expect(answer).toMatchObject({ status: 403, body: { code: "second_factor_needed" } });
    }
    const wrong = await askOn(REQUIRED, FACTOR, { method: "POST", token: other, body: { code: "000000" } });
    expect(wrong).toMatchObject({ status: 400, body: { code: "invalid_code" } });
    const body = { code: await appCode(secret, new Date()) };
    expect(await askOn(REQUIRED, FACTOR, { method: "POST", token: other, body })).toMatchObject({
      body: { passed: true },
    });
    expect(await askOn(REQUIRED, "/api/v2/operator/overview", { token: other })).toMatchObject({ status: 200 });
    // One session's proof is no other's.
    const third = await sessionOf(userId);
    expect(await askOn(REQUIRED, "/api/v2/operator/overview", { token: third })).toMatchObject({ status: 403 });
  });

  test("an older proof does not open a newer app", async () => {
    const { userId, token } = await enrolled(REQUIRED);
    await db
      .update(users)
      .set({ secondFactorSince: new Date(Date.now() + 60_000) })
      .where(eq(users.id, userId));
    expect(await askOn(REQUIRED, "/api/v2/operator/overview", { token })).toMatchObject({ status: 403 });
  });
});

describe("where it is asked for once set", () => {
  test("an operator without one goes on as before, and with one owes it", async () => {
    const plain = await personWith("operator");
    expect((await ask(plain, "GET", "/api/v2/operator/overview")).status).toBe(200);
    const { userId } = await enrolled(env);
    const other = await sessionOf(userId);
    expect((await ask(other, "GET", "/api/v2/operator/overview")).status).toBe(403);
  });

  test("nobody else finds the routes of a second factor, nor is asked for one", async () => {
    for (const role of ["client", "professional", "coordinator"] as const) {
      const token = await personWith(role);
      expect((await askOn(REQUIRED, FACTOR, { token })).status).toBe(404);
      expect((await askOn(REQUIRED, "/api/v2/me", { token })).status).toBe(200);
    }
    expect((await askOn(REQUIRED, FACTOR)).status).toBe(401);
  });
});

describe("the team over the API", () => {
  test("shows no link, hides letters of invitation in the mail box, and keeps the last operator", async () => {
    const olga = await personWith("operator");
    const email = `${crypto.randomUUID()}@vez.test`;
    const made = await ask(olga, "POST", "/api/v2/operator/people/invites", { email });
    expect(made).toMatchObject({ status: 201, body: { email, role: "operator", status: "open" } });
    expect(JSON.stringify(made.body)).not.toContain("token");
    const [letter] = await db.select().from(notifications).where(eq(notifications.recipient, email));
    const link = letter?.text.match(/http:\/\/example\.com\/invite\?token=[\w-]{43}/)?.[0];
    expect(link).toBeDefined();
    const mail = await ask(olga, "GET", "/api/v2/operator/mail");
    expect(JSON.stringify(mail.body)).toContain(email);
    expect(JSON.stringify(mail.body)).not.toContain(link?.split("token=")[1]);
    // A role that is not asked for is not given.
    const more = { email: `x${email}`, role: "coordinator", organisationId: "org_1" };
    expect(await ask(olga, "POST", "/api/v2/operator/people/invites", more)).toMatchObject({
      body: { role: "operator" },
    });
  });

  test("a removed operator is out at once", async () => {
    const [olga, id] = [await personWith("operator"), `usr_${crypto.randomUUID().slice(0, 12)}`];
    const gone = await personWith("operator", id);
    const removed = await ask(olga, "POST", `/api/v2/operator/people/${id}/remove`, { reason: "left_team" });
    expect(removed).toMatchObject({ status: 200, body: { id, role: "client" } });
    expect((await ask(gone, "GET", "/api/v2/operator/overview")).status).toBe(401);
    expect(await db.select().from(sessions).where(eq(sessions.userId, id))).toEqual([]);
  });
});

describe("a letter of invitation", () => {
  test("puts its token out of sight, and shows nothing to whoever has none", async () => {
    const olga = await personWith("operator");
    const email = `${crypto.randomUUID()}@vez.test`;
    await ask(olga, "POST", "/api/v2/operator/people/invites", { email });
    const [letter] = await db.select().from(notifications).where(eq(notifications.recipient, email));
    const token = letter?.text.match(/token=([\w-]+)/)?.[1] ?? "";
    const opened = await askOn(env, `/invite?token=${token}`);
    expect(opened).toMatchObject({ status: 303, location: "/invite" });
    const page = await askOn(env, "/invite", { headers: { cookie: `vez_invite=${token}` } });
    expect(page.status).toBe(200);
    expect(String(page.body.text)).not.toContain(token);
    expect((await askOn(env, `/invite?token=${"x".repeat(43)}`)).status).toBe(404);
    expect((await askOn(env, "/invite")).status).toBe(404);
  });
});

describe("Cloudflare Access", () => {
  let privateKey: CryptoKey;
  let published: unknown;
  const operator = { id: `usr_${crypto.randomUUID().slice(0, 12)}`, email: "" };
  operator.email = `${operator.id}@vez.test`;

  beforeAll(async () => {
    const pair = await generateKeyPair("RS256", { extractable: true });
    privateKey = pair.privateKey;
    published = { keys: [{ ...(await exportJWK(pair.publicKey)), kid: "k1", alg: "RS256", use: "sig" }] };
    await personWith("operator", operator.id);
  });

  function keysAnswer(answer: () => Response): void {
    const real = globalThis.fetch;
    vi.spyOn(globalThis, "fetch").mockImplementation((input, init) => {
      const url = input instanceof Request ? input.url : String(input);
      return url === `${TEAM}/cdn-cgi/access/certs` ? Promise.resolve(answer()) : real(input, init);
    });
  }
  const token = (email: string, claims: Record<string, unknown> = {}, key = privateKey) =>
    new SignJWT({ email, ...claims })
      .setProtectedHeader({ alg: "RS256", kid: "k1" })
      .setIssuer(TEAM)
      .setAudience(AUD)
      .setIssuedAt(new Date())
      .setExpirationTime(new Date(Date.now() + 60_000))
      .sign(key);
  const through = (jwt: string, more: Record<string, string> = {}) => ({
    headers: { "cf-access-jwt-assertion": jwt, ...more },
  });

  test("a token of a known operator is a session that owes nothing, on pages and over the API", async () => {
    keysAnswer(() => Response.json(published));
    const asked = through(await token(operator.email.toUpperCase()));
    expect(await askOn(BEHIND_ACCESS, "/api/v2/operator/overview", asked)).toMatchObject({ status: 200 });
    expect(await askOn(BEHIND_ACCESS, "/ops/people", asked)).toMatchObject({ status: 200 });
    expect(await askOn(BEHIND_ACCESS, "/api/v2/me", asked)).toMatchObject({
      body: { id: operator.id, role: "operator" },
    });
    // A client's session in the same browser does not stand in the console's way, and keeps its own pages.
    const client = await personWith("client");
    const both = { ...asked, token: client };
    expect(await askOn(BEHIND_ACCESS, "/ops", both)).toMatchObject({ status: 200 });
    expect(await askOn(BEHIND_ACCESS, "/api/v2/me", both)).toMatchObject({ body: { role: "client" } });
  });

  test("gives nobody else anything: unknown addresses, clients, forgeries, old tokens", async () => {
    keysAnswer(() => Response.json(published));
    const clientId = `usr_${crypto.randomUUID().slice(0, 12)}`;
    await personWith("client", clientId);
    const forger = await generateKeyPair("RS256");
    const bad = [
      await token("unknown@vez.test"),
      await token(`${clientId}@vez.test`),
      await token(operator.email, {}, forger.privateKey),
      "nonsense",
    ];
    for (const jwt of bad) {
      const asked = through(jwt);
      expect(await askOn(BEHIND_ACCESS, "/api/v2/operator/overview", asked)).toMatchObject({ status: 401 });
      expect(await askOn(BEHIND_ACCESS, "/ops", asked)).toMatchObject({
        status: 303,
        location: "/sign-in?next=%2Fops",
      });
    }
    // Where no Access is configured a perfect token is nothing.
    const good = through(await token(operator.email));
    expect(await askOn(REQUIRED, "/api/v2/operator/overview", good)).toMatchObject({ status: 401 });
    // Nor does it count as a cookie, which every site's request would carry.
    const cookie = { headers: { cookie: `CF_Authorization=${await token(operator.email)}` } };
    expect(await askOn(BEHIND_ACCESS, "/api/v2/operator/overview", cookie)).toMatchObject({ status: 401 });
  });

  test("a bad token takes nothing from a good session", async () => {
    keysAnswer(() => new Response("away", { status: 500 }));
    const { token: own } = await enrolled({ ...BEHIND_ACCESS });
    const asked = { ...through("nonsense"), token: own };
    expect(await askOn({ ...BEHIND_ACCESS }, "/api/v2/operator/overview", asked)).toMatchObject({ status: 200 });
  });
});
