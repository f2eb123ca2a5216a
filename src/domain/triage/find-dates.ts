// Finds the days that a text names, in Portuguese and English, relative to a given today.
import { addDays, addMonths, dayOf, weekday } from "./calendar.ts";
import { foldAligned } from "./text.ts";
import type { FoundDate } from "./types.ts";

export interface DateHit extends FoundDate {
  /** Offset of the words in the text. */
  index: number;
  /** `exact` names a day, `about` a month or a span ("two years ago"). */
  precision: "exact" | "about";
}

/** All days named in `text`, in reading order; `today` is YYYY-MM-DD. A year left out is the one that comes nearest. */
export function findDates(text: string, today: string): DateHit[] {
  const folded = foldAligned(text);
  const hits: DateHit[] = [];
  const taken: [number, number][] = [];
  for (const { pattern, read, precision } of READERS) {
    for (const match of folded.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (taken.some(([from, to]) => start < to && end > from)) continue;
      const context = folded.slice(Math.max(0, start - 40), start);
      const date = read(match, today, context, folded.slice(end, end + 40));
      if (date === null) continue;
      taken.push([start, end]);
      hits.push({ date, quote: text.slice(start, end).replace(/[\s.,]+$/, ""), index: start, precision });
    }
  }
  return hits.sort((a, b) => a.index - b.index).slice(0, MOST_HITS);
}

// More days than this in one message are a list, not a story.
const MOST_HITS = 40;

interface Reader {
  pattern: RegExp;
  precision: "exact" | "about";
  read: (match: RegExpMatchArray, today: string, before: string, after: string) => string | null;
}

const MONTHS: Record<string, number> = Object.fromEntries(
  [
    "janeiro jan january",
    "fevereiro fev february feb",
    "marco mar march",
    "abril abr april apr",
    "maio mai may",
    "junho jun june",
    "julho jul july",
    "agosto ago august aug",
    "setembro set september sep sept",
    "outubro out october oct",
    "novembro nov november",
    "dezembro dez december dec",
  ].flatMap((names, index) => names.split(" ").map((name) => [name, index + 1] as const)),
);

const LONG_MONTH =
  "janeiro|fevereiro|marco|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro|january|february|march|april|may|june|july|august|september|october|november|december";
const ANY_MONTH = `${LONG_MONTH}|jan|fev|feb|mar|abr|apr|mai|jun|jul|ago|aug|set|sept?|out|oct|nov|dez|dec`;

const NUMBERS: Record<string, number> = {
  um: 1,
  uma: 1,
  dois: 2,
  duas: 2,
  tres: 3,
  quatro: 4,
  cinco: 5,
  seis: 6,
  sete: 7,
  oito: 8,
  nove: 9,
  dez: 10,
  onze: 11,
  doze: 12,
  treze: 13,
  quatorze: 14,
  catorze: 14,
  quinze: 15,
  vinte: 20,
  trinta: 30,
  quarenta: 40,
  sessenta: 60,
  noventa: 90,
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  sixty: 60,
  ninety: 90,
  couple: 2,
  few: 3,
  alguns: 3,
  algumas: 3,
};
const NUMBER = `\\d{1,3}|${Object.keys(NUMBERS).join("|")}`;
const UNIT = "dias?|semanas?|mes|meses|anos?|days?|weeks?|months?|years?|dia|d";

const WEEKDAYS: Record<string, number> = {
  domingo: 0,
  segunda: 1,
  terca: 2,
  quarta: 3,
  quinta: 4,
  sexta: 5,
  sabado: 6,
  sunday: 0,
  monday: 1,
  tuesday: 2,
  wednesday: 3,
  thursday: 4,
  friday: 5,
  saturday: 6,
};
const WEEKDAY = Object.keys(WEEKDAYS).join("|");

const READERS: readonly Reader[] = [
  {
    pattern: /\b(\d{4})-(\d{2})-(\d{2})\b/g,
    precision: "exact",
    read: (m) => dayOf(Number(m[1]), Number(m[2]), Number(m[3])),
  },
  {
    // Day first, the Brazilian way; month first only when nothing else is possible.
    pattern: /(?<![\d/.-])(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?![\d/]|\.\d|-\d)/g,
    precision: "exact",
    read: (m) => {
      const year = fullYear(Number(m[3]));
      return dayOf(year, Number(m[2]), Number(m[1])) ?? dayOf(year, Number(m[1]), Number(m[2]));
    },
  },
  {
    pattern: new RegExp(
      `\\b(\\d{1,2})(?:o|st|nd|rd|th)? (?:de |of )?(${ANY_MONTH})\\b\\.?,?(?: (?:de |do )?(\\d{4}|\\d{2})\\b(?! ?(?:h\\b|hora|dia|anos|reais|mil)))?`,
      "g",
    ),
    precision: "exact",
    read: (m, today, before) => near(Number(m[1]), MONTHS[m[2] ?? ""] ?? 0, m[3], today, before),
  },
  {
    pattern: new RegExp(
      `\\b(${ANY_MONTH})\\.? (?:the )?(\\d{1,2})(?:st|nd|rd|th)?\\b(?!\\d|%|[/.,]\\d)(?:,? (\\d{4})\\b)?`,
      "g",
    ),
    precision: "exact",
    read: (m, today, before) => near(Number(m[2]), MONTHS[m[1] ?? ""] ?? 0, m[3], today, before),
  },
  {
    pattern: /(?<![\d/.,$-])(\d{1,2})\/(\d{1,2})(?![\d/]|,\d)/g,
    precision: "exact",
    read: (m, today, before, after) =>
      /(escala|artigo|art|escore|nota|jornada) ?$/.test(before) ||
      /^ ?(parcela|prestac|vezes|avos|installment)/.test(after)
        ? null
        : near(Number(m[1]), Number(m[2]), undefined, today, before),
  },
  {
    pattern:
      /\b(anteontem|antes de ontem|day before yesterday|depois de amanha|day after tomorrow|ontem|yesterday|amanha|tomorrow|hoje|today|ontem a noite|last night|esta manha|this morning|tonight|hoje a noite)\b/g,
    precision: "exact",
    read: (m, today) => addDays(today, WORD_DAYS[m[1] ?? ""] ?? 0),
  },
  {
    pattern: new RegExp(
      `\\b(?:daqui a?|dentro de|em ate|em|within|in)(?: (?:uns|umas|about|the next))? (${NUMBER}) (dias?|semanas?|meses|mes|days?|weeks?|months?)(?: uteis)?\\b`,
      "g",
    ),
    precision: "about",
    read: (m, today) => span(m[1], m[2], undefined, undefined, today, 1),
  },
  {
    pattern: new RegExp(`\\b(${NUMBER}) (years?|months?) and a half ago\\b`, "g"),
    precision: "about",
    read: (m, today) => span(m[1], m[2], "meio", undefined, today, -1),
  },
  {
    pattern: /\b(?:dia )(\d{1,2}) d[oe] (?:mes )?(passado|que vem|proximo mes|mes passado|mes que vem)\b/g,
    precision: "exact",
    read: (m, today) => {
      const month = addMonths(`${today.slice(0, 8)}01`, (m[2] ?? "").includes("passado") ? -1 : 1);
      return dayOf(Number(month.slice(0, 4)), Number(month.slice(5, 7)), Number(m[1]));
    },
  },
  {
    // "faz 1 ano e 11 meses", "há 3 semanas", "two years and a month ago"
    pattern: new RegExp(
      `\\b(?:faz(?:em)?|fazia|ha|tem|a)(?: (?:uns|umas|mais de|quase|cerca de|ja|mais ou menos|so))? (${NUMBER}) (${UNIT})(?: e (meio|meia|${NUMBER})(?: (${UNIT}))?)?(?: atras)?\\b`,
      "g",
    ),
    precision: "about",
    read: (m, today, before) => (before.endsWith("dura") ? null : span(m[1], m[2], m[3], m[4], today, -1)),
  },
  {
    pattern: new RegExp(
      `\\b(${NUMBER}) (?:and a half )?(?:of )?(${UNIT})(?:,? (?:and|e) (meio|meia|${NUMBER})(?: (${UNIT}))?)? (?:ago|atras|back)\\b`,
      "g",
    ),
    precision: "about",
    read: (m, today) => span(m[1], m[2], m[3], m[4], today, -1),
  },
  {
    pattern: new RegExp(
      `\\b(?:(next|proxim[oa]|this|nesta|esta|essa|nessa|na|no|on|last|ultim[oa]|by|until|ate) )?(${WEEKDAY})(?:-feira| feira)?(?: (que vem|passad[oa]|agora|proxim[oa]))?\\b`,
      "g",
    ),
    precision: "exact",
    read: (m, today, _before, after) => readWeekday(m, today, after),
  },
  {
    pattern: new RegExp(
      `\\b(?:(?:em|in|desde|since|de|of|last|until|ate|fim de|comeco de|inicio de|mid|early|late) )(${LONG_MONTH})(?: (?:de |do |of )?(\\d{4}|ano passado|last year|este ano|this year|passado))?\\b`,
      "g",
    ),
    precision: "about",
    read: (m, today, before) => readMonth(m, today, before),
  },
  {
    pattern:
      /\b(semana passada|last week|semana q vem|mes q vem|mes passado|last month|ano passado|last year|semana que vem|next week|mes que vem|next month|proxima semana|proximo mes|ano que vem|next year|fim do mes|end of the month)\b/g,
    precision: "about",
    read: (m, today) => RELATIVE[m[1] ?? ""]?.(today) ?? null,
  },
  {
    pattern:
      /\b(?:dia|no dia|on the|the) (\d{1,2})(?:o|st|nd|rd|th)?\b(?! ?(?:%|reais|dias?|meses|anos|horas?|h\b|[/.,]\d|de (?:janeiro|fevereiro|marco|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro)))/g,
    precision: "exact",
    read: (m, today, before) => readDayOfMonth(m, today, before),
  },
  {
    pattern: /\b(?:em|in|desde|since|de) ((?:19|20)\d{2})\b/g,
    precision: "about",
    read: (m, today) => (Number(m[1]) < Number(today.slice(0, 4)) ? dayOf(Number(m[1]), 1, 1) : null),
  },
];

const WORD_DAYS: Record<string, number> = {
  hoje: 0,
  today: 0,
  tonight: 0,
  "hoje a noite": 0,
  "this morning": 0,
  "esta manha": 0,
  ontem: -1,
  yesterday: -1,
  "last night": -1,
  "ontem a noite": -1,
  anteontem: -2,
  "antes de ontem": -2,
  "day before yesterday": -2,
  amanha: 1,
  tomorrow: 1,
  "depois de amanha": 2,
  "day after tomorrow": 2,
};

const RELATIVE: Record<string, (today: string) => string> = {
  "semana passada": (t) => addDays(t, -7),
  "last week": (t) => addDays(t, -7),
  "mes passado": (t) => addMonths(t, -1),
  "last month": (t) => addMonths(t, -1),
  "ano passado": (t) => addMonths(t, -12),
  "last year": (t) => addMonths(t, -12),
  "semana q vem": (t) => addDays(t, 8 - (weekday(t) || 7)),
  "mes q vem": (t) => `${addMonths(t, 1).slice(0, 8)}01`,
  "semana que vem": (t) => addDays(t, 8 - (weekday(t) || 7)),
  "proxima semana": (t) => addDays(t, 8 - (weekday(t) || 7)),
  "next week": (t) => addDays(t, 8 - (weekday(t) || 7)),
  "mes que vem": (t) => `${addMonths(t, 1).slice(0, 8)}01`,
  "proximo mes": (t) => `${addMonths(t, 1).slice(0, 8)}01`,
  "next month": (t) => `${addMonths(t, 1).slice(0, 8)}01`,
  "ano que vem": (t) => `${Number(t.slice(0, 4)) + 1}-01-01`,
  "next year": (t) => `${Number(t.slice(0, 4)) + 1}-01-01`,
  "fim do mes": (t) => addDays(`${addMonths(t, 1).slice(0, 8)}01`, -1),
  "end of the month": (t) => addDays(`${addMonths(t, 1).slice(0, 8)}01`, -1),
};

function fullYear(year: number): number {
  return year >= 100 ? year : year > 60 ? 1900 + year : 2000 + year;
}

// Words of what is still to come; without one, a day without a year lies in the past unless that is over eight months away.
const FUTURE =
  /(audiencia|marcad[ao]|vence\w*|prazo|ate( o)?|proxim[oa]|pericia|julgamento|leilao|hearing|due|deadline|by|until|scheduled|trial|court date|expires?|next|voo|viag\w+|flight|is on|sera|vai ser|tenho)( \w+){0,3}[ ,:]*( (?:no|em|on|for|dia|the|para|pra))*\s*$/;

function near(day: number, month: number, year: string | undefined, today: string, before: string): string | null {
  if (year !== undefined) return dayOf(fullYear(Number(year)), month, day);
  const thisYear = Number(today.slice(0, 4));
  const same = dayOf(thisYear, month, day) ?? dayOf(thisYear + 1, month, day);
  if (same === null) return null;
  if (FUTURE.test(before)) return same >= today ? same : (dayOf(thisYear + 1, month, day) ?? same);
  if (same <= today) return same;
  const past = dayOf(thisYear - 1, month, day);
  return past !== null && past > addMonths(today, -8) ? past : same;
}

function readDayOfMonth(m: RegExpMatchArray, today: string, before: string): string | null {
  const day = Number(m[1]);
  const [year, month] = today.split("-").map(Number);
  const same = dayOf(year ?? 0, month ?? 0, day);
  const next = addMonths(`${today.slice(0, 8)}01`, 1);
  const following = dayOf(Number(next.slice(0, 4)), Number(next.slice(5, 7)), day);
  if (FUTURE.test(before)) return same !== null && same >= today ? same : following;
  const last = addMonths(`${today.slice(0, 8)}01`, -1);
  return same !== null && same <= today ? same : dayOf(Number(last.slice(0, 4)), Number(last.slice(5, 7)), day);
}

function readWeekday(m: RegExpMatchArray, today: string, after: string): string | null {
  const lead = m[1];
  const tail = m[3];
  // "a segunda vez", "quarta parte": bare ordinals are no days.
  if (
    lead === undefined &&
    tail === undefined &&
    !m[0].includes("feira") &&
    /^(segunda|terca|quarta|quinta|sexta)$/.test(m[2] ?? "")
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
    /^(last|ultim)/.test(lead ?? "") || /^passad/.test(tail ?? "") || (tail === undefined && HAPPENED.test(after));
  if (last) return addDays(today, ahead === 0 ? -7 : ahead - 7);
  return addDays(today, ahead === 0 ? 7 : ahead);
}

// "Na segunda chegou a carta": what stands in the past tense was last Monday.
const HAPPENED =
  /^ (eu |ele |ela |o \w+ |a \w+ |i |he |she |they |the \w+ )?(chegou|recebi|fui|foi|me|aconteceu|veio|vieram|got|received|was|came|happened|hit|sent|told|gave|left)\b/;

function readMonth(m: RegExpMatchArray, today: string, before: string): string | null {
  const month = MONTHS[m[1] ?? ""] ?? 0;
  const thisYear = Number(today.slice(0, 4));
  const tail = m[2];
  if (m[1] === "may" && tail === undefined && !/^(in|since|last|of)/.test(m[0])) return null;
  if (tail !== undefined && /^\d{4}$/.test(tail)) return dayOf(Number(tail), month, 1);
  if (tail === "ano passado" || tail === "last year") return dayOf(thisYear - 1, month, 1);
  const same = dayOf(thisYear, month, 1);
  if (same === null) return null;
  if (same <= today || /^(este ano|this year)$/.test(tail ?? "")) return same;
  return FUTURE.test(`${before} ${m[0].split(" ")[0]} `) ? same : dayOf(thisYear - 1, month, 1);
}

function span(
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
  if (/^(sem|week)/.test(unit)) return addDays(day, sign * 7 * amount);
  if (/^(mes|month)/.test(unit)) return addMonths(day, sign * amount);
  return addMonths(day, sign * 12 * amount);
}

function halve(day: string, unit: string, sign: 1 | -1): string {
  if (/^(ano|year)/.test(unit)) return addMonths(day, sign * 6);
  if (/^(mes|month)/.test(unit)) return addDays(day, sign * 15);
  return day;
}

function numberOf(word: string | undefined): number | null {
  if (word === undefined) return null;
  return /^\d+$/.test(word) ? Number(word) : (NUMBERS[word] ?? null);
}
