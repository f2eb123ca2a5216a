// A product with DocuSign: both sign on its page and come back; when it is away, they sign here. Over real HTTP, webhooks included.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { call, eventually } from "../support/api.ts";
import { openBrowser } from "../support/browser.ts";
import { type DocuSignStandIn, startDocuSign } from "../support/docusign-stand-in.ts";
import { type Product, startProduct } from "../support/product.ts";
import { type ContractScene, contractScene, visit } from "./scene.ts";

let vendor: DocuSignStandIn;
let product: Product;
let browser: Browser;

beforeAll(async () => {
  vendor = await startDocuSign();
  product = await startProduct({ env: { ...vendor.settings, DOCUSIGN_TIMEOUT: "5" } });
  vendor.connectTo(`${product.origin}/webhooks/docusign`);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await product.remove();
  await vendor.close();
});

const read = async ({ contractId, clientToken }: ContractScene) =>
  (await call(product.origin, "GET", `/api/v2/contracts/${contractId}`, { token: clientToken })).body;

async function asClient(scene: ContractScene, options: Parameters<typeof visit>[1] = {}) {
  const visitor = await visit(browser, options);
  await visitor.context.addCookies([scene.clientCookie]);
  await visitor.page.goto(`${product.origin}/contracts/${scene.contractId}`);
  return visitor;
}

test("the client signs at DocuSign and comes back, the lawyer too, and the page has the executed document", async () => {
  const scene = await contractScene(product.origin);
  await eventually(async () => (await read(scene)).signing === "docusign");
  const refused = await call(product.origin, "POST", `/api/v2/contracts/${scene.contractId}/sign`, {
    ...{ token: scene.clientToken, body: { name: "Maria da Silva", consent: true } },
  });
  expect(refused).toMatchObject({ status: 409, body: { code: "signed_at_docusign" } });

  const wide = await asClient(scene, { locale: "en", viewport: { width: 1280, height: 900 }, colorScheme: "dark" });
  await expect.poll(() => wide.page.innerText("#sign")).toContain("The signing is done at DocuSign");
  await wide.context.close();
  const { page, context, troubles } = await asClient(scene);
  await expect.poll(() => page.innerText("#sign")).toContain("DocuSign");
  await page.fill("#name", "Maria da Silva");
  await page.click("#sign button");
  await page.waitForURL(`${vendor.url}/Signing/*`);
  await expect.poll(() => page.innerText("#signer")).toBe("Maria da Silva");
  await page.click("button[value=sign]");
  await page.waitForURL(/from=docusign&event=signing_complete/);
  // Its message comes, and the page follows.
  await page.locator(".signature.done").waitFor();

  const place = await call(product.origin, "POST", `/api/v2/contracts/${scene.contractId}/signing`, {
    ...{ token: scene.lawyerToken, body: {} },
  });
  expect(place).toMatchObject({ status: 200, body: { method: "docusign" } });
  await vendor.press(String(place.body.url), "sign");
  await eventually(async () => (await read(scene)).status === "signed");
  await page.getByText("Assinado pelos dois").waitFor();
  const pdf = await eventually(async () => {
    const answer = await context.request.get(`${product.origin}/contracts/${scene.contractId}/document.pdf`);
    return answer.status() === 200 && answer.body();
  });
  expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
  await expect.poll(() => page.innerText("main")).toContain("Este contrato é assinado pela DocuSign.");
  expect(troubles).toEqual([]);
  await context.close();
});

test("DocuSign away, whoever comes to sign signs here, without scripts as well, and both are told", async () => {
  const scene = await contractScene(product.origin);
  await eventually(async () => (await read(scene)).signing === "docusign");
  vendor.fail("status_500");
  const { page, context } = await asClient(scene, { javaScriptEnabled: false });
  await page.fill("#name", "Maria da Silva");
  await page.click("#sign button");
  await expect.poll(() => page.innerText("#sign")).toContain("Agora se assina aqui");
  await page.fill("#name", "Maria da Silva");
  await page.check("#sign [name=consent]");
  await page.click("#sign button");
  await expect.poll(() => page.innerText(".signature.done")).toContain("Maria da Silva");
  const signed = await call(product.origin, "POST", `/api/v2/contracts/${scene.contractId}/sign`, {
    ...{ token: scene.lawyerToken, body: { name: "Nome do Advogado", consent: true } },
  });
  expect(signed).toMatchObject({ status: 200, body: { status: "signed" } });
  await eventually(async () => (await product.outbox()).some(({ subject }) => /agora se assina aqui/i.test(subject)));
  vendor.fail(null);
  await context.close();
});
