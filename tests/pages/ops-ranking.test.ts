// The console's pages beside a ranking: conflicts decided, spaces filled, equity by area; with and without scripts.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { beginCase, call, eventually, signIn, tellCase } from "../support/api.ts";
import { openBrowser } from "../support/browser.ts";
import { findings } from "./findings.ts";
import { NARRATIVE, visitAs } from "./scene.ts";

const origin = inject("productOrigin");
const OPERATOR = "operador@vez.test";
/** A labour lawyer of the demo, near to whoever tells a case of Sao Paulo. */
const LAWYER = "miguel.barreto.00001@exemplo.vez.test";
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

function desk(path: string, options: Parameters<typeof visitAs>[4] = {}) {
  return visitAs(browser, origin, OPERATOR, path, { viewport: { width: 1280, height: 800 }, ...options });
}

/** A case against someone whom the lawyer represents: `tellCase` names Padaria Central Ltda. */
async function doubt(): Promise<string> {
  const lawyer = await signIn(origin, LAWYER);
  const represent = (represents: string[]) =>
    call(origin, "PATCH", "/api/v2/professionals/me", { token: lawyer, body: { represents } });
  expect((await represent(["Padaria Central"])).status).toBe(200);
  const client = await beginCase(origin);
  await tellCase(origin, client, NARRATIVE);
  const operator = await signIn(origin, OPERATOR);
  await eventually(async () => {
    const path = `/api/v2/operator/conflicts?case_id=${client.case_id}`;
    const { items } = (await call(origin, "GET", path, { token: operator })).body;
    return Array.isArray(items) && items.length > 0;
  }, 30_000);
  await represent([]);
  return client.case_id;
}

describe("a doubt about a conflict of interest", () => {
  test("shows both names, is decided with a reason by a plain form, and leaves the list", async () => {
    const caseId = await doubt();
    const { page, context } = await desk("/ops/conflicts", { javaScriptEnabled: false });
    const review = page.locator(".panel", { has: page.locator(`a[href="/ops/cases/${caseId}"]`) });
    await expect.poll(() => review.textContent()).toContain("Miguel");
    await expect.poll(() => review.textContent()).toContain("Padaria Central Ltda");
    // What cannot be undone takes two acts: without a reason nothing is sent.
    await review.locator("button[value=confirmed]").click();
    await expect.poll(() => review.locator("form").count()).toBe(2);
    await review.locator("select").last().selectOption("cannot_tell");
    await review.locator("button[value=confirmed]").click();
    await expect.poll(() => page.locator(`.panel a[href="/ops/cases/${caseId}"]`).count()).toBe(0);
    await page.click(".tabs a:has-text('Confirmados')");
    const decided = page.locator(".panel", { has: page.locator(`a[href="/ops/cases/${caseId}"]`) });
    await expect.poll(() => decided.textContent()).toContain("decidido em");
    await expect.poll(() => decided.locator("form").count()).toBe(0);
    await context.close();
  });
});

describe("embedding spaces", () => {
  test("say what is lacking, and a back-fill runs to its end on the open page", async () => {
    const { page, context, troubles } = await desk("/ops/embeddings");
    await expect.poll(() => page.locator("#spaces .panel").count()).toBe(3);
    const openai = page.locator("#spaces .panel", { hasText: "OpenAI" });
    await expect.poll(() => openai.textContent()).toContain("sem chaves");
    await expect.poll(() => openai.locator("button").count()).toBe(0);
    await expect
      .poll(() => page.locator("#spaces .panel", { hasText: "lexical-384" }).textContent())
      .toContain("nada a preencher");
    // The demo's profiles have all their vectors, so that no button is offered: this one ends as soon as the queue has it.
    const token = await signIn(origin, OPERATOR);
    const path = "/api/v2/operator/embeddings/backfills";
    expect((await call(origin, "POST", path, { token, body: { space: "lexical" } })).status).toBe(202);
    await page.reload();
    await page.locator("#backfills tbody tr", { hasText: "feito" }).waitFor({ timeout: 60_000 });
    expect(troubles).toEqual([]);
    await context.close();
  });
});

describe("equity", () => {
  test("tells the rule in force, counts each area, and leads from an area to its people", async () => {
    const { page, context, troubles } = await desk("/ops/equity");
    await expect.poll(() => page.textContent("#equity-rule")).toContain("a vez conta 50%");
    await expect.poll(() => page.textContent("#equity-rule")).toContain("02:00");
    const area = page.locator("#equity-pools tr", { hasText: "Trabalho" });
    await expect.poll(async () => Number(await area.locator("td").nth(2).textContent())).toBeGreaterThan(10);
    await area.locator("a").click();
    await page.waitForURL(/area=trabalho/);
    for (const name of await page.locator("#equity-table tbody th").allInnerTexts()) expect(name).toContain("Trabalho");
    expect(troubles).toEqual([]);
    await context.close();
  });
});

test.each([
  { width: 360, colorScheme: "dark", locale: "pt-BR" },
  { width: 1280, colorScheme: "light", locale: "en" },
] as const)(
  "axe has no serious finding at $width px, $colorScheme, $locale",
  async ({ width, colorScheme, locale }) => {
    await doubt();
    const { page, context, troubles } = await desk("/ops", { viewport: { width, height: 800 }, colorScheme, locale });
    const serious: string[] = [];
    for (const path of ["conflicts", "conflicts?status=cleared", "embeddings", "equity"]) {
      await page.goto(`${origin}/ops/${path}`);
      serious.push(...(await findings(page)));
    }
    expect(serious).toEqual([]);
    expect(troubles).toEqual([]);
    await context.close();
  },
);
