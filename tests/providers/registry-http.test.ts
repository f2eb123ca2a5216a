// The register's gateway: the question, both answers, and every way in which an answer can be no good.
import { inspect } from "node:util";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { MetricsBuffer } from "../../src/domain/metrics/buffer.ts";
import { Circuits } from "../../src/providers/circuit.ts";
import { httpRegistry } from "../../src/providers/registry-http.ts";
import { reasonOf } from "../../src/providers/vendor-failure.ts";
import { type Fault, type StandIn, serveVendor } from "../support/vendor-stand-in.ts";

const KEY = "key-of-the-register";
const QUESTION = { register: "oab", uf: "SP", number: "999123" } as const;
let gateway: StandIn;
let answer: unknown;

beforeAll(async () => {
  gateway = await serveVendor(() => ({ status: 200, body: answer }));
});
afterAll(() => gateway.close());
afterEach(() => {
  gateway.fail(null);
  gateway.takeRequests();
});

const registry = (metrics = new MetricsBuffer()) =>
  httpRegistry({ baseUrl: gateway.url, apiKey: KEY, timeoutMs: 600, circuits: new Circuits(), metrics });

test("asks by POST, so that no number stands in an address, and reads both answers", async () => {
  answer = { found: true, name: "Ana Maria de Souza", situation: "regular", photo: "left out" };
  expect(await registry().look(QUESTION)).toEqual({ name: "Ana Maria de Souza", situation: "regular" });
  expect(gateway.takeRequests()).toEqual([{ path: "/lookup", authorization: `Bearer ${KEY}`, body: QUESTION }]);
  answer = { found: false };
  expect(await registry().look(QUESTION)).toBeNull();
});

test.each([{ found: true }, { found: true, name: "Ana", situation: "licenciada" }, { found: "yes" }, []])(
  "%j is no answer and no guess",
  async (wrong) => {
    answer = wrong;
    const error = await registry()
      .look(QUESTION)
      .catch((thrown: unknown) => thrown);
    expect(reasonOf(error)).toBe("invalid_answer");
  },
);

test.each([
  ["refused_connection", "error"],
  ["hangs", "timeout"],
  ["drips", "timeout"],
  ["status_500", "error"],
  ["status_401", "refused"],
  ["rate_limited", "rate_limited"],
  ["redirects", "refused"],
  ["not_json", "invalid_answer"],
  ["truncated", "invalid_answer"],
  ["wrong_shape", "invalid_answer"],
] as const satisfies readonly (readonly [Fault, string])[])(
  "%s is %s, and says nothing of what was sent",
  async (fault, reason) => {
    answer = { found: true, name: "x".repeat(180), situation: "regular" };
    gateway.fail(fault);
    const error = await registry()
      .look(QUESTION)
      .catch((thrown: unknown) => thrown);
    expect(reasonOf(error)).toBe(reason);
    expect(inspect(error, { depth: 8 })).not.toMatch(/999123|key-of-the-register/);
  },
);

test("an address that is neither https nor on this machine stops the start", () => {
  const config = { apiKey: null, timeoutMs: 600, circuits: new Circuits(), metrics: new MetricsBuffer() };
  expect(() => httpRegistry({ ...config, baseUrl: "http://register.example" })).toThrow("https");
});
