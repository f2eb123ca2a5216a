// SendGrid's Event Webhook: the published example of a signature, everything that is no signature, and what is kept of an event.
import { createHash, createPrivateKey, generateKeyPairSync, sign } from "node:crypto";
import { expect, test } from "vitest";
import { VezError } from "../../src/base/errors.ts";
import type { InboundEvent } from "../../src/domain/inbound/vendor-webhook.ts";
import { sendGridWebhook } from "../../src/providers/sendgrid-webhook.ts";
import { letterEvent, signedHeaders } from "../support/sendgrid-stand-in.ts";

const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
const KEY = publicKey.export({ type: "spki", format: "der" }).toString("base64");
const LETTER = { notificationId: "ntf_1", to: "ana@example.com", messageId: "14c5d75ce93" };

/** From sendgrid/sendgrid-nodejs (MIT), packages/eventwebhook/src/eventwebhook.spec.js. */
const PUBLISHED = {
  key: "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEEDr2LjtURuePQzplybdC+u4CwrqDqBaWjcMMsTbhdbcwHBcepxo7yAQGhHPTnlvFYPAZFceEu/1FwCM/QmGUhA==",
  signature: "MEUCIQCtIHJeH93Y+qpYeWrySphQgpNGNr/U+UyUlBkU6n7RAwIgJTz2C+8a8xonZGi6BpSzoQsbVRamr2nlxFDWYNH2j/0=",
  timestamp: "1588788367",
  body: JSON.stringify({ category: "example_payload", event: "test_event", message_id: "message_id" }),
};

function read(body: string, headers: Record<string, string>, how: { key?: string; now?: Date } = {}) {
  const { key = KEY, now = new Date() } = how;
  return sendGridWebhook(key).read({ bytes: new TextEncoder().encode(body), headers: new Headers(headers), now });
}

async function codeOf(reading: Promise<unknown>): Promise<string> {
  const error = await reading.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return error instanceof VezError ? error.code : String(error);
}

function told(...events: Record<string, unknown>[]): Promise<InboundEvent[]> {
  const body = JSON.stringify(events);
  return read(body, signedHeaders(privateKey, body));
}

test("the signature that SendGrid's own library is tested with fits, and the body is none of events", async () => {
  const headers = {
    "X-Twilio-Email-Event-Webhook-Signature": PUBLISHED.signature,
    "X-Twilio-Email-Event-Webhook-Timestamp": PUBLISHED.timestamp,
  };
  const now = new Date(Number(PUBLISHED.timestamp) * 1000);
  expect(await codeOf(read(PUBLISHED.body, headers, { key: PUBLISHED.key, now }))).toBe("invalid_input");
  expect(await codeOf(read(`${PUBLISHED.body} `, headers, { key: PUBLISHED.key, now }))).toBe("webhook_refused");
  expect(await codeOf(read(PUBLISHED.body, headers, { key: KEY, now }))).toBe("webhook_refused");
});

test("a signature of any length that DER can have is read: a hundred of them, and the key as PEM", async () => {
  const pem = publicKey.export({ type: "spki", format: "pem" }).toString();
  for (let i = 0; i < 100; i++) {
    const body = JSON.stringify([letterEvent("processed", LETTER)]);
    expect(await read(body, signedHeaders(privateKey, body), { key: pem })).toHaveLength(1);
  }
});

test("no signature, half of one, another's, and an old or early moment are refused alike", async () => {
  const body = JSON.stringify([letterEvent("delivered", LETTER)]);
  const good = signedHeaders(privateKey, body);
  const signature = good["x-twilio-email-event-webhook-signature"] ?? "";
  const stamp = good["x-twilio-email-event-webhook-timestamp"] ?? "";
  const other = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey;
  const raw = sign("sha256", Buffer.from(stamp + body), { key: privateKey, dsaEncoding: "ieee-p1363" });
  const wrong: Record<string, string>[] = [
    {},
    { "x-twilio-email-event-webhook-timestamp": stamp },
    { "x-twilio-email-event-webhook-signature": signature },
    { ...good, "x-twilio-email-event-webhook-signature": signature.slice(0, 40) },
    { ...good, "x-twilio-email-event-webhook-signature": "not base64 at all" },
    { ...good, "x-twilio-email-event-webhook-signature": raw.toString("base64") },
    { ...good, "x-twilio-email-event-webhook-signature": Buffer.alloc(72, 0x30).toString("base64") },
    { ...good, "x-twilio-email-event-webhook-timestamp": `${Number(stamp) + 1}` },
    { ...good, "x-twilio-email-event-webhook-timestamp": "yesterday" },
    signedHeaders(other, body),
    signedHeaders(privateKey, body, -301),
    signedHeaders(privateKey, body, 302),
  ];
  for (const headers of wrong) expect(await codeOf(read(body, headers))).toBe("webhook_refused");
  expect(await read(body, signedHeaders(privateKey, body, -290))).toHaveLength(1);
});

test("of an event only what its handler needs is kept: no address, no words of a server", async () => {
  const bounced = letterEvent("bounce", LETTER, {
    type: "bounce",
    status: "5.1.1",
    reason: "550 5.1.1 ana@example.com: user unknown",
  });
  const [event] = await told(bounced);
  expect(event).toEqual({
    id: bounced.sg_event_id,
    type: "bounce",
    body: {
      notificationId: "ntf_1",
      at: new Date(Number(bounced.timestamp) * 1000).toISOString(),
      reason: "bounced",
    },
    line: null,
  });
});

test.each([
  ["bounce", { type: "blocked" }, "blocked"],
  ["dropped", { reason: "Bounced Address" }, "bounced"],
  ["dropped", { reason: "Unsubscribed Address" }, "unsubscribed"],
  ["dropped", { reason: "ana@example.com is no good" }, "dropped"],
  ["spamreport", {}, "spam_reported"],
  ["group_unsubscribe", {}, "unsubscribed"],
  ["delivered", { response: "250 OK" }, null],
])("%s %j is told as %s", async (name, more, reason) => {
  expect((await told(letterEvent(name, LETTER, more)))[0]?.body.reason).toBe(reason);
});

test("one event that cannot be read is kept as such, and its neighbours are read", async () => {
  const good = letterEvent("delivered", LETTER);
  const { sg_event_id: _, ...nameless } = letterEvent("open", LETTER);
  const events = await told({ event: 7 }, good, nameless, { ...good, sg_event_id: "other", notification_id: { a: 1 } });
  expect(events.map(({ type }) => type)).toEqual(["unreadable", "delivered", "open", "delivered"]);
  expect(events[0]?.body).toEqual({});
  expect(events[2]?.id).toBe(createHash("sha256").update(JSON.stringify(nameless)).digest("base64"));
  expect(events[3]?.body.notificationId).toBeNull();
});

test("events that nobody here knows come through with their name", async () => {
  const change = {
    event: "account_status_change",
    sg_event_id: "MjEx",
    timestamp: 1709142428,
    type: "compliance_suspend",
  };
  expect(await told(change)).toMatchObject([{ id: "MjEx", type: "account_status_change" }]);
});

test("signed nonsense is refused without a word of it", async () => {
  for (const body of ['{"ana@example.com"', "{}", '"x"']) {
    const error = await read(body, signedHeaders(privateKey, body)).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: "invalid_input" });
    expect(JSON.stringify(error)).not.toContain("ana@");
  }
});

test("a key that is none is a defect of the configuration, named", async () => {
  const body = "[]";
  const headers = signedHeaders(createPrivateKey(privateKey.export({ type: "pkcs8", format: "pem" })), body);
  await expect(read(body, headers, { key: "my key" })).rejects.toThrow(/SENDGRID_WEBHOOK_KEY/);
});
