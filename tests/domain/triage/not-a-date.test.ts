// Words that look like a day and are none: a city, an age.
import { expect, test } from "vitest";
import { openInterview, takeTurn } from "../../../src/domain/triage/interview.ts";

const NOW = new Date("2026-11-21T15:00:00Z");

function datesIn(text: string, locale: "pt-BR" | "en"): string[] {
  const { state } = openInterview({ vertical: "legal", locale, zone: "America/Sao_Paulo", now: NOW });
  return takeTurn(state, { text, now: NOW }).understanding.dates.map(({ date }) => date);
}

test.each([
  ["My landlord in Rio de Janeiro kept my deposit.", "en"],
  ["Moro no Rio de Janeiro e meu vizinho faz barulho", "pt-BR"],
  ["meu filho, o menino tem 4 anos, precisa de vaga na creche", "pt-BR"],
  ["minha mãe tem 82 anos e o plano negou a cirurgia", "pt-BR"],
] as const)("no day is read in %j", (text, locale) => {
  expect(datesIn(text, locale)).toEqual([]);
});

test.each([
  ["fui demitida em janeiro", "2026-01-01"],
  ["tem 2 anos que fui demitido", "2024-11-21"],
  ["ja tem 3 meses que ele não paga a pensão", "2026-08-21"],
] as const)("a day is read in %j", (text, day) => {
  expect(datesIn(text, "pt-BR")).toContain(day);
});
