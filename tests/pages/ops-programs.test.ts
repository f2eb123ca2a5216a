// Keys and webhooks in the console: made by plain forms, told once, copied where scripts run, sent again from the log.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { call, eventually } from "../support/api.ts";
import { openBrowser } from "../support/browser.ts";
import { startWebhookReceiver, type WebhookReceiver } from "../support/webhook-receiver.ts";
import { findings } from "./findings.ts";
import { visitAs } from "./scene.ts";

const origin = inject("productOrigin");
const OPERATOR = "operador@vez.test";
let browser: Browser;
let receiver: WebhookReceiver;

beforeAll(async () => {
  [browser, receiver] = await Promise.all([openBrowser(), startWebhookReceiver()]);
});
afterAll(async () => {
  await browser.close();
  await receiver.close();
});

function desk(path: string, options: Parameters<typeof visitAs>[4] = {}) {
  return visitAs(browser, origin, OPERATOR, path, { viewport: { width: 1280, height: 800 }, ...options });
}

test("a key is made by a plain form, shown once, works, and is revoked", async () => {
  const { page, context } = await desk("/ops/keys", { javaScriptEnabled: false });
  await page.locator("details.panel").evaluate((one) => one.setAttribute("open", ""));
  await page.fill("#key-name", "Sistema do hospital");
  await page.click("form[action='/ops/keys'] button");
  const key = (await page.locator("#secret").innerText()).trim();
  expect(key).toMatch(/^vez_live_/);
  await expect.poll(() => page.locator("button[data-copy]").isVisible()).toBe(false);
  expect((await call(origin, "GET", "/api/v2/me", { token: key })).status).toBe(200);
  await page.goto(`${origin}/ops/keys`);
  expect(await page.content()).not.toContain(key);
  const row = page.locator("tr", { hasText: "Sistema do hospital" });
  await expect.poll(() => row.innerText()).toContain(key.slice(0, 13));
  await row.locator("button").click();
  await expect.poll(() => page.locator("tr", { hasText: "Sistema do hospital" }).innerText()).toContain("revogada");
  expect((await call(origin, "GET", "/api/v2/me", { token: key })).status).toBe(401);
  await context.close();
});

test("a form that lacks something is shown again with what was typed", async () => {
  const { page, context } = await desk("/ops/keys", { javaScriptEnabled: false });
  await page.locator("details.panel").evaluate((one) => one.setAttribute("open", ""));
  await page.fill("#key-name", "Sem permissões");
  for (const scope of ["cases:read", "cases:write"]) await page.uncheck(`input[value="${scope}"]`);
  await page.click("form[action='/ops/keys'] button");
  await expect.poll(() => page.locator("[role=alert]").innerText()).toContain("permissão");
  await expect.poll(() => page.inputValue("#key-name")).toBe("Sem permissões");
  await context.close();
});

test("a webhook is registered, tested, fails, and is sent again from its log", async () => {
  const { page, context, troubles } = await desk("/ops/webhooks");
  if ((await page.locator("details.panel[open]").count()) === 0) await page.click("details.panel > summary");
  await page.fill("#hook-url", `${origin}/hooks`);
  await page.click("form[action='/ops/webhooks'] button");
  await expect.poll(() => page.locator("[role=alert]").innerText()).toContain("própria Vez");
  await page.fill("#hook-url", receiver.url);
  await page.click("form[action='/ops/webhooks'] button");
  receiver.secret = (await page.locator("#secret").innerText()).trim();
  expect(receiver.secret).toMatch(/^whsec_/);
  await expect.poll(() => page.locator("button[data-copy]").isVisible()).toBe(true);
  await page.click(`a:has-text("${receiver.url}")`);
  await page.click("form[action$='/test'] button");
  await eventually(async () => receiver.taken.some(({ type }) => type === "webhook.test"), 30_000);
  await page.locator("td .tag.good").first().waitFor({ timeout: 30_000 });
  await expect.poll(() => page.locator("#deliveries").innerText()).toContain("204");
  const sent = receiver.taken.length;
  await page.click("#deliveries form[action$='/redeliver'] button");
  await eventually(async () => receiver.taken.length > sent, 30_000);
  expect(receiver.taken.at(-1)?.id).toBe(receiver.taken[0]?.id);
  expect(receiver.forged).toBe(0);
  await page.click("form[action$='/status'] button");
  await expect.poll(() => page.locator("main").innerText()).toContain("desligado");
  // What cannot be undone takes two acts.
  await page.click("summary:has-text('Apagar')");
  await page.click("form[action$='/delete'] button");
  await page.waitForURL(`${origin}/ops/webhooks`);
  expect(troubles).toEqual([]);
  await context.close();
});

test.each(["/ops/keys", "/ops/webhooks"])("%s is accessible, narrow and wide, light and dark", async (path) => {
  for (const look of [
    { viewport: { width: 360, height: 740 }, colorScheme: "dark" as const },
    { viewport: { width: 1280, height: 800 }, colorScheme: "light" as const, locale: "en-US" },
  ]) {
    const { page, context } = await desk(path, look);
    expect(await findings(page)).toEqual([]);
    await context.close();
  }
});
