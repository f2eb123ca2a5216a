// The newcomer's way by the pages alone: set-up code, first operator, second factor, invite, second operator, a colleague's help.
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ACCESS_AUD, type AccessStandIn, serveAccess } from "../support/access-stand-in.ts";
import { eventually, outboxOf } from "../support/api.ts";
import { openBrowser } from "../support/browser.ts";
import { type Product, startProduct } from "../support/product.ts";
import { appCode } from "../support/totp.ts";
import { findings } from "./findings.ts";
import { begin, codeFor, NARRATIVE, visit } from "./scene.ts";

const OLGA = "olga@vez.test";
/** As long as addresses are in offices, for a phone. */
const INES = "ines.prado.de.albuquerque.cavalcanti@escritorio.exemplo.vez.test";
let browser: Browser;
let access: AccessStandIn;
let product: Product;

beforeAll(async () => {
  access = await serveAccess();
  const env = {
    VEZ_DEMO: "none",
    OPERATOR_SECOND_FACTOR: "required",
    ACCESS_TEAM_DOMAIN: access.url,
    ACCESS_AUD,
  };
  [browser, product] = await Promise.all([openBrowser(), startProduct({ env })]);
});
afterAll(async () => {
  await Promise.all([browser?.close(), product?.remove(), access?.close()]);
});

const setupCode = () => /^ {4}((?:[0-9a-z]{4}-){3}[0-9a-z]{4})$/m.exec(product.output())?.[1] ?? "none printed";
const path = (page: Page) => new URL(page.url()).pathname;

/** Fills in the code of the sign-in letter that `act` sends to `email`. */
async function prove(page: Page, email: string, act: () => Promise<unknown>): Promise<void> {
  const before = new Set((await outboxOf(product.origin)).map((item) => item.id));
  await act();
  await page.waitForURL(/\/sign-in\/code/);
  await page.fill("#code", await codeFor(product.origin, email, before));
  await page.click("#code-form button", { timeout: 1_000, noWaitAfter: true }).catch(() => undefined);
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
}

/** Connects an app on the page that asks for it; its key, and the recovery codes. */
async function connectApp(page: Page): Promise<{ key: string; codes: string[] }> {
  const key = await page.innerText(".key .code");
  await page.fill("#code", await appCode(key, new Date()));
  await page.click("form[action='/ops/second-factor/set'] button");
  await page.locator(".recovery-codes").waitFor();
  const codes = await page.locator(".recovery-codes li").allInnerTexts();
  await page.click("main a.button");
  return { key, codes };
}

describe("a service with nobody in it", () => {
  test("gets its operators by the pages alone, each with a second factor", async () => {
    const { origin } = product;
    const olga = await visit(browser);
    // Whoever looks at the public page first can still become operator in the same browser.
    await begin(olga.page, origin, NARRATIVE);
    await olga.page.goto(`${origin}/setup`);
    expect(await findings(olga.page)).toEqual([]);
    await olga.page.fill("#code", "aaaa-bbbb-cccc-dddd");
    await olga.page.fill("#name", "Olga Nunes");
    await olga.page.fill("#email", OLGA);
    await olga.page.click("form[action='/setup'] button");
    await expect.poll(() => olga.page.innerText("#code-error")).toContain("Este não é o código");
    await expect.poll(() => olga.page.inputValue("#name")).toBe("Olga Nunes");
    await olga.page.fill("#code", setupCode().toUpperCase());
    await prove(olga.page, OLGA, () => olga.page.click("form[action='/setup'] button"));
    await expect.poll(() => olga.page.innerText("main")).toContain(OLGA);
    await olga.page.click("form[action='/setup/finish'] button");
    await expect.poll(() => path(olga.page)).toBe("/ops/second-factor");
    await olga.page.locator("#qr svg").waitFor();
    expect(await findings(olga.page)).toEqual([]);
    const app = await connectApp(olga.page);
    expect(app.codes).toHaveLength(10);
    await expect.poll(() => path(olga.page)).toBe("/ops");
    expect((await olga.page.goto(`${origin}/setup`))?.status()).toBe(404);

    await olga.page.goto(`${origin}/ops/people`);
    await olga.page.fill("#email", INES);
    await olga.page.click("form[action='/ops/people/invites'] button");
    await expect.poll(() => olga.page.innerText("main")).toContain(INES);
    expect(await findings(olga.page)).toEqual([]);
    const letter = (await outboxOf(origin)).find((item) => item.to === INES);
    const link = letter?.text.match(/http\S+\/invite\?token=\S+/)?.[0] ?? "no link";

    // Without scripts, in English, on another machine.
    const ines = await visit(browser, { javaScriptEnabled: false, locale: "en-US" });
    await ines.page.goto(link);
    await expect.poll(() => ines.page.url()).toBe(`${origin}/invite`);
    await expect.poll(() => ines.page.innerText("main")).toContain("Olga Nunes");
    await prove(ines.page, INES, () => ines.page.click("form[action='/invite'] button"));
    await ines.page.fill("#name", "Inês Prado");
    await ines.page.click("form[action='/invite/accept'] button");
    await expect.poll(() => path(ines.page)).toBe("/ops/second-factor");
    await expect.poll(() => ines.page.locator("#qr").isVisible()).toBe(false);
    await connectApp(ines.page);
    await expect.poll(() => path(ines.page)).toBe("/ops");
    expect((await ines.page.goto(link))?.status()).toBe(410);

    // Another browser of Olga's: the letter alone does not open the door.
    const again = await visit(browser, { viewport: { width: 1280, height: 800 }, colorScheme: "dark" });
    await again.page.goto(`${origin}/ops/cases`);
    await again.page.fill("#email", OLGA);
    await prove(again.page, OLGA, () => again.page.click("form[action='/sign-in'] button"));
    await expect.poll(() => path(again.page)).toBe("/ops/second-factor");
    expect(await findings(again.page)).toEqual([]);
    await again.page.fill("#code", "000000");
    await again.page.click("form[action='/ops/second-factor'] button");
    await expect.poll(() => again.page.innerText("#code-error")).toContain("não vale");
    await again.page.fill("#code", app.codes[0]?.toUpperCase() ?? "");
    await again.page.click("form[action='/ops/second-factor'] button");
    await expect.poll(() => path(again.page)).toBe("/ops/cases");
    await again.page.goto(`${origin}/ops/people`);
    await again.page.locator("summary", { hasText: "Mudar" }).first().click();
    expect(await findings(again.page)).toEqual([]);
    await again.page.setViewportSize({ width: 360, height: 740 });
    expect(await findings(again.page)).toEqual([]);

    // She lost the phone and the codes: a colleague helps, and she is told.
    await ines.page.goto(`${origin}/ops/people`);
    const row = ines.page.locator("li.panel", { hasText: "Olga Nunes" });
    await row.locator("summary").click();
    await row.locator("form[action$='/reset'] select").selectOption("lost_device");
    await row.locator("form[action$='/reset'] button").click();
    await again.page.goto(`${origin}/ops`);
    await expect.poll(() => path(again.page)).toBe("/sign-in");
    await eventually(async () =>
      (await outboxOf(origin)).some((item) => item.to === OLGA && /segunda etapa|second step/.test(item.subject)),
    );
    for (const { troubles, context } of [olga, ines, again]) {
      expect(troubles).toEqual([]);
      await context.close();
    }
  });

  test("a door in front of it opens the console to whom it knows, once its keys can be had", async () => {
    const console_ = async (email: string) => {
      const token = await access.token(email, new Date());
      const headers = { "cf-access-jwt-assertion": token, accept: "text/html" };
      return (await fetch(`${product.origin}/ops`, { headers, redirect: "manual" })).status;
    };
    access.fail("status_500");
    expect(await console_(INES)).toBe(303);
    access.fail(null);
    expect(await eventually(async () => (await console_(INES)) === 200)).toBe(true);
    expect(await console_("stranger@vez.test")).toBe(303);
  });
});
