// How a client is reached and comes back, in a browser: asked before anybody is, on another device, and with a story told twice.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { call, eventually, tellCase } from "../support/api.ts";
import { openBrowser } from "../support/browser.ts";
import { type Product, startProduct } from "../support/product.ts";
import { begin, NARRATIVE, ownWords, signInByPage, type Visitor, visit, write } from "./scene.ts";

let browser: Browser;
let product: Product;
let origin: string;

beforeAll(async () => {
  [browser, product] = await Promise.all([openBrowser(), startProduct({ env: { REACH_WAIT_MINUTES: "10" } })]);
  origin = product.origin;
}, 180_000);
afterAll(async () => {
  await browser.close();
  await product.remove();
});

/** The bearer form of the browser's session. */
async function tokenOf({ context }: Visitor): Promise<string> {
  const cookie = (await context.cookies()).find(({ name }) => name.endsWith("session_token"));
  return decodeURIComponent(cookie?.value ?? "");
}

/** Tells a case on the pages until only how to be reached is missing. */
async function waitingCase(visitor: Visitor) {
  const caseId = await begin(visitor.page, origin, NARRATIVE);
  const token = await tokenOf(visitor);
  expect(await tellCase(origin, { case_id: caseId, session_token: token }, "São Paulo, SP")).toBe("completed");
  await eventually(async () => (await asksOf(caseId, token)).waits_until);
  return { caseId, token };
}

async function asksOf(caseId: string, token: string) {
  return (await call(origin, "GET", `/api/v2/cases/${caseId}/asks`, { token })).body;
}

async function statusOf(caseId: string, token: string) {
  return (await call(origin, "GET", `/api/v2/cases/${caseId}`, { token })).body.status;
}

async function leave(visitor: Visitor) {
  expect(visitor.troubles).toEqual([]);
  await visitor.context.close();
}

async function makeWords(page: Page): Promise<{ words: string; link: string }> {
  await page.goto(`${origin}/recovery`);
  await page.click("form[action='/recovery'] button");
  await page.locator("#phrase").waitFor();
  const words = (await page.locator("#phrase li").allInnerTexts()).join(" ");
  const link = new URL((await page.locator("#recovery-link").innerText()).trim());
  // The product's own address is not the one it is tested at.
  return { words, link: `${origin}${link.pathname}${link.hash}` };
}

describe("the card before anybody is asked", () => {
  test("without scripts: says what is waited for, keeps what was typed wrongly, and the search begins with the answer", async () => {
    const visitor = await visit(browser, { javaScriptEnabled: false });
    const { page } = visitor;
    const { caseId, token } = await waitingCase(visitor);
    await page.reload();
    await expect.poll(() => page.locator("#now").innerText()).toMatch(/Falta só dizer como avisar você/);
    await expect.poll(() => page.locator("#asks").innerText()).toMatch(/espera a sua resposta até \d\d:\d\d/);
    await expect.poll(() => page.locator("#asks input[value=page]").isChecked()).toBe(true);
    expect(await statusOf(caseId, token)).toBe("matching");
    await page.locator("#asks input[value=sms]").check();
    await page.fill("#reach-address", "11 2345-6789");
    await page.click(".reach-form button[type=submit]");
    await expect.poll(() => page.locator("#reach-address-error").innerText()).toMatch(/celular/);
    await expect.poll(() => page.locator("#reach-address").inputValue()).toBe("11 2345-6789");
    await page.fill("#reach-address", "11 98765-4321");
    await page.click(".reach-form button[type=submit]");
    await page.waitForURL(/\/conversations\/cas_[^/]+(#latest)?$/);
    await eventually(async () => (await statusOf(caseId, token)) === "offering");
    await expect.poll(() => page.locator("#asks .reach-form").count()).toBe(0);
    // Without the permission no message goes out, and who chose SMS is told so.
    await page.goto(`${origin}/conversations/${caseId}/case`);
    await expect.poll(() => page.locator("#reach").innerText()).toContain("não manda mensagem");
    await page.goto(`${origin}/conversations/${caseId}/reach`);
    await expect.poll(() => page.locator("input[name=leave]").isVisible()).toBe(true);
    await leave(visitor);
  });

  test("with scripts: comes by itself, and goes on at once with one press", async () => {
    const visitor = await visit(browser);
    const { page } = visitor;
    const { caseId, token } = await waitingCase(visitor);
    await page.locator("#asks .reach-form").waitFor();
    await page.click("form[action$='/search-now'] button");
    await eventually(async () => (await statusOf(caseId, token)) === "offering");
    await page.locator("#now.asked").waitFor();
    await leave(visitor);
  });

  test("on the case page what was said is changed and deleted at any time", async () => {
    const visitor = await visit(browser, { locale: "en" });
    const { page } = visitor;
    const { caseId, token } = await waitingCase(visitor);
    await page.goto(`${origin}/conversations/${caseId}/reach`);
    await page.locator("input[value=email]").check();
    await page.fill("#reach-address", "Ana@Example.org");
    await page.click(".reach-form button[type=submit]");
    await page.waitForURL(/done=reachSaved/);
    await expect.poll(() => page.locator("#reach").innerText()).toContain("ana@example.org");
    await page.click("#reach form button");
    await page.waitForURL(/done=reachRemoved/);
    expect((await call(origin, "GET", "/api/v2/me/reach", { token })).body).toEqual({ reach: null });
    await leave(visitor);
  });
});

describe("coming back on another device", () => {
  test("six words open the case there, without scripts too; wrong ones open nothing", async () => {
    const visitor = await visit(browser);
    const { caseId } = await waitingCase(visitor);
    const { words } = await makeWords(visitor.page);
    const other = await visit(browser, { javaScriptEnabled: false, locale: "en" });
    await other.page.goto(`${origin}/recover`);
    await other.page.fill("#words", words.split(" ").reverse().join(" "));
    await other.page.click("#recover button");
    await expect.poll(() => other.page.locator("#words-error").innerText()).toMatch(/no such words/);
    await other.page.fill("#words", words.toUpperCase());
    await other.page.click("#recover button");
    await other.page.locator(`[data-case='${caseId}']`).waitFor();
    await expect.poll(() => ownWords(other.page)).toContain(NARRATIVE);
    await leave(visitor);
    await leave(other);
  });

  test("the link opens it after a press, stands in no address afterwards, and can end the first device", async () => {
    const visitor = await visit(browser);
    const { caseId, token } = await waitingCase(visitor);
    const { link } = await makeWords(visitor.page);
    const other = await visit(browser);
    await other.page.goto(link);
    await other.page.locator("#enter-words").waitFor({ state: "hidden" });
    await expect.poll(() => other.page.url()).toBe(`${origin}/recover`);
    await other.page.check("[name=alone]");
    await other.page.click("#recover button");
    await other.page.locator(`[data-case='${caseId}']`).waitFor();
    expect((await call(origin, "GET", `/api/v2/cases/${caseId}`, { token })).status).toBe(401);
    await leave(visitor);
    await leave(other);
  });

  test("new words end the former, and a conversation begun there comes along when it is wanted", async () => {
    const visitor = await visit(browser);
    const { caseId } = await waitingCase(visitor);
    const former = await makeWords(visitor.page);
    const { words } = await makeWords(visitor.page);
    const other = await visit(browser);
    const there = await begin(other.page, origin, "Comprei uma geladeira com defeito e a loja não troca.");
    for (const typed of [former.words, words]) {
      await other.page.goto(`${origin}/recover`);
      await other.page.fill("#words", typed);
      await expect.poll(() => other.page.isChecked("[name=bring]")).toBe(true);
      await other.page.click("#recover button");
      await other.page.waitForLoadState();
      if (typed === former.words) await expect.poll(() => other.page.locator("#words-error").count()).toBe(1);
    }
    for (const id of [caseId, there]) {
      await other.page.goto(`${origin}/conversations/${id}`);
      await other.page.locator(`[data-case='${id}']`).waitFor();
    }
    await leave(visitor);
    await leave(other);
  });
});

test("a page that is open while its client signs in goes on: words are taken, and answers still come", async () => {
  const visitor = await visit(browser);
  const { page, context } = visitor;
  await begin(page, origin, NARRATIVE);
  const second = await context.newPage();
  await second.goto(`${origin}/sign-in`);
  await signInByPage(second, origin, `joins-${Date.now()}@example.org`);
  const before = await page.locator("#talk .say.agent").count();
  await write(page, "São Paulo, SP");
  await page.locator("#talk .say.agent").nth(before).waitFor();
  await expect.poll(() => page.locator("#talk .pending").count()).toBe(0);
  await leave(visitor);
});

test("a story told twice is noticed; the client says that it is the same and is led to the first", async () => {
  const visitor = await visit(browser);
  const { page } = visitor;
  const { caseId, token } = await waitingCase(visitor);
  await call(origin, "PUT", "/api/v2/me/reach", { token, body: { channel: "page" } });
  const again = await begin(page, origin, `${NARRATIVE} Preciso de ajuda.`);
  expect(await tellCase(origin, { case_id: again, session_token: token }, "São Paulo, SP")).toBe("completed");
  await page.locator("#same-title").waitFor({ timeout: 20_000 });
  await page.click("button[name=answer][value=same]");
  await page.locator(`[data-case='${caseId}']`).waitFor();
  await page.goto(`${origin}/conversations/${again}`);
  await page.locator(`[data-case='${caseId}']`).waitFor();
  const joined = (await call(origin, "GET", `/api/v2/cases/${again}`, { token })).body;
  expect(joined).toMatchObject({ status: "closed", close_reason: "joined", joined_into: caseId });
  await leave(visitor);
});

test("a program may say how its client is reached when it opens the case, and never waits", async () => {
  const reach = { channel: "email", address: "Segura@example.org", safe_from: "08:00", safe_until: "18:00" };
  const opened = await call(origin, "POST", "/api/v2/triage", { body: { vertical: "legal", locale: "pt-BR", reach } });
  const token = String(opened.body.session_token);
  expect((await call(origin, "GET", "/api/v2/me/reach", { token })).body).toMatchObject({
    reach: { channel: "email", address: "segura@example.org", safe_from: "08:00", leave_message: false },
  });
  const client = { case_id: String(opened.body.case_id), session_token: token };
  await tellCase(origin, client, NARRATIVE);
  await eventually(async () => (await statusOf(client.case_id, token)) === "offering");
  const wrong = { ...reach, address: "nobody" };
  const refused = await call(origin, "POST", "/api/v2/triage", { body: { vertical: "legal", reach: wrong } });
  expect([refused.status, refused.body.code]).toEqual([422, "invalid_input"]);
});
