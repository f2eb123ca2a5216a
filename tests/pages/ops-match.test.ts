// What stands behind a match, in the console: receipts that replay, and a learned model from its file to its part of a score.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { beginCase, call, eventually, signIn, tellCase } from "../support/api.ts";
import { openBrowser } from "../support/browser.ts";
import { findings } from "./findings.ts";
import { NARRATIVE, type Visitor, visitAs } from "./scene.ts";

const origin = inject("productOrigin");
const OPERATOR = "operador@vez.test";
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await retireAll();
  await browser.close();
});

/** A product is shared by all files: none of them may find a model of ours in its way. */
async function retireAll(): Promise<void> {
  const token = await signIn(origin, OPERATOR);
  const { body } = await call(origin, "GET", "/api/v2/operator/models", { token });
  for (const { id } of body.items as { id: string }[]) {
    await call(origin, "POST", `/api/v2/operator/models/${id}/retire`, { token });
  }
}

function desk(path: string, options: Parameters<typeof visitAs>[4] = {}): Promise<Visitor> {
  return visitAs(browser, origin, OPERATOR, path, { viewport: { width: 1280, height: 800 }, ...options });
}

/** A case told to its end and searched for; its page in the console. */
async function searchedCase(): Promise<string> {
  const client = await beginCase(origin);
  await tellCase(origin, client, NARRATIVE);
  const token = await signIn(origin, OPERATOR);
  await eventually(async () => {
    const { body } = await call(origin, "GET", `/api/v2/operator/cases/${client.case_id}`, { token });
    return body.status === "offering";
  });
  return `/ops/cases/${client.case_id}`;
}

/** One split on one of our columns: whoever has the better reviews scores higher, or lower where `leaves` are turned round. */
const modelFile = (leaves = "-1 1") =>
  [
    "tree\nversion=v4\nnum_class=1\nnum_tree_per_iteration=1\nlabel_index=0\nmax_feature_idx=0\nobjective=lambdarank",
    "feature_names=reviews\nfeature_infos=[0:1]\n\nTree=0\nnum_leaves=2\nnum_cat=0\nsplit_feature=0\nsplit_gain=1",
    `threshold=0.8\ndecision_type=8\nleft_child=-1\nright_child=-2\nleaf_value=${leaves}\nleaf_weight=10 10`,
    "leaf_count=10 10\ninternal_value=0\ninternal_weight=20\ninternal_count=20\nis_linear=0\nshrinkage=1\n\n\nend of trees\n",
  ].join("\n");

async function bringIn(page: Page, content: string, cases: string): Promise<void> {
  if (!(await page.locator("#import").evaluate((fold) => fold.hasAttribute("open"))))
    await page.click("#import summary");
  await page.setInputFiles("#model-file", { name: "model.txt", mimeType: "text/plain", buffer: Buffer.from(content) });
  await page.fill("#model-cases", cases);
  await page.click("#import button");
}

test("none of it exists for a professional", async () => {
  const { page, context } = await visitAs(browser, origin, "wagner.guedes.00005@exemplo.vez.test", "/pro");
  for (const path of ["/ops/models", "/ops/cases/cas_any"]) {
    expect((await page.goto(`${origin}${path}`))?.status()).toBe(404);
  }
  await context.close();
});

describe("a case's search", () => {
  test("says its rules, has a receipt for each, opens why by keys, and replays to the last bit", async () => {
    const path = await searchedCase();
    const { page, context, troubles } = await desk(path);
    const facts = await page.locator(".round-facts").innerText();
    expect(facts).toMatch(/lexical-384-v1/);
    expect(facts).toMatch(/Trabalho: .* profissionais/);
    expect(facts).toMatch(/piso de qualidade 80/);
    const rows = page.locator(".receipts tbody tr");
    await expect.poll(() => rows.count()).toBe(50);
    await expect.poll(() => rows.first().locator("td.part svg rect").count()).toBe(9);

    // Nine numbers of a row, as they are shown, are its score.
    const cells = await rows.first().locator("td").allInnerTexts();
    const figures = cells.filter((cell) => /^0,\d{3}$/.test(cell)).map((cell) => Number(cell.replace(",", ".")));
    const [score = 0, , , ...parts] = figures;
    expect(parts).toHaveLength(9);
    expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(score, 2);

    await rows.first().locator("summary").focus();
    await page.keyboard.press("j");
    await page.keyboard.press("Enter");
    await rows.nth(1).locator(".why li").first().waitFor();

    await page.click("button:has-text('Refazer a conta')");
    await page.locator("#replay", { hasText: "Confere byte por byte" }).waitFor();
    // The page goes on refreshing itself, and the answer stays where it is.
    await page.waitForTimeout(1_500);
    await expect.poll(() => page.locator("#replay").innerText()).toMatch(/\d+ recibos refeitos/);
    await expect.poll(() => new URL(page.url()).pathname).toBe(path);
    expect(troubles).toEqual([]);
    await context.close();
  });

  test("is not replayed on the page of another case", async () => {
    const [one, other] = [await searchedCase(), await searchedCase()];
    const { page, context } = await desk(one, { javaScriptEnabled: false });
    const field = page.locator("input[name=shortlist]");
    const shortlist = await field.getAttribute("value");
    await page.goto(origin + other);
    await expect.poll(() => field.getAttribute("value")).not.toBe(shortlist);
    const refused = await context.request.post(origin + other, {
      form: { shortlist: shortlist ?? "" },
      headers: { origin },
    });
    expect(refused.status()).toBe(404);
    await context.close();
  });
});

describe("a learned model", () => {
  test("comes in by file, serves after a second press, has its part in a receipt, and is retired; all without a script", async () => {
    const { page, context } = await desk("/ops/models", { javaScriptEnabled: false });
    await expect.poll(() => page.locator(".lead").innerText()).toMatch(/^\d+ de 200 casos avaliados/);

    await bringIn(page, "hello", "");
    await expect.poll(() => page.locator(".notice.bad").innerText()).toMatch(/não pôde ser lido/);
    await bringIn(page, modelFile().replace("=reviews", "=cases_30d"), "");
    await expect.poll(() => page.locator(".notice.bad").innerText()).toContain("cases_30d");
    await bringIn(page, modelFile(), "many");
    await expect.poll(() => page.locator(".notice.bad").innerText()).toMatch(/inteiro de 0/);

    await bringIn(page, modelFile(), "1000");
    const row = page.locator("tbody tr", { hasText: "candidato" });
    await expect.poll(() => row.locator("td").nth(2).innerText()).toBe("45%");
    await row.locator("summary", { hasText: "Servir" }).click();
    await row.locator("button", { hasText: "Sim, servir" }).click();
    await expect.poll(() => page.locator(".lead").innerText()).toMatch(/^45% dos pontos vêm do modelo aprendido/);

    await page.goto(origin + (await searchedCase()));
    await expect.poll(() => page.locator(".round-facts").innerText()).toMatch(/45% dos pontos/);
    const learned = await page.locator(".receipts td.part .under").first().innerText();
    expect(learned).toMatch(/[+-]0,\d{3}/);
    await page.click("button:has-text('Refazer a conta')");
    await expect.poll(() => page.locator("#replay").innerText()).toMatch(/Confere byte por byte/);

    await page.goto(`${origin}/ops/models`);
    await page.locator("summary", { hasText: "Retirar" }).click();
    await page.locator("button", { hasText: "Sim, retirar" }).click();
    await expect.poll(() => page.locator(".lead").innerText()).toMatch(/^\d+ de 200 casos avaliados/);
    await expect.poll(() => page.locator("tbody tr").innerText()).toContain("retirado");
    await context.close();
  });

  test("that may lower somebody for a better review says so, and serves only with a tick", async () => {
    const { page, context } = await desk("/ops/models");
    await bringIn(page, modelFile("1 -1"), "300");
    const row = page.locator("tbody tr", { hasText: "não monótono" });
    await row.locator("summary", { hasText: "Servir" }).click();
    await row.locator("button", { hasText: "Sim, servir" }).click();
    await expect.poll(() => row.innerText()).toContain("candidato");
    const id = (await row.getAttribute("id")) ?? "";
    // Whoever sends the form without the box is told.
    const sent = await context.request.post(`${origin}/ops/models/${id}/serve`, { form: {}, headers: { origin } });
    expect(await sent.text()).toContain("Marque que é para servir mesmo assim");
    await context.close();
  });

  test("is trained by the queue, and the open page says how it went by itself", async () => {
    const { page, context, troubles } = await desk("/ops/models");
    await page.click("button:has-text('Treinar agora')");
    await page.locator("#training", { hasText: "menos de 20 casos" }).waitFor({ timeout: 30_000 });
    expect(troubles).toEqual([]);
    await context.close();
  });

  test.each([
    { width: 360, colorScheme: "dark", locale: "pt-BR" },
    { width: 1280, colorScheme: "light", locale: "en" },
  ] as const)("has pages without a serious finding, every fold open, at $width px, $colorScheme", async (screen) => {
    const { width, ...rest } = screen;
    const { page, context } = await desk("/ops/models", { viewport: { width, height: 800 }, ...rest });
    const serious: string[] = [];
    for (const path of ["/ops/models", await searchedCase()]) {
      await page.goto(origin + path);
      await page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true");
      serious.push(...(await findings(page)));
    }
    expect(serious).toEqual([]);
    await context.close();
  });
});
