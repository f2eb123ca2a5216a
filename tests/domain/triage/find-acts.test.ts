// Acts against the person with a day: each is a danger, belongs to its own day, and is no deadline for an answer.
import { describe, expect, test } from "vitest";
import { findAct } from "../../../src/domain/triage/find-acts.ts";
import { findDates } from "../../../src/domain/triage/find-dates.ts";
import { openInterview, takeTurn } from "../../../src/domain/triage/interview.ts";
import type { Locale } from "../../../src/domain/triage/types.ts";

const NOW = new Date("2026-11-20T15:00:00Z"); // a Friday
const TODAY = "2026-11-20";

function say(locale: Locale, text: string) {
  const { state } = openInterview({ vertical: "legal", locale, now: NOW, zone: "America/Sao_Paulo" });
  return takeTurn(state, { text, now: NOW });
}

describe("an act within two days", () => {
  test.each([
    ["pt-BR", "vão me despejar amanhã", "civil", "moradia"],
    ["en", "they will evict me tomorrow morning", "civil", "moradia"],
    ["pt-BR", "o oficial de justiça vem amanhã de manhã", "civil", "execucao_divida"],
    ["en", "I lost my job and they will evict me tomorrow, the police are coming", "civil", "moradia"],
    ["pt-BR", "perdi o emprego e amanhã vão me despejar, a polícia vem junto", "civil", "moradia"],
    ["pt-BR", "hoje a noite o dono vai me botar pra fora", "civil", "moradia"],
    ["en", "my landlord is throwing me out tonight", "civil", "moradia"],
    ["en", "the bailiff is coming today to take my car", "civil", "execucao_divida"],
    ["pt-BR", "vou ser deportado amanhã", "migratorio", "deportacao"],
    ["pt-BR", "amanhã cortam minha luz", "consumidor", "energia_agua"],
  ] as const)("%s: “%s” is a danger of the right area", (locale, text, area, subarea) => {
    const turn = say(locale, text);
    expect(turn.understanding).toMatchObject({ area, subarea, deadlines: [{ kind: "appointed_act", passed: false }] });
    expect(turn.understanding.flags).toEqual(["deadline_danger"]);
    expect(turn.understanding.urgencyHours).toBeLessThanOrEqual(16);
    expect(turn.safety?.lines[0]?.text).toMatch(/juiz de plantão|judge on duty/);
  });
});

test.each([
  ["recebi hoje a ordem e vão me despejar amanhã", "2026-11-21"],
  ["amanhã faço exame. vão me despejar dia 30 de novembro", "2026-11-30"],
  ["they want to throw us out on monday, I got the letter today", "2026-11-23"],
])("“%s”: the act belongs to the day that stands closest to it", (text, date) => {
  expect(findAct(text, findDates(text, TODAY), TODAY)?.date).toBe(date);
});

test.each([
  "o oficial de justiça veio ontem",
  "amanhã vou despejar meu inquilino",
  "I will evict my tenant tomorrow",
  "vou viajar amanhã e o voo foi cancelado",
  "amanhã vou tirar férias, e o chefe não paga",
  "eles não vão me despejar amanhã",
])("“%s” tells of no act against the person", (text) => {
  expect(findAct(text, findDates(text, TODAY), TODAY)).toBeNull();
});
