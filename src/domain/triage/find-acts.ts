// Acts against the person that a day is named for: an eviction, a bailiff, a seizure, a deportation, power cut off.
import type { DateHit } from "./find-dates.ts";
import { foldAligned } from "./text.ts";
import type { LimitRead } from "./types.ts";

/** In the table of limits; its day is the day of the act itself. */
export const ACT_KIND = "appointed_act";

/** The nearest act to come that `text` names with its day, or null; each act belongs to the day that stands closest to it. */
export function findAct(text: string, hits: readonly DateHit[], today: string): LimitRead | null {
  const folded = foldAligned(text).replace(/'/g, " ");
  let first: { date: string; start: number; end: number } | null = null;
  for (const match of folded.matchAll(ACT)) {
    const start = match.index;
    const end = start + match[0].length;
    if (OWN_ACT.test(folded.slice(Math.max(0, start - 60), end + 60))) continue;
    if (/\b(nao|nunca|not|wont|never)\s+$/.test(folded.slice(Math.max(0, start - 10), start))) continue;
    const day = closest(hits, start, end, folded);
    if (day === undefined || day.date < today) continue;
    if (day.date === today && NAMED_PAPER.test(match[0]) && CAME.test(folded.slice(Math.max(0, start - 60), end + 90)))
      continue;
    if (first === null || day.date < first.date)
      first = {
        date: day.date,
        start: Math.min(start, day.index),
        end: Math.max(end, day.index + day.quote.length),
      };
  }
  if (first === null) return null;
  return { kind: ACT_KIND, date: first.date, quote: text.slice(first.start, first.end).replace(/\s+/g, " ").trim() };
}

function closest(hits: readonly DateHit[], start: number, end: number, folded: string): DateHit | undefined {
  const near = hits
    .filter(({ precision }) => precision !== "year")
    .map((hit) => {
      const hitEnd = hit.index + hit.quote.length;
      const between = hit.index >= end ? folded.slice(end, hit.index) : folded.slice(hitEnd, Math.max(hitEnd, start));
      return { hit, between };
    })
    .filter(({ between }) => between.length < REACH && !/[.!?\n]/.test(between));
  near.sort((a, b) => a.between.length - b.between.length);
  return near[0]?.hit;
}

// People name the day within the same sentence, seldom further away than this.
const REACH = 90;

const ME_PT = "(?:me|nos|a gente|eu|minha familia|meus filhos|nois)";
const MINE_PT = "(?:a |o |as |os )?(?:minhas?|meus?|nossas?|nossos?)";
const GOING_PT = "(?:va[oi]|vem|vira|virao|querem|quer|ira|irao|ameacou|marcaram para|mandou)";
const ME_EN = "(?:me|us|my family|my kids|my mother)";

const ACT = new RegExp(
  `\\b(?:${[
    `${GOING_PT} (?:${ME_PT} )?(?:\\w+ ){0,2}?(?:despejar|expulsar|deportar)(?: ${ME_PT})?`,
    `${GOING_PT} (?:\\w+ ){0,2}?(?:botar|colocar|jogar|por|tirar) ${ME_PT} (?:\\w+ ){0,3}?(?:fora|rua|casa|imovel|apartamento|ape|ap|barraco)`,
    `${GOING_PT} ${ME_PT} (?:\\w+ )?(?:botar|colocar|jogar|por|tirar) (?:\\w+ ){0,3}?(?:fora|rua|casa|imovel|apartamento|ape|ap|barraco)`,
    `${GOING_PT} (?:\\w+ )?(?:tomar|penhorar|leiloar|apreender|demolir|derrubar|levar|cortar) ${MINE_PT} (?:casa|carro|moto|imovel|moveis|coisas|apartamento|barraco|terreno|bens|luz|agua|energia)`,
    `(?:cortam|tomam|levam|leiloam|derrubam) ${MINE_PT} (?:casa|carro|moto|imovel|moveis|coisas|barraco|luz|agua|energia)`,
    "(?:vou|vamos|serei|seremos) (?:ser )?(?:despejad|expuls|deportad)\\w*",
    "oficial(?: de justica)? (?:\\w+ ){0,3}?(?:vem|vira|volta|vai (?:vir|voltar|tirar|passar))",
    "(?:ordem|mandado|data|dia) d[eo] (?:despejo|desocupacao|reintegracao|busca e apreensao|imissao|demolicao|deportacao)",
    "(?:despejo|desocupacao|reintegracao de posse|demolicao|deportacao) (?:e|vai ser|sera|esta marcad\\w+|(?:foi |ficou )?marcad\\w+|ficou)",
    `(?:will|going to|gonna|ll|want to|wants to|coming to|are|is) (?:evict|evicting|deport|deporting) ${ME_EN}`,
    `(?:will|going to|gonna|ll|want to|wants to|coming to|are|is) (?:throw|throwing|kick|kicking|put|putting) ${ME_EN} (?:out|on the street)`,
    "(?:will|going to|gonna|ll|coming to|are|is) (?:tak(?:e|ing)|seiz(?:e|ing)|repossess\\w*|auction\\w*|demolish\\w*|cut(?:ting)? off|shut(?:ting)? off) (?:my|our) (?:\\w+ )?(?:house|home|car|things|furniture|power|water|electricity)",
    "(?:be|being|getting|get) (?:evicted|deported|thrown out|kicked out)",
    "bailiffs? (?:is|are|will|comes?|coming)",
    "eviction (?:is|date|order|set|scheduled)",
  ].join("|")})\\b`,
  "g",
);

// An order that came today starts its time today; it is not the act itself.
const NAMED_PAPER = /^(ordem|mandado|data|dia|despejo|desocupacao|reintegracao|demolicao|eviction)/;
const CAME =
  /\b(entreg(?:ou|aram)|chegou|recebi|deixou|colou|colaram|taped|delivered|handed|served|received|got|came|arrived|posted|stuck)\b/;

// A landlord who evicts a tenant is not the one in danger.
const OWN_ACT =
  /\b(?:(?:o|a|meu|minha|meus) inquilin\w+|(?:my|the) tenants?|vou despejar|vamos despejar|i (?:will|want to|am going to) evict)\b/;
