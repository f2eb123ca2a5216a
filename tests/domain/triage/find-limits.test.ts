// The limits that a text starts: which one, and its last day counted the cautious way.
import { expect, test } from "vitest";
import { LIMITS } from "../../../src/domain/legal/limits.ts";
import { findDates } from "../../../src/domain/triage/find-dates.ts";
import { deadlinesAt, findLimits, inDanger } from "../../../src/domain/triage/find-limits.ts";

const FRIDAY = "2026-11-20";
const NOON = new Date("2026-11-20T15:00:00Z");
const ZONE = "America/Sao_Paulo";

function limitsOf(text: string): Record<string, string> {
  return Object.fromEntries(findLimits(text, findDates(text, FRIDAY), FRIDAY).map(({ kind, date }) => [kind, date]));
}

test.each([
  ["faz 1 ano e 11 meses que me mandaram embora", "labour_two_years", "2026-12-20"],
  ["two years ago I was fired", "labour_two_years", "2026-11-20"],
  ["fui citada ontem num processo", "answer_summons", "2026-12-04"],
  ["I was served with court papers on the 3rd of November", "answer_summons", "2026-11-18"],
  ["anteontem veio a ordem de despejo", "eviction_leave", "2026-12-03"],
  ["vão leiloar minha casa amanhã", "hearing", "2026-11-21"],
  ["a audiencia e semana q vem", "hearing", "2026-11-23"],
  ["a justiça mandou pagar a pensão em 3 dias senão vou preso", "support_enforcement", "2026-11-23"],
  ["audiência dia 12", "hearing", "2026-12-12"],
  ["hearing on December 5th", "hearing", "2026-12-05"],
  ["há três semanas comprei uma tv e ela não liga", "consumer_durable", "2027-01-28"],
  ["o INSS negou meu auxílio semana passada", "inss_appeal", "2026-12-13"],
  ["recebi a multa do detran dia 10/11", "traffic_fine", "2026-12-10"],
  ["my father died three weeks ago and left a house", "probate_opening", "2026-12-30"],
  ["ele me ameaçou faz 5 meses", "criminal_complaint", "2026-12-19"],
  ["eliminado do concurso faz 2 meses", "writ_of_mandamus", "2027-01-18"],
  ["trinta dias atrás levei multa do ibama", "environmental_fine", "2026-11-10"],
  ["o voo foi cancelado em 2 de janeiro de 2024", "consumer_damage", "2029-01-02"],
  ["me deram 48 horas para sair", "stated_deadline", "2026-11-22"],
  ["I have 10 days to answer the lawsuit, got it yesterday", "stated_deadline", "2026-11-29"],
])("%s: %s ends on %s", (text, kind, day) => {
  expect(limitsOf(text)).toMatchObject({ [kind]: day });
});

test.each([
  "moro aqui desde 2019",
  "comprei um apartamento há 3 semanas",
  "meu cachorro morreu ontem",
  "intimado ontem como testemunha na delegacia",
])("“%s” starts no limit of ours that could mislead", (text) => {
  const kinds = Object.keys(limitsOf(text));
  expect(kinds).not.toContain("consumer_durable");
  expect(kinds).not.toContain("probate_opening");
  expect(kinds).not.toContain("answer_summons");
});

test("a limit is in danger near its end, and passed after it", () => {
  const at = (text: string) => deadlinesAt(findLimits(text, findDates(text, FRIDAY), FRIDAY), NOON, ZONE)[0];
  const soon = at("faz 1 ano e 11 meses que fui demitido");
  const far = at("fui demitido em 2 de novembro de 2026");
  const over = at("fui demitido em 2 de novembro de 2024");
  expect(soon && inDanger(soon)).toBe(true);
  expect(far && inDanger(far)).toBe(false);
  expect(over).toMatchObject({ passed: true, hoursLeft: 0 });
});

test("the last day itself still counts, to its last hour in the zone", () => {
  const last = deadlinesAt([{ kind: "hearing", date: FRIDAY, quote: "" }], new Date("2026-11-21T02:00:00Z"), ZONE)[0];
  expect(last).toMatchObject({ passed: false, hoursLeft: 1 });
  const next = deadlinesAt([{ kind: "hearing", date: FRIDAY, quote: "" }], new Date("2026-11-21T03:30:00Z"), ZONE)[0];
  expect(next?.passed).toBe(true);
});

test("every limit names its statute and speaks both languages", () => {
  for (const { kind, source, label } of LIMITS) {
    expect(source.length, kind).toBeGreaterThan(5);
    expect(label["pt-BR"], kind).not.toBe("");
    expect(label.en, kind).not.toBe("");
  }
});
