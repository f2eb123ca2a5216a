// A case that is forgotten leaves nothing in the help desk, whatever the desk does meanwhile, and what cannot be deleted is told.
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { cases, deskThreads, outbox } from "../../../src/db/schema.ts";
import type { Desk } from "../../../src/domain/desk/desk.ts";
import { consume } from "../../../src/queue.ts";
import { answerDesk } from "../../../src/services/desk/answer-desk.ts";
import { mirrorCase } from "../../../src/services/desk/mirror-case.ts";
import { oweMirror } from "../../../src/services/desk/owe-mirror.ts";
import { forgetCase } from "../../../src/services/intake/forget-case.ts";
import { retryMessage } from "../../../src/services/operations/settle-dead-message.ts";
import { type ChatwootStandIn, serveChatwoot } from "../../support/chatwoot-stand-in.ts";
import { openDatabase, type TestDatabase } from "../../support/database.ts";
import { batchOf, makeWorld, type World } from "../../support/world.ts";
import { makeTalk, openDesk, type Talk } from "./talk.ts";

const MINUTE_MS = 60_000;
const OLGA = { kind: "person", userId: "usr_olga", role: "operator", locale: "pt-BR" } as const;
let database: TestDatabase;
let chatwoot: ChatwootStandIn;
let world: World;
let caseId: string;
let talk: Talk;
let desk: Desk;

beforeAll(async () => {
  [database, chatwoot] = await Promise.all([openDatabase(), serveChatwoot()]);
});
afterAll(() => Promise.all([database.close(), chatwoot.close()]));
beforeEach(async () => {
  await database.reset();
  world = await makeWorld(database, { professionals: 1 });
  desk = openDesk(chatwoot);
  world.ctx.desk = desk;
  talk = makeTalk();
  world.ctx.conversation = () => talk.port;
  caseId = await world.addCase({ status: "triage", triagedAt: null });
  talk.hears("Meu marido me bate");
  talk.answers("Sinto muito. Está segura agora?");
});
afterEach(() => {
  chatwoot.fail(null);
  chatwoot.deletes("at_once");
  chatwoot.threads.length = 0;
  chatwoot.contacts.length = 0;
});

const forget = () => forgetCase(world.ctx, { caseId });
const owed = async () =>
  (await database.db.select().from(outbox).orderBy(outbox.key)).filter(({ name }) => name === "desk.forget");
const told = async () =>
  (await database.db.select().from(outbox)).filter(({ body }) => body.kind === "message_dead").length;
const nothingStands = () => {
  expect(chatwoot.threads).toEqual([]);
  expect(chatwoot.contacts).toEqual([]);
};
const drainAfter = async (ms: number) => {
  world.advance(ms);
  await world.drain();
};

test("the conversation and its contact are deleted, once for the case, and looked for ten minutes later", async () => {
  await mirrorCase(world.ctx, { caseId });
  expect(chatwoot.threads[0]?.messages).toHaveLength(2);
  await forget();
  await forget();
  await world.drain();
  nothingStands();
  expect(await database.db.select().from(deskThreads)).toEqual([]);
  expect(await owed()).toMatchObject([
    { key: `desk.forget:${caseId}`, line: `desk:${caseId}`, status: "done" },
    { key: `desk.forget:${caseId}:look`, status: "pending" },
  ]);
  await drainAfter(10 * MINUTE_MS);
  expect((await owed()).map(({ status }) => status)).toEqual(["done", "done"]);
});

test("only of the case that is forgotten", async () => {
  const other = await world.addCase({ status: "triage", triagedAt: null });
  await mirrorCase(world.ctx, { caseId: other });
  await mirrorCase(world.ctx, { caseId });
  await forget();
  await world.drain();
  expect(chatwoot.threads).toMatchObject([{ attributes: { vez_case: other } }]);
  expect(chatwoot.contacts).toMatchObject([{ identifier: `vez:${other}` }]);
});

test("waits while the desk is away", async () => {
  await mirrorCase(world.ctx, { caseId });
  await forget();
  chatwoot.fail("rate_limited");
  await world.drain();
  expect(await owed()).toMatchObject([{ status: "pending", lastError: "vendor_rate_limited" }]);
  chatwoot.fail(null);
  await drainAfter(MINUTE_MS);
  nothingStands();
});

test("is done where the team deleted it before, and where the desk deletes contacts alone", async () => {
  await mirrorCase(world.ctx, { caseId });
  chatwoot.threads.length = 0;
  chatwoot.contacts.length = 0;
  await forget();
  await drainAfter(0);
  await drainAfter(10 * MINUTE_MS);
  expect((await owed()).map(({ status }) => status)).toEqual(["done", "done"]);
  chatwoot.deletes("contacts_alone");
  caseId = await world.addCase({ status: "triage", triagedAt: null });
  await mirrorCase(world.ctx, { caseId });
  await forget();
  await world.drain();
  nothingStands();
});

test("that the token may not delete is parked and told, and deleted when it is sent again", async () => {
  await mirrorCase(world.ctx, { caseId });
  chatwoot.deletes("never");
  await forget();
  await world.drain();
  expect(await owed()).toMatchObject([{ status: "dead", lastError: "vendor_refused" }]);
  expect(await told()).toBe(1);
  chatwoot.deletes("at_once");
  await retryMessage(world.ctx, OLGA, (await owed())[0]?.id ?? "");
  await world.drain();
  nothingStands();
});

test("that was promised and not deleted is found by the look, asked for again, and told in the end", async () => {
  await mirrorCase(world.ctx, { caseId });
  chatwoot.deletes("later");
  await forget();
  await world.drain();
  await drainAfter(10 * MINUTE_MS);
  expect((await owed())[1]).toMatchObject({ status: "pending", lastError: "desk_still_there" });
  for (let tries = 2; tries <= 12; tries++) await drainAfter(61 * MINUTE_MS);
  expect((await owed())[1]).toMatchObject({ status: "dead", lastError: "desk_still_there" });
  expect(await told()).toBe(1);
});

test("a mirroring under way says nothing more, and what it had said goes", async () => {
  const say: Desk["say"] = async (thread, message) => {
    await desk.say(thread, message);
    await forget();
  };
  world.ctx.desk = { ...desk, say };
  await mirrorCase(world.ctx, { caseId });
  expect(chatwoot.threads[0]?.messages).toHaveLength(1);
  await oweMirror(world.ctx, caseId, "late");
  await world.drain();
  nothingStands();
});

test("a thread that is opened while its case is forgotten is found by its contact, and stays empty", async () => {
  const openThread: Desk["openThread"] = async (input) => {
    const thread = await desk.openThread(input);
    await forget();
    return thread;
  };
  world.ctx.desk = { ...desk, openThread };
  await mirrorCase(world.ctx, { caseId });
  expect(chatwoot.threads).toMatchObject([{ messages: [] }]);
  expect(await database.db.select().from(deskThreads)).toEqual([]);
  await world.drain();
  nothingStands();
});

test("stands behind the mirroring of its case that is not done yet", async () => {
  await mirrorCase(world.ctx, { caseId });
  await oweMirror(world.ctx, caseId, "3");
  const [mirroring] = await database.db.select().from(outbox);
  await database.db.update(outbox).set({ claimedUntil: new Date(world.ctx.now().getTime() + MINUTE_MS) });
  await forget();
  const rows = (await owed()).map(({ id, name, traceId }) => ({ id, name, traceId }));
  await consume(world.ctx, batchOf(rows));
  expect(chatwoot.threads).toHaveLength(1);
  expect(mirroring).toMatchObject({ name: "desk.mirror" });
  await drainAfter(2 * MINUTE_MS);
  nothingStands();
});

test("never deletes what another account has under the same number, and tells the team", async () => {
  await mirrorCase(world.ctx, { caseId });
  const theirs = chatwoot.threads[0];
  if (theirs !== undefined) theirs.attributes = { vez_case: "cas_of_another_house" };
  chatwoot.contacts.length = 0;
  await forget();
  await world.drain();
  expect(chatwoot.threads).toEqual([theirs]);
  expect(await owed()).toMatchObject([{ status: "dead", lastError: "desk_thread_not_ours" }]);
});

test("without a desk only what was mirrored before is told, and a case that is remembered is never deleted there", async () => {
  await mirrorCase(world.ctx, { caseId });
  const never = await world.addCase({ status: "triage", triagedAt: null });
  world.ctx.desk = null;
  await forget();
  await forgetCase(world.ctx, { caseId: never });
  await world.drain();
  expect(await owed()).toMatchObject([{ key: `desk.forget:${caseId}`, lastError: "desk_not_configured" }]);
  await database.db.update(cases).set({ status: "triage" });
  world.ctx.desk = desk;
  await retryMessage(world.ctx, OLGA, (await owed())[0]?.id ?? "");
  await world.drain();
  expect(chatwoot.threads).toHaveLength(1);
});

test("the team's words in a thread whose case is forgotten reach nobody", async () => {
  await mirrorCase(world.ctx, { caseId });
  const thread = String(chatwoot.threads[0]?.id);
  await forget();
  const body = { thread, message: "901", text: "Ainda está aí?", agent: null };
  expect(await answerDesk(world.ctx, { externalId: "message:901", type: "message_created", body })).toBe("handled");
  expect(talk.acts).toEqual([]);
});
