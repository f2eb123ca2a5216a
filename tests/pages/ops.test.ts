// The operators' console in a real browser: a conversation taken over live, keys, lists, and nothing for anyone else.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { beginCase, call, eventually, signIn } from "../support/api.ts";
import { openBrowser } from "../support/browser.ts";
import { findings } from "./findings.ts";
import { begin, visit, visitAs, write } from "./scene.ts";

const origin = inject("productOrigin");
const OPERATOR = "operador@vez.test";
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

function desk(path = "/ops", options: Parameters<typeof visitAs>[4] = {}) {
  return visitAs(browser, origin, OPERATOR, path, { viewport: { width: 1280, height: 800 }, ...options });
}

test("there is no console for a professional", async () => {
  const { page, context } = await visitAs(browser, origin, "wagner.guedes.00005@exemplo.vez.test", "/pro");
  expect((await page.goto(`${origin}/ops`))?.status()).toBe(404);
  expect((await page.goto(`${origin}/ops/mail`))?.status()).toBe(404);
  await context.close();
});

describe("a conversation", () => {
  test("is taken over, answered and given back, both sides live and without a reload", async () => {
    const client = await visit(browser);
    const caseId = await begin(client.page, origin, "Fui demitida ontem e não recebi nada.");
    const operator = await desk(`/ops/conversations/${caseId}`);
    await operator.page.click("#take-over");
    await operator.page.locator("#reply").waitFor();
    await client.page.locator("#now-title", { hasText: "Uma pessoa está com você" }).waitFor();

    await operator.page.fill("#reply", "Aqui é da equipe. Como posso ajudar?");
    await operator.page.keyboard.press("Control+Enter");
    await client.page.locator("#talk .say.human", { hasText: "Como posso ajudar?" }).waitFor();
    await expect.poll(() => operator.page.inputValue("#reply")).toBe("");

    // The operator goes on writing while the client's words come in.
    await operator.page.fill("#reply", "rascunho");
    await write(client.page, "Quero saber do meu FGTS");
    await operator.page.locator("#talk .say.client", { hasText: "meu FGTS" }).waitFor();
    await expect.poll(() => operator.page.inputValue("#reply")).toBe("rascunho");

    await operator.page.click("#give-back");
    await operator.page.locator("#take-over").waitFor();
    await client.page.locator("#now-title", { hasText: "Uma pessoa está com você" }).waitFor({ state: "hidden" });
    expect([...operator.troubles, ...client.troubles]).toEqual([]);
    await Promise.all([operator.context.close(), client.context.close()]);
  });

  test("that needs a person appears on the open console by itself, and works with plain forms", async () => {
    const operator = await desk("/ops/conversations");
    const client = await beginCase(origin);
    await call(origin, "POST", `/api/v2/triage/${client.case_id}/messages`, {
      token: client.session_token,
      body: { text: "Quero falar com uma pessoa", client_message_id: "1" },
    });
    await operator.page.locator(`#conversations-waiting a[href$="${client.case_id}"]`).waitFor({ timeout: 20_000 });
    expect(operator.troubles).toEqual([]);
    await operator.context.close();

    const plain = await desk(`/ops/conversations/${client.case_id}`, { javaScriptEnabled: false });
    await plain.page.click("#take-over");
    await plain.page.fill("#reply", "Olá, estou aqui.");
    await plain.page.click("#reply-form button");
    await expect.poll(() => plain.page.textContent("#talk")).toContain("Olá, estou aqui.");
    await plain.page.click("#give-back");
    await expect.poll(() => plain.page.locator("#take-over").count()).toBe(1);
    await plain.context.close();
  });
});

describe("keys", () => {
  test("walk the rows, jump to sections, show help, and can be switched off", async () => {
    const client = await beginCase(origin);
    await call(origin, "POST", `/api/v2/triage/${client.case_id}/messages`, {
      token: client.session_token,
      body: { text: "Meu vizinho faz barulho toda noite", client_message_id: "1" },
    });
    const { page, context, troubles } = await desk("/ops");
    await page.keyboard.press("g");
    await page.keyboard.press("c");
    await page.waitForURL(`${origin}/ops/cases`);
    await page.keyboard.press("j");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/ops\/cases\/cas_/);
    await page.keyboard.press("?");
    await expect.poll(() => page.locator("#keys").evaluate((dialog) => dialog.hasAttribute("open"))).toBe(true);
    await page.uncheck("#keys-on");
    await page.keyboard.press("Escape");
    await page.keyboard.press("g");
    await page.keyboard.press("m");
    await page.keyboard.press("?");
    await expect.poll(() => new URL(page.url()).pathname).toMatch(/^\/ops\/cases\//);
    await expect.poll(() => page.locator("#keys").evaluate((dialog) => dialog.hasAttribute("open"))).toBe(false);
    expect(troubles).toEqual([]);
    await context.close();
  });
});

describe("lists", () => {
  test("the mail box hides sign-in codes", async () => {
    const { page, context } = await desk("/ops/mail");
    const row = page.locator("tr", { hasText: OPERATOR }).filter({ hasText: "código" }).first();
    await row.locator("summary").click();
    await expect.poll(() => row.innerText()).toContain("••••••");
    await expect.poll(() => row.innerText()).not.toMatch(/\d{6}/);
    await context.close();
  });

  test("equity is sorted by a press and filtered by a form", async () => {
    const { page, context } = await desk("/ops/equity");
    await expect.poll(() => page.locator(".chart rect").count()).toBe(11);
    await page.click("th a:has-text('Nome')");
    await page.waitForURL(/sort=name/);
    const names = await page.locator("#equity-table tbody th").allInnerTexts();
    expect(names[0]?.localeCompare(names[1] ?? "", "pt-BR")).toBeLessThanOrEqual(0);
    await page.selectOption("select[name=uf]", "AC");
    await page.click(".filter button");
    await page.waitForURL(/uf=AC/);
    for (const name of await page.locator("#equity-table tbody th").allInnerTexts()) expect(name).toContain("AC");
    await context.close();
  });

  test.each([
    { width: 360, colorScheme: "light", locale: "pt-BR" },
    { width: 1280, colorScheme: "dark", locale: "en" },
  ] as const)(
    "axe has no serious finding at $width px, $colorScheme, $locale",
    async ({ width, colorScheme, locale }) => {
      const token = await signIn(origin, OPERATOR);
      const list = await eventually(async () => {
        const { items } = (await call(origin, "GET", "/api/v2/operator/cases?status=offering", { token })).body;
        const cases = items as { id: string }[];
        return cases.length > 0 ? cases : (await call(origin, "GET", "/api/v2/operator/cases", { token })).body.items;
      });
      const caseId = (list as { id: string }[])[0]?.id;
      const { page, context, troubles } = await desk("/ops", { viewport: { width, height: 800 }, colorScheme, locale });
      const paths = ["", "/cases", `/cases/${caseId}`, "/conversations", `/conversations/${caseId}`, "/offers"];
      const serious: string[] = [];
      for (const path of [
        ...paths,
        "/conflicts",
        "/equity",
        "/models",
        "/embeddings",
        "/outbox?status=done",
        "/mail",
        "/jobs",
      ]) {
        await page.goto(`${origin}/ops${path}`);
        serious.push(...(await findings(page)));
      }
      expect(serious).toEqual([]);
      expect(troubles).toEqual([]);
      await context.close();
    },
  );
});
