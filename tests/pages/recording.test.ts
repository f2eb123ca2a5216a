// Recording where the browser has no recogniser of its own: read before it is sent, and never lost to a failure.
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { soundKindOf } from "../../src/domain/speech/sound-kind.ts";
import { openBrowser } from "../support/browser.ts";
import { OPENAI_KEY } from "../support/openai-stand-in.ts";
import { type Product, startProduct } from "../support/product.ts";
import { type SpeechStandIn, serveOpenAiSpeech } from "../support/speech-stand-in.ts";
import { happens, withRecogniser } from "./fake-recogniser.ts";
import { begin, NARRATIVE, ownWords, visit } from "./scene.ts";

const sent = z.object({ file: z.object({ bytes: z.instanceof(Uint8Array) }) });
const WORDS = "O patrão não pagou nem o décimo terceiro.";
let browser: Browser;
let product: Product;
let vendor: SpeechStandIn;

beforeAll(async () => {
  vendor = await serveOpenAiSpeech(WORDS);
  product = await startProduct({
    env: {
      OPENAI_API_KEY: OPENAI_KEY,
      OPENAI_BASE_URL: vendor.url,
      SPEECH_TIMEOUT: "2",
      CHAT_MODELS: "",
      INTERVIEWERS: "none",
    },
  });
  browser = await openBrowser(["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"]);
});
afterAll(async () => {
  await browser.close();
  await product.remove();
  await vendor.close();
});
afterEach(() => {
  vendor.fail(null);
  vendor.hear(WORDS);
  vendor.takeRequests();
});

/** A browser without a recogniser, in a conversation. */
async function conversation() {
  const visitor = await visit(browser);
  await visitor.context.addInitScript(() =>
    Object.assign(globalThis, { SpeechRecognition: undefined, webkitSpeechRecognition: undefined }),
  );
  await begin(visitor.page, product.origin, NARRATIVE);
  return visitor;
}

/** Records a moment; the first press tells who gets the sound. */
async function record(page: Page): Promise<void> {
  await page.click("#voice-start");
  if ((await page.innerText("#voice-start-label")) === "Começar a falar") await page.click("#voice-start");
  await page.waitForSelector("#voice-stop:visible");
  await page.waitForTimeout(400);
}

test("a recording becomes words in the field, to be read before they are sent", async () => {
  const { page, context, troubles } = await conversation();
  await page.click("#voice-start");
  await expect.poll(() => page.innerText("#voice-state")).toContain("não guarda o som");
  await record(page);
  await expect.poll(() => page.isVisible("#voice-time")).toBe(true);
  await expect.poll(() => page.innerText("#voice-state")).toContain("Gravando");
  await page.click("#voice-stop");
  await expect.poll(() => page.inputValue("#message")).toBe(WORDS);
  await expect.poll(() => page.innerText("#voice-state")).toContain("Leia, corrija");
  await expect.poll(() => ownWords(page)).toEqual([NARRATIVE]);
  const asked = vendor.takeRequests().find(({ path }) => path === "/v1/audio/transcriptions");
  const { file } = sent.parse(asked?.body);
  expect(soundKindOf(file.bytes)).toBe("webm");
  expect(file.bytes.length).toBeGreaterThan(200);
  await page.click("#write button");
  await expect.poll(() => ownWords(page)).toEqual([NARRATIVE, WORDS]);
  expect(troubles).toEqual([]);
  await context.close();
});

test("a recording is thrown away by its button, and Escape ends it with its words", async () => {
  const { page, context } = await conversation();
  await record(page);
  await page.click("#voice-discard");
  await expect.poll(() => page.isVisible("#voice-start")).toBe(true);
  await page.waitForTimeout(500);
  expect(vendor.takeRequests().filter(({ path }) => path.includes("audio"))).toEqual([]);
  await record(page);
  await page.keyboard.press("Escape");
  await expect.poll(() => page.inputValue("#message")).toBe(WORDS);
  await context.close();
});

test("what could not be turned into words is kept, and tried again", async () => {
  const { page, context } = await conversation();
  vendor.fail("status_500");
  await record(page);
  await page.click("#voice-stop");
  await page.waitForSelector("#voice-again:visible");
  await expect.poll(() => page.innerText("#voice-state")).toContain("A gravação está aqui");
  vendor.fail(null);
  await page.click("#voice-again");
  await expect.poll(() => page.inputValue("#message")).toBe(WORDS);
  await context.close();
});

test("silence is told, with what to do", async () => {
  const { page, context } = await conversation();
  vendor.hear("Legendas pela comunidade Amara.org");
  await record(page);
  await page.click("#voice-stop");
  await expect.poll(() => page.innerText("#voice-state")).toContain("Não ouvi palavras");
  await expect.poll(() => page.inputValue("#message")).toBe("");
  await context.close();
});

describe("a microphone that cannot be used", () => {
  test.each([
    ["NotAllowedError", "Permita o microfone"],
    ["NotFoundError", "microfone livre"],
    ["NotReadableError", "microfone livre"],
  ])("%s is told in plain words", async (name, told) => {
    const { page, context } = await conversation();
    await page.evaluate((error) => {
      const { mediaDevices } = navigator as unknown as { mediaDevices: { getUserMedia: () => Promise<never> } };
      mediaDevices.getUserMedia = () => Promise.reject(new DOMException("no", error));
    }, name);
    await page.click("#voice-start");
    await page.click("#voice-start");
    await expect.poll(() => page.innerText("#voice-state")).toContain(told);
    await expect.poll(() => page.isVisible("#voice-start")).toBe(true);
    await context.close();
  });
});

test("where the browser's own recogniser fails, the recording takes its place, and tells who gets the sound", async () => {
  const { page, context } = await visit(browser);
  await withRecogniser(context);
  await begin(page, product.origin, NARRATIVE);
  await page.click("#voice-start");
  await page.click("#voice-start");
  await happens(page, "error", "network");
  await happens(page, "end");
  await expect.poll(() => page.innerText("#voice-state")).toContain("a gravação vai pela Vez");
  await page.click("#voice-start");
  await expect.poll(() => page.innerText("#voice-state")).toContain("não guarda o som");
  await record(page);
  await page.click("#voice-stop");
  await expect.poll(() => page.inputValue("#message")).toBe(WORDS);
  await context.close();
});

test("nothing of the sound or its words is printed by the product", () => {
  expect(product.output()).not.toContain("décimo terceiro");
});
