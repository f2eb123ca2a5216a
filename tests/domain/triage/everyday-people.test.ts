// Stories as frightened or hurried people type them: the subject, how soon somebody should act, and what is not heard.
import { expect, test } from "vitest";
import { flagsIn } from "../../../src/domain/triage/flags.ts";
import { openInterview, takeTurn } from "../../../src/domain/triage/interview.ts";
import { partiesInAnswer } from "../../../src/domain/triage/parties.ts";
import type { Area, Locale, Understanding } from "../../../src/domain/triage/types.ts";

const now = new Date("2026-11-20T15:00:00Z");

function understood(locale: Locale, text: string): Understanding {
  const opened = openInterview({ vertical: "legal", locale, now, zone: "America/Sao_Paulo" });
  return takeTurn(opened.state, { text, now }).understanding;
}

const STORIES: [locale: Locale, text: string, area: Area, subarea: string | null, within: number][] = [
  [
    "pt-BR",
    "o encarregado mim mandou embora dia 9 de novembro pq eu apresentei atestado eu to gravida de 4 meses ele falou q nao qria saber",
    "trabalho",
    "estabilidade",
    72,
  ],
  ["en", "I was fired last week, two days after I told my boss that I am pregnant", "trabalho", "estabilidade", 72],
  [
    "pt-BR",
    "gente fui enganada minha filha mandou mensagem de numero novo pedindo pix de 3.800 pra pagar um boleto eu fiz era golpe foi ontem a noite",
    "digital",
    "golpe_online",
    48,
  ],
  [
    "pt-BR",
    "Moro de aluguel e atrasei tres meses. Chegou um oficial de justiça com um papel. O dono cortou a água ontem pra me forçar a sair.",
    "civil",
    "moradia",
    48,
  ],
  [
    "en",
    "My ex has our six year old daughter, he was supposed to bring her back on sunday and now he dosent answer the phone",
    "familia",
    "guarda",
    48,
  ],
  ["en", "two guys with a knife robbed us on the beach at Copacabana this morning", "penal", "crimes_patrimonio", 4],
  [
    "pt-BR",
    "quero me separar do meu marido, quando bebe quebra as coisas, semana passada me empurrou na parede, tenho medo da reação dele",
    "familia",
    "violencia_domestica",
    4,
  ],
  [
    "en",
    "hello, my wifi is really slow since I moved the router to the bedroom and I wonder if you know a good way to fix it",
    "nenhuma",
    null,
    720,
  ],
  ["pt-BR", "oi, queria saber como faço pra tirar mancha de vinho do sofá", "nenhuma", null, 720],
  [
    "en",
    "My husband passed away in June here in Brazil. His children from first marriage say the apartment is theirs and I must leave.",
    "sucessoes",
    null,
    336,
  ],
  [
    "pt-BR",
    "fui assaltado ontem no ponto de onibus levaram meu celular e entraram no meu banco e fizeram um pix de 2 mil",
    "penal",
    "crimes_patrimonio",
    48,
  ],
];

test("what is no legal problem is not said to be urgent", () => {
  const { summary } = understood("pt-BR", "oi, queria saber como faço pra tirar mancha de vinho do sofá");
  expect(summary).toContain("Sem questão jurídica");
  expect(summary).not.toContain("Urgência");
});

test.each(STORIES)("%s “%s” is %s, %s, within %i hours", (locale, text, area, subarea, within) => {
  const known = understood(locale, text);
  expect(known.area).toBe(area);
  expect(known.subarea).toBe(subarea);
  expect(known.urgencyHours).toBe(within);
});

test("an internet provider that does not repair the wifi stays a consumer's matter", () => {
  expect(understood("pt-BR", "a vivo não conserta meu wifi, o roteador está lento e cobram a conta cheia").area).toBe(
    "consumidor",
  );
});

test("a death at work or in a hospital is not an inheritance", () => {
  expect(understood("en", "my husband died at work in an accident and the company did not pay anything").area).toBe(
    "trabalho",
  );
  expect(understood("pt-BR", "meu marido morreu no hospital por erro do médico").area).toBe("saude");
  expect(understood("pt-BR", "fiquei viuva em agosto e o inss negou minha pensão por morte").area).toBe(
    "previdenciario",
  );
});

test("the fear that a father takes the child away is about the child, the fear of a blow is about violence", () => {
  expect(flagsIn("I am afraid he will take her to his mother in another state")).not.toContain("violence");
  expect(flagsIn("I'm afraid he will take our daughter")).not.toContain("violence");
  for (const text of ["I am afraid he will take my life", "I'm afraid he will hit me", "I am afraid he will"]) {
    expect(flagsIn(text), text).toContain("violence");
  }
});

test("a relative's name is kept without what he is to the person", () => {
  expect(partiesInAnswer("meu irmão Paulo Cesar Batista")).toEqual(["Paulo Cesar Batista"]);
  expect(partiesInAnswer("my brother John Smith")).toEqual(["John Smith"]);
  expect(partiesInAnswer("Filho da Terra Orgânicos")).toEqual(["Filho da Terra Orgânicos"]);
});
