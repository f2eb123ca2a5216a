// What passes between two people before an acceptance carries nobody's name, number, address or link.
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { saysSomething, withoutIdentity } from "../../../src/domain/talk/without-identity.ts";

const KNOWN = ["Ana Conceição", "Maria da Silva"];

test.each([
  ["a phone", "Me ligue no (11) 98765-4321 por favor", /9876|4321/],
  ["a phone with anything between its digits", "whats 1 1 9 8 7 6 5 4 3 2 1", /8 7 6/],
  ["a phone with dots", "fone 11.98765.4321 ok", /98765/],
  ["a foreign phone", "call +351 912 345 678 today", /912/],
  ["a phone in words", "onze nove oito sete seis cinco quatro três dois um", /sete seis cinco/],
  ["an e-mail", "escreva para ana.c@exemplo.com.br hoje", /exemplo|ana\.c/],
  ["an e-mail spelt out", "escreva para joana arroba gmail ponto com", /gmail|joana/],
  ["a link", "veja https://meusite.com/ana e responda", /meusite/],
  ["a bare domain", "o meu site é conceicao.adv.br mesmo", /conceicao/],
  ["a messenger's link", "me chama em wa.me/5511987654321", /wa\.me|5511/],
  ["a handle", "no instagram sou @dra.ana_c, procure", /dra\.ana/],
  ["a licence", "sou a OAB/SP 123.456 e quero saber", /123\.456/],
  ["a document", "o CPF é 123.456.789-09 certo?", /789/],
  ["an introduction", "Bom dia, me chamo Carla Souza e quero saber a data", /Carla|Souza/],
  ["one's own name in small letters", "aqui é a ana conceição, quando foi?", /concei/i],
  ["the other's first name", "maria, quando foi a demissão?", /maria/i],
])("without %s", (_, text, secret) => {
  const out = withoutIdentity(text, KNOWN);
  expect(out).not.toMatch(secret);
  expect(withoutIdentity(out, KNOWN)).toBe(out);
});

test.each([
  "A demissão foi com aviso prévio? Trabalhou quantos anos, 3 ou 4?",
  "O salário era de R$ 2.350,00 por mês, e recebia horas extras em 2024 e 2025?",
  "Did you sign anything on 12/03/2026? The hearing is on 2026-12-01 at 14:30.",
  "Trabalhou de 2019 - 2025? E a carteira, de 03.02.2019 a 04.05.2025?",
  "Quantos filhos, um ou dois? E a casa tem três quartos?",
])("leaves alone what says nothing of who they are: %s", (text) => {
  expect(withoutIdentity(text, KNOWN)).toBe(text);
});

describe("what is left", () => {
  test("says something, or only that something was there", () => {
    expect(saysSomething(withoutIdentity("(11) 98765-4321", []), 1)).toBe(false);
    expect(saysSomething(withoutIdentity("Sim, em 2024", []), 1)).toBe(true);
    expect(saysSomething("[telefone] ok", 10)).toBe(false);
  });

  test("never holds a number of eight digits or an address with @, whatever stands around it", () => {
    const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 8, maxLength: 13 });
    const marks = fc.constantFrom("", " ", "-", ".", " - ");
    fc.assert(
      fc.property(fc.string(), digits, marks, fc.string(), (before, number, mark, after) => {
        const out = withoutIdentity(`${before} ${number.join(mark)} ${after}`, KNOWN);
        expect(out).not.toContain(number.join(mark));
      }),
    );
  });

  test("is worked out in time that grows with the text alone", () => {
    const started = performance.now();
    for (const text of ["1 ".repeat(500), "a.".repeat(500), "um ".repeat(330), "@".repeat(1000), "A b ".repeat(250)]) {
      withoutIdentity(text, KNOWN);
    }
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
