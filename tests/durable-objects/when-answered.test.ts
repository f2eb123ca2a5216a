// Outside office hours a hand-off says when somebody answers, after the numbers to call and before the question.
import { expect, test } from "vitest";
import { tellWhen } from "../../durable-objects/conversation-words.ts";
import { parseOfficeHours, whenAnswered } from "../../src/domain/office-hours.ts";
import { openInterview, takeTurn } from "../../src/domain/triage/interview.ts";
import type { Locale } from "../../src/domain/triage/types.ts";

const ZONE = "America/Sao_Paulo";
const SATURDAY_NIGHT = new Date("2026-11-28T23:00:00-03:00");
const HOURS = parseOfficeHours("mon-fri 08:00-20:00, sat 09:00-13:00", ZONE);

function told(locale: Locale, ...texts: string[]): string {
  let turn = openInterview({ vertical: "legal", locale, now: SATURDAY_NIGHT, zone: ZONE });
  for (const text of texts) turn = takeTurn(turn.state, { text, now: SATURDAY_NIGHT });
  return tellWhen(turn, whenAnswered(HOURS, SATURDAY_NIGHT, { locale, zone: ZONE }));
}

test.each<[Locale, string, RegExp]>([
  ["pt-BR", "quero falar com uma pessoa", /responde aqui mesmo\. .*a partir de segunda-feira, 8h\.$/],
  ["en", "I want to talk to a person", /right here\. .*from Monday, 08:00\.$/],
])("called for: when (%s)", (locale, text, said) => {
  expect(told(locale, text)).toMatch(said);
});

test("in danger the number to call comes first", () => {
  expect(told("pt-BR", "meu marido me bateu", "não", "ele tem uma arma")).toMatch(/ligue 190\..*segunda-feira, 8h\.$/);
  expect(told("en", "I want to kill myself", "no")).toMatch(/188\..*Monday, 08:00\.$/);
});

test("called beside: the question still comes last", () => {
  const text = told("en", "my husband hit me yesterday, I live in Recife", "yes", "no children and no weapon");
  expect(text).toMatch(/from Monday, 08:00\. .*\?$/);
});
