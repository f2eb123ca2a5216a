// What the professional reads before deciding: whole sentences, times as people say them, nobody's name.
import fc from "fast-check";
import { expect, test } from "vitest";
import { LOCALES, type Locale } from "../../../src/domain/locale.ts";
import { openInterview, takeTurn } from "../../../src/domain/triage/interview.ts";
import { SUMMARY_LIMIT, withinWords } from "../../../src/domain/triage/summary.ts";
import type { Turn } from "../../../src/domain/triage/types.ts";

const NOW = new Date("2026-11-20T15:00:00Z");

function told(locale: Locale, ...messages: string[]): Turn {
  let turn = openInterview({ vertical: "legal", locale, now: NOW, zone: "America/Sao_Paulo" });
  for (const text of messages) turn = takeTurn(turn.state, { text, now: NOW });
  return turn;
}

function summaryOf(locale: Locale, ...messages: string[]): string {
  return told(locale, ...messages).understanding.summary;
}

test.each([
  [2, "2 horas", "2 hours"],
  [47, "47 horas", "47 hours"],
  [48, "2 dias", "2 days"],
  [71, "2 dias", "2 days"],
  [336, "14 dias", "14 days"],
])("%i hours are said as “%s”, rounded down to the safe side", (hours, pt, en) => {
  expect(withinWords(hours, "pt-BR")).toBe(pt);
  expect(withinWords(hours, "en")).toBe(en);
});

test("the urgency reads as people write it, in both languages", () => {
  expect(summaryOf("pt-BR", "comprei uma geladeira que não gela e a loja não troca")).toContain(
    "Urgência: agir em até 14 dias.",
  );
  expect(summaryOf("en", "I bought a fridge that does not cool and the store refuses")).toContain(
    "Urgency: act within 14 days.",
  );
});

test.each([
  ["fui demitido e não pagaram nada", "“fui demitido e não pagaram nada.”"],
  ["fui demitido e não pagaram nada...", "“fui demitido e não pagaram nada.”"],
  ["o que eu faço, fui demitido?", "“o que eu faço, fui demitido?”"],
  ["fui demitido,", "“fui demitido.”"],
])("the quote of “%s” ends with one mark, inside", (text, quote) => {
  expect(summaryOf("pt-BR", text)).toContain(quote);
});

test("a long sentence is cut between two words", () => {
  const word = "indenizatoriamente";
  const summary = summaryOf("pt-BR", `fui demitido da loja ${`${word} `.repeat(60)}`);
  const quote = /“([^”]+)”/.exec(summary)?.[1] ?? "";
  expect(quote.endsWith(`${word}…`)).toBe(true);
});

test("a greeting is no part of the story", () => {
  expect(summaryOf("pt-BR", "Boa noite. Meu patrão não paga o salário há dois meses.")).not.toContain("Boa noite");
});

test("an answer stands behind its question, not in the story", () => {
  const turn = told(
    "en",
    "my ex took my son and will not give him back, I have full custody in a signed agreement",
    "with her, I think he is ok",
  );
  expect(turn.understanding.summary).toContain("do you know if the child is safe? “with her, I think he is ok.”");
  expect(turn.understanding.summary.match(/with her/g)).toHaveLength(1);
});

test("names of things keep their capitals inside the sentence", () => {
  expect(summaryOf("pt-BR", "o detran mandou multa de radar do carro que vendi")).toContain("(multas e CNH)");
  expect(summaryOf("pt-BR", "o INSS negou o BPC LOAS do meu filho com deficiência")).toContain("(BPC/LOAS)");
});

test("a subarea that only repeats the area is left out", () => {
  expect(summaryOf("pt-BR", "o plano de saúde aumentou a mensalidade do plano")).toMatch(
    /^Área: Saúde e plano de saúde\. /,
  );
});

test("a limit is shown as a day in words", () => {
  expect(summaryOf("pt-BR", "fui citado ontem num processo de cobrança")).toContain(": 4 de dezembro de 2026.");
  expect(summaryOf("en", "I was served court papers yesterday for a debt")).toContain(": 4 December 2026.");
});

test("whatever is told, it stays short, ends with a full stop and doubles no mark", () => {
  const phrase = fc.constantFrom(
    "fui demitido ontem",
    "meu marido me bateu!!",
    "…",
    "a casa é minha ,",
    "não sei",
    "Me chamo Ana Lima.",
    "court papers came; the landlord wants me out",
    "sim",
    "x".repeat(400),
    "pagar 3 mil reais? ",
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...LOCALES),
      fc.array(fc.array(phrase, { maxLength: 5 }), { maxLength: 4 }),
      (locale, messages) => {
        const summary = summaryOf(locale, ...messages.map((parts) => parts.join(" ")));
        expect(summary.length).toBeLessThanOrEqual(SUMMARY_LIMIT);
        if (summary === "") return;
        expect(summary).toMatch(/\.$/);
        const frame = summary.replace(/“[^”]*”/g, "“”");
        expect(frame).not.toMatch(/: \w+[^.]*:\s*\d+ h\b|\.\.|, \.|\s[.,]|::|”[.,]/);
        for (const [quote] of summary.matchAll(/“[^”]*”/g)) expect(quote).toMatch(/[.!?…]["')\]]*”$/);
      },
    ),
    { numRuns: 40 },
  );
});

test("a limit that still runs stands before one that may be over", () => {
  const summary = summaryOf(
    "pt-BR",
    "Fui demitido em 10 de março de 2022 e não recebi. Ontem o oficial de justiça me trouxe a citação de um processo.",
  );
  expect(summary).toMatch(
    /contestação\): [^(]*\. Prazo para entrar na Justiça do Trabalho: [^.]*\(pode já ter passado\)/,
  );
});
