// Turns what a pattern of a day has caught into a day: the year left out, the weekday meant, the span counted.
import { addDays, addMonths, dayOf, weekday } from "./calendar.ts";
import { MONTHS, NUMBERS, WEEKDAYS } from "./date-words.ts";

export function fullYear(year: number): number {
  return year >= 100 ? year : year > 60 ? 1900 + year : 2000 + year;
}

// Words of what is still to come; without one, a day without a year lies in the past unless that is over eight months away.
const FUTURE =
  /(audiencia|marcad[ao]|vence\w*|prazo|ate( o)?|proxim[oa]|pericia|julgamento|leilao|hearing|due|deadline|by|until|scheduled|trial|court date|expires?|next|voo|viag\w+|flight|is on|sera|vai ser|tenho)( \w+){0,3}[ ,:]*( (?:no|em|on|for|dia|the|para|pra))*\s*$/;

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
  if (FUTURE.test(before)) return same >= today ? same : (dayOf(thisYear + 1, month, day) ?? same);
  if (same <= today) return same;
  const past = dayOf(thisYear - 1, month, day);
  return past !== null && past > addMonths(today, -8) ? past : same;
}

export function readDayOfMonth(m: RegExpMatchArray, today: string, before: string): string | null {
  const day = Number(m[1]);
  const [year, month] = today.split("-").map(Number);
  const same = dayOf(year ?? 0, month ?? 0, day);
  const next = addMonths(`${today.slice(0, 8)}01`, 1);
  const following = dayOf(Number(next.slice(0, 4)), Number(next.slice(5, 7)), day);
  if (FUTURE.test(before)) return same !== null && same >= today ? same : following;
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
    /^(last|ultim)/.test(lead ?? "") ||
    /^passad/.test(tail ?? "") ||
    (tail === undefined &&
      !/^(next|proxim|ate|by|until)/.test(lead ?? "") &&
      (HAPPENED.test(after) || HAPPENED_BEFORE.test(before)));
  if (last) return addDays(today, ahead === 0 ? -7 : ahead - 7);
  return addDays(today, ahead === 0 ? 7 : ahead);
}

// "Na segunda chegou a carta": what stands in the past tense was last Monday.
const HAPPENED =
  /^ (eu |ele |ela |o \w+ |a \w+ |i |he |she |they |the \w+ )?(chegou|recebi|fui|foi|me|aconteceu|veio|vieram|got|received|was|came|happened|hit|sent|told|gave|left)\b/;

// "Chegou um oficial aqui segunda-feira"; "fui intimado para segunda" still lies ahead.
const HAPPENED_BEFORE =
  /\b(chegou|chegaram|recebi|recebemos|veio|vieram|aconteceu|apareceu|apareceram|bateu|bateram|deixou|deixaram|mandaram embora|demitiu|demitiram|demitid[oa]|faleceu|morreu|received|got|came|arrived|happened|was fired|fired me|was arrested|died|hit me)\b(?!.*\b(para|pra|p|for|ate|until|by|marcad[oa]|audiencia|hearing|prazo|deadline|set|proxim[oa]|next|que|q|dizendo|vou|vai|vao|tenho|saying|that|to|will|have|must)\b)[^.!?;]*$/;

export function readMonth(m: RegExpMatchArray, today: string, before: string): string | null {
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
