// The reference page of the API: readable on a phone and in the dark, findable, and whole without scripts.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { openBrowser } from "../support/browser.ts";
import { findings } from "./findings.ts";

const origin = inject("productOrigin");
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

async function visit(options: Parameters<Browser["newContext"]>[0]): Promise<Page> {
  const page = await (await browser.newContext({ locale: "en", ...options })).newPage();
  await page.goto(`${origin}/docs`);
  return page;
}

describe.each([
  { width: 360, colorScheme: "light", locale: "pt-BR" },
  { width: 1280, colorScheme: "dark", locale: "en" },
] as const)("the reference at $width px, $colorScheme, $locale", ({ width, colorScheme, locale }) => {
  test("has no serious finding, opened or closed, and is no wider than the screen", async () => {
    const page = await visit({ viewport: { width, height: 800 }, colorScheme, locale });
    expect(await page.title()).toContain(locale === "en" ? "API for programmers" : "API para programadores");
    expect(await findings(page)).toEqual([]);
    for (const id of ["openCase", "streamConversation", "shape-Case"]) {
      await page.locator(`#${id}`).evaluate((fold) => fold.setAttribute("open", ""));
    }
    expect(await findings(page)).toEqual([]);
    await page.context().close();
  });
});

test("a route is found by its path, a word or an error code, and the number is said", async () => {
  const page = await visit({ viewport: { width: 1280, height: 800 } });
  const shown = () => page.locator("details.op:visible:not([id^='shape-'])").count();
  const all = await shown();
  await page.getByLabel("Find a route").fill("offer_taken");
  const found = await page.locator("details.op:visible:not([id^='shape-'])").all();
  expect(found.length).toBeGreaterThan(0);
  expect(found.length).toBeLessThan(all / 10);
  for (const route of found) await expect.poll(() => route.textContent()).toContain("offer_taken");
  await expect.poll(() => page.getByRole("status").textContent()).toContain(String(found.length));
  await page.getByLabel("Find a route").fill("offer_taken zzz");
  expect(await shown()).toBe(0);
  await page.getByLabel("Find a route").fill("");
  expect(await shown()).toBe(all);
  await page.context().close();
});

test("an address that names a route opens it", async () => {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${origin}/docs#acceptOffer`);
  await expect.poll(() => page.locator("#acceptOffer").getAttribute("open")).not.toBeNull();
  await page.context().close();
});

test("without scripts all of it is there", async () => {
  const page = await visit({ javaScriptEnabled: false });
  await page.locator("#acceptOffer summary").click();
  await expect.poll(() => page.locator("#acceptOffer").innerText()).toContain("offer_taken");
  await expect.poll(() => page.locator(".docs-search").isVisible()).toBe(false);
  await page.context().close();
});
