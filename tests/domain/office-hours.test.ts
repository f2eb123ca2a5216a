// When a person of the team answers next: weekly hours, holidays, zones, and the words for it.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isHoliday, nextOpening, parseOfficeHours, whenAnswered } from "../../src/domain/office-hours.ts";

const ZONE = "America/Sao_Paulo";
const HOURS = parseOfficeHours("mon-fri 08:00-20:00, sat 09:00-13:00", ZONE);
const at = (text: string) => new Date(`${text}-03:00`);

describe("the next opening", () => {
  test.each([
    ["in the middle of the day", "2026-11-18T12:00:00", null],
    ["at the first minute", "2026-11-18T08:00:00", null],
    ["at the last minute, which is over", "2026-11-18T20:00:00", "2026-11-19T08:00:00"],
    ["early in the morning", "2026-11-18T05:00:00", "2026-11-18T08:00:00"],
    ["on Saturday after one", "2026-11-28T13:30:00", "2026-11-30T08:00:00"],
    ["the evening before a holiday on a Friday", "2026-11-19T21:00:00", "2026-11-21T09:00:00"],
    ["on Christmas", "2026-12-25T10:00:00", "2026-12-26T09:00:00"],
    ["on the Saturday before Carnival", "2027-02-06T14:00:00", "2027-02-10T08:00:00"],
  ])("%s", (_, now, opens) => {
    expect(nextOpening(HOURS, at(now))).toEqual(opens === null ? null : at(opens));
  });

  test("is not looked for where people answer around the clock", () => {
    expect(nextOpening(parseOfficeHours("always", ZONE), at("2026-12-25T03:00:00"))).toBeNull();
    expect(whenAnswered(parseOfficeHours("", ZONE), at("2026-12-25T03:00:00"), { locale: "en", zone: ZONE })).toBe("");
  });

  test("lies ahead, within its hours, and nobody is there before it", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5 * 366 * 24 * 60 }), (minutes) => {
        const now = new Date(Date.UTC(2025, 0, 1) + minutes * 60_000);
        const opens = nextOpening(HOURS, now);
        if (opens === null) return;
        expect(opens.getTime()).toBeGreaterThan(now.getTime());
        expect(nextOpening(HOURS, opens)).toBeNull();
        expect(nextOpening(HOURS, new Date(opens.getTime() - 60_000))).toEqual(opens);
      }),
      { numRuns: 200 },
    );
  });

  test("follows the office's clock where it changes", () => {
    const lisbon = parseOfficeHours("mon-sun 09:00-18:00", "Europe/Lisbon");
    expect(nextOpening(lisbon, new Date("2026-03-28T20:00:00Z"))).toEqual(new Date("2026-03-29T08:00:00Z"));
  });
});

test.each([
  ["2026-02-16", true],
  ["2026-02-17", true],
  ["2026-02-18", false],
  ["2026-04-03", true],
  ["2026-04-05", false],
  ["2026-06-04", true],
  ["2027-02-09", true],
  ["2023-11-20", false],
  ["2024-11-20", true],
  ["2026-09-07", true],
  ["2026-07-09", false],
])("%s is a holiday: %s", (day, holiday) => {
  expect(isHoliday(day)).toBe(holiday);
});

describe("what cannot be read", () => {
  test.each(["mon 8-20", "mon-fri 20:00-08:00", "xyz 08:00-12:00", "mon 08:00-25:00", "mon-fri", "mon 08:00-12:00;"])(
    "%s",
    (text) => {
      expect(() => parseOfficeHours(text, ZONE)).toThrow(text.slice(0, 3));
    },
  );
});

describe("the words", () => {
  test.each([
    ["2026-11-28T13:30:00", "a partir de segunda-feira, 8h.", "from Monday, 08:00."],
    ["2026-11-18T05:00:00", "a partir de hoje, 8h.", "from today, 08:00."],
    ["2026-11-18T21:00:00", "a partir de amanhã, 8h.", "from tomorrow, 08:00."],
  ])("at %s", (now, pt, en) => {
    expect(whenAnswered(HOURS, at(now), { locale: "pt-BR", zone: ZONE })).toContain(pt);
    expect(whenAnswered(HOURS, at(now), { locale: "en", zone: ZONE })).toContain(en);
  });

  test("are told by the reader's clock", () => {
    expect(whenAnswered(HOURS, at("2026-11-28T13:30:00"), { locale: "pt-BR", zone: "America/Manaus" })).toContain(
      "7h.",
    );
    expect(whenAnswered(HOURS, at("2026-11-28T13:30:00"), { locale: "en", zone: "Europe/Lisbon" })).toContain("11:00.");
  });

  test("name the date where the weekday alone would mislead", () => {
    const rare = parseOfficeHours("mon 08:00-12:00", ZONE);
    expect(whenAnswered(rare, at("2026-11-23T12:30:00"), { locale: "en", zone: ZONE })).toContain("Monday 30 November");
  });
});
