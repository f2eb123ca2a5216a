// Limits that the paper or the other side set: "they gave me 15 days", "I have until Friday", "the deadline is 5 December".
import { addDays } from "./calendar.ts";
import { NUMBER, numberOf } from "./date-words.ts";
import type { DateHit } from "./find-dates.ts";
import type { LimitRead } from "./types.ts";

/** In the table of limits: the day that was named, or counted from the day on which it was. */
export const STATED_KIND = "stated_deadline";

/** Spans that were set, counted from the nearest past day, or from today where none is named; and days that were set. */
export function statedLimits(folded: string, text: string, hits: readonly DateHit[], today: string): LimitRead[] {
  return [...statedSpans(folded, text, hits, today), ...statedDays(folded, text, hits, today)];
}

const GIVEN =
  "prazo|tenho|temos|tem|deram|deu|dando|dao|concedeu|concederam|marcou|escrito|consta|diz|fala|says|states|reads|dizendo (?:que|q) (?:eu )?tenho|diz que tenho|in|within|have|has|got|gave (?:me|us)|giving (?:me|us)|given|me|deadline|time limit|allowed|notice|aviso|notificacao|carta|letter|order|ordem";

// "Tenho 15 dias para sair", "o prazo que colocaram foi de vinte dias", "I have ten days to answer".
const STATED = new RegExp(
  `\\b(${GIVEN})(?:[,:]? (?!atras|ago|faz|ha|trabalh|work)\\w+){0,6}?[,:]? (?:e de |de |so |apenas |only |just |ate |uns )?(${NUMBER})(?: \\(\\w+\\))? ?(dias?|semanas?|horas?|h|days?|weeks?|hours?|hrs?)\\b(?: uteis| corridos| working| business| calendar)?(?: days)?(?:,? (?:a partir|a contar|contados|from|starting)(?: d[eao]| from| on)? \\w+)?(?!(?: \\w+)? (?:atras|ago)\\b)(?: (?:para|pra|p|to) (?:eu |a gente |me |us )?(\\w+))?`,
  "g",
);

function statedSpans(folded: string, text: string, hits: readonly DateHit[], today: string): LimitRead[] {
  const out: LimitRead[] = [];
  for (const match of folded.matchAll(STATED)) {
    const purpose = match[4];
    const verb = match[1] ?? "";
    const set = /^(prazo|deram|deu|dando|dao|conced|marcou|gave|giv|deadline|time limit|allowed|diz)/.test(verb);
    const told =
      (purpose !== undefined && PURPOSE.test(purpose)) ||
      (/^(in|within)$/.test(verb) && ASKED.test(folded.slice(Math.max(0, match.index - 50), match.index)));
    if (!told && !(set && (purpose !== undefined || SET_ALONE.test(verb)))) continue;
    const amount = numberOf(match[2]) ?? 0;
    const unit = match[3] ?? "";
    const days = /^h/.test(unit) ? Math.floor(amount / 24) : /^(sem|week)/.test(unit) ? amount * 7 : amount;
    if (days > 365) continue;
    const start = nearestPast(folded, hits, match.index, today) ?? today;
    out.push({
      kind: STATED_KIND,
      date: addDays(start, days),
      quote: text.slice(match.index, match.index + match[0].length),
    });
  }
  return out;
}

// These say "a limit" by themselves; "deu 3 dias de chuva" says none without what it is for.
const SET_ALONE = /^(prazo|deram|deu|dando|gave|giving|given|deadline|time limit)/;

// "I must answer the accusation in 10 days": what it is for may stand before.
const ASKED =
  /\b(must|have to|need to|ordered to|told to|says to) (answer|respond|reply|pay|leave|appeal|vacate|present|object)\b[^.]*$/;

const PURPOSE =
  /^(sair|saia|desocup\w+|respo\w+|recor\w+|pag\w+|apresent\w+|contest\w+|defen\w+|entreg\w+|deix\w+|me|manifest\w+|regulariz\w+|comprov\w+|prov\w+|justific\w+|devolv\w+|retir\w+|mud\w+|complet\w+|mand\w+|envi\w+|lev\w+|junt\w+|cumpr\w+|arrum\w+|leave|answer|reply|appeal|pay|move|respond|vacate|present|prove|object|contest|comply|hand|return|submit|send|provide|get|fix|file|clear|settle|show|challenge|dispute|explain|justify|be|go|derrub\w+|demol\w+|remov\w+|desmont\w+|limp\w+|fech\w+|assin\w+|decid\w+|tear|remove|take|clean|close|sign|decide|demolish|stop)/;

// "Tenho até dia 5", "out by the 30th": a day to come behind a word of ending, in a clause that speaks of a duty.
function statedDays(folded: string, text: string, hits: readonly DateHit[], today: string): LimitRead[] {
  const out: LimitRead[] = [];
  for (const hit of hits) {
    if (hit.date < today || hit.precision === "year" || /^(in|within|em|dentro|daqui)\b.*\d/i.test(hit.quote)) continue;
    const from = Math.max(0, hit.index - 140);
    const before = folded.slice(from, hit.index);
    const sentence = before.slice(before.search(/[^.!?\n]*$/));
    const after = folded.slice(hit.index + hit.quote.length).split(/[.!?\n]/)[0] ?? "";
    const ends = ENDING.test(sentence) || /^(ate|by|until|till|before)\b/i.test(hit.quote);
    const printed = PRINTED.test(sentence);
    if (!(ends || printed) || EVERY.test(`${sentence} ${after}`)) continue;
    if (!DUTY.test(`${sentence} ${after.slice(0, 80)}`)) continue;
    out.push({
      kind: STATED_KIND,
      date: hit.date,
      quote: text.slice(Math.max(0, hit.index - 40), hit.index + hit.quote.length),
    });
  }
  return out;
}

const ENDING =
  /\b(ate|no maximo|maximo|antes d[eo]|by|until|till|before|no later than|prazo\b[^.]{0,40}|deadline\b[^.]{0,30}|vence(u|ndo)?|vencimento|termina|acaba|encerra|expires?|due|ends|runs out|last day( \w+){0,5})(?: (?:e|o|a|em|no|na|dia|is|on|the|de|this|next|proxim[oa]|esta|essa))*[ ,:]*$/;

const PRINTED =
  /\b(carta|papel|notificacao|documento|intimacao|mandado|aviso|letter|notice|paper|papers|document|summons)\b[^.]{0,60}\b(diz|dizia|escrito|consta|marca|fala|data limite|says?|said|states?|reads|written|printed)\b[^.]{0,30}$/;

const DUTY =
  /\b(tenho|temos|tem que|preciso|devo|prazo|quer|querem|pediu|pediram|mand(ou|aram)|deu|deram|diz|dizendo|falou|falaram|sair|saia|desocup\w+|pagar|respond\w+|respost\w+|recor\w+|entregar|defes\w+|contest\w+|manifest\w+|apresent\w+|carta|papel|notific\w+|intim\w+|have|has|must|need|deadline|wants?|told|gave|given|says?|said|out|leave|gone|pay|answer|reply|appeal|respond|object|vacate|notice|letter|paper|summons|form)\b/;

const EVERY =
  /\b(todo|cada|every|each) (dia|mes|day|month|week)|\b(conta|boleto|fatura|bill|validade|vacation|ferias|viag\w+|trip|contrato|contract|lease|trabalh\w+ (das|de)|nasc\w+|estud\w+)\b/;

// The paper's own date beats another that stands nearer.
const SET_THEN =
  /\b(expedi\w*|emitid\w*|emissao|recebi\w*|notifica\w*|issued|received|dated|notified|a partir|a contar|from)( \w+){0,2} $/;

function nearestPast(folded: string, hits: readonly DateHit[], index: number, today: string): string | null {
  const past = hits
    .map(({ date, also, index: at, quote }) => ({ date: date > today && also !== null ? also : date, at, quote }))
    .filter(({ date, at }) => date <= today && date > addDays(today, -120) && Math.abs(at - index) < 200);
  const rank = ({ at }: { at: number }) =>
    Math.abs(at - index) - (SET_THEN.test(folded.slice(Math.max(0, at - 40), at)) ? 200 : 0);
  past.sort((a, b) => rank(a) - rank(b));
  return past[0]?.date ?? null;
}
