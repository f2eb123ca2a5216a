// What assistive technology and old phones meet: axe without a serious finding, nothing wider than the screen, few bytes.
import { gzipSync } from "node:zlib";
import axe from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { call, tellCase } from "../support/api.ts";
import { openBrowser } from "../support/browser.ts";
import { begin, type ContractScene, contractScene, cookieOf, DANGER, NARRATIVE, visit, write } from "./scene.ts";

const origin = inject("productOrigin");
/** Compressed, for everything that the client's page needs. */
const BUDGET_BYTES = 60_000;
const SCREENS = [
  { width: 360, colorScheme: "light", locale: "pt-BR" },
  { width: 360, colorScheme: "dark", locale: "en" },
  { width: 1280, colorScheme: "light", locale: "en" },
  { width: 1280, colorScheme: "dark", locale: "pt-BR" },
] as const;

let browser: Browser;
let scene: ContractScene;

beforeAll(async () => {
  browser = await openBrowser();
  scene = await contractScene(origin);
});
afterAll(() => browser.close());

interface Finding {
  id: string;
  impact: string | null;
  nodes: { html: string; failureSummary?: string }[];
}

async function findings(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const violations = (await page.evaluate("axe.run(document).then((r) => r.violations)")) as Finding[];
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`));
}

async function check(page: Page): Promise<void> {
  expect(await findings(page)).toEqual([]);
  const wide = await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
  expect(wide).toBe(0);
}

describe.each(SCREENS)("at $width px, $colorScheme, $locale", ({ width, colorScheme, locale }) => {
  const person = () => visit(browser, { viewport: { width, height: 800 }, colorScheme, locale });

  test("the client's pages have no serious finding", async () => {
    const { page, context } = await person();
    await page.goto(origin);
    await check(page);
    await begin(page, origin, locale === "en" ? "My husband hit me and I am afraid he comes back." : DANGER);
    await page.locator("#panel").evaluate((panel) => panel.setAttribute("open", ""));
    await page.locator("#correct").evaluate((correct) => correct.setAttribute("open", ""));
    await page.locator(".menu").evaluate((menu) => menu.setAttribute("open", ""));
    await check(page);
    await write(page, `${"x".repeat(300)} https://exemplo.test/${"a".repeat(300)}`);
    await expect.poll(() => page.locator("#talk .pending").count()).toBe(0);
    await page.reload();
    await check(page);
    await page.goto(`${origin}/conversations`);
    await check(page);
    await page.goto(`${origin}/nothing-here`);
    await check(page);
    await context.close();
  });

  test("signing in has no serious finding", async () => {
    const { page, context } = await person();
    await page.goto(`${origin}/sign-in`);
    await check(page);
    await page.fill("#email", `axe.${width}.${colorScheme}@exemplo.test`);
    await page.click("form[action='/sign-in'] button");
    await page.locator("#code").waitFor();
    await check(page);
    await context.close();
  });

  test("the contract has no serious finding", async () => {
    const { page, context } = await person();
    await context.addCookies([scene.clientCookie]);
    await page.goto(`${origin}/contracts/${scene.contractId}`);
    for (const details of await page.locator("details").all()) {
      await details.evaluate((element) => element.setAttribute("open", ""));
    }
    await check(page);
    await page.goto(`${origin}/conversations/${scene.caseId}/why`);
    await check(page);
    await page.goto(`${origin}/conversations/${scene.caseId}/case`);
    await check(page);
    await context.close();
  });

  test("the case page has no serious finding, and fits, with everything open and long names", async () => {
    const { page, context } = await person();
    const opened = await call(origin, "POST", "/api/v2/triage", { body: { vertical: "legal", locale } });
    const client = { case_id: String(opened.body.case_id), session_token: String(opened.body.session_token) };
    await tellCase(origin, client, NARRATIVE);
    await context.addCookies([cookieOf(opened.headers, origin)]);
    await page.goto(`${origin}/conversations/${client.case_id}/case`);
    const name = `${"documento".repeat(12)}.pdf`;
    await page.setInputFiles("#file", { name, mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7\nfim") });
    await page.click("#add-files button");
    await page.waitForURL(/done=added/);
    await page.click("#summary summary");
    await page.fill("#summary-text", "x".repeat(400));
    await page.click("#summary form button");
    await page.waitForURL(/done=summarySaved/);
    for (const details of await page.locator("main details").all()) {
      await details.evaluate((element) => element.setAttribute("open", ""));
    }
    await check(page);
    const small = await page
      .locator(
        "main a:visible, main button:visible, main summary:visible, main label.check:visible, main input.input:visible",
      )
      .evaluateAll((targets) =>
        targets
          .map((target) => ({ text: target.textContent, height: target.getBoundingClientRect().height }))
          .filter(({ height }) => height < 44),
      );
    expect(small).toEqual([]);
    await context.close();
  });
});

test("text is 17 px or more, and what is touched 44 px", async () => {
  const { page, context } = await visit(browser);
  await begin(page, origin, NARRATIVE);
  expect(await page.evaluate("Number.parseFloat(getComputedStyle(document.body).fontSize)")).toBe(17);
  const small = await page
    .locator("a:visible, button:visible, summary:visible")
    .evaluateAll((targets) =>
      targets
        .map((target) => ({ text: target.textContent, height: target.getBoundingClientRect().height }))
        .filter(({ height }) => height < 44),
    );
  expect(small).toEqual([]);
  await context.close();
});

test("the client's page stays below its budget of bytes", async () => {
  const { page, context } = await visit(browser);
  await begin(page, origin, NARRATIVE);
  const sizes = new Map<string, Promise<number>>();
  page.on("response", (response) => {
    const isStream = response.headers()["content-type"]?.includes("event-stream") ?? false;
    if (!isStream)
      sizes.set(
        response.url(),
        response.body().then((body) => gzipSync(body).byteLength),
      );
  });
  await page.goto(page.url());
  await page.locator("#jump[hidden]").waitFor({ state: "attached" });
  const names = [...sizes.keys()].map((url) => new URL(url).pathname.split("/").at(-1)?.replace(/-.*/, ""));
  expect(names).toEqual(expect.arrayContaining(["base", "client", "page"]));
  const total = (await Promise.all(sizes.values())).reduce((sum, size) => sum + size, 0);
  expect(total).toBeGreaterThan(10_000);
  expect(total).toBeLessThan(BUDGET_BYTES);
  await context.close();
});
