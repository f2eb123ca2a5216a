// Idempotency-Key over HTTP: one effect and one answer for a day, whatever the line does.
import { exports } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { cases, idempotencyKeys } from "../../src/db/schema.ts";
import { app } from "../../src/http/app.ts";
import { POSTS } from "../../src/http/post-kinds.ts";
import { personWith, worldContext } from "./people.ts";

let ana: string;
let anaId: string;

beforeAll(async () => {
  anaId = `usr_${crypto.randomUUID().slice(0, 12)}`;
  ana = await personWith("client", anaId);
});

async function post(token: string | null, path: string, key: string | null, body: unknown) {
  const headers = new Headers({ "cf-connecting-ip": crypto.randomUUID() });
  if (token !== null) headers.set("authorization", `Bearer ${token}`);
  if (key !== null) headers.set("idempotency-key", key);
  const isForm = body instanceof FormData;
  if (!isForm) headers.set("content-type", "application/json");
  const sent = isForm ? body : typeof body === "string" ? body : JSON.stringify(body);
  const answer = await exports.default.fetch(
    new Request(`http://example.com${path}`, { method: "POST", headers, body: sent }),
  );
  const text = await answer.text();
  return {
    status: answer.status,
    replayed: answer.headers.get("idempotency-replayed"),
    headers: answer.headers,
    text,
    body: JSON.parse(text) as Record<string, unknown>,
  };
}

const opening = { vertical: "legal", locale: "en", text: "My landlord keeps my deposit." };
const casesOf = (userId: string) => worldContext().db.select().from(cases).where(eq(cases.clientId, userId));

test("every POST of /api/v2 is listed by what a second one does, and nothing else is", () => {
  const posts = app.routes.filter(({ method, path }) => method === "POST" && path.startsWith("/api/v2/"));
  expect(posts.map(({ path }) => path).filter((path) => !(path in POSTS))).toEqual([]);
  const known = new Set(posts.map(({ path }) => path));
  expect(Object.keys(POSTS).filter((path) => !known.has(path))).toEqual([]);
});

test("the same request twice opens one case and gets the same answer, and says so", async () => {
  const key = crypto.randomUUID();
  const first = await post(ana, "/api/v2/triage", key, opening);
  const second = await post(ana, "/api/v2/triage", key, opening);
  expect([first.status, second.status]).toEqual([201, 201]);
  expect(second.text).toBe(first.text);
  expect([first.replayed, second.replayed]).toEqual([null, "true"]);
  expect(await casesOf(anaId)).toHaveLength(1);
});

test("another body, or another query, under the same key is refused and does nothing", async () => {
  const key = crypto.randomUUID();
  await post(ana, "/api/v2/triage", key, opening);
  const before = (await casesOf(anaId)).length;
  for (const [path, body] of [
    ["/api/v2/triage", { ...opening, text: "Something else." }],
    ["/api/v2/triage?x=1", opening],
  ] as const) {
    expect(await post(ana, path, key, body)).toMatchObject({ status: 409, body: { code: "idempotency_key_reused" } });
  }
  expect(await casesOf(anaId)).toHaveLength(before);
});

test("two people with the same key have nothing to do with each other", async () => {
  const key = crypto.randomUUID();
  const mine = await post(ana, "/api/v2/triage", key, opening);
  const other = await post(await personWith("client"), "/api/v2/triage", key, opening);
  expect(other.status).toBe(201);
  expect(other.replayed).toBeNull();
  expect(other.body.case_id).not.toBe(mine.body.case_id);
});

test("many at once are one: the others wait or get its answer", async () => {
  const key = crypto.randomUUID();
  const before = (await casesOf(anaId)).length;
  const answers = await Promise.all(Array.from({ length: 6 }, () => post(ana, "/api/v2/triage", key, opening)));
  for (const answer of answers.filter(({ status }) => status !== 201)) {
    expect(answer).toMatchObject({ status: 409, body: { code: "idempotency_in_progress" } });
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
  }
  expect(answers.some(({ status, replayed }) => status === 201 && replayed === null)).toBe(true);
  expect(await casesOf(anaId)).toHaveLength(before + 1);
});

test("a body that was refused leaves the key free for the mended one", async () => {
  const key = crypto.randomUUID();
  expect((await post(ana, "/api/v2/triage", key, { vertical: "nonsense" })).status).toBe(422);
  expect((await post(ana, "/api/v2/triage", key, "{")).status).toBe(400);
  expect(await post(ana, "/api/v2/triage", key, opening)).toMatchObject({ status: 201, replayed: null });
});

test("a first request that was killed frees its key after a minute", async () => {
  const key = crypto.randomUUID();
  const { db } = worldContext();
  await post(ana, "/api/v2/triage", key, opening);
  const [row] = await db
    .select()
    .from(idempotencyKeys)
    .where(eq(idempotencyKeys.actor, anaId))
    .orderBy(idempotencyKeys.createdAt);
  expect(row).toBeDefined();
  const running = (age: number) =>
    db
      .update(idempotencyKeys)
      .set({ state: "running", status: null, answer: null, createdAt: new Date(Date.now() - age) })
      .where(eq(idempotencyKeys.actor, anaId));
  await running(50_000);
  expect(await post(ana, "/api/v2/triage", key, opening)).toMatchObject({
    status: 409,
    body: { code: "idempotency_in_progress" },
  });
  await running(61_000);
  expect((await post(ana, "/api/v2/triage", key, opening)).status).toBe(201);
});

test("after a day the key is free again", async () => {
  const key = crypto.randomUUID();
  const bruno = `usr_${crypto.randomUUID().slice(0, 12)}`;
  const token = await personWith("client", bruno);
  await post(token, "/api/v2/triage", key, opening);
  await worldContext()
    .db.update(idempotencyKeys)
    .set({ createdAt: new Date(Date.now() - 25 * 3_600_000) })
    .where(eq(idempotencyKeys.actor, bruno));
  expect(await post(token, "/api/v2/triage", key, { ...opening, text: "Another matter." })).toMatchObject({
    status: 201,
    replayed: null,
  });
});

test("an answer with a secret is not in the table in clear, and comes again to whoever has the key", async () => {
  const olga = await personWith("operator");
  const key = crypto.randomUUID();
  const wish = { name: "Twice pressed", scopes: ["cases:read"] };
  const first = await post(olga, "/api/v2/operator/keys", key, wish);
  const again = await post(olga, "/api/v2/operator/keys", key, wish);
  expect(again.text).toBe(first.text);
  const dump = JSON.stringify((await worldContext().db.execute("SELECT * FROM idempotency_keys")).rows);
  expect(dump).not.toContain(String(first.body.key));
  expect(dump).not.toContain(key);
  const made = await worldContext().db.execute("SELECT 1 FROM api_keys WHERE name = 'Twice pressed'");
  expect(made.rows).toHaveLength(1);
});

test("who begins without a session and with an unguessable key gets his own session again", async () => {
  const key = crypto.randomUUID();
  const first = await post(null, "/api/v2/triage", key, opening);
  const again = await post(null, "/api/v2/triage", key, opening);
  expect(first.body.session_token).toBeTruthy();
  expect(again.body).toEqual(first.body);
  expect(again.headers.get("set-cookie")).toBe(first.headers.get("set-cookie"));
  const guessable = await post(null, "/api/v2/triage", "1", opening);
  expect((await post(null, "/api/v2/triage", "1", opening)).body.case_id).not.toBe(guessable.body.case_id);
});

test("the same file in another wrapping is the same request, another file is not", async () => {
  const opened = await post(ana, "/api/v2/triage", null, opening);
  const path = `/api/v2/cases/${opened.body.case_id}/files`;
  const form = (text: string) => {
    const made = new FormData();
    made.append("file", new File([`%PDF-1.4\n${text}\n%%EOF`], "letter.pdf", { type: "application/pdf" }));
    return made;
  };
  const key = crypto.randomUUID();
  const first = await post(ana, path, key, form("one"));
  expect(first.status).toBe(201);
  expect(await post(ana, path, key, form("one"))).toMatchObject({ replayed: "true", text: first.text });
  expect(await post(ana, path, key, form("two"))).toMatchObject({ body: { code: "idempotency_key_reused" } });
});

test.each(["", "a b", "ä", "x".repeat(201)])("a key like %j is told what keys are", async (key) => {
  const answer = await post(ana, "/api/v2/triage", key, opening).catch(() => null);
  // What no HTTP header can carry never leaves the sender.
  if (answer !== null) expect(answer).toMatchObject({ status: 422, body: { code: "invalid_input" } });
});
