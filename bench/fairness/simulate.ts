// One strategy over a whole world: waves of three offers, answers, expiries, acceptances, the rolling 30 days.

import { atCapacity } from "../../src/domain/equity/load.ts";
import type { AreaPool } from "../../src/domain/equity/pool.ts";
import { WINDOW_DAYS } from "../../src/domain/equity/pool.ts";
import { backSince, creditAt, missed, Rolling, VirtualClock } from "./absences.ts";
import { Agenda } from "./events.ts";
import type { Runner, Strategy } from "./strategies.ts";
import type { World } from "./world.ts";
import { AREA_COUNT, at, isPresent, luck, membersIn } from "./world.ts";

export const WAVE = 3;
const MOST_WAVES = 12;
const OFFER_DAYS = 1;
const RETRY_DAYS = 0.5;
/** Of those who do not want a case, so many say so; the others let the offer expire. */
const SAYS_NO = 0.6;

export interface Outcome {
  /** Person of each case; -1 without a taker. */
  taker: Int32Array;
  /** Score of the taker, and the best score among those who could be asked in the same wave. */
  takerScore: Float64Array;
  takerBest: Float64Array;
  /** By pair (person and area). */
  accepted: Float64Array;
  offers: Float64Array;
  /** Cases that the pair's fair share of its available days came to. */
  expected: Float64Array;
  violations: number;
  ndcg: number;
  offersSent: number;
}

export interface Pairs {
  person: Int32Array;
  area: Int32Array;
  /** pairs of area a: those of members[a], from first[a] on, in the same order. */
  first: Int32Array;
}

export function pairsOf(world: World): Pairs {
  const first = new Int32Array(AREA_COUNT + 1);
  for (let a = 0; a < AREA_COUNT; a++) first[a + 1] = at(first, a) + membersIn(world.members, a).length;
  const person = new Int32Array(at(first, AREA_COUNT));
  const area = new Int32Array(person.length);
  for (let a = 0; a < AREA_COUNT; a++) {
    person.set(membersIn(world.members, a), at(first, a));
    area.fill(a, at(first, a), at(first, a + 1));
  }
  return { person, area, first };
}

export function simulate(world: World, strategy: Strategy): Outcome {
  const pairs = pairsOf(world);
  const { people, day, area, offset, score } = world;
  const count = day.length;
  const outcome: Outcome = {
    taker: new Int32Array(count).fill(-1),
    takerScore: new Float64Array(count),
    takerBest: new Float64Array(count),
    accepted: new Float64Array(pairs.person.length),
    offers: new Float64Array(pairs.person.length),
    expected: new Float64Array(pairs.person.length),
    violations: 0,
    ndcg: 0,
    offersSent: 0,
  };
  const agenda = new Agenda();
  const loads = people.map(({ candidate }) => ({
    capacityMonthly: candidate.capacityMonthly,
    cases30d: 0,
    pendingOffers: 0,
  }));
  const lastOffered = new Float64Array(people.length).fill(Number.NEGATIVE_INFINITY);
  const clocks = Array.from({ length: AREA_COUNT }, () => new VirtualClock());
  const runners = runnersOf(world, pairs);
  const lastGone = new Float64Array(pairs.person.length);
  const acceptedLog = new Rolling((pair, then) => {
    lastGone[pair] = then;
    const one = runners[pair];
    const load = loads[at(pairs.person, pair)];
    if (one) one.facts.accepted--;
    if (load) load.cases30d--;
    casesIn[at(pairs.area, pair)] = at(casesIn, at(pairs.area, pair)) - 1;
  });
  const offeredLog = new Rolling((pair) => {
    const facts = runners[pair]?.facts;
    if (facts?.offered) facts.offered--;
  });
  const casesIn = new Float64Array(AREA_COUNT);
  const asked = new Map<number, Set<number>>();
  let measured = 0;

  const wave = (c: number, waves: number, now: number): void => {
    acceptedLog.forgetBefore(now - WINDOW_DAYS);
    offeredLog.forgetBefore(now - WINDOW_DAYS);
    const a = at(area, c);
    const from = at(pairs.first, a);
    const size = at(pairs.first, a + 1) - from;
    const before = asked.get(c);
    const pool: AreaPool = { area: String(a), cases: at(casesIn, a), credits: 0, weight: 0, professionals: 0 };
    const open: Runner[] = [];
    let best = 0;
    for (let k = 0; k < size; k++) {
      const one = runners[from + k];
      const person = people[at(pairs.person, from + k)];
      const load = loads[at(pairs.person, from + k)];
      if (!one || !person || !load || person.joined > now) continue;
      one.facts.credit = creditAt(person, clocks[a], now);
      one.facts.reachDays = now - Math.max(at(lastGone, one.pair), person.joined, backSince(person, now));
      pool.credits += one.facts.credit;
      pool.weight += person.weight;
      pool.professionals++;
      if (!isPresent(person, now) || before?.has(one.person) || (strategy.hardCap && atCapacity(load))) continue;
      one.score = at(score, at(offset, c) + k);
      one.offeredAt = at(lastOffered, one.person);
      one.loadRate = (load.cases30d + load.pendingOffers) / load.capacityMonthly;
      best = Math.max(best, one.score);
      open.push(one);
    }
    if (open.length === 0 || waves >= MOST_WAVES) {
      if (waves < MOST_WAVES) agenda.add(now + RETRY_DAYS, (then) => wave(c, waves + 1, then));
      return;
    }
    strategy.prepare(open, best, pool);
    const top = topOf(open, 5, strategy.compare);
    if (waves === 0 && c % 4 === 0) {
      outcome.ndcg += ndcg5(open, top);
      measured++;
    }
    send(c, waves, now, top.slice(0, WAVE), best);
  };

  const send = (c: number, waves: number, now: number, chosen: readonly Runner[], best: number): void => {
    const before = asked.get(c) ?? new Set<number>();
    asked.set(c, before);
    const open = new Set(chosen);
    const scores = new Map(chosen.map((one) => [one, one.score]));
    const close = (one: Runner): boolean => {
      if (!open.delete(one)) return false;
      one.facts.open = (one.facts.open ?? 0) - 1;
      const load = loads[one.person];
      if (load) load.pendingOffers--;
      return true;
    };
    for (const one of chosen) {
      const person = people[one.person];
      const load = loads[one.person];
      if (!person || !load) continue;
      before.add(one.person);
      one.facts.open = (one.facts.open ?? 0) + 1;
      one.facts.offered = (one.facts.offered ?? 0) + 1;
      load.pendingOffers++;
      lastOffered[one.person] = now;
      outcome.offers[one.pair] = at(outcome.offers, one.pair) + 1;
      outcome.offersSent++;
      offeredLog.add(now, one.pair);
      const delay = (person.answerHours / 24) * -Math.log(1 - luck(c, one.person, 1));
      const yes = luck(c, one.person, 0) < person.accepts && delay < OFFER_DAYS;
      const answers = yes || luck(c, one.person, 2) < SAYS_NO;
      agenda.add(now + (answers ? Math.min(delay, OFFER_DAYS) : OFFER_DAYS), (then) => {
        if (!close(one)) return;
        if (yes && isPresent(person, then)) {
          for (const other of [...open]) close(other);
          accept(c, one, scores.get(one) ?? 0, best, then);
        } else if (open.size === 0) wave(c, waves + 1, then);
      });
    }
  };

  const accept = (c: number, one: Runner, fit: number, best: number, now: number): void => {
    acceptedLog.forgetBefore(now - WINDOW_DAYS);
    const load = loads[one.person];
    if (!load) return;
    outcome.taker[c] = one.person;
    outcome.takerScore[c] = fit;
    outcome.takerBest[c] = best;
    asked.delete(c);
    load.cases30d++;
    if (load.cases30d > load.capacityMonthly) outcome.violations++;
    one.facts.accepted++;
    outcome.accepted[one.pair] = at(outcome.accepted, one.pair) + 1;
    const a = at(area, c);
    casesIn[a] = at(casesIn, a) + 1;
    acceptedLog.add(now, one.pair);
    let present = 0;
    for (const id of membersIn(world.members, a)) {
      const person = people[id];
      if (person && isPresent(person, now)) present += person.weight;
    }
    if (present > 0) clocks[a]?.tick(now, 1 / present);
  };

  for (let c = 0; c < count; c++) agenda.add(at(day, c), (now) => wave(c, 0, now));
  while (agenda.step());

  for (let pair = 0; pair < pairs.person.length; pair++) {
    const person = people[at(pairs.person, pair)];
    const clock = clocks[at(pairs.area, pair)];
    if (person && clock) outcome.expected[pair] = person.weight * (clock.all() - missed(person, clock, -1));
  }
  outcome.ndcg /= Math.max(1, measured);
  return outcome;
}

function runnersOf(world: World, pairs: Pairs): Runner[] {
  return Array.from(pairs.person, (person, pair) => {
    const known = world.people[person];
    return {
      id: known?.candidate.id ?? "",
      person,
      pair,
      score: 0,
      shortfall: 0,
      final: 0,
      inBand: true,
      priority: 0,
      offeredAt: Number.NEGATIVE_INFINITY,
      loadRate: 0,
      facts: { accepted: 0, credit: 0, weight: known?.weight ?? 0, open: 0, offered: 0 },
    };
  });
}

/** The first `most` in the order of `compare`. */
function topOf(all: readonly Runner[], most: number, compare: (a: Runner, b: Runner) => number): Runner[] {
  const top: Runner[] = [];
  for (const one of all) {
    const last = top[most - 1];
    if (last !== undefined && compare(last, one) <= 0) continue;
    let i = Math.min(top.length, most - 1);
    for (let above = top[i - 1]; i > 0 && above !== undefined && compare(one, above) < 0; above = top[i - 1]) {
      top[i] = above;
      i--;
    }
    top[i] = one;
  }
  return top;
}

/** Against the order by score; a gain is the score's place between the worst and the best of those who could be asked. */
function ndcg5(all: readonly Runner[], top: readonly Runner[]): number {
  const scores = all.map((one) => one.score).sort((a, b) => b - a);
  const least = scores.at(-1) ?? 0;
  const gain = (values: readonly number[]) =>
    values.reduce((sum, value, rank) => sum + (value - least) / Math.log2(rank + 2), 0);
  const ideal = gain(scores.slice(0, 5));
  return ideal > 0 ? gain(top.map((one) => one.score)) / ideal : 1;
}
