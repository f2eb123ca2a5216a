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
])("no place in “%s”", (text) => {
  expect(findPlace(text, { answering: false })).toBeNull();
});

test.each(["sp", "SP", "RJ", "patos", "Boa Vista", "se"])("“%s” is a place when it answers the question", (text) => {
  expect(findPlace(text, { answering: true })).not.toBeNull();
});

test("all 27 states are known by name and by letters", () => {
  expect(STATES).toHaveLength(27);
  for (const { uf, name, capital } of STATES) {
    expect(findPlace(`${capital} - ${uf}`, { answering: true }), name).toEqual({ uf, municipality: capital });
    expect(findPlace(`estado de ${name}`, { answering: true })?.uf, name).toBe(uf);
  }
});
