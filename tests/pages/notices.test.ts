// The page of notices in a browser without scripts: what is ticked and typed is kept, and a mistake loses nothing.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { openBrowser } from "../support/browser.ts";
import { findings } from "./findings.ts";
import { begin, NARRATIVE, signInByPage, visit } from "./scene.ts";

const origin = inject("productOrigin");
const SHOTS = process.env.VEZ_SHOTS;
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test("an operator chooses what comes by e-mail and when it is quiet; a half-typed hour keeps the rest", async () => {
  const { page, context, troubles } = await visit(browser, { javaScriptEnabled: false });
  await page.goto(`${origin}/sign-in?next=%2Fnotices`);
  await signInByPage(page, origin, "operador@vez.test");
  await page.waitForURL(`${origin}/notices`);
  const team = page.locator("input[value='team.email'][type=checkbox]");
  await expect.poll(() => team.isChecked()).toBe(true);
  await team.uncheck();
  await page.fill("#quiet-from", "22:00");
  await page.selectOption("#quiet-zone", "America/Manaus");
  await page.click("form[action='/notices'] button");
  await expect.poll(() => page.locator("#quiet-from-error").innerText()).toContain("dois horários");
  await expect.poll(() => team.isChecked()).toBe(false);
  await page.fill("#quiet-until", "07:00");
  await page.click("form[action='/notices'] button");
  await page.locator("[role=status]").waitFor();
  await page.goto(`${origin}/notices`);
  await expect.poll(() => team.isChecked()).toBe(false);
  await expect.poll(() => page.inputValue("#quiet-until")).toBe("07:00");
  await expect.poll(() => page.inputValue("#quiet-zone")).toBe("America/Manaus");
  // As it was: others use this person too.
  await team.check();
  await page.fill("#quiet-from", "");
  await page.fill("#quiet-until", "");
  await page.selectOption("#quiet-zone", "America/Sao_Paulo");
  await page.click("form[action='/notices'] button");
  await page.locator("[role=status]").waitFor();
  if (SHOTS !== undefined) await page.screenshot({ path: `${SHOTS}/notices-ops-360.png`, fullPage: true });
  expect(troubles).toEqual([]);
  await context.close();
});

test.each([
  { width: 360, colorScheme: "light", locale: "pt-BR" },
  { width: 1280, colorScheme: "dark", locale: "en" },
] as const)(
  "the pages of notices are well at $width px, $colorScheme, $locale",
  async ({ width, colorScheme, locale }) => {
    const { page, context, troubles } = await visit(browser, { viewport: { width, height: 800 }, colorScheme, locale });
    const see = async (name: string) => {
      expect(await findings(page)).toEqual([]);
      if (SHOTS !== undefined) await page.screenshot({ path: `${SHOTS}/${name}-${width}.png`, fullPage: true });
    };
    await begin(page, origin, NARRATIVE);
    await page.goto(`${origin}/notices`);
    await see("notices-client");
    await page.goto(`${origin}/sign-in?next=%2Fops%2Fmail`);
    await signInByPage(page, origin, "operador@vez.test");
    await page.waitForURL(`${origin}/ops/mail`);
    await see("ops-mail");
    for (const path of ["/notices", "/ops/mail/templates", "/ops/mail/templates/case_unmatched"]) {
      await page.goto(`${origin}${path}`);
      await see(path.slice(1).replaceAll("/", "-"));
    }
    expect(troubles).toEqual([]);
    await context.close();
  },
);
