// Our keys: by whose answer which vendor refuses them, by whose it takes them, and how often that is told.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { MetricsBuffer } from "../../src/domain/metrics/buffer.ts";
import { KEYED_VENDORS } from "../../src/domain/vendors/keys.ts";
import { openChatwoot } from "../../src/providers/chatwoot.ts";
import { Circuits } from "../../src/providers/circuit.ts";
import { TokenMemory } from "../../src/providers/docusign-token.ts";
import { openEvolution } from "../../src/providers/evolution.ts";
import { KeyWatch } from "../../src/providers/key-watch.ts";
import { oneSignal } from "../../src/providers/onesignal.ts";
import { openESign } from "../../src/providers/open-docusign.ts";
import { openPagerDuty } from "../../src/providers/pagerduty.ts";
import { sendGrid } from "../../src/providers/sendgrid.ts";
import { openSlack } from "../../src/providers/slack.ts";
import { openSlackIncoming } from "../../src/providers/slack-incoming.ts";
import { vendorSettings } from "../../src/providers/vendor-settings.ts";
import { CHATWOOT_TOKEN, serveChatwoot } from "../support/chatwoot-stand-in.ts";
import { startDocuSign } from "../support/docusign-stand-in.ts";
import { serveEvolution } from "../support/evolution-stand-in.ts";
import { ONESIGNAL_APP, ONESIGNAL_KEY, serveOneSignal } from "../support/onesignal-stand-in.ts";
import { ROUTING_KEY, servePagerDuty } from "../support/pagerduty-stand-in.ts";
import { SENDGRID_FROM, SENDGRID_KEY, serveSendGrid } from "../support/sendgrid-stand-in.ts";
import { SLACK_CHANNEL, SLACK_TOKEN, serveSlack } from "../support/slack-stand-in.ts";

const servers = await Promise.all([
  serveSendGrid(),
  serveOneSignal(),
  serveSlack(),
  servePagerDuty(),
  serveChatwoot(),
  serveEvolution(),
  startDocuSign(),
]);
const [mail, push, slack, pagerDuty, chatwoot, evolution, docuSign] = servers;
afterAll(() => Promise.all(servers.map((server) => server.close())));
beforeAll(() => push.devices.add("usr_1"));

type Made = { timeoutMs: number; circuits: Circuits; metrics: MetricsBuffer };

/** What is told of the keys after `work`, whatever became of it. */
async function toldBy(work: (made: Made) => Promise<unknown>) {
  const circuits = new Circuits();
  await work({ timeoutMs: 2000, circuits, metrics: new MetricsBuffer() }).catch(() => undefined);
  return circuits.keys.take();
}
const refused = (vendor: string, status: number | null) => [{ vendor, isRefused: true, status }];
const taken = (vendor: string) => [{ vendor, isRefused: false, status: null }];

const ITEM = {
  ...{ id: "ntf_1", to: "usr_1", subject: "Um aviso", text: "Leia.", html: null, link: null },
  ...({ locale: "pt-BR", unsubscribe: null } as const),
};
const LETTER = { ...ITEM, to: "ana@example.com" };
const letter = (made: Made, apiKey = SENDGRID_KEY) =>
  sendGrid({ ...made, baseUrl: mail.url, apiKey, from: SENDGRID_FROM, replyTo: null }).send([LETTER]);
const notice = (made: Made, apiKey = ONESIGNAL_KEY) =>
  oneSignal({ ...made, baseUrl: push.url, appId: ONESIGNAL_APP, apiKey }).send([ITEM]);
const POST = {
  key: "k",
  title: "Uma conversa",
  lines: ["espera"],
  link: { label: "Abrir", href: "https://vez.test" },
  take: null,
};
const channel = (made: Made, botToken = SLACK_TOKEN) =>
  openSlack({ ...made, baseUrl: slack.url, botToken, channel: SLACK_CHANNEL });
const incoming = (made: Made, last: string) =>
  openSlackIncoming({ ...made, url: `${slack.url.replace(/\/api$/, "")}/services/T0/B0/${last}` }).post(POST);
const page = (made: Made, routingKey = ROUTING_KEY) =>
  openPagerDuty({ ...made, baseUrl: pagerDuty.url, routingKey, source: "https://vez.test" }).resolve("case:cas_1");
const desk = (made: Made, apiToken = CHATWOOT_TOKEN) =>
  openChatwoot({ ...made, baseUrl: chatwoot.url, accountId: "1", inboxId: "1", apiToken }).has("999", 1);
const text = (made: Made, change: Record<string, string> = {}) =>
  openEvolution({ ...evolution.settings(), ...change, EVOLUTION_TIMEOUT: 2, SPEECH_MAX_MB: 1 }, made)?.whatsapp.send({
    to: "5511987654321",
    text: "Oi",
  }) ?? Promise.reject(new Error("not configured"));
const eSign = (made: Made, change: Record<string, string> = {}) => {
  const settings = { ...docuSign.settings, ...change, DOCUSIGN_TIMEOUT: 5, PUBLIC_ORIGIN: "https://vez.test" };
  const opened = openESign(settings, { ...made, memory: new TokenMemory() });
  if (opened === null) throw new Error("not configured");
  return opened;
};

describe("a key that is", () => {
  test("wrong is refused by each vendor, each in its way", async () => {
    expect(await toldBy((made) => letter(made, "SG.wrong"))).toEqual(refused("sendgrid", 401));
    expect(await toldBy((made) => notice(made, "wrong"))).toEqual(refused("onesignal", 403));
    expect(await toldBy((made) => channel(made, "xoxb-wrong").post(POST))).toEqual(refused("slack", null));
    expect(await toldBy((made) => channel(made, "xoxb-wrong").find("k", new Date(0)))).toEqual(refused("slack", null));
    expect(await toldBy((made) => incoming(made, "taken-back"))).toEqual(refused("slack", 404));
    expect(await toldBy((made) => page(made, "f".repeat(32)))).toEqual(refused("pagerduty", 400));
    expect(await toldBy((made) => desk(made, "wrong"))).toEqual(refused("chatwoot", 401));
    expect(await toldBy((made) => text(made, { EVOLUTION_API_KEY: "wrong" }))).toEqual(refused("evolution", 401));
    expect(await toldBy((made) => text(made, { EVOLUTION_INSTANCE: "none" }))).toEqual(refused("evolution", 404));
    const since = new Date();
    const asked = (change: Record<string, string>) => toldBy((made) => eSign(made, change).find("ctr_1", since));
    expect(await asked({ DOCUSIGN_USER_ID: "another" })).toEqual(refused("docusign", 400));
    expect(await asked({ DOCUSIGN_PRIVATE_KEY: "no key" })).toEqual(refused("docusign", null));
  });

  test("good is taken, and says so by what it is for", async () => {
    expect(await toldBy((made) => letter(made))).toEqual(taken("sendgrid"));
    expect(await toldBy((made) => notice(made))).toEqual(taken("onesignal"));
    expect(await toldBy((made) => channel(made).post(POST))).toEqual(taken("slack"));
    expect(await toldBy((made) => incoming(made, "secret"))).toEqual(taken("slack"));
    expect(await toldBy((made) => page(made))).toEqual(taken("pagerduty"));
    expect(await toldBy((made) => text(made))).toEqual(taken("evolution"));
    expect(await toldBy((made) => eSign(made).find("ctr_1", new Date()))).toEqual(taken("docusign"));
  });

  test("good, and may not send, is refused at the letter: being let in says nothing", async () => {
    mail.answerLetters(403);
    expect(await toldBy((made) => letter(made))).toEqual(refused("sendgrid", 403));
    mail.answerLetters(null);
  });

  test("good is not blamed for what is no matter of keys", async () => {
    slack.hideHistory(true);
    expect(await toldBy((made) => channel(made).find("k", new Date(0)))).toEqual([]);
    slack.hideHistory(false);
    mail.answerLetters(413);
    expect(await toldBy((made) => letter(made))).toEqual([]);
    mail.answerLetters(null);
    push.fail("status_500");
    expect(await toldBy((made) => notice(made))).toEqual([]);
    push.fail(null);
    // A token that ended, or was withdrawn, is fetched anew.
    const told = await toldBy(async (made) => {
      const opened = eSign(made);
      await opened.find("ctr_1", new Date());
      docuSign.revoke();
      await opened.find("ctr_1", new Date());
    });
    expect(told).toEqual(taken("docusign"));
  });
});

describe("the watch", () => {
  test("tells the last word of each vendor, the same again after five minutes, and another at once", () => {
    let now = 0;
    const watch = new KeyWatch(() => now);
    watch.heard("sendgrid", false);
    watch.heard("sendgrid", true, 401);
    watch.heard("webhook", true, 401);
    expect(watch.take()).toEqual(refused("sendgrid", 401));
    now += 4 * 60_000;
    watch.heard("sendgrid", true, 401);
    expect(watch.take()).toEqual([]);
    now += 60_000;
    watch.heard("sendgrid", true, 401);
    expect(watch.take()).toEqual(refused("sendgrid", 401));
    watch.heard("sendgrid", false);
    const news = watch.take();
    expect(news).toEqual(taken("sendgrid"));
    watch.heard("sendgrid", false);
    expect(watch.take()).toEqual([]);
    watch.forget(news);
    watch.heard("sendgrid", false);
    expect(watch.take()).toEqual(taken("sendgrid"));
  });

  test("knows each vendor's variables by the names that they have", () => {
    const named = Object.values(KEYED_VENDORS).flatMap(({ variables }) => variables as readonly string[]);
    const ours = named.filter((name) =>
      /^(SENDGRID|EVOLUTION|ONESIGNAL|DOCUSIGN|CHATWOOT|SLACK|PAGERDUTY)_/.test(name),
    );
    expect(ours.filter((name) => !Object.hasOwn(vendorSettings, name))).toEqual([]);
  });
});
