// The client's conversation in a real browser: without scripts, live, on a bad line, in danger, in both languages.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { call, signIn } from "../support/api.ts";
import { openBrowser } from "../support/browser.ts";
import { begin, DANGER, NARRATIVE, ownWords, visit, write } from "./scene.ts";

const origin = inject("productOrigin");
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

describe("before any script has loaded", () => {
  test("a person begins, answers, corrects and asks for a person with plain forms", async () => {
    const { page, context } = await visit(browser, { javaScriptEnabled: false });
    await begin(page, origin, NARRATIVE);
    await expect.poll(() => ownWords(page)).toEqual([NARRATIVE]);
    await write(page, "São Paulo, SP");
    await page.waitForLoadState();
    await expect.poll(() => ownWords(page)).toEqual([NARRATIVE, "São Paulo, SP"]);

    await page.click("#panel > summary");
    await expect.poll(() => page.innerText("#known-place")).toBe("São Paulo, SP");
    await page.click("#correct > summary");
    await page.selectOption("#c-area", "familia");
    await page.click("#correct-form button[type=submit]");
    await page.waitForLoadState();
    await page.click("#panel > summary");
    await expect.poll(() => page.innerText("#known-area")).toContain("Família");
    const seen = await context.request.get(`${origin}/api/v2/triage/${new URL(page.url()).pathname.split("/").at(-1)}`);
    // All fields were posted; only the subject was corrected.
    expect((await seen.json()).understanding.corrected).toEqual(["area"]);

    await page.click("#ask-person button");
    await page.waitForLoadState();
    await expect.poll(() => page.innerText("#now-title")).toBe("Uma pessoa foi chamada");
    await context.close();
  });

  test("an empty message comes back with what to do, and an overlong one with its words kept", async () => {
    const { page, context } = await visit(browser, { javaScriptEnabled: false });
    await begin(page, origin, NARRATIVE);
    const long = "a ".repeat(4001);
    await page.locator("#message").evaluate((field) => field.removeAttribute("maxlength"));
    await page.fill("#message", long);
    await page.click("#write button");
    await page.waitForLoadState();
    await expect.poll(() => page.innerText("#say-error")).toContain("8.000");
    await expect.poll(() => page.inputValue("#message")).toBe(long);
    await context.close();
  });
});

describe("alive", () => {
  test("own words stand once, the answer comes by itself, and a second tab sees the same", async () => {
    const { page, context, troubles } = await visit(browser);
    await begin(page, origin, NARRATIVE);
    const second = await context.newPage();
    await second.goto(page.url());
    const answers = await page.locator("#talk .say.agent").count();
    await write(page, "Campinas, SP");
    for (const tab of [page, second]) {
      await expect.poll(() => tab.locator("#talk .say.agent").count()).toBe(answers + 1);
      await expect.poll(() => ownWords(tab)).toEqual([NARRATIVE, "Campinas, SP"]);
      await expect.poll(() => tab.textContent("#known-place")).toBe("Campinas, SP");
    }
    await expect.poll(() => page.locator("#talk .pending").count()).toBe(0);
    await expect
      .poll(() => page.textContent("#said"))
      .toContain(await page.locator("#talk .say.agent p").last().innerText());
    await page.reload();
    await expect.poll(() => ownWords(page)).toEqual([NARRATIVE, "Campinas, SP"]);
    expect(troubles).toEqual([]);
    await context.close();
  });

  test("what is written without a network is said to wait, and arrives once and in order", async () => {
    const { page, context, troubles } = await visit(browser);
    await begin(page, origin, NARRATIVE);
    await context.setOffline(true);
    await write(page, "São Paulo, SP");
    await write(page, "Padaria Central Ltda");
    await expect.poll(() => page.locator("#line-state").isVisible()).toBe(true);
    await expect.poll(() => page.locator("#talk .pending").count()).toBe(2);
    await context.setOffline(false);
    await expect.poll(() => page.locator("#talk .pending").count(), { timeout: 20_000 }).toBe(0);
    await page.reload();
    await expect.poll(() => ownWords(page)).toEqual([NARRATIVE, "São Paulo, SP", "Padaria Central Ltda"]);
    expect(troubles).toEqual([]);
    await context.close();
  });

  test("a message whose answer was lost on the way is sent again and stands once", async () => {
    const { page, context } = await visit(browser);
    await begin(page, origin, NARRATIVE);
    let lost = 0;
    await page.route("**/messages", async (route) => {
      if (lost++ > 0) return route.continue();
      await route.fetch();
      return route.abort();
    });
    await write(page, "Recife, PE");
    await expect.poll(() => page.locator("#talk .pending").count(), { timeout: 15_000 }).toBe(0);
    await page.reload();
    await expect.poll(async () => (await ownWords(page)).filter((words) => words === "Recife, PE")).toHaveLength(1);
    await context.close();
  });

  test("a reload in the middle of sending loses nothing", async () => {
    const { page, context } = await visit(browser);
    await begin(page, origin, NARRATIVE);
    await page.route("**/messages", (route) => route.abort());
    await write(page, "Manaus, AM");
    await page.locator("#talk .pending").waitFor();
    await page.unroute("**/messages");
    await page.reload();
    await expect.poll(() => page.locator("#talk .pending").count(), { timeout: 15_000 }).toBe(0);
    await expect.poll(() => ownWords(page)).toEqual([NARRATIVE, "Manaus, AM"]);
    await context.close();
  });

  test("markup in a message is shown as the text it is", async () => {
    const { page, context, troubles } = await visit(browser);
    await begin(page, origin, NARRATIVE);
    const words = "<img src=x onerror=alert(1)> </script> & \u202Eabc 👩‍⚖️";
    await write(page, words);
    await expect.poll(() => page.locator("#talk .pending").count()).toBe(0);
    await expect.poll(async () => (await ownWords(page)).at(-1)).toBe(words);
    await page.reload();
    await expect.poll(async () => (await ownWords(page)).at(-1)).toBe(words);
    await expect.poll(() => page.locator("#talk img").count()).toBe(0);
    expect(troubles).toEqual([]);
    await context.close();
  });

  test("a correction on the panel is taken at once", async () => {
    const { page, context } = await visit(browser, { viewport: { width: 1280, height: 800 } });
    await begin(page, origin, NARRATIVE);
    await page.click("#correct > summary");
    await page.selectOption("#c-area", "consumidor");
    await page.selectOption("#c-uf", "BA");
    await page.click("#c-dates button.plain");
    await page.locator("#c-dates input").last().fill("2027-03-01");
    await page.click("#correct-form button[type=submit]");
    await expect.poll(() => page.innerText("#known-area")).toContain("Consumidor");
    await expect.poll(() => page.innerText("#known-place")).toContain("BA");
    await expect.poll(() => page.innerText("#known-deadlines")).toContain("1 de março de 2027");
    await expect.poll(() => page.locator("#correct").getAttribute("open")).toBeNull();
    await context.close();
  });

  test("quick answers are offered, taken, and gone", async () => {
    const { page, context } = await visit(browser);
    await begin(page, origin, DANGER);
    await page.click("#quick button:has-text('Não')");
    await expect.poll(() => ownWords(page)).toContain("Não");
    await context.close();
  });

  test("who says stop is left alone, and comes back with one touch", async () => {
    const { page, context } = await visit(browser);
    await begin(page, origin, NARRATIVE);
    await write(page, "parar");
    await expect.poll(() => page.innerText("#now-title")).toBe("A conversa está parada");
    await page.click("#quick button");
    await expect.poll(() => page.locator("#now").isVisible()).toBe(false);
    await context.close();
  });
});

describe("with a person", () => {
  test("the talk shows who is there, the assistant is silent, and comes back when it is given back", async () => {
    const { page, context } = await visit(browser);
    const caseId = await begin(page, origin, DANGER);
    const token = await signIn(origin, "operador@vez.test");
    const operator = (verb: string, body: unknown) =>
      call(origin, "POST", `/api/v2/operator/conversations/${caseId}/${verb}`, { token, body });
    expect((await operator("take-over", {})).status).toBe(200);
    await expect.poll(() => page.innerText("#now-title")).toBe("Uma pessoa está com você");
    await expect.poll(() => page.locator("#quick").isVisible()).toBe(false);
    await operator("say", { text: "Oi, sou da equipe.", client_message_id: crypto.randomUUID() });
    await expect.poll(() => page.locator("#talk .say.human p").allInnerTexts()).toEqual(["Oi, sou da equipe."]);

    const answers = await page.locator("#talk .say.agent").count();
    await write(page, "Que bom.");
    await expect.poll(() => page.locator("#talk .pending").count()).toBe(0);
    await page.reload();
    await expect.poll(() => page.locator("#talk .say.agent").count()).toBe(answers);
    await expect.poll(() => page.innerText("#now-title")).toBe("Uma pessoa está com você");
    expect((await operator("give-back", {})).status).toBe(200);
    await expect.poll(() => page.locator("#talk .say.agent").count()).toBe(answers + 1);
    await context.close();
  });
});

describe("in danger", () => {
  test("the page opens at what to do, and leads to the question with one touch", async () => {
    const { page, context } = await visit(browser);
    await begin(page, origin, DANGER);
    await expect.poll(() => page.locator("#jump").isVisible()).toBe(true);
    const top = await page.locator("#talk .safety h2").evaluate((title) => title.getBoundingClientRect().top);
    expect(top).toBeGreaterThan(0);
    expect(top).toBeLessThan(370);
    await page.click("#jump");
    await expect.poll(() => page.locator("#jump").isVisible()).toBe(false);
    await context.close();
  });

  test("what to do comes first, with numbers to call and a way to leave the page", async () => {
    const { page, context } = await visit(browser);
    await begin(page, origin, DANGER);
    const box = page.locator("#talk .safety");
    await expect.poll(() => box.locator("a[href='tel:190']").count()).toBe(1);
    await expect.poll(() => box.locator("a[href='tel:180']").count()).toBe(1);
    const order = await page.locator("#talk > li").evaluateAll((items) => items.map((item) => item.className));
    expect(order.indexOf("box")).toBeLessThan(order.lastIndexOf("say agent"));
    await expect.poll(() => page.locator("#strip a[href='tel:190']").isVisible()).toBe(true);
    await expect.poll(() => page.getByRole("link", { name: "Ligar 190" }).count()).toBe(2);

    await context.close();
  });

  test("a conversation that the browser kept in memory is read anew, and none is kept on disk", async () => {
    const { page, context } = await visit(browser);
    await begin(page, origin, DANGER);
    const answer = await page.reload();
    expect(answer?.headers()["cache-control"]).toBe("no-store");
    const anew = page.waitForEvent("load");
    await page.evaluate("window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))");
    await anew;
    await context.close();
  });

  test.each([true, false])("who leaves quickly leaves no word of the story behind (scripts: %s)", async (scripts) => {
    const { page, context, troubles } = await visit(browser, { javaScriptEnabled: scripts });
    const caseId = await begin(page, origin, DANGER);
    const address = page.url();
    await page.route("https://www.google.com.br/**", (route) =>
      route.fulfill({ contentType: "text/html", body: "an ordinary site" }),
    );
    await page.click("#exit button");
    await page.waitForURL("https://www.google.com.br/");

    const story = /marido|bateu|cas_/;
    const backwards = async () => {
      await page.goBack();
      await page.waitForLoadState();
    };
    const see = async () => {
      await expect.poll(() => page.innerText("h1")).toBe("Conte o que aconteceu");
      expect(await page.content()).not.toMatch(story);
      await expect.poll(() => page.inputValue("#text")).toBe("");
    };
    await backwards();
    if (scripts) await expect.poll(() => new URL(page.url()).pathname).toBe("/");
    await see();
    await backwards();
    await see();
    for (const path of ["/", "/conversations", `/conversations/${caseId}`, "/contracts/any"]) {
      await page.goto(origin + path);
      await see();
    }

    await page.click("form[action='/come-back'] button");
    await page.waitForLoadState();
    await expect.poll(() => page.getAttribute("#conversation", "data-case")).toBe(caseId);
    await page.goto(address);
    await expect.poll(() => ownWords(page)).toEqual([DANGER]);
    expect(troubles).toEqual([]);
    await context.close();
  });
});

describe("whose it is", () => {
  test("another person's conversation is a page that does not exist", async () => {
    const { page, context } = await visit(browser);
    await begin(page, origin, NARRATIVE);
    const address = page.url();
    const other = await visit(browser);
    await begin(other.page, origin, NARRATIVE);
    const answer = await other.page.goto(address);
    expect(answer?.status()).toBe(404);
    await expect.poll(() => other.page.innerText("h1")).toBe("Esta página não existe");
    const stranger = await visit(browser);
    await stranger.page.goto(address);
    await expect.poll(() => stranger.page.url()).toContain("/sign-in?next=");
    await Promise.all([context.close(), other.context.close(), stranger.context.close()]);
  });

  test("several conversations are listed, and the newest is the one at the start", async () => {
    const { page, context } = await visit(browser);
    await begin(page, origin, NARRATIVE);
    const newest = await begin(page, origin, DANGER);
    await page.goto(`${origin}/conversations`);
    await expect.poll(() => page.locator(".link-card").count()).toBe(2);
    await page.goto(origin);
    await expect.poll(() => page.getAttribute("#conversation", "data-case")).toBe(newest);
    await context.close();
  });
});

describe("in the reader's language", () => {
  test("the browser's language is taken, and the switch wins and stays", async () => {
    const { page, context } = await visit(browser, { locale: "en-US" });
    await page.goto(origin);
    await expect.poll(() => page.innerText("h1")).toBe("Tell what happened");
    await page.click("a[hreflang='pt-BR']");
    await expect.poll(() => page.innerText("h1")).toBe("Conte o que aconteceu");
    await page.goto(origin);
    await expect.poll(() => page.getAttribute("html", "lang")).toBe("pt-BR");
    await context.close();
  });

  test("a conversation goes on in the other language", async () => {
    const { page, context } = await visit(browser);
    await begin(page, origin, NARRATIVE);
    await page.click("a[hreflang='en']");
    await page.click(".other-language button");
    await page.waitForLoadState();
    await expect.poll(() => page.locator("#talk .say.agent p").last().innerText()).toMatch(/^Thank you/);
    await expect.poll(() => page.locator(".other-language").count()).toBe(0);
    await context.close();
  });
});
