// Letters by SendGrid: what goes out, and for every answer whether the letter may be sent again.
import { inspect } from "node:util";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { MetricsBuffer } from "../../src/domain/metrics/buffer.ts";
import type { Outgoing } from "../../src/domain/notifications/sender.ts";
import { Circuits } from "../../src/providers/circuit.ts";
import { sendGrid } from "../../src/providers/sendgrid.ts";
import { SENDGRID_FROM, SENDGRID_KEY, type SendGridStandIn, serveSendGrid } from "../support/sendgrid-stand-in.ts";
import { type Fault, pace } from "../support/vendor-stand-in.ts";

let vendor: SendGridStandIn;

beforeAll(async () => {
  vendor = await serveSendGrid();
});
afterAll(() => vendor.close());
afterEach(() => {
  vendor.fail(null);
  vendor.answerLetters(null);
  vendor.loseAnswers(0);
  vendor.letters.length = 0;
  vendor.dropped.length = 0;
  vendor.bounced.clear();
  vendor.takeRequests();
});

const open = (more: { apiKey?: string; replyTo?: string | null; baseUrl?: string } = {}) =>
  sendGrid({
    baseUrl: vendor.url,
    apiKey: SENDGRID_KEY,
    from: SENDGRID_FROM,
    replyTo: null,
    timeoutMs: 400,
    circuits: new Circuits(),
    metrics: new MetricsBuffer(),
    random: () => 0,
    ...more,
  });

const letter = (id: string, more: Partial<Outgoing> = {}): Outgoing => ({
  id,
  to: "ana@example.com",
  subject: "Seu contrato está pronto",
  text: "Leia com calma.",
  html: "<p>Leia com calma.</p>",
  link: "https://vez.example/contracts/ctr_1",
  locale: "pt-BR",
  unsubscribe: "https://vez.example/unsubscribe?token=abc",
  ...more,
});

describe("a letter", () => {
  test("goes out in both forms, names its notification, can be ended by one press, and is not tracked", async () => {
    const outcomes = await open({ replyTo: "equipe@vez.example" }).send([letter("ntf_1")]);
    const [taken] = vendor.letters;
    expect(outcomes).toEqual([{ id: "ntf_1", outcome: "sent", vendorId: taken?.messageId }]);
    expect(taken).toMatchObject({
      notificationId: "ntf_1",
      to: "ana@example.com",
      subject: "Seu contrato está pronto",
      text: "Leia com calma.",
      html: "<p>Leia com calma.</p>",
      headers: {
        "List-Unsubscribe": "<https://vez.example/unsubscribe?token=abc>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      },
    });
    const [, sent] = vendor.takeRequests();
    expect(sent?.body).toMatchObject({
      from: { email: SENDGRID_FROM, name: "Vez" },
      reply_to: { email: "equipe@vez.example" },
      tracking_settings: { open_tracking: { enable: false }, click_tracking: { enable: false } },
    });
    expect(sent?.body).not.toHaveProperty("categories");
  });

  test("that cannot be ended has no such header, and one without a page has one form", async () => {
    await open().send([letter("ntf_1", { unsubscribe: null, html: null })]);
    expect(vendor.letters[0]).toMatchObject({ headers: {}, html: null });
  });

  test("that is waited for goes past SendGrid's own list of bounces, and no other does", async () => {
    vendor.bounced.add("ana@example.com");
    await open().send([
      letter("ntf_code", { isAwaited: true }),
      letter("ntf_news"),
      letter("ntf_other", { isAwaited: false }),
    ]);
    expect(vendor.letters.map(({ notificationId }) => notificationId)).toEqual(["ntf_code"]);
    expect(vendor.dropped.map(({ notificationId }) => notificationId).sort()).toEqual(["ntf_news", "ntf_other"]);
    const settings = vendor
      .takeRequests()
      .map(({ body }) => (body as { mail_settings?: unknown } | undefined)?.mail_settings);
    expect(settings.filter((one) => one !== undefined)).toEqual([{ bypass_bounce_management: { enable: true } }]);
  });

  test("is one of many in a call, each with its own outcome", async () => {
    const sender = open();
    const items = Array.from({ length: sender.mostAtOnce }, (_, i) => letter(`ntf_${i}`));
    const poison = letter("ntf_poison", { subject: "" });
    const outcomes = await sender.send([...items.slice(1), poison]);
    expect(outcomes.map(({ id }) => id)).toEqual([...items.slice(1).map(({ id }) => id), "ntf_poison"]);
    expect(outcomes.filter(({ outcome }) => outcome === "sent")).toHaveLength(sender.mostAtOnce - 1);
    expect(outcomes.at(-1)).toEqual({ id: "ntf_poison", outcome: "refused", reason: "status_400" });
    expect(await sender.send([])).toEqual([]);
  });
});

describe("what SendGrid says of a letter", () => {
  test.each([
    [400, "refused"],
    [413, "refused"],
    [403, "failed"],
    [404, "failed"],
    [429, "failed"],
    [503, "failed"],
    [521, "failed"],
    [500, "failed"],
    [502, "unsure"],
    [520, "unsure"],
    [524, "unsure"],
    [200, "unsure"],
  ])("status %i: %s", async (status, outcome) => {
    vendor.answerLetters(status);
    expect(await open().send([letter("ntf_1")])).toEqual([{ id: "ntf_1", outcome, reason: `status_${status}` }]);
    // Once, whatever was said: another try is for whoever knows what became of this one.
    expect(vendor.takeRequests()).toHaveLength(2);
  });

  test("nothing, after it took the letter: unsure, and not asked again", async () => {
    vendor.loseAnswers(1);
    expect(await open().send([letter("ntf_1")])).toEqual([{ id: "ntf_1", outcome: "unsure", reason: "error" }]);
    expect(vendor.letters).toHaveLength(1);
  });

  test("to a wrong key: the letter waits for whoever mends it", async () => {
    const outcomes = await open({ apiKey: "SG.wrong" }).send([letter("ntf_1")]);
    expect(outcomes).toEqual([{ id: "ntf_1", outcome: "failed", reason: "status_401" }]);
    expect(vendor.letters).toEqual([]);
  });
});

describe("a SendGrid that is away", () => {
  test.each([
    ["refused_connection", "error"],
    ["hangs", "timeout"],
    ["status_500", "status_500"],
    ["rate_limited", "status_429"],
    ["redirects", "status_307"],
  ] as const satisfies readonly (readonly [Fault, string])[])(
    "by %s is noticed before a letter is at stake: it has not arrived, and goes later, once",
    async (fault, reason) => {
      const sender = open();
      vendor.fail(fault);
      const outcomes = await sender.send([letter("ntf_1"), letter("ntf_2")]);
      if (fault === "redirects") {
        // A redirect is an answer: nothing was taken where it came from.
        expect(outcomes.map(({ outcome }) => outcome)).toEqual(["failed", "failed"]);
      } else {
        // When it says how long, that goes along.
        const waits = fault === "rate_limited" ? { retryAfterMs: pace.retryAfterSeconds * 1000 } : {};
        expect(outcomes).toEqual(["ntf_1", "ntf_2"].map((id) => ({ id, outcome: "failed", reason, ...waits })));
        expect(vendor.takeRequests().every(({ path }) => path === "/v3/scopes")).toBe(true);
      }
      expect(vendor.letters).toEqual([]);
      vendor.fail(null);
      expect((await sender.send([letter("ntf_1")]))[0]?.outcome).toBe("sent");
      expect(vendor.letters).toHaveLength(1);
    },
  );

  test("altogether, with nobody at its address, has taken nothing", async () => {
    const gone = await serveSendGrid();
    await gone.close();
    const outcomes = await open({ baseUrl: gone.url }).send([letter("ntf_1")]);
    expect(outcomes).toEqual([{ id: "ntf_1", outcome: "failed", reason: "error" }]);
  });

  test("for long is not asked: its circuit is open, and the letters have not gone", async () => {
    const sender = open();
    vendor.fail("status_500");
    for (let i = 0; i < 2; i++) await sender.send([letter("ntf_1")]);
    vendor.takeRequests();
    expect(await sender.send([letter("ntf_1")])).toEqual([{ id: "ntf_1", outcome: "failed", reason: "open_circuit" }]);
    expect(vendor.takeRequests()).toEqual([]);
  });
});

test("says nothing of what was sent, whatever goes wrong, and does not throw", async () => {
  for (const fault of ["status_500", "not_json", "truncated", "hangs"] as const) {
    vendor.fail(fault);
    const said = inspect(await open().send([letter("ntf_1")]), { depth: 9 });
    expect(said).not.toMatch(/ana@example|contrato|Leia|SG\./);
  }
});

test("an address that is neither https nor on this machine stops the start", () => {
  expect(() => open({ baseUrl: "http://sendgrid.example" })).toThrow(/https/);
});
