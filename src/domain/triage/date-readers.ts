// The patterns in which people write days, surest first, each with how it is read.
import { addDays, addMonths, dayOf } from "./calendar.ts";
import { ANY_MONTH, LONG_MONTH, MONTHS, NUMBER, RELATIVE, UNIT, WEEKDAY, WORD_DAYS } from "./date-words.ts";
import { fullYear, near, readDayOfMonth, readMonth, readWeekday, span } from "./resolve-day.ts";

/** `exact` names a day, `about` a month or a span ("two years ago"), `year` no more than a year. */
export type Precision = "exact" | "about" | "year";

export interface Reader {
  pattern: RegExp;
  precision: Precision;
  read: (match: RegExpMatchArray, today: string, before: string, after: string) => string | null;
}

export const READERS: readonly Reader[] = [
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
    read: (m, today, before, after) => readWeekday(m, today, before, after),
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
    precision: "year",
    read: (m, today) => (Number(m[1]) < Number(today.slice(0, 4)) ? dayOf(Number(m[1]), 1, 1) : null),
  },
];
