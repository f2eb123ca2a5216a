// The timeline: order, what happened and what ends, and nothing told twice.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openInterview, takeTurn } from "../../../src/domain/triage/interview.ts";
import { timelineOf } from "../../../src/domain/triage/timeline.ts";
import type { Deadline } from "../../../src/domain/triage/types.ts";

const TODAY = "2026-11-21";

function limit(date: string, more: Partial<Deadline> = {}): Deadline {
  const label = { "pt-BR": "Ação trabalhista", en: "Labour claim" };
  return {
    kind: "labour_two_years",
    date,
    label,
    source: "CF art. 7",
    quote: "",
    hoursLeft: 24,
    passed: false,
    ...more,
  };
}

describe("the timeline", () => {
  test("goes from the oldest day to the latest, whatever order it was told in", () => {
    const dates = [
      { date: "2026-11-20", quote: "ontem" },
      { date: "2023-02-01", quote: "em fevereiro de 2023" },
      { date: "2026-12-05", quote: "dia 5 de dezembro" },
    ];
    const items = timelineOf({ dates, deadlines: [limit("2026-11-30")] }, TODAY);
    expect(items.map((item) => item.date)).toEqual(["2023-02-01", "2026-11-20", "2026-11-30", "2026-12-05"]);
    expect(items.map((item) => item.when)).toEqual(["past", "past", "future", "future"]);
    expect(items.map((item) => item.kind)).toEqual(["fact", "fact", "limit", "fact"]);
  });

  test("puts a day that nobody knows at the end and gives it no date", () => {
    const dates = [
      { date: "", quote: "faz um tempo" },
      { date: "2026-13-45", quote: "dia 45" },
      { date: "2026-11-21", quote: "hoje" },
    ];
    const items = timelineOf({ dates, deadlines: [] }, TODAY);
    expect(items.map(({ date, when }) => [date, when])).toEqual([
      ["2026-11-21", "today"],
      ["", "unknown"],
      ["", "unknown"],
    ]);
  });

  test("tells a day once: a limit takes the place of the words that it was read from", () => {
    const dates = [{ date: "2026-12-12", quote: "audiência dia 12" }];
    const hearing = limit("2026-12-12", { kind: "hearing", quote: "tenho audiência dia 12 de dezembro" });
    const items = timelineOf({ dates, deadlines: [hearing, hearing] }, TODAY);
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ kind: "appointment", source: null, quote: "tenho audiência dia 12 de dezembro" });
  });

  test("keeps the longer of two quotes of one day, and both where they tell different things", () => {
    const dates = [
      { date: "2026-11-20", quote: "Ontem" },
      { date: "2026-11-20", quote: "ontem  fui demitida" },
      { date: "2026-11-20", quote: "Ontem" },
      { date: "2026-11-20", quote: "no feriado" },
    ];
    const quotes = timelineOf({ dates, deadlines: [] }, TODAY).map((item) => item.quote);
    expect(quotes).toEqual(["ontem  fui demitida", "no feriado"]);
  });

  test("on one day what happened stands before what ends", () => {
    const items = timelineOf({ dates: [{ date: TODAY, quote: "recebi a carta" }], deadlines: [limit(TODAY)] }, TODAY);
    expect(items.map((item) => item.kind)).toEqual(["fact", "limit"]);
  });

  test("a limit that passed says so, and has its source", () => {
    const [item] = timelineOf({ dates: [], deadlines: [limit("2020-01-01", { passed: true })] }, TODAY);
    expect(item).toMatchObject({ passed: true, when: "past", source: "CF art. 7" });
  });

  test("a told story gives the day it happened and the limit that follows", () => {
    const now = new Date("2026-11-21T12:00:00Z");
    const { state } = openInterview({ vertical: "legal", locale: "pt-BR", now, zone: "America/Sao_Paulo" });
    const { understanding } = takeTurn(state, {
      text: "Fui demitida ontem sem justa causa e não me pagaram nada.",
      now,
    });
    const items = timelineOf(understanding, TODAY);
    expect(items.find((item) => item.kind === "fact")).toMatchObject({ date: "2026-11-20", when: "past" });
    const limits = items.filter((item) => item.kind === "limit");
    expect(limits.length).toBeGreaterThan(0);
    for (const item of limits) expect(item.source).not.toBe("");
  });

  test("without a date it is empty", () => {
    expect(timelineOf({ dates: [], deadlines: [] }, TODAY)).toEqual([]);
  });

  test("any days in any order come out sorted, facts before limits, and the order of telling changes no day", () => {
    const day = fc
      .integer({ min: 0, max: 40 })
      .map((n) => new Date(Date.UTC(2026, 10, 1 + n)).toISOString().slice(0, 10));
    const facts = fc.array(fc.record({ date: day, quote: fc.constantFrom("recebi", "fui demitida", "assinei") }));
    fc.assert(
      fc.property(facts, fc.array(day), (dates, ends) => {
        const deadlines = ends.map((end) => limit(end));
        const items = timelineOf({ dates, deadlines }, TODAY);
        const keys = items.map(({ date, kind }) => `${date} ${kind}`);
        expect(keys).toEqual([...keys].sort());
        const whole = items.map(({ date, kind, quote }) => `${date} ${kind} ${quote}`);
        expect(new Set(whole).size).toBe(whole.length);
        const told = [
          ...dates.map(({ date, quote }) => `${date} fact ${quote}`),
          ...ends.map((end) => `${end} limit `),
        ];
        expect(new Set(whole)).toEqual(new Set(told));
        const turned = timelineOf({ dates: [...dates].reverse(), deadlines: [...deadlines].reverse() }, TODAY);
        expect(turned.map(({ date, kind }) => `${date} ${kind}`)).toEqual(keys);
      }),
    );
  });
});
