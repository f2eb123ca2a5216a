// A made-up town for the fairness bench: professionals, absences, cases and how well each fits, the same for every strategy.
import type { Chance } from "../../local/demo/random.ts";
import { chanceOf, seedOf } from "../../local/demo/random.ts";
import { areaWeight } from "../../src/domain/equity/share.ts";
import { AREAS } from "../../src/domain/legal/areas.ts";
import { CAPITALS } from "../../src/domain/legal/capitals.ts";
import { featuresOf } from "../../src/domain/matching/features.ts";
import { sumFeatures, weightsFor } from "../../src/domain/matching/presets.ts";
import type { Candidate, CaseFacts } from "../../src/domain/matching/types.ts";
import { FEATURE_KEYS, PRESETS } from "../../src/domain/matching/types.ts";

export interface WorldOptions {
  professionals: number;
  cases: number;
  days: number;
  seed: number;
}

export interface Person {
  candidate: Candidate;
  areas: number[];
  /** Of one area; equal in all of them. */
  weight: number;
  /** Days; -Infinity when there from the start. */
  joined: number;
  /** Days, until excluded; none when equal. */
  leave: { from: number; until: number };
  /** Of offers that are not overtaken by a colleague's yes. */
  accepts: number;
  /** Mean hours to an answer. */
  answerHours: number;
}

export interface World {
  options: WorldOptions;
  people: Person[];
  /** Indices of the people of each area. */
  members: Int32Array[];
  /** Day of each case, ascending. */
  day: Float64Array;
  area: Int32Array;
  /** score[offset[case] + k] is that of members[area][k]. */
  offset: Int32Array;
  score: Float32Array;
}

export const AREA_COUNT = 12;
const SLUGS = AREAS.filter((slug) => slug !== "nenhuma").slice(0, AREA_COUNT);
/** The most popular area has about five times the demand of the least. */
const POPULARITY = SLUGS.map((slug, index) => ({ index, slug, weight: (index + 1) ** -0.65 }));
const NEWCOMERS = 0.1;
const ON_LEAVE = 0.2;

export function makeWorld(options: WorldOptions): World {
  const chance = chanceOf(seedOf(options.seed, 0));
  const people = Array.from({ length: options.professionals }, (_, index) => personOf(index, options, chance));
  const members = POPULARITY.map(({ index }) =>
    Int32Array.from(people.flatMap((person, id) => (person.areas.includes(index) ? [id] : []))),
  );
  const day = Float64Array.from({ length: options.cases }, () => chance.next() * options.days).sort();
  const area = Int32Array.from({ length: options.cases }, () => chance.weighted(POPULARITY).index);
  const offset = new Int32Array(options.cases + 1);
  for (let c = 0; c < options.cases; c++) offset[c + 1] = at(offset, c) + membersIn(members, at(area, c)).length;
  const world = { options, people, members, day, area, offset, score: new Float32Array(at(offset, options.cases)) };
  scoreAll(world, chance);
  return world;
}

/** There, and not on leave. */
export function isPresent({ joined, leave }: Person, day: number): boolean {
  return joined <= day && !(leave.from <= day && day < leave.until);
}

/** 0..1 for the pair, the same in every run: whether and when someone answers does not depend on the strategy. */
export function luck(case_: number, person: number, purpose: number): number {
  return seedOf(seedOf(case_, person), purpose) / 4_294_967_296;
}

export function at(values: { readonly [index: number]: number }, index: number): number {
  return values[index] ?? 0;
}

export function membersIn(members: readonly Int32Array[], area: number): Int32Array {
  const found = members[area];
  if (found === undefined) throw new RangeError("no such area");
  return found;
}

function personOf(index: number, { days }: WorldOptions, chance: Chance): Person {
  const own = new Set<number>();
  const wanted = chance.integer(1, 3);
  while (own.size < wanted) own.add(chance.weighted(POPULARITY).index);
  const areas = [...own].sort((a, b) => a - b);
  const slugs = areas.flatMap((one) => SLUGS[one] ?? []);
  const capacityMonthly = chance.integer(5, 30);
  const joined = chance.happens(NEWCOMERS) ? 10 + chance.next() * (days * 0.75 - 10) : Number.NEGATIVE_INFINITY;
  const from = chance.next() * days;
  const answerHours = Math.min(20, 2 * Math.exp(chance.normal() * 0.8));
  const closed = chance.integer(0, 120);
  const place = chance.pick(CAPITALS);
  return {
    areas,
    weight: areaWeight(capacityMonthly, slugs),
    joined,
    leave: chance.happens(ON_LEAVE) ? { from, until: from + 7 + chance.next() * 23 } : { from: 0, until: 0 },
    accepts: 0.2 + 0.75 * chance.next(),
    answerHours,
    candidate: {
      id: `pro_${String(index).padStart(5, "0")}`,
      similarity: null,
      areas: slugs,
      subareas: slugs.flatMap((slug) => chance.some([0, 1, 2, 3, 4], 2).map((n) => `${slug}_${n}`)),
      uf: place.uf,
      lat: place.lat,
      lon: place.lon,
      remote: true,
      yearsOfPractice: chance.integer(0, 35),
      qualifications: chance.integer(0, 4),
      feeCents: 10_000 + Math.floor(chance.next() * 50_000),
      languages: ["pt-BR"],
      casesWon: Math.floor(closed * (0.35 + 0.6 * chance.next())),
      casesClosed: closed,
      reviewMean: 3.3 + 1.7 * chance.next(),
      reviewCount: chance.integer(0, 60),
      responseMinutesMedian: answerHours * 60,
      capacityMonthly,
      cases30d: 0,
      pendingOffers: 0,
      lastOfferedAt: null,
      active: true,
      onLeave: false,
      conflict: false,
      priority: 0,
    },
  };
}

/** The product's own features and preset weights; nobody has any load yet, so that fit alone is scored. */
function scoreAll(world: World, chance: Chance): void {
  const { people, members, area, offset, score } = world;
  for (let c = 0; c < area.length; c++) {
    const slug = SLUGS[at(area, c)] ?? "";
    const facts = factsOf(`cas_${c}`, slug, chance);
    const weights = weightsFor(facts.preset, facts.complexity);
    for (const [k, id] of membersIn(members, at(area, c)).entries()) {
      const person = people[id];
      if (person === undefined) continue;
      const known = facts.subarea !== null && person.candidate.subareas.includes(facts.subarea);
      person.candidate.similarity = (known ? 0.3 : 0.18) + 0.12 * (luck(c, id, 3) + luck(c, id, 4) - 1);
      const features = featuresOf(facts, person.candidate);
      for (const key of FEATURE_KEYS) features[key] *= weights[key];
      score[at(offset, c) + k] = sumFeatures(features);
    }
  }
}

function factsOf(id: string, area: string, chance: Chance): CaseFacts {
  const place = chance.pick(CAPITALS);
  return {
    id,
    area,
    subarea: `${area}_${chance.integer(0, 4)}`,
    urgencyHours: chance.pick([4, 24, 72, 240, 720]),
    complexity: chance.pick(["low", "medium", "high"] as const),
    uf: place.uf,
    lat: place.lat,
    lon: place.lon,
    remoteOk: true,
    languages: ["pt-BR"],
    budgetCents: chance.happens(0.5) ? null : chance.integer(10_000, 60_000),
    preset: chance.pick(PRESETS),
    adverseParties: [],
    declinedBy: [],
  };
}
