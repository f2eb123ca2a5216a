// Turns the days found in a text into limits: which event stands beside a day, and when the time that it started runs out.
import { LIMITS, type Limit, limitDays, limitOf } from "../legal/limits.ts";
import { addDays, addMonths, daysBetween, hoursToEndOf } from "./calendar.ts";
import { NUMBER, numberOf } from "./date-words.ts";
import { ACT_KIND, findAct } from "./find-acts.ts";
import type { DateHit } from "./find-dates.ts";
import { findSupport, SUPPORT_KIND } from "./find-support.ts";
import { foldAligned } from "./text.ts";
import type { Deadline, LimitRead } from "./types.ts";

/** The limits that `text` speaks of; `hits` are its days. A stated span ("15 dias para sair") wins over the table's. */
export function findLimits(text: string, hits: readonly DateHit[], today: string): LimitRead[] {
  const folded = foldAligned(text);
  const reads = new Map<string, LimitRead>();
  const sureness = new Map<string, Sureness>();
  const act = findAct(text, hits, today);
  const whole = spelt(folded);
  // What the whole text does not tell, no clause of it does: looked at once, not beside every day.
  const limits = LIMITS.filter((limit) => limit.kind !== SUPPORT_KIND && isTold(limit, whole));
  for (const hit of hits) {
    const clause = clauseAround(folded, hit.index, hit.quote.length, 1);
    let found = readsAt(clause, limits, hit, text, act, today);
    // The event often stands in the sentence before: "Everyone calls me a thief. It began in May."
    if (found.length === 0) {
      const wider = clauseAround(folded, hit.index, hit.quote.length, 2);
      if (wider !== clause) found = readsAt(wider, limits, hit, text, act, today);
    }
    for (const read of found) keepSurer(reads, read, sureness, surenessOf(hit));
  }
  const support = findSupport(text, hits, today);
  if (support !== null) reads.set(SUPPORT_KIND, support);
  // A hearing on the same day says it better.
  if (act !== null && reads.get("hearing")?.date !== act.date) reads.set(ACT_KIND, act);
  for (const stated of statedSpans(folded, text, hits, today)) keepEarlier(reads, stated);
  const stated = reads.get(STATED_KIND);
  // A stated span that only repeats a limit of the table says nothing more.
  if (
    stated !== undefined &&
    [...reads.values()].some(({ kind, date }) => kind !== STATED_KIND && date === stated.date)
  ) {
    reads.delete(STATED_KIND);
  }
  return [...reads.values()];
}

// The limits that the words around one day start or name.
function readsAt(
  clause: string,
  limits: readonly Limit[],
  hit: DateHit,
  text: string,
  act: LimitRead | null,
  today: string,
): LimitRead[] {
  const out: LimitRead[] = [];
  const window = spelt(clause);
  for (const limit of limits) {
    // "A debt of 2019" dates the debt, and no year starts a limit of days.
    if (hit.precision === "year" && (/^(de|of) /i.test(hit.quote) || limitDays(limit.kind) < 365)) continue;
    const from = limit.event === "past" && hit.date > today && hit.also !== null ? hit.also : hit.date;
    if (!applies(limit, window, from, today)) continue;
    // What happens today has not yet started the time of an answer.
    if (act?.date === today && from === today && limit.event === "past") continue;
    const date = limit.length === null ? from : lastDay(from, limit);
    // A limit of days that ended over a year ago is another story's: "tenant for 6 years".
    if (limitDays(limit.kind) < 365 && date < addDays(today, -365)) continue;
    out.push({ kind: limit.kind, date, quote: quoteOf(text, hit) });
  }
  return out;
}

// The earlier of two readings; but a day that is named ("on 24 November") beats a span close to it ("nearly two months ago").
function keepSurer(
  reads: Map<string, LimitRead>,
  read: LimitRead,
  sureness: Map<string, Sureness>,
  sure: Sureness,
): void {
  const known = reads.get(read.kind);
  if (known !== undefined) {
    const before = sureness.get(read.kind);
    const close = Math.abs(daysBetween(known.date, read.date)) <= CLOSE_DAYS;
    const surer = close && before === "vague" && sure === "named";
    const vaguer = close && before === "named" && sure === "vague";
    if (vaguer || (!surer && read.date >= known.date)) return;
  }
  reads.set(read.kind, read);
  sureness.set(read.kind, sure);
}

type Sureness = "named" | "counted" | "vague";

// "On 24 November" is named, "ten days ago" counted, "nearly two months ago" vague.
function surenessOf(hit: DateHit): Sureness {
  if (hit.precision === "exact" && /\d/.test(hit.quote)) return "named";
  return hit.precision !== "exact" && /(m[eê]s|ano|month|year)/i.test(hit.quote) ? "vague" : "counted";
}

// Further apart, the two are two events.
const CLOSE_DAYS = 45;

const STATED_KIND = "stated_deadline";

/** The limits with their names, sources and the time left at `now`, nearest first. */
export function deadlinesAt(reads: readonly LimitRead[], now: Date, zone: string): Deadline[] {
  return reads
    .map(({ kind, date, quote }) => {
      const limit = limitOf(kind);
      const hoursLeft = hoursToEndOf(date, now, zone);
      return {
        kind,
        date,
        label: limit?.label ?? { "pt-BR": "Prazo informado por você", en: "Deadline that you gave" },
        source: limit?.source ?? "",
        quote,
        hoursLeft,
        passed: hoursLeft === 0,
      };
    })
    .sort((a, b) => a.date.localeCompare(b.date));
}

/** A running limit is in danger within 15 days of its end, or in the last tenth of it. */
export function inDanger(deadline: Deadline): boolean {
  return !deadline.passed && deadline.hoursLeft <= 24 * Math.max(15, limitDays(deadline.kind) / 10);
}

function applies(limit: Limit, window: string, date: string, today: string): boolean {
  if (limit.event === "past" ? date > today : date < today) return false;
  return isTold(limit, window) && !(limit.unless?.test(window) ?? false);
}

function isTold(limit: Limit, window: string): boolean {
  return limit.trigger.test(window) || (limit.told?.every((part) => part.test(window)) ?? false);
}

// As people write and dictate: "mandaro" for mandaram, "ameassou", "it's".
function spelt(window: string): string {
  return window
    .replace(/'/g, "")
    .replace(/\b(\w{3,})aro\b/g, "$1aram")
    .replace(/\b(\w{3,})ero\b/g, "$1eram")
    .replace(/ameass/g, "ameac")
    .replace(/\brecieved\b/g, "received");
}

function lastDay(from: string, limit: Limit): string {
  const { days = 0, months = 0, years = 0 } = limit.length ?? {};
  return addDays(addMonths(from, months + 12 * years), days);
}

// The clause with the day and its neighbours: people put the event before or after ("two years ago I was fired").
function clauseAround(folded: string, index: number, length: number, sentences: 1 | 2): string {
  const from = Math.max(0, index - REACH);
  const to = Math.min(folded.length, index + length + REACH);
  const before = folded.slice(from, index);
  const after = folded.slice(index + length, to);
  const end = before.lastIndexOf(". ");
  const start = sentences === 1 || end < 0 ? end : before.lastIndexOf(". ", end - 1);
  return before.slice(start + 1) + folded.slice(index, index + length) + (after.split(/[.!?\n]/)[0] ?? "");
}

const REACH = 110;

// "tenho 15 dias para sair", "me deram 48 horas", "I have 10 days to answer".
const STATED = new RegExp(
  `\\b(?:tenho|tem|temos|deram|deu|dando|dizendo (?:que|q) (?:eu )?tenho|prazo (?:e )?de|in|within|have|has|got|gave (?:me|us)|given|me) (?:so |apenas |only |just |ate |uns )?(${NUMBER}) ?(dias?|semanas?|horas?|days?|weeks?|hours?)(?: uteis| working)?(?: (?:para|pra|p|to) (\\w+))?`,
  "g",
);

function statedSpans(folded: string, text: string, hits: readonly DateHit[], today: string): LimitRead[] {
  const out: LimitRead[] = [];
  for (const match of folded.matchAll(STATED)) {
    const purpose = match[3];
    const named = /(prazo|deram|deu|dando|gave|given|dizendo|have)/.test(match[0]);
    if (purpose === undefined && !/(prazo|deram|deu prazo|gave|given)/.test(match[0])) continue;
    if (purpose !== undefined && !PURPOSE.test(purpose) && !named) continue;
    const amount = numberOf(match[1]) ?? 0;
    const unit = match[2] ?? "";
    const days = /^(hora|hour)/.test(unit) ? Math.floor(amount / 24) : /^(sem|week)/.test(unit) ? amount * 7 : amount;
    if (days > 365) continue;
    const start = nearestPast(hits, match.index, today) ?? today;
    out.push({
      kind: STATED_KIND,
      date: addDays(start, days),
      quote: text.slice(match.index, match.index + match[0].length),
    });
  }
  return out;
}

const PURPOSE =
  /^(sair|desocupar|responder|recorrer|pagar|apresentar|contestar|defender|entregar|deixar|me|leave|answer|reply|appeal|pay|move|respond|vacate|present)/;

function nearestPast(hits: readonly DateHit[], index: number, today: string): string | null {
  const past = hits.filter(
    ({ date, index: at }) => date <= today && date > addDays(today, -120) && Math.abs(at - index) < 160,
  );
  past.sort((a, b) => Math.abs(a.index - index) - Math.abs(b.index - index));
  return past[0]?.date ?? null;
}

function keepEarlier(reads: Map<string, LimitRead>, read: LimitRead): void {
  const known = reads.get(read.kind);
  if (known === undefined || read.date < known.date) reads.set(read.kind, read);
}

function quoteOf(text: string, hit: DateHit): string {
  const from = Math.max(0, hit.index - 40);
  const to = Math.min(text.length, hit.index + hit.quote.length + 40);
  return text.slice(from, to).replace(/\s+/g, " ").trim();
}
