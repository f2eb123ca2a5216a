// A speech recogniser for pages under test, driven by the test: the browser's own needs its maker's servers.
import type { BrowserContext, Page } from "playwright-core";

/** Put before any script of the page; `speech` there is what the test drives. */
export async function withRecogniser(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    class FakeRecogniser extends EventTarget {
      lang = "";
      continuous = false;
      interimResults = false;
      start() {
        Object.assign(globalThis, { speech: this });
      }
      stop() {
        this.dispatchEvent(new Event("end"));
      }
      abort() {
        Object.assign(globalThis, { aborted: true });
        // Heard though the page is left at this moment.
        console.info("recogniser aborted");
      }
    }
    Object.assign(globalThis, { SpeechRecognition: undefined, webkitSpeechRecognition: FakeRecogniser });
  });
}

/** What the browser does next: `parts` are all results so far, as a browser hands them over each time. */
export async function hears(page: Page, parts: string[]): Promise<void> {
  await page.evaluate((transcripts) => {
    const results = transcripts.map((transcript) =>
      Object.assign([{ transcript, confidence: 0.9 }], { isFinal: true }),
    );
    const { speech } = globalThis as unknown as { speech: EventTarget };
    speech.dispatchEvent(Object.assign(new Event("result"), { resultIndex: 0, results }));
  }, parts);
}

export async function happens(page: Page, type: "start" | "end" | "error", error?: string): Promise<void> {
  await page.evaluate(
    ([name, code]) => {
      const { speech } = globalThis as unknown as { speech: EventTarget };
      speech.dispatchEvent(Object.assign(new Event(name ?? ""), code === undefined ? {} : { error: code }));
    },
    [type, error],
  );
}

export function spokenLanguage(page: Page): Promise<string> {
  return page.evaluate(() => (globalThis as unknown as { speech: { lang: string } }).speech.lang);
}
