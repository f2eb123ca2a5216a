// The professional's pages in a real browser: offers live, accepted, declined, late; turn, profile and leave.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { beginCase, call, eventually, outboxOf, tellCase } from "../support/api.ts";
import { openBrowser } from "../support/browser.ts";
import { findings } from "./findings.ts";
import { NARRATIVE, tokenOf, visit, visitAs } from "./scene.ts";

const origin = inject("productOrigin");
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

interface Asked {
  email: string;
  token: string;
  offerId: string;
}

/** A case with the three who were asked for it, the first one first. */
async function caseWithOffers(): Promise<{ caseId: string; asked: Asked[] }> {
  const before = new Set((await outboxOf(origin)).map((item) => item.id));
  const client = await beginCase(origin);
  expect(await tellCase(origin, client, NARRATIVE)).toBe("completed");
  const known = new Map<string, Asked>();
  return eventually(async () => {
    const mails = (await outboxOf(origin)).filter(
      (item) => !before.has(item.id) && item.channel === "email" && /caso novo/i.test(item.subject),
    );
    for (const { to } of mails) {
      if (known.has(to)) continue;
      const token = await tokenOf(origin, to);
      const { items } = (await call(origin, "GET", "/api/v2/offers?show=open", { token })).body;
      const mine = (items as { id: string; case_id: string }[]).find((offer) => offer.case_id === client.case_id);
      if (mine !== undefined) known.set(to, { email: to, token, offerId: mine.id });
    }
    return known.size === 3 && { caseId: client.case_id, asked: [...known.values()] };
  }, 30_000);
}

function open(email: string, path = "/pro", options: Parameters<typeof visitAs>[4] = {}) {
  return visitAs(browser, origin, email, path, options);
}

test("who is not signed in is sent to do so and comes back; a client sees no such page", async () => {
  const { page, context } = await visit(browser);
  await page.goto(`${origin}/pro/turn`);
  await expect.poll(() => new URL(page.url()).pathname).toBe("/sign-in");
  await expect.poll(() => new URL(page.url()).searchParams.get("next")).toBe("/pro/turn");
  await context.close();
});

describe("an offer", () => {
  test("is read, accepted and becomes a case with its contract, live in the browser", async () => {
    const { asked } = await caseWithOffers();
    const [first, second] = asked;
    if (first === undefined || second === undefined) throw new Error("nobody was asked");
    const mine = await open(first.email);
    const theirs = await open(second.email, `/pro/offers/${second.offerId}`);

    await mine.page.click(`a.button[href="/pro/offers/${first.offerId}"]`);
    await expect.poll(() => mine.page.textContent("main")).toContain("Trabalho");
    await expect.poll(() => mine.page.textContent("main")).not.toContain("Padaria Central");
    await expect.poll(() => mine.page.textContent(".left-pill")).toMatch(/^\d+ (h|min|dia)/);
    await mine.page.click(".answer form[action$='/accept'] button");
    await mine.page.waitForURL(/\/pro\/cases/);
    // The contract is made meanwhile, and the page hears of it by itself.
    await mine.page.locator("a[href^='/contracts/ctr_']").waitFor({ timeout: 20_000 });

    // The colleague's open page changes by itself, and says kindly what came between.
    await expect
      .poll(() => theirs.page.textContent("#offer-state"), { timeout: 15_000 })
      .toContain("um colega aceitou antes, ou a proposta foi retirada");
    await expect.poll(() => theirs.page.locator(".answer").count()).toBe(0);
    expect([...mine.troubles, ...theirs.troubles]).toEqual([]);
    await Promise.all([mine.context.close(), theirs.context.close()]);
  });

  test("arrives by itself on an open page, is said aloud, and counts in the tab's title", async () => {
    const { asked } = await caseWithOffers();
    const email = asked[0]?.email ?? "";
    const visitor = await open(email);
    const before = Number(await visitor.page.getAttribute("[data-count]", "data-count"));
    expect(await visitor.page.title()).toContain(`(${before})`);
    // Turns go round among those who fit the case best: after a few more cases it is the same person's again.
    await eventually(async () => (await caseWithOffers()).asked.some((one) => one.email === email), 90_000);
    await expect.poll(() => visitor.page.getAttribute("[data-count]", "data-count")).not.toBe(String(before));
    await expect.poll(() => visitor.page.textContent("#said")).toContain("proposta nova");
    await visitor.context.close();
  });

  test("answered elsewhere while the network was gone is right again when it is back", async () => {
    const { asked } = await caseWithOffers();
    const [one] = asked;
    if (one === undefined) throw new Error("nobody was asked");
    const { page, context, troubles } = await open(one.email, `/pro/offers/${one.offerId}`);
    await page.locator(".answer").waitFor();
    await context.setOffline(true);
    await page.locator("#line-state", { hasText: "Sem conexão" }).waitFor();
    await call(origin, "POST", `/api/v2/offers/${one.offerId}/decline`, { token: one.token });
    await context.setOffline(false);
    await expect.poll(() => page.textContent("#offer-state"), { timeout: 15_000 }).toContain("Você recusou");
    await page.locator("#line-state").waitFor({ state: "hidden" });
    expect(troubles).toEqual([]);
    await context.close();
  });

  test("is declined with a reason and accepted too late, with plain forms alone", async () => {
    const { asked } = await caseWithOffers();
    const [first, second, third] = asked;
    if (first === undefined || second === undefined || third === undefined) throw new Error("nobody was asked");
    const plain = { javaScriptEnabled: false };
    const decliner = await open(first.email, `/pro/offers/${first.offerId}`, plain);
    await decliner.page.click(".decline > summary");
    await decliner.page.check("input[value=too_far]");
    await decliner.page.click(".decline button");
    await expect.poll(() => decliner.page.textContent("main")).toContain("Recusada");

    const late = await open(third.email, `/pro/offers/${third.offerId}`, plain);
    await call(origin, "POST", `/api/v2/offers/${second.offerId}/accept`, { token: second.token });
    await late.page.click(".answer form[action$='/accept'] button");
    await expect
      .poll(() => late.page.textContent("#offer-state"))
      .toContain("Um colega aceitou este caso um pouco antes");
    await expect.poll(() => new URL(late.page.url()).pathname).toBe(`/pro/offers/${third.offerId}`);

    // Someone else's offer does not exist.
    const other = await late.page.goto(`${origin}/pro/offers/${second.offerId}`);
    expect(other?.status()).toBe(404);
    await Promise.all([decliner.context.close(), late.context.close()]);
  });
});

describe("profile and turn", () => {
  test("capacity, price and leave are changed, and a refused field keeps what was typed", async () => {
    const { page, context, troubles } = await open("leila.matos.00011@exemplo.vez.test", "/pro/profile");
    await page.fill("#capacity", "61");
    await page.fill("#fee", "310,50");
    await page.click("form[action='/pro/profile'] button[type=submit]");
    await page.locator("#capacity-error").waitFor();
    await expect.poll(() => page.inputValue("#fee")).toBe("310,50");
    await page.fill("#capacity", "11");
    await page.click("form[action='/pro/profile'] button[type=submit]");
    await page.waitForURL(/saved/);
    await expect.poll(() => page.inputValue("#capacity")).toBe("11");

    await page.fill("#leave-from", "2026-01-05");
    await page.click("form[action='/pro/leave'] button");
    await page.waitForURL(/saved/);
    await page.goto(`${origin}/pro`);
    await expect.poll(() => page.textContent("main")).toContain("de licença");
    await page.goto(`${origin}/pro/profile`);
    await page.click("button[name=end]");
    await page.waitForURL(/saved/);
    await expect.poll(() => page.inputValue("#leave-from")).toBe("");
    await page.goto(`${origin}/pro/turn`);
    await expect.poll(() => page.textContent("#turn-load")).toContain("de 11");
    expect(troubles).toEqual([]);
    await context.close();
  });

  test("why not me: a true answer with the fair share, and a capacity that can go back to automatic", async () => {
    const { asked } = await caseWithOffers();
    const { page, context, troubles } = await open(asked[0]?.email ?? "", "/pro/turn");
    const answer = page.locator("#turn-receipts .receipt").first();
    await expect.poll(() => answer.textContent()).toContain("Este caso foi indicado a você");
    await expect.poll(() => answer.locator("details").getAttribute("open")).not.toBeNull();
    await expect.poll(() => answer.locator(".reasons li").count()).toBeGreaterThan(2);
    const share = page.locator("#turn-shares .share", { hasText: "Trabalho" });
    await expect.poll(() => share.textContent()).toContain("Parte justa");

    await page.goto(`${origin}/pro/profile`);
    const hint = (await page.textContent("#capacity-hint")) ?? "";
    const [byTable, least] = hint.match(/\d+/g)?.map(Number) ?? [];
    await page.fill("#capacity", String(least));
    await page.click("form[action='/pro/profile'] button[type=submit]");
    await page.waitForURL(/saved/);
    await page.goto(`${origin}/pro/turn`);
    await expect.poll(() => page.textContent("#load-figure")).toContain(`de ${least}`);
    await page.goto(`${origin}/pro/profile`);
    await page.fill("#capacity", "");
    await page.click("form[action='/pro/profile'] button[type=submit]");
    await page.waitForURL(/saved/);
    await page.goto(`${origin}/pro/turn`);
    await expect.poll(() => page.textContent("#load-figure")).toContain(`de ${byTable}`);

    await page.goto(`${origin}/pro/profile`);
    await page.click("button[name=opted_out]");
    await page.waitForURL(/saved/);
    await expect.poll(() => page.textContent("main")).toContain("Você pediu para não receber propostas");
    await page.click("button[name=opted_out]");
    await page.waitForURL(/saved/);
    await expect.poll(() => page.textContent("main")).toContain("Propostas chegam até você");
    expect(troubles).toEqual([]);
    await context.close();
  });

  // The same person and offer at each look.
  let seenOnce: Promise<Asked> | undefined;
  const seen = () =>
    (seenOnce ??= caseWithOffers().then(({ asked: [one] }) => {
      if (one === undefined) throw new Error("nobody was asked");
      return one;
    }));

  test.each([
    { width: 360, colorScheme: "light", locale: "pt-BR" },
    { width: 1280, colorScheme: "dark", locale: "en" },
  ] as const)(
    "axe has no serious finding at $width px, $colorScheme, $locale",
    async ({ width, colorScheme, locale }) => {
      const one = await seen();
      const { page, context, troubles } = await open(one.email, "/pro", {
        viewport: { width, height: 800 },
        colorScheme,
        locale,
      });
      const serious: string[] = [];
      for (const path of ["/pro", `/pro/offers/${one.offerId}`, "/pro/cases", "/pro/turn", "/pro/profile"]) {
        await page.goto(origin + path);
        serious.push(...(await findings(page)));
      }
      expect(serious).toEqual([]);
      expect(troubles).toEqual([]);
      await context.close();
    },
  );
});
