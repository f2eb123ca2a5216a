// What the box of danger says: controls by the names they carry, days as people write them.
import { describe, expect, test } from "vitest";
import { safetyBox } from "../../../src/domain/triage/safety.ts";
import { TALK } from "../../../src/http/pages/texts/client.ts";

describe.each(["pt-BR", "en"] as const)("in %s", (locale) => {
  const context = { locale, uf: "SP", deadlines: [] };

  test("the way to hide the conversation and the way to keep it go by the names of their controls", () => {
    const words = safetyBox(["violence"], context).lines.map(({ text }) => text);
    const line = words.find((text) => text.includes(TALK.forget[locale]));
    expect(line).toContain(TALK.menu[locale]);
    expect(line).toContain(TALK.keep[locale]);
    expect(line).toMatch(/O caso continua|Your case goes on/);
    // Who has an account finds the same words on another control of the menu.
    expect(TALK.leave[locale].toLowerCase()).toContain(TALK.forget[locale].toLowerCase());
  });

  test("the last day of a deadline is written in words", () => {
    const deadline = {
      kind: "test",
      label: { "pt-BR": "Prazo para responder", en: "Time to answer" },
      date: "2026-11-24",
      source: "CPC, art. 335",
      quote: "",
      hoursLeft: 48,
      passed: false,
    };
    const box = safetyBox(["deadline_danger"], { ...context, deadlines: [deadline] });
    expect(box.lines[0]?.text).toContain(locale === "en" ? "last day 24 November 2026" : "24 de novembro de 2026");
    expect(box.lines[0]?.text).not.toMatch(/\d{4}-\d\d/);
  });
});
