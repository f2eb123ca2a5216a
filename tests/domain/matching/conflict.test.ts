import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mayConflict, partyKey } from "../../../src/domain/matching/conflict.ts";

test.each([
  ["Padaria São João Ltda.", "PADARIA SAO JOAO LTDA"],
  ["Silva & Souza S.A.", "souza e silva"],
  ["Construtora Alfa S/A", "Construtora Alfa ME"],
  ["Souza, Maria Aparecida de", "Maria Aparecida Souza"],
  ["Banco Horizonte S.A.", "banco horizonte"],
])("%s and %s are one party", (a, b) => {
  expect(partyKey(a)).toBe(partyKey(b));
  expect(partyKey(a)).not.toBe("");
});

test.each(["o banco", "minha empresa", "my ex husband", "a prefeitura", "", "...", "LTDA"])(
  "%j identifies nobody",
  (name) => {
    expect(partyKey(name)).toBe("");
    expect(mayConflict([name], ["Banco Horizonte S.A.", "Empresa Sol Ltda", name])).toBe(false);
  },
);

describe("in doubt there is a conflict", () => {
  test.each([
    ["part of the name", "Maria Silva", "Maria Aparecida da Silva"],
    ["a trade name inside the registered one", "Horizonte", "Banco Horizonte S.A."],
    ["a typing error", "Contrutora Alfa", "Construtora Alfa Ltda"],
    ["letters swapped", "Supermercado Pinehiro", "Supermercado Pinheiro"],
    ["no accents", "Joao Goncalves", "João Gonçalves"],
  ])("%s", (_, adverse, represented) => {
    expect(mayConflict([adverse], [represented])).toBe(true);
  });
});

test.each([
  ["Maria Silva", "Maria Souza"],
  ["Construtora Alfa", "Construtora Beta"],
  ["Mercado Sol", "Mercado Lua"],
  ["Banco Horizonte", "Banco Aurora"],
])("%s and %s are two parties", (a, b) => {
  expect(mayConflict([a], [b])).toBe(false);
});

test("the check works in both directions, and any name conflicts with itself", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), (a, b) => {
      expect(mayConflict([a], [b])).toBe(mayConflict([b], [a]));
      if (partyKey(a) !== "") expect(mayConflict([a], [b, a])).toBe(true);
    }),
  );
});

test("a key is its own key, so that stored keys can be compared like names", () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: "grapheme" }), fc.constantFrom("A. S. Silva S/A", "Sá & Cia", "S a S A")),
      (name) => {
        expect(partyKey(partyKey(name))).toBe(partyKey(name));
      },
    ),
  );
});

test("a name of a megabyte is answered at once", () => {
  const start = performance.now();
  mayConflict(["s/".repeat(500_000)], ["s a ".repeat(250_000)]);
  // A pattern that backtracks takes minutes.
  expect(performance.now() - start).toBeLessThan(2_000);
});
