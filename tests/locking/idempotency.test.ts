// Keys that many connections fight over, on a real PostgreSQL: one is first, and an exact count stays exact.
import { beforeAll, expect, inject, test } from "vitest";
import { type Database, openDatabase } from "../../src/db/client.ts";
import { cases, users, webhookDeliveries, webhookEndpoints } from "../../src/db/schema.ts";
import { beginOnce, type Place } from "../../src/services/idempotency/begin-once.ts";
import { keepAnswer } from "../../src/services/idempotency/keep-answer.ts";
import { admitKey } from "../../src/services/keys/admit-key.ts";
import { issueKey } from "../../src/services/keys/issue-key.ts";
import { createWebhook } from "../../src/services/webhooks/create-webhook.ts";
import { emitWebhooks } from "../../src/services/webhooks/emit-webhooks.ts";
import { OPERATOR, type Scene, sceneOn } from "../services/contracts/scene.ts";

let db: Database;
let scene: Scene;
beforeAll(() => {
  db = openDatabase({
    url: "postgres://vez:vez@127.0.0.1/vez",
    httpEndpoint: inject("postgresEndpoint"),
    timeoutMs: 30_000,
  });
  scene = sceneOn(db);
});

const many = <T>(count: number, work: (index: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index)));

test("of twenty requests with one key exactly one is first, and later ones get its answer", async () => {
  const place: Place = { actor: "usr_x", route: "POST /api/v2/triage", keyHash: "k1" };
  const begun = await many(20, () => beginOnce(scene.ctx, place, "body"));
  const first = begun.filter(({ kind }) => kind === "first");
  expect(first).toHaveLength(1);
  expect(begun.filter(({ kind }) => kind === "running")).toHaveLength(19);
  if (first[0]?.kind === "first")
    await keepAnswer(scene.ctx, place, first[0].attempt, { status: 201, answer: "sealed" });
  const later = await many(10, () => beginOnce(scene.ctx, place, "body"));
  expect(later).toEqual(later.map(() => ({ kind: "answered", status: 201, answer: "sealed" })));
  expect(await beginOnce(scene.ctx, place, "another body")).toEqual({ kind: "other_body" });
});

test("of twenty that find a killed one exactly one takes it over, and the killed one's late answer is not kept", async () => {
  const place: Place = { actor: "usr_x", route: "POST /api/v2/triage", keyHash: "k2" };
  const killed = await beginOnce(scene.ctx, place, "body");
  const later = { ...scene.ctx, now: () => new Date(scene.ctx.now().getTime() + 61_000) };
  const begun = await many(20, () => beginOnce(later, place, "body"));
  expect(begun.filter(({ kind }) => kind === "first")).toHaveLength(1);
  if (killed.kind === "first") await keepAnswer(later, place, killed.attempt, { status: 201, answer: "late" });
  expect((await beginOnce(later, place, "body")).kind).toBe("running");
});

test("sixty requests of a key at once are counted one by one", async () => {
  const { key } = await issueKey(scene.ctx, OPERATOR, { name: "Busy", scopes: ["cases:read"], rate_per_minute: 40 });
  const admitted = await many(60, () => admitKey(scene.ctx, key));
  const used = admitted.map((one) => one?.used ?? 0).toSorted((a, b) => a - b);
  expect(used).toEqual(Array.from({ length: 60 }, (_, index) => index + 1));
});

test("emissions at once make one delivery for each event and receiver", async () => {
  const ctx = { ...scene.ctx, settings: { ...scene.ctx.settings, webhooksToThisMachine: true } };
  await createWebhook(ctx, OPERATOR, { url: "http://127.0.0.1:9/one", events: ["case.*"] });
  await createWebhook(ctx, OPERATOR, { url: "http://127.0.0.1:9/two", events: ["case.*"] });
  await db.insert(users).values({ id: "usr_many", name: "", email: "many@example.org" });
  await many(10, (index) =>
    db.insert(cases).values({
      ...{ id: `cas_many${index}`, clientId: "usr_many", conversationId: `cnv_many${index}` },
      ...{ locale: "en" as const, zone: "America/Sao_Paulo" },
    }),
  );
  const made = await many(8, () => emitWebhooks(ctx));
  expect(made.reduce((sum, one) => sum + one.made, 0)).toBe(20);
  expect(await db.select().from(webhookDeliveries)).toHaveLength(20);
  await db.delete(webhookEndpoints);
});
