// The client reads why each professional was asked, without a name before one accepts, and nobody else reads it.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { openBrowser } from "../support/browser.ts";
import { begin, contractScene, NARRATIVE, visit, write } from "./scene.ts";

const origin = inject("productOrigin");
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test("the way to the reasons appears when somebody was asked, without a reload", async () => {
  const { page, context, troubles } = await visit(browser);
  await begin(page, origin, NARRATIVE);
  await expect.poll(() => page.locator("#now-why").isVisible()).toBe(false);
  await write(page, "São Paulo, SP");
  await page.locator("#talk .say.agent", { hasText: "outro lado" }).waitFor();
  await write(page, "Mercearia do Zé");
  await page.locator("#now-why").waitFor({ timeout: 30_000 });
  await page.click("#now-why");
  await page.waitForURL(/\/why$/);
  const cards = page.locator("main .card");
  await expect.poll(() => cards.count()).toBe(3);
  for (const card of await cards.all()) {
    await expect.poll(() => card.locator("h2").textContent()).toBe("Profissional consultado");
    await expect.poll(() => card.locator(".reasons li").count()).toBeGreaterThan(0);
  }
  expect(troubles).toEqual([]);
  await context.close();
});

test("whoever accepted has a name there, the others keep theirs to themselves; for strangers there is no such page", async () => {
  const scene = await contractScene(origin);
  const { page, context } = await visit(browser, { javaScriptEnabled: false });
  await context.addCookies([scene.clientCookie]);
  await page.goto(`${origin}/conversations/${scene.caseId}`);
  await page.click("#now-why");
  const accepted = page.locator("main .card", { hasText: "Aceitou o seu caso" });
  await expect.poll(() => accepted.count()).toBe(1);
  await expect.poll(() => accepted.locator("h2").textContent()).not.toBe("Profissional consultado");
  const others = page.locator("main .card", { hasNotText: "Aceitou o seu caso" });
  for (const name of await others.locator("h2").allTextContents()) expect(name).toBe("Profissional consultado");
  await context.close();

  const stranger = await visit(browser, { javaScriptEnabled: false });
  await begin(stranger.page, origin, NARRATIVE);
  expect((await stranger.page.goto(`${origin}/conversations/${scene.caseId}/why`))?.status()).toBe(404);
  await stranger.context.close();
});
