// Signing in through the pages: by code, with and without scripts, and what happens to an open conversation.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { outboxOf } from "../support/api.ts";
import { openBrowser } from "../support/browser.ts";
import { begin, codeFor, NARRATIVE, ownWords, signInByPage, visit } from "./scene.ts";

const origin = inject("productOrigin");
const OPERATOR = "operador@vez.test";
let browser: Browser;
let people = 0;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

function somebody(): string {
  return `pessoa.${Date.now()}.${++people}@exemplo.test`;
}

describe("signing in", () => {
  test.each([true, false])("works with a code from the mail (scripts: %s)", async (javaScriptEnabled) => {
    const { page, context, troubles } = await visit(browser, { javaScriptEnabled });
    await page.goto(`${origin}/sign-in`);
    const email = somebody();
    await signInByPage(page, origin, email);
    await expect.poll(() => new URL(page.url()).pathname).toBe("/");
    await page.goto(`${origin}/sign-in`);
    await expect.poll(() => page.innerText("main")).toContain(email);
    await page.click("form[action='/sign-out'] button");
    await page.goto(`${origin}/sign-in`);
    await expect.poll(() => page.locator("#email").count()).toBe(1);
    expect(troubles).toEqual([]);
    await context.close();
  });

  test("the address never stands in the address bar", async () => {
    const { page, context } = await visit(browser);
    const addresses: string[] = [];
    page.on("request", (request) => addresses.push(decodeURIComponent(request.url())));
    const email = somebody();
    await page.goto(`${origin}/sign-in?next=/conversations`);
    await signInByPage(page, origin, email);
    await expect.poll(() => new URL(page.url()).pathname).toBe("/conversations");
    expect(addresses.filter((address) => address.includes(email))).toEqual([]);
    await context.close();
  });

  test("a wrong address and a wrong code are told, and the right code still works, typed with a space", async () => {
    const { page, context } = await visit(browser, { javaScriptEnabled: false });
    await page.goto(`${origin}/sign-in`);
    await page.fill("#email", "sem-arroba");
    await page.click("form[action='/sign-in'] button");
    await expect.poll(() => page.innerText("#email-error")).toContain("nome@exemplo.com");
    await expect.poll(() => page.inputValue("#email")).toBe("sem-arroba");

    const email = somebody();
    const before = new Set((await outboxOf(origin)).map((item) => item.id));
    await page.fill("#email", email);
    await page.click("form[action='/sign-in'] button");
    const code = await codeFor(origin, email, before);
    await page.fill("#code", code === "000000" ? "111111" : "000000");
    await page.click("#code-form button");
    await expect.poll(() => page.innerText("#code-error")).toContain("não confere");
    await page.fill("#code", `${code.slice(0, 3)} ${code.slice(3)}`);
    await page.click("#code-form button");
    await expect.poll(() => new URL(page.url()).pathname).toBe("/");
    await context.close();
  });

  test("a wrong code does not begin the wait anew, and the last one unlocks another code", async () => {
    const { page, context, troubles } = await visit(browser);
    const email = somebody();
    const before = new Set((await outboxOf(origin)).map((item) => item.id));
    await page.goto(`${origin}/sign-in`);
    await page.fill("#email", email);
    await page.click("form[action='/sign-in'] button");
    const code = await codeFor(origin, email, before);
    const wrong = code === "000000" ? "111111" : "000000";
    const wait = async () => Number(/\d+/.exec(await page.innerText("#again-form button"))?.[0] ?? 0);
    await expect.poll(wait, { timeout: 5_000 }).toBeLessThan(29);

    const tries = async (text: string) => {
      const answered = page.waitForResponse((answer) => answer.request().method() === "POST");
      await page.fill("#code", text);
      await (await answered).finished();
      await page.waitForLoadState();
    };
    for (let nth = 1; nth < 5; nth++) await tries(wrong);
    await expect.poll(() => page.innerText("#code-error")).toContain("não confere");
    await expect.poll(() => page.locator("#again-form button").isDisabled()).toBe(true);
    expect(await wait()).toBeLessThan(29);
    await tries(wrong);
    await expect.poll(() => page.innerText("#code-error")).toContain("tentativas demais com este código");
    await expect.poll(() => page.locator("#again-form button").isEnabled()).toBe(true);
    // The page has not said too much: the code itself does not open anything now.
    await tries(code);
    await expect.poll(() => new URL(page.url()).pathname).toBe("/sign-in/code");
    await page.click("#again-form button");
    await expect.poll(() => page.innerText("main")).toContain("Enviamos outro código");
    await expect.poll(() => page.locator("#again-form button").isDisabled()).toBe(true);
    expect(troubles).toEqual([]);
    await context.close();
  });

  test("another code can be asked for, and the newest one counts", async () => {
    const { page, context } = await visit(browser, { javaScriptEnabled: false });
    const email = somebody();
    await page.goto(`${origin}/sign-in`);
    await page.fill("#email", email);
    await page.click("form[action='/sign-in'] button");
    const before = new Set((await outboxOf(origin)).map((item) => item.id));
    await page.click("#again-form button");
    await expect.poll(() => page.innerText("main")).toContain("Enviamos outro código");
    await page.fill("#code", await codeFor(origin, email, before));
    await page.click("#code-form button");
    await expect.poll(() => new URL(page.url()).pathname).toBe("/");
    await context.close();
  });

  test("leads each role to its own page, and nobody to another site", async () => {
    const { page, context } = await visit(browser, { javaScriptEnabled: false });
    await page.goto(`${origin}/sign-in?next=${encodeURIComponent("//elsewhere.example/")}`);
    await signInByPage(page, origin, OPERATOR);
    await expect.poll(() => page.url()).toBe(`${origin}/ops`);
    await context.close();
  });
});

describe("an open conversation", () => {
  test("comes along to the account and opens on another device", async () => {
    const { page, context } = await visit(browser);
    const caseId = await begin(page, origin, NARRATIVE);
    const email = somebody();
    await page.click(".menu > summary");
    await page.click(".menu a[href^='/sign-in']");
    await expect.poll(() => page.innerText("main")).toContain("este aparelho sai dela");
    await signInByPage(page, origin, email);
    await expect.poll(() => page.getAttribute("#conversation", "data-case")).toBe(caseId);

    const elsewhere = await visit(browser);
    await elsewhere.page.goto(`${origin}/sign-in`);
    await signInByPage(elsewhere.page, origin, email);
    await expect.poll(() => ownWords(elsewhere.page)).toEqual([NARRATIVE]);
    await Promise.all([context.close(), elsewhere.context.close()]);
  });

  test("can be taken off a device that others use", async () => {
    const { page, context } = await visit(browser);
    await begin(page, origin, NARRATIVE);
    const address = page.url();
    await page.goto(`${origin}/forget`);
    await page.click("main form[action='/sign-out'] button");
    await expect.poll(() => page.innerText("h1")).toBe("Conte o que aconteceu");
    await page.goto(address);
    await expect.poll(() => page.url()).toContain("/sign-in");
    await context.close();
  });
});
