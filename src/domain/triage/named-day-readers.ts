// The patterns of days that are named: with a month, a feast, an anniversary, a slash.
import { addDays, addMonths, dayOf, weekday } from "./calendar.ts";
import type { Reader } from "./date-reader.ts";
import {
  ANY_MONTH,
  DAY_WORD,
  DAY_WORDS,
  FEAST,
  LONG_MONTH,
  MONTHS,
  NUMBER,
  numberOf,
  WEEKDAY,
  WEEKDAYS,
} from "./date-words.ts";
import { FEAST_DAYS } from "./feasts.ts";
import { fullYear, isAhead, near, readNumeric } from "./resolve-day.ts";
import type { Locale } from "./types.ts";

/** Surest first. */
export const NAMED_DAY_READERS: readonly Reader[] = [
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
