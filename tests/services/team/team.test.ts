// The team is called: once for an occasion, through failures and kills; a press of its button takes a conversation over.
import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { outboxRow } from "../../../src/db/outbox.ts";
import { outbox, teamPosts, users } from "../../../src/db/schema.ts";
import { MetricsBuffer } from "../../../src/domain/metrics/buffer.ts";
import type { ConversationPort } from "../../../src/domain/ports.ts";
import { Circuits } from "../../../src/providers/circuit.ts";
import { openPagerDuty } from "../../../src/providers/pagerduty.ts";
import { openSlack, TAKE_ACTION } from "../../../src/providers/slack.ts";
import { consume } from "../../../src/queue.ts";
import { retryMessage } from "../../../src/services/operations/settle-dead-message.ts";
import { insertOutbox } from "../../../src/services/outbox/insert-outbox.ts";
import { markDead } from "../../../src/services/outbox/message-state.ts";
import { alertTeam } from "../../../src/services/team/alert-team.ts";
import { postToChannel } from "../../../src/services/team/post-to-channel.ts";
import { pressButton } from "../../../src/services/team/press-button.ts";
import { resolvePage } from "../../../src/services/team/send-page.ts";
import { openDatabase, type TestDatabase } from "../../support/database.ts";
import { type PagerDutyStandIn, ROUTING_KEY, servePagerDuty } from "../../support/pagerduty-stand-in.ts";
import { SLACK_CHANNEL, SLACK_TOKEN, type SlackStandIn, serveSlack } from "../../support/slack-stand-in.ts";
import { batchOf, makeWorld, type World } from "../../support/world.ts";

const OLGA = { kind: "person", userId: "usr_olga", role: "operator", locale: "pt-BR" } as const;
const DANGER = { kind: "case_needs_human", params: { case_id: "cas_1", reason: "self_harm" } } as const;

let database: TestDatabase;
let slack: SlackStandIn;
let pagerDuty: PagerDutyStandIn;
let world: World;
let taken: string[];

beforeAll(async () => {
  [database, slack, pagerDuty] = await Promise.all([openDatabase(), serveSlack(), servePagerDuty()]);
});
afterAll(() => Promise.all([database.close(), slack.close(), pagerDuty.close()]));
beforeEach(async () => {
  await database.reset();
  world = await makeWorld(database, { professionals: 1 });
  await database.db.insert(users).values({ id: OLGA.userId, name: "Olga", email: "olga@vez.test", role: "operator" });
  const made = { timeoutMs: 400, circuits: new Circuits(), metrics: new MetricsBuffer() };
  world.ctx.team = {
    channel: openSlack({ baseUrl: slack.url, botToken: SLACK_TOKEN, channel: SLACK_CHANNEL, ...made }),
    pager: openPagerDuty({ baseUrl: pagerDuty.url, routingKey: ROUTING_KEY, source: "http://vez.test", ...made }),
    locale: "pt-BR",
  };
  taken = [];
  const takeOver: ConversationPort["takeOver"] = async ({ key }) => {
    if (taken.length > 0 && !taken.includes(key))
      return { ok: false, code: "already_taken", detail: "", status: 409, retryable: false };
    taken = [key];
    return { ok: true, value: {} as never };
  };
  const conversation = world.ctx.conversation;
  world.ctx.conversation = (id) => ({ ...conversation(id), takeOver });
});
afterEach(() => {
  slack.fail(null);
  slack.loseAnswers(false);
  slack.hideHistory(false);
  slack.refuseUpdates(null);
  slack.posted.length = 0;
  slack.whispers.length = 0;
  slack.emails.clear();
  slack.foreign.clear();
  pagerDuty.fail(null);
  pagerDuty.incidents.clear();
});

describe("an alert", () => {
  test("goes to the channel and wakes somebody, once for its occasion, without a word of the story", async () => {
    await alertTeam(world.ctx, DANGER, "needs_human:cas_1:4");
    await alertTeam(world.ctx, DANGER, "needs_human:cas_1:4");
    await world.drain();
    expect(slack.posted).toHaveLength(1);
    expect(slack.posted[0]?.metadata?.event_payload).toEqual({ key: "team.post:needs_human:cas_1:4" });
    expect([...pagerDuty.incidents]).toEqual([
      ["case:cas_1", expect.objectContaining({ severity: "critical", open: true, triggered: 1 })],
    ]);
  });

  test("that can wait for the morning wakes nobody", async () => {
    await alertTeam(world.ctx, { kind: "verification_waits", params: {} }, "v1");
    await alertTeam(world.ctx, { kind: "second_factor_changed", params: {} }, "v2");
    await world.drain();
    expect(slack.posted).toHaveLength(1);
    expect(pagerDuty.incidents.size).toBe(0);
  });

  test("is nothing at all where no vendor is configured", async () => {
    world.ctx.team = { channel: null, pager: null, locale: "pt-BR" };
    await alertTeam(world.ctx, DANGER, "k");
    expect(await database.db.select().from(outbox)).toEqual([]);
  });
});

describe("a post", () => {
  const post = () => postToChannel(world.ctx, DANGER, "team.post:k");

  test("whose answer was lost is found, and not posted again", async () => {
    slack.loseAnswers(true);
    await expect(post()).rejects.toMatchObject({ code: "vendor_error" });
    slack.loseAnswers(false);
    await post();
    await post();
    expect(slack.posted).toHaveLength(1);
    expect(await database.db.select().from(teamPosts)).toMatchObject([{ status: "posted", ts: slack.posted[0]?.ts }]);
  });

  test("whose answer was lost where nobody may look stays unsure, and is not posted again", async () => {
    slack.loseAnswers(true);
    slack.hideHistory(true);
    await expect(post()).rejects.toMatchObject({ code: "vendor_error" });
    slack.loseAnswers(false);
    await post();
    expect(slack.posted).toHaveLength(1);
    expect(await database.db.select().from(teamPosts)).toMatchObject([{ status: "unsure" }]);
  });

  test("that was surely not taken is posted later, also where nobody may look", async () => {
    slack.hideHistory(true);
    slack.fail("rate_limited");
    await expect(post()).rejects.toMatchObject({ code: "vendor_rate_limited" });
    slack.fail(null);
    await post();
    expect(slack.posted).toHaveLength(1);
    expect(await database.db.select().from(teamPosts)).toMatchObject([{ status: "posted" }]);
  });

  test("that did not arrive is posted when the vendor is back", async () => {
    slack.fail("hangs");
    await expect(post()).rejects.toMatchObject({ code: "vendor_timeout" });
    slack.fail(null);
    await post();
    expect(slack.posted).toHaveLength(1);
  });
});

describe("an incident", () => {
  const pages = async () =>
    (await database.db.select().from(outbox).where(eq(outbox.name, "team.page"))).filter(
      ({ status }) => status === "pending",
    );

  test("whose opening has to wait is not resolved before it was opened", async () => {
    const { ctx } = world;
    pagerDuty.fail("status_500");
    await alertTeam(ctx, DANGER, "k");
    await consume(ctx, batchOf(await pages()));
    pagerDuty.fail(null);
    await ctx.db.execute(insertOutbox(resolvePage(ctx, "case:cas_1", "7")));
    const [, resolve] = await pages();
    await consume(ctx, batchOf(resolve === undefined ? [] : [resolve]));
    world.advance(20_000);
    await consume(ctx, batchOf((await pages()).toReversed()));
    expect(await pages()).toEqual([]);
    expect(pagerDuty.incidents.get("case:cas_1")).toMatchObject({ open: false, triggered: 1 });
  });

  test.each([
    ["a case that somebody holds", "human", 0],
    ["a case that nobody holds", "agent", 1],
  ] as const)("of %s is opened accordingly, though its resolving went before", async (_what, controlledBy, opened) => {
    const { ctx } = world;
    const caseId = await world.addCase({ controlledBy });
    await ctx.db.execute(insertOutbox(resolvePage(ctx, `case:${caseId}`, "7")));
    await world.drain();
    await alertTeam(ctx, { kind: "case_needs_human", params: { case_id: caseId, reason: "in_danger" } }, "k");
    await world.drain();
    expect(pagerDuty.incidents.get(`case:${caseId}`)?.triggered ?? 0).toBe(opened);
  });

  test("of a message that was sent again before anybody was called is not opened", async () => {
    const { ctx } = world;
    const row = outboxRow("desk.mirror", "m", { caseId: "cas_1" }, { now: ctx.now(), traceId: "trc" });
    await database.db.insert(outbox).values(row);
    await markDead(ctx, row, "not_found");
    await retryMessage(ctx, OLGA, row.id);
    await database.db.update(outbox).set({ status: "done" }).where(eq(outbox.id, row.id));
    await world.drain();
    expect(pagerDuty.incidents.get(`dead:${row.id}`)?.triggered ?? 0).toBe(0);
  });
});

test("a dead message opens an incident that its retry resolves; a dead alert makes no further alert", async () => {
  const { ctx } = world;
  await alertTeam(ctx, DANGER, "k");
  const [carrier] = (await database.db.select().from(outbox)).filter(({ name }) => name === "team.page");
  if (carrier === undefined) throw new Error("The alert has a page.");
  await markDead(ctx, carrier, "vendor_refused");
  const row = { ...carrier, id: "out_dead", key: "contract.open:off_1", name: "contract.open", line: null };
  await database.db.insert(outbox).values(row);
  await markDead(ctx, row, "not_found");
  await world.drain();
  expect([...pagerDuty.incidents.keys()]).toEqual(["dead:out_dead"]);
  await retryMessage(ctx, OLGA, "out_dead");
  await database.db.update(outbox).set({ status: "done" }).where(eq(outbox.id, "out_dead"));
  await world.drain();
  expect(pagerDuty.incidents.get("dead:out_dead")?.open).toBe(false);
});

test("of many messages that die of the same thing one is told an hour, and anew once it was dealt with", async () => {
  const { ctx } = world;
  const dies = async (id: string, code = "vendor_refused") => {
    const made = { now: ctx.now(), traceId: "trc" };
    const row = { ...outboxRow("desk.mirror", id, { caseId: "cas_1" }, made), id };
    await database.db
      .insert(outbox)
      .values(row)
      .onConflictDoUpdate({ target: outbox.id, set: { status: "pending" } });
    await markDead(ctx, row, code);
  };
  const told = async () =>
    (await database.db.select().from(outbox)).filter(({ name }) => name === "operators.notify").length;
  for (const id of ["out_1", "out_2", "out_3"]) await dies(id);
  expect(await told()).toBe(1);
  await dies("out_4", "not_found");
  expect(await told()).toBe(2);
  world.advance(3_700_000);
  await dies("out_5");
  expect(await told()).toBe(3);
  await database.db.update(outbox).set({ status: "done" }).where(eq(outbox.name, "desk.mirror"));
  await dies("out_1");
  expect(await told()).toBe(4);
});

describe("a press", () => {
  const press = (user: string, id: string) =>
    pressButton(world.ctx, {
      externalId: id,
      type: TAKE_ACTION,
      body: { user, channel: SLACK_CHANNEL, ts: slack.posted[0]?.ts ?? "", value: caseId },
    });
  let caseId: string;

  beforeEach(async () => {
    caseId = await world.addCase({ status: "handed_off" });
    await postToChannel(world.ctx, { kind: "case_needs_human", params: { case_id: caseId } }, "k");
    slack.emails.set("U_OLGA", "Olga@vez.test").set("U_GUEST", "guest@elsewhere.test");
  });

  test("takes the conversation over in the name of whoever pressed, twice is once, and the button is gone", async () => {
    expect(await press("U_OLGA", "1")).toBe("handled");
    expect(await press("U_OLGA", "1")).toBe("handled");
    expect(taken).toEqual(["slack:1"]);
    expect(slack.posted[0]?.text).toContain("Olga assumiu esta conversa");
    expect(JSON.stringify(slack.posted[0]?.blocks)).not.toContain(TAKE_ACTION);
  });

  test("of a second one is told that a colleague was first", async () => {
    await press("U_OLGA", "1");
    await press("U_OLGA", "2");
    expect(slack.whispers).toEqual([{ user: "U_OLGA", text: expect.stringContaining("já assumiu") }]);
  });

  test("of somebody who does not operate Vez does nothing, and says what to do", async () => {
    await press("U_GUEST", "1");
    expect(taken).toEqual([]);
    expect(slack.whispers).toEqual([{ user: "U_GUEST", text: expect.stringContaining("Peça um convite") }]);
  });

  test("of somebody of another workspace counts for nobody, whatever address that workspace gives him", async () => {
    slack.emails.set("U_ELSEWHERE", "olga@vez.test");
    slack.foreign.add("U_ELSEWHERE");
    await press("U_ELSEWHERE", "1");
    expect(taken).toEqual([]);
    expect(slack.whispers).toMatchObject([{ user: "U_ELSEWHERE" }]);
  });

  test("has done its work where the alert can no longer be changed, and comes again where it can later", async () => {
    const [alert] = slack.posted.splice(0);
    expect(await press("U_OLGA", "1")).toBe("handled");
    expect(taken).toEqual(["slack:1"]);
    if (alert !== undefined) slack.posted.push(alert);
    slack.refuseUpdates("internal_error");
    await expect(press("U_OLGA", "1")).rejects.toMatchObject({ retryable: true });
    slack.refuseUpdates(null);
    expect(await press("U_OLGA", "1")).toBe("handled");
    expect(taken).toEqual(["slack:1"]);
    expect(slack.posted[0]?.text).toContain("Olga assumiu esta conversa");
  });

  test("waits while the vendor cannot say who pressed", async () => {
    slack.fail("status_500");
    await expect(press("U_OLGA", "1")).rejects.toMatchObject({ retryable: true });
    expect(taken).toEqual([]);
  });
});
