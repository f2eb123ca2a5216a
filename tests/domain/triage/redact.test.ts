// What must not leave in a summary.
import { expect, test } from "vitest";
import { namesIn, redact } from "../../../src/domain/triage/redact.ts";

test.each([
  ["meu cpf é 123.456.789-09", "123"],
  ["cpf 12345678909", "12345678909"],
  ["me liga no (11) 98765-4321", "98765"],
  ["meu zap 11987654321", "11987654321"],
  ["+55 21 99876 5432", "99876"],
  ["escreve pra maria.souza@example.com", "maria.souza"],
  ["moro na Rua das Flores, 123", "Flores"],
  ["processo 0001234-56.2024.8.26.0100", "0001234"],
  ["cep 01310-100", "01310"],
  ["https://facebook.com/maria.souza.7", "facebook.com/maria"],
  ["RG 12.345.678-9", "12.345"],
])("%s", (text, secret) => {
  expect(redact(text, [])).not.toContain(secret);
});

test.each([
  ["Me chamo Maria Souza e fui demitida", "Maria Souza"],
  ["My name is John Peter Smith, I was fired", "John Peter Smith"],
  ["o João Carlos da Silva me deve", "João Carlos da Silva"],
])("a name that is given goes: %s", (text, name) => {
  expect(namesIn(text)).toContain(name);
  expect(redact(text, namesIn(text))).not.toContain(name);
});

test("places, bodies, amounts and days stay", () => {
  const text = "Em 12/03/2026 a Receita Federal em São Paulo cobrou R$ 12.500,00 por 2 anos";
  expect(redact(text, namesIn(text))).toBe(text);
});

test("surnames that are also places or common words still go", () => {
  const text = "Quem fez isso foi a Maria Campos e o Pedro Santos Porto, em Porto Alegre";
  const clean = redact(text, namesIn(text));
  expect(clean).not.toMatch(/Maria|Campos|Pedro|Santos/);
  expect(clean).toContain("Porto Alegre");
});
