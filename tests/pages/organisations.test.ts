// A firm by the pages alone: an operator enters it, its coordinator and a lawyer accept, the lawyer's next case is seen.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { beginCase, call, eventually, outboxOf, signIn, tellCase } from "../support/api.ts";
import { openBrowser } from "../support/browser.ts";
import { findings } from "./findings.ts";
import { NARRATIVE, signInByPage, visit } from "./scene.ts";

const origin = inject("productOrigin");
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** Somebody at `path`, signed in by `email`, on a phone unless told. */
async function at(path: string, email: string, width = 360) {
  const visitor = await visit(browser, { viewport: { width, height: 780 } });
  await visitor.page.goto(`${origin}/sign-in?${new URLSearchParams({ next: path })}`);
  await signInByPage(visitor.page, origin, email);
  return visitor;
}

/** The address of a lawyer whom Vez asked about a fresh case, and the case. */
async function askedLawyer() {
  const client = await beginCase(origin);
  await tellCase(origin, client, NARRATIVE);
  const mail = await eventually(async () =>
    (await outboxOf(origin)).find(({ to, subject }) => to.includes("@") && subject === "Um caso novo para você"),
  );
  const token = await signIn(origin, mail.to);
  const { body } = await call(origin, "GET", "/api/v2/offers", { token });
  const own = (body.items as { id: string; case_id: string }[])[0];
  return { email: mail.to, token, offerId: own?.id ?? "", caseId: own?.case_id ?? "" };
}

test("a coordinator sees the people of the firm and the cases that they took since they came", async () => {
  const firm = `Firma ${Date.now()}`;
  const carla = `carla.${Date.now()}@firma.example`;
  const lawyer = await askedLawyer();

  const operator = await at("/ops/organisations", "operador@vez.test", 1280);
  await operator.page.fill("#org-name", firm);
  await operator.page.fill("#org-coordinator", carla);
  await operator.page.click("form[action='/ops/organisations'] button[type=submit]");
  await operator.page.locator("h1", { hasText: firm }).waitFor();
  expect(await findings(operator.page)).toEqual([]);

  const coordinator = await at("/invitations", carla);
  await coordinator.page.locator("h2", { hasText: firm }).waitFor();
  await coordinator.page.click("button[value=accept]");
  await coordinator.page.click("a[href='/org']");
  await coordinator.page.fill("#invite-email", lawyer.email);
  await coordinator.page.click("form[action='/org/invitations'] button");
  await coordinator.page.locator(".notice.good").waitFor();
  expect(await findings(coordinator.page)).toEqual([]);

  const member = await at("/invitations", lawyer.email);
  expect(await findings(member.page)).toEqual([]);
  await member.page.click("button[value=accept]");
  await member.page.locator("button[value=leave]").waitFor();
  const accepted = await call(origin, "POST", `/api/v2/offers/${lawyer.offerId}/accept`, { token: lawyer.token });
  expect(accepted.status).toBe(200);

  await coordinator.page.click(".bar a[href='/org/cases']");
  await coordinator.page.click(`a[href='/org/cases/${lawyer.caseId}']`);
  await coordinator.page.locator(".summary").waitFor();
  expect(await findings(coordinator.page)).toEqual([]);
  await coordinator.page.goto(`${origin}/conversations/${lawyer.caseId}`);
  await expect.poll(() => coordinator.page.locator("#talk").count()).toBe(0);

  await member.page.click("button[value=leave]");
  await coordinator.page.goto(`${origin}/org/cases/${lawyer.caseId}`);
  await expect.poll(() => coordinator.page.locator(".summary").count()).toBe(0);
  for (const { context, troubles } of [operator, coordinator, member]) {
    expect(troubles).toEqual([]);
    await context.close();
  }
});
