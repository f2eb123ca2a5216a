// The patterns in which people write days, surest first, each with how it is read.
import { addDays, addMonths, dayOf } from "./calendar.ts";
import type { Reader } from "./date-reader.ts";
import {
  DAY_WORD,
  LONG_MONTH,
  NUMBER,
  ORDINAL_EN,
  RELATIVE,
  RELATIVE_WORDS,
  UNIT,
  WEEKDAY,
  WORD_DAY,
  WORD_DAYS,
} from "./date-words.ts";
import { NAMED_DAY_READERS } from "./named-day-readers.ts";
import { earlierWeekday, isAhead, readDayOfMonth, readMonth, readWeekday, span } from "./resolve-day.ts";

/** Who has an age, right before "tem". */
const SOMEBODY =
  /\b(ele|ela|menin[oa]|garot[oa]|crianca|bebe|filh[oa]|net[oa]|sobrinh[oa]|mae|pai|avo|marido|esposa|irma|irmao|ja) ?(?:so |ja )?$/;

export const READERS: readonly Reader[] = [
  ...NAMED_DAY_READERS,
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
      (/^(tem|a) /.test(m[0]) && /^ (para|pra|p|de prazo|uteis|corridos)\b/.test(after)) ||
      // "O menino tem 4 anos" is how old he is.
      (/^tem .*anos?$/.test(m[0]) && SOMEBODY.test(before) && !/^ (que|de casad|de casa|de empresa)\b/.test(after))
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
      `(?<!\\brio )\\b(?:(?:em|in|desde|since|de|of|last|until|ate|fim de|final de|meados de|comeco de|comecinho de|inicio de|mid|early|late) )(${LONG_MONTH})(?: (?:de |do |of )?(\\d{4}|ano passado|last year|este ano|this year|passado))?\\b`,
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
