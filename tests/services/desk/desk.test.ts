// The help desk: what is said stands there once and in order, whoever works there holds the conversation, and it fails alone.
import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { audit, outbox, users } from "../../../src/db/schema.ts";
import { chatwootWebhook } from "../../../src/providers/chatwoot-webhook.ts";
import { answerDesk } from "../../../src/services/desk/answer-desk.ts";
import { mirrorCase } from "../../../src/services/desk/mirror-case.ts";
import { oweMirror } from "../../../src/services/desk/owe-mirror.ts";
import {
  CHATWOOT_SECRET,
  type ChatwootStandIn,
  chatwootRequest,
  serveChatwoot,
} from "../../support/chatwoot-stand-in.ts";
import { openDatabase, type TestDatabase } from "../../support/database.ts";
import { makeWorld, type World } from "../../support/world.ts";
import { makeTalk, openDesk, type Talk } from "./talk.ts";

const OLGA = { name: "Olga", email: "Olga@vez.test" };
let database: TestDatabase;
let chatwoot: ChatwootStandIn;
let world: World;
let caseId: string;
let talk: Talk;

beforeAll(async () => {
  [database, chatwoot] = await Promise.all([openDatabase(), serveChatwoot()]);
});
afterAll(() => Promise.all([database.close(), chatwoot.close()]));
beforeEach(async () => {
  await database.reset();
  world = await makeWorld(database, { professionals: 1 });
  await database.db.insert(users).values({ id: "usr_olga", name: "Olga", email: "olga@vez.test", role: "operator" });
  world.ctx.desk = openDesk(chatwoot);
  talk = makeTalk();
  world.ctx.conversation = () => talk.port;
  caseId = await world.addCase({ status: "triage" });
});
afterEach(() => {
  chatwoot.fail(null);
  chatwoot.loseAnswers(false);
  chatwoot.threads.length = 0;
});

const mirror = () => mirrorCase(world.ctx, { caseId });
const shown = () => chatwoot.threads[0]?.messages.map(({ message_type, content }) => `${message_type}: ${content}`);

describe("a mirrored conversation", () => {
  test("stands in the desk in order and once, with who holds it, and goes on where it ended", async () => {
    talk.hears("Fui demitida");
    talk.answers("Sinto muito. Quando foi?");
    await mirror();
    await mirror();
    talk.hears("Ontem");
    await mirror();
    expect(shown()).toEqual(["incoming: Fui demitida", "outgoing: Sinto muito. Quando foi?", "incoming: Ontem"]);
    expect(chatwoot.threads).toHaveLength(1);
    expect(chatwoot.threads[0]?.attributes).toMatchObject({ vez_case: caseId, controlled_by: "agent" });
    expect(chatwoot.threads[0]?.labels).toEqual([]);
  });

  test("keeps its case's id, and what the team wrote down there, when somebody else holds it", async () => {
    await mirror();
    const thread = chatwoot.threads[0];
    if (thread !== undefined) thread.attributes = { ...thread.attributes, priority_of_the_team: "high" };
    talk.status = "handed_off";
    await mirror();
    expect(thread?.attributes).toMatchObject({
      vez_case: caseId,
      priority_of_the_team: "high",
      vez_status: "handed_off",
    });
  });

  test("has no message twice however much was said there since, and is not searched without end", async () => {
    talk.hears("Um");
    chatwoot.loseAnswers(true);
    await expect(mirror()).rejects.toMatchObject({ code: "vendor_error" });
    chatwoot.loseAnswers(false);
    const said = chatwoot.threads[0]?.messages ?? [];
    const noted = { content: "Visto.", message_type: "outgoing", private: true, content_attributes: {} };
    said.push(...Array.from({ length: 70 }, (_, at) => ({ id: 10_000 + at, ...noted })));
    await mirror();
    expect(said.filter(({ content }) => content === "Um")).toHaveLength(1);
    // One page tells that what came before it stands there, and that it does not.
    talk.hears("Dois");
    chatwoot.fail("status_500");
    await expect(mirror()).rejects.toMatchObject({ code: "vendor_error" });
    chatwoot.fail(null);
    said.push({ id: 20_000, ...noted, content: "Um", content_attributes: { vez_seq: 1 } });
    chatwoot.takeRequests();
    await mirror();
    expect(
      chatwoot.takeRequests().filter(({ path, body }) => path.includes("/messages") && body === null),
    ).toHaveLength(1);
    expect(shown()?.at(-1)).toBe("incoming: Dois");
  });

  test("carries the label while a person is called or holds it, and other labels stay", async () => {
    await mirror();
    const thread = chatwoot.threads[0];
    thread?.labels.push("urgente");
    talk.status = "handed_off";
    await mirror();
    expect(thread?.labels).toEqual(["urgente", "humano"]);
    talk.status = "interviewing";
    await mirror();
    expect(thread?.labels).toEqual(["urgente"]);
  });

  test("has no message twice where an answer was lost, and none missing where the desk was away", async () => {
    talk.hears("Um");
    talk.hears("Dois");
    chatwoot.loseAnswers(true);
    await expect(mirror()).rejects.toMatchObject({ code: "vendor_error" });
    chatwoot.loseAnswers(false);
    chatwoot.fail("hangs");
    await expect(mirror()).rejects.toMatchObject({ code: "vendor_timeout" });
    chatwoot.fail(null);
    await mirror();
    expect(shown()).toEqual(["incoming: Um", "incoming: Dois"]);
  });

  test("is owed once for an occasion, in the line of its case, and nowhere without a desk", async () => {
    await oweMirror(world.ctx, caseId, "4");
    await oweMirror(world.ctx, caseId, "4");
    world.ctx.desk = null;
    await oweMirror(world.ctx, caseId, "5");
    expect(await database.db.select().from(outbox)).toMatchObject([{ name: "desk.mirror", line: `desk:${caseId}` }]);
  });
});

describe("the team in the desk", () => {
  const read = (event: Record<string, unknown>) => {
    const request = chatwootRequest(event, world.ctx.now());
    const bytes = new TextEncoder().encode(request.body);
    const headers = new Headers(request.headers);
    return chatwootWebhook(CHATWOOT_SECRET).read({ bytes, headers, now: world.ctx.now() });
  };
  const does = async (event: Record<string, unknown>) => {
    const events = await read(event);
    for (const { id, type, body } of events) {
      expect(await answerDesk(world.ctx, { externalId: id, type, body })).toBe("handled");
    }
    return events.map(({ id }) => id);
  };
  const updated = (changes: Record<string, unknown>) => ({
    event: "conversation_updated",
    id: chatwoot.threads[0]?.id,
    status: "open",
    labels: [],
    updated_at: 1763640000.5,
    ...changes,
  });
  const wrote = (content: string, id = 900) => ({
    event: "message_created",
    id,
    content,
    message_type: "outgoing",
    private: false,
    sender: { type: "user", ...OLGA },
    conversation: { id: chatwoot.threads[0]?.id },
  });

  beforeEach(mirror);

  test("takes a conversation over by assigning it or by the label, once", async () => {
    const assigned = updated({ meta: { assignee: OLGA }, changed_attributes: [{ assignee_id: { current_value: 3 } }] });
    await does(assigned);
    await does(assigned);
    expect(talk.acts).toEqual(["taken by Olga"]);
    expect(await database.db.select().from(audit).where(eq(audit.subject, caseId))).toMatchObject([
      { actor: "usr_olga", action: "conversation.taken" },
    ]);
    talk.controlledBy = "agent";
    await does(updated({ labels: ["humano"], changed_attributes: [{ label_list: {} }], updated_at: 2 }));
    expect(talk.acts).toEqual(["taken by Olga", "taken by Vez"]);
  });

  test("is not taken to have done what Vez itself did, or what was done long ago", async () => {
    talk.status = "handed_off";
    await does(updated({ labels: ["humano"], changed_attributes: [{ label_list: {} }] }));
    await does(updated({ meta: { assignee: OLGA }, changed_attributes: [{ custom_attributes: {} }] }));
    expect(await does({ ...wrote("x"), content_attributes: { vez_seq: 3 } })).toEqual([]);
    expect(await does({ ...wrote("x"), private: true })).toEqual([]);
    expect(await does({ ...wrote("x"), message_type: "incoming" })).toEqual([]);
    expect(talk.acts).toEqual([]);
  });

  test("writes to the client, who takes it over by that, and what was written is not mirrored back", async () => {
    await does(wrote("Oi, sou a Olga."));
    await does(wrote("Oi, sou a Olga."));
    expect(talk.acts).toEqual(["taken by Olga", "Olga: Oi, sou a Olga."]);
    await mirror();
    expect(shown()).toEqual([]);
  });

  test("is a person: what a rule, a bot or a campaign writes takes nothing over, and the client never reads it", async () => {
    const rule = { content_attributes: { automation_rule_id: 4 } };
    const campaign = { additional_attributes: { campaign_id: 2 } };
    const automatic: Record<string, unknown>[] = [
      { sender: null },
      { sender: { ...OLGA } },
      { sender: { type: "agent_bot", name: "Robô" } },
      { sender: { type: "captain_assistant", name: "Captain" } },
      { sender: { type: "user", ...OLGA }, ...rule },
      { sender: { type: "user", ...OLGA }, ...campaign },
    ];
    for (const [at, how] of automatic.entries()) {
      expect(await does({ ...wrote("Fora do horário.", 910 + at), ...how })).toEqual([`message:${910 + at}`]);
    }
    expect(talk.acts).toEqual([]);
    expect(await read({ ...wrote("Fora do horário."), sender: null })).toMatchObject([{ body: {} }]);
  });

  test("gives it back by resolving, and may do so again without harm", async () => {
    talk.controlledBy = "human";
    talk.status = "handed_off";
    await does({ ...updated({ status: "resolved" }), event: "conversation_status_changed" });
    await does({ ...updated({ status: "resolved", updated_at: 9 }), event: "conversation_status_changed" });
    expect(talk.acts).toEqual(["given back"]);
  });

  test("is told by a note what could not be done, and nothing is tried for ever", async () => {
    await does(wrote(" "));
    talk.stopped = true;
    await does(wrote("Ainda está aí?", 901));
    expect(chatwoot.threads[0]?.messages.map((one) => [one.private, one.content])).toEqual([
      [true, expect.stringContaining("Só texto chega")],
      [true, expect.stringContaining("parasse de escrever")],
    ]);
  });

  test("is whoever signed it, within five minutes", async () => {
    const refused = { code: "webhook_refused" };
    const read = (request: { body: string; headers: Record<string, string> }, now = world.ctx.now()) =>
      chatwootWebhook(CHATWOOT_SECRET).read({
        bytes: new TextEncoder().encode(request.body),
        headers: new Headers(request.headers),
        now,
      });
    const request = chatwootRequest(wrote("Oi"), world.ctx.now());
    expect(await read(request)).toHaveLength(1);
    await expect(read({ ...request, body: request.body.replace("Oi", "Ai") })).rejects.toMatchObject(refused);
    await expect(read(chatwootRequest(wrote("Oi"), world.ctx.now(), "wrong"))).rejects.toMatchObject(refused);
    await expect(read(request, new Date(world.ctx.now().getTime() + 301_000))).rejects.toMatchObject(refused);
  });
});
