// A recording over HTTP: whose it must be, what it must be, and that its words are a message like any other.
import { createExecutionContext, waitOnExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";
import { app } from "../../src/http/app.ts";
import { FIRST_BYTES, wavOf } from "../support/sounds.ts";
import { type Answer, ask, personWith } from "./people.ts";

/** What the AI binding hears next; an Error is thrown. */
let words: string | Error;
let calls: number;
let client: string;
let caseId: string;

const listening = {
  ...env,
  SPEECH_MAX_MB: "1",
  AI: {
    run: async () => {
      calls++;
      if (words instanceof Error) throw words;
      return { text: words };
    },
  },
};

beforeEach(async () => {
  words = "Fui demitida ontem e não recebi nada.";
  calls = 0;
  client = await personWith("client");
  const opened = await ask(client, "POST", "/api/v2/triage", { vertical: "legal", locale: "pt-BR" });
  caseId = String(opened.body.case_id);
});

interface Sent {
  token?: string | null;
  bytes?: BodyInit;
  type?: string;
  key?: string | null;
  on?: typeof listening | typeof env;
}

async function send(path: "audio" | "transcript", sent: Sent = {}): Promise<Answer> {
  const { token = client, bytes = wavOf(1), type = "audio/wav", key = "rec-1", on = listening } = sent;
  const headers = new Headers({ "cf-connecting-ip": crypto.randomUUID(), "content-type": type });
  if (token !== null) headers.set("authorization", `Bearer ${token}`);
  if (key !== null) headers.set("idempotency-key", key);
  const request = new Request(`http://example.com/api/v2/triage/${caseId}/${path}`, {
    method: "POST",
    headers,
    body: bytes,
  });
  const context = createExecutionContext();
  const answer = await app.fetch(request, on, context);
  const body = await answer.json<Record<string, unknown>>();
  await waitOnExecutionContext(context);
  return { status: answer.status, headers: answer.headers, body };
}

async function ownWords(): Promise<unknown[]> {
  const { body } = await ask(client, "GET", `/api/v2/triage/${caseId}`);
  const events = body.events as { type: string; data: Record<string, unknown> }[];
  return events.filter(({ type, data }) => type === "message" && data.from === "client").map(({ data }) => data.text);
}

describe("as a message", () => {
  test("its words are said as if they had been written, and answered", async () => {
    const answer = await send("audio");
    expect(answer).toMatchObject({ status: 200, body: { transcript: words, status: "interviewing" } });
    expect(String(answer.body.message).length).toBeGreaterThan(10);
    expect(await ownWords()).toEqual([words]);
  });

  test("sent twice it is one message with one answer, and is listened to once", async () => {
    const first = await send("audio");
    words = "Fui despedida ontem e não recebi nada.";
    const second = await send("audio");
    expect(second.body).toEqual(first.body);
    expect(calls).toBe(1);
    expect(await ownWords()).toEqual(["Fui demitida ontem e não recebi nada."]);
  });

  test("sent twice at once it is one message, and both answers tell which words were taken", async () => {
    const heard = ["Fui demitida ontem e não recebi nada.", "Fui despedida ontem e não recebi nada."];
    const run = async () => ({ text: heard[calls++] ?? "" });
    const on = { ...listening, AI: { run } };
    const answers = await Promise.all([send("audio", { on }), send("audio", { on })]);
    const [taken] = await ownWords();
    expect(answers.map(({ body }) => body.transcript)).toEqual([taken, taken]);
    expect(await ownWords()).toHaveLength(1);
  });

  test("a message that follows another is heard in its own words", async () => {
    await send("audio");
    words = "Moro em Campinas, São Paulo.";
    expect(await send("audio", { key: "rec-2" })).toMatchObject({ status: 200, body: { transcript: words } });
    expect(await ownWords()).toEqual(["Fui demitida ontem e não recebi nada.", words]);
  });

  test("it needs an id of its own", async () => {
    expect(await send("audio", { key: null })).toMatchObject({ status: 422, body: { code: "invalid_input" } });
    expect(calls).toBe(0);
  });

  test("it is refused where it would be longer than a message", async () => {
    words = Array.from({ length: 2000 }, (_, i) => `palavra${i}`).join(" ");
    expect(await send("audio")).toMatchObject({ status: 422, body: { code: "speech_too_long" } });
    expect(await ownWords()).toEqual([]);
  });
});

describe("as words to be read first", () => {
  test("it says nothing in the conversation", async () => {
    expect(await send("transcript", { key: null })).toMatchObject({ status: 200, body: { transcript: words } });
    expect(await ownWords()).toEqual([]);
  });

  test.each(Object.entries(FIRST_BYTES))("%s is taken, with a parameter in its type", async (kind, bytes) => {
    const type = kind === "webm" ? "audio/webm;codecs=opus" : "application/octet-stream";
    expect((await send("transcript", { bytes, type })).status).toBe(200);
  });
});

describe.each(["audio", "transcript"] as const)("/%s", (path) => {
  test("is 401 for nobody, and 404 for whoever's case it is not, operators included, without a call", async () => {
    expect((await send(path, { token: null })).status).toBe(401);
    for (const role of ["client", "professional", "operator"] as const) {
      expect((await send(path, { token: await personWith(role) })).status).toBe(404);
    }
    expect(calls).toBe(0);
  });

  test.each([
    ["nothing", new Uint8Array(), "audio/wav", 422, "sound_empty"],
    ["JSON", '{"text":"oi"}', "application/json", 415, "sound_unknown"],
    ["a form", "a=b", "application/x-www-form-urlencoded", 415, "sound_unknown"],
    ["a text that says it is a sound", "fui demitida", "audio/wav", 415, "sound_unknown"],
    ["what is too large", new Uint8Array(1024 * 1024 + 1), "audio/wav", 413, "sound_too_large"],
  ])("refuses %s", async (_name, bytes, type, status, code) => {
    const answer = await send(path, { bytes, type });
    expect(answer).toMatchObject({ status, body: { code } });
    expect(answer.headers.get("content-type")).toContain("problem+json");
    expect(String(answer.body.detail)).toMatch(/write it|Record again/);
    expect(calls).toBe(0);
  });

  test("refuses what has no length and never ends being too large", async () => {
    const endless = new ReadableStream<Uint8Array>({ pull: (stream) => stream.enqueue(new Uint8Array(64 * 1024)) });
    expect(await send(path, { bytes: endless })).toMatchObject({ status: 413, body: { code: "sound_too_large" } });
  });

  test("hears no words in silence", async () => {
    words = "Legendas pela comunidade Amara.org";
    expect(await send(path)).toMatchObject({ status: 422, body: { code: "heard_nothing" } });
    expect(await ownWords()).toEqual([]);
  });

  test("says when nobody can listen right now, and that writing helps", async () => {
    words = new Error("secret of the vendor");
    const answer = await send(path);
    expect(answer).toMatchObject({ status: 503, body: { code: "speech_unavailable" } });
    expect(JSON.stringify(answer.body)).not.toContain("secret");
    expect(answer.headers.get("retry-after")).not.toBeNull();
    expect(calls).toBe(2);
  });

  test("is 429 when too many come from one address, without a call", async () => {
    const full = { ...listening, RATE_LIMIT_VOICE: { limit: async () => ({ success: false }) } };
    const answer = await send(path, { on: full });
    expect(answer).toMatchObject({ status: 429, body: { code: "too_many_requests" } });
    expect(answer.headers.get("retry-after")).toBe("60");
    expect(calls).toBe(0);
  });

  test("is 501 where nobody is configured", async () => {
    expect(await send(path, { on: env })).toMatchObject({ status: 501, body: { code: "speech_not_configured" } });
  });
});
