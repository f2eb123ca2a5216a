// Days named in Portuguese and English, relative to a Friday.
import { expect, test } from "vitest";
import { findDates } from "../../../src/domain/triage/find-dates.ts";

const FRIDAY = "2026-11-20";

test.each([
  ["fui citada ontem", "2026-11-19"],
  ["anteontem chegou o oficial", "2026-11-18"],
  ["a audiência é dia 12 às 14h", "2026-12-12"],
  ["recebi dia 12 a carta", "2026-11-12"],
  ["faz 1 ano e 11 meses que me mandaram embora", "2024-12-20"],
  ["há três semanas comprei uma tv", "2026-10-30"],
  ["há dois anos e meio saí da empresa", "2024-05-20"],
  ["faz um mes e meio", "2026-10-05"],
  ["quinze dias atrás", "2026-11-05"],
  ["recebi em 05/11/2026", "2026-11-05"],
  ["recebi a multa dia 10/11", "2026-11-10"],
  ["no dia 12 de março fui demitido", "2026-03-12"],
  ["voo cancelado em 2 de janeiro de 2024", "2024-01-02"],
  ["em maio do ano passado", "2025-05-01"],
  ["dia 5 do mês passado", "2026-10-05"],
  ["sexta-feira passada", "2026-11-13"],
  ["na segunda chegou a carta", "2026-11-16"],
  ["daqui a 5 dias tem audiência", "2026-11-25"],
  ["mês que vem", "2026-12-01"],
  ["two years ago I was fired", "2024-11-20"],
  ["a year and a half ago", "2025-05-20"],
  ["next Friday I have a hearing", "2026-11-27"],
  ["on the 3rd of November", "2026-11-03"],
  ["hearing on December 5th", "2026-12-05"],
  ["Dec 5 2027 court date", "2027-12-05"],
  ["they fired me last month", "2026-10-20"],
  ["in two weeks my trial starts", "2026-12-04"],
  ["25/12/2025", "2025-12-25"],
  ["12/25/2025", "2025-12-25"],
])("%s", (text, day) => {
  expect(findDates(text, FRIDAY).map(({ date }) => date)).toEqual([day]);
});

test.each([
  "31/02/2026",
  "tenho 62 anos e 28 de contribuição",
  "trabalhei 8 anos lá",
  "paguei 3/12 parcelas",
  "é a segunda vez que isso acontece",
  "escala 12/36",
  "R$ 1.250,00",
  "processo 0001234-56.2024.8.26.0100",
])("no day is named in “%s”", (text) => {
  expect(findDates(text, FRIDAY)).toEqual([]);
});

test("the quote is the person's own spelling", () => {
  expect(findDates("Fui demitida no dia 12 de Março.", FRIDAY)[0]?.quote).toBe("12 de Março");
});

test("a day does not move when the year turns", () => {
  expect(findDates("fui citado ontem", "2027-01-01")[0]?.date).toBe("2026-12-31");
  expect(findDates("recebi dia 28 de dezembro", "2027-01-05")[0]?.date).toBe("2026-12-28");
  expect(findDates("audiência dia 5 de janeiro", "2026-12-28")[0]?.date).toBe("2027-01-05");
});
