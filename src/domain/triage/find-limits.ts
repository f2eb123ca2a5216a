// Turns the days found in a text into limits: which event stands beside a day, and when the time that it started runs out.
import { LIMITS, type Limit, limitDays, limitOf } from "../legal/limits.ts";
import { addDays, addMonths, daysBetween, hoursToEndOf } from "./calendar.ts";
import { ownClause, spelt, windowsAround } from "./clauses.ts";
import { ACT_KIND, findAct } from "./find-acts.ts";
import type { DateHit } from "./find-dates.ts";
import { findSupport, SUPPORT_KIND } from "./find-support.ts";
import { STATED_KIND, statedLimits } from "./stated-spans.ts";
import { foldAligned } from "./text.ts";
import type { Deadline, LimitRead } from "./types.ts";

/** The limits that `text` speaks of; `hits` are its days. A stated span ("15 dias para sair") wins over the table's. */
export function findLimits(text: string, hits: readonly DateHit[], today: string): LimitRead[] {
  const folded = foldAligned(text);
  const kept = new Map<string, Kept>();
  const act = findAct(text, hits, today);
  const whole = hits.length === 0 ? "" : spelt(folded);
  // What the whole text does not tell, no clause of it does: looked at once, not beside every day.
  const limits = LIMITS.filter((limit) => limit.kind !== SUPPORT_KIND && isTold(limit, whole));
  const alone = new Set(hits.map(({ date }) => date)).size === 1;
  const owns = hits.map((_hit, at) => ownClause(folded, hits, at));
  const gone = longGone(limits, hits, owns, today);
  for (const [at, hit] of hits.entries()) {
    const own = owns[at] ?? "";
    let found: LimitRead[] = [];
    for (const window of windowsAround(folded, hit, alone)) {
      found = readsAt(window, limits, hit, text, act, today);
      if (found.length > 0) break;
    }
    // A day beside the words that start a limit takes its event from anywhere in the story.
    const started = limits.filter(({ kind, starts }) => starts?.test(own) && !found.some((read) => read.kind === kind));
    for (const read of [...found, ...readsAt(whole, started, hit, text, act, today)]) {
      if (gone.has(read.kind)) continue;
      const starts = limitOf(read.kind)?.starts?.test(own) ?? false;
      keepSurer(kept, { read, starts, sure: surenessOf(hit) }, today);
    }
  }
  const reads = new Map([...kept].map(([kind, { read }]) => [kind, read]));
  const support = findSupport(text, hits, today);
  if (support !== null) reads.set(SUPPORT_KIND, support);
  // A hearing on the same day says it better.
  if (act !== null && reads.get("hearing")?.date !== act.date) reads.set(ACT_KIND, act);
  for (const stated of statedLimits(folded, text, hits, today)) keepEarlier(reads, stated);
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

// Limits of days whose event is told with a day of its own that lies years back: another day of the story does not start them.
function longGone(
  limits: readonly Limit[],
  hits: readonly DateHit[],
  owns: readonly string[],
  today: string,
): ReadonlySet<string> {
  const gone = new Set<string>();
  const fresh = new Set<string>();
  for (const [at, hit] of hits.entries()) {
    for (const limit of limits) {
      if (limit.length === null || limitDays(limit.kind) >= 365) continue;
      const own = owns[at] ?? "";
      const past = lastDay(hit.date, limit) < addDays(today, -365);
      // The words right before the day: "a debt of a company I left in 2017" is about the leaving.
      if (isTold(limit, past ? own.slice(-BESIDE - hit.quote.length) : own)) (past ? gone : fresh).add(limit.kind);
    }
  }
  return new Set([...gone].filter((kind) => !fresh.has(kind)));
}

const BESIDE = 30;

interface Kept {
  read: LimitRead;
  /** The day stands beside the words of what starts the time. */
  starts: boolean;
  sure: Sureness;
}

// The limits that the words around one day start or name.
function readsAt(
  window: string,
  limits: readonly Limit[],
  hit: DateHit,
  text: string,
  act: LimitRead | null,
  today: string,
): LimitRead[] {
  const out: LimitRead[] = [];
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

// The day that starts the time, or the earlier of two readings; but a day that is named ("on 24 November") beats a span close to it ("nearly two months ago").
function keepSurer(kept: Map<string, Kept>, next: Kept, today: string): void {
  const known = kept.get(next.read.kind);
  if (known !== undefined) {
    const close = Math.abs(daysBetween(known.read.date, next.read.date)) <= CLOSE_DAYS;
    const surer = close && known.sure === "vague" && next.sure === "named";
    const vaguer = close && known.sure === "named" && next.sure === "vague";
    if (vaguer || (next.sure === "year" && known.sure !== "year")) return;
    const over = known.starts && next.starts && known.read.date < today && next.read.date >= today;
    const better = surer || over || (known.sure === "year" && next.sure !== "year");
    if (!better && known.starts && !next.starts) return;
    if (!better && known.starts === next.starts && next.read.date >= known.read.date) return;
  }
  kept.set(next.read.kind, next);
}

type Sureness = "named" | "counted" | "vague" | "year";

// "On 24 November" is named, "ten days ago" counted, "nearly two months ago" vague.
function surenessOf(hit: DateHit): Sureness {
  if (hit.precision === "year") return "year";
  if (hit.precision === "exact" && /\d/.test(hit.quote)) return "named";
  return hit.precision !== "exact" && /(m[eê]s|ano|month|year)/i.test(hit.quote) ? "vague" : "counted";
}

// Further apart, the two are two events.
const CLOSE_DAYS = 45;

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
  if (!(limit.unless?.test(window) ?? false) && isNamed(limit, window)) return true;
  return !(limit.notScenes?.test(window) ?? false) && isScene(limit, window);
}

function isTold(limit: Limit, window: string): boolean {
  return isNamed(limit, window) || isScene(limit, window);
}

function isNamed(limit: Limit, window: string): boolean {
  return limit.trigger.test(window) || (limit.told?.every((part) => part.test(window)) ?? false);
}

function isScene(limit: Limit, window: string): boolean {
  return limit.scenes?.some((scene) => scene.every((part) => part.test(window))) ?? false;
}

function lastDay(from: string, limit: Limit): string {
  const { days = 0, months = 0, years = 0 } = limit.length ?? {};
  return addDays(addMonths(from, months + 12 * years), days);
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
