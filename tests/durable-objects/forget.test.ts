// The end of a conversation that never became a case: when it comes, that it comes wholly, and that no kill stops it half-way.
import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { Conversation } from "../../durable-objects/conversation.ts";
import type { EffectKind } from "../../durable-objects/conversation-effect-queue.ts";
import type { Paid } from "../../durable-objects/conversation-effects.ts";
import { forgetAt } from "../../durable-objects/conversation-life.ts";
import type { Standing } from "../../durable-objects/conversation-state.ts";
import type { RpcResult } from "../../src/domain/ports.ts";
import { freshConversation, listen, numbered, opening, type Stub } from "./live-stream.ts";

const DAY_MS = 86_400_000;
const STORY = "My boss fired me two months ago in Sao Paulo and did not pay my last salary nor the severance.";

afterEach(() => {
  vi.useRealTimers();
});

const later = (days: number) => vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + days * DAY_MS });
const payWith = (stub: Stub, pay: (kind: EffectKind) => Promise<Paid>) =>
  runInDurableObject(stub, (object: Conversation) => {
    object.pay = ({ kind }) => pay(kind);
  });
const tables = (stub: Stub) =>
  runInDurableObject(stub, (_, state) =>
    state.storage.sql
      .exec<{ name: string }>(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_cf%' ESCAPE '\\'",
      )
      .toArray()
      .map((row) => row.name),
  );
const rows = (stub: Stub, table: string) =>
  runInDurableObject(
    stub,
    (_, state) => state.storage.sql.exec<{ n: number }>(`SELECT count(*) AS n FROM ${table}`).one().n,
  );
const alarmAt = (stub: Stub) => runInDurableObject(stub, (_, state) => state.storage.getAlarm());
const makeDue = (stub: Stub) =>
  runInDurableObject(stub, (_, state) => void state.storage.sql.exec("UPDATE effects SET due_at = 0"));

function value<T>(result: RpcResult<T>): T {
  if (!result.ok) throw new Error(`${result.code}: ${result.detail}`);
  return result.value;
}

/** A conversation with a story in it, whose case answers `answerOfCase` when it is to be forgotten. */
async function told(answerOfCase: () => Promise<Paid> = async () => "forgotten") {
  const { stub, id } = freshConversation();
  const asked: EffectKind[] = [];
  const pay = async (kind: EffectKind): Promise<Paid> => {
    asked.push(kind);
    return kind === "forget" ? answerOfCase() : "done";
  };
  await payWith(stub, pay);
  value(await stub.open(opening(id)));
  value(await stub.say({ text: STORY, clientMessageId: "story" }));
  await vi.waitFor(async () => expect(await rows(stub, "effects")).toBe(0), 10_000);
  return { stub, id, asked, pay, forgets: () => asked.filter((kind) => kind === "forget").length };
}

/** The reminder of the first half hour, so that the next alarm is the last one. */
async function remind(stub: Stub) {
  later(1);
  await runDurableObjectAlarm(stub);
}

describe("a conversation that never became a case", () => {
  test("is forgotten ninety days after the last word: the case first, then everything that was kept", async () => {
    const { stub, id, forgets } = await told();
    await remind(stub);
    later(88.9);
    expect(await alarmAt(stub)).toBeGreaterThan(Date.now());
    await runDurableObjectAlarm(stub);
    expect(forgets()).toBe(0);
    later(0.2);
    await runDurableObjectAlarm(stub);
    expect(forgets()).toBe(1);
    expect(await tables(stub)).toEqual([]);
    expect(await alarmAt(stub)).toBeNull();
    expect(await stub.snapshot({})).toMatchObject({ ok: false, code: "not_open" });
    // What is opened under the same name is new.
    value(await stub.open(opening(id)));
    expect(value(await stub.snapshot({})).lastSeq).toBe(3);
  });

  test("says goodbye to a page that is still open, and closes its stream", async () => {
    const { stub } = await told();
    const { lastSeq } = value(await stub.snapshot({}));
    const stream = await listen(stub, { after: lastSeq });
    later(91);
    await runDurableObjectAlarm(stub);
    const [last] = await stream.take(1);
    expect(last).toMatchObject({ id: null, event: "problem", data: { code: "conversation_forgotten" } });
    expect(last?.data.detail).toMatch(/long time/);
    expect(await stream.ended()).toBe("closed");
  });

  test("starts its time anew with every word", async () => {
    const { stub, forgets } = await told();
    later(60);
    value(await stub.say({ text: "I am back", clientMessageId: "back" }));
    later(60);
    await runDurableObjectAlarm(stub);
    expect(forgets()).toBe(0);
    expect(value(await stub.snapshot({})).events.length).toBeGreaterThan(3);
  });

  test("is forgotten as well when the person asked to stop, and when nothing was ever said", async () => {
    const stopped = await told();
    value(await stopped.stub.say({ text: "stop", clientMessageId: "stop" }));
    const silent = freshConversation();
    await payWith(silent.stub, async () => "forgotten");
    value(await silent.stub.open(opening(silent.id)));
    later(91);
    for (const stub of [stopped.stub, silent.stub]) {
      await runDurableObjectAlarm(stub);
      expect(await tables(stub)).toEqual([]);
    }
  });
});

describe("what is or may become a case", () => {
  test("is never asked to be forgotten: triaged, called for a person, or held by one", async () => {
    const triaged = await told();
    for (let i = 0; i < 12; i++) value(await triaged.stub.say({ text: "yes", clientMessageId: `yes${i}` }));
    expect(value(await triaged.stub.snapshot({})).status).toBe("completed");
    const called = await told();
    value(await called.stub.say({ text: "I want to talk to a person", clientMessageId: "p" }));
    const held = await told();
    value(await held.stub.takeOver({ operatorName: "Ana", key: "t" }));
    later(400);
    for (const { stub, forgets } of [triaged, called, held]) {
      await runDurableObjectAlarm(stub);
      expect(forgets()).toBe(0);
      expect(value(await stub.snapshot({})).events.length).toBeGreaterThan(3);
    }
  });

  test("by its row is kept, and looked at again when as much time has passed", async () => {
    const { stub, forgets } = await told(async () => "done");
    later(91);
    await runDurableObjectAlarm(stub);
    expect(forgets()).toBe(1);
    expect(value(await stub.snapshot({})).events.length).toBeGreaterThan(3);
    expect((await alarmAt(stub)) ?? 0).toBeGreaterThan(Date.now() + 89 * DAY_MS);
  });

  test("has no end by the rule, whatever the clock says", () => {
    const standing: Standing = {
      status: "interviewing",
      controlledBy: "agent",
      operatorName: null,
      understanding: {} as Standing["understanding"],
      safety: null,
      question: { id: null, options: [] },
      triaged: false,
      heardAt: 1_000,
      reminded: true,
    };
    expect(forgetAt(standing, 500)).toBe(1_500);
    expect(forgetAt({ ...standing, keptAt: 1_200 }, 500)).toBe(1_700);
    expect(forgetAt({ ...standing, status: "completed" }, 500)).toBe(1_500);
    for (const change of [{ triaged: true }, { controlledBy: "human" }, { status: "handed_off" }] as const) {
      expect(forgetAt({ ...standing, ...change }, 500)).toBeNull();
    }
    expect(forgetAt(null, 500)).toBeNull();
  });
});

describe("a kill or a failure", () => {
  test("before the case is told leaves everything, and the next alarm goes on", async () => {
    const { stub, pay } = await told();
    later(91);
    await runInDurableObject(stub, (_, state) => {
      state.storage.sql.exec("INSERT INTO effects (kind, seq, due_at) VALUES ('forget', 1, 0)");
    });
    await evictDurableObject(stub);
    await payWith(stub, pay);
    await runDurableObjectAlarm(stub);
    expect(await tables(stub)).toEqual([]);
  });

  test("of the database leaves everything; it is tried again, not without end, and what was owed before comes first", async () => {
    let away = true;
    const { stub, asked, forgets } = await told(async () => {
      if (away) throw new Error("Postgres is away");
      return "forgotten";
    });
    later(91);
    await runDurableObjectAlarm(stub);
    expect(forgets()).toBe(1);
    expect(await rows(stub, "log")).toBeGreaterThan(3);
    expect((await alarmAt(stub)) ?? 0).toBeGreaterThan(Date.now());
    away = false;
    await makeDue(stub);
    await runDurableObjectAlarm(stub);
    expect(await tables(stub)).toEqual([]);
    expect(asked.at(-1)).toBe("forget");
  });

  test("after the case was told and before its answer came is repeated, and then everything goes", async () => {
    let lost = true;
    const { stub, forgets } = await told(async () => {
      if (lost) throw new Error("the answer was lost on its way");
      return "forgotten";
    });
    later(91);
    await runDurableObjectAlarm(stub);
    lost = false;
    await makeDue(stub);
    await evictDurableObject(stub);
    await payWith(stub, async () => "forgotten");
    await runDurableObjectAlarm(stub);
    expect(forgets()).toBe(1);
    expect(await tables(stub)).toEqual([]);
  });

  test("between the case's answer and the deletion finds the effect again", async () => {
    const { stub, forgets, pay } = await told();
    await runInDurableObject(stub, (_, state) => {
      state.storage.deleteAll = () => Promise.reject(new Error("killed"));
    });
    later(91);
    await runDurableObjectAlarm(stub);
    expect(forgets()).toBe(1);
    expect(await rows(stub, "effects")).toBe(1);
    await evictDurableObject(stub);
    await payWith(stub, pay);
    await makeDue(stub);
    await runDurableObjectAlarm(stub);
    expect(forgets()).toBe(2);
    expect(await tables(stub)).toEqual([]);
  });

  test("while something else is owed waits for it", async () => {
    const { stub, id } = freshConversation();
    const asked: EffectKind[] = [];
    await payWith(stub, async (kind) => {
      asked.push(kind);
      throw new Error("Postgres is away");
    });
    value(await stub.open(opening(id)));
    value(await stub.say({ text: STORY, clientMessageId: "story" }));
    await vi.waitFor(() => expect(asked).toHaveLength(1), 10_000);
    later(91);
    await makeDue(stub);
    await runDurableObjectAlarm(stub);
    expect(asked).toEqual(["record", "record"]);
    expect((await alarmAt(stub)) ?? 0).toBeGreaterThan(Date.now());
  });
});

describe("a word", () => {
  test("that comes before the case could be told keeps the conversation", async () => {
    const { stub } = await told(async () => {
      throw new Error("Postgres is away");
    });
    later(91);
    await runDurableObjectAlarm(stub);
    expect(await rows(stub, "effects")).toBe(1);
    value(await stub.say({ text: "I am still here", clientMessageId: "late" }));
    await payWith(stub, async (kind) => (kind === "forget" ? "forgotten" : "done"));
    await makeDue(stub);
    await runDurableObjectAlarm(stub);
    expect(value(await stub.snapshot({})).events.length).toBeGreaterThan(3);
  });

  test("that comes while the case is being told is refused kindly, and leaves nothing behind", async () => {
    const { stub } = await told();
    const answers: RpcResult<unknown>[] = [];
    await runInDurableObject(stub, (object: Conversation) => {
      object.pay = async () => {
        answers.push(await object.say({ text: "hello", clientMessageId: "late" }));
        return "forgotten";
      };
    });
    later(91);
    await runDurableObjectAlarm(stub);
    expect(answers).toMatchObject([{ ok: false, code: "conversation_forgotten", status: 410 }]);
    expect(await tables(stub)).toEqual([]);
  });
});

test("an inbox lets go of what is older than ninety days, and its numbers go on", async () => {
  const { stub } = freshConversation();
  value(await stub.publish(numbered(1, 3)));
  later(91);
  expect(value(await stub.publish(numbered(4, 4)))).toEqual({ lastSeq: 4 });
  await evictDurableObject(stub);
  expect(value(await stub.publish(numbered(5, 5)))).toEqual({ lastSeq: 5 });
  const stream = await listen(stub);
  expect((await stream.take(3)).map(({ id, event }) => [id, event])).toEqual([
    [3, "gap"],
    [4, "offer_update"],
    [5, "offer_update"],
  ]);
  await stream.leave();
});
