// One conversation from its first word to its later life: turns, repeats, hand-over, and what survives.
import { evictDurableObject, runInDurableObject } from "cloudflare:test";
import { beforeEach, describe, expect, test } from "vitest";
import type { Conversation } from "../../durable-objects/conversation.ts";
import type { MessageData } from "../../src/domain/conversation-events.ts";
import type { LoggedEvent } from "../../src/domain/events.ts";
import type { RpcResult } from "../../src/domain/ports.ts";
import { freshConversation, listen, opening, type Stub } from "./live-stream.ts";

let stub: Stub;
let id: string;

beforeEach(async () => {
  ({ stub, id } = freshConversation());
  // What the turn owes to Postgres has its own tests.
  await runInDurableObject(stub, (object: Conversation) => {
    object.pay = async () => "done";
  });
});

const STORY =
  "My boss fired me two months ago in Sao Paulo and did not pay my last salary nor the severance. I worked there for three years.";

function value<T>(result: RpcResult<T>): T {
  if (!result.ok) throw new Error(`${result.code}: ${result.detail}`);
  return result.value;
}

const open = async () => value(await stub.open(opening(id)));
const say = async (text: string, clientMessageId: string = crypto.randomUUID()) =>
  value(await stub.say({ text, clientMessageId }));
const snapshot = async () => value(await stub.snapshot({}));
const log = async () => (await snapshot()).events;
const types = (events: LoggedEvent[]) => events.map((event) => event.type);
const words = (events: LoggedEvent[]) =>
  events.filter((event) => event.type === "message").map((event) => event.data as unknown as MessageData);

/** Answers until the interview is over. */
async function complete() {
  await open();
  let answer = await say(STORY);
  for (let i = 0; i < 12 && answer.status === "interviewing"; i++) answer = await say("yes");
  expect(answer.status).toBe("completed");
  return answer;
}

describe("opening", () => {
  test("greets, says what is understood and asks the first question", async () => {
    const answer = await open();
    expect(answer.message).toMatch(/automated/i);
    expect(answer.status).toBe("interviewing");
    const { events, question } = await snapshot();
    expect(types(events)).toEqual(["triage_started", "triage_update", "message"]);
    expect(words(events)[0]).toMatchObject({ from: "agent", text: answer.message, question: question.id });
  });

  test("twice is once, with the same answer, even at the same moment", async () => {
    const answers = await Promise.all([open(), open(), open()]);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await log()).toHaveLength(3);
  });

  test("for another case is refused", async () => {
    await open();
    expect(await stub.open({ ...opening(id), caseId: "cas_other" })).toMatchObject({ ok: false, code: "other_case" });
  });

  test("is needed before anything is said, and an inbox that was never opened still carries news", async () => {
    expect(await stub.say({ text: "hello", clientMessageId: "a" })).toMatchObject({ ok: false, code: "not_open" });
    expect(await stub.snapshot({})).toMatchObject({ ok: false, code: "not_open", status: 404 });
    value(await stub.publish([{ type: "offer_update", data: { offer_id: "off_1" }, key: "k" }]));
    const stream = await listen(stub);
    expect(await stream.take(1)).toMatchObject([{ id: 1, event: "offer_update", data: { offer_id: "off_1" } }]);
    await stream.leave();
  });
});

describe("a turn", () => {
  test("logs the person's words, what is understood, then the reply", async () => {
    await open();
    const answer = await say(STORY, "first");
    const events = (await log()).slice(3);
    expect(types(events)).toEqual(expect.arrayContaining(["message", "triage_update", "message"]));
    expect(events[0]).toMatchObject({
      type: "message",
      data: { from: "client", text: STORY, client_message_id: "first" },
    });
    expect(events.at(-1)).toMatchObject({
      type: "message",
      data: { from: "agent", text: answer.message, message_id: answer.messageId, turn_id: answer.turnId },
    });
    expect(events.at(-1)?.seq).toBe(answer.seq);
    expect((await snapshot()).understanding.area).toBe("trabalho");
  });

  test("shows readers that the agent is writing before it answers, without a number", async () => {
    await open();
    const stream = await listen(stub, { after: 3 });
    await say(STORY);
    const [typing, first] = await stream.take(2);
    expect(typing).toEqual({ id: null, event: "typing", data: { who: "agent" } });
    expect(first).toMatchObject({ id: 4, event: "message", data: { from: "client" } });
    await stream.leave();
  });

  test("with the same client_message_id is one message and the same answer, also twenty at once", async () => {
    await open();
    const answers = await Promise.all(Array.from({ length: 20 }, () => say(STORY, "same")));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(words(await log()).filter((message) => message.from === "client")).toHaveLength(1);
    expect(await say("something else", "same")).toEqual(answers[0]);
  });

  test("is remembered by an evicted object, with the place in the interview", async () => {
    await open();
    const before = await say(STORY, "kept");
    const seen = await snapshot();
    await evictDurableObject(stub);
    expect(await snapshot()).toEqual(seen);
    expect(await say(STORY, "kept")).toEqual(before);
    const next = await say("yes");
    expect(next.seq).toBeGreaterThan(before.seq);
  });

  test("puts the safety box before the reply when there is danger", async () => {
    await open();
    await say("My husband hit me today and says he will kill me. I am afraid.");
    const events = (await log()).slice(3);
    const update = events.find((event) => event.type === "triage_update");
    expect(update?.data.safety).toMatchObject({ lines: expect.any(Array) });
    expect(types(events).indexOf("triage_update")).toBeLessThan(types(events).lastIndexOf("message"));
    expect((await snapshot()).safety).toEqual(update?.data.safety);
  });

  test("that is empty, too long or without an id is refused and leaves no trace", async () => {
    await open();
    for (const text of ["", "   \n", "x".repeat(8_001)]) {
      expect(await stub.say({ text, clientMessageId: "bad" })).toMatchObject({
        ok: false,
        code: "invalid_input",
        status: 422,
      });
    }
    expect(await stub.say({ text: "hello", clientMessageId: "" })).toMatchObject({ ok: false, code: "invalid_input" });
    expect(await log()).toHaveLength(3);
  });

  test.each([
    ["emoji", "😀😱👩‍⚖️"],
    ["right to left", "طردني صاحب العمل"],
    ["HTML", "<script>alert(1)</script>"],
    ["SQL", "'); DROP TABLE log; --"],
    ["null bytes", "a\u0000b"],
    ["half a character", "a\ud83d b"],
    ["an event of its own", "x\n\nevent: handoff\ndata: {}\n\n"],
  ])("keeps %s as it was written", async (_, text) => {
    await open();
    await say(text, "odd");
    expect(words(await log())[1]?.text).toBe(text);
    const stream = await listen(stub, { after: 3 });
    const [frame] = await stream.take(1);
    expect(frame).toMatchObject({ id: 4, event: "message", data: { text } });
    await stream.leave();
  });
});

describe("a completed conversation", () => {
  test("says so once and goes on answering kindly", async () => {
    await complete();
    expect(types(await log()).filter((type) => type === "triage_completed")).toHaveLength(1);
    const later = await say("What happens now, please tell me about my documents");
    expect(later).toMatchObject({ status: "completed" });
    expect(later.message).toMatch(/looking for someone/i);
    expect(types(await log()).filter((type) => type === "triage_completed")).toHaveLength(1);
  });

  test("that found no legal problem can be corrected, and then ends anew", async () => {
    await open();
    await say(STORY);
    let corrected = value(await stub.correct({ correction: { area: "nenhuma" }, key: "none" }));
    for (let i = 0; i < 12 && corrected.status === "interviewing"; i++) {
      await say("no");
      corrected = await snapshot();
    }
    expect(corrected).toMatchObject({ status: "completed", understanding: { area: "nenhuma" } });
    expect((await say("And I have one more thing to tell you about it")).message).toMatch(/not seem to be a legal/);
    corrected = value(await stub.correct({ correction: { area: "trabalho" }, key: "work" }));
    for (let i = 0; i < 12 && corrected.status === "interviewing"; i++) {
      await say("yes");
      corrected = await snapshot();
    }
    const ends = (await log()).filter((event) => event.type === "triage_completed");
    expect(ends.map((event) => event.data.area)).toEqual(["nenhuma", "trabalho"]);
  });

  test("tells what happens now from what was published", async () => {
    await complete();
    const said = [];
    for (const [type, status] of [
      ["offer_update", "pending"],
      ["offer_update", "accepted"],
      ["contract_update", "sent"],
      ["contract_update", "signed"],
    ] as const) {
      value(await stub.publish([{ type, data: { status }, key: `${type}:${status}` }]));
      said.push((await say("Here is one more detail about the last salary")).message);
    }
    expect(new Set(said).size).toBe(4);
    expect(said[3]).toMatch(/signed/);
  });
});

describe("what is published", () => {
  test("with a key that is in the log is passed over", async () => {
    const event = { type: "offer_update", data: { n: 1 }, key: "once" } as const;
    const first = value(await stub.publish([event, event]));
    const again = await Promise.all(Array.from({ length: 10 }, () => stub.publish([event])));
    expect(first).toEqual({ lastSeq: 1 });
    expect(again.map(value)).toEqual(Array.from({ length: 10 }, () => ({ lastSeq: 1 })));
  });

  test("and could not be kept is told to the publisher, leaves no hole, and can be published again", async () => {
    const event = { type: "offer_update", data: { n: 1 }, key: "once" } as const;
    value(await stub.publish([{ ...event, key: "before" }]));
    const exec = (sql: string) =>
      runInDurableObject(stub, (_: Conversation, state) => void state.storage.sql.exec(sql));
    await exec("CREATE TRIGGER full BEFORE INSERT ON log WHEN NEW.key = 'once' BEGIN SELECT RAISE(ABORT, 'full'); END");
    expect(await stub.publish([{ ...event, key: "with" }, event])).toMatchObject({ code: "not_kept", retryable: true });
    await exec("DROP TRIGGER full");
    expect(value(await stub.publish([{ ...event, key: "with" }, event]))).toEqual({ lastSeq: 3 });
  });

  test("that is not an event is refused, and nothing of its batch is kept", async () => {
    const good = { type: "offer_update", data: {}, key: "good" } as const;
    const huge = { type: "offer_update", data: { text: "x".repeat(70_000) }, key: "huge" } as const;
    const odd = { type: "gap", data: {}, key: "odd" } as unknown as typeof good;
    expect(await stub.publish([good, huge])).toMatchObject({ ok: false, code: "invalid_input" });
    expect(await stub.publish([good, odd])).toMatchObject({ ok: false, code: "invalid_input" });
    expect(await stub.publish([])).toMatchObject({ ok: false, code: "invalid_input" });
    expect(value(await stub.publish([good]))).toEqual({ lastSeq: 1 });
  });
});

describe("a human", () => {
  const takeOver = (key = "t1") => stub.takeOver({ operatorName: "Ana", key });
  const write = (text: string, clientMessageId: string = crypto.randomUUID()) =>
    stub.sayAsHuman({ text, operatorName: "Ana", clientMessageId });

  test("who has not taken the conversation over may not write in it", async () => {
    await open();
    expect(await write("hello")).toMatchObject({ ok: false, code: "not_in_control", status: 409 });
    expect(await stub.giveBack({ key: "g" })).toMatchObject({ ok: false, code: "not_in_control" });
  });

  test("takes over: the agent is silent, both are logged, and nobody sees it typing", async () => {
    await open();
    value(await takeOver());
    value(await takeOver());
    const stream = await listen(stub, { after: 4 });
    const answer = await say(STORY);
    expect(answer).toMatchObject({ message: "", status: "handed_off" });
    value(await write("I am Ana. I read what you wrote.", "h1"));
    value(await write("I am Ana. I read what you wrote.", "h1"));
    const events = await log();
    expect(events.filter((event) => event.type === "handoff").map((event) => event.data)).toEqual([
      { state: "taken", reason: null, operator_name: "Ana" },
    ]);
    expect(words(events).map((message) => message.from)).toEqual(["agent", "client", "human"]);
    const frames = await stream.until((frame) => frame.data.from === "human");
    expect(frames.map((frame) => frame.event)).not.toContain("typing");
    expect(await snapshot()).toMatchObject({ status: "handed_off", controlledBy: "human" });
    await stream.leave();
  });

  test("gives back, and the agent goes on where it was", async () => {
    await open();
    value(await takeOver());
    await say(STORY);
    const back = value(await stub.giveBack({ key: "g1" }));
    expect(back.status).toBe("interviewing");
    expect(back.message).not.toBe("");
    expect(value(await stub.giveBack({ key: "g1" }))).toEqual(back);
    expect(await snapshot()).toMatchObject({ controlledBy: "agent" });
    expect((await snapshot()).understanding.area).toBe("trabalho");
    expect((await say("yes")).message).not.toBe("");
  });

  test("gives back with what was agreed: the agent says it and keeps it, also after the triage", async () => {
    await open();
    value(await takeOver());
    await say(STORY);
    const back = value(await stub.giveBack({ note: "A cousin brings the payslips on Monday", key: "g1" }));
    expect(back.message).toContain("agreed with the team: A cousin brings the payslips on Monday.");
    expect((await snapshot()).understanding.summary).toContain("Agreed with the team: A cousin brings the payslips");
  });

  test("gives a completed conversation back with what was agreed", async () => {
    await complete();
    value(await takeOver());
    const back = value(await stub.giveBack({ note: "The client calls INSS first.", key: "g1" }));
    expect(back).toMatchObject({ status: "completed" });
    expect(back.message).toMatch(/agreed with the team: The client calls INSS first\. .*kept here/);
    expect((await snapshot()).understanding.summary).toContain("Agreed with the team: The client calls INSS first.");
  });

  test("keeps another human out until he gives back", async () => {
    await open();
    value(await takeOver());
    expect(await stub.takeOver({ operatorName: "Rui", key: "t2" })).toMatchObject({ ok: false, code: "already_taken" });
  });

  test("may hold a completed conversation, and the triage does not start again", async () => {
    await complete();
    value(await takeOver());
    expect(await say("Are you there?")).toMatchObject({ message: "", status: "handed_off" });
    const back = value(await stub.giveBack({ key: "g1" }));
    expect(back.status).toBe("completed");
    expect((await say("And one more detail of the story, please")).status).toBe("completed");
    expect(types(await log()).filter((type) => type === "triage_completed")).toHaveLength(1);
  });

  test("is called by the person, once", async () => {
    await open();
    const answer = await say("I want to talk to a person");
    expect(answer.status).toBe("handed_off");
    await say("hello?");
    const calls = (await log()).filter((event) => event.type === "handoff");
    expect(calls.map((event) => event.data)).toEqual([
      { state: "called", reason: "asked_for_person", operator_name: null },
    ]);
  });

  test("does not write to someone who asked to stop", async () => {
    await open();
    expect((await say("stop")).status).toBe("stopped");
    expect(await takeOver()).toMatchObject({ ok: false, code: "person_stopped" });
  });
});

describe("stop", () => {
  const accepted = { type: "offer_update", data: { status: "accepted" }, key: "accepted" } as const;
  const signed = { type: "contract_update", data: { status: "signed" }, key: "signed" } as const;

  test("after the triage says what it ends, and what stands all the same", async () => {
    await complete();
    expect(await say("stop")).toMatchObject({ status: "stopped", message: expect.stringContaining("end the search") });
    expect((await say("back")).status).toBe("completed");
    value(await stub.publish([accepted]));
    expect((await say("stop")).message).toContain("only what you sign counts");
    await say("back");
    value(await stub.publish([signed]));
    expect((await say("stop")).message).toContain("still stands");
  });

  test("is not a good-bye after the triage", async () => {
    await complete();
    expect((await say("bye")).status).toBe("completed");
  });

  test("ends the word of a person who holds the conversation", async () => {
    await complete();
    value(await stub.takeOver({ operatorName: "Ana", key: "t1" }));
    expect((await say("thank you")).status).toBe("handed_off");
    expect((await say("stop")).status).toBe("stopped");
    expect(await snapshot()).toMatchObject({ controlledBy: "agent", status: "stopped" });
    const late = await stub.sayAsHuman({ text: "Wait", operatorName: "Op", clientMessageId: "late" });
    expect(late).toMatchObject({ ok: false, code: "not_in_control" });
  });
});

describe("a correction", () => {
  test("wins, is shown to readers, and the same key corrects once", async () => {
    await open();
    await say(STORY);
    const { lastSeq } = await snapshot();
    const once = value(await stub.correct({ correction: { area: "consumidor" }, key: "c1" }));
    expect(once.understanding).toMatchObject({ area: "consumidor", corrected: expect.arrayContaining(["area"]) });
    const twice = value(await stub.correct({ correction: { area: "consumidor" }, key: "c1" }));
    expect(twice.lastSeq).toBe(once.lastSeq);
    expect(once.lastSeq).toBeGreaterThan(lastSeq);
  });

  test("with something unknown is refused and changes nothing", async () => {
    await open();
    const { lastSeq } = await snapshot();
    const correction = { area: "astrologia" } as unknown as { area: "civil" };
    expect(await stub.correct({ correction, key: "c" })).toMatchObject({ ok: false, code: "invalid_input" });
    expect(await stub.correct({ correction: { uf: "ZZ" }, key: "c" })).toMatchObject({ ok: false });
    expect((await snapshot()).lastSeq).toBe(lastSeq);
  });
});
