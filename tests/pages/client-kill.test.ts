// Everything is killed while somebody writes: the page waits, and goes on by itself where it was.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser } from "../support/browser.ts";
import { type Product, startProduct } from "../support/product.ts";
import { begin, NARRATIVE, ownWords, visit, write } from "./scene.ts";

let browser: Browser;
let product: Product;

beforeAll(async () => {
  [browser, product] = await Promise.all([openBrowser(), startProduct()]);
});
afterAll(() => Promise.all([browser.close(), product.remove()]));

test("kill -9 in the middle of a conversation loses no word and needs no reload", async () => {
  const { page, context, troubles } = await visit(browser);
  await begin(page, product.origin, NARRATIVE);
  const answers = await page.locator("#talk .say.agent").count();
  await product.kill();
  await write(page, "Belém, PA");
  await page.locator("#talk .pending").waitFor();
  await expect.poll(() => page.locator("#line-state").isVisible(), { timeout: 10_000 }).toBe(true);
  await product.restart();
  await expect.poll(() => page.locator("#talk .pending").count(), { timeout: 60_000 }).toBe(0);
  await expect.poll(() => page.locator("#talk .say.agent").count(), { timeout: 60_000 }).toBe(answers + 1);
  await page.reload();
  await expect.poll(() => ownWords(page)).toEqual([NARRATIVE, "Belém, PA"]);
  expect(troubles).toEqual([]);
  await context.close();
});
