// Slack and PagerDuty over HTTP: what is asked, what is answered, every way of failing, and whose button press counts.
import { inspect } from "node:util";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { MetricsBuffer } from "../../src/domain/metrics/buffer.ts";
import { Circuits } from "../../src/providers/circuit.ts";
import { openPagerDuty } from "../../src/providers/pagerduty.ts";
import { openSlack, TAKE_ACTION } from "../../src/providers/slack.ts";
import { openSlackIncoming } from "../../src/providers/slack-incoming.ts";
import { slackWebhook } from "../../src/providers/slack-webhook.ts";
import { reasonOf } from "../../src/providers/vendor-failure.ts";
import { type PagerDutyStandIn, ROUTING_KEY, servePagerDuty } from "../support/pagerduty-stand-in.ts";
import { SLACK_CHANNEL, SLACK_SECRET, SLACK_TOKEN, type SlackStandIn, serveSlack } from "../support/slack-stand-in.ts";
import type { Fault } from "../support/vendor-stand-in.ts";

let slack: SlackStandIn;
let pagerDuty: PagerDutyStandIn;
const AT = new Date("2026-11-20T03:00:00Z");
const POST = {
  key: "team.post:needs_human:cas_1:4",
  title: "Uma conversa precisa de você",
  lines: ["A pessoa <pode> estar em risco & só."],
  link: { label: "Abrir na Vez", href: "https://vez.example/ops/cases/cas_1" },
  take: { label: "Assumir a conversa", caseId: "cas_1" },
};

const FAULTS: (readonly [Fault, string])[] = [
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
];

beforeAll(async () => {
  [slack, pagerDuty] = await Promise.all([serveSlack(), servePagerDuty()]);
});
afterAll(() => Promise.all([slack.close(), pagerDuty.close()]));
afterEach(() => {
  slack.fail(null);
  pagerDuty.fail(null);
});

const made = () => ({ timeoutMs: 600, circuits: new Circuits(), metrics: new MetricsBuffer() });
const channel = (botToken = SLACK_TOKEN) =>
  openSlack({ baseUrl: slack.url, botToken, channel: SLACK_CHANNEL, ...made() });
const pager = () =>
  openPagerDuty({ baseUrl: pagerDuty.url, routingKey: ROUTING_KEY, source: "https://vez.example", ...made() });
const failed = (work: Promise<unknown>) => work.then(() => "nothing", reasonOf);

describe("the channel", () => {
  test("has a post with its words made harmless, its link and its button, and finds it again", async () => {
    const ref = await channel().post(POST);
    const [posted] = slack.posted;
    expect(JSON.stringify(posted?.blocks)).toContain("&lt;pode&gt; estar em risco &amp; só.");
    expect(JSON.stringify(posted?.blocks)).toContain(`"action_id":"${TAKE_ACTION}"`);
    expect(await channel().find(POST.key, AT)).toEqual(ref);
    expect(await channel().find("another", AT)).toBeNull();
    await channel().replace(ref, "Olga assumiu");
    expect(posted?.text).toBe("Olga assumiu");
    expect(JSON.stringify(posted?.blocks)).not.toContain(TAKE_ACTION);
  });

  test("that is busy is searched page by page, and one too long to search is no licence to post again", async () => {
    const ref = await channel().post({ ...POST, key: "team.post:busy" });
    const chat = (count: number) =>
      slack.posted.push(...Array.from({ length: count }, () => ({ ts: "1700000001.000000", text: "oi", blocks: [] })));
    chat(450);
    expect(await channel().find("team.post:busy", AT)).toEqual(ref);
    expect(await channel().find("another", AT)).toBeNull();
    chat(2000);
    expect(await failed(channel().find("team.post:busy", AT))).toBe("refused");
    slack.posted.splice(-2450);
  });

  test("a wrong token, and a channel that may not be read, are refusals", async () => {
    expect(await failed(channel("xoxb-wrong").post(POST))).toBe("refused");
    slack.hideHistory(true);
    expect(await failed(channel().find(POST.key, AT))).toBe("refused");
    slack.hideHistory(false);
  });

  test.each(FAULTS)("%s is %s, and says nothing of what was sent", async (fault, reason) => {
    slack.fail(fault);
    const error = await channel()
      .post(POST)
      .catch((thrown: unknown) => thrown);
    expect(reasonOf(error)).toBe(reason);
    expect(inspect(error, { depth: 8 })).not.toMatch(/xoxb|risco/);
  });
});

describe("an incoming webhook", () => {
  const incoming = () => openSlackIncoming({ url: `${slack.url}/../services/T0/B0/secret`, ...made() });

  test("takes an alert without buttons, and can do nothing else", async () => {
    const before = slack.posted.length;
    await incoming().post(POST);
    expect(slack.posted).toHaveLength(before + 1);
    expect(JSON.stringify(slack.posted.at(-1)?.blocks)).not.toContain(TAKE_ACTION);
    expect(await failed(incoming().find(POST.key, AT))).toBe("refused");
  });

  test("that was taken back is a refusal, and its address stands in no error", async () => {
    const gone = openSlackIncoming({ url: `${slack.url}/../services/T0/B0/another`, ...made() });
    const error = await gone.post(POST).catch((thrown: unknown) => thrown);
    expect(reasonOf(error)).toBe("refused");
    expect(inspect(error, { depth: 8 })).not.toContain("another");
  });
});

describe("a pressed button", () => {
  const read = (request: { body: string; headers: Record<string, string> }, now = AT) =>
    slackWebhook(SLACK_SECRET).read({
      bytes: new TextEncoder().encode(request.body),
      headers: new Headers(request.headers),
      now,
    });
  const press = (secret = SLACK_SECRET) =>
    slack.press({ user: "U1", ts: "1700000000.000001", actionId: TAKE_ACTION, value: "cas_1", at: AT, secret });

  test("is one event, by whoever signed it, within five minutes", async () => {
    const [event] = await read(press());
    expect(event).toMatchObject({ type: TAKE_ACTION, body: { user: "U1", value: "cas_1" } });
    expect((await read(press()))[0]?.id).toBe(event?.id);
    const refused = { code: "webhook_refused", status: 401 };
    await expect(read(press("another secret"))).rejects.toMatchObject(refused);
    await expect(read({ ...press(), body: `${press().body}&x=1` })).rejects.toMatchObject(refused);
    await expect(read(press(), new Date(AT.getTime() + 301_000))).rejects.toMatchObject(refused);
    await expect(read({ body: press().body, headers: {} })).rejects.toMatchObject(refused);
  });
});

describe("whoever is on call", () => {
  const page = {
    subject: "case:cas_1",
    summary: "s",
    severity: "critical",
    link: "https://vez.example/",
    at: AT,
  } as const;

  test("has one incident for a subject, however often it is opened, and none once it is resolved", async () => {
    await pager().trigger(page);
    await pager().trigger(page);
    expect([...pagerDuty.incidents]).toEqual([
      ["case:cas_1", { summary: "s", severity: "critical", open: true, triggered: 2 }],
    ]);
    await pager().resolve("case:cas_1");
    await pager().resolve("case:never_opened");
    expect(pagerDuty.incidents.get("case:cas_1")?.open).toBe(false);
  });

  test.each(FAULTS)("%s is %s, and says nothing of what was sent", async (fault, reason) => {
    pagerDuty.fail(fault);
    const error = await pager()
      .trigger(page)
      .catch((thrown: unknown) => thrown);
    expect(reasonOf(error)).toBe(reason);
    expect(inspect(error, { depth: 8 })).not.toContain(ROUTING_KEY);
  });
});
