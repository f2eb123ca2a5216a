// The language of a first message on WhatsApp, and the wish for the other one.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { languageAsked, languageOf } from "../../../src/domain/whatsapp/language.ts";

describe("the language of a message", () => {
  it.each([
    "I was fired last week and my boss won't pay me.",
    "hello",
    "Hi there",
    "Good morning, I need a lawyer",
    "My husband hit me and I'm scared. Please help",
    "can you help me with my landlord",
    "they didn't pay my salary for 3 months, the company is Padaria Central de São Paulo",
    "English",
  ])("%s is English", (text) => {
    expect(languageOf(text)).toBe("en");
  });

  it.each([
    "Fui demitida.",
    "oi",
    "Bom dia, preciso de um advogado",
    "meu patrão não me paga faz 2 meses, to sem dinheiro",
    "vc pode me ajudar?",
    "Trabalho no help desk de um shopping e fui mandado embora, nao pagaram as ferias",
    "português",
  ])("%s is Portuguese", (text) => {
    expect(languageOf(text)).toBe("pt-BR");
  });

  it.each([
    "",
    "ok",
    "Maria",
    "11 98765-4321",
    "👍",
    "link",
    "O app me bloqueou no check in do meu job home office",
    "Me despidieron ayer",
  ])("%s is not taken for English", (text) => {
    expect(languageOf(text)).not.toBe("en");
  });
});

it("of the written narratives none is taken for the other language, and few say nothing", () => {
  const files = ["fresh-2", "stranger", "test", "tune"].map(
    (name) => new URL(`../../data/narratives/${name}.jsonl`, import.meta.url),
  );
  const told = files
    .flatMap((file) => readFileSync(file, "utf8").trim().split("\n"))
    .map((line): { locale: string; text: string } => JSON.parse(line));
  const wrong = told.filter(({ locale, text }) => (languageOf(text) ?? locale) !== locale);
  const unsaid = told.filter(({ text }) => languageOf(text) === null);
  expect(told.length).toBeGreaterThan(400);
  expect(wrong).toEqual([]);
  expect(unsaid.length).toBeLessThan(told.length / 50);
});

describe("the wish for a language", () => {
  it.each([
    ["English", "en"],
    ["english please!", "en"],
    ["In English, please.", "en"],
    ["Do you speak English?", "en"],
    ["I don't speak Portuguese", "en"],
    ["vocês falam inglês?", "en"],
    ["Português", "pt-BR"],
    ["em português, por favor", "pt-BR"],
    ["Pode ser em português?", "pt-BR"],
    ["não falo inglês", "pt-BR"],
  ])("%s asks for it", (text, locale) => {
    expect(languageAsked(text)).toBe(locale);
  });

  it.each([
    "My English teacher owes me money",
    "Dou aula de inglês e não me pagaram",
    "Meu contrato está em inglês",
    "English contract",
    "oi",
  ])("%s does not", (text) => {
    expect(languageAsked(text)).toBeNull();
  });
});
