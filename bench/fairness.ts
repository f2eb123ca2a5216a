// How evenly cases are shared over ninety days, with turns and without: Gini, reach, spread, and what it costs in fit.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { DemoProfessional } from "../local/demo/professionals.ts";
import { demoProfessionals } from "../local/demo/professionals.ts";
import type { Chance } from "../local/demo/random.ts";
import { chanceOf } from "../local/demo/random.ts";
import { cosine, embedLexical } from "../src/domain/embedding/lexical.ts";
import { gini } from "../src/domain/equity/gini.ts";
import { caseText } from "../src/domain/matching/case-text.ts";
import { profileText } from "../src/domain/matching/profile-text.ts";
import { rankCandidates } from "../src/domain/matching/rank.ts";
import type { Candidate, CaseFacts, Ranking, Receipt } from "../src/domain/matching/types.ts";
import { PRESETS } from "../src/domain/matching/types.ts";

export interface FairnessOptions {
  professionals: number;
  casesPerDay: number;
  days: number;
  seed: number;
}

interface Member {
  candidate: Candidate;
  vector: Float32Array;
  /** Days on which cases were accepted. */
  accepted: number[];
  offers: number;
}

/** With turns as built; the two ends between which they lie: the best score first, and the lightest load first. */
const ORDERS = ["turns", "score only", "load only"] as const;
type Order = (typeof ORDERS)[number];

const WAVE = 3;
const ACCEPTS = 0.45;
const WINDOW_DAYS = 30;

/** One row for each order; figures of the last thirty days of the run, the first offer accepted closes a case. */
export async function run(options: Partial<FairnessOptions> = {}): Promise<{ table: string; json: unknown }> {
  const settings = { professionals: 500, casesPerDay: 40, days: 90, seed: 1, ...options };
  const rows = ORDERS.map((order) => simulate(settings, order));
  const header = [
    "order",
    "Gini of load rate",
    "Gini of offers",
    "got offers",
    "spread p90-p10",
    "mean score",
    "unmatched",
  ];
  const lines = rows.map((row) =>
    [
      row.order,
      row.giniLoad.toFixed(3),
      row.giniOffers.toFixed(3),
      percent(row.reached),
      percent(row.spread),
      row.meanScore.toFixed(3),
      String(row.unmatched),
    ].join(" | "),
  );
  return { table: [header.join(" | "), ...lines].join("\n"), json: { settings, rows } };
}

function simulate(settings: FairnessOptions, order: Order) {
  const chance = chanceOf(settings.seed);
  const members = membersOf(demoProfessionals(settings.seed, settings.professionals));
  const stories = narratives();
  const total = { score: 0, offers: 0, unmatched: 0 };
  for (let day = 0; day < settings.days; day++) {
    for (const member of members.values()) {
      member.accepted = member.accepted.filter((accepted) => accepted > day - WINDOW_DAYS);
      member.candidate.cases30d = member.accepted.length;
      if (day === settings.days - WINDOW_DAYS) member.offers = 0;
    }
    for (let i = 0; i < settings.casesPerDay; i++) {
      const { facts, story } = nextCase(`cas_${day}_${i}`, [...members.values()], stories, chance);
      const candidates = [...members.values()].map(({ candidate, vector }) => ({
        ...candidate,
        similarity: cosine(story.vector, vector),
      }));
      const now = new Date(Date.UTC(2026, 0, 1) + (day * settings.casesPerDay + i) * 60_000);
      const wave = waveOf(rankCandidates({ case: facts, candidates, take: WAVE, now }), order);
      if (wave.length === 0) total.unmatched++;
      total.offers += wave.length;
      total.score += wave.reduce((sum, { score }) => sum + (score ?? 0), 0);
      offer(wave, members, now, day, chance);
    }
  }
  return {
    order,
    ...evenness([...members.values()]),
    meanScore: total.score / total.offers,
    unmatched: total.unmatched,
  };
}

function membersOf(demo: readonly DemoProfessional[]): Map<string, Member> {
  const idle = { similarity: null, cases30d: 0, pendingOffers: 0, lastOfferedAt: null, priority: 0 };
  const available = { active: true, onLeave: false, conflict: false };
  return new Map(
    demo.map((one) => [
      one.id,
      {
        candidate: { ...one, ...idle, ...available, qualifications: one.qualifications.length },
        vector: embedLexical(profileText(one)),
        accepted: [],
        offers: 0,
      },
    ]),
  );
}

/** Area and place are those of random members: demand follows supply, so that sharing is measured and not scarcity. */
function nextCase(id: string, members: readonly Member[], stories: readonly Story[], chance: Chance) {
  const area = chance.pick(chance.pick(members).candidate.areas);
  const story = chance.pick(stories.filter((one) => one.area === area));
  const { uf, lat, lon } = chance.pick(members).candidate;
  const facts: CaseFacts = {
    id,
    area,
    subarea: story.subarea,
    urgencyHours: chance.pick([4, 24, 72, 240, 720]),
    complexity: chance.pick(["low", "medium", "high"] as const),
    uf,
    lat,
    lon,
    remoteOk: chance.happens(0.8),
    languages: ["pt-BR"],
    budgetCents: null,
    preset: chance.pick(PRESETS),
    adverseParties: [],
    declinedBy: [],
  };
  return { facts, story };
}

/** The first of the wave who accepts has the case. */
function offer(wave: readonly Receipt[], members: Map<string, Member>, now: Date, day: number, chance: Chance): void {
  let open = true;
  for (const { professionalId } of wave) {
    const member = members.get(professionalId);
    if (!member) continue;
    member.offers++;
    member.candidate.lastOfferedAt = now;
    if (!open || !chance.happens(ACCEPTS)) continue;
    open = false;
    member.accepted.push(day);
    member.candidate.cases30d++;
  }
}

function evenness(members: readonly Member[]) {
  const rates = members.map(({ candidate }) => candidate.cases30d / candidate.capacityMonthly).sort((a, b) => a - b);
  const at = (share: number) => rates[Math.floor(share * (rates.length - 1))] ?? 0;
  return {
    giniLoad: gini(rates),
    giniOffers: gini(members.map(({ offers, candidate }) => offers / candidate.capacityMonthly)),
    reached: members.filter(({ offers }) => offers > 0).length / members.length,
    spread: at(0.9) - at(0.1),
  };
}

interface Story {
  area: string;
  subarea: string | null;
  vector: Float32Array;
}

const storyRow = z.object({ area: z.string(), subarea: z.string().nullable(), text: z.string() });

function narratives(): Story[] {
  return readFileSync(join(import.meta.dirname, "../tests/data/narratives/tune.jsonl"), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => storyRow.parse(JSON.parse(line)))
    .map(({ area, subarea, text }) => ({
      area,
      subarea,
      vector: embedLexical(caseText({ area, subarea, summary: text })),
    }));
}

function waveOf({ receipts }: Ranking, order: Order): Receipt[] {
  const open = receipts.filter((receipt) => receipt.gate === null);
  if (order === "turns") return open.slice(0, WAVE);
  const key = (one: Receipt) => (order === "score only" ? one.score : one.turn) ?? 0;
  return open.toSorted((a, b) => key(b) - key(a)).slice(0, WAVE);
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}
