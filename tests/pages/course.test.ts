// A case changes its course in the browser: given back, taken by somebody else, cancelled, reopened, helped by an operator.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { call, eventually, outboxOf, signIn } from "../support/api.ts";
import { openBrowser } from "../support/browser.ts";
import { findings } from "./findings.ts";
import { contractScene, visit, visitAs } from "./scene.ts";

const origin = inject("productOrigin");
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

function signedIn(email: string, path: string, options: Parameters<typeof visitAs>[4] = {}) {
  return visitAs(browser, origin, email, path, options);
}

/** Who was asked for the case since `before`, signed in, with the offer. */
async function nextAsked(caseId: string, before: ReadonlySet<string>) {
  return eventually(async () => {
    const mails = (await outboxOf(origin)).filter(
      (item) => !before.has(item.id) && item.channel === "email" && /caso novo/i.test(item.subject),
    );
    for (const { to } of mails) {
      const token = await signIn(origin, to);
      const { items } = (await call(origin, "GET", "/api/v2/offers?show=open", { token })).body;
      const mine = (items as { id: string; case_id: string }[]).find((offer) => offer.case_id === caseId);
      if (mine !== undefined) return { email: to, token, offerId: mine.id };
    }
    return null;
  }, 30_000);
}

const readCase = async (token: string, caseId: string) =>
  (await call(origin, "GET", `/api/v2/cases/${caseId}`, { token })).body;

async function press(page: Page, path: string): Promise<void> {
  await page.click(`form[action='${path}'] button[type=submit]`);
}

test("a case that its professional gives back is taken by another, signed by both and closed", async () => {
  const scene = await contractScene(origin);
  const { caseId, clientToken } = scene;
  const client = await visit(browser);
  await client.context.addCookies([scene.clientCookie]);
  await client.page.goto(`${origin}/conversations/${caseId}`);
  await client.page.locator("#now-title", { hasText: "O contrato está pronto" }).waitFor();

  const before = new Set((await outboxOf(origin)).map((item) => item.id));
  const lawyer = await signedIn(scene.lawyerEmail, "/pro/cases", { javaScriptEnabled: false });
  await lawyer.page.click(`a[href='/pro/cases/${caseId}/withdraw']`);
  await expect.poll(() => lawyer.page.textContent("main")).toContain("Ele não volta para você");
  await lawyer.page.check("input[value=too_busy]");
  await lawyer.page.fill("#words", "Tenho um júri nesta semana.");
  await press(lawyer.page, `/pro/cases/${caseId}/withdraw`);
  await lawyer.page.waitForURL(/gave-back/);
  await expect.poll(() => lawyer.page.textContent("main")).toContain("O caso foi devolvido");
  expect((await lawyer.page.goto(`${origin}/pro/cases/${caseId}/withdraw`))?.status()).toBe(404);

  // The client's open page follows by itself, kindly, and the contract is gone from it.
  await client.page.locator("#talk", { hasText: "Isso não diz nada sobre você" }).waitFor();
  await client.page.locator("#now-title", { hasText: "Profissionais consultados" }).waitFor({ timeout: 20_000 });
  await expect.poll(() => client.page.locator("#now-contract").isVisible()).toBe(false);

  const other = await nextAsked(caseId, before);
  expect(other.email).not.toBe(scene.lawyerEmail);
  const again = await call(origin, "GET", "/api/v2/offers?show=open", { token: scene.lawyerToken });
  expect((again.body.items as { case_id: string }[]).filter((offer) => offer.case_id === caseId)).toEqual([]);
  await call(origin, "POST", `/api/v2/offers/${other.offerId}/accept`, { token: other.token });
  const contractId = await eventually(async () => (await readCase(clientToken, caseId)).contract_id as string | null);
  expect(contractId).not.toBe(scene.contractId);
  const body = { name: "Maria de Souza", consent: true };
  for (const token of [clientToken, other.token]) {
    expect((await call(origin, "POST", `/api/v2/contracts/${contractId}/sign`, { token, body })).status).toBe(200);
  }
  await client.page.locator("#now-title", { hasText: "Contrato assinado pelos dois" }).waitFor({ timeout: 20_000 });
  // What was undone cannot be signed any more.
  const late = await call(origin, "POST", `/api/v2/contracts/${scene.contractId}/sign`, { token: clientToken, body });
  expect(late.body.code).toBe("contract_not_open");
  await call(origin, "POST", `/api/v2/contracts/${contractId}/close`, { token: other.token });
  await expect.poll(() => readCase(clientToken, caseId)).toMatchObject({ status: "closed", close_reason: "done" });
  expect([...client.troubles, ...lawyer.troubles]).toEqual([]);
  await Promise.all([client.context.close(), lawyer.context.close()]);
});

describe.each([
  { locale: "pt-BR", scripts: true },
  { locale: "en", scripts: false },
] as const)("a client, in $locale, scripts: $scripts", ({ locale, scripts }) => {
  const words = {
    "pt-BR": { another: "procura outra pessoa", cancelled: "Caso cancelado", reopened: "O caso foi reaberto" },
    en: { another: "looking for somebody else", cancelled: "Case called off", reopened: "The case was reopened" },
  }[locale];

  test("asks for somebody else, cancels and comes back, each after a page that says what will happen", async () => {
    const scene = await contractScene(origin);
    const { caseId, clientToken } = scene;
    const path = `/conversations/${caseId}`;
    const { page, context, troubles } = await visit(browser, { javaScriptEnabled: scripts, locale });
    await context.addCookies([scene.clientCookie]);
    await page.goto(`${origin}${path}/case`);
    await page.click(`#change a[href='${path}/another']`);
    await expect.poll(() => page.locator(".steps li").count()).toBe(3);
    if (scripts) expect(await findings(page)).toEqual([]);
    await page.check("input[value=no_answer]");
    await press(page, `${path}/another`);
    await page.waitForURL(/course=another/);
    await expect.poll(() => page.textContent("main")).toContain(words.another);
    expect((await readCase(clientToken, caseId)).contract_id).toBeNull();

    await page.click(`#change a[href='${path}/cancel']`);
    await press(page, `${path}/cancel`);
    await page.waitForURL(/course=cancel/);
    await expect.poll(() => page.textContent("main")).toContain(words.cancelled);
    await expect
      .poll(() => readCase(clientToken, caseId))
      .toMatchObject({ status: "closed", close_reason: "cancelled" });
    // The talk is only read, and leads back.
    await page.goto(`${origin}${path}`);
    await expect.poll(() => page.locator("#message").count()).toBe(0);
    await page.click(`#composer a[href='${path}/reopen']`);
    await press(page, `${path}/reopen`);
    await page.waitForURL(/course=reopen/);
    await expect.poll(() => page.textContent("main")).toContain(words.reopened);
    await page.goto(`${origin}${path}`);
    await expect.poll(() => page.locator("#message").count()).toBe(1);
    expect(troubles).toEqual([]);
    await context.close();
  });
});

test("an operator voids a contract and cancels, with the reason kept; nobody else finds these pages", async () => {
  const scene = await contractScene(origin);
  const path = `/ops/cases/${scene.caseId}`;
  const { page, context, troubles } = await signedIn("operador@vez.test", path, {
    viewport: { width: 1280, height: 900 },
  });
  for (const [course, kind] of [
    ["void-contract", "outro profissional"],
    ["cancel", "cancelado"],
  ]) {
    const form = page.locator(`form[action='${path}/${course}']`);
    await page.locator("details", { has: form }).locator("summary").click();
    await form.locator("textarea").fill(`Motivo de teste: ${course}`);
    await form.locator("button").click();
    await page
      .locator(".history", { hasText: `Motivo de teste: ${course}` })
      .first()
      .waitFor();
    await expect.poll(() => page.textContent("main")).toContain(kind);
  }
  await expect
    .poll(() => readCase(scene.clientToken, scene.caseId))
    .toMatchObject({
      status: "closed",
      close_reason: "cancelled",
    });
  expect(troubles).toEqual([]);
  await context.close();

  for (const token of [scene.clientToken, scene.lawyerToken]) {
    for (const course of ["cancel", "void-contract", "reopen"]) {
      const answer = await call(origin, "POST", `/api/v2/operator/cases/${scene.caseId}/${course}`, {
        token,
        body: { words: "x" },
      });
      expect([403, 404]).toContain(answer.status);
    }
  }
  const stranger = await call(origin, "POST", `/api/v2/cases/${scene.caseId}/reopen`, { token: scene.lawyerToken });
  expect(stranger.status).toBe(404);
});
