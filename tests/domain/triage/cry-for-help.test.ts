// A bare cry for help gets the numbers that answer at once, beside the first question.
import { expect, test } from "vitest";
import { openInterview, takeTurn } from "../../../src/domain/triage/interview.ts";
import { tellsOfDanger } from "../../../src/domain/triage/tells-of-danger.ts";
import type { Locale } from "../../../src/domain/triage/types.ts";

const NOW = new Date("2026-11-20T15:00:00Z");

function say(locale: Locale, text: string) {
  const { state } = openInterview({ vertical: "legal", locale, now: NOW, zone: "America/Sao_Paulo" });
  return takeTurn(state, { text, now: NOW });
}

test.each([
  ["pt-BR", "socorro"],
  ["pt-BR", "SOCORRO!!! alguém me ajuda pelo amor de deus"],
  ["pt-BR", "me ajuda por favor"],
  ["pt-BR", "oi preciso de ajuda urgente"],
  ["en", "help me"],
  ["en", "Please, somebody help me!"],
  ["en", "I need help"],
] as const)("%s: “%s”", (locale, text) => {
  const turn = say(locale, text);
  expect(turn.safety?.lines.map(({ phone }) => phone)).toEqual(["190", "180", "188"]);
  expect(turn.reply.question).toBe("what_happened");
  expect(turn.reply.text).toMatch(/Estou aqui com você|I am here with you/);
  expect(turn.state.told).toEqual([]);
});

test("who cries again is shown the numbers again, and what is told afterwards is heard as ever", () => {
  const first = say("pt-BR", "socorro");
  const second = takeTurn(first.state, { text: "me ajuda", now: NOW });
  expect(second.safety).toEqual(first.safety);
  const third = takeTurn(second.state, { text: "meu marido me bateu", now: NOW });
  expect(third.understanding.flags).toContain("violence");
  expect(third.safety?.lines.map(({ phone }) => phone)).toContain("190");
});

test.each(["oi", "boa tarde", "preciso de ajuda com o inss, negaram meu auxílio", "quero ajuda para me divorciar"])(
  "“%s” is no cry",
  (text) => {
    expect(say("pt-BR", text).safety).toBeNull();
  },
);

test.each(["socorro ele está me batendo", "oi meu marido me bateu", "help he is hitting me", "oi quero morrer"])(
  "“%s” is no greeting: what it tells is heard, and the box comes at once",
  (text) => {
    const turn = say(text.startsWith("help") ? "en" : "pt-BR", text);
    expect(turn.safety).not.toBeNull();
    expect(turn.state.told).toEqual([text]);
  },
);

test.each([
  ["socorro", true],
  ["ele vai me matar", true],
  ["I want to kill myself", true],
  ["prenderam meu filho agora", true],
  ["fui demitida ontem", false],
  ["nunca me bateu", false],
])("“%s” tells of danger by itself: %s", (text, tells) => {
  expect(tellsOfDanger(text)).toBe(tells);
});
