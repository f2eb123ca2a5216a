// Questions: few, short, plain, one at a time, and never for what was already said.
import { expect, test } from "vitest";
import { LOCALES, type Locale } from "../../../src/domain/locale.ts";
import { openInterview, takeTurn } from "../../../src/domain/triage/interview.ts";
import { PHRASES } from "../../../src/domain/triage/phrases.ts";
import { MAX_QUESTIONS } from "../../../src/domain/triage/plan.ts";
import { QUESTIONS } from "../../../src/domain/triage/questions.ts";
import type { Turn } from "../../../src/domain/triage/types.ts";
import { readingEase, syllablesIn } from "../../support/readability.ts";

const now = new Date("2026-11-20T15:00:00Z");

/** The turns of a conversation that opens with `story` and answers "I don't know" to everything. */
function interview(locale: Locale, story: string): Turn[] {
  const opened = openInterview({ vertical: "legal", locale, now, zone: "America/Sao_Paulo" });
  const turns = [takeTurn(opened.state, { text: story, now })];
  for (let last = turns[0]; last?.status === "interviewing" && turns.length < 15; last = turns.at(-1)) {
    turns.push(takeTurn(last.state, { text: locale === "en" ? "I don't know" : "não sei", now }));
  }
  return turns;
}

function askedIn(turns: readonly Turn[]): string[] {
  return turns.flatMap(({ reply, status }) =>
    reply.question === null || status !== "interviewing" ? [] : [reply.question],
  );
}

const SAID: [locale: Locale, story: string, answered: string[]][] = [
  ["pt-BR", "fui demitido dia 3 de novembro e não recebi as férias, moro em Recife", ["trabalho_end", "place"]],
  [
    "pt-BR",
    "trabalho sem carteira assinada numa padaria de Campinas SP e não me pagam hora extra",
    ["trabalho_registered", "place"],
  ],
  ["pt-BR", "quero me separar, temos dois filhos pequenos, moro em Salvador Bahia", ["familia_children", "place"]],
  [
    "pt-BR",
    "já tem processo de guarda na vara de família e o juiz deu visita quinzenal pro pai do meu filho",
    ["familia_process", "familia_children"],
  ],
  [
    "pt-BR",
    "meu pai faleceu dia 2 de outubro e somos três irmãos, todos de acordo e maiores de idade",
    ["sucessoes_death", "sucessoes_agree"],
  ],
  [
    "pt-BR",
    "comprei uma tv de 2 mil reais dia 1 de novembro e ela não liga, a loja disse que não troca",
    ["consumidor_when", "consumidor_amount"],
  ],
  [
    "pt-BR",
    "o oficial de justiça trouxe a citação ontem, é uma cobrança do aluguel, tenho o contrato",
    ["civil_papers", "civil_contract"],
  ],
  ["pt-BR", "roubaram minha moto ontem em Fortaleza, sou a vítima, fiz boletim", ["penal_role", "place"]],
  [
    "pt-BR",
    "o INSS negou minha aposentadoria dia 10 de novembro, tenho os laudos todos",
    ["previdenciario_denied", "previdenciario_exam"],
  ],
  [
    "pt-BR",
    "a receita mandou notificação dia 5 de novembro cobrando 8 mil reais de imposto de renda",
    ["tributario_notice", "tributario_amount"],
  ],
  ["en", "I was fired on November 3rd and they never paid my vacation, I live in Recife", ["trabalho_end", "place"]],
  [
    "en",
    "I work off the books in a bakery in Campinas, SP and they don't pay overtime",
    ["trabalho_registered", "place"],
  ],
  ["en", "I want a divorce, we have two small children, I live in Salvador, Bahia", ["familia_children", "place"]],
  [
    "en",
    "there is a court case about custody of my son and the judge gave his father weekends",
    ["familia_process", "familia_children"],
  ],
  [
    "en",
    "my father died on October 2nd, we are three siblings, all adults, and we all agree",
    ["sucessoes_death", "sucessoes_agree"],
  ],
  [
    "en",
    "I bought a tv for 2000 reais on November 1st, it does not turn on and the shop said no",
    ["consumidor_when", "consumidor_amount"],
  ],
  [
    "en",
    "the bailiff brought court papers yesterday about the rent, I have the contract",
    ["civil_papers", "civil_contract"],
  ],
  ["en", "my motorbike was stolen yesterday in Fortaleza, I am the victim and filed a report", ["penal_role", "place"]],
  [
    "en",
    "INSS denied my pension on November 10th, I have all the medical reports",
    ["previdenciario_denied", "previdenciario_exam"],
  ],
  [
    "en",
    "the health plan refused my surgery in writing on November 12th, my doctor says it must be this week, I am in Curitiba PR",
    ["saude_who", "saude_when", "health_deadline", "health_papers", "place"],
  ],
  [
    "pt-BR",
    "minha filha mandou mensagem de numero novo pedindo pix de 3.800, era golpe, foi ontem, ja liguei no bradesco",
    ["clarify_goal", "clarify_area", "digital_when", "digital_reported", "consumidor_amount"],
  ],
  [
    "pt-BR",
    "o inss negou minha aposentadoria rural, a carta chegou dia 3 de novembro, tenho os documento do sindicato",
    ["previdenciario_denied", "previdenciario_exam"],
  ],
  [
    "en",
    "yesterday a letter from Receita Federal came, it says I owe R$ 48,000 of income tax",
    ["tributario_notice", "tributario_amount"],
  ],
  [
    "en",
    "My ex has our six year old daughter, he was supposed to bring her back on sunday. We never went to court.",
    ["clarify_goal", "clarify_area", "custody_order", "familia_process", "familia_children"],
  ],
  [
    "en",
    "we are tourists, this morning two guys with a knife robbed us on the beach and took my phone and passport",
    ["violence_children", "other_side", "penal_role"],
  ],
  [
    "en",
    "my boss in Paraty fired me yesterday, I worked 1 year without papers",
    ["trabalho_registered", "trabalho_end"],
  ],
  [
    "en",
    "my health plan denied chemotherapy for my mother, we have the doctor's report and the denial by email",
    ["health_papers", "saude_who"],
  ],
  ["en", "INSS cut my sickness benefit last week, I have reports from two doctors", ["previdenciario_exam"]],
  ["pt-BR", "fui assaltada ontem em Recife com uma faca, levaram meu celular", ["violence_children", "other_side"]],
];

test.each(SAID)("%s “%s” is not asked for %s", (locale, story, answered) => {
  const turns = interview(locale, story);
  expect(askedIn(turns).filter((id) => answered.includes(id))).toEqual([]);
  expect(turns.at(-1)?.status).not.toBe("interviewing");
  for (const { reply, state } of turns) {
    expect((reply.text.match(/\?/g) ?? []).length, reply.text).toBeLessThanOrEqual(1);
    expect(state.asked.length).toBeLessThanOrEqual(MAX_QUESTIONS);
  }
});

test.each([
  [
    "pt-BR",
    "a receita federal mandou uma notificação dia 5 de novembro cobrando 8 mil reais de imposto de renda, moro em Recife, Pernambuco",
    0,
  ],
  [
    "en",
    "the tax office sent a notice on November 5th claiming 8000 reais of income tax, I live in Recife, Pernambuco",
    0,
  ],
  [
    "pt-BR",
    "fui demitido da Padaria Estrela Ltda dia 3 de novembro, tinha carteira assinada e não recebi as férias, moro em Campinas SP",
    1,
  ],
  [
    "en",
    "I was fired by Estrela Bakery on November 3rd, off the books, they never paid my vacation, I live in Campinas, SP",
    1,
  ],
] as const)("%s “%s” needs at most %i more questions", (locale, story, most) => {
  const turns = interview(locale, story);
  expect(turns.at(-1)?.status).toBe("completed");
  expect(askedIn(turns).length, askedIn(turns).join()).toBeLessThanOrEqual(most);
});

test("a question asks one thing: one question mark, in both languages", () => {
  for (const { id, text } of QUESTIONS) {
    for (const locale of LOCALES) expect((text[locale].match(/\?/g) ?? []).length, `${id} ${locale}`).toBe(1);
  }
});

test("the average question has far under 28 words, none more than 40", () => {
  for (const locale of LOCALES) {
    const counts = QUESTIONS.map(({ text }) => text[locale].split(/\s+/).length);
    expect(counts.reduce((sum, count) => sum + count, 0) / counts.length).toBeLessThan(15);
    expect(Math.max(...counts)).toBeLessThanOrEqual(40);
  }
});

test("syllables are counted as people speak them", () => {
  const pt = { água: 2, coração: 3, saída: 3, quem: 1, situação: 4, dia: 2, pessoa: 3 };
  const en = { the: 1, people: 2, asked: 1, lawyer: 2, situation: 4, notice: 2 };
  for (const [word, count] of Object.entries(pt)) expect(syllablesIn(word, "pt-BR"), word).toBe(count);
  for (const [word, count] of Object.entries(en)) {
    // English groups "ua" in "situation": one too few is known.
    expect(Math.abs(syllablesIn(word, "en") - count), word).toBeLessThanOrEqual(1);
  }
});

// Below eight words one long word decides the measure; the average is taken over all.
const LONG_ENOUGH = 8;
// "Easy" begins at 50 in the Portuguese scale and at 60 in the English one.
const EASY: Record<Locale, number> = { "pt-BR": 50, en: 60 };

test.each(LOCALES)("questions in %s read easily, each one and on average", (locale) => {
  const eases = QUESTIONS.map(({ id, text }) => ({
    id,
    ease: readingEase(text[locale], locale),
    words: text[locale].split(/\s+/).length,
  }));
  const hard = eases.filter(({ ease, words }) => words >= LONG_ENOUGH && ease < EASY[locale]);
  expect(hard).toEqual([]);
  expect(eases.reduce((sum, { ease }) => sum + ease, 0) / eases.length).toBeGreaterThan(70);
});

test.each(LOCALES)("phrases in %s read easily on average, and none is hard", (locale) => {
  const eases = Object.entries(PHRASES)
    .filter(([, text]) => text[locale].split(/\s+/).length >= LONG_ENOUGH)
    .map(([id, text]) => ({ id, ease: readingEase(text[locale], locale) }));
  // 25 is where the Portuguese scale turns from hard to very hard.
  expect(eases.filter(({ ease }) => ease < 25)).toEqual([]);
  expect(eases.reduce((sum, { ease }) => sum + ease, 0) / eases.length).toBeGreaterThan(60);
});

test("who is robbed by somebody close is asked about the home and for the name", () => {
  const asked = askedIn(interview("pt-BR", "meu ex me assaltou com uma faca e levou meu celular"));
  expect(asked).toContain("violence_children");
  expect(asked).toContain("other_side");
});

test("who is robbed in a shop is asked for its name", () => {
  expect(askedIn(interview("en", "I was robbed inside a shop at gunpoint yesterday in Recife"))).toContain(
    "other_side",
  );
});
