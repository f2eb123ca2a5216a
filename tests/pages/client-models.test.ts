// A reply that a model words, as the reader sees it: piece by piece, told when it takes long, stopped by a press, whole after a reload.
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { openBrowser } from "../support/browser.ts";
import { MODEL_KEYS, type ModelStandIn, serveModel } from "../support/model-stand-ins.ts";
import { type Product, startProduct } from "../support/product.ts";
import { begin, visit } from "./scene.ts";

const STORY = "fui demitida ontem da padaria e não recebi nada";

let browser: Browser;
let model: ModelStandIn;
let product: Product;
beforeAll(async () => {
  model = await serveModel("anthropic");
  [browser, product] = await Promise.all([
    openBrowser(),
    startProduct({
      env: {
        ANTHROPIC_API_KEY: MODEL_KEYS.anthropic,
        ANTHROPIC_BASE_URL: model.url,
        DEBOUNCE_MS: "300",
        TURN_BUDGET_MS: "6000",
        FIRST_TOKEN_MS: "500",
      },
    }),
  ]);
});
afterEach(() => model.fail(null));
afterAll(async () => {
  await browser.close();
  await product.remove();
  await model.close();
});

test("a slow reply is said to be on its way, appears in pieces, and is one message in the end", async () => {
  const { page, context, troubles } = await visit(browser);
  await begin(page, product.origin, "oi");
  model.fail("drips");
  await page.fill("#message", STORY);
  await page.click("#write button[type=submit]");
  await page.locator(".typing .slow", { hasText: "lendo com calma" }).waitFor();
  await page.locator("#talk li[data-open]").waitFor();
  await page.locator("#talk li[data-open]").waitFor({ state: "detached", timeout: 10_000 });
  const last = page.locator("#talk .say.agent").last();
  await expect.poll(async () => (await last.locator("p").innerText()).match(/\?/g)).toHaveLength(1);
  await expect.poll(() => page.locator(".typing").count()).toBe(0);
  expect(troubles).toEqual([]);
  await context.close();
});

test("a reload in the middle shows what was said so far, and a press on stop ends it with its question", async () => {
  const { page, context, troubles } = await visit(browser);
  await begin(page, product.origin, "oi");
  model.fail("hangs_in_the_middle");
  await page.fill("#message", STORY);
  await page.click("#write button[type=submit]");
  const open = page.locator("#talk li[data-open] p");
  await open.waitFor();
  const shown = await open.innerText();
  await page.reload();
  await expect.poll(() => open.innerText()).toBe(shown);
  await page.locator(".typing button:visible").waitFor();

  await page.fill("#message", "e também as férias");
  await page.click("#write button[type=submit]");
  await page.locator(".typing button").click();
  const replies = page.locator("#talk .say.agent:not(.typing) p");
  await replies.filter({ hasText: shown }).filter({ hasText: "?" }).first().waitFor();
  await expect
    .poll(() => page.locator("#talk .say.agent:not(.typing) p").filter({ hasText: shown }).count())
    .toBeGreaterThan(0);
  expect(troubles).toEqual([]);
  await context.close();
});

test("several quick messages are shown at once and get one reply", async () => {
  const { page, context } = await visit(browser);
  await begin(page, product.origin, "oi");
  const before = await page.locator("#talk .say.agent:not(.typing)").count();
  for (const text of ["fui demitida", "ontem", "da padaria"]) {
    await page.fill("#message", text);
    await page.keyboard.press("Enter");
  }
  await page.locator("#talk .say.client:not(.pending)", { hasText: "da padaria" }).waitFor();
  await page.locator("#talk .say.agent:not(.typing)").nth(before).waitFor();
  await page.waitForTimeout(1_500);
  await expect.poll(() => page.locator("#talk .say.agent:not(.typing)").count()).toBe(before + 1);
  await context.close();
});

test("a first story does not wait on a blank page: the conversation opens, and the reply comes by itself", async () => {
  const { page, context, troubles } = await visit(browser);
  model.fail("hangs");
  await begin(page, product.origin, STORY);
  const replies = page.locator("#talk .say.agent:not(.typing)");
  await expect.poll(() => replies.count()).toBe(1);
  await expect.poll(() => page.locator("#talk .say.client").count()).toBe(1);
  await replies.nth(1).waitFor({ timeout: 15_000 });
  await expect.poll(() => replies.nth(1).locator("p").innerText()).toContain("?");
  expect(troubles).toEqual([]);
  await context.close();
});
