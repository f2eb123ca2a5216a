// A turn that takes time: what may come between its words and its answer, with models that do as a test tells them.
import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, expect, test, vi } from "vitest";
import type { Conversation } from "../../durable-objects/conversation.ts";
import { ConversationAnswers } from "../../durable-objects/conversation-answers.ts";
import { EffectQueue } from "../../durable-objects/conversation-effect-queue.ts";
import { ConversationLog } from "../../durable-objects/conversation-log.ts";
import { ConversationPending } from "../../durable-objects/conversation-pending.ts";
import { TurnRunner } from "../../durable-objects/conversation-runner.ts";
import { ConversationState } from "../../durable-objects/conversation-state.ts";
import { makeLog } from "../../src/base/log.ts";
import type { MessageData } from "../../src/domain/conversation-events.ts";
import type { RpcResult } from "../../src/domain/ports.ts";
import type { AnalyseInput, ReplyInput, TurnModels, Vote } from "../../src/domain/triage/strategies/types.ts";
import type { Analysis } from "../../src/domain/triage/types.ts";
import { deltaOf } from "../../src/domain/words/reply-delta.ts";
import { freshConversation, listen, opening, type Stub } from "./live-stream.ts";

const STORY = "My boss fired me two months ago in Sao Paulo and did not pay my last salary.";

/** Models that wait where they are told to; the gates are looked at, not awaited, since they are opened from another request. */
function models() {
  const self = {
    read: [] as AnalyseInput[],
    worded: [] as ReplyInput[],
    /** What the reply is made of; `null` waits until `goesOn`. */
    pieces: ["I am sorry to hear that."] as (string | null)[],
    goesOn: false,
    reads: true,
    analysis: null as Analysis | null,
    breaks: false,
  };
  const ready = async (isReady: () => boolean, signal: AbortSignal) => {
    while (!isReady() && !signal.aborted) await new Promise((resolve) => setTimeout(resolve, 5));
  };
  async function* pieces(signal: AbortSignal) {
    for (const piece of self.pieces) {
      if (piece === null) await ready(() => self.goesOn, signal);
      if (signal.aborted) return;
      if (piece !== null) yield piece;
    }
  }
  const made: TurnModels = {
    analyse: async (input) => {
      self.read.push(input);
      await ready(() => self.reads, input.signal);
      return { analysis: input.signal.aborted ? null : self.analysis, usage: [] };
    },
    reply: (input) => {
      if (self.breaks) throw new Error("a defect");
      self.worded.push(input);
      return { pieces: pieces(input.signal), cost: () => ({ usage: [], dropped: [] }) };
    },
  };
  return Object.assign(self, { made });
}

async function opened(debounceMs = 0) {
  const { stub, id } = freshConversation();
  const model = models();
  await prepare(stub, model, debounceMs);
  value(await stub.open(opening(id)));
  return { stub, id, model };
}

const stubOf = (id: string) => env.CONVERSATION.getByName(id) as unknown as Stub;

const prepare = (stub: Stub, { made }: { made: TurnModels }, debounceMs: number) =>
  runInDurableObject(stub, (object: Conversation) => {
    object.pay = async () => "done";
    object.live.models = () => made;
    object.live.debounceMs = debounceMs;
  });

function value<T>(result: RpcResult<T>): T {
  if (!result.ok) throw new Error(`${result.code}: ${result.detail}`);
  return result.value;
}

const say = async (stub: Stub, text: string, clientMessageId: string = crypto.randomUUID()) =>
  value(await stub.say({ text, clientMessageId }));
const eventsOf = async (stub: Stub) => value(await stub.snapshot({})).events;
const messagesOf = async (stub: Stub) =>
  (await eventsOf(stub)).filter(({ type }) => type === "message").map(({ data }) => data as unknown as MessageData);
const agentsOf = async (stub: Stub) => (await messagesOf(stub)).filter(({ from }) => from === "agent");
const heard = (stub: Stub, id: string) =>
  vi.waitFor(
    async () => expect((await messagesOf(stub)).some((said) => said.client_message_id === id)).toBe(true),
    10_000,
  );
const pieceShown = (stub: Stub) =>
  vi.waitFor(async () => expect((await eventsOf(stub)).some(({ data }) => deltaOf(data) !== null)).toBe(true), 10_000);
const questions = (text: string) => text.split("?").length - 1;

test("models read the words that they are to answer, all of those that came together", async () => {
  const { stub, model } = await opened(150);
  await Promise.all([say(stub, STORY, "a"), heard(stub, "a").then(() => say(stub, "He also kept my work card.", "b"))]);
  expect(model.read).toHaveLength(1);
  expect(model.read[0]?.history.map(({ text }) => text).slice(-2)).toEqual([STORY, "He also kept my work card."]);
  expect(model.worded[0]?.asked).toBe(`${STORY}\nHe also kept my work card.`);
  expect(model.worded[0]?.history.map(({ from }) => from)).toEqual(["agent"]);
});

test.each([400, 0])(
  "stop ends it at once while a reply is on its way, after a wait of %i ms or before a word",
  async (debounceMs) => {
    const { stub, model } = await opened(debounceMs);
    model.pieces = [null, "Too late."];
    const first = say(stub, STORY, "a");
    await heard(stub, "a");
    const stopped = await say(stub, "stop", "b");
    expect(stopped.status).toBe("stopped");
    expect((await first).turnId).not.toBe(stopped.turnId);
    const agents = await agentsOf(stub);
    expect(agents.at(-1)?.text).toBe(stopped.message);
    expect(agents.map(({ text }) => text).join()).not.toContain("Too late");
    expect(value(await stub.snapshot({})).status).toBe("stopped");
  },
);

test("whoever asks for a person in the middle of a reply gets one, and what was shown stays", async () => {
  const { stub, model } = await opened();
  model.pieces = ["I am sorry to hear that.", null, " Too late."];
  const first = say(stub, STORY, "a");
  await pieceShown(stub);
  expect((await say(stub, "person", "b")).status).toBe("handed_off");
  expect((await first).message).toMatch(/^I am sorry to hear that\. .+\?$/);
  expect(JSON.stringify(await eventsOf(stub))).not.toContain("Too late");
});

test("an answer keeps its meaning when more words follow it quickly", async () => {
  const { stub, model } = await opened(200);
  model.pieces = [];
  const asked = await say(stub, "My husband hits me and threatens me every week.");
  expect(asked.message).toMatch(/safe/i);
  const more = "He is standing in front of the house right now and he has taken my phone away from me.";
  // A chosen answer is worded at once: the words that follow come while the models are at it.
  model.pieces = [null];
  const waiting = [say(stub, "no", "a"), heard(stub, "a").then(() => say(stub, more, "b"))];
  await heard(stub, "b");
  model.goesOn = true;
  const [answer, same] = await Promise.all(waiting);
  expect(same).toEqual(answer);
  const state = await runInDurableObject(stub, (_, { storage }) =>
    JSON.parse(String(storage.sql.exec("SELECT value FROM state WHERE name = 'interview'").one().value)),
  );
  expect(state.answers).toMatchObject({ violence_safe: "no" });
  expect(state.told.at(-1)).toBe(more);
  expect(questions(answer?.message ?? "")).toBeLessThanOrEqual(1);
  expect(state.asked).toEqual([...new Set(state.asked)]);
});

test("a person who takes over silences a reply in the middle; what was shown ends there", async () => {
  const { stub, model } = await opened();
  model.pieces = ["I am sorry to hear that.", null, " And now more."];
  const answer = say(stub, STORY, "a");
  await pieceShown(stub);
  value(await stub.takeOver({ operatorName: "Rui", key: "k" }));
  model.goesOn = true;
  expect((await answer).message).toBe("I am sorry to hear that.");
  await new Promise((resolve) => setTimeout(resolve, 50));
  const events = await eventsOf(stub);
  const taken = events.findIndex(({ type }) => type === "handoff");
  expect(events.slice(taken).some(({ data }) => deltaOf(data) !== null)).toBe(false);
  expect(value(await stub.snapshot({}))).toMatchObject({ controlledBy: "human", status: "handed_off" });
  expect(value(await stub.snapshot({})).understanding.area).toBe("trabalho");
});

test("the same message again while it waits is one message with one answer", async () => {
  const { stub, model } = await opened(300);
  model.pieces = [];
  const answers = await Promise.all([say(stub, STORY, "a"), say(stub, STORY, "a"), say(stub, STORY, "a")]);
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect((await messagesOf(stub)).filter(({ from }) => from === "client")).toHaveLength(1);
});

test("a message that is sent anew after a person took over is heard once and answered alike", async () => {
  const { stub } = await opened(5_000);
  const first = say(stub, STORY, "a");
  await heard(stub, "a");
  value(await stub.takeOver({ operatorName: "Rui", key: "k" }));
  expect(await say(stub, STORY, "a")).toEqual(await first);
  expect((await messagesOf(stub)).filter((said) => said.client_message_id === "a")).toHaveLength(1);
});

test("who takes a finished conversation while words wait keeps it", async () => {
  const { stub, model } = await opened();
  model.pieces = [];
  let answer = await say(stub, STORY);
  for (let i = 0; i < 12 && answer.status === "interviewing"; i++) answer = await say(stub, "yes");
  expect(answer.status).toBe("completed");
  await runInDurableObject(stub, (object: Conversation) => {
    object.live.debounceMs = 5_000;
  });
  const waiting = say(stub, "when will somebody answer me", "late");
  await heard(stub, "late");
  value(await stub.takeOver({ operatorName: "Rui", key: "k" }));
  expect((await waiting).message).toBe("");
  expect(value(await stub.snapshot({}))).toMatchObject({ controlledBy: "human", status: "handed_off" });
});

test("a correction while a reply is on its way changes the panel and asks nothing beside it", async () => {
  const { stub, model } = await opened();
  model.pieces = ["I am sorry to hear that.", null];
  const answer = say(stub, STORY, "a");
  await pieceShown(stub);
  const corrected = value(await stub.correct({ correction: { area: "consumidor" }, key: "k" }));
  expect(corrected.understanding.area).toBe("consumidor");
  model.goesOn = true;
  await answer;
  const agents = await agentsOf(stub);
  expect(agents).toHaveLength(2);
  expect(questions(agents[1]?.text ?? "")).toBe(1);
  expect(value(await stub.snapshot({})).understanding).toMatchObject({ area: "consumidor", corrected: ["area"] });
});

test("the next message is answered while the votes on the last one are not in yet", async () => {
  const { stub, model } = await opened();
  model.reads = false;
  await say(stub, STORY);
  expect((await say(stub, "I still have the letter.")).status).toBe("interviewing");
  expect(model.read.every(({ signal }) => !signal.aborted)).toBe(true);
});

test("votes on an earlier story do not replace those on a later one, and a stopped reply is read to its end", async () => {
  const { stub, model } = await opened();
  model.reads = false;
  model.pieces = ["I am sorry to hear that.", null];
  const answer = say(stub, STORY);
  await pieceShown(stub);
  expect(value(await stub.stopReply())).toEqual({ stopped: true });
  await answer;
  const vote: Vote = {
    ...{ voter: "anthropic:x", weight: 1, area: "trabalho", subarea: null, urgencyHours: null, complexity: null },
    ...{ confidence: 0.9, flags: ["violence"], needsPerson: false },
  };
  model.analysis = { strategy: "simple", votes: [vote], scriptedWeight: 0.75, promptVersion: "1", turns: 1 };
  model.reads = true;
  await vi.waitFor(async () => expect(value(await stub.snapshot({})).safety).not.toBeNull(), 10_000);
  model.analysis = { ...model.analysis, votes: [{ ...vote, area: "penal" }], turns: 0 };
  model.pieces = [];
  await say(stub, "I still have the letter.");
  await new Promise((resolve) => setTimeout(resolve, 50));
  const state = await runInDurableObject(stub, (_, { storage }) =>
    String(storage.sql.exec("SELECT value FROM state WHERE name = 'interview'").one().value),
  );
  expect(JSON.parse(state).analysis.turns).toBe(1);
});

test("nobody is told that it takes a while when the answer is there", async () => {
  const { stub, model } = await opened();
  model.reads = false;
  model.pieces = [];
  const stream = await listen(stub);
  await say(stub, STORY);
  await new Promise((resolve) => setTimeout(resolve, 1_800));
  expect(stream.text()).not.toContain("slow");
  await stream.leave();
});

test("a reply that is stopped before its first word is the script's, at once", async () => {
  const { stub, model } = await opened(5_000);
  const answer = say(stub, STORY, "a");
  await heard(stub, "a");
  expect(value(await stub.stopReply())).toEqual({ stopped: true });
  expect(questions((await answer).message)).toBe(1);
  expect(model.worded).toHaveLength(0);
  expect(value(await stub.stopReply())).toEqual({ stopped: false });
});

test("two long letters that come together are read whole, one after the other", async () => {
  const { stub, model } = await opened(200);
  model.pieces = [];
  const letter = (end: string) => `${"I worked there every day of the week. ".repeat(180)}${end}`;
  await Promise.all([
    say(stub, letter("They fired me in May."), "a"),
    heard(stub, "a").then(() => say(stub, letter("I live in Recife, Pernambuco."), "b")),
  ]);
  expect(value(await stub.snapshot({})).understanding.uf).toBe("PE");
});

test("a defect in the models costs a second, not the answer", async () => {
  const { stub, model } = await opened();
  model.breaks = true;
  expect(questions((await say(stub, STORY, "a")).message)).toBe(1);
  expect((await messagesOf(stub)).filter((said) => said.client_message_id === "a")).toHaveLength(1);
});

test("an answered turn leaves nothing running that would keep the object awake", async () => {
  const { stub } = await opened();
  await say(stub, STORY);
  const startedAt = Date.now();
  await evictDurableObject(stub);
  expect(Date.now() - startedAt).toBeLessThan(5_000);
});

test("words that waited when the object was killed are answered once, when the alarm finds them", async () => {
  const { stub, id, model } = await opened(300);
  const lost = stub.say({ text: STORY, clientMessageId: "a" }).catch(() => null);
  await heard(stub, "a");
  await runInDurableObject(stub, (_, state) => state.abort("killed")).catch(() => undefined);
  expect(await lost).toBeNull();
  // What failed with the object is broken for good; the next one has the same name.
  const next = stubOf(id);
  await prepare(next, model, 0);
  expect(await runDurableObjectAlarm(next)).toBe(true);
  await vi.waitFor(async () => expect(await agentsOf(next)).toHaveLength(2), { timeout: 5_000 });
  const again = await say(next, STORY, "a");
  expect((await messagesOf(next)).filter((said) => said.client_message_id === "a")).toHaveLength(1);
  expect((await agentsOf(next)).map(({ text }) => text)).toEqual([expect.any(String), again.message]);
});

describe("the row that waits", () => {
  /** The pending row over a conversation's own tables, at an hour that the test says. */
  const withRow = async (
    work: (pending: ConversationPending, at: (ms: number) => void, state: ConversationState) => void,
  ) => {
    const { stub } = await opened();
    await runInDurableObject(stub, (_, { storage }) => {
      let nowMs = 1_000_000;
      const state = new ConversationState(storage.sql);
      const pending = new ConversationPending({
        log: new ConversationLog(storage.sql),
        state,
        answers: new ConversationAnswers(storage.sql),
        effects: new EffectQueue(storage.sql),
        now: () => nowMs,
        whenAnswered: () => "",
      });
      const at = (ms: number) => {
        nowMs = 1_000_000 + ms;
      };
      work(pending, at, state);
    });
  };
  const WAITS = { waitMs: 700, longestMs: 5_000 };
  const words = (clientMessageId: string) => ({ text: `word ${clientMessageId}`, clientMessageId });

  test("waits for more, but not without end: who goes on writing is answered in between", () =>
    withRow((pending, at) => {
      expect(pending.hear(words("0"), WAITS)).toBe("begun");
      for (let ms = 600; ms < 5_000; ms += 600) {
        at(ms);
        expect(pending.hear(words(`${ms}`), WAITS)).toBe("joined");
      }
      expect(pending.current?.dueAt).toBe(1_005_000);
      at(5_400);
      expect(pending.hear(words("5400"), WAITS)).toBe("later");
      expect(pending.current?.words).toHaveLength(9);
    }));

  test("is given up after three defects, and what was said meanwhile is still answered", () =>
    withRow((pending) => {
      pending.hear(words("a"), WAITS);
      const turnId = pending.current?.turnId ?? "";
      pending.showPiece(turnId, "I am sorry.", null);
      pending.hear(words("b"), WAITS);
      for (let i = 0; i < 3; i++) pending.failed(turnId);
      pending.failed(turnId);
      expect(pending.current).toMatchObject({ words: [{ clientMessageId: "b" }], failures: 0, shown: "" });
      expect(pending.current?.turnId).not.toBe(turnId);
    }));

  test("takes no piece and no end of a turn that is over", () =>
    withRow((pending) => {
      pending.hear(words("a"), WAITS);
      const over = pending.current?.turnId ?? "";
      pending.settle();
      pending.hear(words("b"), WAITS);
      pending.showPiece(over, "Of another story.", null);
      expect(pending.commit(over, null)).toBeNull();
      expect(pending.current).toMatchObject({ words: [{ clientMessageId: "b" }], shown: "" });
    }));

  test("asks no question twice that a cut reply has asked before its last words", () =>
    withRow((pending, _, state) => {
      pending.hear({ text: STORY, clientMessageId: "a" }, WAITS);
      const turn = pending.current;
      const draft = turn && pending.draft(turn, null);
      pending.showPiece(turn?.turnId ?? "", "And what happened then? Take your time.", draft?.reply.question ?? null);
      const [done] = pending.settle();
      expect(done?.answer.message).toBe("And what happened then? Take your time.");
      expect(state.get("pending")).toBeNull();
    }));
});

test("a loop that cannot keep even its failure ends, and whoever waits is told", async () => {
  let tries = 0;
  const { stub } = await opened();
  await runInDurableObject(stub, async (_, { storage }) => {
    const parts = {
      log: new ConversationLog(storage.sql),
      state: new ConversationState(storage.sql),
      answers: new ConversationAnswers(storage.sql),
      effects: new EffectQueue(storage.sql),
      now: () => Date.now(),
      whenAnswered: () => "",
    };
    const pending = new ConversationPending(parts);
    pending.hear({ text: STORY, clientMessageId: "a" }, { waitMs: 0, longestMs: 0 });
    const runner = new TurnRunner({
      pending,
      models: () => null,
      budgetMs: 1_000,
      noticeMs: 1_000,
      change: () => {
        tries++;
        throw new Error("the storage is gone");
      },
      tellSlow: () => undefined,
      later: () => undefined,
      now: () => Date.now(),
      log: makeLog("ERROR", () => undefined),
    });
    const answer = runner.answerTo("a");
    runner.wake();
    expect(await answer).toMatchObject({ ok: false, retryable: true });
    await new Promise((resolve) => setTimeout(resolve, 50));
  });
  expect(tries).toBe(2);
});
