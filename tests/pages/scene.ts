// People and cases for page tests: browsers of their own, conversations told over the API, a contract to sign.
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { call, eventually, outboxOf, signIn, tellCase } from "../support/api.ts";

export const NARRATIVE =
  "Fui demitida ontem sem justa causa depois de 3 anos, com carteira assinada, e o patrão não pagou as verbas nem o FGTS.";
export const DANGER = "Meu marido me bateu ontem à noite e disse que volta hoje. Tenho medo.";

/** A person with a browser of his own. What a page throws, or its policy refuses, fails the test at `leave`. */
export interface Visitor {
  context: BrowserContext;
  page: Page;
  troubles: string[];
}

export async function visit(browser: Browser, options: BrowserContextOptions = {}): Promise<Visitor> {
  const context = await browser.newContext({ locale: "pt-BR", viewport: { width: 360, height: 740 }, ...options });
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on("pageerror", (error) => troubles.push(String(error)));
  page.on("console", (message) => {
    if (/Content Security Policy|is not a valid/.test(message.text())) troubles.push(message.text());
  });
  return { context, page, troubles };
}

const known = new Map<string, string>();

/** The bearer token of `email`, signed in once a file. */
export async function tokenOf(origin: string, email: string): Promise<string> {
  const who = `${origin} ${email}`;
  const token = known.get(who) ?? (await signIn(origin, email));
  known.set(who, token);
  return token;
}

/** Somebody at `path` with a session made over the API; signing in by the pages is told by sign-in.test.ts. */
export async function visitAs(
  browser: Browser,
  origin: string,
  email: string,
  path: string,
  options: BrowserContextOptions = {},
): Promise<Visitor> {
  const visitor = await visit(browser, options);
  const cookie = { name: "vez.session_token", value: await tokenOf(origin, email), url: origin };
  await visitor.context.addCookies([cookie]);
  await visitor.page.goto(`${origin}${path}`);
  return visitor;
}

/** Begins as a person does: types and presses the button. */
export async function begin(page: Page, origin: string, text: string): Promise<string> {
  await page.goto(`${origin}/conversations/new`);
  await page.fill("#text", text);
  await page.click("form[action='/begin'] button[type=submit]");
  await page.waitForURL(/\/conversations\/cas_/);
  await page.locator("#talk .say.agent").last().waitFor();
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
}

/** Types a message and presses the button. */
export async function write(page: Page, text: string): Promise<void> {
  await page.fill("#message", text);
  await page.click("#write button");
}

/** The client's own words in the transcript, in order. */
export function ownWords(page: Page): Promise<string[]> {
  return page.locator("#talk .say.client p").allInnerTexts();
}

/** Signs in through the pages, with the code that would have been sent. */
export async function signInByPage(page: Page, origin: string, email: string): Promise<void> {
  const before = new Set((await outboxOf(origin)).map((item) => item.id));
  await page.fill("#email", email);
  await page.click("form[action='/sign-in'] button");
  await page.waitForURL(/\/sign-in\/code/);
  await page.fill("#code", await codeFor(origin, email, before));
  // With scripts a complete code goes by itself, and the button may be gone before it is pressed.
  await page.click("#code-form button", { timeout: 1_000, noWaitAfter: true }).catch(() => undefined);
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
}

/** The newest code sent to `email` that is not in `before`. */
export async function codeFor(origin: string, email: string, before: ReadonlySet<string>): Promise<string> {
  return eventually(async () => {
    const mail = (await outboxOf(origin)).find((item) => item.to === email && !before.has(item.id));
    return mail?.text.match(/\b\d{6}\b/)?.[0];
  });
}

export interface ContractScene {
  caseId: string;
  contractId: string;
  /** For `context.addCookies`. */
  clientCookie: { name: string; value: string; url: string };
  clientToken: string;
  lawyerEmail: string;
  lawyerToken: string;
}

/** A case told to its end, accepted by a lawyer who was asked, with its contract ready to sign. */
export async function contractScene(origin: string): Promise<ContractScene> {
  const before = new Set((await outboxOf(origin)).map((item) => item.id));
  const opened = await call(origin, "POST", "/api/v2/triage", { body: { vertical: "legal", locale: "pt-BR" } });
  const client = { case_id: String(opened.body.case_id), session_token: String(opened.body.session_token) };
  await tellCase(origin, client, NARRATIVE);
  const { email, token, offerId } = await eventually(() => offerFor(origin, client.case_id, before), 30_000);
  await call(origin, "POST", `/api/v2/offers/${offerId}/accept`, { token });
  const contractId = await eventually(async () => {
    const seen = await call(origin, "GET", `/api/v2/cases/${client.case_id}`, { token: client.session_token });
    return typeof seen.body.contract_id === "string" && seen.body.contract_id;
  });
  return {
    caseId: client.case_id,
    contractId,
    clientCookie: cookieOf(opened.headers, origin),
    clientToken: client.session_token,
    lawyerEmail: email,
    lawyerToken: token,
  };
}

/** Other files' cases run on the same product: only an offer of this very case counts. */
async function offerFor(origin: string, caseId: string, before: ReadonlySet<string>) {
  const mails = (await outboxOf(origin)).filter(
    (item) => !before.has(item.id) && item.channel === "email" && /caso novo|new case/i.test(item.subject),
  );
  for (const { to } of mails) {
    const token = await tokenOf(origin, to);
    const list = await call(origin, "GET", "/api/v2/offers", { token });
    const items = Array.isArray(list.body.items) ? list.body.items : [];
    const offer = items.find((item) => item.case_id === caseId && item.status === "pending");
    if (offer !== undefined) return { email: to, token, offerId: String(offer.id) };
  }
  return null;
}

/** The session's cookie of an answer, for `context.addCookies`. */
export function cookieOf(headers: Headers, origin: string) {
  const cookie = headers.getSetCookie().find((line) => line.startsWith("vez.session_token="));
  const [name = "", value = ""] = (cookie?.split(";")[0] ?? "").split(/=(.*)/s);
  return { name, value, url: origin };
}
