// The first day of a service with nobody in it, by the pages alone: set-up code, invite, three lawyers verified, a case, the report.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { beginCase, call, eventually, outboxOf, signIn, tellCase } from "../support/api.ts";
import { openBrowser } from "../support/browser.ts";
import { type Product, startProduct } from "../support/product.ts";
import { codeFor, NARRATIVE, signInByPage, type Visitor, visit } from "./scene.ts";

const OLGA = "olga@vez-aberta.example";
const LAWYERS = ["Ana Moura", "Bruno Reis", "Célia Prado"];

let product: Product;
let browser: Browser;
beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct({ env: { VEZ_DEMO: "none" } }), openBrowser()]);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await product?.remove();
});

const addressOf = (name: string) =>
  `${name.split(" ")[0]?.normalize("NFD").replace(/\W/g, "").toLowerCase()}@adv.example`;

/** The code that only who started it has seen, the address proved by a mail, one press. */
async function becomeFirstOperator(): Promise<Visitor> {
  const olga = await visit(browser, { viewport: { width: 1280, height: 800 } });
  const { page } = olga;
  const code = product.output().match(/[0-9a-z]{4}(?:-[0-9a-z]{4}){3}/)?.[0] ?? "";
  const before = new Set((await outboxOf(product.origin)).map(({ id }) => id));
  await page.goto(`${product.origin}/setup`);
  await page.fill("#code", code);
  await page.fill("#name", "Olga Prado");
  await page.fill("#email", OLGA);
  await page.click("main form button");
  await page.waitForURL(/sign-in\/code/);
  await page.fill("#code", await codeFor(product.origin, OLGA, before));
  // With scripts a complete code goes by itself, and the button may be gone before it is pressed.
  await page.click("#code-form button", { timeout: 1_000, noWaitAfter: true }).catch(() => undefined);
  await page.waitForURL(/\/setup/);
  await page.click("main form button");
  await page.waitForURL(/\/ops/);
  return olga;
}

async function next(page: Page, path: string): Promise<void> {
  await page.click("main form button.button[type=submit]");
  await page.waitForURL(new RegExp(`${path}$`));
}

const paper = (name: string) =>
  Buffer.from(`%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%${name}\n%%EOF\n`);

/** A lawyer signs up on a phone, from the address to the press of "send". */
async function join(name: string, licence: string): Promise<Visitor> {
  const visitor = await visit(browser);
  const { page } = visitor;
  await page.goto(`${product.origin}/sign-in?next=/pro/join`);
  await signInByPage(page, product.origin, addressOf(name));
  await page.check("[name=vertical][value=legal]");
  await next(page, "/registration");
  await page.fill("#name", name);
  await page.fill("#licence", licence);
  await page.selectOption("#licence_uf", "SP");
  await page.fill("#years", "8");
  await next(page, "/practice");
  await page.selectOption("#uf", "SP");
  await page.fill("#municipality", "São Paulo");
  await page.check("[name=areas][value=trabalho]");
  await page.fill(
    "#profile",
    "Defendo trabalhadores há oito anos: verbas rescisórias, FGTS, horas extras e justa causa.",
  );
  await next(page, "/terms");
  await page.fill("#fee", "200");
  await page.check("[name=practice][value=solo]");
  await page.check("[name=languages][value='pt-BR']");
  await next(page, "/papers");
  for (const kind of ["card", "proof"]) {
    await page.setInputFiles(`#file-${kind}`, {
      name: `${kind}.pdf`,
      mimeType: "application/pdf",
      buffer: paper(kind),
    });
    await page.click(`form[action^='/pro/join/papers/${kind}'] button`);
    await page.getByText(`${kind}.pdf`).first().waitFor();
  }
  await page.goto(`${product.origin}/pro/join/send`);
  await page.check("[name=declared]");
  await page.click("form[action='/pro/join/send'] button");
  await page.waitForURL(/\/pro$/);
  return visitor;
}

/** The operator opens the oldest registration, ticks what was compared, approves. */
async function approveOldest(page: Page): Promise<void> {
  await page.goto(`${product.origin}/ops/verifications`);
  await page.click("main a[href^='/ops/verifications/']");
  for (const box of await page.locator("input[name=checks][required]").all()) await box.check();
  // The answer, not the load: going on to another page before it comes would take the press back.
  const answered = page.waitForResponse((response) => response.request().method() === "POST");
  await page.click("form[action$='/approve'] button");
  expect((await answered).status()).toBe(303);
}

test("somebody new brings the service up in minutes, without the database", async () => {
  const olga = await becomeFirstOperator();
  await olga.page.goto(`${product.origin}/ops/people`);
  await olga.page.fill("main form [name=email]", "otto@vez-aberta.example");
  await olga.page.click("main form:has([name=email]) button[type=submit]");
  await eventually(async () => (await outboxOf(product.origin)).find(({ to }) => to === "otto@vez-aberta.example"));

  const lawyers: Visitor[] = [];
  for (const [at, name] of LAWYERS.entries()) lawyers.push(await join(name, `12345${at}`));
  for (const _ of LAWYERS) await approveOldest(olga.page);
  await olga.page.goto(`${product.origin}/ops/verifications`);
  for (const name of LAWYERS) await expect.poll(() => olga.page.locator("main", { hasText: name }).count()).toBe(0);

  const client = await beginCase(product.origin);
  await tellCase(product.origin, client, NARRATIVE);
  const asked = await eventually(async () => {
    const mails = (await outboxOf(product.origin)).filter(({ subject }) => subject === "Um caso novo para você");
    const to = new Set(mails.map((mail) => mail.to).filter((address) => address.includes("@")));
    return to.size === LAWYERS.length ? to : null;
  }, 30_000);
  expect([...asked].sort()).toEqual(LAWYERS.map(addressOf).sort());

  const first = lawyers[0]?.page;
  await first?.goto(`${product.origin}/pro`);
  await first?.click("main a[href^='/pro/offers/']");
  await first?.click("form[action$='/accept'] button");
  await first?.waitForURL(/\/pro\/cases/);

  await olga.page.goto(`${product.origin}/ops/report`);
  const figure = (name: string) => olga.page.locator(`dt:text-is("${name}") + dd`).first().innerText();
  expect(await figure("Abertos")).toBe("1");
  expect(await figure("Com triagem completa")).toBe("1");
  expect(await figure("Ativos hoje")).toBe("3");

  for (const { context, troubles } of [olga, ...lawyers]) {
    expect(troubles).toEqual([]);
    await context.close();
  }
}, 180_000);

test("the set-up code is good once", async () => {
  const code = product.output().match(/[0-9a-z]{4}(?:-[0-9a-z]{4}){3}/)?.[0] ?? "";
  const late = await visit(browser);
  await late.page.goto(`${product.origin}/setup`);
  const form = await late.page.locator("#code").count();
  if (form > 0) {
    await late.page.fill("#code", code);
    await late.page.fill("#name", "Eva Tarde");
    await late.page.fill("#email", "eva@vez-aberta.example");
    await late.page.click("main form button");
  }
  const token = await signIn(product.origin, "eva@vez-aberta.example");
  expect((await call(product.origin, "GET", "/api/v2/me", { token })).body.role).toBe("client");
  await late.context.close();
});
