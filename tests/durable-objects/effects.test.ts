// What a turn owes to Postgres: it holds no answer, it is never forgotten, and a reminder shares its alarm.
import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { expect, test, vi } from "vitest";
import type { Conversation } from "../../durable-objects/conversation.ts";
import type { Effect } from "../../durable-objects/conversation-effect-queue.ts";
import { waitMs } from "../../durable-objects/conversation-effect-queue.ts";
import type { EffectFacts, PayEffect } from "../../durable-objects/conversation-effects.ts";
import { freshConversation, opening, type Stub } from "./live-stream.ts";

const DAY_MS = 86_400_000;
const STORY = "My boss fired me two months ago in Sao Paulo and did not pay my last salary nor the severance.";

const payWith = (stub: Stub, pay: PayEffect) =>
  runInDurableObject(stub, (object: Conversation) => {
    object.pay = pay;
  });
const owed = (stub: Stub) =>
  runInDurableObject(stub, (_, state) => state.storage.sql.exec("SELECT kind, attempts FROM effects").toArray());
const alarmAt = (stub: Stub) => runInDurableObject(stub, (_, state) => state.storage.getAlarm());
const makeDue = (stub: Stub) =>
  runInDurableObject(stub, (_, state) => void state.storage.sql.exec("UPDATE effects SET due_at = 0"));

/** A paymaster that writes down what it was asked for and fails while told to. */
function paymaster() {
  const paid: { effect: Effect; facts: EffectFacts }[] = [];
  const asked: string[] = [];
  const self = {
    fails: false,
    paid,
    asked,
    pay: async (effect: Effect, facts: EffectFacts) => {
      asked.push(effect.kind);
      if (self.fails) throw new Error("Postgres is away");
      paid.push({ effect, facts });
      return "done" as const;
    },
  };
  return self;
}

async function opened() {
  const { stub, id } = freshConversation();
  const master = paymaster();
  await payWith(stub, master.pay);
  await stub.open(opening(id));
  return { stub, id, master };
}

async function complete(stub: Stub) {
  await stub.say({ text: STORY, clientMessageId: "story" });
  for (let i = 0; i < 12; i++) await stub.say({ text: "yes", clientMessageId: `yes${i}` });
}

test("a completed triage is told to the case once, a change of standing when it happens", async () => {
  const { stub, id, master } = await opened();
  await complete(stub);
  await vi.waitFor(async () => expect(await owed(stub)).toEqual([]), 10_000);
  expect(master.paid.filter(({ effect }) => effect.kind === "complete")).toHaveLength(1);
  expect(master.paid.at(-1)?.facts).toMatchObject({
    caseId: `cas_of_${id}`,
    status: "completed",
    controlledBy: "agent",
  });
  expect(master.paid.some(({ effect }) => effect.kind === "record")).toBe(true);
});

test("who is back from stop is told to be back before the outcome is told", async () => {
  const { stub, master } = await opened();
  await stub.say({ text: STORY, clientMessageId: "story" });
  await stub.correct({ correction: { area: "nenhuma" }, key: "none" });
  for (let i = 0; i < 12 && !master.asked.includes("complete"); i++) {
    await stub.say({ text: "no", clientMessageId: `no${i}` });
    await vi.waitFor(async () => expect(await owed(stub)).toEqual([]), 10_000);
  }
  await stub.say({ text: "stop", clientMessageId: "s" });
  await vi.waitFor(async () => expect(await owed(stub)).toEqual([]), 10_000);
  master.asked.length = 0;
  await stub.say({ text: "back", clientMessageId: "b" });
  await vi.waitFor(async () => expect(await owed(stub)).toEqual([]), 10_000);
  expect(master.asked[0]).toBe("record");
  expect(master.paid.at(-1)?.facts.status).toBe("completed");
});

test("a call for a person carries its reason, with the same number in every attempt", async () => {
  const { stub, master } = await opened();
  master.fails = true;
  await stub.say({ text: "I want to talk to a person", clientMessageId: "p" });
  await vi.waitFor(() => expect(master.asked).toHaveLength(1), 10_000);
  master.fails = false;
  await makeDue(stub);
  await runDurableObjectAlarm(stub);
  expect(master.paid).toHaveLength(1);
  const snapshot = await stub.snapshot({});
  expect(master.paid[0]).toMatchObject({
    effect: { kind: "record", reason: "asked_for_person", seq: snapshot.ok ? snapshot.value.lastSeq : 0 },
    facts: { status: "handed_off" },
  });
});

test("a verb that fails holds no answer and is tried again by the alarm until it succeeds", async () => {
  const { stub, master } = await opened();
  master.fails = true;
  const answer = await stub.say({ text: STORY, clientMessageId: "story" });
  expect(answer.ok).toBe(true);
  await vi.waitFor(async () => expect(await owed(stub)).toMatchObject([{ kind: "record", attempts: 1 }]), 10_000);
  expect(await alarmAt(stub)).toBeGreaterThan(Date.now());
  await makeDue(stub);
  await runDurableObjectAlarm(stub);
  expect(await owed(stub)).toMatchObject([{ kind: "record", attempts: 2 }]);
  master.fails = false;
  await makeDue(stub);
  await runDurableObjectAlarm(stub);
  expect(await owed(stub)).toEqual([]);
  expect(master.paid).toHaveLength(1);
});

test("what was owed when the object died is paid by the next instance", async () => {
  const { stub, master } = await opened();
  master.fails = true;
  await stub.say({ text: STORY, clientMessageId: "story" });
  await vi.waitFor(async () => expect(await owed(stub)).toHaveLength(1), 10_000);
  await evictDurableObject(stub);
  const next = paymaster();
  await payWith(stub, next.pay);
  await makeDue(stub);
  await runDurableObjectAlarm(stub);
  expect(next.paid).toHaveLength(1);
  expect(await owed(stub)).toEqual([]);
});

test("what is said while an effect is under way is owed anew, so that the last word reaches the case", async () => {
  const { stub, id } = freshConversation();
  const seen: string[] = [];
  const held = Promise.withResolvers<void>();
  await payWith(stub, async (_, facts) => {
    seen.push(facts.status);
    if (seen.length === 1) await held.promise;
    return "done";
  });
  await stub.open(opening(id));
  await stub.say({ text: STORY, clientMessageId: "a" });
  await vi.waitFor(() => expect(seen).toHaveLength(1), 10_000);
  await stub.say({ text: "I want to talk to a person", clientMessageId: "b" });
  held.resolve();
  await vi.waitFor(() => expect(seen).toEqual(["interviewing", "handed_off"]), 10_000);
});

test("somebody who falls silent is reminded once, after half an hour, and not before having written", async () => {
  const { stub } = await opened();
  expect((await alarmAt(stub)) ?? 0).toBeGreaterThan(Date.now() + 89 * DAY_MS);
  await stub.say({ text: STORY, clientMessageId: "story" });
  await vi.waitFor(async () => expect(await owed(stub)).toEqual([]), 10_000);
  const at = (await alarmAt(stub)) ?? 0;
  expect(at - Date.now()).toBeGreaterThan(29 * 60_000);
  const before = await stub.snapshot({});
  vi.useFakeTimers({ toFake: ["Date"], now: at + 1 });
  try {
    await runDurableObjectAlarm(stub);
    await runDurableObjectAlarm(stub);
  } finally {
    vi.useRealTimers();
  }
  const after = await stub.snapshot({});
  if (!before.ok || !after.ok) throw new Error("no snapshot");
  expect(after.value.lastSeq).toBe(before.value.lastSeq + 1);
  expect(after.value.events.at(-1)?.data.text).toMatch(/everything is kept/i);
  expect((await alarmAt(stub)) ?? 0).toBeGreaterThan(Date.now() + 89 * DAY_MS);
});

test("the wait between attempts doubles from two seconds to five minutes, spread over its upper half", () => {
  expect(waitMs(1, 1)).toBe(2_000);
  expect(waitMs(1, 0)).toBe(1_000);
  expect(waitMs(4, 1)).toBe(16_000);
  expect(waitMs(40, 1)).toBe(300_000);
  expect(waitMs(2_000, 0)).toBe(150_000);
});
