// The words of days in Portuguese and English (folded): months, weekdays, numbers, units, "ontem", "next week".
import { addDays, addMonths, weekday } from "./calendar.ts";
import { FEAST_DAYS } from "./feasts.ts";

export const MONTHS: Record<string, number> = Object.fromEntries(
  [
    "janeiro jan january",
    "fevereiro feverero fev february febuary feb",
    "marco mar march",
    "abril abr april apr",
    "maio mai may",
    "junho jun june",
    "julho jul july",
    "agosto ago august aug",
    "setembro setenbro set september setember sep sept",
    "outubro october octuber oct out",
    "novembro novenbro november novemeber nov",
    "dezembro dezenbro dez december dec",
  ].flatMap((names, index) => names.split(" ").map((name) => [name, index + 1] as const)),
);

export const LONG_MONTH =
  "janeiro|fevereiro|marco|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro|january|february|march|april|may|june|july|august|september|october|november|december|feverero|febuary|setenbro|setember|octuber|novenbro|novemeber|dezenbro";
export const ANY_MONTH = `${LONG_MONTH}|jan|fev|feb|mar|abr|apr|mai|jun|jul|ago|aug|set|sept?|out|oct|nov|dez|dec`;

export const NUMBERS: Record<string, number> = {
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
  "couple of": 2,
  few: 3,
  alguns: 3,
  algumas: 3,
  dezesseis: 16,
  dezessete: 17,
  dezoito: 18,
  dezenove: 19,
  cinquenta: 50,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  fifty: 50,
};
const TENS = "vinte|trinta|quarenta|cinquenta|sessenta|noventa";
const TENS_EN = "twenty|thirty|forty|fifty|sixty|ninety";
const UNITS = "uma?|dois|duas|tres|quatro|cinco|seis|sete|oito|nove";
const UNITS_EN = "one|two|three|four|five|six|seven|eight|nine";
export const NUMBER = `\\d{1,3}|(?:${TENS}) e (?:${UNITS})(?= (?:d|s|m|a))|(?:${TENS_EN})[ -](?:${UNITS_EN})|${Object.keys(NUMBERS).join("|")}`;
export const UNIT =
  "dias?|semanas?|mes|meses|mezes|anos?|days?|weeks?|wks?|months?|years?|yrs?|fortnights?|quinzenas?|dia|d";

/** The number that words say ("vinte e dois", "twenty-two", "14"), or null. */
export function numberOf(word: string | undefined): number | null {
  if (word === undefined) return null;
  if (/^\d+$/.test(word)) return Number(word);
  const known = NUMBERS[word];
  if (known !== undefined) return known;
  const parts = word.split(/ e |[ -]/).map((part) => NUMBERS[part]);
  return parts.length === 2 && parts[0] !== undefined && parts[1] !== undefined ? parts[0] + parts[1] : null;
}

const ORDINALS =
  "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(
    " ",
  );

/** Days of the month in words: "doze", "vinte e tres", "primeiro", "twenty-third". */
export const DAY_WORDS: Record<string, number> = {
  primeiro: 1,
  ...Object.fromEntries(
    Object.entries(NUMBERS).filter(([name, day]) => day > 1 && day <= 30 && !/^(couple|few|algu)/.test(name)),
  ),
  ...Object.fromEntries(
    ["vinte e ", "trinta e "].flatMap((tens, at) =>
      "um dois tres quatro cinco seis sete oito nove"
        .split(" ")
        .map((unit, index) => [`${tens}${unit}`, 20 + 10 * at + index + 1] as const),
    ),
  ),
  ...Object.fromEntries(ORDINALS.map((name, index) => [name, index + 1])),
  ...Object.fromEntries(
    ORDINALS.slice(0, 9).flatMap((name, index) => [
      [`twenty-${name}`, 21 + index],
      [`twenty ${name}`, 21 + index],
    ]),
  ),
  thirtieth: 30,
  "thirty-first": 31,
  "thirty first": 31,
};
const longestFirst = (names: string[]) => names.sort((a, b) => b.length - a.length).join("|");
/** Longest first, so that "vinte e tres" is not read as "vinte". */
export const DAY_WORD = longestFirst(Object.keys(DAY_WORDS));
export const ORDINAL_EN = longestFirst(
  Object.keys(DAY_WORDS).filter((name) => /(st|nd|rd|th|second|third)$/.test(name)),
);

export const FEAST = longestFirst(Object.keys(FEAST_DAYS));

export const WEEKDAYS: Record<string, number> = {
  domingo: 0,
  segunda: 1,
  terca: 2,
  tersa: 2,
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
  wensday: 3,
  wendsday: 3,
  thurday: 4,
  thurs: 4,
  weds: 3,
  tues: 2,
  sabadao: 6,
};
export const WEEKDAY = Object.keys(WEEKDAYS).join("|");

export const WORD_DAYS: Record<string, number> = {
  hoje: 0,
  hj: 0,
  today: 0,
  "this afternoon": 0,
  "agora cedo": 0,
  "hoje de manha": 0,
  "hoje de tarde": 0,
  tonight: 0,
  "hoje a noite": 0,
  "this morning": 0,
  "esta manha": 0,
  ontem: -1,
  yesterday: -1,
  "last night": -1,
  "ontem a noite": -1,
  "essa manha": 0,
  "hoje cedo": 0,
  onti: -1,
  onten: -1,
  yday: -1,
  "ontem de manha": -1,
  "yesterday morning": -1,
  "essa noite": -1,
  anteontem: -2,
  "ante ontem": -2,
  antiontem: -2,
  "antes de ontem": -2,
  "antes d'ontem": -2,
  trasanteontem: -3,
  "day before yesterday": -2,
  amanha: 1,
  amnh: 1,
  amanhan: 1,
  tomorrow: 1,
  tomorow: 1,
  tmrw: 1,
  "depois de amanha": 2,
  "day after tomorrow": 2,
};

export const RELATIVE: Record<string, (today: string) => string> = {
  "semana retrasada": (t) => addDays(t, -14),
  "week before last": (t) => addDays(t, -14),
  "mes retrasado": (t) => addMonths(t, -2),
  "month before last": (t) => addMonths(t, -2),
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
  "fim desse mes": (t) => addDays(`${addMonths(t, 1).slice(0, 8)}01`, -1),
  "fim deste mes": (t) => addDays(`${addMonths(t, 1).slice(0, 8)}01`, -1),
  "end of this month": (t) => addDays(`${addMonths(t, 1).slice(0, 8)}01`, -1),
  "fim da semana": (t) => addDays(t, (5 - weekday(t) + 7) % 7),
  "final da semana": (t) => addDays(t, (5 - weekday(t) + 7) % 7),
  "end of the week": (t) => addDays(t, (5 - weekday(t) + 7) % 7),
  "fim do ano": (t) => `${t.slice(0, 4)}-12-31`,
  "final do ano": (t) => `${t.slice(0, 4)}-12-31`,
  "end of the year": (t) => `${t.slice(0, 4)}-12-31`,
  "ano retrasado": (t) => addMonths(t, -24),
  "year before last": (t) => addMonths(t, -24),
  "outra semana": (t) => addDays(t, -7),
  "comeco do mes": (t) => `${t.slice(0, 8)}01`,
  "inicio do mes": (t) => `${t.slice(0, 8)}01`,
  "comeco desse mes": (t) => `${t.slice(0, 8)}01`,
  "beginning of the month": (t) => `${t.slice(0, 8)}01`,
  "start of the month": (t) => `${t.slice(0, 8)}01`,
  "beginning of this month": (t) => `${t.slice(0, 8)}01`,
  "fim do mes": (t) => addDays(`${addMonths(t, 1).slice(0, 8)}01`, -1),
  "final do mes": (t) => addDays(`${addMonths(t, 1).slice(0, 8)}01`, -1),
  "end of the month": (t) => addDays(`${addMonths(t, 1).slice(0, 8)}01`, -1),
};
export const RELATIVE_WORDS = longestFirst(Object.keys(RELATIVE));
export const WORD_DAY = longestFirst(Object.keys(WORD_DAYS));
