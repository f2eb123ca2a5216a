// The same matter told twice is recognised, another of the same area is not: measured on pairs, and on strangers' stories.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { likenessOf, seemsSame } from "../../../src/domain/duplicates/likeness.ts";
import { cosine, embedLexical, WORDS_START } from "../../../src/domain/embedding/lexical.ts";

const SAME: [string, string][] = [
  [
    "A pessoa foi demitida da padaria em março e não recebeu as verbas rescisórias nem o FGTS.",
    "Foi mandada embora da padaria em março sem receber a rescisão e o FGTS.",
  ],
  [
    "A pessoa foi demitida sem justa causa da padaria em março e não recebeu as verbas rescisórias nem o FGTS.",
    "A pessoa foi mandada embora da padaria em março sem receber rescisão e FGTS.",
  ],
  [
    "O patrão não paga horas extras há dois anos; a pessoa trabalhava 11 horas por dia no supermercado.",
    "A pessoa trabalhava 11 horas por dia no supermercado e nunca recebeu as horas extras.",
  ],
  [
    "O pai não paga pensão alimentícia da filha de seis anos desde janeiro.",
    "O pai da filha de 6 anos não paga a pensão desde janeiro.",
  ],
  [
    "O banco descontou um empréstimo consignado que a pessoa não pediu da aposentadoria dela.",
    "Apareceu na aposentadoria da pessoa um desconto de empréstimo consignado que ela não fez.",
  ],
  [
    "O plano de saúde negou a cirurgia de joelho que o médico pediu.",
    "O plano negou a cirurgia do joelho pedida pelo médico com urgência.",
  ],
  [
    "O vizinho construiu um muro que invade um metro do terreno da pessoa.",
    "O muro que o vizinho fez entrou no terreno da pessoa.",
  ],
  [
    "A geladeira comprada na loja veio com defeito e a loja não troca.",
    "A pessoa comprou uma geladeira com defeito e a loja se recusa a trocar.",
  ],
  ["O INSS negou o auxílio-doença por causa da coluna.", "Pedido de auxílio-doença pela coluna foi negado pelo INSS."],
  [
    "O proprietário quer despejar a pessoa por três meses de aluguel atrasado.",
    "A pessoa atrasou três meses de aluguel e o dono pediu o despejo.",
  ],
  [
    "Clonaram o WhatsApp da pessoa e pediram Pix aos contatos dela.",
    "O WhatsApp da pessoa foi clonado e usado para pedir Pix aos contatos.",
  ],
  [
    "The person was dismissed from the bakery in March and was not paid what was due.",
    "Fired from the bakery in March, the person never got the final pay that was due.",
  ],
  [
    "The father has not paid child support for the six-year-old daughter since January.",
    "No child support since January for a daughter aged six; the father does not pay.",
  ],
  [
    "A pessoa quer se divorciar do marido, com quem tem dois filhos e uma casa financiada.",
    "Divórcio: a pessoa tem dois filhos com o marido e uma casa financiada.",
  ],
  [
    "O irmão vendeu o carro do pai falecido antes do inventário.",
    "Antes do inventário do pai, o irmão vendeu o carro dele.",
  ],
];

const OTHER: [string, string][] = [
  [
    "A pessoa foi demitida sem justa causa da padaria em março e não recebeu as verbas rescisórias nem o FGTS.",
    "O patrão não paga horas extras há dois anos; a pessoa trabalhava 11 horas por dia no supermercado.",
  ],
  [
    "A pessoa foi demitida sem justa causa da padaria em março e não recebeu as verbas rescisórias nem o FGTS.",
    "A pessoa sofre assédio moral da chefe no escritório e quer sair sem perder direitos.",
  ],
  [
    "A pessoa foi demitida sem justa causa da padaria em março e não recebeu as verbas rescisórias nem o FGTS.",
    "A pessoa foi demitida grávida de uma loja de roupas em agosto.",
  ],
  [
    "A pessoa foi demitida sem justa causa da padaria em março e não recebeu as verbas rescisórias nem o FGTS.",
    "A pessoa foi demitida de uma fábrica no ano passado e o FGTS nunca foi depositado.",
  ],
  [
    "O pai não paga pensão alimentícia da filha de seis anos desde janeiro.",
    "A pessoa quer a guarda do filho, que a mãe levou para outra cidade.",
  ],
  [
    "O pai não paga pensão alimentícia da filha de seis anos desde janeiro.",
    "A pessoa quer diminuir a pensão que paga porque perdeu o emprego.",
  ],
  [
    "O pai não paga pensão alimentícia da filha de seis anos desde janeiro.",
    "A pessoa quer se divorciar do marido, com quem tem dois filhos e uma casa financiada.",
  ],
  [
    "O banco descontou um empréstimo consignado que a pessoa não pediu da aposentadoria dela.",
    "O banco cobra uma tarifa no cartão de crédito que a pessoa não contratou.",
  ],
  [
    "A geladeira comprada na loja veio com defeito e a loja não troca.",
    "O celular comprado pela internet nunca chegou e a loja não devolve o dinheiro.",
  ],
  [
    "A geladeira comprada na loja veio com defeito e a loja não troca.",
    "A televisão comprada na loja quebrou depois de um mês e a assistência não conserta.",
  ],
  [
    "O vizinho construiu um muro que invade um metro do terreno da pessoa.",
    "O vizinho faz barulho toda noite e o condomínio não age.",
  ],
  [
    "O proprietário quer despejar a pessoa por três meses de aluguel atrasado.",
    "O dono do imóvel não devolve o depósito do aluguel depois da mudança.",
  ],
  [
    "O INSS negou o auxílio-doença por causa da coluna.",
    "O INSS negou a aposentadoria por idade por falta de tempo de contribuição.",
  ],
  [
    "O plano de saúde negou a cirurgia de joelho que o médico pediu.",
    "O plano de saúde aumentou a mensalidade em 80% depois dos 60 anos.",
  ],
  [
    "Clonaram o WhatsApp da pessoa e pediram Pix aos contatos dela.",
    "A pessoa fez um Pix para um golpista que fingiu ser o banco.",
  ],
  [
    "The person was dismissed from the bakery in March and was not paid what was due.",
    "The person works eleven hours a day at a supermarket without overtime pay.",
  ],
  [
    "The father has not paid child support for the six-year-old daughter since January.",
    "The person wants custody of the son whom the mother took to another city.",
  ],
  [
    "O irmão vendeu o carro do pai falecido antes do inventário.",
    "A pessoa quer saber se a madrasta tem direito à casa deixada pelo pai.",
  ],
];

test.each(SAME)("%j is the same as %j", (a, b) => {
  expect(seemsSame(likenessOf(a, b))).toBe(true);
});

test.each(OTHER)("%j is another matter than %j", (a, b) => {
  expect(seemsSame(likenessOf(a, b))).toBe(false);
});

test("what surrounds the quoted words in a summary makes nothing alike", () => {
  const summary = (told: string) =>
    `Área: Trabalho (verbas rescisórias). A pessoa conta: “${told}” Urgência: agir em até 10 dias. Local: São Paulo, SP.`;
  const [dismissed, overtime] = [OTHER[0]?.[0] ?? "", OTHER[0]?.[1] ?? ""];
  expect(likenessOf(summary(dismissed), summary(overtime))).toEqual(likenessOf(dismissed, overtime));
});

test("of strangers' stories in one area fewer than one pair in a hundred would be asked about", () => {
  const stories = ["test", "tune", "fresh-2", "stranger"].flatMap(read);
  const vectors = stories.map(({ text }) => embedLexical(text));
  let pairs = 0;
  let asked = 0;
  for (const [i, one] of stories.entries()) {
    for (const [j, other] of stories.slice(0, i).entries()) {
      const [a, b] = [vectors[i], vectors[j]];
      if (one.area !== other.area || one.locale !== other.locale || a === undefined || b === undefined) continue;
      pairs++;
      const words = cosine(a.subarray(WORDS_START), b.subarray(WORDS_START));
      if (seemsSame({ whole: cosine(a, b), words })) asked++;
    }
  }
  expect(pairs).toBeGreaterThan(3_000);
  expect(asked / pairs).toBeLessThan(1 / 100);
});

test("is the same both ways round, and whole with itself", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      expect(likenessOf(a, b)).toEqual(likenessOf(b, a));
      const { whole, words } = likenessOf(a, b);
      for (const value of [whole, words]) expect(Math.abs(value)).toBeLessThanOrEqual(1);
    }),
    { numRuns: 100 },
  );
  expect(likenessOf("Fui demitida da padaria.", "Fui demitida da padaria.").whole).toBeCloseTo(1);
});

function read(name: string): { area: string; locale: string; text: string }[] {
  const path = join(import.meta.dirname, "..", "..", "data", "narratives", `${name}.jsonl`);
  return readFileSync(path, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
}
