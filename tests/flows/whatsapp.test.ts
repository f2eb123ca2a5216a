// A person holds a whole triage on WhatsApp, over the Evolution API, and goes on in a browser by a link.
import { afterAll, beforeAll, expect, it } from "vitest";
import { call, eventually } from "../support/api.ts";
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

  const link = /http\S+\/w\?k=\S+/.exec(heard.at(-1) ?? "")?.[0] ?? "";
  const page = await fetch(link);
  expect(page.status).toBe(200);
  const key = new URL(link).searchParams.get("k") ?? "";
  const form = { method: "POST", redirect: "manual", body: new URLSearchParams({ k: key }) } as const;
  const opened = await fetch(`${product.origin}/w`, { ...form, headers: { origin: product.origin } });
  expect(opened.status).toBe(303);
  const path = opened.headers.get("location") ?? "";
  const cookie = opened.headers
    .getSetCookie()
    .map((entry) => entry.split(";")[0])
    .join("; ");
  const conversation = await fetch(product.origin + path, { headers: { cookie } });
  expect(conversation.status).toBe(200);
  expect(await conversation.text()).toContain("trabalhei quatro anos numa padaria");

  const caseId = path.split("/").at(-1) ?? "";
  const offered = await eventually(async () => {
    const answer = await call(product.origin, "GET", `/api/v2/cases/${caseId}`, { headers: { cookie } });
    return answer.body.status === "offering" && answer.body;
  });
  expect(offered.area).toBe("trabalho");
  // Used up.
  expect((await fetch(`${product.origin}/w`, { ...form, headers: { origin: product.origin } })).status).toBe(422);
});

it("one WhatsApp id delivered 837 times is one message, and two ids with the same words are two", async () => {
  const id = "3A837837837837837837";
  const twice = { from: "551187650002", text: "Bom dia", id };
  let left = 837;
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
