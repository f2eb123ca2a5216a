// The platform's spans, as the wiring takes them: a call runs inside of one, and its failure is its own.
import { tracing } from "cloudflare:workers";
import { expect, test } from "vitest";
import { MetricsBuffer } from "../../src/domain/metrics/buffer.ts";
import { makeCallOut } from "../../src/providers/call-out.ts";
import { Circuits } from "../../src/providers/circuit.ts";

const callOut = makeCallOut({
  service: "slack",
  timeoutMs: 1000,
  circuits: new Circuits({ enterSpan: (name, work) => tracing.enterSpan(name, work) }),
  metrics: new MetricsBuffer(),
});

test("a call inside of a span gives its answer, or fails as it would without", async () => {
  expect(await callOut({ idempotent: true }, async () => 7)).toBe(7);
  const failing = callOut({ idempotent: false }, () => Promise.reject(new Error("private")));
  await expect(failing).rejects.toMatchObject({ code: "vendor_error" });
});
