// What a conversation owes to a phone: every word of the agent and the team, in order, until it was handed over.
import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { expect, test, vi } from "vitest";
import type { Conversation } from "../../durable-objects/conversation.ts";
import type { PayEffect } from "../../durable-objects/conversation-effects.ts";
import type { Said } from "../../src/domain/whatsapp/said.ts";
import { freshConversation, opening, type Stub } from "./live-stream.ts";

const STORY = "Fui demitida sem justa causa em São Paulo há dois meses e não pagaram as verbas rescisórias.";

const give = (stub: Stub, pay: PayEffect, debounceMs = 0) =>
  runInDurableObject(stub, (object: Conversation) => {
    object.pay = pay;
    object.live.debounceMs = debounceMs;
    object.live.models = () => null;
  });
const owed = (stub: Stub) =>
  runInDurableObject(stub, (_, state) =>
    state.storage.sql.exec("SELECT kind FROM effects WHERE kind = 'tell'").toArray(),
  );

/** A phone that writes down what it is told, and is away while told to. */
async function talk(options: { debounceMs?: number } = {}) {
  const { stub, id } = freshConversation();
  const told: Said[] = [];
  const phone = { away: false, told, attempts: 0 };
  const pay: PayEffect = async (effect, facts) => {
    if (effect.kind !== "tell") return "done";
    phone.attempts++;
    if (phone.away) throw new Error("the database is away");
    told.push(...(facts.telling?.lines ?? []));
    return "done";
  };
  await give(stub, pay, options.debounceMs);
  await stub.open({ ...opening(id), locale: "pt-BR" });
  let serial = 0;
  const write = async (text: string) => {
    const heard = await stub.hear({ text, clientMessageId: `wa:${id}${serial++}` });
    expect(heard).toEqual({ ok: true, value: { heard: true } });
  };
  const texts = () => told.map((line) => (line.kind === "words" ? line.text : line.box.title));
  const rests = () => vi.waitFor(async () => expect(await owed(stub)).toEqual([]), 10_000);
  return { stub, id, phone, write, texts, rests, pay };
}

test("a conversation on the page owes nothing to a phone", async () => {
  const { stub, phone, rests } = await talk();
  await stub.say({ text: STORY, clientMessageId: "a" });
  await rests();
  expect(phone.attempts).toBe(0);
});

test("the greeting comes first, then each answer once, and the words of the team", async () => {
  const { stub, phone, write, texts, rests } = await talk();
  await write(STORY);
  await vi.waitFor(() => expect(texts()).toHaveLength(2), 10_000);
  expect(phone.told[0]).toMatchObject({ kind: "words", isFirst: true });
  expect(texts()[0]).toContain("programa automático");
  await stub.takeOver({ operatorName: "Ana", key: "take" });
  await stub.sayAsHuman({ text: "Aqui é a Ana, da equipe.", operatorName: "Ana", clientMessageId: "h1" });
  await write("Oi, Ana");
  await rests();
  expect(texts().slice(2)).toEqual(["*Ana*\nAqui é a Ana, da equipe."]);
  expect(new Set(phone.told.map(({ key }) => key)).size).toBe(phone.told.length);
});

test("the same id twice is one message", async () => {
  const { stub, id, texts, rests } = await talk();
  const words = { text: STORY, clientMessageId: `wa:${id}` };
  await Promise.all([stub.hear(words), stub.hear(words), stub.hear(words)]);
  await rests();
  await stub.hear(words);
  await rests();
  await vi.waitFor(() => expect(texts()).toHaveLength(2), 10_000);
  const snapshot = await stub.snapshot({});
  const said = snapshot.ok ? snapshot.value.events.filter(({ data }) => data.from === "client") : [];
  expect(said).toHaveLength(1);
});

test("what could not be handed over is handed over later, after a kill too, with the same names", async () => {
  const { stub, phone, write, texts, rests, pay } = await talk();
  phone.away = true;
  await write(STORY);
  await vi.waitFor(() => expect(phone.attempts).toBeGreaterThan(0), 10_000);
  await evictDurableObject(stub);
  phone.away = false;
  await give(stub, pay);
  await runInDurableObject(stub, (object: Conversation, state) => {
    state.storage.sql.exec("UPDATE effects SET due_at = 0");
    return object.alarm();
  });
  await rests();
  await vi.waitFor(() => expect(texts()).toHaveLength(2), 10_000);
  expect(texts()[0]).toContain("programa automático");
});

test("who goes on in the browser is answered there, and on the phone again when he writes there", async () => {
  const { stub, write, texts, rests } = await talk();
  await write(STORY);
  await vi.waitFor(() => expect(texts()).toHaveLength(2), 10_000);
  await stub.say({ text: "São Paulo, SP", clientMessageId: "on-the-page" });
  await rests();
  expect(texts()).toHaveLength(2);
  await write("não sei");
  await vi.waitFor(() => expect(texts()).toHaveLength(3), 10_000);
});

test("what to do in danger is said before the answer", async () => {
  const { phone, write, rests } = await talk();
  await write("Meu marido me bate e ontem me ameaçou de morte, tenho medo.");
  await vi.waitFor(() => expect(phone.told.length).toBeGreaterThanOrEqual(3), 10_000);
  await rests();
  expect(phone.told.map(({ kind }) => kind).slice(0, 3)).toEqual(["words", "safety", "words"]);
});

test("short pieces that come one after another are one turn with one answer", async () => {
  const { write, texts, rests } = await talk({ debounceMs: 60 });
  await write("Oi");
  await write("fui demitida ontem");
  await write("e não me pagaram nada");
  await vi.waitFor(() => expect(texts()).toHaveLength(2), 5000);
  await rests();
  expect(texts()).toHaveLength(2);
});

test("a word of the person's own choice is a wish of its own at once: stop is answered, and is the last word", async () => {
  const { stub, write, texts, rests } = await talk({ debounceMs: 2000 });
  await write(STORY);
  await write("parar");
  await rests();
  await vi.waitFor(() => expect(texts().at(-1)).toContain("paro por aqui"), 10_000);
  const snapshot = await stub.snapshot({});
  expect(snapshot.ok && snapshot.value.status).toBe("stopped");
});

test.each([
  [STORY, 1],
  ["Meu marido me bate e ontem me ameaçou de morte, tenho medo.", 0],
])("whoever falls silent is reminded on the phone, but not in danger: %s", async (story, reminders) => {
  const { stub, write, texts, rests } = await talk();
  await write(story);
  await vi.waitFor(() => expect(texts().length).toBeGreaterThanOrEqual(2), 10_000);
  await rests();
  const before = texts().length;
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 31 * 60_000 });
  try {
    // The first reminds, the second hands over what that owes.
    await runDurableObjectAlarm(stub);
    await runDurableObjectAlarm(stub);
    await rests();
  } finally {
    vi.useRealTimers();
  }
  expect(texts().slice(before)).toHaveLength(reminders);
});

const HELD = 30_000;

test("beyond a phone's limit words are kept at once and answered together, in their order, when the hold is over", async () => {
  const { stub, id, texts, rests } = await talk();
  const hear = (text: string, key: string) => stub.hear({ text, clientMessageId: `wa:${id}${key}`, holdMs: 700 });
  await hear("Fui demitida ontem", "a");
  await hear("e não me pagaram", "b");
  await rests();
  expect(texts()).toHaveLength(1);
  const snapshot = await stub.snapshot({});
  const kept = snapshot.ok ? snapshot.value.events.filter(({ data }) => data.from === "client") : [];
  expect(kept.map(({ data }) => data.text)).toEqual(["Fui demitida ontem", "e não me pagaram"]);
  await vi.waitFor(() => expect(texts()).toHaveLength(2), 5000);
  await rests();
  expect(texts()).toHaveLength(2);
});

test.each([
  ["in one message", ["ele está aqui e vai me matar"]],
  ["in two short pieces", ["ele vai", "me matar"]],
  [
    "behind more than a turn reads",
    ["Trabalhei lá muitos anos. ".repeat(300), "Nunca me pagaram férias. ".repeat(300), "socorro ele está me batendo"],
  ],
])("danger is not held back, nor by what waits before it: %s", async (_, pieces) => {
  const { stub, id, phone, rests } = await talk();
  for (const [index, text] of ["Fui demitida ontem", ...pieces].entries()) {
    await stub.hear({ text, clientMessageId: `wa:${id}${index}`, holdMs: HELD });
  }
  await vi.waitFor(() => expect(phone.told.some(({ kind }) => kind === "safety")).toBe(true), 10_000);
  await rests();
});

test("what the page says, and a word of the person's own choice, take along what is held", async () => {
  const { stub, id, texts, rests } = await talk();
  await stub.hear({ text: STORY, clientMessageId: `wa:${id}a`, holdMs: HELD });
  await stub.hear({ text: "parar", clientMessageId: `wa:${id}b`, holdMs: HELD });
  await vi.waitFor(() => expect(texts().at(-1)).toContain("paro por aqui"), 10_000);
  await rests();
  const other = await talk();
  await other.stub.hear({ text: STORY, clientMessageId: `wa:${other.id}a`, holdMs: HELD });
  const answer = await other.stub.say({ text: "Foi em São Paulo", clientMessageId: "page" });
  expect(answer.ok && answer.value.message).not.toBe("");
});
