// Days at the edges: midnight, zones, changes of the clock, leap years, ends of months, doubtful orders.
import fc from "fast-check";
import { expect, test } from "vitest";
import { hoursToEndOf, wakingDay } from "../../../src/domain/triage/calendar.ts";
import { correct } from "../../../src/domain/triage/correct.ts";
import { findDates } from "../../../src/domain/triage/find-dates.ts";
import { openInterview, takeTurn } from "../../../src/domain/triage/interview.ts";
import type { Flag, Locale } from "../../../src/domain/triage/types.ts";
import { urgencyFloorHours } from "../../../src/domain/triage/urgency.ts";

function heard(text: string, now: string, zone = "America/Sao_Paulo", locale: Locale = "pt-BR") {
  const at = new Date(now);
  const opened = openInterview({ vertical: "legal", locale, now: at, zone });
  const { deadlines } = takeTurn(opened.state, { text, now: at }).understanding;
  return Object.fromEntries(deadlines.map(({ kind, date }) => [kind, date]));
}

test("before four in the morning “ontem” counts from the day that is still being lived", () => {
  expect(wakingDay(new Date("2026-11-21T03:10:00Z"), "America/Sao_Paulo")).toBe("2026-11-20");
  expect(wakingDay(new Date("2026-11-21T07:00:00Z"), "America/Sao_Paulo")).toBe("2026-11-21");
  expect(heard("fui citada ontem", "2026-11-21T03:10:00Z")).toEqual({ answer_summons: "2026-12-04" });
  expect(heard("fui citada ontem", "2026-11-21T11:00:00Z")).toEqual({ answer_summons: "2026-12-05" });
});

test("a hearing “tomorrow”, told at night, is shown on the earlier of the two days, one “today” never on a day gone", () => {
  expect(heard("a audiência é amanhã", "2026-11-21T03:10:00Z")).toEqual({ hearing: "2026-11-21" });
  expect(heard("a audiência é hoje", "2026-11-21T03:10:00Z")).toEqual({ hearing: "2026-11-21" });
});

test("the same instant is another day in another zone", () => {
  const instant = "2026-11-21T02:30:00Z";
  expect(heard("fui citado hoje", instant, "America/Manaus")).toEqual({ answer_summons: "2026-12-05" });
  expect(heard("fui citado hoje", instant, "America/Sao_Paulo")).toEqual({ answer_summons: "2026-12-05" });
  expect(heard("fui citado hoje", "2026-11-21T12:00:00Z", "Asia/Tokyo")).toEqual({ answer_summons: "2026-12-06" });
});

test("a day on which the clock changes has 23 or 25 hours", () => {
  // Lisbon: 29 March 2026 forward, 25 October 2026 back.
  expect(hoursToEndOf("2026-03-29", new Date("2026-03-29T00:00:00Z"), "Europe/Lisbon")).toBe(23);
  expect(hoursToEndOf("2026-10-25", new Date("2026-10-24T23:00:00Z"), "Europe/Lisbon")).toBe(25);
  expect(hoursToEndOf("2026-11-21", new Date("2026-11-21T03:00:00Z"), "America/Sao_Paulo")).toBe(24);
  expect(hoursToEndOf("2026-11-20", new Date("2026-11-21T03:00:00Z"), "America/Sao_Paulo")).toBe(0);
});

test.each([
  ["fui demitido em 29/02/2024", "2025-03-01T12:00:00Z", "labour_two_years", "2026-02-28"],
  ["meu pai faleceu dia 31/12/2025", "2026-01-10T12:00:00Z", "probate_opening", "2026-02-28"],
  ["faz 1 ano e 11 meses que me mandaram embora", "2026-03-31T12:00:00Z", "labour_two_years", "2026-04-30"],
  ["a audiência é dia 12", "2026-11-13T12:00:00Z", "hearing", "2026-12-12"],
  ["a audiência é dia 31", "2026-08-31T12:00:00Z", "hearing", "2026-08-31"],
  ["a audiência é daqui a 10 dias", "2026-02-20T12:00:00Z", "hearing", "2026-03-02"],
  ["a audiência é semana que vem", "2026-11-22T12:00:00Z", "hearing", "2026-11-23"],
])("%s, said at %s: %s ends on %s", (text, now, kind, day) => {
  expect(heard(text, now)).toMatchObject({ [kind]: day });
});

test("an English date in figures may stand in either order: the earlier day that fits is taken", () => {
  const days = (text: string, locale: Locale) => findDates(text, "2026-05-20", { locale }).map(({ date }) => date);
  expect(days("turned down on 04/05/2026", "en")).toEqual(["2026-04-05"]);
  expect(days("turned down on 25/04/2026", "en")).toEqual(["2026-04-25"]);
  expect(days("hearing on 06/07/2026", "en")).toEqual(["2026-06-07"]);
  expect(days("hearing on 04/06/2026", "en")).toEqual(["2026-06-04"]);
  expect(days("negaram em 04/05/2026", "pt-BR")).toEqual(["2026-05-04"]);
});

const HOURS = fc.integer({ min: 2, max: 720 });
const DANGERS: Flag[] = ["violence", "custody", "detention", "health_injunction", "self_harm"];
const STORIES = [
  "fui citada ontem",
  "a audiência é amanhã",
  "meu marido me bateu",
  "o plano negou a cirurgia do meu pai",
  "faz 1 ano e 11 meses que me mandaram embora",
  "quero fazer um testamento",
];

test("no correction makes a case calmer than its limits and dangers allow", () => {
  const now = new Date("2026-11-20T15:00:00Z");
  const zone = "America/Sao_Paulo";
  fc.assert(
    fc.property(fc.constantFrom(...STORIES), HOURS, (text, hours) => {
      const opened = openInterview({ vertical: "legal", locale: "pt-BR", now, zone });
      const told = takeTurn(opened.state, { text, now });
      const { understanding } = correct(told.state, { urgencyHours: hours }, now);
      expect(understanding.urgencyHours).toBeLessThanOrEqual(urgencyFloorHours(told.understanding));
      expect(understanding.urgencyHours).toBeGreaterThanOrEqual(2);
    }),
  );
});

test("another limit or danger never raises the floor", () => {
  const deadline = { kind: "hearing", label: { "pt-BR": "", en: "" }, source: "", quote: "", date: "2026-12-01" };
  const limits = fc.array(
    fc
      .record({ hoursLeft: fc.integer({ min: 0, max: 9000 }), passed: fc.boolean() })
      .map((time) => ({ ...deadline, ...time })),
    { maxLength: 5 },
  );
  fc.assert(
    fc.property(limits, limits, fc.subarray(DANGERS), fc.subarray(DANGERS), (some, more, flags, others) => {
      const less = urgencyFloorHours({ deadlines: some, flags });
      const all = urgencyFloorHours({ deadlines: [...some, ...more], flags: [...flags, ...others] });
      expect(all).toBeLessThanOrEqual(less);
      expect(less).toBeLessThanOrEqual(720);
    }),
  );
});
