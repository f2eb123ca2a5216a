// Turns what a pattern of a day has caught into a day: the year left out, the weekday meant, the span counted.
import { addDays, addMonths, dayOf, weekday } from "./calendar.ts";
import { DAY_WORDS, MONTHS, numberOf, WEEKDAYS } from "./date-words.ts";

export function fullYear(year: number): number {
  return year >= 100 ? year : year > 60 ? 1900 + year : 2000 + year;
}

// Words of what is still to come; without one, a day without a year lies in the past unless that is over eight months away.
const FUTURE =
  /(?:\b(audiencia|conciliacao|mediacao|mediation|oitiva|depoimento|comparecer|marcad[ao]|marcaram|marcou|agend\w+|vence\w*|prazo|ate( o)?|proxim[oa]|pericia|julgamento|leilao|hearing|due|deadline|scheduled|trial|court date|expires?|next|voo|viag\w+|flight|is on|sera|vai ser|tenho)( \w+){0,3}[ ,:]*( (?:no|em|on|for|dia|the|para|pra|pro|e))*|\b(?:by|until|till)(?: (?:the|next|this|dia|o))?)\s*$/;

// "A pericia foi dia 11": what was is not to come.
const JUST_WAS =
  /\b(?:foi|foram|fiz|fui|ocorreu|aconteceu|was|were|happened|took place)(?: (?:no|na|em|on|dia|the|in|realizad[ao]|feit[ao]))* ?$/;

/**
 * "04/05/2026": day first in Portuguese. English writes either order, so the earlier day of the two is taken,
 * or the earlier one that has not passed when it is still to come ("hearing on 04/05"): a limit is never told too late.
 */
export function readNumeric(first: number, second: number, year: number, frame: DayFrame): string | null {
  const dayFirst = dayOf(year, second, first);
  const monthFirst = dayOf(year, first, second);
  if (dayFirst === null || monthFirst === null || frame.locale === "pt-BR") return dayFirst ?? monthFirst;
  const both = [dayFirst, monthFirst].sort();
  const open = both.filter((day) => (isAhead(frame.before) ? day >= frame.today : day <= frame.today));
  return open[0] ?? both[0] ?? null;
}

export interface DayFrame {
  today: string;
  locale: "pt-BR" | "en";
  before: string;
}

/** Whether what stands before a day speaks of what is still to come. */
export function isAhead(before: string): boolean {
  return FUTURE.test(before) && !JUST_WAS.test(before);
}

export function near(
  day: number,
  month: number,
  year: string | undefined,
  today: string,
  before: string,
): string | null {
  if (year !== undefined) return dayOf(fullYear(Number(year)), month, day);
  const thisYear = Number(today.slice(0, 4));
  const same = dayOf(thisYear, month, day) ?? dayOf(thisYear + 1, month, day);
  if (same === null) return null;
  if (isAhead(before)) return same >= today ? same : (dayOf(thisYear + 1, month, day) ?? same);
  if (same <= today) return same;
  const past = dayOf(thisYear - 1, month, day);
  return past !== null && past > addMonths(today, -8) ? past : same;
}

export function readDayOfMonth(m: RegExpMatchArray, today: string, before: string): string | null {
  const day = DAY_WORDS[m[1] ?? ""] ?? Number(m[1]);
  const [year, month] = today.split("-").map(Number);
  const same = dayOf(year ?? 0, month ?? 0, day);
  const next = addMonths(`${today.slice(0, 8)}01`, 1);
  const following = dayOf(Number(next.slice(0, 4)), Number(next.slice(5, 7)), day);
  if (isAhead(before)) return same !== null && same >= today ? same : following;
  const last = addMonths(`${today.slice(0, 8)}01`, -1);
  return same !== null && same <= today ? same : dayOf(Number(last.slice(0, 4)), Number(last.slice(5, 7)), day);
}

export function readWeekday(m: RegExpMatchArray, today: string, before: string, after: string): string | null {
  const lead = m[1];
  const tail = m[3];
  // "a segunda vez", "quarta parte": bare ordinals are no days.
  if (
    lead === undefined &&
    tail === undefined &&
    !m[0].includes("feira") &&
    /^(segunda|terca|tersa|quarta|quinta|sexta)$/.test(m[2] ?? "") &&
    !((HAPPENED_BEFORE.test(before) || PAST_VERB.test(before) || PAST_SOMEWHERE.test(before)) && ENDS.test(after))
  )
    return null;
  if (
    /^(esta|essa|no|on)$/.test(lead ?? "") &&
    /^(segunda|quarta|quinta|sexta)$/.test(m[2] ?? "") &&
    !m[0].includes("feira") &&
    tail === undefined &&
    lead === "no"
  )
    return null;
  const wanted = WEEKDAYS[m[2] ?? ""] ?? 0;
  const ahead = (wanted - weekday(today) + 7) % 7;
  const last =
    /^(last|ultim)/.test(lead ?? "") ||
    /^(passad|retrasad|que passou)/.test(tail ?? "") ||
    (tail === undefined &&
      !/^(next|proxim|ate|by|until)/.test(lead ?? "") &&
      (HAPPENED.test(after) ||
        HAPPENED_LATER.test(after) ||
        HAPPENED_BEFORE.test(before) ||
        (PAST_VERB.test(before) && !isAhead(before)) ||
        (PAST_SOMEWHERE.test(before) && !AHEAD.test(before.slice(before.search(/[^.!?;,]*$/))))));
  if (last) return addDays(today, (ahead === 0 ? -7 : ahead - 7) - (/^retrasad/.test(tail ?? "") ? 7 : 0));
  return addDays(today, ahead === 0 ? 7 : ahead);
}

// "Foi cortado sexta", "it ended on Friday": a verb of the past right before the day.
const PAST_VERB =
  /\b(\w{2,}(?:ou|aram|eram|iram|eu|iu|ado|ada|ido|ida)|\w{3,}ed|took|sent|lost|gave|cut|went|left|brought|fell|broke|found|stole)(?<!marcad[oa]|agendad[oa]|scheduled|needed|supposed|called|meu|seu|teu|deu ate)(?: (?:na|no|nesta|nessa|on|this|last))? ?$/;

// "O dono mandou uma carta segunda": the verb of the past need not stand right before.
const PAST_SOMEWHERE =
  /\b(?!sou\b|vou\b|estou\b|meu\b|seu\b|teu\b)(?:\w+(?:ou|aram|eram|iram|eu|iu)|trouxe|veio|fez|foi|disse|quis|fui)\b[^.!?;]{0,50}$/;

// "Fui citado segunda, agora..." is a day; "recebi segunda via" is not.
const ENDS = /^($|[,.;!?\n]| (e|mas|agora|de manha|cedo|a tarde|a noite|so que|com|para|pra|dizendo|um|uma|o|a|ai)\b)/;

// "Na segunda chegou a carta": what stands in the past tense was last Monday.
const HAPPENED =
  /^ (eu |ele |ela |o \w+ |a \w+ |i |he |she |they |the \w+ )?(chegou|recebi|fui|foi|me|aconteceu|veio|vieram|got|received|was|came|happened|hit|sent|told|gave|left)\b/;

// "On Friday the police at the airport gave me a fine": told in the past before anything that is to come.
const HAPPENED_LATER =
  /^ (?:(?!(?:to|will|must|have|has|need|going|for|at|para|pra|vou|vai|vao|tenho|tem|preciso|sera)\b)\w+ |at the \w+ ){0,7}?(?:came|gave|got|went|took|sent|told|said|left|fired|kicked|handed|served|arrested|stopped|threw|broke|hit|received|delivered|showed|published|decided|refused|denied|chegou|recebi|veio|vieram|deu|deram|disse|levou|levaram|saiu|mandou|mandaram|entregou|entregaram|demitiu|demitiram|negou|negaram|cortou|cortaram|publicou|bateu|quebrou|prenderam|assinei|perdi|comprei)\b/;

// "Chegou um oficial aqui segunda-feira"; "fui intimado para segunda" still lies ahead.
const HAPPENED_BEFORE =
  /\b(chegou|chegaram|recebi|recebemos|veio|vieram|aconteceu|apareceu|apareceram|bateu|bateram|deixou|deixaram|mandaram embora|demitiu|demitiram|demitid[oa]|faleceu|morreu|citad[oa]|intimad[oa]|notificad[oa]|comprei|compramos|assinei|entregou|entregaram|tomei|levou|levaram|apreend\w+|negou|negaram|julgou|saiu|publicad[oa]|publicacao foi|received|got|came|arrived|bought|ordered|served|notified|handed|seized|took|signed|lost|denied|refused|ruled|happened|was fired|fired me|was arrested|died|hit me)\b(?!.*\b(para|pra|p|for|ate|until|(?<!came |stopped |dropped |went )by|marcad[oa]|audiencia|hearing|prazo|deadline|set|proxim[oa]|next|que|q|dizendo|vou|vai|vao|tenho|saying|that|to|will|have|must)\b)[^.!?;]*$/;

/**
 * The last such weekday, where the words may mean it as well as the next: nothing before speaks of what is to come,
 * or they tell of a paper to answer ("recebi o papel para apresentar defesa na quinta").
 */
export function earlierWeekday(m: RegExpMatchArray, today: string, before: string): string | null {
  const toCome = /^(next|proxim|ate|by|until)/.test(m[1] ?? "") || /^(que vem|proxim)/.test(m[3] ?? "");
  const clause = before.slice(Math.max(before.lastIndexOf(". "), before.lastIndexOf("; ")) + 1);
  if (toCome || (AHEAD.test(clause) && !PAPER_TO_ANSWER.test(before))) return null;
  const back = (weekday(today) - (WEEKDAYS[m[2] ?? ""] ?? 0) + 7) % 7;
  return addDays(today, -(back === 0 ? 7 : back));
}

const AHEAD =
  /\b(para|pra|pro|p|for|ate|until|till|by|marcad[oa]|agendad[oa]|audiencia|hearing|prazo|deadline|set|scheduled|appointment|proxim[oa]|next|vou|vai|vao|tenho|temos|sera|will|have to|must|going|leilao|auction|vence|due)\b/;

const PAPER_TO_ANSWER =
  /\b(chegou|recebi|recebemos|citad[oa]|intimad[oa]|notificad[oa]|received|got|served|notified)\b.*\b(apresentar|responder|contestar|defes\w+|defender|answer|reply|respond|present|defen[cs]e)\b/;

export function readMonth(m: RegExpMatchArray, today: string, before: string): string | null {
  const month = MONTHS[m[1] ?? ""] ?? 0;
  const thisYear = Number(today.slice(0, 4));
  const tail = m[2];
  if (m[1] === "may" && tail === undefined && !/^(in|since|last|of)/.test(m[0])) return null;
  // The end of a month begins on its 20th, the middle on its 10th: the earlier the start, the sooner the limit.
  const first = /^(fim|final|late)/.test(m[0]) ? 20 : /^(meados|mid)/.test(m[0]) ? 10 : 1;
  if (tail !== undefined && /^\d{4}$/.test(tail)) return dayOf(Number(tail), month, first);
  if (tail === "ano passado" || tail === "last year") return dayOf(thisYear - 1, month, first);
  const same = dayOf(thisYear, month, 1);
  if (same === null) return null;
  if (same <= today || /^(este ano|this year)$/.test(tail ?? "")) return same;
  return isAhead(`${before} ${m[0].split(" ")[0]} `) ? same : dayOf(thisYear - 1, month, 1);
}

export function span(
  count: string | undefined,
  unit: string | undefined,
  more: string | undefined,
  moreUnit: string | undefined,
  today: string,
  sign: 1 | -1,
): string | null {
  const amount = numberOf(count);
  if (amount === null || unit === undefined || amount > 120) return null;
  let day = shift(today, amount, unit, sign);
  if (more === "meio" || more === "meia") day = halve(day, unit, sign);
  else if (more !== undefined && moreUnit !== undefined) day = shift(day, numberOf(more) ?? 0, moreUnit, sign);
  return day;
}

function shift(day: string, amount: number, unit: string, sign: 1 | -1): string {
  if (/^d/.test(unit)) return addDays(day, sign * amount);
  if (/^(fortnight|quinzena)/.test(unit)) return addDays(day, sign * 14 * amount);
  if (/^(sem|week|wk)/.test(unit)) return addDays(day, sign * 7 * amount);
  if (/^(mes|mez|month)/.test(unit)) return addMonths(day, sign * amount);
  return addMonths(day, sign * 12 * amount);
}

function halve(day: string, unit: string, sign: 1 | -1): string {
  if (/^(ano|year)/.test(unit)) return addMonths(day, sign * 6);
  if (/^(mes|month)/.test(unit)) return addDays(day, sign * 15);
  return day;
}
