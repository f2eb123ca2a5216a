// A person holds a whole triage on WhatsApp, over the Evolution API, and goes on in a browser by a link.
import { afterAll, beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { call, eventually, outboxOf, signIn } from "../support/api.ts";
import { type EvolutionStandIn, serveEvolution } from "../support/evolution-stand-in.ts";
import { type Product, startProduct } from "../support/product.ts";

let product: Product;
let evolution: EvolutionStandIn;

beforeAll(async () => {
  evolution = await serveEvolution();
  product = await startProduct({ env: evolution.settings() });
});
afterAll(async () => {
  await product.remove();
  await evolution.close();
});

const STORY =
  "Fui demitida sem justa causa ha duas semanas, trabalhei quatro anos numa padaria e não pagaram as verbas rescisórias.";

const offers = z.object({ items: z.array(z.object({ id: z.string(), case_id: z.string() })) });

/** A browser's press on the button behind a link. */
async function press(
  link: string,
  as: Record<string, string> = {},
): Promise<{ status: number; path: string; cookie: string }> {
  const answer = await fetch(`${product.origin}/w`, {
    method: "POST",
    redirect: "manual",
    headers: { origin: product.origin, ...as },
    body: new URLSearchParams({ k: new URL(link).searchParams.get("k") ?? "" }),
  });
  const set = answer.headers.getSetCookie().map((entry) => entry.split(";")[0]);
  await answer.body?.cancel();
  return { status: answer.status, path: answer.headers.get("location") ?? "", cookie: set.join("; ") };
}

function linkIn(text: string | undefined): string {
  return /http\S+\/w\?k=\S+/.exec(text ?? "")?.[0] ?? "";
}

/** Answers until the triage is complete; returns all that was said to the phone. */
async function tellByPhone(number: string): Promise<string[]> {
  let text = STORY;
  let known = 0;
  for (let turn = 0; turn < 14; turn++) {
    expect(await evolution.write(product.origin, { from: number, text })).toBe(200);
    const heard = await eventually(async () => {
      const texts = evolution.textsTo(number);
      return texts.length > known && !texts.at(-1)?.startsWith("Oi, eu sou o assistente") && texts;
    });
    known = heard.length;
    const question = heard.at(-1) ?? "";
    if (question.includes("Acompanhe o seu caso")) return heard;
    text = /estado|cidade/i.test(question)
      ? "São Paulo, SP"
      : /nome/i.test(question)
        ? "Padaria Central Ltda"
        : "não sei";
  }
  throw new Error("the interview did not end");
}

it("a whole triage is held on WhatsApp, professionals are asked, and the link opens the same case in a browser", async () => {
  const number = "5511987650001";
  const heard = await tellByPhone(number);
  expect(heard[0]).toContain("programa automático");
  expect(heard[0]).toContain("escreva “parar”");
  expect(heard.filter((text) => text.startsWith("Oi, eu sou o assistente"))).toHaveLength(1);

  const link = linkIn(heard.at(-1));
  // A preview may look at it: that uses nothing up.
  expect((await fetch(link)).status).toBe(200);
  const { status, path, cookie } = await press(link);
  expect(status).toBe(303);
  const conversation = await fetch(product.origin + path, { headers: { cookie } });
  expect(conversation.status).toBe(200);
  expect(await conversation.text()).toContain("trabalhei quatro anos numa padaria");
  // Used up, but for the browser that it opened.
  expect((await press(link)).status).toBe(422);
  expect(await press(link, { cookie })).toMatchObject({ status: 303, path });

  const caseId = path.split("/").at(-1) ?? "";
  const email = await eventually(async () => {
    const asked = (await outboxOf(product.origin)).find(
      ({ channel, subject }) => channel === "email" && /caso novo|new case/i.test(subject),
    );
    return asked?.to;
  });
  const token = await signIn(product.origin, email);
  const { items } = offers.parse((await call(product.origin, "GET", "/api/v2/offers", { token })).body);
  const offer = items.find((one) => one.case_id === caseId);
  expect((await call(product.origin, "POST", `/api/v2/offers/${offer?.id}/accept`, { token })).status).toBe(200);
  // What happens with the case is told where its person wrote from.
  const news = await eventually(async () => evolution.textsTo(number).find((text) => text.startsWith("Boa notícia")));
  expect((await press(linkIn(news))).status).toBe(303);
});

it("who begins in English is answered in English, and in Portuguese once that is asked for", async () => {
  const number = "5511987650004";
  const last = (known: number) =>
    eventually(async () => {
      const texts = evolution.textsTo(number);
      return texts.length > known && texts.at(-1);
    });
  await evolution.write(product.origin, {
    from: number,
    text: "Hello, my boss fired me and did not pay my last month.",
  });
  expect(await last(1)).toMatch(/\b(you|your|the)\b/);
  expect(evolution.textsTo(number)[0]).toContain("write “stop”");
  await evolution.write(product.origin, { from: number, text: "português" });
  expect(await last(3)).toMatch(/\b(você|que|foi|seu|sua|em)\b/);
  expect(evolution.textsTo(number)).toContain("Certo, daqui em diante em português.");
});

it("who has an account adds the conversation to it by the link, and still talks on WhatsApp", async () => {
  const number = "5511987650003";
  await evolution.write(product.origin, { from: number, text: "link" });
  const link = await eventually(async () => {
    const found = linkIn(evolution.textsTo(number).at(-1));
    return evolution.textsTo(number).length === 2 && found;
  });
  const token = await signIn(product.origin, "maria.do.zap@example.com");
  const signedIn = { authorization: `Bearer ${token}` };
  const page = await fetch(link, { headers: signedIn });
  expect(await page.text()).toContain("Juntar à minha conta");
  const { path } = await press(link, signedIn);
  expect((await fetch(product.origin + path, { headers: signedIn })).status).toBe(200);
  await evolution.write(product.origin, { from: number, text: STORY });
  await eventually(async () => evolution.textsTo(number).length >= 3);
  // A link of an account's case opens no account.
  await evolution.write(product.origin, { from: number, text: "link" });
  const next = await eventually(async () => {
    const found = linkIn(evolution.textsTo(number).at(-1));
    return found !== link && found;
  });
  const stranger = await fetch(next);
  expect(await stranger.text()).toContain("/sign-in?next=");
});

it("one WhatsApp id delivered over and over is one message, and two ids with the same words are two", async () => {
  const id = "3A837837837837837837";
  const twice = { from: "551187650002", text: "Bom dia", id };
  let left = 120;
  // Forty at a time; a delivery that was not answered with 200 comes again, as the server does.
  const deliver = async () => {
    while (left-- > 0) await eventually(async () => (await evolution.write(product.origin, twice)) === 200);
  };
  await Promise.all(Array.from({ length: 40 }, deliver));
  await eventually(async () => evolution.textsTo(twice.from).length >= 2);
  // The same person, with the ninth digit this time.
  expect(await evolution.write(product.origin, { from: "5511987650002", text: "Bom dia", id: "3AB2" })).toBe(200);
  const texts = await eventually(async () => {
    const all = evolution.textsTo(twice.from);
    return all.length >= 3 && all;
  });
  expect(texts).toHaveLength(3);
  expect(texts.filter((text) => text.startsWith("Oi, eu sou o assistente"))).toHaveLength(1);
});
