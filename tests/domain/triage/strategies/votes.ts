// Votes and rules' labels for the tests of the strategies: fixed ones, and any.
import fc from "fast-check";
import { AREAS } from "../../../../src/domain/legal/areas.ts";
import type { ScriptedLabels } from "../../../../src/domain/triage/strategies/merge-analysis.ts";
import type { Analysis, Vote } from "../../../../src/domain/triage/strategies/types.ts";
import type { AreaShare, Complexity, Flag } from "../../../../src/domain/triage/types.ts";
import { urgencyFloorHours } from "../../../../src/domain/triage/urgency.ts";

export function vote(said: Partial<Vote> = {}): Vote {
  return {
    voter: "openai:one",
    weight: 1,
    area: "trabalho",
    subarea: null,
    confidence: 0.9,
    urgencyHours: null,
    complexity: null,
    flags: [],
    needsPerson: false,
    ...said,
  };
}

export function analysis(votes: Vote[], scriptedWeight = 0.75): Analysis {
  return { strategy: "ensemble", votes, scriptedWeight, promptVersion: "test", turns: 1 };
}

/** Shares of all areas, likeliest first, with `top` on the first named and the rest spread evenly. */
export function shares(area: AreaShare["area"], top: number): AreaShare[] {
  const rest = (1 - top) / (AREAS.length - 1);
  return AREAS.map((other) => ({ area: other, share: other === area ? top : rest })).sort((a, b) => b.share - a.share);
}

export function scripted(said: Partial<ScriptedLabels> = {}): ScriptedLabels {
  return {
    shares: shares("consumidor", 0.6),
    confidence: 0.5,
    complexity: "medium",
    flags: [],
    urgencyHours: 336,
    floorHours: 720,
    ...said,
  };
}

const FLAGS: readonly Flag[] = [
  ...(["violence", "custody", "detention", "health_injunction", "self_harm", "deadline_danger"] as const),
  ...(["foreign_law", "asked_for_person", "angry", "low_confidence"] as const),
];
const LEVELS: readonly Complexity[] = ["low", "medium", "high"];

const someFlags = fc.uniqueArray(fc.constantFrom(...FLAGS));

const anyVote: fc.Arbitrary<Omit<Vote, "voter">> = fc.record({
  weight: fc.double({ min: 0.01, max: 100, noNaN: true }),
  area: fc.constantFrom(...AREAS),
  subarea: fc.constant(null),
  confidence: fc.double({ min: 0, max: 1, noNaN: true }),
  urgencyHours: fc.option(fc.integer({ min: 2, max: 720 })),
  complexity: fc.option(fc.constantFrom(...LEVELS)),
  flags: someFlags,
  needsPerson: fc.boolean(),
});

/** One to five votes of voters with different names. */
export const anyAnalysis: fc.Arbitrary<Analysis> = fc
  .record({
    votes: fc.array(anyVote, { minLength: 1, maxLength: 5 }),
    rules: fc.double({ min: 0.01, max: 10, noNaN: true }),
  })
  .map(({ votes, rules }) =>
    analysis(
      votes.map((one, index) => ({ ...one, voter: `openai:${index}` })),
      rules,
    ),
  );

/** Rules' labels that could be: the urgency is never above its floor. */
export const anyScripted: fc.Arbitrary<ScriptedLabels> = fc
  .record({
    masses: fc.array(fc.double({ min: 0.001, max: 1, noNaN: true }), {
      minLength: AREAS.length,
      maxLength: AREAS.length,
    }),
    sure: fc.double({ min: 0, max: 1, noNaN: true }),
    complexity: fc.constantFrom(...LEVELS),
    flags: someFlags,
    hours: fc.integer({ min: 2, max: 720 }),
    limitHours: fc.option(fc.integer({ min: 2, max: 720 })),
  })
  .map(({ masses, sure, complexity, flags, hours, limitHours }) => {
    const total = masses.reduce((sum, mass) => sum + mass, 0);
    const all = AREAS.map((area, index) => ({ area, share: (masses[index] ?? 0) / total }));
    const floorHours = Math.min(limitHours ?? 720, urgencyFloorHours({ deadlines: [], flags }));
    return {
      shares: all.sort((a, b) => b.share - a.share),
      confidence: sure * (all[0]?.share ?? 0),
      ...{ complexity, flags, floorHours },
      urgencyHours: Math.min(hours, floorHours),
    };
  });
