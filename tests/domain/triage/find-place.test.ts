// States and cities as people write them, and words that only look like them.
import { expect, test } from "vitest";
import { STATES } from "../../../src/domain/legal/places.ts";
import { findPlace } from "../../../src/domain/triage/find-place.ts";

test.each([
  ["moro em Recife", "PE", "Recife"],
  ["sou de são paulo capital", "SP", "São Paulo"],
  ["campinas sp", "SP", "Campinas"],
  ["aqui em Patos, PB", "PB", "Patos"],
  ["estou no Pará", "PA", null],
  ["Rio Grande do Sul", "RS", null],
  ["I live in Salvador", "BA", "Salvador"],
  ["trabalho em juiz de fora/MG", "MG", "Juiz de Fora"],
  ["moro no interior de minas gerais", "MG", null],
  ["moro em São Paulo capital", "SP", "São Paulo"],
  ["moro na capital, SP", "SP", "São Paulo"],
  ["from São Paulo, the capital", "SP", "São Paulo"],
  ["moro no interior de SP", "SP", null],
  ["moro no interior de são paulo", "SP", null],
  ["moro em Bauru, interior de São Paulo", "SP", "Bauru"],
  ["sou de Santos", "SP", "Santos"],
  ["moro em Santos, São Paulo", "SP", "Santos"],
  ["sou de Niterói, Rio de Janeiro", "RJ", "Niterói"],
  ["me chamo santos e sou de sao paulo", "SP", "São Paulo"],
  ["moro no Rio", "RJ", "Rio de Janeiro"],
  ["moro em bh", "MG", "Belo Horizonte"],
  ["preciso de capital de giro, empresa em SP", "SP", null],
])("%s", (text, uf, municipality) => {
  expect(findPlace(text, { answering: false })).toEqual({ uf, municipality });
});

test.each([
  "para o meu filho",
  "a Vitória é minha irmã",
  "meu salvador",
  "os santos da igreja",
  "se puder me ajude",
  "gostei das patos",
  "caiu no rio",
  "na capital",
  "av paulista",
])("no place in “%s”", (text) => {
  expect(findPlace(text, { answering: false })).toBeNull();
});

test.each(["sp", "SP", "RJ", "patos", "Boa Vista", "se"])("“%s” is a place when it answers the question", (text) => {
  expect(findPlace(text, { answering: true })).not.toBeNull();
});

test.each([
  ["SP, capital", "SP", "São Paulo"],
  ["capital do rio", "RJ", "Rio de Janeiro"],
  ["abc paulista", "SP", null],
  ["interior de sp", "SP", null],
])("“%s” answers the question", (text, uf, municipality) => {
  expect(findPlace(text, { answering: true })).toEqual({ uf, municipality });
});

test("all 27 states are known by name and by letters", () => {
  expect(STATES).toHaveLength(27);
  for (const { uf, name, capital } of STATES) {
    expect(findPlace(`${capital} - ${uf}`, { answering: true }), name).toEqual({ uf, municipality: capital });
    expect(findPlace(`estado de ${name}`, { answering: true })?.uf, name).toBe(uf);
  }
});
