// One message handed to a vendor: how much of an answer is read.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { MetricsBuffer } from "../../src/domain/metrics/buffer.ts";
import { Circuits } from "../../src/providers/circuit.ts";
import { openMessageVendor } from "../../src/providers/message-call.ts";

test("an answer without an end is read to its bound and no further", async () => {
  let written = 0;
  const server = createServer(async (_request, response) => {
    response.on("error", () => undefined);
    response.writeHead(200, { "content-type": "application/json" });
    while (!response.destroyed && written < 50_000_000) {
      written += 50_000;
      if (!response.write("x".repeat(50_000))) await sleep(5);
    }
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const vendor = openMessageVendor({
    service: "onesignal",
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    headers: {},
    timeoutMs: 20_000,
    circuits: new Circuits(),
    metrics: new MetricsBuffer(),
  });
  const answer = await vendor({ method: "POST", path: "x", idempotent: false, read: ({ text }) => text() });
  expect(answer).toMatchObject({ ok: false, reason: "invalid_answer", mayHaveArrived: true });
  expect(written).toBeLessThan(10_000_000);
  server.closeAllConnections();
  server.close();
});
