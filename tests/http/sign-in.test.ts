// Signing in at the border: bounds that nobody can invent his way around, plain problems, and a log without secrets.
import { env, exports } from "cloudflare:workers";
import { desc, eq } from "drizzle-orm";
import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { notifications, sessions, users } from "../../src/db/schema.ts";
import { forgetCodes } from "../../src/services/notify/forget-codes.ts";
import { ask, personWith, worldContext } from "./people.ts";

const SEND = "/api/auth/email-otp/send-verification-otp";
const ENTER = "/api/auth/sign-in/email-otp";
const ctx = worldContext();

let serial = 0;
const somebody = () => `ana.${++serial}.${crypto.randomUUID().slice(0, 8)}@vez.test`;

const send = (email: string) => ask(null, "POST", SEND, { email, type: "sign-in" });
const enter = (email: string, otp: string) => ask(null, "POST", ENTER, { email, otp });

async function codeOf(email: string): Promise<string> {
  const [row] = await ctx.db
    .select({ text: notifications.text })
    .from(notifications)
    .where(eq(notifications.recipient, email))
    .orderBy(desc(notifications.createdAt));
  return row?.text.match(/\b\d{6}\b/)?.[0] ?? "none";
}
const otherThan = (code: string) => (code === "123456" ? "654321" : "123456");

beforeAll(async () => {
  // The first request makes the library's instance; what is measured below is not its start.
  await ask(null, "GET", "/api/auth/get-session");
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe("signing in by code", () => {
  test("works, with the token in a header, and signs out again", async () => {
    const email = somebody();
    expect((await send(email)).status).toBe(200);
    const answer = await enter(email, await codeOf(email));
    expect(answer.status).toBe(200);
    const token = answer.headers.get("set-auth-token");
    expect((await ask(token, "GET", "/api/auth/get-session")).body).toMatchObject({ user: { email } });
    expect((await ask(token, "POST", "/api/auth/sign-out", {})).status).toBe(200);
    expect((await ask(token, "GET", "/api/v2/me")).status).toBe(401);
  });

  test("refuses a wrong, an old and an overused code by name", async () => {
    const email = somebody();
    await send(email);
    const code = await codeOf(email);
    const wrong = await enter(email, otherThan(code));
    expect(wrong).toMatchObject({ status: 400, body: { code: "invalid_code", request_id: expect.any(String) } });
    expect(wrong.headers.get("content-type")).toContain("application/problem+json");
    for (let i = 0; i < 4; i++) await enter(email, otherThan(code));
    expect(await enter(email, code)).toMatchObject({ status: 403, body: { code: "too_many_tries" } });

    const late = somebody();
    await send(late);
    const old = await codeOf(late);
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 11 * 60_000 });
    expect(await enter(late, old)).toMatchObject({ status: 400, body: { code: "code_expired" } });
  });

  test.each([
    ["no address", { email: "ana", type: "sign-in" }],
    ["an address of 255 characters", { email: `${"a".repeat(246)}@vez.test`, type: "sign-in" }],
    ["another type", { email: "ana@vez.test", type: "forget-password" }],
    ["nothing", {}],
  ])("with %s is refused before anything is looked up", async (_name, body) => {
    expect(await ask(null, "POST", SEND, body)).toMatchObject({ status: 422, body: { code: "invalid_input" } });
  });

  test("takes no more than 16 kB, on every route that has a body", async () => {
    const huge = { email: "ana@vez.test", type: "sign-in", otp: "x".repeat(17_000), name: "x" };
    for (const path of [SEND, ENTER, "/api/auth/sign-in/anonymous", "/api/auth/sign-out"]) {
      expect(await ask(null, "POST", path, huge)).toMatchObject({ status: 413, body: { code: "body_too_large" } });
    }
  });

  test("leaves the rest of the library outside", async () => {
    const token = await personWith("client");
    for (const path of ["/update-user", "/change-email", "/email-otp/check-verification-otp", "/sign-up/email"]) {
      const answer = await ask(token, "POST", `/api/auth${path}`, { email: "ana@vez.test", name: "x", otp: "123456" });
      expect(answer, path).toMatchObject({ status: 404, body: { code: "not_found" } });
    }
    expect((await ask(token, "GET", "/api/auth/list-sessions")).status).toBe(404);
    // Not even by another way of writing the path.
    expect((await ask(token, "POST", "/api/auth//update-user", { name: "x" })).status).toBe(404);
  });
});

describe("bounds that fresh sessions and addresses do not reset", () => {
  test("five codes an hour for one e-mail, then 429 with the time to wait, and five again an hour later", async () => {
    const email = somebody();
    for (let i = 0; i < 5; i++) expect((await send(email)).status).toBe(200);
    const refused = await send(email.toUpperCase());
    expect(refused).toMatchObject({ status: 429, body: { code: "too_many_codes" } });
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(3_500);
    expect((await send(somebody())).status).toBe(200);
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 61 * 60_000 });
    expect((await send(email)).status).toBe(200);
  });

  test("twenty codes a day", async () => {
    const email = somebody();
    const start = Date.now();
    const outcomes: number[] = [];
    for (let hour = 0; hour < 5; hour++) {
      vi.useFakeTimers({ toFake: ["Date"], now: start + hour * 61 * 60_000 });
      for (let i = 0; i < 6; i++) outcomes.push((await send(email)).status);
    }
    expect(outcomes.filter((status) => status === 200)).toHaveLength(20);
    vi.useFakeTimers({ toFake: ["Date"], now: start + 25 * 3_600_000 });
    expect((await send(email)).status).toBe(200);
  });

  test("ten guesses an hour for one e-mail, across codes and also at once", async () => {
    const email = somebody();
    await send(email);
    const guesses = await Promise.all(Array.from({ length: 14 }, (_, i) => enter(email, String(100_000 + i))));
    expect(guesses.filter((answer) => answer.body.code === "too_many_guesses")).toHaveLength(4);
    await send(email);
    const right = await enter(email, await codeOf(email));
    expect(right).toMatchObject({ status: 429, body: { code: "too_many_guesses" } });
    expect(right.body.detail).toContain("minutes");
  });

  test("a right code clears the guesses before it", async () => {
    const email = somebody();
    for (let round = 0; round < 4; round++) {
      await send(email);
      const code = await codeOf(email);
      for (let i = 0; i < 3; i++) await enter(email, otherThan(code));
      expect((await enter(email, code)).status).toBe(200);
    }
  });

  test("counters go when their time is over", async () => {
    await send(somebody());
    const { rows: before } = await ctx.db.execute("SELECT 1 FROM sign_in_limits");
    expect(before.length).toBeGreaterThan(0);
    await forgetCodes({ ...ctx, now: () => new Date(Date.now() + 60 * 86_400_000) });
    expect((await ctx.db.execute("SELECT 1 FROM sign_in_limits")).rows).toEqual([]);
  });
});

describe("a limit of the platform", () => {
  /** What the limiters were asked, for two requests with invented sessions from one address. */
  async function keysFor(path: string) {
    const asked: { limiter: string; key: string }[] = [];
    for (const limiter of ["RATE_LIMIT", "RATE_LIMIT_ADDRESS"] as const) {
      const binding = env[limiter];
      if (binding === undefined) throw new Error(`${limiter} is not bound`);
      vi.spyOn(binding, "limit").mockImplementation(async ({ key }) => {
        asked.push({ limiter, key });
        return { success: limiter !== "RATE_LIMIT_ADDRESS" };
      });
    }
    for (const token of ["one", "two"]) {
      const headers = { "cf-connecting-ip": "203.0.113.7", authorization: `Bearer ${token}` };
      const answer = await exports.default.fetch(new Request(`http://example.com${path}`, { method: "POST", headers }));
      expect(answer.status).toBe(429);
    }
    return asked;
  }

  test("counts the address whatever session a request invents", async () => {
    const asked = await keysFor("/api/v2/triage");
    const byAddress = asked.filter(({ limiter }) => limiter === "RATE_LIMIT_ADDRESS").map(({ key }) => key);
    expect(byAddress).toEqual(["203.0.113.7", "203.0.113.7"]);
  });

  test("counts who signs in by the address alone", async () => {
    for (const path of [ENTER, "/sign-in/code"]) {
      const keys = new Set((await keysFor(path)).map(({ key }) => key.split(":")[0]));
      expect([...keys]).toEqual(["203.0.113.7"]);
      vi.restoreAllMocks();
    }
  });
});

describe("a database that is away", () => {
  /** Every line that anything writes while `work` runs and the database's endpoint answers 500. */
  async function linesWhileAway(work: () => Promise<void>): Promise<string> {
    const lines: string[] = [];
    for (const level of ["log", "info", "warn", "error", "debug"] as const) {
      vi.spyOn(console, level).mockImplementation((...said: unknown[]) => {
        lines.push(
          said.map((part) => (part instanceof Error ? `${part.stack} ${part.message}` : String(part))).join(" "),
        );
      });
    }
    vi.spyOn(globalThis, "fetch").mockImplementation(async () => new Response("down", { status: 500 }));
    await work();
    vi.restoreAllMocks();
    return lines.join("\n");
  }

  test("is told as 503 with the time to wait, and the log holds no token, address or code", async () => {
    const email = somebody();
    await send(email);
    const code = await codeOf(email);
    const token = String((await enter(email, code)).headers.get("set-auth-token"));
    const stored = await ctx.db
      .select({ token: sessions.token })
      .from(sessions)
      .innerJoin(users, eq(users.id, sessions.userId))
      .where(eq(users.email, email));
    const secrets = [email, code, token, token.split(".")[0] ?? token, stored[0]?.token ?? "missing"];

    const log = await linesWhileAway(async () => {
      for (const answer of [
        await ask(token, "GET", "/api/v2/me"),
        await ask(token, "GET", "/api/auth/get-session"),
        await ask(null, "POST", "/api/auth/sign-in/anonymous"),
        await send(email),
        await enter(email, code),
        await ask(token, "POST", "/api/auth/sign-out"),
      ]) {
        expect(answer).toMatchObject({ status: 503, body: { code: "database_unavailable" } });
        expect(answer.headers.get("retry-after")).toMatch(/^\d+$/);
      }
    });
    expect(log).toContain("auth_library");
    for (const secret of secrets) expect(log).not.toContain(secret);
    expect(log).not.toMatch(/params|Failed query|SERVER_ERROR/);
  });

  test("is not passed off as a code on its way", async () => {
    const email = somebody();
    const real = globalThis.fetch;
    vi.spyOn(globalThis, "fetch").mockImplementation(async (...args: Parameters<typeof fetch>) =>
      String(args[1]?.body).includes('insert into \\"notifications\\"')
        ? new Response("down", { status: 500 })
        : real(...args),
    );
    expect(await send(email)).toMatchObject({ status: 503, body: { code: "database_unavailable" } });
  });
});
