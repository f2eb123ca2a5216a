// A client in a house where the client chooses: list, filters, a note, an acceptance, a signed contract; with scripts and without.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { call, eventually, outboxOf, signIn } from "../support/api.ts";
import { openBrowser } from "../support/browser.ts";
import { findings } from "./findings.ts";
import { signInByPage, visit } from "./scene.ts";

const origin = inject("productOrigin");
/** The same product under another host name: that of a house in directory mode. */
const house = origin.replace("127.0.0.1", "localhost");
const TOLD = {
  "pt-BR": [
    "Fui demitida ontem sem justa causa depois de 3 anos, com carteira assinada, e o patrão não pagou as verbas nem o FGTS.",
    "Moro em São Paulo, SP.",
    "Não sei.",
  ],
  en: [
    "I was fired yesterday without cause after 3 years and they did not pay my wages.",
    "I live in São Paulo, SP.",
    "I do not know.",
  ],
};
let browser: Browser;
let operator: string;
/** A case that was chosen for, told by the tests before. */
let told = "";

beforeAll(async () => {
  browser = await openBrowser();
  operator = await signIn(origin, "operador@vez.test");
  const saved = await call(origin, "PUT", "/api/v2/operator/tenants/lista", {
    token: operator,
    body: { name: "Lista", hosts: ["localhost"], mode: "directory", notes: "A regra local não permite indicar." },
  });
  expect(saved).toMatchObject({ status: 200, body: { mode: "directory", hosts: ["localhost"] } });
});
afterAll(() => browser.close());

/** Tells the story on the pages of the house until the list is open. */
async function tell(page: Page, locale: "pt-BR" | "en"): Promise<string> {
  await page.goto(`${house}/conversations/new`);
  const [story = "", ...rest] = TOLD[locale];
  await page.fill("#text", story);
  await page.click("form[action='/begin'] button[type=submit]");
  await page.waitForURL(/\/conversations\/cas_/);
  for (let turn = 0; turn < 8; turn++) {
    const choose = page.locator("#now-choose");
    const open = await eventually(async () => {
      if (!(await choose.isVisible())) await page.reload();
      return (await choose.isVisible()) || (await page.locator("#talk .say.agent").count()) > turn;
    }, 10_000);
    expect(open).toBe(true);
    if (await choose.isVisible()) break;
    await page.fill("#message", rest[turn] ?? rest.at(-1) ?? "");
    await page.click("#write button");
    await page.waitForTimeout(500);
  }
  await page.locator("#now-choose").waitFor();
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
}

/** Who was written to, by the mail that told him. */
async function chosenMail(before: ReadonlySet<string>): Promise<string> {
  return eventually(async () => {
    const mail = (await outboxOf(origin)).find(
      (item) => !before.has(item.id) && item.channel === "email" && /escolheu você|chose you/i.test(item.subject),
    );
    return mail?.to;
  }, 20_000);
}

describe.each([
  { locale: "pt-BR", scripts: true, width: 360, colorScheme: "light" },
  { locale: "en", scripts: false, width: 1280, colorScheme: "dark" },
] as const)("in $locale at $width px, scripts: $scripts", ({ locale, scripts, width, colorScheme }) => {
  test("the client chooses, the professional accepts, both sign", async () => {
    const client = await visit(browser, {
      locale,
      colorScheme,
      javaScriptEnabled: scripts,
      viewport: { width, height: 800 },
    });
    const { page } = client;
    await page.goto(`${house}/conversations/new`);
    await expect.poll(() => page.locator(".mode").innerText()).toMatch(/você|you/i);
    const caseId = await tell(page, locale);
    told = caseId;
    await page.click("#now-choose");
    await page.waitForURL(/\/professionals$/);
    const names = await page.locator("#list li h3").allInnerTexts();
    expect(names.length).toBeGreaterThan(1);
    await page.reload();
    await expect.poll(() => page.locator("#list li h3").allInnerTexts()).toEqual(names);
    const text = await page.locator("main").innerText();
    expect(text).toMatch(/OAB\/[A-Z]{2} \d+/);
    expect(text).not.toMatch(/★|estrela|stars|nota \d|score/i);
    if (scripts) expect(await findings(page)).toEqual([]);

    // A filter takes people out and moves nobody.
    await page.locator("main form[method=get]").evaluate((form) => form.closest("details")?.setAttribute("open", ""));
    await page.fill("#f-price", "300");
    await page.click("main form[method=get] button");
    await page.waitForURL(/max_price=300/);
    const some = await page.locator("#list li h3").allInnerTexts();
    expect(names.filter((name) => some.includes(name))).toEqual(some.filter((name) => names.includes(name)));

    const before = new Set((await outboxOf(origin)).map((item) => item.id));
    const entry = page.locator("#list > ul > li").first();
    const name = await entry.locator("h3").innerText();
    // axe takes words in their own background's colour for hidden ones.
    const seen = await page.evaluate(`(() => {
      const look = getComputedStyle(document.querySelector("#list > ul > li .write-to > summary"));
      return look.color !== look.backgroundColor;
    })()`);
    expect(seen).toBe(true);
    await entry.locator(".write-to > summary").click();
    await entry.locator("textarea").fill("Sou Joana Prado, meu telefone é 11 98765-4321. Pode ligar à tarde?");
    if (scripts) expect(await findings(page)).toEqual([]);
    await entry.locator("form[method=post] button").click();
    await page.waitForURL(/done=written/);
    await expect.poll(() => page.locator("#contacts").innerText()).toContain(name);
    await expect.poll(() => page.locator("#list li h3").allInnerTexts()).not.toContain(name);

    const email = await chosenMail(before);
    const lawyer = await visit(browser, { locale, viewport: { width, height: 800 }, colorScheme });
    await lawyer.page.goto(`${origin}/sign-in?next=/pro`);
    await signInByPage(lawyer.page, origin, email);
    await lawyer.page.click(".offer-card .button");
    await lawyer.page.waitForURL(/\/pro\/offers\//);
    const offer = await lawyer.page.locator("main").innerText();
    expect(offer).toMatch(locale === "en" ? /This person chose you/ : /Esta pessoa escolheu você/);
    expect(offer).toContain("à tarde");
    expect(offer).not.toContain("98765");
    expect(offer).not.toContain("Joana");
    expect(await findings(lawyer.page)).toEqual([]);
    const offerPage = lawyer.page.url();
    await lawyer.page.click(".answer form[action$='/accept'] button");
    await lawyer.page.waitForURL((url) => url.href !== offerPage);
    await lawyer.page.goto(offerPage);
    await lawyer.page.locator(".notice.good").waitFor();
    await expect.poll(() => lawyer.page.locator("main").innerText()).toContain("98765-4321");

    // The list is closed now; the conversation leads to the contract.
    await page.goto(`${house}/conversations/${caseId}/professionals`);
    await expect.poll(() => new URL(page.url()).pathname).toBe(`/conversations/${caseId}`);
    await eventually(async () => {
      await page.reload();
      return page.locator("#now-contract").isVisible();
    }, 20_000);
    await page.click("#now-contract");
    await page.fill("#sign [name=name]", "Joana Prado");
    await page.check("#sign [name=consent]");
    await page.click("#sign button");
    await page.locator(".signature.done").waitFor();
    await lawyer.page.goto(`${origin}${new URL(page.url()).pathname}`);
    await lawyer.page.check("#sign [name=consent]");
    await lawyer.page.click("#sign button");
    await eventually(async () => {
      const seen = await call(origin, "GET", `/api/v2/operator/cases/${caseId}`, { token: operator });
      return seen.body.status === "signed";
    });
    expect([...client.troubles, ...lawyer.troubles]).toEqual([]);
    await client.context.close();
    await lawyer.context.close();
  });
});

test("on a host where Vez proposes there is no list", async () => {
  const opened = await call(origin, "POST", "/api/v2/triage", { body: { vertical: "legal", locale: "pt-BR" } });
  const path = `/api/v2/cases/${String(opened.body.case_id)}/professionals`;
  expect(await call(origin, "GET", path, { token: String(opened.body.session_token) })).toMatchObject({ status: 404 });
});

test("an operator sees the houses, their modes and why, and is told what is wrong with a new one", async () => {
  for (const { width, colorScheme, locale } of [
    { width: 360, colorScheme: "light", locale: "pt-BR" },
    { width: 1280, colorScheme: "dark", locale: "en" },
  ] as const) {
    const { page, context, troubles } = await visit(browser, { viewport: { width, height: 800 }, colorScheme, locale });
    await page.goto(`${origin}/sign-in?next=/ops/tenants`);
    await signInByPage(page, origin, "operador@vez.test");
    await page.goto(`${origin}/ops/tenants`);
    await expect.poll(() => page.locator("main").innerText()).toContain("A regra local não permite indicar.");
    expect(await findings(page)).toEqual([]);
    await page.locator("details.panel > summary").click();
    await page.fill("#new-t-id", "outra");
    await page.fill("#new-t-name", "Outra");
    await page.fill("#new-t-hosts", "localhost");
    await page.fill("#new-t-notes", "Outra regra, outra casa.");
    await page.click("details.panel form button");
    await page.locator("[role=alert]").waitFor();
    await expect.poll(() => page.inputValue("#new-t-hosts")).toBe("localhost");
    expect(await findings(page)).toEqual([]);
    await page.goto(`${origin}/ops/cases/${told}`);
    await expect
      .poll(() => page.locator("#case-shortlist").innerText())
      .toMatch(/ninguém é proposto|nobody is proposed/);
    expect(await findings(page)).toEqual([]);
    expect(troubles).toEqual([]);
    await context.close();
  }
});
