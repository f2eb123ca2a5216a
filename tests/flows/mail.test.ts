// A case's notices go out by letter and by push, their vendors tell what became of them, and a vendor that is away costs a wait alone.
import type { Browser, BrowserContextOptions } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { findings } from "../pages/findings.ts";
import { visit } from "../pages/scene.ts";
import { beginCase, call, eventually, signIn, tellCase } from "../support/api.ts";
import { openBrowser } from "../support/browser.ts";
import { oneSignalSdk } from "../support/onesignal-sdk.ts";
import {
  ONESIGNAL_APP,
  ONESIGNAL_KEY,
  ONESIGNAL_TOKEN,
  type OneSignalStandIn,
  pushEvent,
  serveOneSignal,
} from "../support/onesignal-stand-in.ts";
import { type Product, startProduct } from "../support/product.ts";
import {
  type Letter,
  letterEvent,
  SENDGRID_FROM,
  SENDGRID_KEY,
  type SendGridStandIn,
  serveSendGrid,
} from "../support/sendgrid-stand-in.ts";

const NARRATIVE =
  "Fui demitida ontem sem justa causa depois de 3 anos, com carteira assinada, e o patrão não pagou as verbas nem o FGTS.";
const OPERATOR = "operador@vez.test";
const DEVICE = "d0f5e5a1-3c4b-4a59-9f65-5a1ad1d7c0aa";
const OTHER_DEVICE = "7c9d2a44-81f0-4b0e-8a53-0c2f6f3b9e11";

let product: Product;
let mail: SendGridStandIn;
let push: OneSignalStandIn;
let operator: string;

beforeAll(async () => {
  [mail, push] = await Promise.all([serveSendGrid(), serveOneSignal()]);
  product = await startProduct({
    env: {
      SENDGRID_API_KEY: SENDGRID_KEY,
      SENDGRID_FROM,
      SENDGRID_URL: mail.url,
      SENDGRID_TIMEOUT: "2",
      SENDGRID_WEBHOOK_KEY: mail.publicKey,
      ONESIGNAL_APP_ID: ONESIGNAL_APP,
      ONESIGNAL_API_KEY: ONESIGNAL_KEY,
      ONESIGNAL_URL: push.url,
      ONESIGNAL_WEBHOOK_TOKEN: ONESIGNAL_TOKEN,
    },
  });
  operator = await signIn(product.origin, OPERATOR);
});
afterAll(async () => {
  await product.remove();
  await Promise.all([mail.close(), push.close()]);
});

const sent = z.object({
  items: z.array(z.object({ id: z.string(), to: z.string(), status: z.string() })),
});

async function mailBox() {
  const { body } = await call(product.origin, "GET", "/api/v2/operator/mail?limit=100", { token: operator });
  return sent.parse(body).items;
}

async function statusOf(id: string): Promise<string | undefined> {
  return (await mailBox()).find((item) => item.id === id)?.status;
}

const becomes = (id: string, status: string) => eventually(async () => (await statusOf(id)) === status);

/** Letters that ask a professional about a case that was told just now. */
async function lettersOfACase(): Promise<Letter[]> {
  const before = new Set(mail.letters);
  const client = await beginCase(product.origin);
  expect(await tellCase(product.origin, client, NARRATIVE)).toBe("completed");
  return eventually(async () => {
    const asked = mail.letters.filter((letter) => !before.has(letter) && /caso novo|new case/i.test(letter.subject));
    return asked.length === 3 && asked;
  }, 40_000);
}

const tell = (events: Record<string, unknown>[], how?: Parameters<SendGridStandIn["tell"]>[2]) =>
  mail.tell(`${product.origin}/webhooks/sendgrid`, events, how);

function onceEach(letters: readonly Letter[]): void {
  const ids = letters.map(({ notificationId }) => notificationId);
  expect(new Set(ids).size).toBe(ids.length);
}

test("a notice goes out as a letter, and its webhook makes it delivered, whatever comes twice or late", async () => {
  const [first, second, third] = await lettersOfACase();
  if (first === undefined || second === undefined || third === undefined) throw new Error("fewer than three letters");
  expect(first.html).toContain("<");
  expect(first.headers["List-Unsubscribe-Post"]).toBe("List-Unsubscribe=One-Click");
  await becomes(first.notificationId, "sent");

  const delivered = letterEvent("delivered", first);
  const opened = letterEvent("open", second);
  const known = letterEvent("delivered", second);
  expect((await tell([letterEvent("processed", first), delivered, opened])).status).toBe(200);
  for (let i = 0; i < 5; i++) expect((await tell([delivered])).status).toBe(200);
  await becomes(first.notificationId, "delivered");
  await becomes(second.notificationId, "opened");
  // Its delivery is told after it was opened.
  expect((await tell([known, opened])).status).toBe(200);

  const bounced = letterEvent("bounce", third, { type: "bounce", reason: `550 ${third.to}: unknown` });
  expect(
    (await tell([{ event: 7 }, bounced, { ...letterEvent("delivered", third), notification_id: "ntf_of_another" }]))
      .status,
  ).toBe(200);
  await becomes(third.notificationId, "failed");
  expect(await statusOf(second.notificationId)).toBe("opened");

  // Without the key nobody tells anything.
  expect((await tell([letterEvent("bounce", first)], { skewSeconds: -600 })).status).toBe(401);
  const forged = await call(product.origin, "POST", "/webhooks/sendgrid", { body: [letterEvent("bounce", first)] });
  expect(forged.status).toBe(401);
  expect(await statusOf(first.notificationId)).toBe("delivered");
  onceEach(mail.letters);
});

test("while SendGrid is away a letter waits, and goes once when it is back", async () => {
  mail.takeRequests();
  mail.fail("refused_connection");
  const before = mail.letters.length;
  const body = { email: "pessoa@exemplo.test", type: "sign-in" };
  expect((await call(product.origin, "POST", "/api/auth/email-otp/send-verification-otp", { body })).status).toBe(200);
  // Its door was knocked at, three times, and no letter was handed in.
  const asked: string[] = [];
  await eventually(async () => asked.push(...mail.takeRequests().map(({ path }) => path)) >= 3);
  expect(new Set(asked)).toEqual(new Set(["/v3/scopes"]));
  const waiting = await eventually(async () =>
    (await mailBox()).find(({ to, status }) => to === body.email && status === "queued"),
  );
  mail.fail(null);
  await becomes(waiting.id, "sent");
  const letters = mail.letters.slice(before);
  expect(letters).toMatchObject([{ notificationId: waiting.id, to: body.email, headers: {} }]);
  expect(letters[0]?.text).toMatch(/\b\d{6}\b/);
});

test("a key that SendGrid refuses is told to the team and stands on the console until it is taken again", async () => {
  const cookie = await cookieOf(OPERATOR);
  const overview = async () => (await call(product.origin, "GET", "/ops", { headers: { cookie } })).body.text;
  expect(await overview()).not.toContain("Recusa a chave");
  mail.fail("status_401");
  const body = { email: "outra.pessoa@exemplo.test", type: "sign-in" };
  expect((await call(product.origin, "POST", "/api/auth/email-otp/send-verification-otp", { body })).status).toBe(200);
  await eventually(async () =>
    /SendGrid<\/strong>[\s\S]*Recusa a chave[\s\S]*SENDGRID_API_KEY/.test(String(await overview())),
  );
  const told = async () => {
    const { body: list } = await call(product.origin, "GET", "/api/v2/operator/mail?limit=100", { token: operator });
    return z
      .object({ items: z.array(z.object({ kind: z.string() })) })
      .parse(list)
      .items.map(({ kind }) => kind);
  };
  await eventually(async () => (await told()).includes("vendor_key_refused"));
  mail.fail(null);
  // The code that waited leaves by itself, and with it the notice.
  await eventually(async () => mail.letters.some(({ to }) => to === body.email), 60_000);
  await eventually(async () => !String(await overview()).includes("Recusa a chave"));
});

test("whoever lets a browser be woken is told by push, once, and signing out there ends it", async () => {
  const cookie = await cookieOf(OPERATOR);
  const page = await call(product.origin, "GET", "/notices/push", { headers: { cookie } });
  expect(page.headers.get("content-security-policy")).toMatch(/script-src [^;]*https:\/\/cdn\.onesignal\.com/);
  const elsewhere = await call(product.origin, "GET", "/ops", { headers: { cookie } });
  expect(elsewhere.headers.get("content-security-policy")).not.toContain("onesignal");
  expect((await call(product.origin, "GET", "/notices/push")).headers.get("location")).toContain("/sign-in");
  const worker = await call(product.origin, "GET", "/notices/push/OneSignalSDKWorker.js");
  expect(worker.body.text).toContain("importScripts");
  expect(worker.headers.get("content-security-policy")).not.toMatch(/connect-src[^;]*'self'/);

  const kept = await post("/notices/push", cookie, { device: DEVICE });
  expect(kept.status).toBe(303);
  expect(kept.headers.get("set-cookie")).toContain(`vez_push=${DEVICE}`);
  const me = await call(product.origin, "GET", "/api/auth/get-session", { headers: { cookie } });
  const { id } = z.object({ user: z.object({ id: z.string() }) }).parse(me.body).user;
  await eventually(async () => push.owners.get(DEVICE) === id);
  push.devices.add(id);

  await beginCase(product.origin, { text: "Quero falar com uma pessoa da equipe." });
  const note = await eventually(async () => push.pushes.find(({ to }) => to === id));
  expect(note.url).toContain(product.origin);
  const told = pushEvent("message.push.clicked", note);
  const door = `${product.origin}/webhooks/onesignal`;
  expect((await push.tell(door, told, "guessed")).status).toBe(401);
  for (let i = 0; i < 3; i++) expect((await push.tell(door, told)).status).toBe(200);
  await becomes(note.notificationId, "opened");
  expect(mail.letters.filter(({ notificationId }) => notificationId === note.notificationId)).toEqual([]);

  const out = await post("/sign-out", `${cookie}; vez_push=${DEVICE}`, {});
  expect(out.headers.get("clear-site-data")).toBe('"storage"');
  await eventually(async () => push.ended.has(DEVICE));
  expect(new Set(push.pushes.map(({ notificationId }) => notificationId)).size).toBe(push.pushes.length);
});

describe("somebody whose letters came back", () => {
  test.each([
    ["pt-BR", /voltou, então paramos/],
    ["en", /came back, so we stopped/],
  ] as const)("is told so and what to do, in %s, on a phone", async (locale, said) => {
    const email = `caixa.cheia.com.um.nome.bem.comprido.${Date.now()}@exemplo-de-um-dominio-comprido.test`;
    const cookie = await cookieOf(email);
    const letter = mail.letters.findLast(({ to }) => to === email);
    if (letter === undefined) throw new Error("no letter");
    const browser = await openBrowser();
    const { context, page, troubles } = await visit(browser, { locale });
    const pairs = cookie
      .split("; ")
      .map((pair) => [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)]);
    await context.addCookies(pairs.map(([name = "", value = ""]) => ({ name, value, url: product.origin })));
    await page.goto(`${product.origin}/notices`);
    expect(await page.locator("#mail-stopped").count()).toBe(0);
    await tell([letterEvent("bounce", letter, { type: "bounce", reason: "550 unknown" })]);
    await becomes(letter.notificationId, "failed");
    await page.reload();
    const notice = await page.locator("#mail-stopped").textContent();
    expect(notice).toMatch(said);
    expect(notice).toContain(email);
    expect(await findings(page)).toEqual([]);
    if (process.env.VEZ_SHOTS !== undefined)
      await page.screenshot({ path: `${process.env.VEZ_SHOTS}/mail-stopped-${locale}.png`, fullPage: true });
    expect(troubles).toEqual([]);
    await browser.close();
  });
});

describe("the page of notices on this device", () => {
  const SDK = "https://cdn.onesignal.com/sdks/web/v16/OneSignalSDK.page.js";
  let browser: Browser;
  let cookies: { name: string; value: string; url: string }[];

  beforeAll(async () => {
    browser = await openBrowser();
    cookies = (await cookieOf(`pessoa.${Date.now()}@exemplo.test`)).split("; ").map((pair) => {
      const at = pair.indexOf("=");
      return { name: pair.slice(0, at), value: pair.slice(at + 1), url: product.origin };
    });
  });
  afterAll(() => browser.close());

  async function open(options: BrowserContextOptions = {}, sdk: string | null = oneSignalSdk(OTHER_DEVICE)) {
    const { context, page, troubles } = await visit(browser, options);
    await context.addCookies(cookies);
    await context.route("https://cdn.onesignal.com/**", (route) =>
      sdk !== null && route.request().url() === SDK
        ? route.fulfill({ contentType: "text/javascript", body: sdk })
        : route.abort(),
    );
    await page.goto(`${product.origin}/notices/push`);
    return { context, page, troubles };
  }

  test("asks at a press and never before, and the browser is the person's from then on", async () => {
    const { context, page, troubles } = await open({ permissions: ["notifications"] });
    await page.locator("#push-on:enabled").waitFor();
    expect(await page.evaluate("called.map((one) => Array.isArray(one) ? one[0] : one)")).toEqual(["init"]);
    await page.click("#push-on");
    await page.locator("form[action='/notices/push/off']").waitFor();
    await eventually(async () => push.owners.has(OTHER_DEVICE));
    await page.click("form[action='/notices/push/off'] button");
    await eventually(async () => push.ended.has(OTHER_DEVICE));
    expect(troubles).toEqual([]);
    await context.close();
  });

  test.each([
    ["is told how, where the browser does not allow it", {}, oneSignalSdk(OTHER_DEVICE), /configurações/],
    ["is told that nothing is lost, where the vendor is not reached", {}, null, /outros caminhos/],
    ["is told the same without scripts", { javaScriptEnabled: false }, null, /Nada se perde/],
  ] as const)("somebody %s", async (_, options, sdk, said) => {
    const { context, page, troubles } = await open(options, sdk);
    if (sdk !== null) await page.locator("#push-on:enabled").click();
    await page.locator("#push-status:visible, #push-none:visible").filter({ hasText: said }).waitFor();
    expect(troubles).toEqual([]);
    await context.close();
  });
});

/** A session as a browser has it, by the code of a letter. */
async function cookieOf(email: string): Promise<string> {
  const before = mail.letters.length;
  await call(product.origin, "POST", "/api/auth/email-otp/send-verification-otp", { body: { email, type: "sign-in" } });
  const letter = await eventually(async () => mail.letters.slice(before).find(({ to }) => to === email));
  const otp = /\b\d{6}\b/.exec(letter.text)?.[0];
  const answer = await call(product.origin, "POST", "/api/auth/sign-in/email-otp", { body: { email, otp } });
  return answer.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");
}

function post(path: string, cookie: string, fields: Record<string, string>) {
  return call(product.origin, "POST", path, {
    raw: new URLSearchParams(fields).toString(),
    headers: { cookie, origin: product.origin, "content-type": "application/x-www-form-urlencoded" },
  });
}
