// Rubbish, strangers and repetition over HTTP: a clear answer, and nothing is lost.
import { beforeAll, describe, expect, inject, test } from "vitest";
import { beginCase, call, readStream } from "../support/api.ts";

const origin = inject("productOrigin");
let client: Awaited<ReturnType<typeof beginCase>>;
beforeAll(async () => {
  client = await beginCase(origin);
});

let serial = 0;
const say = (text: unknown, id: unknown = `m${++serial}`) =>
  call(origin, "POST", `/api/v2/triage/${client.case_id}/messages`, {
    token: client.session_token,
    body: { text, client_message_id: id },
  });

async function clientMessages(): Promise<string[]> {
  const seen = await call(origin, "GET", `/api/v2/triage/${client.case_id}`, { token: client.session_token });
  const events = seen.body.events as { type: string; data: { from?: string; text?: string } }[];
  return events.filter((e) => e.type === "message" && e.data.from === "client").map((e) => e.data.text ?? "");
}

describe("a message", () => {
  test.each([
    ["emoji only", "😭😭😭"],
    ["right-to-left", "‏تم فصلي من العمل أمس"],
    ["HTML", "<img src=x onerror=alert(1)><script>alert(1)</script> fui demitida"],
    ["SQL", "'; DROP TABLE cases; -- meu patrão não pagou"],
    ["a lone surrogate", "fui \ud83d demitida"],
    ["null bytes", "fui\u0000 demi\u0000tida"],
    ["8,000 characters", `${"a ".repeat(3998)}fim`],
  ])("of %s is taken and kept as text", async (_name, text) => {
    const before = await clientMessages();
    const answer = await say(text);
    expect(answer.status).toBe(200);
    const after = await clientMessages();
    expect(after).toHaveLength(before.length + 1);
    expect(after.at(-1)).toBe(text.replaceAll("\u0000", "").toWellFormed());
  });

  test.each([
    ["empty", ""],
    ["spaces only", "   \n\t "],
    ["null bytes only", "\u0000\u0000"],
    ["longer than 8,000 characters", "a".repeat(8001)],
    ["a number", 7],
    ["missing", undefined],
    ["an object", { a: 1 }],
  ])("that is %s gets a clear problem and is not kept", async (_name, text) => {
    const before = await clientMessages();
    const answer = await say(text);
    expect(answer.status).toBe(422);
    expect(answer.headers.get("content-type")).toContain("application/problem+json");
    expect(answer.body).toMatchObject({ code: "invalid_input", status: 422 });
    expect(String(answer.body.detail).length).toBeGreaterThan(10);
    expect(await clientMessages()).toHaveLength(before.length);
  });

  test("of 100 kB is refused by its size", async () => {
    expect(await say("x".repeat(100_000))).toMatchObject({ status: 413, body: { code: "body_too_large" } });
  });

  test("twice with the same id is one message with one answer, also at once", async () => {
    const [first, ...others] = await Promise.all(
      Array.from({ length: 8 }, () => say("o patrão não pagou o décimo terceiro", "same-id")),
    );
    for (const other of others) expect(other.body).toEqual(first?.body);
    expect((await clientMessages()).filter((text) => text.includes("décimo terceiro"))).toHaveLength(1);
  });
});

describe("a request", () => {
  const path = () => `/api/v2/triage/${client.case_id}/messages`;

  test.each([
    ["broken JSON", "{", 400, "not_json"],
    ["invalid UTF-8", new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]), 400, "not_utf8"],
    ["an empty body", "", 400, "not_json"],
    ["an array", "[]", 422, "invalid_input"],
  ])("with %s gets a clear problem", async (_name, raw, status, code) => {
    const answer = await call(origin, "POST", path(), { token: client.session_token, raw });
    expect(answer).toMatchObject({ status, body: { code } });
    expect(answer.body.request_id).toMatch(/^req_/);
  });

  test("for an unknown case and for someone else's case get the same answer", async () => {
    const stranger = await beginCase(origin);
    const unknown = await call(origin, "GET", "/api/v2/triage/cas_unknown", { token: stranger.session_token });
    const foreign = await call(origin, "GET", `/api/v2/triage/${client.case_id}`, { token: stranger.session_token });
    for (const answer of [unknown, foreign]) expect(answer).toMatchObject({ status: 404, body: { code: "not_found" } });
    expect(foreign.body.detail).toBe(unknown.body.detail);
    const paths = [
      ["GET", `/api/v2/cases/${client.case_id}`],
      ["GET", `/api/v2/triage/stream/${client.case_id}`],
      ["POST", `/api/v2/triage/${client.case_id}/messages`],
      ["PATCH", `/api/v2/triage/${client.case_id}`],
    ] as const;
    for (const [method, foreignPath] of paths) {
      const body = method === "PATCH" ? { uf: "SP" } : { text: "olá", client_message_id: "x" };
      const answer = await call(origin, method, foreignPath, {
        token: stranger.session_token,
        ...(method === "GET" ? {} : { body }),
      });
      expect(answer.status, `${method} ${foreignPath}`).toBe(404);
    }
  });

  test("without a session is told to sign in", async () => {
    const answer = await call(origin, "GET", `/api/v2/triage/${client.case_id}`);
    expect(answer).toMatchObject({ status: 401, body: { code: "unauthenticated" } });
    const forged = await call(origin, "GET", `/api/v2/triage/${client.case_id}`, { token: "forged" });
    expect(forged.status).toBe(401);
  });

  test("from another site with a cookie is refused", async () => {
    const answer = await call(origin, "POST", "/api/v2/triage", {
      body: { vertical: "legal", locale: "pt-BR" },
      headers: { origin: "https://evil.example", cookie: "vez.session_token=x" },
    });
    expect(answer).toMatchObject({ status: 403, body: { code: "foreign_origin" } });
  });

  test("to a route that does not exist is a problem too", async () => {
    expect(await call(origin, "GET", "/api/v2/nothing")).toMatchObject({ status: 404, body: { code: "not_found" } });
  });

  test("with the same Idempotency-Key opens one case", async () => {
    const open = () =>
      call(origin, "POST", "/api/v2/triage", {
        token: client.session_token,
        body: { vertical: "legal", locale: "pt-BR" },
        headers: { "idempotency-key": "open-1" },
      });
    const answers = await Promise.all([open(), open()]);
    // The second is told to ask again while the first runs, or has its answer.
    for (const { status, body } of answers)
      if (status !== 201) expect([status, body.code]).toEqual([409, "idempotency_in_progress"]);
    const opened = answers.filter(({ status }) => status === 201);
    expect(opened.length).toBeGreaterThan(0);
    const later = await open();
    for (const { body } of opened) expect(body).toEqual(later.body);
  });
});

describe("null bytes and rubbish", () => {
  test.each([
    ["GET", "/api/v2/cases/%00"],
    ["GET", "/api/v2/cases/cas_%00/shortlist"],
    ["GET", "/api/v2/contracts/%00"],
    ["GET", "/api/v2/triage/cas_a%00b"],
    ["GET", "/api/v2/triage/stream/%00"],
    ["GET", "/api/v2/triage/%E0%A4%A"],
    ["POST", "/api/v2/offers/%00/accept"],
    ["POST", "/api/v2/contracts/%00/close"],
    ["GET", "/conversations/%00"],
  ])("%s %s is a place that does not exist", async (method, path) => {
    const answer = await call(origin, method, path, { token: client.session_token });
    expect(answer).toMatchObject({ status: 404, body: { code: "not_found" } });
  });

  test("in a list's filter is refused", async () => {
    const answer = await call(origin, "GET", "/api/v2/offers?cursor=%00", { token: client.session_token });
    expect(answer).toMatchObject({ status: 422, body: { code: "invalid_input" } });
  });
});

describe("the identity routes", () => {
  const SEND = "/api/auth/email-otp/send-verification-otp";

  test("refuse 30 MB at once, and the product goes on answering", async () => {
    const started = performance.now();
    const raw = `{"email":"${"a".repeat(30_000_000)}","type":"sign-in"}`;
    // The refusal may close the line while the rest is still being sent.
    const status = await call(origin, "POST", SEND, { raw }).then(
      (answer) => answer.status,
      () => 413,
    );
    expect(status).toBe(413);
    expect((await call(origin, "GET", "/health")).status).toBe(200);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

describe("live streams", () => {
  test("of one person have a bound, past which he hears when to come back while others listen", async () => {
    const reader = await beginCase(origin);
    const leave = new AbortController();
    const open = () =>
      fetch(`${origin}/api/v2/triage/stream/${reader.case_id}`, {
        headers: { authorization: `Bearer ${reader.session_token}` },
        signal: leave.signal,
      });
    const streams = await Promise.all(Array.from({ length: 55 }, open));
    const refused = streams.filter((answer) => answer.status !== 200);
    // The embedded default's bound is 50 (local/worker-vars.ts).
    expect(refused.map((answer) => answer.status)).toEqual(Array(5).fill(429));
    expect(refused[0]?.headers.get("retry-after")).toBe("10");
    expect(await refused[0]?.json()).toMatchObject({ code: "too_many_streams", status: 429 });

    const stranger = await beginCase(origin);
    const events = await readStream(origin, `/api/v2/triage/stream/${stranger.case_id}`, {
      token: stranger.session_token,
      enough: (seen) => seen.length > 0,
    });
    expect(events.length).toBeGreaterThan(0);
    leave.abort();
  });
});
