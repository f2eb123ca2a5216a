// A vendor that refuses our key: the team hears of it once an hour, the console says so until it takes it again.
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { notifications, outbox, users } from "../../../src/db/schema.ts";
import { MetricsBuffer } from "../../../src/domain/metrics/buffer.ts";
import { Circuits } from "../../../src/providers/circuit.ts";
import { openPagerDuty } from "../../../src/providers/pagerduty.ts";
import { openSlack } from "../../../src/providers/slack.ts";
import { listRefusals } from "../../../src/services/operations/list-refusals.ts";
import { tellKeys } from "../../../src/services/team/tell-keys.ts";
import { openDatabase, type TestDatabase } from "../../support/database.ts";
import { type PagerDutyStandIn, ROUTING_KEY, servePagerDuty } from "../../support/pagerduty-stand-in.ts";
import { SLACK_CHANNEL, SLACK_TOKEN, type SlackStandIn, serveSlack } from "../../support/slack-stand-in.ts";
import { makeWorld, type World } from "../../support/world.ts";

const OLGA = { kind: "person", userId: "usr_olga", role: "operator", locale: "pt-BR" } as const;
let database: TestDatabase;
let slack: SlackStandIn;
let pagerDuty: PagerDutyStandIn;
let world: World;
let now: Date;

beforeAll(async () => {
  [database, slack, pagerDuty] = await Promise.all([openDatabase(), serveSlack(), servePagerDuty()]);
});
afterAll(() => Promise.all([database.close(), slack.close(), pagerDuty.close()]));
beforeEach(async () => {
  await database.reset();
  slack.posted.length = 0;
  pagerDuty.incidents.clear();
  world = await makeWorld(database, { professionals: 1 });
  now = new Date("2026-11-21T10:05:00Z");
  world.ctx.now = () => now;
  await database.db.insert(users).values({ id: OLGA.userId, name: "Olga", email: "olga@vez.test", role: "operator" });
  const made = { timeoutMs: 2000, circuits: new Circuits(), metrics: new MetricsBuffer() };
  world.ctx.team = {
    channel: openSlack({ baseUrl: slack.url, botToken: SLACK_TOKEN, channel: SLACK_CHANNEL, ...made }),
    pager: openPagerDuty({ baseUrl: pagerDuty.url, routingKey: ROUTING_KEY, source: "http://vez.test", ...made }),
    locale: "pt-BR",
  };
});

const refusedBy = (vendor: string) => tellKeys(world.ctx, [{ vendor, isRefused: true, status: 401 }]);
const takenBy = (vendor: string) => tellKeys(world.ctx, [{ vendor, isRefused: false, status: null }]);
const shown = async () =>
  (await listRefusals(world.ctx, OLGA, () => true)).map(({ vendor, since }) => [vendor.name, since.toISOString()]);
const asked = () => database.db.select().from(outbox).where(eq(outbox.name, "operators.notify"));

test("mail that is refused wakes somebody, says what stops and what to do, and ends when the key is taken", async () => {
  await refusedBy("sendgrid");
  await world.drain();
  const [told] = await database.db.select().from(notifications).where(eq(notifications.kind, "vendor_key_refused"));
  expect(told?.text).toMatch(/SendGrid recusa a chave/);
  expect(told?.text).toMatch(/códigos de entrada/);
  expect(told?.text).toMatch(/SENDGRID_API_KEY/);
  expect(told?.text).toMatch(/runbook/);
  expect(slack.posted).toHaveLength(1);
  expect(pagerDuty.incidents.get("vendor_key:sendgrid")).toMatchObject({ severity: "error", open: true });
  expect(await shown()).toEqual([["SendGrid", "2026-11-21T10:05:00.000Z"]]);
  now = new Date("2026-11-21T10:20:00Z");
  await takenBy("sendgrid");
  await world.drain();
  expect(pagerDuty.incidents.get("vendor_key:sendgrid")).toMatchObject({ open: false });
  expect(await shown()).toEqual([]);
});

test("it is told once an hour, however often and by how many it is heard, and the page keeps its first moment", async () => {
  for (const moment of ["10:05", "10:30", "10:59"]) {
    now = new Date(`2026-11-21T${moment}:00Z`);
    await Promise.all([refusedBy("evolution"), refusedBy("evolution")]);
  }
  expect(await asked()).toHaveLength(1);
  now = new Date("2026-11-21T11:01:00Z");
  await refusedBy("evolution");
  await refusedBy("onesignal");
  expect((await asked()).map(({ key }) => key).sort()).toEqual([
    "vendor_key:evolution:2026-11-21T10",
    "vendor_key:evolution:2026-11-21T11",
    "vendor_key:onesignal:2026-11-21T11",
  ]);
  expect(await shown()).toEqual([
    ["Evolution API", "2026-11-21T10:05:00.000Z"],
    ["OneSignal", "2026-11-21T11:01:00.000Z"],
  ]);
  // Of a vendor that was taken out nothing more is said.
  const left = await listRefusals(world.ctx, OLGA, (variable) => variable.startsWith("ONESIGNAL_"));
  expect(left.map(({ vendor }) => vendor.name)).toEqual(["OneSignal"]);
});

test("what waits for the morning wakes nobody, and a key that was always taken writes nothing", async () => {
  await refusedBy("anthropic");
  await takenBy("openai");
  await world.drain();
  expect(slack.posted).toHaveLength(1);
  expect(pagerDuty.incidents.size).toBe(0);
  await takenBy("anthropic");
  expect(await database.db.select().from(outbox).where(eq(outbox.name, "team.page"))).toEqual([]);
  await expect(listRefusals(world.ctx, { ...OLGA, role: "professional" }, () => true)).rejects.toMatchObject({
    code: "not_found",
  });
});
