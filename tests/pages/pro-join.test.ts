// A lawyer arrives, the whole way by pages alone: joins without scripts, is asked, answers, is confirmed, gets an offer.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { beginCase, eventually, outboxOf, tellCase } from "../support/api.ts";
import { openBrowser } from "../support/browser.ts";
import { findings } from "./findings.ts";
import { NARRATIVE, signInByPage, visit, visitAs } from "./scene.ts";

const origin = inject("productOrigin");
const OPERATOR = "operador@vez.test";
const CARD = { name: "carteira.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7\n%fictitious\n") };
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

function open(email: string, path: string, options: Parameters<typeof visitAs>[4] = {}) {
  return visitAs(browser, origin, email, path, options);
}

const goOn = async (page: Page) => page.click("main form button.button:not(.quiet)");
const main = (page: Page) => page.innerText("main");

/** From the entrance to the page where one waits. Numbers are fictitious. */
async function join(page: Page, email: string, who: { name: string; licence: string }): Promise<void> {
  await page.goto(`${origin}/pro/join`);
  await page.click("main a.button");
  await signInByPage(page, origin, email);
  await page.waitForURL(`${origin}/pro/join`);
  await page.check("input[name=vertical][value=legal]");
  await goOn(page);
  await page.waitForURL(/registration/);
  await page.fill("#name", who.name);
  await page.fill("#licence", "OAB/SP 12345-E");
  await page.fill("#years", "12");
  await goOn(page);
  await expect.poll(() => main(page)).toContain("Com inscrição de estagiário");
  await expect.poll(() => page.inputValue("#years")).toBe("12");
  await page.fill("#licence", who.licence);
  await goOn(page);
  await page.waitForURL(/practice/);
  await page.selectOption("#uf", "SP");
  await page.fill("#municipality", "São Paulo");
  await page.check("input[name=areas][value=trabalho]");
  await page.fill("#profile", `Atendo quem conta coisas assim: ${NARRATIVE}`);
  await goOn(page);
  await page.waitForURL(/terms/);
  await page.fill("#fee", "250,00");
  await page.check("input[name=practice][value=solo]");
  await goOn(page);
  await page.waitForURL(/papers/);
}

test("the whole way without scripts: joins, is asked, answers, is confirmed, and gets an offer in the next match", async () => {
  const email = "ana.souza@exemplo.vez.test";
  const me = await visit(browser, { javaScriptEnabled: false });
  await join(me.page, email, { name: "Ana Maria de Souza", licence: "oab-sp nº 999.123" });

  // A lost session loses nothing: signed in on another device one goes on there.
  await me.context.close();
  const { page, context } = await open(email, "/pro/join/registration", { javaScriptEnabled: false });
  await expect.poll(() => page.inputValue("#licence")).toBe("OAB/SP 999.123");
  await page.goto(`${origin}/pro/join/send`);
  await expect.poll(() => main(page)).toContain("Ainda falta algo: Documentos");
  await page.goto(`${origin}/pro/join/papers`);
  await page.setInputFiles("#file-card", CARD);
  await page.click("form[action*='papers/card'] button");
  await expect.poll(() => main(page)).toContain("carteira.pdf");
  await page.click("main a.button");
  await page.waitForURL(/send/);
  await expect.poll(() => main(page)).toContain("OAB/SP 999.123");
  await goOn(page);
  await expect.poll(() => main(page)).toContain("Marque para poder enviar");
  await page.check("input[name=declared]");
  await goOn(page);
  await page.waitForURL(`${origin}/pro`);
  await expect.poll(() => main(page)).toContain("A sua inscrição está sendo conferida");

  const operator = await open(OPERATOR, "/ops/verifications", { viewport: { width: 1280, height: 800 } });
  const desk = operator.page;
  await desk.click("text=Ana Maria de Souza");
  await desk.waitForURL(/verifications\/vrf_/);
  await expect.poll(() => main(desk)).toContain("carteira.pdf");
  await expect.poll(() => desk.getAttribute("a[target=_blank]", "href")).toBe("https://cna.oab.org.br/");
  await desk.fill("#question", "Pode mandar o verso da carteira?");
  await desk.click("form[action$='/ask'] button");
  await desk.locator(".tag", { hasText: "Com pergunta" }).waitFor();
  await eventually(async () =>
    (await outboxOf(origin)).find((item) => item.to === email && /pergunta/i.test(item.subject)),
  );

  await page.goto(`${origin}/pro`);
  await expect.poll(() => main(page)).toContain("Pode mandar o verso da carteira?");
  await page.setInputFiles("#file-card", { ...CARD, name: "verso.pdf", buffer: Buffer.from("%PDF-1.7\n%the back\n") });
  await page.click("form[action*='papers/card'] button");
  await page.fill("#answer", "Juntei o verso agora.");
  await page.click("form[action='/pro/answer'] button");
  await expect.poll(() => main(page)).toContain("Juntei o verso agora.");

  await desk.reload();
  await expect.poll(() => main(desk)).toContain("Juntei o verso agora.");
  // What was not compared is not confirmed, whatever the browser lets through.
  await desk.evaluate("document.querySelectorAll('[required]').forEach((one) => one.removeAttribute('required'))");
  await desk.click("form[action$='/approve'] button");
  await desk.waitForURL(/refused=fields_missing/);
  for (const check of ["name", "number", "situation"]) await desk.check(`input[name=checks][value=${check}]`);
  await desk.click("form[action$='/approve'] button");
  await desk.locator(".tag", { hasText: "Confirmada" }).waitFor();

  await page.goto(`${origin}/pro`);
  await expect.poll(() => main(page)).not.toContain("sendo conferida");
  const offer = await eventually(async () => {
    const client = await beginCase(origin);
    await tellCase(origin, client, NARRATIVE);
    return eventually(async () => {
      await page.goto(`${origin}/pro`);
      return page.locator(".offer-card").first().isVisible();
    }, 6_000).catch(() => false);
  }, 60_000);
  expect(offer).toBe(true);
  expect(operator.troubles).toEqual([]);
  await context.close();
  await operator.context.close();
});

describe("what one sees", () => {
  test("a stranger sees what joining is, and one of the team is told to take another address", async () => {
    const { page, context } = await visit(browser);
    await page.goto(`${origin}/pro/join/practice`);
    await expect.poll(() => new URL(page.url()).pathname).toBe("/sign-in");
    await page.goto(`${origin}/pro/join`);
    await expect.poll(() => main(page)).toContain("Os plantões para médicos ainda não começaram");
    await context.close();
    const operator = await open(OPERATOR, "/pro/join");
    await expect.poll(() => main(operator.page)).toContain("Este e-mail é da equipe");
    await operator.context.close();
  });

  test.each([
    { width: 360, colorScheme: "light", locale: "pt-BR" },
    { width: 1280, colorScheme: "dark", locale: "en" },
  ] as const)("has no serious finding of axe at $width px, $colorScheme, $locale", async ({ width, ...look }) => {
    const options = { viewport: { width, height: 800 }, ...look };
    const me = await open(`lia${width}@exemplo.vez.test`, "/pro/join", options);
    const wrong: string[] = [];
    const steps = ["", "/registration", "/practice", "/terms", "/papers", "/send"];
    await me.page.check("input[name=vertical][value=legal]");
    await goOn(me.page);
    for (const step of steps) {
      await me.page.goto(`${origin}/pro/join${step}`);
      wrong.push(...(await findings(me.page)));
    }
    const desk = await open(OPERATOR, "/ops/verifications", options);
    wrong.push(...(await findings(desk.page)));
    for (const list of ["/ops/verifications?status=approved", "/ops/professionals"]) {
      await desk.page.goto(origin + list);
      wrong.push(...(await findings(desk.page)));
      await desk.page.locator("tbody a").first().click();
      await desk.page.waitForURL(/(vrf|pro)_/);
      wrong.push(...(await findings(desk.page)));
    }
    expect(wrong).toEqual([]);
    expect([...me.troubles, ...desk.troubles]).toEqual([]);
    await me.context.close();
    await desk.context.close();
  });
});
