// Client and professional talk in two browsers: live, read, offline, with files, without scripts, closed by a block; and the question before.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { beginCase, call, eventually, outboxOf, signIn, tellCase } from "../support/api.ts";
import { openBrowser } from "../support/browser.ts";
import { findings } from "./findings.ts";
import { type ContractScene, contractScene, cookieOf, NARRATIVE, type Visitor, visit } from "./scene.ts";

const origin = inject("productOrigin");
let browser: Browser;
let scene: ContractScene;

beforeAll(async () => {
  browser = await openBrowser();
  scene = await contractScene(origin);
});
afterAll(() => browser.close());

/** The professional's browser, signed in by his session alone: codes of one person undo each other. */
async function withToken(token: string, options: Parameters<typeof visit>[1] = {}): Promise<Visitor> {
  const visitor = await visit(browser, options);
  await visitor.context.route(`${origin}/**`, (route) =>
    route.continue({ headers: { ...route.request().headers(), authorization: `Bearer ${token}` } }),
  );
  return visitor;
}

async function asClient(options: Parameters<typeof visit>[1] = {}): Promise<Visitor> {
  const visitor = await visit(browser, options);
  await visitor.context.addCookies([scene.clientCookie]);
  return visitor;
}

const clientPage = () => `${origin}/conversations/${scene.caseId}/talk`;
const proPage = () => `${origin}/pro/cases/${scene.caseId}`;

async function write(visitor: Visitor, text: string): Promise<void> {
  await visitor.page.fill("#message", text);
  await visitor.page.click("#write button");
}

describe("a talk", () => {
  test("goes to and fro live, is read, survives a lost network, and carries a file", async () => {
    const client = await asClient();
    const lawyer = await withToken(scene.lawyerToken, { viewport: { width: 1280, height: 800 } });
    await client.page.goto(clientPage());
    await lawyer.page.goto(proPage());
    await expect.poll(() => lawyer.page.textContent("#talk-empty")).toContain("primeira palavra");

    await write(client, "Bom dia, doutora.\nPosso mandar a carta?");
    const heard = lawyer.page.locator("#talk .say.human p", { hasText: "Posso mandar a carta?" });
    await heard.waitFor({ timeout: 10_000 });
    // Read on the other screen, and so it says here.
    await client.page.locator("#talk .say.client .mark", { hasText: /Lida \d\d:\d\d/ }).waitFor({ timeout: 10_000 });

    await client.context.setOffline(true);
    await write(client, "Escrevo sem rede");
    await client.page.locator(".say.pending .sent-state", { hasText: "Sem conexão" }).waitFor();
    await write(lawyer, "Pode, sim. Mande por aqui.");
    await client.page.reload().catch(() => undefined);
    await client.context.setOffline(false);
    await client.page.goto(clientPage());
    await client.page.locator("#talk .say.human p", { hasText: "Mande por aqui" }).waitFor();
    await lawyer.page.locator("#talk .say.human p", { hasText: "Escrevo sem rede" }).waitFor({ timeout: 15_000 });
    await expect.poll(() => lawyer.page.locator("#talk .say.human p", { hasText: "Escrevo sem rede" }).count()).toBe(1);

    await client.page.click(".attach > summary");
    const file = { name: "carta.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7\ncarta") };
    await client.page.setInputFiles("#attach-file", file);
    await client.page.click("#attach button");
    const link = lawyer.page.locator("#talk a.file", { hasText: "carta.pdf" });
    await link.waitFor({ timeout: 15_000 });
    const opened = await lawyer.context.request.get(origin + (await link.getAttribute("href")), {
      headers: { authorization: `Bearer ${scene.lawyerToken}` },
    });
    expect((await opened.body()).toString()).toContain("carta");
    expect([...client.troubles, ...lawyer.troubles]).toEqual([]);
    expect([...(await findings(client.page)), ...(await findings(lawyer.page))]).toEqual([]);
    await Promise.all([client.context.close(), lawyer.context.close()]);
  });

  test("works with plain forms alone, and the way to it counts what is unread", async () => {
    const client = await asClient({ javaScriptEnabled: false });
    await call(origin, "POST", `/api/v2/cases/${scene.caseId}/messages`, {
      token: scene.lawyerToken,
      body: { text: "Recebi a carta, obrigada.", client_message_id: "thanks" },
    });
    await client.page.goto(`${origin}/conversations/${scene.caseId}/case`);
    await expect.poll(() => client.page.textContent("#now-talk #unread-count")).toBe("1");
    await client.page.click("#now-talk");
    await client.page.locator("#talk p", { hasText: "Recebi a carta" }).waitFor();
    await client.page.fill("#message", "De nada.");
    await client.page.click("#write button");
    await client.page.locator("#talk .say.client p", { hasText: "De nada." }).waitFor();
    await client.page.goto(`${origin}/conversations/${scene.caseId}/case`);
    await expect.poll(() => client.page.locator("#now-talk #unread").getAttribute("hidden")).not.toBeNull();

    await client.page.goto(clientPage());
    await client.page.click("summary:has-text('Silenciar')");
    await client.page.click("button[name=hours][value=always]");
    await client.page.locator("summary", { hasText: "Silenciada" }).waitFor();
    await client.page.click("#report > summary");
    // Nobody is accused of anything that was not chosen.
    await expect.poll(() => client.page.inputValue("#report-reason")).toBe("");
    await client.page.selectOption("#report-reason", "other");
    await client.page.click("#report button");
    await expect.poll(() => client.page.textContent("#report-words-error")).toContain("poucas palavras");
    await expect.poll(() => client.page.inputValue("#report-reason")).toBe("other");
    await client.page.fill("#report-words", "Pediu dinheiro por fora.");
    await client.page.click("#report button");
    await client.page.locator(".notice.good", { hasText: "denúncia chegou" }).waitFor();
    await client.context.close();
  });

  test("does not exist for anybody else, nor for one side on the other's page", async () => {
    const stranger = await beginCase(origin);
    for (const [token, path] of [
      [stranger.session_token, clientPage()],
      [scene.lawyerToken, clientPage()],
    ] as const) {
      const answer = await fetch(path, { headers: { authorization: `Bearer ${token}` } });
      expect(answer.status).toBe(404);
    }
    const messages = `/api/v2/cases/${scene.caseId}/messages`;
    expect((await call(origin, "GET", messages, { token: stranger.session_token })).status).toBe(404);
  });

  test("closes on both screens at once when one of the two wants no more", async () => {
    const client = await asClient();
    const lawyer = await withToken(scene.lawyerToken);
    await client.page.goto(clientPage());
    await lawyer.page.goto(proPage());
    await lawyer.page.locator("#write").waitFor();
    await client.page.click("summary:has-text('Encerrar a conversa')");
    await client.page.click("form[action$='/block'] button");
    await client.page.locator("#composer", { hasText: "Você encerrou esta conversa" }).waitFor();
    await client.page.locator("a[href$='/case#change']").waitFor();
    await lawyer.page.locator("#composer", { hasText: "Esta conversa foi encerrada" }).waitFor({ timeout: 10_000 });
    await expect.poll(() => lawyer.page.locator("#write").count()).toBe(0);
    expect(await findings(lawyer.page)).toEqual([]);
    await Promise.all([client.context.close(), lawyer.context.close()]);
  });
});

test("an operator finds the report, and reads the talk only once a reason is given", async () => {
  const operator = await withToken(await signIn(origin, "operador@vez.test"), {
    viewport: { width: 1280, height: 800 },
  });
  const { page } = operator;
  await page.goto(`${origin}/ops/reports`);
  const report = page.locator("#report-list li", { hasText: "Pediu dinheiro por fora." });
  await report.locator("a[href$='/talk']").click();
  await page.fill("#reason", "curto".padEnd(10, "."));
  await expect.poll(() => page.textContent("main")).not.toContain("Posso mandar a carta?");
  await page.click("form[action$='/talk'] button");
  await page.locator(".history li", { hasText: "Posso mandar a carta?" }).waitFor();
  expect(await findings(page)).toEqual([]);
  await page.goto(`${origin}/ops/reports`);
  await report.locator("button[value=warn]").click();
  await page.waitForURL(/\/ops\/reports$/);
  await page.goto(`${origin}/ops/reports?status=warned`);
  await report.waitFor();
  expect(operator.troubles).toEqual([]);
  await operator.context.close();
});

describe("a question before the acceptance", () => {
  test("appears live in the client's conversation, and its answer on the page of the offer, without who they are", async () => {
    const before = new Set((await outboxOf(origin)).map((item) => item.id));
    const opened = await call(origin, "POST", "/api/v2/triage", { body: { vertical: "legal", locale: "pt-BR" } });
    const begun = { case_id: String(opened.body.case_id), session_token: String(opened.body.session_token) };
    await tellCase(origin, begun, NARRATIVE);
    const asked = await eventually(async () => {
      for (const { id, to, subject, channel } of await outboxOf(origin)) {
        if (before.has(id) || channel !== "email" || !/caso novo/i.test(subject) || to === scene.lawyerEmail) continue;
        const token = await signIn(origin, to);
        const { items } = (await call(origin, "GET", "/api/v2/offers?show=open", { token })).body;
        const mine = (items as { id: string; case_id: string }[]).find((offer) => offer.case_id === begun.case_id);
        if (mine !== undefined) return { token, offerId: mine.id };
      }
      return null;
    }, 30_000);
    const client = await visit(browser);
    await client.context.addCookies([cookieOf(opened.headers, origin)]);
    await client.page.goto(`${origin}/conversations/${begun.case_id}`);
    const lawyer = await withToken(asked.token);
    await lawyer.page.goto(`${origin}/pro/offers/${asked.offerId}`);
    await lawyer.page.fill("#question-text", "Houve aviso prévio? Meu fone é 11 98765-4321.");
    await lawyer.page.click("#question button");
    await lawyer.page.locator("#question", { hasText: "Ainda sem resposta" }).waitFor();
    const card = client.page.locator("#questions .question");
    await card.waitFor({ timeout: 10_000 });
    await expect.poll(() => card.textContent()).toContain("Houve aviso prévio?");
    await expect.poll(() => card.textContent()).not.toContain("98765");
    await card.locator("textarea").fill("Não houve. Sou a Joana Prado.");
    await card.locator("button").click();
    await client.page.locator("#questions", { hasText: "Você respondeu" }).waitFor();
    await lawyer.page.locator("#question", { hasText: "Não houve." }).waitFor({ timeout: 15_000 });
    await expect.poll(() => lawyer.page.textContent("#question")).not.toContain("Joana");
    expect([...client.troubles, ...lawyer.troubles]).toEqual([]);
    expect([...(await findings(client.page)), ...(await findings(lawyer.page))]).toEqual([]);
    await Promise.all([client.context.close(), lawyer.context.close()]);
  });
});
