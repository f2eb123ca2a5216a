// Names of the other side: given in answer to the question, or standing in the story beside what they did.
import { foldAligned } from "./text.ts";

/** The names in an answer to "who is on the other side"; empty when the person declines or gives only a role. */
export function partiesInAnswer(text: string): string[] {
  const cleaned = text
    .replace(
      /^\s*(é|e|eh|foi|a empresa é|o nome é|o nome dele é|o nome dela é|it is|it's|its|the company is|his name is|her name is|se chama|chama)\s+(o |a |os |as |the )?/i,
      "",
    )
    .replace(/[\n]/g, " ")
    .trim();
  return cleaned
    .split(/\s*(?:,|;|\/|\be\b|\band\b)\s*/i)
    .map((part) =>
      part
        .replace(/^(o|a|os|as|the|meu|minha|my)\s+/i, "")
        .replace(KIN_BEFORE_NAME, "")
        .replace(/[.!?"“”]+$/g, "")
        .trim(),
    )
    .filter((part) => part.length >= 2 && part.length <= 80 && !ROLE_ONLY.test(foldAligned(part)))
    .slice(0, 5);
}

/** Firms and people that the story names as the other side, as written; at most five. */
export function partiesInStory(text: string): string[] {
  const found = new Set<string>();
  for (const match of text.slice(0, 12_000).matchAll(NAMED)) {
    const name = (match[1] ?? match[2] ?? "").trim();
    if (name.length >= 3 && !GENERIC.test(foldAligned(name))) found.add(name);
  }
  const folded = foldAligned(text.slice(0, 12_000));
  for (const match of folded.matchAll(KNOWN_FIRMS)) found.add(FIRM_NAMES.get(match[1] ?? "") ?? match[1] ?? "");
  return [...found].filter((name) => name.length > 0).slice(0, 5);
}

const WORD = "\\p{Lu}[\\p{L}\\d&.'’-]{1,24}";
const LEAD =
  "empresa|firma|construtora|imobiliária|imobiliaria|fábrica|fabrica|chamad[oa]|company|firm|called|named|against|contra [oa]|processar [oa]|patrão|patrao|patroa|chefe|marido|ex-marido|ex-esposa|vizinho|vizinha|sócio|sócia|socio|socia|landlord|boss|husband|wife|neighbou?r|se chama";
// The kind of shop belongs to the name: "Padaria Estrela".
const KIND =
  "(?:[Pp]adaria|[Mm]ercado|[Ss]upermercado|[Rr]estaurante|[Ff]armácia|[Cc]línica|[Hh]ospital|[Bb]anco|[Ll]oja|[Ll]ojas|[Oo]ficina|[Aa]cademia|[Ee]scola|[Cc]olégio|[Ff]aculdade|[Tt]ransportadora|[Hh]otel|[Pp]izzaria|[Cc]ondomínio|[Aa]uto|[Ss]alão|[Bb]ar|[Cc]onstrutora|[Ii]mobiliária|[Ss]tore|[Rr]estaurant|[Bb]ank|[Cc]linic)";
const REST = `${WORD}(?:\\s+(?:d[aeo]s?\\s+|&\\s+|e\\s+)?${WORD}){0,4}`;
const NAMED = new RegExp(
  `(?<![\\p{L}])(?:(?:${LEAD})\\s+(?:(?:é|e|is|o|a|d[ao])\\s+)?(${REST})|(${KIND}\\s+(?:d[aeo]s?\\s+)?${REST}))`,
  "gu",
);

const FIRM_NAMES = new Map(
  "Itaú,Bradesco,Santander,Nubank,Banco do Brasil,Caixa Econômica,Banco Inter,Banco Pan,BMG,Vivo,Claro,TIM,Enel,Cemig,Light,Sabesp,Copel,Unimed,Hapvida,Amil,SulAmérica,NotreDame,Latam,Azul,Magazine Luiza,Casas Bahia,Mercado Livre,Shopee,Amazon,Americanas,Uber,iFood,Airbnb,Facebook,Instagram,WhatsApp,Google,Netflix,Crefisa,Serasa,Carrefour,Renner"
    .split(",")
    .map((name) => [foldAligned(name), name] as const),
);
const KNOWN_FIRMS =
  /(?<![a-z])(itau|bradesco|santander|nubank|banco do brasil|caixa economica|banco inter|banco pan|bmg|enel|cemig|sabesp|copel|unimed|hapvida|amil|sulamerica|notredame|latam|magazine luiza|casas bahia|mercado livre|shopee|amazon|ifood|airbnb|netflix|crefisa|carrefour)(?![a-z])/g;

// "Meu irmão Paulo": the conflict check compares names.
const KIN_BEFORE_NAME =
  /^(?:irmão|irmao|irmã|irma|pai|mãe|mae|marido|esposa|ex-marido|ex-mulher|ex-esposa|ex|filho|filha|tio|tia|primo|prima|cunhado|cunhada|sogro|sogra|vizinho|vizinha|patrão|patrao|chefe|brother|sister|father|mother|husband|wife|ex-husband|ex-wife|uncle|aunt|cousin|neighbou?r|boss)\s+(?=\p{Lu})/u;

const GENERIC =
  /^(onde|que|me|meu|minha|nao|e|eu|he|she|they|i|the|it|publico|publica|municipal|estadual|federal|particular)\b/;
const ROLE_ONLY =
  /^(meu |minha |o |a |my |the )?(patrao|patroa|chefe|marido|esposa|mulher|ex|ex marido|ex-marido|ex mulher|ex-mulher|vizinh[oa]|dono|dona|irmao|irma|empresa|loja|banco|boss|landlord|husband|wife|neighbou?r|company|store|bank|ele|ela|him|her|ninguem|nobody|none|nenhum|nenhuma|nao sei|nao tem|nao|no|sim|yes|nao quero dizer|i dont know|i don't know)( d[oa] .*)?$/;
