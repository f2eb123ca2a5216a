// What comes next: never an empty promise, and a time only where one is kept or configured.
import { describe, expect, test } from "vitest";
import { parseOfficeHours } from "../../../src/domain/office-hours.ts";
import { type CaseNews, NO_NEWS } from "../../../src/domain/words/case-news.ts";
import { nextSteps } from "../../../src/domain/words/next-steps.ts";

const ZONE = "America/Sao_Paulo";
const OFFICE = parseOfficeHours("mon-fri 08:00-20:00", ZONE);
const SATURDAY = new Date("2026-11-21T15:00:00Z");
const MONDAY = new Date("2026-11-23T15:00:00Z");
const called: CaseNews = { ...NO_NEWS, conversation: "handed_off" };

describe("next steps", () => {
  test("outside the hours a called person's answer has its time, in the reader's zone", () => {
    const office = { hours: OFFICE, now: SATURDAY };
    expect(nextSteps(called, office, { locale: "pt-BR", zone: ZONE })[0]).toMatch(/a partir de segunda-feira, 8h/);
    expect(nextSteps(called, office, { locale: "en", zone: "America/Manaus" })[0]).toMatch(/Monday, 07:00/);
  });

  test("inside the hours, and where people answer around the clock, no time is promised", () => {
    for (const hours of [OFFICE, parseOfficeHours("always", ZONE)]) {
      const steps = nextSteps(called, { hours, now: MONDAY }, { locale: "en", zone: ZONE });
      expect(steps.join(" ")).not.toMatch(/\d/);
    }
  });

  test.each(["searching", "asked", "nobody", "accepted", "to_sign"] as const)(
    "a case that is %s has a next step in both languages, without a number",
    (progress) => {
      const news: CaseNews = { ...NO_NEWS, conversation: "completed", progress };
      for (const locale of ["pt-BR", "en"] as const) {
        const steps = nextSteps(news, { hours: OFFICE, now: SATURDAY }, { locale, zone: ZONE });
        expect(steps.length).toBeGreaterThan(0);
        expect(steps.join(" ")).not.toMatch(/[\d!]/);
      }
    },
  );

  test.each(["signed", "closed", "not_legal"] as const)("a case that is %s promises nothing", (progress) => {
    const news: CaseNews = { ...NO_NEWS, conversation: "completed", progress };
    expect(nextSteps(news, { hours: OFFICE, now: SATURDAY }, { locale: "en", zone: ZONE })).toEqual([]);
  });
});
