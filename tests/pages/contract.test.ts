// The contract page: read, signed by both, closed and reviewed, by its parties alone.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { call } from "../support/api.ts";
import { openBrowser } from "../support/browser.ts";
import { begin, type ContractScene, contractScene, NARRATIVE, signInByPage, visit } from "./scene.ts";

const origin = inject("productOrigin");
let browser: Browser;
let scene: ContractScene;
let address: string;

beforeAll(async () => {
  browser = await openBrowser();
  scene = await contractScene(origin);
  address = `${origin}/contracts/${scene.contractId}`;
});
afterAll(() => browser.close());

async function asClient(options: Parameters<typeof visit>[1] = {}) {
  const visitor = await visit(browser, options);
  await visitor.context.addCookies([scene.clientCookie]);
  return visitor;
}

describe("a contract", () => {
  test("says what is signed, shows its words and its PDF, and is kept nowhere on the way", async () => {
    const { page, context } = await asClient();
    const answer = await page.goto(address);
    expect(answer?.headers()["cache-control"]).toBe("no-store");
    await expect.poll(() => page.innerText("main")).toContain("Trabalho");
    await page.click(".agreement > summary");
    await expect.poll(() => page.locator(".paper li").count()).toBeGreaterThan(3);
    const contract = await call(origin, "GET", `/api/v2/contracts/${scene.contractId}`, { token: scene.clientToken });
    await expect.poll(() => page.textContent("#sha256")).toBe(contract.body.sha256);

    const pdf = await context.request.get(`${address}/document.pdf`);
    expect(pdf.headers()).toMatchObject({ "content-type": "application/pdf", "cache-control": "no-store" });
    expect(pdf.headers()["content-disposition"]).toMatch(/^inline; /);
    expect(pdf.headers()["content-security-policy"]).toContain("object-src 'self'");
    const bytes = await pdf.body();
    expect(bytes.subarray(0, 5).toString()).toBe("%PDF-");
    const digest = await crypto.subtle.digest("SHA-256", new Uint8Array(bytes));
    expect(Buffer.from(digest).toString("hex")).toBe(contract.body.sha256);
    await context.close();
  });

  test("does not exist for anybody else", async () => {
    const { page, context } = await visit(browser);
    await begin(page, origin, NARRATIVE);
    for (const path of ["", "/document.pdf"]) {
      expect((await context.request.get(address + path)).status()).toBe(404);
    }
    const refused = await context.request.post(`${address}/sign`, {
      form: { name: "Outra Pessoa", consent: "yes" },
      headers: { origin },
    });
    expect(refused.status()).toBe(404);
    const stranger = await visit(browser);
    await stranger.page.goto(address);
    await expect.poll(() => stranger.page.url()).toContain("/sign-in?next=");
    await Promise.all([context.close(), stranger.context.close()]);
  });

  test("is not signed without a name and the tick, and keeps what was typed", async () => {
    const { page, context } = await asClient({ javaScriptEnabled: false });
    await page.goto(address);
    await page.locator("#sign form").evaluate((form) => form.setAttribute("novalidate", ""));
    await page.fill("#name", "1234");
    await page.click("#sign button");
    await expect.poll(() => page.innerText("#name-error")).toContain("nome completo");
    await page.locator("#sign form").evaluate((form) => form.setAttribute("novalidate", ""));
    await page.fill("#name", "Maria de Souza");
    await page.click("#sign button");
    await expect.poll(() => page.innerText("#sign [role=alert]")).toContain("marque");
    await expect.poll(() => page.inputValue("#name")).toBe("Maria de Souza");
    await context.close();
  });

  test("is signed by both, each seeing the other's signature come, then closed and reviewed", async () => {
    const client = await asClient();
    await client.page.goto(address);
    const lawyer = await visit(browser, { locale: "en", viewport: { width: 1280, height: 800 } });
    await lawyer.page.goto(address);
    await signInByPage(lawyer.page, origin, scene.lawyerEmail);
    await expect.poll(() => lawyer.page.url()).toBe(address);

    await expect.poll(() => client.page.getAttribute("#reach a", "href")).toBe(`mailto:${scene.lawyerEmail}`);
    await expect.poll(() => lawyer.page.innerText("#reach")).toContain("no phone or e-mail");

    await client.page.fill("#name", "Maria de Souza");
    await lawyer.page.check("#sign [name=consent]");
    await lawyer.page.click("#sign button");
    await lawyer.page.locator(".signature.done").waitFor();
    await client.page.locator(".signature.done").waitFor();
    await expect.poll(() => client.page.inputValue("#name")).toBe("Maria de Souza");

    await client.page.check("#sign [name=consent]");
    await client.page.fill("#contact", "me chama");
    await client.page.click("#sign button");
    await expect.poll(() => client.page.innerText("#contact-error")).toContain("telefone");
    await client.page.check("#sign [name=consent]");
    await client.page.fill("#contact", "(11) 98765-4321");
    await client.page.click("#sign button");
    await client.page.locator("#close").waitFor();
    await lawyer.page.locator("#close").waitFor();
    await expect.poll(() => lawyer.page.getAttribute("#reach a", "href")).toBe("tel:11987654321");
    await client.page.fill("#contact", "maria@example.org");
    await client.page.click("#reach button");
    await client.page.waitForURL(/#reach$/);
    await expect.poll(() => client.page.inputValue("#contact")).toBe("maria@example.org");
    const cases = await lawyer.context.request.get(`${origin}/pro/cases`);
    expect(await cases.text()).toContain("mailto:maria@example.org");
    const executed = await client.context.request.get(`${address}/document.pdf`);
    expect(executed.headers()["content-disposition"]).toContain("-signed.pdf");

    const conversation = await client.context.request.get(`${origin}/conversations/${scene.caseId}`);
    expect(await conversation.text()).toContain(`Para falar direto, escreva para ${scene.lawyerEmail}`);
    const asLawyer = await call(origin, "GET", `/api/v2/cases/${scene.caseId}`, { token: scene.lawyerToken });
    expect(asLawyer.body).toMatchObject({ status: "signed", professional_email: null });

    await lawyer.page.click("#close > summary");
    await lawyer.page.click("#close button");
    await client.page.locator("#review").waitFor();
    await expect.poll(() => lawyer.page.locator("#review").count()).toBe(0);
    await client.page.check("[name=rating][value='4']");
    await client.page.check("[name=outcome][value=partly]");
    await client.page.fill("#comment", "Explicou tudo com calma.");
    await client.page.click("#review button");
    await client.page.getByText("Obrigado pela avaliação").waitFor();
    await client.page.check("[name=rating][value='5']");
    await client.page.click("#review button");
    await client.page.waitForLoadState();
    const contract = await call(origin, "GET", `/api/v2/contracts/${scene.contractId}`, { token: scene.clientToken });
    expect(contract.body.review).toMatchObject({ rating: 5, outcome: "partly", revision: 2 });

    await client.page.goto(`${origin}/conversations/${scene.caseId}`);
    await expect.poll(() => client.page.innerText("#now-title")).toBe("Caso encerrado");
    await expect.poll(() => client.page.locator("#message").count()).toBe(0);
    expect(client.troubles.concat(lawyer.troubles)).toEqual([]);
    await Promise.all([client.context.close(), lawyer.context.close()]);
  });
});
