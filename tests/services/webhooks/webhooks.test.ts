// Webhooks from the change of a row to the receiver: nothing lost, nothing forged, nobody held up.
import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import {
  apiKeys,
  audit,
  cases,
  notifications,
  offers,
  outbox,
  users,
  webhookDeliveries,
  webhookEndpoints,
  webhookEvents,
} from "../../../src/db/schema.ts";
import { MetricsBuffer } from "../../../src/domain/metrics/buffer.ts";
import { openWebhookSender } from "../../../src/providers/webhook-sender.ts";
import type { Actor, QueuedRow, ServiceContext } from "../../../src/services/context.ts";
import { issueKey } from "../../../src/services/keys/issue-key.ts";
import { revokeKey } from "../../../src/services/keys/revoke-key.ts";
import { deleteWebhook, rotateSecret, updateWebhook } from "../../../src/services/webhooks/change-webhook.ts";
import { createWebhook } from "../../../src/services/webhooks/create-webhook.ts";
import { emitWebhooks } from "../../../src/services/webhooks/emit-webhooks.ts";
import { listDeliveries } from "../../../src/services/webhooks/list-deliveries.ts";
import { listWebhooks, readWebhook } from "../../../src/services/webhooks/read-webhook.ts";
import { redeliverWebhook, testWebhook } from "../../../src/services/webhooks/redeliver-webhook.ts";
import { sweepWebhooks } from "../../../src/services/webhooks/sweep-webhooks.ts";
import { openDatabase, type TestDatabase } from "../../support/database.ts";
import { addOfferedCase, addProfessional } from "../../support/offer-rows.ts";
import { SETTINGS } from "../../support/settings.ts";
import { isGenuine, startWebhookReceiver, type WebhookReceiver } from "../../support/webhook-receiver.ts";
import { makeWorld, type World } from "../../support/world.ts";

const OLGA: Actor = { kind: "person", userId: "usr_olga", role: "operator", locale: "en" };
const CLIENT: Actor = { kind: "person", userId: "usr_ana", role: "client", locale: "en" };

let database: TestDatabase;
let world: World;
let ctx: ServiceContext;
let receiver: WebhookReceiver;
let queued: QueuedRow[];

beforeAll(async () => {
  database = await openDatabase();
  world = await makeWorld(database, { professionals: 3 });
  await world.ctx.db.insert(users).values({ id: "usr_olga", name: "Olga", email: "olga@vez.test", role: "operator" });
});
afterAll(() => database.close());

beforeEach(async () => {
  receiver = await startWebhookReceiver();
  world.setNow(new Date());
  queued = [];
  ctx = Object.assign(world.ctx, {
    settings: { ...SETTINGS, webhooksToThisMachine: true },
    webhooks: openWebhookSender({ timeoutMs: 300, metrics: new MetricsBuffer() }),
    enqueue: async (rows: readonly QueuedRow[]) => void queued.push(...rows),
  });
});
afterEach(async () => {
  await receiver.close();
  await ctx.db.delete(webhookEndpoints);
  await ctx.db.delete(webhookEvents);
  await ctx.db.delete(outbox);
  await ctx.db.delete(notifications);
});

async function listen(events = ["case.*"], actor: Actor = OLGA) {
  const made = await createWebhook(ctx, actor, { url: receiver.url, events });
  receiver.secret = made.secret;
  return made;
}

const move = (id: string, status: typeof cases.$inferSelect.status) =>
  ctx.db.update(cases).set({ status, updatedAt: ctx.now() }).where(eq(cases.id, id));

async function emitAndDrain() {
  await emitWebhooks(ctx);
  return world.drain();
}

async function integration() {
  const { id, integration_id: userId } = await issueKey(ctx, OLGA, { name: "Clinic", scopes: ["webhooks:manage"] });
  return { keyId: id, actor: { kind: "person", userId, role: "client", locale: "en" } satisfies Actor };
}

test("a change arrives signed, with ids and no word of anybody", async () => {
  await listen();
  const id = await world.addCase({ summary: "Ana Souza foi demitida." });
  await move(id, "offering");
  await emitAndDrain();
  expect(receiver.forged).toBe(0);
  const news = receiver.taken.filter(({ data }) => data.case_id === id);
  expect(news.map(({ type }) => type).toSorted()).toEqual(["case.offering", "case.opened"]);
  const moved = news.find(({ type }) => type === "case.offering");
  expect(moved?.data).toEqual({ case_id: id, status: "offering", previous_status: "matching" });
  expect(moved?.id).toMatch(/^evt_/);
  expect(moved?.headers["webhook-id"]).toBe(moved?.id);
  expect(moved?.raw).not.toMatch(/Souza|demitida|usr_/);
  expect(Math.abs(Date.parse(moved?.timestamp ?? "") - Date.now())).toBeLessThan(60_000);
});

test("where nobody listens nothing is written", async () => {
  const id = await world.addCase();
  await move(id, "offering");
  expect(await ctx.db.select().from(webhookEvents)).toHaveLength(0);
});

test("a change that was rolled back is told to nobody, and one that changes nothing is none", async () => {
  const hook = await listen();
  const id = await world.addCase();
  await emitAndDrain();
  receiver.taken.length = 0;
  await ctx.db.batch([move(id, "offering"), ctx.db.execute("SELECT 1 / 0")]).then(
    () => expect.unreachable(),
    () => undefined,
  );
  await move(id, "matching");
  await emitAndDrain();
  expect(receiver.taken).toEqual([]);
  expect((await listDeliveries(ctx, OLGA, hook.id)).items).toHaveLength(1);
});

test("a kill between commit and queue, or between two emissions at once, loses nothing and makes nothing twice", async () => {
  const hook = await listen();
  const id = await world.addCase();
  await move(id, "offering");
  // Killed here: no verb came to its enqueue. Then several start at once.
  await Promise.all([emitWebhooks(ctx), emitWebhooks(ctx), emitWebhooks(ctx)]);
  const { items } = await listDeliveries(ctx, OLGA, hook.id);
  expect(items.map(({ type }) => type).toSorted()).toEqual(["case.offering", "case.opened"]);
  expect(await ctx.db.select().from(outbox).where(eq(outbox.name, "webhook.deliver"))).toHaveLength(2);
  await world.drain();
  await emitAndDrain();
  expect(receiver.taken).toHaveLength(2);
});

test("what is not taken is tried again, seconds later by the queue and then by the relay, until it is", async () => {
  const hook = await listen();
  await world.addCase();
  receiver.answers = [500, 503];
  await emitAndDrain();
  expect(receiver.taken).toHaveLength(0);
  const retry = queued.filter(({ name }) => name === "webhook.deliver").at(-1);
  expect(retry?.delaySeconds).toBeGreaterThanOrEqual(5);
  expect(retry?.delaySeconds).toBeLessThanOrEqual(6);
  world.advance(6_000);
  await world.drain();
  expect(receiver.taken).toHaveLength(0);
  world.advance(67_000);
  await world.drain();
  expect(receiver.taken).toHaveLength(1);
  const [delivery] = (await listDeliveries(ctx, OLGA, hook.id)).items;
  expect(delivery).toMatchObject({ status: "delivered", next_at: null });
  expect(delivery?.attempts.map(({ status, error }) => [status, error])).toEqual([
    [204, null],
    [503, "status"],
    [500, "status"],
  ]);
  expect(JSON.stringify(delivery)).not.toContain("Ana Souza");
  expect(delivery?.attempts[1]?.head).toBe("content-type: text/plain");
});

test("after a day of failures a delivery is given up, and redelivery sends the same id and body again", async () => {
  const hook = await listen();
  await world.addCase();
  receiver.answers = Array.from({ length: 20 }, () => 500);
  await emitAndDrain();
  for (let hour = 0; hour < 30; hour++) {
    world.advance(3_600_000);
    await world.drain();
  }
  const [failed] = (await listDeliveries(ctx, OLGA, hook.id, { status: "failed" })).items;
  expect(failed?.attempts.length).toBeGreaterThanOrEqual(7);
  const tries = receiver.requests;
  receiver.answers = [];
  world.setNow(new Date());
  const asked = await Promise.all([1, 2, 3].map(() => redeliverWebhook(ctx, OLGA, failed?.id ?? "")));
  expect(asked).toHaveLength(3);
  await world.drain();
  expect(receiver.requests).toBe(tries + 1);
  expect(receiver.taken[0]).toMatchObject({ id: failed?.event_id, raw: failed?.body });
  expect((await listDeliveries(ctx, OLGA, hook.id)).items[0]?.status).toBe("delivered");
});

test("a receiver that takes nothing for three days is switched off with a notice, and can be switched on again", async () => {
  const hook = await listen();
  await world.addCase();
  receiver.answers = Array.from({ length: 40 }, () => 500);
  await emitAndDrain();
  world.advance(80 * 3_600_000);
  const id = await world.addCase();
  await emitWebhooks(ctx);
  for (let round = 0; round < 4; round++) {
    await world.drain();
    world.advance(301_000);
  }
  expect(await readWebhook(ctx, OLGA, hook.id)).toMatchObject({ status: "disabled", disabled_by: "failures" });
  await world.drain();
  const notices = await ctx.db.select().from(notifications).where(eq(notifications.kind, "webhook_disabled"));
  expect(notices.length).toBeGreaterThan(0);
  await move(id, "offering");
  expect((await emitWebhooks(ctx)).made).toBe(0);
  await expect(testWebhook(ctx, OLGA, hook.id)).rejects.toMatchObject({ code: "webhook_disabled", status: 409 });
  receiver.answers = [];
  expect(await updateWebhook(ctx, OLGA, hook.id, { status: "enabled" })).toMatchObject({
    status: "enabled",
    failing_since: null,
  });
  world.setNow(new Date());
  await testWebhook(ctx, OLGA, hook.id);
  await world.drain();
  expect(receiver.taken.at(-1)).toMatchObject({ type: "webhook.test", data: { webhook_id: hook.id } });
});

test("410 Gone switches it off at once, and a redirect is not followed", async () => {
  const hook = await listen();
  const elsewhere = await startWebhookReceiver();
  receiver.answers = [{ location: elsewhere.url }, 410];
  await world.addCase();
  await emitAndDrain();
  expect(elsewhere.requests).toBe(0);
  await elsewhere.close();
  expect((await listDeliveries(ctx, OLGA, hook.id)).items[0]?.attempts[0]).toMatchObject({
    status: 307,
    error: "redirected",
  });
  world.advance(6_000);
  await world.drain();
  expect(await readWebhook(ctx, OLGA, hook.id)).toMatchObject({ status: "disabled", disabled_by: "failures" });
});

test("a receiver that hangs holds up neither another one nor the rest of the batch", async () => {
  await listen();
  const quick = await startWebhookReceiver();
  const second = await createWebhook(ctx, OLGA, { url: quick.url, events: ["case.*"] });
  quick.secret = second.secret;
  receiver.answers = Array.from({ length: 50 }, () => "hang" as const);
  for (let one = 0; one < 6; one++) await world.addCase();
  await emitWebhooks(ctx);
  const startedAt = Date.now();
  await world.drain();
  // One try ran into its 300 ms; the five after it were put off without one.
  expect(Date.now() - startedAt).toBeLessThan(2_000);
  expect(receiver.requests).toBe(1);
  expect(quick.taken).toHaveLength(6);
  await quick.close();
});

test("the new secret and the old one sign side by side for a day", async () => {
  const hook = await listen();
  const rotated = await rotateSecret(ctx, OLGA, hook.id);
  expect(rotated.secret).not.toBe(hook.secret);
  await testWebhook(ctx, OLGA, hook.id);
  await world.drain();
  const [news] = receiver.taken;
  expect(news).toBeDefined();
  expect(isGenuine(rotated.secret, news?.headers ?? {}, news?.raw ?? "")).toBe(true);
  expect(isGenuine(hook.secret, news?.headers ?? {}, news?.raw ?? "")).toBe(true);
  await ctx.db.update(webhookEndpoints).set({ oldSecretUntil: new Date(Date.now() - 1000) });
  receiver.secret = rotated.secret;
  await testWebhook(ctx, OLGA, hook.id);
  await world.drain();
  const last = receiver.taken.at(-1);
  expect(isGenuine(hook.secret, last?.headers ?? {}, last?.raw ?? "")).toBe(false);
});

test("a secret is in no row, no list and no audit", async () => {
  const hook = await listen();
  const everything = JSON.stringify([
    await ctx.db.select().from(webhookEndpoints),
    await ctx.db.select().from(audit),
    await listWebhooks(ctx, OLGA),
    await readWebhook(ctx, OLGA, hook.id),
  ]);
  expect(everything).not.toContain(hook.secret.slice(6));
});

test("an integration hears of its own cases alone, and its webhooks are nobody else's but the operators'", async () => {
  const clinic = await integration();
  const other = await integration();
  const hook = await listen(["case.*", "offer.*"], clinic.actor);
  const foreign = await world.addCase();
  const own = await world.addCase();
  await ctx.db.update(cases).set({ clientId: clinic.actor.userId }).where(eq(cases.id, own));
  await move(own, "unmatched");
  await move(foreign, "unmatched");
  await emitAndDrain();
  expect(new Set(receiver.taken.map(({ data }) => data.case_id))).toEqual(new Set([own]));
  expect((await readWebhook(ctx, OLGA, hook.id)).integration_id).toBe(clinic.actor.userId);
  const [delivery] = (await listDeliveries(ctx, clinic.actor, hook.id)).items;
  for (const actor of [other.actor, CLIENT]) {
    for (const tried of [
      () => readWebhook(ctx, actor, hook.id),
      () => listDeliveries(ctx, actor, hook.id),
      () => updateWebhook(ctx, actor, hook.id, { status: "disabled" }),
      () => rotateSecret(ctx, actor, hook.id),
      () => testWebhook(ctx, actor, hook.id),
      () => redeliverWebhook(ctx, actor, delivery?.id ?? ""),
      () => deleteWebhook(ctx, actor, hook.id),
    ]) {
      await expect(tried()).rejects.toMatchObject({ code: "not_found" });
    }
  }
  await expect(createWebhook(ctx, CLIENT, { url: receiver.url, events: ["case.*"] })).rejects.toMatchObject({
    code: "not_found",
  });
  expect((await listWebhooks(ctx, other.actor)).items).toEqual([]);
  await revokeKey(ctx, OLGA, clinic.keyId);
  await expect(readWebhook(ctx, clinic.actor, hook.id)).rejects.toMatchObject({ code: "not_found" });
});

test("a key that is revoked or ran out takes its webhooks with it", async () => {
  const [revoked, late, alive] = [await integration(), await integration(), await integration()];
  for (const { actor } of [revoked, late, alive]) await listen(["case.*"], actor);
  await revokeKey(ctx, OLGA, revoked.keyId);
  await ctx.db
    .update(apiKeys)
    .set({ expiresAt: new Date(ctx.now().getTime() - 1000) })
    .where(eq(apiKeys.id, late.keyId));
  const ids: string[] = [];
  for (const { actor } of [revoked, late, alive]) {
    const id = await world.addCase();
    await ctx.db.update(cases).set({ clientId: actor.userId }).where(eq(cases.id, id));
    await move(id, "unmatched");
    ids.push(id);
  }
  await emitAndDrain();
  expect(new Set(receiver.taken.map(({ data }) => data.case_id))).toEqual(new Set([ids[2]]));
  const ofRevoked = await ctx.db
    .select()
    .from(webhookEndpoints)
    .where(eq(webhookEndpoints.ownerId, revoked.actor.userId));
  expect(ofRevoked).toMatchObject([{ disabledBy: "owner" }]);
});

test("where tests and demos end, private addresses, odd ports and plain http are refused, also of a row that is older", async () => {
  const hook = await listen();
  ctx.settings = SETTINGS;
  for (const [url, reason] of [
    [receiver.url, "not_https"],
    ["https://169.254.169.254/", "not_public"],
    ["https://example.com:8080/", "odd_port"],
  ]) {
    await expect(createWebhook(ctx, OLGA, { url, events: ["case.*"] })).rejects.toMatchObject({
      code: "webhook_url_refused",
      status: 422,
      extra: { reason },
    });
  }
  await testWebhook(ctx, OLGA, hook.id);
  await world.drain();
  expect(receiver.requests).toBe(0);
  expect((await listDeliveries(ctx, OLGA, hook.id)).items[0]?.attempts[0]?.error).toBe("address_refused");
});

test("what is deleted or switched off while a message waits is told nothing more", async () => {
  const hook = await listen();
  await world.addCase();
  await emitWebhooks(ctx);
  await updateWebhook(ctx, OLGA, hook.id, { status: "disabled" });
  await world.drain();
  expect(receiver.requests).toBe(0);
  expect((await listDeliveries(ctx, OLGA, hook.id)).items[0]?.status).toBe("failed");
  await deleteWebhook(ctx, OLGA, hook.id);
  await expect(deleteWebhook(ctx, OLGA, hook.id)).rejects.toMatchObject({ code: "not_found" });
});

test("twenty are enough for one owner, and wrong wishes are named", async () => {
  const clinic = await integration();
  for (let one = 0; one < 20; one++) await createWebhook(ctx, clinic.actor, { url: receiver.url, events: ["case.*"] });
  await expect(createWebhook(ctx, clinic.actor, { url: receiver.url, events: ["case.*"] })).rejects.toMatchObject({
    code: "too_many_webhooks",
  });
  for (const events of [[], ["cases"], ["webhook.test"], "case.*"]) {
    await expect(createWebhook(ctx, OLGA, { url: receiver.url, events })).rejects.toMatchObject({
      code: "invalid_input",
    });
  }
});

test("the log is kept for a month, and what still waits is not swept", async () => {
  const hook = await listen();
  await world.addCase();
  await emitAndDrain();
  await testWebhook(ctx, OLGA, hook.id);
  world.advance(31 * 86_400_000);
  expect(await sweepWebhooks(ctx)).toEqual({ deliveries: 1, events: 1 });
  expect(await ctx.db.select().from(webhookDeliveries)).toHaveLength(1);
});

test("offers are told by their own names and ids", async () => {
  await listen(["offer.*"]);
  const professionalId = await addProfessional(ctx.db, "hook");
  await addOfferedCase(ctx.db, "hook", [professionalId], { at: ctx.now() });
  await ctx.db.update(offers).set({ status: "declined" }).where(eq(offers.id, "off_hook_0"));
  await emitAndDrain();
  expect(receiver.taken.map(({ type }) => type).toSorted()).toEqual(["offer.declined", "offer.sent"]);
  expect(receiver.taken.find(({ type }) => type === "offer.declined")?.data).toEqual({
    case_id: "cas_hook",
    offer_id: "off_hook_0",
    status: "declined",
    previous_status: "pending",
  });
});
