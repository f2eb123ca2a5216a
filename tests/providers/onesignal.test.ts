// Pushes by OneSignal: what goes out, once for a notification whatever is lost, and what its event stream tells.
import { randomUUID } from "node:crypto";
import { inspect } from "node:util";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { VezError } from "../../src/base/errors.ts";
import { MetricsBuffer } from "../../src/domain/metrics/buffer.ts";
import type { Outgoing } from "../../src/domain/notifications/sender.ts";
import { Circuits } from "../../src/providers/circuit.ts";
import { oneSignal, uuidOf } from "../../src/providers/onesignal.ts";
import { oneSignalWebhook } from "../../src/providers/onesignal-webhook.ts";
import {
  ONESIGNAL_APP,
  ONESIGNAL_KEY,
  ONESIGNAL_TOKEN,
  type OneSignalStandIn,
  pushEvent,
  serveOneSignal,
} from "../support/onesignal-stand-in.ts";
import type { Fault } from "../support/vendor-stand-in.ts";

let vendor: OneSignalStandIn;

beforeAll(async () => {
  vendor = await serveOneSignal();
});
afterAll(() => vendor.close());
afterEach(() => {
  vendor.fail(null);
  vendor.answerPushes(null);
  vendor.loseAnswers(0);
  vendor.pushes.length = 0;
  vendor.takeRequests();
});

const open = (apiKey = ONESIGNAL_KEY) =>
  oneSignal({
    baseUrl: vendor.url,
    appId: ONESIGNAL_APP,
    apiKey,
    timeoutMs: 400,
    circuits: new Circuits(),
    metrics: new MetricsBuffer(),
    random: () => 0,
  });

/** Of a person with a device. */
function push(more: Partial<Outgoing> = {}): Outgoing {
  const item: Outgoing = {
    id: `ntf_${randomUUID()}`,
    to: `usr_${randomUUID()}`,
    subject: "Alguém escreveu para você",
    text: "Alguém escreveu para você\nhttps://vez.example/cases/cas_1",
    html: null,
    link: "https://vez.example/cases/cas_1",
    locale: "pt-BR",
    unsubscribe: null,
    ...more,
  };
  vendor.devices.add(item.to);
  return item;
}

describe("a push", () => {
  test("goes to the person's devices with its subject and its link, and no more stands on the screen", async () => {
    const item = push();
    const [outcome] = await open().send([item]);
    expect(vendor.pushes).toMatchObject([
      {
        notificationId: item.id,
        to: item.to,
        contents: { en: item.subject, pt: item.subject },
        url: "https://vez.example/cases/cas_1",
      },
    ]);
    expect(outcome).toEqual({ id: item.id, outcome: "sent", vendorId: vendor.pushes[0]?.id });
    expect(JSON.stringify(vendor.takeRequests()[0]?.body)).not.toContain("\\n");
  });

  test("to somebody without a device is refused, and another channel may be tried", async () => {
    const item = { ...push(), to: "usr_nobody" };
    expect(await open().send([item])).toEqual([{ id: item.id, outcome: "refused", reason: "no_device" }]);
  });

  test("whose answers are lost is asked for again under the same key, and made once", async () => {
    vendor.loseAnswers(2);
    const item = push();
    expect((await open().send([item]))[0]?.outcome).toBe("sent");
    expect(vendor.pushes).toHaveLength(1);
    expect(vendor.takeRequests()).toHaveLength(3);
  });

  test("that stays unanswered is unsure, and a later try of another process is still one push", async () => {
    vendor.fail("hangs");
    const item = push();
    expect(await open().send([item])).toEqual([{ id: item.id, outcome: "unsure", reason: "timeout" }]);
    vendor.fail(null);
    expect((await open().send([item]))[0]?.outcome).toBe("sent");
    expect(vendor.pushes).toHaveLength(1);
  });

  test("that was lost on its way is in doubt still, whatever a later try of the same call is told", async () => {
    vendor.loseAnswers(1, 503);
    const item = push();
    expect(await open().send([item])).toEqual([{ id: item.id, outcome: "unsure", reason: "status_503" }]);
    expect(vendor.pushes).toHaveLength(1);
  });

  test("has a key that is a UUID and depends on nothing but its id", async () => {
    expect(await uuidOf("ntf_1")).toBe(await uuidOf("ntf_1"));
    expect(await uuidOf("ntf_1")).not.toBe(await uuidOf("ntf_2"));
    expect(await uuidOf("ntf_1")).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});

test.each([
  [400, "refused"],
  [401, "failed"],
  [403, "failed"],
  [404, "failed"],
  [422, "failed"],
  [429, "failed"],
  [500, "failed"],
  [503, "failed"],
])("status %i: %s", async (status, outcome) => {
  vendor.answerPushes(status);
  const item = push();
  expect(await open().send([item])).toEqual([{ id: item.id, outcome, reason: `status_${status}` }]);
  expect(vendor.pushes).toEqual([]);
});

test.each([
  ["refused_connection", "error"],
  ["drips", "timeout"],
  ["status_500", "status_500"],
  ["status_401", "status_401"],
  ["rate_limited", "status_429"],
  ["not_json", "invalid_answer"],
  ["truncated", "invalid_answer"],
] as const satisfies readonly (readonly [Fault, string])[])(
  "%s is told as %s, says nothing of what was sent, and a later try makes one push",
  async (fault, reason) => {
    const item = push();
    vendor.fail(fault);
    const outcomes = await open().send([item]);
    expect(outcomes).toMatchObject([{ id: item.id, reason }]);
    expect(outcomes[0]?.outcome).not.toBe("sent");
    expect(inspect(outcomes)).not.toMatch(/Alguém|cas_1|os_v2/);
    vendor.fail(null);
    expect((await open().send([item]))[0]?.outcome).toBe("sent");
    expect(vendor.pushes).toHaveLength(1);
  },
);

test("a device is given to a person and ended by its id, and a failure to do so is said", async () => {
  const device = randomUUID();
  const { devices } = open();
  expect(await devices.give(device, "usr_1")).toBe("done");
  expect(vendor.owners.get(device)).toBe("usr_1");
  expect(await devices.end(device)).toBe("done");
  expect(await devices.end(device)).toBe("unknown");
  expect(await devices.give(device, "usr_2")).toBe("unknown");
  vendor.fail("status_500");
  expect(await devices.end(device)).toBe("failed");
  vendor.fail(null);
  expect(await open("os_wrong").devices.end(device)).toBe("failed");
});

describe("the event stream", () => {
  const read = (event: unknown, authorization = `Bearer ${ONESIGNAL_TOKEN}`, now = new Date()) =>
    oneSignalWebhook(ONESIGNAL_TOKEN).read({
      bytes: new TextEncoder().encode(typeof event === "string" ? event : JSON.stringify(event)),
      headers: new Headers({ authorization }),
      now,
    });

  test("tells one event with our notification's id", async () => {
    const event = pushEvent("message.push.clicked", { notificationId: "ntf_1" });
    expect(await read(event)).toEqual([
      {
        id: event.event_id,
        type: "message.push.clicked",
        body: {
          notificationId: "ntf_1",
          deviceId: event.subscription_id,
          at: new Date(Number(event.timestamp) * 1000).toISOString(),
        },
        line: null,
      },
    ]);
  });

  test("may quote its numbers, and leaves empty what an event has not", async () => {
    const now = new Date("2026-11-21T15:00:00Z");
    const event = {
      event_id: "e1",
      kind: "message.push.sent",
      timestamp: "1708559115",
      message_name: "",
      subscription_id: "",
    };
    const [read1] = await read(event);
    expect(read1?.body).toEqual({ notificationId: null, deviceId: null, at: "2024-02-21T23:45:15.000Z" });
    const [read2] = await read({ ...event, timestamp: "" }, undefined, now);
    expect(read2?.body.at).toBe(now.toISOString());
  });

  test("with another token, or none, is refused; without its body too, and nothing of it is told", async () => {
    const event = pushEvent("message.push.sent", { notificationId: "ntf_1" });
    for (const authorization of ["", "Bearer", "Bearer token-of-the-streax", `Basic ${ONESIGNAL_TOKEN}`]) {
      await expect(read(event, authorization)).rejects.toMatchObject({ code: "webhook_refused", status: 401 });
    }
    for (const body of ["{", "[]", { kind: "x" }]) {
      const error = await read(body).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(VezError);
      expect(error).toMatchObject({ code: "invalid_input" });
    }
  });
});
