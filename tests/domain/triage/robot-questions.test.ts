// A hundred ways to ask whether a program answers, as many that only sound like it, and what is answered.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { guardReply } from "../../../src/domain/triage/guard.ts";
import { intentsOf } from "../../../src/domain/triage/intents.ts";
import { openInterview, takeTurn } from "../../../src/domain/triage/interview.ts";
import { PHRASES } from "../../../src/domain/triage/phrases.ts";
import type { Locale, Turn } from "../../../src/domain/triage/types.ts";

interface Row {
  locale: Locale;
  asks: boolean;
  text: string;
}

const rows: Row[] = readFileSync("tests/data/triage/robot-questions.jsonl", "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line));
const asking = rows.filter(({ asks }) => asks);
const others = rows.filter(({ asks }) => !asks);
const now = new Date("2026-11-20T15:00:00Z");

function say(locale: Locale, ...texts: string[]): Turn {
  let turn = openInterview({ vertical: "legal", locale, now, zone: "America/Sao_Paulo" });
  for (const text of texts) turn = takeTurn(turn.state, { text, now });
  return turn;
}

test("there are fifty of each in each language", () => {
  for (const locale of ["pt-BR", "en"]) {
    expect(asking.filter((row) => row.locale === locale)).toHaveLength(50);
    expect(others.filter((row) => row.locale === locale)).toHaveLength(50);
  }
});

test.each(asking)("answered honestly: “$text”", ({ locale, text }) => {
  const { reply, state } = say(locale, text);
  expect(reply.text.startsWith(PHRASES.honest[locale])).toBe(true);
  expect(reply.question, "and it goes on").not.toBeNull();
  expect(state.status).toBe("interviewing");
});

test.each(asking)("a model that does not answer it is made to: “$text”", ({ locale, text }) => {
  const answer = locale === "en" ? "I am glad that you wrote." : "Que bom que você escreveu.";
  expect(guardReply(answer, { locale, asked: text }).text).toBe(`${PHRASES.honest[locale]} ${answer}`);
});

test.each(others)("not asked: “$text”", ({ text }) => {
  expect([...intentsOf(text)]).not.toContain("robot");
});

describe("asked inside a story", () => {
  test.each<[Locale, string, string]>([
    ["pt-BR", "fui demitido ontem e não me pagaram nada, mas antes me fala, você é um robô?", "trabalho"],
    ["pt-BR", "vc é robô? meu plano de saúde negou a cirurgia da minha mãe ontem", "saude"],
    ["en", "i was fired yesterday and got no pay, but wait, are you a robot or a person?", "trabalho"],
    ["en", "is this a bot? my landlord changed the locks and all my things are inside", "civil"],
  ])("both are done (%s): “%s”", (locale, text, area) => {
    const { reply, understanding } = say(locale, text);
    expect(reply.text.startsWith(PHRASES.honest[locale])).toBe(true);
    expect(understanding.area).toBe(area);
    expect(reply.question).not.toBe("what_happened");
  });

  test("danger that is told beside it is seen", () => {
    const { reply, safety } = say("pt-BR", "vc é robô? meu marido me bateu");
    expect(reply.text.startsWith(PHRASES.honest["pt-BR"])).toBe(true);
    expect(safety?.lines.some(({ phone }) => phone === "190")).toBe(true);
  });
});

test("a stopped conversation answers it too, and stays stopped", () => {
  const { reply, status } = say("pt-BR", "parar", "você é um robô?");
  expect(reply.text.startsWith(PHRASES.honest["pt-BR"])).toBe(true);
  expect(status).toBe("stopped");
});
