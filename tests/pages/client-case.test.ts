// The client's case page in a browser: summary, days, papers and files, with scripts and without, in both languages.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { call, tellCase } from "../support/api.ts";
import { openBrowser } from "../support/browser.ts";
import { begin, contractScene, cookieOf, DANGER, NARRATIVE, visit, write } from "./scene.ts";

const origin = inject("productOrigin");
const TOLD = {
  "pt-BR": NARRATIVE,
  en: "I was fired yesterday without cause after 3 years and they did not pay my wages.",
};
const PAPER = { name: "Termo de rescisão.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7\nfim") };
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** A case whose questions are answered, its page open. */
async function openCase(locale: "pt-BR" | "en", javaScriptEnabled: boolean) {
  const opened = await call(origin, "POST", "/api/v2/triage", { body: { vertical: "legal", locale } });
  const client = { case_id: String(opened.body.case_id), session_token: String(opened.body.session_token) };
  expect(await tellCase(origin, client, TOLD[locale])).toBe("completed");
  const visitor = await visit(browser, { javaScriptEnabled, locale });
  await visitor.context.addCookies([cookieOf(opened.headers, origin)]);
  await visitor.page.goto(`${origin}/conversations/${client.case_id}/case`);
  return { ...visitor, caseId: client.case_id };
}

async function saveSummary(page: Page, text: string): Promise<void> {
  if (!(await page.locator("#summary-text").isVisible())) await page.click("#summary summary");
  await page.fill("#summary-text", text);
  await page.click("#summary form button");
}

describe.each([
  { locale: "pt-BR", scripts: true },
  { locale: "pt-BR", scripts: false },
  { locale: "en", scripts: true },
  { locale: "en", scripts: false },
] as const)("in $locale, scripts: $scripts", ({ locale, scripts }) => {
  test("the summary is put into own words and is there after a reload", async () => {
    const { page, context, troubles } = await openCase(locale, scripts);
    const before = await page.locator("#summary .summary").innerText();
    await expect.poll(() => page.locator("#summary-text").inputValue()).toBe(before);
    const own = "Minhas palavras.\nUma <b>segunda</b> linha & só.";
    await saveSummary(page, own);
    await page.waitForURL(/done=summarySaved/);
    await expect.poll(() => page.locator("#summary .summary").innerText()).toBe(own);
    await page.reload();
    await expect.poll(() => page.locator("#summary-text").inputValue()).toBe(own);
    expect(troubles).toEqual([]);
    await context.close();
  });

  test("what was ticked stays ticked, and what was told stands in the timeline", async () => {
    const { page, context, troubles } = await openCase(locale, scripts);
    const boxes = page.locator("#documents input[type=checkbox]");
    await expect.poll(() => boxes.count()).toBeGreaterThanOrEqual(3);
    await expect.poll(() => boxes.count()).toBeLessThanOrEqual(7);
    await boxes.nth(1).check();
    await page.click("#documents button");
    await page.waitForURL(/done=documentsSaved/);
    await expect.poll(() => boxes.nth(1).isChecked()).toBe(true);
    await expect.poll(() => boxes.nth(0).isChecked()).toBe(false);
    const days = await page
      .locator(".timeline time")
      .evaluateAll((all) => all.map((time) => time.getAttribute("datetime")));
    expect(days.length).toBeGreaterThanOrEqual(2);
    expect(days).toEqual([...days].sort());
    await expect
      .poll(() => page.locator(".timeline .fact p").first().innerText())
      .toMatch(/demitida ontem|fired yesterday/);
    expect(troubles).toEqual([]);
    await context.close();
  });

  test("a file is added, renamed and, after a second press, deleted", async () => {
    const { page, context, troubles } = await openCase(locale, scripts);
    await page.setInputFiles("#file", PAPER);
    await page.click("#add-files button");
    await page.waitForURL(/done=added/);
    const item = page.locator(".files > li");
    await expect.poll(() => item.locator("a").innerText()).toBe(PAPER.name);
    const [download] = await Promise.all([page.waitForEvent("download"), item.locator("a").click()]);
    expect(download.suggestedFilename()).toBe(PAPER.name);
    await item.locator("summary").first().click();
    await item.locator("input[name=name]").fill("Carta da empresa.pdf");
    await item.locator("form[action$='/rename'] button").click();
    await page.waitForURL(/done=renamed/);
    await expect.poll(() => item.locator("a").innerText()).toBe("Carta da empresa.pdf");
    await item.locator("summary").first().click();
    await expect.poll(() => item.locator("form[action$='/delete'] button").isVisible()).toBe(false);
    await item.locator("summary").nth(1).click();
    await item.locator("form[action$='/delete'] button").click();
    await page.waitForURL(/done=removed/);
    await expect.poll(() => item.count()).toBe(0);
    expect(troubles).toEqual([]);
    await context.close();
  });

  test("what is no paper and no photo is refused kindly, and nothing is kept", async () => {
    const { page, context } = await openCase(locale, scripts);
    const program = { name: "foto.jpg", mimeType: "image/jpeg", buffer: Buffer.from("MZ this is a program") };
    await page.setInputFiles("#file", program);
    await page.click("#add-files button");
    const words = locale === "en" ? "Only PDF and photos" : "Só PDF e fotos";
    await page.locator("#files .error", { hasText: words }).waitFor();
    await page.goto(page.url().replace(/\/(files|case).*$/, "/case"));
    await expect.poll(() => page.locator(".files > li").count()).toBe(0);
    await context.close();
  });
});

test("of two tabs the second keeps its words, sees the other's, and can save after all", async () => {
  const { page, context } = await openCase("pt-BR", false);
  const second = await context.newPage();
  await second.goto(page.url());
  await saveSummary(page, "As palavras da primeira aba.");
  await page.waitForURL(/done=summarySaved/);
  await saveSummary(second, "As palavras da segunda aba.");
  await second.locator("#summary-text-error").waitFor();
  await expect.poll(() => second.locator("#summary .summary").innerText()).toBe("As palavras da primeira aba.");
  await expect.poll(() => second.locator("#summary-text").inputValue()).toBe("As palavras da segunda aba.");
  await second.click("#summary form button");
  await second.waitForURL(/done=summarySaved/);
  await expect.poll(() => second.locator("#summary .summary").innerText()).toBe("As palavras da segunda aba.");
  await context.close();
});

test("the letters of the summary are counted while it is written", async () => {
  const { page, context } = await openCase("en", true);
  await page.click("#summary summary");
  await page.fill("#summary-text", "Four");
  await expect.poll(() => page.locator("#summary-left").innerText()).toBe("4 of 3000 characters");
  await context.close();
});

test("an upload that lost the network says so, and goes on when it is back", async () => {
  const { page, context } = await openCase("pt-BR", true);
  await context.setOffline(true);
  await page.setInputFiles("#file", PAPER);
  await page.click("#add-files button");
  await page.locator("#sending", { hasText: "Sem conexão" }).waitFor();
  await context.setOffline(false);
  await page.waitForURL(/done=added/, { timeout: 20_000 });
  await expect.poll(() => page.locator(".files > li").count()).toBe(1);
  await context.close();
});

test("once somebody took the case the summary is there to read, and a late form is told why", async () => {
  const scene = await contractScene(origin);
  const { page, context } = await visit(browser, { javaScriptEnabled: false });
  await context.addCookies([scene.clientCookie]);
  await page.goto(`${origin}/conversations/${scene.caseId}/case`);
  await expect.poll(() => page.locator("#summary .summary").innerText()).not.toBe("");
  await expect.poll(() => page.locator("#summary-text").count()).toBe(0);
  await page.locator("#summary", { hasText: "escreva na conversa" }).waitFor();
  await page.locator(`a[href='/contracts/${scene.contractId}']`).waitFor();
  // A page that was opened before has the form still.
  const late = await context.request.post(`${origin}/conversations/${scene.caseId}/summary`, {
    form: { text: "Escrevi tarde demais.", version: "0" },
    headers: { origin },
  });
  expect(late.status()).toBe(409);
  await page.setContent(await late.text());
  await expect.poll(() => page.locator("#summary-unsaved").innerText()).toBe("Escrevi tarde demais.");
  await context.close();

  const stranger = await visit(browser, { javaScriptEnabled: false });
  await begin(stranger.page, origin, NARRATIVE);
  expect((await stranger.page.goto(`${origin}/conversations/${scene.caseId}/case`))?.status()).toBe(404);
  await stranger.context.close();
});

test("the conversation leads to the page when the questions are over, and so does the list", async () => {
  const { page, context, troubles } = await visit(browser);
  const caseId = await begin(page, origin, NARRATIVE);
  await expect.poll(() => page.locator("#now-case").isVisible()).toBe(false);
  await write(page, "São Paulo, SP");
  await page.locator("#talk .say.agent", { hasText: "outro lado" }).waitFor();
  await write(page, "Mercearia do Zé");
  await page.locator("#now-case").waitFor({ timeout: 30_000 });
  await page.goto(`${origin}/conversations`);
  await page.click(".link-card .beside");
  await page.waitForURL(`${origin}/conversations/${caseId}/case`);
  expect(troubles).toEqual([]);
  await context.close();
});

test("nothing of the matter is in the title, nothing is kept by the browser, and in danger there is a way out", async () => {
  const { page, context } = await visit(browser);
  const caseId = await begin(page, origin, DANGER);
  const answer = await page.goto(`${origin}/conversations/${caseId}/case`);
  expect(answer?.headers()["cache-control"]).toContain("no-store");
  expect(await page.title()).not.toMatch(/marido|bateu|viol|fam[ií]lia/i);
  await page.click("#exit button");
  await page.waitForURL((url) => url.origin !== origin || !url.pathname.startsWith("/conversations"));
  await context.close();
});
