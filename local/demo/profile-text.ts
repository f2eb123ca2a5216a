// The written profile of a demo lawyer: 60 to 140 words of Portuguese, in one of several manners.
import type { AreaPhrases } from "./practice-phrases.ts";
import type { Chance } from "./random.ts";

export interface ProfileFacts {
  given: string;
  feminine: boolean;
  municipality: string;
  uf: string;
  years: number;
  remote: boolean;
  feeCents: number;
  languages: readonly string[];
  qualifications: readonly string[];
  /** The first area is the main one. */
  areas: readonly { phrases: AreaPhrases; subareas: readonly string[] }[];
}

export const PROFILE_WORDS = { least: 60, most: 140 };

/** Sentences in a manner picked by chance; more are added until the text is long enough, and none that would make it too long. */
export function profileText(facts: ProfileFacts, chance: Chance): string {
  const manner = chance.pick(MANNERS);
  const sentences = manner(facts, chance);
  const spare = chance
    .some([...extras(facts, chance), ...areaSentences(facts)], 12)
    .filter((one) => !sentences.includes(one));
  const wanted = chance.integer(PROFILE_WORDS.least + 5, 115);
  while (count(sentences) < wanted) {
    const next = spare.pop();
    if (next === undefined) break;
    if (count([...sentences, next]) <= PROFILE_WORDS.most)
      sentences.splice(chance.integer(1, sentences.length), 0, next);
  }
  return sentences.join(" ");
}

type Manner = (facts: ProfileFacts, chance: Chance) => string[];

const MANNERS: readonly Manner[] = [
  // A short story of a career.
  (facts, chance) => [
    `${chance.pick(["Sou %,", "Me chamo % e sou", "Aqui é %,"]).replace("%", facts.given)} ${lawyer(facts)} ${at(facts)}${since(facts, chance)}.`,
    `${chance.pick(["Minha área é", "Dedico a maior parte do tempo a", "Hoje trabalho quase só com"])} ${mainName(facts, chance)}: ${practice(facts, 0, chance)}.`,
    ...secondAreas(facts, chance, [
      "Também atuo em",
      "De vez em quando aceito casos de",
      "Com menos frequência, atendo",
    ]),
    chance.pick(facts.areas[0]?.phrases.sentences ?? []),
    chance.pick(CLIENTS),
    chance.pick(METHODS),
  ],
  // Business-like.
  (facts, chance) => [
    `${capital(lawyer(facts))}, ${experience(facts)}, com atuação em ${mainName(facts, chance)}.`,
    `${chance.pick(["Casos mais comuns:", "O que mais faço:", "Principais temas:"])} ${practice(facts, 0, chance)}.`,
    ...secondAreas(facts, chance, ["Outras áreas:", "Atendo ainda", "Há lugar também para"]),
    training(facts),
    chance.pick(METHODS),
    chance.pick(CLIENTS),
  ],
  // Talks to the reader.
  (facts, chance) => [
    chance.pick(GREETINGS),
    `${chance.pick([facts.years > 5 ? "Há muito tempo ajudo pessoas com" : "Ajudo pessoas com", "Trabalho com", "Meu dia a dia é feito de"])} ${practice(facts, 0, chance)}.`,
    `${capital(experience(facts))}, em ${mainName(facts, chance)}.`,
    ...secondAreas(facts, chance, [
      "Se o seu problema for de outra natureza, também recebo casos de",
      "Conheço ainda",
      "Atuo igualmente em",
    ]),
    chance.pick(METHODS),
    chance.pick(facts.areas[0]?.phrases.sentences ?? []),
  ],
  // As an office introduces itself.
  (facts, chance) => [
    `${chance.pick(["Escritório de", "Advocacia de", "Consultório jurídico de"])} ${facts.given} ${at(facts)} (${facts.uf}): ${mainName(facts, chance)}.`,
    `${chance.pick(["Aqui se trata sobretudo de", "O trabalho inclui", "A maior parte dos processos é de"])} ${practice(facts, 0, chance)}.`,
    ...secondAreas(facts, chance, ["Acompanho também", "Recebo ainda casos de", "Há espaço também para"]),
    training(facts),
    chance.pick([
      "Quem contrata recebe um resumo por escrito de cada etapa.",
      "As mensagens são respondidas no mesmo dia útil.",
      "A primeira conversa serve para dizer se vale a pena seguir.",
    ]),
  ],
  // Begins with the problem.
  (facts, chance) => [
    `${capital(practice(facts, 0, chance))}: ${chance.pick(["é disso que eu cuido", "é com isso que trabalho", "esse é o meu assunto"])}.`,
    `${capital(experience(facts))}, sobretudo ${at(facts)}, em ${mainName(facts, chance)}.`,
    chance.pick(facts.areas[0]?.phrases.sentences ?? []),
    ...secondAreas(facts, chance, ["Recebo também demandas de", "Além disso, atuo em", "Fora isso, ajudo em"]),
    chance.pick(CLIENTS),
    chance.pick(METHODS),
  ],
];

function lawyer(facts: ProfileFacts): string {
  return facts.feminine ? "advogada" : "advogado";
}

function experience(facts: ProfileFacts): string {
  if (facts.years < 1) return facts.feminine ? "recém-inscrita na OAB" : "recém-inscrito na OAB";
  return facts.years === 1 ? "um ano de prática" : `${facts.years} anos de prática`;
}

function at({ municipality }: ProfileFacts): string {
  return municipality === "Rio de Janeiro" ? "no Rio de Janeiro" : `em ${municipality}`;
}

function since(facts: ProfileFacts, chance: Chance): string {
  if (facts.years < 1) return ", com inscrição recente na OAB";
  const years = facts.years === 1 ? "um ano" : `${facts.years} anos`;
  return chance.pick([` há ${years}`, `, com ${years} de OAB`, `, na profissão há ${years}`]);
}

function mainName(facts: ProfileFacts, chance: Chance): string {
  return chance.pick(facts.areas[0]?.phrases.names ?? []);
}

/** Two or three phrases of an area's subareas, joined. */
function practice(facts: ProfileFacts, at: number, chance: Chance): string {
  const area = facts.areas[at];
  if (!area) return "";
  const phrases = area.subareas.map((slug) => chance.pick(area.phrases.subareas[slug] ?? area.phrases.names));
  return joinedPhrases(phrases.slice(0, 3));
}

function secondAreas(facts: ProfileFacts, chance: Chance, openings: readonly string[]): string[] {
  const others = facts.areas.slice(1).map((area, index) => {
    const own = practice(facts, index + 1, chance);
    return chance.happens(0.5) && own !== ""
      ? `${chance.pick(area.phrases.names)} (${own})`
      : chance.pick(area.phrases.names);
  });
  return others.length === 0 ? [] : [`${chance.pick(openings)} ${joinedPhrases(others)}.`];
}

function training(facts: ProfileFacts): string {
  if (facts.qualifications.length === 0) return "Aprendi o ofício na prática, em balcão de fórum e mesa de audiência.";
  return `Formação: ${joined(facts.qualifications)}.`;
}

function areaSentences(facts: ProfileFacts): string[] {
  return facts.areas.flatMap((area) => area.phrases.sentences);
}

function extras(facts: ProfileFacts, chance: Chance): string[] {
  const reais = Math.round(facts.feeCents / 100);
  const spoken = facts.languages
    .filter((language) => language !== "pt-BR")
    .map((language) => LANGUAGES[language] ?? language);
  return [
    ...chance.some(PERSONAL, 2),
    ...chance.some(METHODS, 2),
    ...chance.some(CLIENTS, 1),
    facts.remote ? chance.pick(REMOTE) : chance.pick(IN_PERSON).replace("%", at(facts)),
    reais === 0
      ? "A primeira consulta é gratuita."
      : `A consulta custa R$ ${reais}${chance.pick([", abatidos se seguirmos juntos", "", " e pode ser parcelada"])}.`,
    ...(spoken.length > 0 ? [`Atendo também em ${joined(spoken)}.`] : []),
  ];
}

const LANGUAGES: Readonly<Record<string, string>> = {
  en: "inglês",
  es: "espanhol",
  fr: "francês",
  it: "italiano",
  de: "alemão",
  ja: "japonês",
  ht: "crioulo haitiano",
};

const GREETINGS = [
  "Se você chegou até aqui, provavelmente está preocupado; vamos por partes.",
  "Ninguém procura advogado num dia bom, e por isso começo ouvindo.",
  "Conte o que houve com as suas palavras: a parte técnica fica comigo.",
  "Antes de falar em processo, quero entender o que você precisa resolver.",
  "Gosto de conversa franca e de prazos cumpridos.",
];

const METHODS = [
  "Explico riscos e custos por escrito antes de qualquer assinatura.",
  "Mando notícias a cada movimento do processo, mesmo quando a notícia é que nada andou.",
  "Tento o acordo primeiro; se não vier, entro com a ação sem demora.",
  "Peço os documentos numa lista só, para não incomodar a cada semana.",
  "Respondo mensagens até o fim do dia.",
  "Trabalho com equipe pequena e cuido pessoalmente de cada audiência.",
  "Digo com clareza quando acho que a causa não tem chance.",
  "Uso linguagem simples nas petições e nas conversas.",
  "Faço uma linha do tempo dos fatos logo no primeiro encontro.",
  "Divido os honorários em parcelas que caibam no mês.",
  "Não prometo resultado; prometo preparo.",
  "Reviso tudo com um colega antes de protocolar.",
];

const CLIENTS = [
  "Meus clientes são, na maioria, trabalhadores e famílias do bairro.",
  "Atendo quem nunca pisou num fórum e tem vergonha de perguntar.",
  "Recebo pessoas idosas com paciência e sem pressa.",
  "Costumo representar pessoas físicas e microempresas.",
  "Muita gente chega por indicação de vizinhos e de ex-clientes.",
  "Tenho clientes de todas as idades e procuro falar a língua de cada um.",
  "Atendo mulheres em horário reservado, quando preferem.",
  "Recebo casos de cidades pequenas da região, onde há poucos profissionais.",
  "Trabalho tanto com pessoas quanto com pequenos negócios.",
  "Faço parte dos casos sem cobrar, para quem não pode pagar.",
];

const PERSONAL = [
  "Fora do escritório, dou aula numa faculdade à noite.",
  "Sou de família grande e aprendi cedo a mediar briga.",
  "Estudei em escola pública e volto lá todo ano para falar de direitos.",
  "Corro de manhã, o que ajuda a pensar nos casos difíceis.",
  "Participo de uma comissão da OAB e de um mutirão por mês.",
  "Toco violão, cuido da horta e não levo celular para a mesa.",
  "Minha mãe foi costureira e me ensinou a conferir cada ponto.",
  "Escrevo uma coluna sobre direitos no jornal da cidade.",
  "Já morei em três estados e conheço os costumes de cada fórum.",
  "Gosto de café passado na hora e de audiência que começa no horário.",
];

const REMOTE = [
  "Atendo por vídeo em todo o país.",
  "O atendimento pode ser inteiro a distância, com assinatura eletrônica.",
  "Trabalho com processos eletrônicos e atendo de onde você estiver.",
];

const IN_PERSON = [
  "Prefiro receber pessoalmente, %, perto do centro.",
  "O escritório fica %, perto do fórum, e o atendimento é presencial.",
  "Só atendo presencialmente, % e arredores.",
];

function joined(items: readonly string[]): string {
  const last = items.at(-1) ?? "";
  return items.length < 2 ? last : `${items.slice(0, -1).join(", ")} e ${last}`;
}

/** Phrases that have an "e" of their own need stronger joints. */
function joinedPhrases([first = "", ...others]: readonly string[]): string {
  const last = others.pop();
  if (last === undefined) return first;
  return others.length === 0 ? `${first}, além de ${last}` : `${[first, ...others].join("; ")}; e ${last}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function count(sentences: readonly string[]): number {
  return sentences.join(" ").split(/\s+/).length;
}
