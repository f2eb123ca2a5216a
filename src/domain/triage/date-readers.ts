// The patterns in which people write days, surest first, each with how it is read.
import { addDays, addMonths, dayOf, weekday } from "./calendar.ts";
import {
  ANY_MONTH,
  DAY_WORD,
  DAY_WORDS,
  FEAST,
  LONG_MONTH,
  MONTHS,
  NUMBER,
  numberOf,
  ORDINAL_EN,
  RELATIVE,
  RELATIVE_WORDS,
  UNIT,
  WEEKDAY,
  WEEKDAYS,
  WORD_DAY,
  WORD_DAYS,
} from "./date-words.ts";
import { FEAST_DAYS } from "./feasts.ts";
import {
  earlierWeekday,
  fullYear,
  isAhead,
  near,
  readDayOfMonth,
  readMonth,
  readNumeric,
  readWeekday,
  span,
} from "./resolve-day.ts";
import type { Locale } from "./types.ts";

/** `exact` names a day, `about` a month or a span ("two years ago"), `year` no more than a year. */
export type Precision = "exact" | "about" | "year";

export interface Reader {
  pattern: RegExp;
  precision: Precision;
  read: (match: RegExpMatchArray, today: string, before: string, after: string, frame: Frame) => string | null;
  /** The earlier day that the same words may mean as well, or null. */
  readAlso?: (match: RegExpMatchArray, today: string, before: string) => string | null;
}

/** What a day is read against beside today. */
export interface Frame {
  locale: Locale;
  /** The day that the person is still living: before four in the morning it is yesterday. */
  wakingDay: string;
}

export const READERS: readonly Reader[] = [
  {
    pattern: /\b(\d{4})-(\d{2})-(\d{2})\b/g,
    precision: "exact",
    read: (m) => dayOf(Number(m[1]), Number(m[2]), Number(m[3])),
  },
  {
    pattern: /(?<![\d/.-])(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?![\d/]|\.\d|-\d)/g,
    precision: "exact",
    read: (m, today, before, _after, { locale }) =>
      readNumeric(Number(m[1]), Number(m[2]), fullYear(Number(m[3])), { today, locale, before }),
  },
  {
    // "vai fazer dois anos dia 10 de dezembro", "it will be two years on January 20": the day itself lies that far back
    pattern: new RegExp(
      `\\b(?:vai fazer|vao fazer|fara|completa\\w*|vai completar|faz|fazem|will be|itll be|it will be|makes) (${NUMBER}) (anos?|mes|meses|years?|months?) (?:(?:agora|ja|que vem|now|exactly|exatos) )?(?:no dia |dia |em |no |on |this |next |the )*(?:(\\d{1,2})(?:o|st|nd|rd|th)? (?:de |of )?(${LONG_MONTH})|(${LONG_MONTH}) (?:the )?(\\d{1,2})(?:st|nd|rd|th)?|(\\d{1,2})/(\\d{1,2}))\\b(?!,? (?:de )?\\d{4})`,
      "g",
    ),
    precision: "exact",
    read: (m, today) => {
      const month = m[8] === undefined ? (MONTHS[m[4] ?? m[5] ?? ""] ?? 0) : Number(m[8]);
      const next = near(Number(m[3] ?? m[6] ?? m[7]), month, undefined, today, "ate ");
      const back = (numberOf(m[1]) ?? 0) * (/^(ano|year)/.test(m[2] ?? "") ? 12 : 1);
      return next === null || back > 60 ? null : addMonths(next, -back);
    },
  },
  {
    // "no último dia de março de 2025", "the last day of March"
    pattern: new RegExp(
      `\\b(?:ultimo dia d[eo]|last day (?:of|in)) (?:mes de )?(${LONG_MONTH})(?:,? (?:de |do )?(\\d{4}))?\\b`,
      "g",
    ),
    precision: "exact",
    read: (m, today, before) => {
      const first = near(1, MONTHS[m[1] ?? ""] ?? 0, m[2], today, before);
      return first === null ? null : addDays(addMonths(first, 1), -1);
    },
  },
  {
    // "terça da semana passada", "last week on Tuesday": a day of the week before this one
    pattern: new RegExp(
      `\\b(?:(?:na |no |on )?(${WEEKDAY})(?:-feira| feira)?,? (?:(?:d[ae]|of|on) )?(?:outra semana|semana passada|semana retrasada|last week)|(?:semana passada|semana retrasada|last week),? (?:(?:na|no|on) )?(${WEEKDAY})(?:-feira| feira)?)\\b`,
      "g",
    ),
    precision: "exact",
    read: (m, today) => {
      const monday = addDays(today, -7 * (m[0].includes("retrasada") ? 2 : 1) - ((weekday(today) + 6) % 7));
      return addDays(monday, ((WEEKDAYS[m[1] ?? m[2] ?? ""] ?? 0) + 6) % 7);
    },
  },
  {
    // "20 de agosto do ano passado", "august 20th last year"
    pattern: new RegExp(
      `\\b(?:(\\d{1,2}|${DAY_WORD})(?:o|st|nd|rd|th)? (?:de |of )?(${LONG_MONTH})|(${LONG_MONTH}) (?:the )?(\\d{1,2})(?:st|nd|rd|th)?),? (?:do |of )?(?:ano (?:passado|retrasado)|last year)\\b`,
      "g",
    ),
    precision: "exact",
    read: (m, today) => {
      const day = DAY_WORDS[m[1] ?? ""] ?? Number(m[1] ?? m[4]);
      const back = m[0].includes("retrasado") ? 2 : 1;
      return dayOf(Number(today.slice(0, 4)) - back, MONTHS[m[2] ?? m[3] ?? ""] ?? 0, day);
    },
  },
  {
    // "vinte e dois de outubro de dois mil e vinte e quatro", "the third of march 2025"
    pattern: new RegExp(
      `\\b(${DAY_WORD})(?: of| de)? (${LONG_MONTH})\\b(?:,?(?: de| do)? (\\d{4}\\b|dois mil e (?:${DAY_WORD}|\\d{1,2})))?`,
      "g",
    ),
    precision: "exact",
    read: (m, today, before) => {
      const spoken = m[3]?.replace("dois mil e ", "");
      const year =
        spoken === undefined || spoken === m[3] ? m[3] : String(2000 + (DAY_WORDS[spoken] ?? numberOf(spoken) ?? 0));
      return near(DAY_WORDS[m[1] ?? ""] ?? 0, MONTHS[m[2] ?? ""] ?? 0, year, today, before);
    },
  },
  {
    // "no comeco de setembro dia 4", "in august, the 21st"
    pattern: new RegExp(
      `\\b(${LONG_MONTH}),? (?:no |on )?(?:dia|the) (\\d{1,2})(?:o|st|nd|rd|th)?\\b(?! ?(?:dias?|horas?|mil|reais))`,
      "g",
    ),
    precision: "exact",
    read: (m, today, before) => near(Number(m[2]), MONTHS[m[1] ?? ""] ?? 0, undefined, today, before),
  },
  {
    pattern: new RegExp(`\\b(${FEAST})\\b(?! (?:bonus|gift|presente|party|cesta|rn\\b))`, "g"),
    precision: "exact",
    read: (m, today, before, _after, { locale }) => {
      // Natal is a city too.
      if (m[1] === "natal" && (locale === "en" || /\b(em|de|in|to|from|para)$/.test(before.trimEnd()))) return null;
      const on = FEAST_DAYS[m[1] ?? ""];
      const year = Number(today.slice(0, 4));
      if (on === undefined) return null;
      const same = on(year);
      return isAhead(before) ? (same >= today ? same : on(year + 1)) : same <= today ? same : on(year - 1);
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
    read: (m, today, before, after, frame) =>
      /(escala|artigo|art|escore|nota|jornada) ?$/.test(before) ||
      /^ ?(parcela|prestac|vezes|avos|installment)/.test(after)
        ? null
        : readShort(Number(m[1]), Number(m[2]), today, before, frame.locale),
  },
  {
    pattern: new RegExp(`\\b(?:the )?(?<!ago )(${WORD_DAY})\\b`, "g"),
    precision: "exact",
    read: (m, today, before, _after, { wakingDay }) => {
      // "Ate hoje nao me pagaram" names no day; "tenho ate hoje" does.
      if (/\b(?:ate|until|to) $/.test(before) && !/\b(tenho|temos|prazo|have|deadline)\b[^.]{0,40}$/.test(before))
        return null;
      const days = WORD_DAYS[m[1] ?? ""] ?? 0;
      return addDays(days === 0 && isAhead(`${before} `) ? today : wakingDay, days);
    },
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
    pattern: /\b(?:half a year ago|(?:ha|faz) meio ano)\b/g,
    precision: "about",
    read: (_m, today) => addMonths(today, -6),
  },
  {
    pattern: new RegExp(`\\b(${NUMBER}) (years?|months?) and a half ago\\b`, "g"),
    precision: "about",
    read: (m, today) => span(m[1], m[2], "meio", undefined, today, -1),
  },
  {
    pattern:
      /\b(?:dia |the )(\d{1,2})(?:st|nd|rd|th)? (?:d[oe]|of) (?:mes )?(passado|que vem|proximo mes|mes passado|mes que vem|last month|next month)\b/g,
    precision: "exact",
    read: (m, today) => {
      const month = addMonths(`${today.slice(0, 8)}01`, /passado|last/.test(m[2] ?? "") ? -1 : 1);
      return dayOf(Number(month.slice(0, 4)), Number(month.slice(5, 7)), Number(m[1]));
    },
  },
  {
    // "mes passado, dia 21"
    pattern: /\b(mes passado|last month|mes que vem|next month),? (?:no |on )?(?:dia|the) (\d{1,2})\b/g,
    precision: "exact",
    read: (m, today) => {
      const month = addMonths(`${today.slice(0, 8)}01`, /passado|last/.test(m[1] ?? "") ? -1 : 1);
      return dayOf(Number(month.slice(0, 4)), Number(month.slice(5, 7)), Number(m[2]));
    },
  },
  {
    // "it's been a year and eleven months since"
    pattern: new RegExp(
      `\\bbeen (?:about |almost |nearly |over |just )?(${NUMBER}) (${UNIT})(?:,? and (${NUMBER})(?: (${UNIT}))?)? since\\b`,
      "g",
    ),
    precision: "about",
    read: (m, today) => span(m[1], m[2], m[3], m[4], today, -1),
  },
  {
    // "faz 1 ano e 11 meses", "há 3 semanas", "two years and a month ago"
    pattern: new RegExp(
      `\\b(?:fa(?:z|iz|is|s|iz)(?:em)?|fazia|ha|tem|a)(?: (?:uns|umas|mais de|quase|cerca de|ja|mais ou menos|so|coisa de|bem|exatos))* (${NUMBER}) (${UNIT})(?: e (meio|meia|${NUMBER})(?: (${UNIT}))?)?(?: atras)?\\b`,
      "g",
    ),
    precision: "about",
    // "Tem 3 dias para pagar" is a limit, not three days ago.
    read: (m, today, before, after) =>
      before.endsWith("dura") ||
      /^ old\b/.test(after) ||
      /^a .*(?:day|week|month|year|yr)/.test(m[0]) ||
      (/^(tem|a) /.test(m[0]) && /^ (para|pra|p|de prazo|uteis|corridos)\b/.test(after))
        ? null
        : span(m[1], m[2], m[3], m[4], today, -1),
  },
  {
    pattern: new RegExp(
      `\\b(${NUMBER}) (?:and a half )?(?:of )?(${UNIT})(?:,? (?:and|e) (meio|meia|${NUMBER})(?: (${UNIT}))?)? (?:ago(?: today)?|atras|back)\\b`,
      "g",
    ),
    precision: "about",
    read: (m, today) => span(m[1], m[2], m[3], m[4], today, -1),
  },
  {
    // "10 days since", "ja sao 12 dias que"
    pattern: new RegExp(
      `\\b(?:ja (?:sao|tem|faz|vao) )?(${NUMBER}) (${UNIT}) (?:since|que (?:eu |me |o |a |fui|recebi|chegou))`,
      "g",
    ),
    precision: "about",
    read: (m, today, before) =>
      /\b(cada|todo|prazo|tenho|deram|mais de|ate)( \w+)? $/.test(before)
        ? null
        : span(m[1], m[2], undefined, undefined, today, -1),
  },
  {
    pattern: new RegExp(
      `\\b(?:(next|proxim[oa]|this|nesta|esta|essa|nessa|na|no|on|last|ultim[oa]|by|until|ate) )?(${WEEKDAY})(?:-feira| feira)?(?: (que vem|q vem|que passou|passad[oa]|retrasad[oa]|agora|proxim[oa]))?\\b`,
      "g",
    ),
    precision: "exact",
    read: (m, today, before, after) => readWeekday(m, today, before, after),
    readAlso: (m, today, before) => earlierWeekday(m, today, before),
  },
  {
    pattern: new RegExp(
      `\\b(?:(?:em|in|desde|since|de|of|last|until|ate|fim de|final de|meados de|comeco de|comecinho de|inicio de|mid|early|late) )(${LONG_MONTH})(?: (?:de |do |of )?(\\d{4}|ano passado|last year|este ano|this year|passado))?\\b`,
      "g",
    ),
    precision: "about",
    read: (m, today, before) => readMonth(m, today, before),
  },
  {
    pattern: new RegExp(`\\b(${RELATIVE_WORDS})\\b`, "g"),
    precision: "about",
    read: (m, today) => RELATIVE[m[1] ?? ""]?.(today) ?? null,
  },
  {
    pattern:
      /\b(?:dia|no dia|on the|the|on day) (\d{1,2})(?:o|st|nd|rd|th)?\b(?! ?(?:%|reais|dias?|meses|anos|horas?|h\b|[/.,]\d|civil|labou?r|family|criminal|federal|court|floor|time|party|vara|instal|de (?:janeiro|fevereiro|marco|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro)))/g,
    precision: "exact",
    read: (m, today, before) => readDayOfMonth(m, today, before),
  },
  {
    pattern: new RegExp(
      `\\b(?:dia (${DAY_WORD})|(?:the|on) (${ORDINAL_EN}))\\b(?! (?:de|of|dias?|time|floor|day|week|month|year|party|person|vez|instal|parcela|civil|labou?r|family|criminal|federal|court|chamber))`,
      "g",
    ),
    precision: "exact",
    read: (m, today, before) => readDayOfMonth([m[0], m[1] ?? m[2] ?? ""], today, before),
  },
  {
    pattern: /\b(?:em|in|desde|since|de) ((?:19|20)\d{2})\b/g,
    precision: "year",
    read: (m, today) => (Number(m[1]) < Number(today.slice(0, 4)) ? dayOf(Number(m[1]), 1, 1) : null),
  },
];

// Without a year the order is doubtful in English as well; see readNumeric.
function readShort(first: number, second: number, today: string, before: string, locale: Locale): string | null {
  const dayFirst = near(first, second, undefined, today, before);
  if (locale === "pt-BR" || first === second) return dayFirst;
  const monthFirst = near(second, first, undefined, today, before);
  if (dayFirst === null || monthFirst === null) return dayFirst ?? monthFirst;
  const both = [dayFirst, monthFirst].sort();
  return both.find((day) => (isAhead(before) ? day >= today : day <= today)) ?? both[0] ?? null;
}
