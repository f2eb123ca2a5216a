// Speaking into the text field with the browser's own recogniser: nothing is sent, everything is told.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { openBrowser } from "../support/browser.ts";
import { happens, hears, spokenLanguage, withRecogniser } from "./fake-recogniser.ts";
import { begin, DANGER, NARRATIVE, ownWords, visit, write } from "./scene.ts";

const origin = inject("productOrigin");
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

async function conversation(options: Parameters<typeof visit>[1] = {}) {
  const visitor = await visit(browser, options);
  await withRecogniser(visitor.context);
  await begin(visitor.page, origin, NARRATIVE);
  return visitor;
}

/** The first press tells who gets the sound, the second listens. */
async function listen(page: Page): Promise<void> {
  await page.click("#voice-start");
  if ((await page.innerText("#voice-start-label")).match(/Começar|Start/)) await page.click("#voice-start");
  await happens(page, "start");
}

describe("a browser that can listen", () => {
  test("tells once who gets the sound, before anything is heard", async () => {
    const { page, context, troubles } = await conversation();
    await page.click("#voice-start");
    await expect.poll(() => page.innerText("#voice-state")).toContain("seu navegador");
    expect(await page.evaluate(() => "speech" in globalThis)).toBe(false);
    await page.click("#voice-start");
    await happens(page, "start");
    await expect.poll(() => page.innerText("#voice-state")).toContain("Ouvindo");
    await page.click("#voice-stop");
    await page.click("#voice-start");
    await happens(page, "start");
    await expect.poll(() => page.innerText("#voice-state")).toContain("Ouvindo");
    expect(troubles).toEqual([]);
    await context.close();
  });

  test("writes words as they come behind those that are there, and sends nothing by itself", async () => {
    const { page, context } = await conversation();
    await page.fill("#message", "Moro em Campinas.");
    await listen(page);
    expect(await spokenLanguage(page)).toBe("pt-BR");
    await hears(page, ["o patrão"]);
    await expect.poll(() => page.inputValue("#message")).toBe("Moro em Campinas. O patrão");
    await hears(page, ["o patrão não pagou", " nem o décimo terceiro"]);
    await expect
      .poll(() => page.inputValue("#message"))
      .toBe("Moro em Campinas. O patrão não pagou nem o décimo terceiro");
    await page.click("#voice-stop");
    await expect.poll(() => page.innerText("#voice-state")).toContain("Leia, corrija");
    await expect.poll(() => ownWords(page)).toEqual([NARRATIVE]);
    await page.reload();
    await expect
      .poll(() => page.inputValue("#message"))
      .toBe("Moro em Campinas. O patrão não pagou nem o décimo terceiro");
    await page.click("#write button");
    await expect.poll(() => ownWords(page)).toHaveLength(2);
    await context.close();
  });

  test("stops at Escape, and what it heard stays", async () => {
    const { page, context } = await conversation();
    await listen(page);
    await hears(page, ["Fui demitida"]);
    await page.keyboard.press("Escape");
    await expect.poll(() => page.isVisible("#voice-start")).toBe(true);
    await expect.poll(() => page.isVisible("#voice-stop")).toBe(false);
    await expect.poll(() => page.inputValue("#message")).toBe("Fui demitida");
    await context.close();
  });

  test("who types takes over: what is heard later overwrites nothing", async () => {
    const { page, context } = await conversation();
    await listen(page);
    await hears(page, ["Fui demitida ontem"]);
    await page.focus("#message");
    await page.keyboard.type(", dia 3");
    await hears(page, ["Fui demitida ontem à noite"]);
    await expect.poll(() => page.inputValue("#message")).toBe("Fui demitida ontem, dia 3");
    await expect.poll(() => page.evaluate(() => "aborted" in globalThis)).toBe(true);
    await context.close();
  });

  test("who sends while it listens has sent what stands there, and the field stays empty", async () => {
    const { page, context } = await conversation();
    await listen(page);
    await hears(page, ["Campinas, São Paulo"]);
    await page.click("#write button");
    await hears(page, ["Campinas, São Paulo, obrigado"]);
    await expect.poll(() => ownWords(page)).toEqual([NARRATIVE, "Campinas, São Paulo"]);
    await expect.poll(() => page.inputValue("#message")).toBe("");
    await context.close();
  });

  test.each([
    ["not-allowed", "Permita o microfone"],
    ["service-not-allowed", "Tente de novo ou escreva"],
    ["audio-capture", "microfone livre"],
    ["no-speech", "Não ouvi palavras"],
    ["network", "A rede falhou"],
    ["language-not-supported", "não entende esta língua"],
  ])("%s is told in plain words with what to do", async (error, told) => {
    const { page, context } = await conversation();
    await listen(page);
    await happens(page, "error", error);
    await happens(page, "end");
    await expect.poll(() => page.innerText("#voice-state")).toContain(told);
    await expect.poll(() => page.getAttribute("#voice-state", "role")).toBe("status");
    await write(page, "Campinas, SP");
    await expect.poll(() => ownWords(page)).toHaveLength(2);
    await context.close();
  });

  test("covers no message while it listens", async () => {
    const { page, context } = await conversation();
    await page.click("#voice-start");
    const covered = () =>
      page.evaluate(
        "document.querySelector('#talk > :last-child').getBoundingClientRect().bottom - document.querySelector('#composer').getBoundingClientRect().top",
      );
    expect(await covered()).toBeLessThanOrEqual(0);
    await page.click("#voice-start");
    await happens(page, "start");
    await hears(page, [Array.from({ length: 30 }, (_, i) => `palavra${i}`).join(" ")]);
    expect(await covered()).toBeLessThanOrEqual(0);
    await context.close();
  });

  test("ends at once for who leaves quickly", async () => {
    const { page, context } = await visit(browser);
    await withRecogniser(context);
    await begin(page, origin, DANGER);
    await listen(page);
    await page.route("**/leave", (route) => route.abort());
    const said: string[] = [];
    page.on("console", (message) => said.push(message.text()));
    await page.click("#exit button", { noWaitAfter: true });
    await expect.poll(() => said).toContain("recogniser aborted");
    await context.close();
  });

  test("is given up where nothing ever happens, and writing goes on", async () => {
    const { page, context } = await conversation();
    await page.clock.install();
    await page.click("#voice-start");
    await page.click("#voice-start");
    await page.clock.runFor(1_000);
    await expect.poll(() => page.innerText("#voice-state")).toContain("pergunta se pode usar o microfone");
    await page.clock.runFor(30_000);
    await expect.poll(() => page.innerText("#voice-state")).toContain("Tente de novo ou escreva");
    await happens(page, "start");
    await expect.poll(() => page.isVisible("#voice-start")).toBe(true);
    await context.close();
  });

  test("silence after words is no failure", async () => {
    const { page, context } = await conversation();
    await listen(page);
    await hears(page, ["Campinas"]);
    await happens(page, "error", "no-speech");
    await happens(page, "end");
    await expect.poll(() => page.innerText("#voice-state")).toContain("Leia, corrija");
    await context.close();
  });

  test("is there on the first page as well, in English for who reads English", async () => {
    const { page, context } = await visit(browser, { locale: "en-US" });
    await withRecogniser(context);
    await page.goto(`${origin}/conversations/new`);
    await expect.poll(() => page.innerText("#voice-start-label")).toBe("Use my voice");
    await listen(page);
    expect(await spokenLanguage(page)).toBe("en-US");
    await hears(page, ["I was fired yesterday"]);
    await expect.poll(() => page.inputValue("#text")).toBe("I was fired yesterday");
    await context.close();
  });
});

describe("a browser that cannot", () => {
  test("shows no button, and neither does one without scripts", async () => {
    const { page, context } = await visit(browser);
    await context.addInitScript(() =>
      Object.assign(globalThis, { SpeechRecognition: undefined, webkitSpeechRecognition: undefined }),
    );
    await begin(page, origin, NARRATIVE);
    // The shared product has nobody who turns recordings into words.
    await page.waitForLoadState("networkidle").catch(() => undefined);
    await expect.poll(() => page.isVisible("#voice")).toBe(false);
    await context.close();
    const bare = await visit(browser, { javaScriptEnabled: false });
    await begin(bare.page, origin, NARRATIVE);
    await expect.poll(() => bare.page.isVisible("#voice")).toBe(false);
    await bare.context.close();
  });
});

test("only pages with a text field to speak into may ask for the microphone", async () => {
  const policyOf = async (path: string) =>
    (await fetch(origin + path, { redirect: "manual" })).headers.get("permissions-policy");
  expect(await policyOf("/conversations/new")).toContain("microphone=(self)");
  expect(await policyOf("/conversations/cas_x")).toContain("microphone=(self)");
  for (const path of ["/conversations", "/sign-in", "/conversations/cas_x/why", "/health"]) {
    expect(await policyOf(path)).toContain("microphone=()");
  }
});
