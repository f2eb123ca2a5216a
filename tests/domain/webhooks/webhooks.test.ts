// The rules of webhooks: where they may go, how they are signed and named, when they are tried again.
import { expect, test } from "vitest";
import { CONTRACT_STATUSES } from "../../../src/db/tables/contracts.ts";
import { OFFER_STATUSES } from "../../../src/db/tables/offers.ts";
import { CASE_STATUSES } from "../../../src/domain/case-state.ts";
import { isWanted, WEBHOOK_TYPES, WEBHOOK_WISHES, webhookType } from "../../../src/domain/webhooks/event-types.ts";
import { nextWaitMs, RETRY_FOR_MS } from "../../../src/domain/webhooks/retry.ts";
import { signedHeaders, webhookSecret } from "../../../src/domain/webhooks/signature.ts";
import { refuseTarget } from "../../../src/domain/webhooks/target.ts";

const outside = { ownHost: "vez.example", toThisMachine: false };

test.each([
  "https://example.com/hooks",
  "https://hooks.example.com.br:8443/a?b=c",
  "https://93.184.215.14/",
  "https://[2606:4700::6810:84e5]/",
  "https://172.32.0.1/",
  "https://100.128.0.1/",
])("%s is a place for webhooks", (url) => {
  expect(refuseTarget(url, outside)).toBeNull();
});

test.each([
  ["http://example.com/", "not_https"],
  ["ftp://example.com/", "not_https"],
  ["javascript:alert(1)", "not_https"],
  ["nonsense", "not_a_url"],
  [`https://example.com/${"x".repeat(500)}`, "not_a_url"],
  ["https://user:pass@example.com/", "has_password"],
  ["https://example.com:22/", "odd_port"],
  ["https://example.com:6379/", "odd_port"],
  ["https://vez.example/api", "own_address"],
  ["https://localhost/", "not_public"],
  ["https://LOCALHOST./", "not_public"],
  ["https://a.localhost/", "not_public"],
  ["https://printer.local/", "not_public"],
  ["https://metadata.google.internal/", "not_public"],
  ["https://db/", "not_public"],
  ["https://127.0.0.1/", "not_public"],
  ["https://127.1/", "not_public"],
  ["https://2130706433/", "not_public"],
  ["https://0x7f.0.0.1/", "not_public"],
  ["https://0177.0.0.1/", "not_public"],
  ["https://0.0.0.0/", "not_public"],
  ["https://10.1.2.3/", "not_public"],
  ["https://172.16.0.1/", "not_public"],
  ["https://172.31.255.255/", "not_public"],
  ["https://192.168.1.1/", "not_public"],
  ["https://169.254.169.254/latest/meta-data", "not_public"],
  ["https://100.64.0.1/", "not_public"],
  ["https://198.18.0.1/", "not_public"],
  ["https://224.0.0.1/", "not_public"],
  ["https://255.255.255.255/", "not_public"],
  ["https://[::1]/", "not_public"],
  ["https://[::]/", "not_public"],
  ["https://[::ffff:127.0.0.1]/", "not_public"],
  ["https://[::ffff:a00:1]/", "not_public"],
  ["https://[64:ff9b::7f00:1]/", "not_public"],
  ["https://[fd00::1]/", "not_public"],
  ["https://[fe80::1]/", "not_public"],
  ["https://[ff02::1]/", "not_public"],
  ["https://[2001:db8::1]/", "not_public"],
  ["https://[2001::1]/", "not_public"],
  ["https://[2002:7f00:1::]/", "not_public"],
] as const)("%s is refused as %s", (url, reason) => {
  expect(refuseTarget(url, outside)).toBe(reason);
});

test("one machine may be told on its own ports, never at its own address", () => {
  const here = { ownHost: "127.0.0.1:8787", toThisMachine: true };
  expect(refuseTarget("http://127.0.0.1:9000/hooks", here)).toBeNull();
  expect(refuseTarget("http://127.0.0.1:8787/hooks", here)).toBe("own_address");
  expect(refuseTarget("file:///etc/passwd", here)).toBe("not_https");
});

test("a signature is the standard's own: its published example comes out", async () => {
  const headers = await signedHeaders(["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"], {
    id: "msg_p5jXN8AQM9LWM0D4loKWxJek",
    at: new Date(1_614_265_330_000),
    body: '{"test": 2432232314}',
  });
  expect(headers).toEqual({
    "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
    "webhook-timestamp": "1614265330",
    "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
  });
});

test("two secrets give two signatures, and a secret is 32 random bytes", async () => {
  const secrets = [1, 2].map((byte) => webhookSecret(new Uint8Array(32).fill(byte)));
  expect(atob((secrets[0] ?? "").slice(6))).toHaveLength(32);
  const headers = await signedHeaders(secrets, { id: "evt_1", at: new Date(0), body: "{}" });
  const [one, two] = (headers["webhook-signature"] ?? "").split(" ");
  expect(one).toMatch(/^v1,.{44}$/);
  expect(two).toMatch(/^v1,.{44}$/);
  expect(one).not.toBe(two);
});

test("every state of a case, an offer and a contract has a name that can be subscribed to", () => {
  const states = [
    ...CASE_STATUSES.map((status) => webhookType("case", status, "triage")),
    ...OFFER_STATUSES.map((status) => webhookType("offer", status, "pending")),
    ...CONTRACT_STATUSES.map((status) => webhookType("contract", status, "draft")),
    webhookType("case", "triage", null),
    webhookType("offer", "pending", null),
    webhookType("contract", "sent", null),
  ];
  for (const type of states) {
    expect(WEBHOOK_TYPES).toContain(type);
    expect(isWanted([`${type.split(".")[0]}.*`], type)).toBe(true);
    expect(isWanted([type], type)).toBe(true);
  }
  expect(isWanted(["case.*"], "offer.sent")).toBe(false);
  expect(isWanted(["case.signed"], "contract.signed")).toBe(false);
  expect(new Set(WEBHOOK_WISHES).size).toBe(WEBHOOK_WISHES.length);
});

test("tries come within seconds, minutes, hours, and end within a day", () => {
  const waits: number[] = [];
  for (let tries = 1; ; tries++) {
    const wait = nextWaitMs(tries, 0);
    if (wait === null) break;
    expect(nextWaitMs(tries, 1)).toBeGreaterThan(wait);
    waits.push(wait);
  }
  expect(waits[0]).toBe(5000);
  expect(waits).toEqual(waits.toSorted((a, b) => a - b));
  const all = waits.reduce((sum, wait) => sum + wait, 0);
  expect(all).toBeLessThanOrEqual(RETRY_FOR_MS);
  expect(all).toBeGreaterThan(0.9 * RETRY_FOR_MS);
});
