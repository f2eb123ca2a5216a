// How evenly cases are shared over ninety days, with turns and without: Gini, reach, spread, and what it costs in fit.
import { readFileSync } from "node:fs";
import { demoProfessionals } from "../local/demo/professionals.ts";
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
  const demo = demoProfessionals(settings.seed, settings.professionals);
  const vectors = new Map(demo.map((one) => [one.id, embedLexical(profileText(one))]));
  const stories = narratives();
  const members = new Map(
    demo.map((one): [string, Member] => [
      one.id,
      {
        candidate: {
          ...one,
          qualifications: one.qualifications.length,
          similarity: null,
          cases30d: 0,
          pendingOffers: 0,
          lastOfferedAt: null,
          active: true,
          onLeave: false,
          conflict: false,
          priority: 0,
        },
        accepted: [],
        offers: 0,
      },
    ]),
  );
  let scores = 0;
  let chosenCount = 0;
  let unmatched = 0;
  for (let day = 0; day < settings.days; day++) {
    for (const member of members.values()) {
      member.accepted = member.accepted.filter((accepted) => accepted > day - WINDOW_DAYS);
      member.candidate.cases30d = member.accepted.length;
      if (day === settings.days - WINDOW_DAYS) member.offers = 0;
    }
    for (let i = 0; i < settings.casesPerDay; i++) {
      // The area of a random professional: demand follows supply, so that what is measured is sharing and not scarcity.
      const area = chance.pick(chance.pick(demo).areas);
      const story = chance.pick(stories.filter((one) => one.area === area));
      const home = chance.pick(demo);
      const facts: CaseFacts = {
        id: `cas_${day}_${i}`,
        area,
        subarea: story.subarea,
        urgencyHours: chance.pick([4, 24, 72, 240, 720]),
        complexity: chance.pick(["low", "medium", "high"] as const),
        uf: home.uf,
        lat: home.lat,
        lon: home.lon,
        remoteOk: chance.happens(0.8),
        languages: ["pt-BR"],
        budgetCents: null,
        preset: chance.pick(PRESETS),
        adverseParties: [],
        declinedBy: [],
      };
      const now = new Date(Date.UTC(2026, 0, 1) + (day * settings.casesPerDay + i) * 60_000);
      const candidates = [...members.values()].map(({ candidate }) => ({
        ...candidate,
        similarity: cosine(story.vector, vectors.get(candidate.id) ?? []),
      }));
      const ranking = rankCandidates({ case: facts, candidates, take: WAVE, now });
      const chosen = wave(ranking, order);
      if (chosen.length === 0) unmatched++;
      let open = true;
      for (const id of chosen) {
        const member = members.get(id);
        if (!member) continue;
        member.offers++;
        member.candidate.lastOfferedAt = now;
        scores += ranking.receipts.find((one) => one.professionalId === id)?.score ?? 0;
        chosenCount++;
        if (open && chance.happens(ACCEPTS)) {
          open = false;
          member.accepted.push(day);
          member.candidate.cases30d++;
        }
      }
    }
  }
  const all = [...members.values()];
  const rates = all.map(({ candidate }) => candidate.cases30d / candidate.capacityMonthly).sort((a, b) => a - b);
  const at = (share: number) => rates[Math.floor(share * (rates.length - 1))] ?? 0;
  return {
    order,
    giniLoad: gini(rates),
    giniOffers: gini(all.map(({ offers, candidate }) => offers / candidate.capacityMonthly)),
    reached: all.filter(({ offers }) => offers > 0).length / all.length,
    spread: at(0.9) - at(0.1),
    meanScore: scores / chosenCount,
    unmatched,
  };
}

interface Story {
  area: string;
  subarea: string | null;
  vector: Float32Array;
}

function narratives(): Story[] {
  return readFileSync(new URL("../tests/data/narratives/tune.jsonl", import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line): { area: string; subarea: string | null; text: string } => JSON.parse(line))
    .map(({ area, subarea, text }) => ({
      area,
      subarea,
      vector: embedLexical(caseText({ area, subarea, summary: text })),
    }));
}

function wave({ receipts, chosen }: Ranking, order: Order): string[] {
  if (order === "turns") return chosen;
  const open = receipts.filter((receipt) => receipt.gate === null);
  const key = (one: Receipt) => (order === "score only" ? one.score : one.turn) ?? 0;
  return open
    .toSorted((a, b) => key(b) - key(a))
    .slice(0, WAVE)
    .map((receipt) => receipt.professionalId);
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}
