// Lawyers who do not exist, for demos, tests and benches: the same seed gives the same people everywhere.
import { newId } from "../../src/base/ids.ts";
import { capacityBounds, capacityByTable, type PracticeFacts } from "../../src/domain/equity/capacity.ts";
import type { Area } from "../../src/domain/legal/areas.ts";
import { SUBAREAS } from "../../src/domain/legal/areas.ts";
import { STATES } from "./municipalities.ts";
import { companyName, personName } from "./names.ts";
import { PRACTICE_PHRASES } from "./practice-phrases.ts";
import { profileText } from "./profile-text.ts";
import type { Chance } from "./random.ts";
import { chanceOf, seedOf } from "./random.ts";

export interface DemoProfessional {
  id: string;
  name: string;
  /** Unique, of the reserved domain .test. */
  email: string;
  /** E.164; the number after the area code begins with 90, which no telephone has. */
  phone: string;
  /** Six digits from 900000: the right form, above all numbers given out so far. */
  oabNumber: string;
  oabUf: string;
  uf: string;
  municipality: string;
  lat: number;
  lon: number;
  /** One to three slugs, the main one first. */
  areas: Exclude<Area, "nenhuma">[];
  /** Slugs of the subareas of `areas`. */
  subareas: string[];
  /** 60 to 140 words of Portuguese. */
  profile: string;
  yearsOfPractice: number;
  qualifications: string[];
  /** Of a first consultation. */
  feeCents: number;
  languages: string[];
  remote: boolean;
  practice: PracticeFacts["practice"];
  capacityMonthly: number;
  /** Null for whom the table's value stands. */
  capacityDeclared: number | null;
  /** Days before the load on which the licence was verified. */
  joinedDaysAgo: number;
  /** Days before the load; a negative number is still to come. Null: no leave lately. */
  leave: { fromDaysAgo: number; untilDaysAgo: number } | null;
  casesClosed: number;
  casesWon: number;
  reviewMean: number | null;
  reviewCount: number;
  responseMinutesMedian: number | null;
  /** People and companies that they represent: as fictitious as they are. */
  represented: string[];
  fictitious: true;
}

/** OAB numbers and telephones stay unique up to here. */
const MOST_PROFESSIONALS = 100_000;
const EPOCH_MS = Date.UTC(2026, 0, 1);

/**
 * `count` professionals; the first n are the same whatever `count` is. Throws RangeError above 100,000.
 * 20,000 take about two seconds.
 */
export function demoProfessionals(seed: number, count: number): DemoProfessional[] {
  if (count > MOST_PROFESSIONALS) throw new RangeError(`no more than ${MOST_PROFESSIONALS} demo professionals`);
  return Array.from({ length: count }, (_, index) =>
    demoProfessional(index, chanceOf(seedOf(seed, index)), chanceOf(seedOf(seed + 7919, index))),
  );
}

/** `later` draws what was added since: the people that `chance` gives stay who they were. */
function demoProfessional(index: number, chance: Chance, later: Chance): DemoProfessional {
  const name = personName(chance);
  const state = chance.weighted(STATES);
  const municipality = chance.weighted(state.municipalities);
  const years = yearsOfPractice(chance);
  const areas = areasOf(index, chance);
  const chosen = areas.map((area) => ({ area, subareas: subareasOf(area, areas.length, chance) }));
  const qualifications = chance
    .some(QUALIFICATIONS, Math.min(4, chance.integer(0, years < 3 ? 1 : 3)))
    .map((one) => one.text(areas[0]));
  const languages = languagesOf(areas, chance);
  const remote = chance.happens(0.78);
  const feeCents = feeOf(years, state.weight, chance);
  const serial = index + 1;
  const facts = {
    given: name.given,
    feminine: name.feminine,
    municipality: municipality.name,
    uf: state.uf,
    years,
    remote,
    feeCents,
    languages,
    qualifications,
    areas: chosen.map(({ area, subareas }) => ({ phrases: PRACTICE_PHRASES[area], subareas })),
  };
  const wish = chance.happens(0.4) ? chance.integer(2, 14) : null;
  const record = trackRecord(years, chance);
  return {
    id: newId("pro", EPOCH_MS + index, (bytes) => bytes.map(() => chance.integer(0, 255))),
    name: `${name.given} ${name.surnames}`,
    email: `${asciiWord(name.given)}.${asciiWord(name.surnames.split(" ").at(-1) ?? "")}.${String(serial).padStart(5, "0")}@exemplo.vez.test`,
    phone: `+55${municipality.ddd}90${String(serial).padStart(7, "0")}`,
    oabNumber: String(900_000 + ((serial * 48_271) % MOST_PROFESSIONALS)),
    oabUf: state.uf,
    uf: state.uf,
    municipality: municipality.name,
    lat: round(municipality.lat + chance.normal() * 0.02, 4),
    lon: round(municipality.lon + chance.normal() * 0.02, 4),
    areas,
    subareas: chosen.flatMap(({ subareas }) => subareas),
    profile: profileText(facts, chance),
    yearsOfPractice: years,
    qualifications,
    feeCents,
    languages,
    remote,
    ...record,
    ...capacityOf({ yearsOfPractice: years, ...record }, wish, later),
    ...timesOf(index, later),
    represented: Array.from({ length: chance.integer(0, 5) }, () => partyName(chance)),
    fictitious: true,
  };
}

/** Shares of main areas, roughly as cases fall; none is so rare that its clients would wait. */
const AREA_WEIGHTS: readonly { area: Exclude<Area, "nenhuma">; weight: number }[] = [
  { area: "trabalho", weight: 14 },
  { area: "familia", weight: 13 },
  { area: "civil", weight: 13 },
  { area: "consumidor", weight: 12 },
  { area: "penal", weight: 11 },
  { area: "previdenciario", weight: 10 },
  { area: "sucessoes", weight: 6 },
  { area: "empresarial", weight: 6 },
  { area: "tributario", weight: 6 },
  { area: "administrativo", weight: 6 },
  { area: "saude", weight: 6 },
  { area: "digital", weight: 5 },
  { area: "crianca_e_adolescente", weight: 4 },
  { area: "ambiental", weight: 4 },
  { area: "migratorio", weight: 4 },
];

/** Every third has a main area in turn, so that no area depends on luck; the others follow the weights. */
function areasOf(index: number, chance: Chance): Exclude<Area, "nenhuma">[] {
  const inTurn = AREA_WEIGHTS[Math.floor(index / 3) % AREA_WEIGHTS.length];
  const main = index % 3 === 0 && inTurn ? inTurn.area : chance.weighted(AREA_WEIGHTS).area;
  const areas = [main];
  const wanted = chance.weighted([
    { count: 1, weight: 35 },
    { count: 2, weight: 40 },
    { count: 3, weight: 25 },
  ]).count;
  while (areas.length < wanted) {
    const { area } = chance.weighted(AREA_WEIGHTS);
    if (!areas.includes(area)) areas.push(area);
  }
  return areas;
}

function subareasOf(area: Exclude<Area, "nenhuma">, areaCount: number, chance: Chance): string[] {
  const slugs = SUBAREAS[area].map((subarea) => subarea.slug);
  return chance.some(slugs, chance.integer(2, areaCount === 1 ? 5 : 3));
}

/** Many young, few old: 0 to 45 years, half of them under nine. */
function yearsOfPractice(chance: Chance): number {
  return Math.min(45, Math.floor(-Math.log(1 - chance.next()) * 12.5));
}

/** R$ 80 to R$ 900, in steps of ten; one in twelve asks nothing for the first talk. */
function feeOf(years: number, marketSize: number, chance: Chance): number {
  if (chance.happens(1 / 12)) return 0;
  const typical = 150 + 9 * Math.min(30, years) + (marketSize > 100 ? 60 : 0);
  const reais = typical * Math.exp(chance.normal() * 0.35);
  return Math.round(Math.min(900, Math.max(80, reais)) / 10) * 1000;
}

function languagesOf(areas: readonly Area[], chance: Chance): string[] {
  const abroad = areas.includes("migratorio");
  const languages = ["pt-BR"];
  if (chance.happens(abroad ? 0.7 : 0.28)) languages.push("en");
  if (chance.happens(abroad ? 0.5 : 0.15)) languages.push("es");
  if (chance.happens(abroad ? 0.25 : 0.05)) languages.push(chance.pick(["fr", "it", "de", "ja", "ht"]));
  return languages;
}

/** What they have behind them: the rate differs from person to person, the volume comes with the years. */
function trackRecord(years: number, chance: Chance) {
  const casesClosed = Math.floor(Math.min(years, 20) * 4 * chance.next());
  const rate = Math.min(0.95, Math.max(0.2, 0.6 + chance.normal() * 0.12));
  let casesWon = 0;
  for (let i = 0; i < casesClosed; i++) if (chance.happens(rate)) casesWon++;
  const reviewCount = Math.floor(casesClosed * 0.6 * chance.next());
  const mean = Math.min(5, Math.max(2.2, 4.3 + chance.normal() * 0.4));
  const minutes = Math.round(Math.min(2880, Math.max(5, 120 * Math.exp(chance.normal()))));
  return {
    casesClosed,
    casesWon,
    reviewMean: reviewCount > 0 ? round(mean, 2) : null,
    reviewCount,
    responseMinutesMedian: casesClosed > 0 ? minutes : null,
  };
}

const PRACTICES: readonly { practice: PracticeFacts["practice"]; weight: number }[] = [
  { practice: "solo", weight: 55 },
  { practice: "office", weight: 25 },
  { practice: "firm", weight: 8 },
  { practice: "part_time", weight: 12 },
];

function capacityOf(
  known: Pick<PracticeFacts, "yearsOfPractice" | "casesClosed" | "responseMinutesMedian">,
  wish: number | null,
  chance: Chance,
) {
  const { practice } = chance.weighted(PRACTICES);
  const byTable = capacityByTable({ ...known, practice, answered: 0, expired: 0 });
  const { least, most } = capacityBounds(byTable);
  const capacityDeclared = wish === null ? null : Math.min(most, Math.max(least, wish));
  return { practice, capacityDeclared, capacityMonthly: capacityDeclared ?? byTable };
}

/** One in twenty-five joined within the month, one in fifteen was away in it, and one in a hundred is away now. */
function timesOf(index: number, chance: Chance): Pick<DemoProfessional, "joinedDaysAgo" | "leave"> {
  const joinedDaysAgo = chance.happens(0.04) ? chance.integer(1, 29) : chance.integer(45, 900);
  const since = chance.integer(12, 40);
  const days = chance.integer(4, 10);
  const wasAway = chance.happens(1 / 15) && joinedDaysAgo > since;
  if (index % 100 === 99) return { joinedDaysAgo: 400, leave: { fromDaysAgo: 3, untilDaysAgo: -9 } };
  return { joinedDaysAgo, leave: wasAway ? { fromDaysAgo: since, untilDaysAgo: since - days } : null };
}

const QUALIFICATIONS: readonly { text: (area: Area | undefined) => string }[] = [
  { text: (area) => `pós-graduação em ${mainNameOf(area)}` },
  { text: () => "mestrado em Direito" },
  { text: () => "curso de mediação e conciliação" },
  { text: (area) => `curso de extensão em ${mainNameOf(area)}` },
  { text: () => "docência em faculdade de Direito" },
  { text: () => "membro de comissão da OAB" },
  { text: () => "pós-graduação em processo civil" },
  { text: () => "curso de cálculos judiciais" },
];

function mainNameOf(area: Area | undefined): string {
  return (area && area !== "nenhuma" ? PRACTICE_PHRASES[area].names[0] : undefined) ?? "direito público";
}

function partyName(chance: Chance): string {
  if (chance.happens(0.5)) return companyName(chance);
  const { given, surnames } = personName(chance);
  return `${given} ${surnames}`;
}

function asciiWord(word: string): string {
  return word
    .normalize("NFKD")
    .replace(/[^A-Za-z]/g, "")
    .toLowerCase();
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
