// Days told by a feast, by an anniversary or beside another day.
import { expect, test } from "vitest";
import { FEAST_DAYS } from "../../../src/domain/triage/feasts.ts";
import { findDates } from "../../../src/domain/triage/find-dates.ts";

test.each([
  ["domingo de pascoa", 2024, "2024-03-31"],
  ["domingo de pascoa", 2025, "2025-04-20"],
  ["easter sunday", 2026, "2026-04-05"],
  ["easter sunday", 2038, "2038-04-25"],
  ["terca de carnaval", 2026, "2026-02-17"],
  ["sexta feira santa", 2026, "2026-04-03"],
  ["corpus christi", 2026, "2026-06-04"],
  ["dia das maes", 2026, "2026-05-10"],
  ["dia dos pais", 2025, "2025-08-10"],
] as const)("%s of %i is %s", (name, year, day) => {
  expect(FEAST_DAYS[name]?.(year)).toBe(day);
});

const TODAY = "2026-11-18";

test.each([
  ["um dia antes do feriado de Tiradentes veio o oficial", "2026-04-20"],
  ["two days after Christmas they fired me", "2025-12-27"],
  ["fui demitida no último dia de março de 2025", "2025-03-31"],
  ["chegou terça da semana passada", "2026-11-10"],
  ["it came last week on Thursday", "2026-11-12"],
  ["vai fazer dois anos dia 10 de dezembro que me botaram pra fora", "2024-12-10"],
  ["it will be two years on January 20 since they let me go", "2025-01-20"],
  ["na sexta o policial do aeroporto me deu uma multa", "2026-11-13"],
] as const)("%s: %s", (text, day) => {
  expect(findDates(text, TODAY)[0]?.date).toBe(day);
});

test.each([
  ["até hoje não me pagaram", "pt-BR"],
  ["o carta tem 3 dias para pagar", "pt-BR"],
  ["I lost my case in the small claims court of Natal", "en"],
  ["moro em Natal com meus filhos", "pt-BR"],
  ["i have a 4 year old", "en"],
] as const)("names no day: %s", (text, locale) => {
  expect(findDates(text, TODAY, { locale })).toEqual([]);
});
