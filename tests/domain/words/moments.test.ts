import { describe, expect, test } from "vitest";
import { dayWords, momentWords, moneyWords } from "../../../src/domain/words/moments.ts";
import { URGENCY_STEPS, urgencyWords } from "../../../src/domain/words/urgency.ts";

const AT = new Date("2026-11-22T01:05:00Z");
// Intl writes a no-break space after the currency's sign.
const plain = (text: string) => text.replaceAll("\u00A0", " ");

describe("moments, days and money", () => {
  test("are said in the reader's zone, by the day that it is there", () => {
    expect(momentWords(AT, { locale: "pt-BR", zone: "America/Sao_Paulo" })).toBe("21 de novembro às 22:05");
    expect(momentWords(AT, { locale: "en", zone: "Europe/Lisbon" })).toBe("22 November at 01:05");
  });

  test("a calendar day is the same day in every zone", () => {
    expect(dayWords("2026-03-01", "pt-BR")).toBe("1 de março de 2026");
    expect(dayWords("2026-03-01", "en")).toBe("1 March 2026");
    expect(dayWords("not a day", "en")).toBe("not a day");
  });

  test("money is written as people write it", () => {
    expect(plain(moneyWords(25_000, "pt-BR"))).toBe("R$ 250,00");
    expect(plain(moneyWords(123_456, "en"))).toBe("R$1,234.56");
  });
});

describe("urgency", () => {
  test("is a step in words for every number of hours", () => {
    expect(urgencyWords(2, "pt-BR")).toBe("Agora, em poucas horas");
    expect(urgencyWords(48, "en")).toBe("Within three days");
    expect(urgencyWords(9_000, "en")).toBe("No hurry");
  });

  test("a correction to a step is read back as that step", () => {
    for (const { hours, words } of URGENCY_STEPS) expect(urgencyWords(hours, "pt-BR")).toBe(words["pt-BR"]);
  });
});
