// A vendor over real HTTP that fails in every way: bounded in time, tried again with care, and never quoted.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test, vi } from "vitest";
import { VezError } from "../../src/base/errors.ts";
import { MetricsBuffer } from "../../src/domain/metrics/buffer.ts";
import { Bulkhead } from "../../src/providers/bulkhead.ts";
import { fullJitterMs } from "../../src/providers/call-out.ts";
import { Circuits, type EnterSpan } from "../../src/providers/circuit.ts";
import { type HttpCall, openHttpVendor } from "../../src/providers/http.ts";
import { reasonOf } from "../../src/providers/vendor-failure.ts";

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

let servers: Server[] = [];
afterEach(() => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
  servers = [];
});

/** Answers by turn, the last one for all that follow. */
async function vendorThat(
  answers: Answer[],
  options: { timeoutMs?: number; random?: () => number; mostAtOnce?: number; enterSpan?: EnterSpan } = {},
) {
  let calls = 0;
  const server = createServer((request, response) => {
    const answer = answers[Math.min(calls++, answers.length - 1)];
    answer?.(request, response);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const metrics = new MetricsBuffer();
  const vendor = openHttpVendor({
    service: "openai",
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`,
    headers: { authorization: "Bearer sk-secret" },
    timeoutMs: options.timeoutMs ?? 2000,
    circuits: new Circuits(options.enterSpan === undefined ? {} : { enterSpan: options.enterSpan }),
    ...(options.mostAtOnce === undefined ? {} : { mostAtOnce: options.mostAtOnce }),
    metrics,
    mostBytes: 1000,
    random: options.random ?? (() => 0),
  });
  return {
    calls: () => calls,
    metrics,
    send: (changes: Partial<HttpCall> = {}) =>
      vendor.send({ method: "POST", path: "v1/do", body: { a: 1 }, idempotent: true, ...changes }, (body) => {
        if (typeof body !== "object" || body === null || !("n" in body)) throw new TypeError(`odd: ${String(body)}`);
        return Number(body.n);
      }),
  };
}

const ok: Answer = (_request, response) => response.end('{"n": 7}');
const hang: Answer = () => undefined;
const status =
  (code: number, headers: Record<string, string> = {}): Answer =>
  (_request, response) => {
    response.writeHead(code, headers);
    response.end("the vendor's private words about sk-secret");
  };

async function failureOf(work: Promise<unknown>): Promise<VezError> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof VezError)) throw new Error(`no failure of the house: ${String(error)}`);
  return error;
}

/** Everything that a log or an answer could show of an error. */
function allWords(error: unknown): string {
  return error instanceof Error
    ? `${error.message} ${error.stack} ${JSON.stringify(error)} ${allWords(error.cause)}`
    : String(error);
}

describe("a call", () => {
  test("sends JSON below the base with the key, and gives what was read", async () => {
    let seen = "";
    const vendor = await vendorThat([
      (request, response) => {
        seen = `${request.method} ${request.url} ${request.headers.authorization} ${request.headers["content-type"]}`;
        ok(request, response);
      },
    ]);
    expect(await vendor.send()).toBe(7);
    expect(seen).toBe("POST /api/v1/do Bearer sk-secret application/json");
  });

  test("is given up at the configured timeout, and counted", async () => {
    const vendor = await vendorThat([hang], { timeoutMs: 150 });
    const startedAt = Date.now();
    expect(reasonOf(await failureOf(vendor.send()))).toBe("timeout");
    expect(Date.now() - startedAt).toBeLessThan(1000);
    expect(vendor.calls()).toBe(1);
    expect(JSON.stringify(vendor.metrics.take())).toContain("api_timeouts_total");
  });

  test("is given up at what is left to the caller, when that is less", async () => {
    const vendor = await vendorThat([hang], { timeoutMs: 30_000 });
    const startedAt = Date.now();
    expect(reasonOf(await failureOf(vendor.send({ budgetMs: 100 })))).toBe("timeout");
    expect(Date.now() - startedAt).toBeLessThan(1000);
    expect(reasonOf(await failureOf(vendor.send({ budgetMs: 0 })))).toBe("timeout");
    expect(vendor.calls()).toBe(1);
  });

  test("ends in time when the body drips", async () => {
    const drip: Answer = (_request, response) => {
      response.write("{");
      const timer = setInterval(() => response.write(" "), 20);
      response.on("close", () => clearInterval(timer));
    };
    const vendor = await vendorThat([drip], { timeoutMs: 200 });
    expect(reasonOf(await failureOf(vendor.send()))).toBe("timeout");
  });

  test("goes with its caller", async () => {
    const vendor = await vendorThat([hang]);
    const caller = new AbortController();
    setTimeout(() => caller.abort(), 50);
    expect((await failureOf(vendor.send({ signal: caller.signal }))).code).toBe("vendor_given_up");
  });
});

describe("a socket", () => {
  test.each([
    ["at the deadline", () => ({ budgetMs: 100 })],
    ["with the caller", () => ({ signal: AbortSignal.timeout(100) })],
  ])("is closed %s, though the vendor hangs", async (_when, limits) => {
    const closed = Promise.withResolvers<number>();
    const startedAt = Date.now();
    const hangs: Answer = (request) => request.socket.on("close", () => closed.resolve(Date.now() - startedAt));
    await failureOf((await vendorThat([hangs], { timeoutMs: 30_000 })).send(limits()));
    expect(await closed.promise).toBeLessThan(2000);
  });

  test("is closed in the middle of an answer that drips", async () => {
    const closed = Promise.withResolvers<void>();
    const drips: Answer = (request, response) => {
      response.write("{");
      request.socket.on("close", () => closed.resolve());
    };
    await failureOf((await vendorThat([drips], { timeoutMs: 100 })).send());
    await closed.promise;
  });
});

describe("places", () => {
  test("are bounded: one call more is told at once, and the next has a place when one has left", async () => {
    const vendor = await vendorThat([hang, hang, ok], { mostAtOnce: 2, timeoutMs: 300 });
    const two = [failureOf(vendor.send()), failureOf(vendor.send())];
    const startedAt = Date.now();
    expect(await failureOf(vendor.send())).toMatchObject({ code: "vendor_overloaded", status: 503, retryable: true });
    expect(Date.now() - startedAt).toBeLessThan(100);
    await Promise.all(two);
    expect(await vendor.send()).toBe(7);
  });

  test("are each lane's own", async () => {
    const vendor = await vendorThat([hang, ok], { mostAtOnce: 1, timeoutMs: 1000 });
    const bulk = failureOf(vendor.send({ lane: "bulk" }));
    while (vendor.calls() === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await vendor.send()).toBe(7);
    await bulk;
  });

  test("of requests that were lost are given back when their time is over", () => {
    let now = 0;
    const places = new Bulkhead(2, () => now);
    places.enter(1000);
    places.enter(5000);
    expect(places.enter(1000)).toBeNull();
    now = 1000;
    const leave = places.enter(1000);
    expect(leave).not.toBeNull();
    expect(places.enter(1000)).toBeNull();
    leave?.();
    expect(places.enter(1000)).not.toBeNull();
  });
});

describe("a span", () => {
  test("names the service and how the call ended, and nothing that was sent", async () => {
    const spans: Record<string, unknown>[] = [];
    const enterSpan: EnterSpan = (name, work) => {
      const told: Record<string, unknown> = { name };
      spans.push(told);
      return work({ setAttribute: (key, value) => Object.assign(told, { [key]: value }) });
    };
    const vendor = await vendorThat([ok, status(401), hang], { enterSpan, timeoutMs: 500 });
    await vendor.send({ body: { to: "maria@example.com" } });
    await failureOf(vendor.send());
    await failureOf(vendor.send({ signal: AbortSignal.timeout(50) }));
    const told = { name: "call openai", "vez.service": "openai", "vez.lane": "interactive" };
    expect(spans).toEqual([
      { ...told, "vez.outcome": "answered" },
      { ...told, "vez.outcome": "refused" },
      { ...told, "vez.outcome": "given_up" },
    ]);
  });
});

describe("tries", () => {
  test("are made again after an error of the vendor, where twice has one effect", async () => {
    const vendor = await vendorThat([status(500), status(503), ok]);
    expect(await vendor.send()).toBe(7);
    expect(vendor.calls()).toBe(3);
  });

  test("end after three", async () => {
    const vendor = await vendorThat([status(500)]);
    const failure = await failureOf(vendor.send());
    expect(failure).toMatchObject({ code: "vendor_error", retryable: true, status: 503 });
    expect(vendor.calls()).toBe(3);
  });

  test("are one where twice has two effects", async () => {
    const vendor = await vendorThat([status(500), ok]);
    await failureOf(vendor.send({ idempotent: false }));
    expect(vendor.calls()).toBe(1);
  });

  test("are one where the vendor says that the call is wrong", async () => {
    const vendor = await vendorThat([status(401), ok]);
    expect(await failureOf(vendor.send())).toMatchObject({ code: "vendor_refused", retryable: false });
    expect(vendor.calls()).toBe(1);
  });

  test("wait as long as the vendor asks, and not at all where that is longer than the time left", async () => {
    const patient = await vendorThat([status(429, { "retry-after": "1" }), ok], { timeoutMs: 5000 });
    const startedAt = Date.now();
    expect(await patient.send()).toBe(7);
    expect(Date.now() - startedAt).toBeGreaterThanOrEqual(990);
    const hurried = await vendorThat([status(429, { "retry-after": "60" }), ok], { timeoutMs: 5000 });
    expect(reasonOf(await failureOf(hurried.send()))).toBe("rate_limited");
    expect(hurried.calls()).toBe(1);
  });

  test("are spread over the whole of a growing time", () => {
    expect([1, 2, 3, 4].map((tries) => fullJitterMs(tries, 1))).toEqual([200, 400, 800, 1600]);
    expect(fullJitterMs(30, 0.5)).toBe(2500);
    expect(fullJitterMs(3, 0)).toBe(0);
  });
});

describe("an answer", () => {
  test.each([
    ["no JSON", ((_request, response) => response.end("<html>sk-secret private")) satisfies Answer],
    ["cut JSON", ((_request, response) => response.end('{"n": ')) satisfies Answer],
    ["another shape", ((_request, response) => response.end('"private"')) satisfies Answer],
    ["too long", ((_request, response) => response.end(`"${"x".repeat(2000)}"`)) satisfies Answer],
  ])("that is %s is refused without a word of it", async (_name, answer) => {
    const vendor = await vendorThat([answer]);
    const failure = await failureOf(vendor.send());
    expect(reasonOf(failure)).toBe("invalid_answer");
    expect(allWords(failure)).not.toMatch(/private|secret/);
  });

  test("that fails tells neither the vendor's words, nor the key, nor the address", async () => {
    const vendor = await vendorThat([status(500)]);
    const words = allWords(await failureOf(vendor.send()));
    expect(words).toContain("status 500");
    expect(words).not.toMatch(/private|secret|127\.0\.0\.1/);
  });

  test.each([
    ["500", status(500)],
    ["401", status(401)],
    ["429", status(429)],
    ["silence", hang],
    ["a closed connection", ((request) => void request.socket.destroy()) satisfies Answer],
    ["no JSON", ((_request, response) => response.end("<html>Maria 11987654321")) satisfies Answer],
    ["another shape", ((_request, response) => response.end('"Maria 11987654321"')) satisfies Answer],
  ])("of %s tells nothing of the person who was written of", async (_name, answer) => {
    const vendor = await vendorThat([answer], { timeoutMs: 200 });
    const body = { to: "maria@example.com", name: "Maria", phone: "11987654321" };
    const words = allWords(
      await failureOf(vendor.send({ body, path: "v1/people/11987654321", headers: { cpf: "529" } })),
    );
    expect(words).not.toMatch(/maria|11987654321|529|secret/i);
  });

  test("that leads elsewhere is not followed", async () => {
    const other = await vendorThat([ok]);
    const vendor = await vendorThat([status(307, { location: "http://127.0.0.1:1/api/v1/do" })]);
    expect(reasonOf(await failureOf(vendor.send()))).toBe("refused");
    expect(other.calls()).toBe(0);
  });
});

describe("an address", () => {
  const open = (baseUrl: string) =>
    openHttpVendor({
      service: "openai",
      baseUrl,
      headers: {},
      timeoutMs: 100,
      circuits: new Circuits(),
      metrics: new MetricsBuffer(),
    });

  test("is https, or on this machine", () => {
    expect(() => open("http://vendor.example")).toThrow("https://");
    expect(() => open("ftp://vendor.example")).toThrow("https://");
    expect(() => open("https://vendor.example/v1")).not.toThrow();
  });

  test("cannot be led out of the vendor by a path", async () => {
    const vendor = open("https://vendor.example/api");
    for (const path of ["//elsewhere.example/x", "https://elsewhere.example", "../secret", "/other"]) {
      await expect(vendor.send({ method: "GET", path, idempotent: true }, String)).rejects.toThrow(RangeError);
    }
  });
});

describe("a vendor that is down", () => {
  test("is asked no more after five failures in a row, and the answer is there at once", async () => {
    const vendor = await vendorThat([status(500)]);
    for (let i = 0; i < 5; i++) await failureOf(vendor.send({ idempotent: false }));
    const startedAt = Date.now();
    expect(reasonOf(await failureOf(vendor.send()))).toBe("open_circuit");
    expect(Date.now() - startedAt).toBeLessThan(100);
    expect(vendor.calls()).toBe(5);
  });

  test("and said when to come back is not asked before by any call", async () => {
    const busy = status(429, { "retry-after": "30" });
    const vendor = await vendorThat([busy, busy, busy, busy, busy, ok]);
    vi.useFakeTimers({ toFake: ["Date"] });
    try {
      for (let i = 0; i < 5; i++) await failureOf(vendor.send({ idempotent: false }));
      vi.setSystemTime(Date.now() + 25_000);
      expect(reasonOf(await failureOf(vendor.send()))).toBe("open_circuit");
      vi.setSystemTime(Date.now() + 6000);
      expect(await vendor.send()).toBe(7);
    } finally {
      vi.useRealTimers();
    }
  });

  test("for a bulk load stays open to whoever waits", async () => {
    const vendor = await vendorThat([status(429), status(429), status(429), status(429), status(429), ok]);
    for (let i = 0; i < 5; i++) await failureOf(vendor.send({ idempotent: false, lane: "bulk" }));
    expect(reasonOf(await failureOf(vendor.send({ lane: "bulk" })))).toBe("open_circuit");
    expect(await vendor.send({ lane: "interactive" })).toBe(7);
  });

  test("is not taken for down because calls were wrong", async () => {
    const vendor = await vendorThat([status(400)]);
    for (let i = 0; i < 8; i++) expect(reasonOf(await failureOf(vendor.send()))).toBe("refused");
    expect(vendor.calls()).toBe(8);
  });
});
