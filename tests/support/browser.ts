// A headless Chromium for page tests.

import { type Browser, chromium } from "playwright-core";
import { findChromium } from "./chromium.ts";

// Containers run tests as root, where the sandbox cannot be had; the browser asks nothing of the internet.
const ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

/** One browser a test file; `browser.newContext()` is one person. Close it in afterAll. `more` are switches of its own. */
export async function openBrowser(more: readonly string[] = []): Promise<Browser> {
  const { executablePath, env } = await findChromium();
  return chromium.launch({ executablePath, headless: true, args: [...ARGS, ...more], env: { ...process.env, ...env } });
}
