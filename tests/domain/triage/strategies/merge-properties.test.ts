import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { combine } from "../../../../src/domain/triage/strategies/combine.ts";
import { mergeAnalysis } from "../../../../src/domain/triage/strategies/merge-analysis.ts";
import { FLAG_HOURS } from "../../../../src/domain/triage/urgency.ts";
import { anyAnalysis, anyScripted } from "./votes.ts";

describe("whatever the models vote", () => {
  it("an urgency never rises above its floor, nor above what the rules said, nor under two hours", () => {
    fc.assert(
      fc.property(anyScripted, anyAnalysis, (rules, votes) => {
        const merged = mergeAnalysis(rules, votes);
        expect(merged.urgencyHours).toBeLessThanOrEqual(rules.floorHours);
        expect(merged.urgencyHours).toBeLessThanOrEqual(rules.urgencyHours);
        expect(merged.urgencyHours).toBeGreaterThanOrEqual(2);
        for (const flag of merged.flags) expect(merged.urgencyHours).toBeLessThanOrEqual(FLAG_HOURS[flag] ?? 720);
      }),
    );
  });

  it("no flag that the rules heard is lost or doubled", () => {
    fc.assert(
      fc.property(anyScripted, anyAnalysis, (rules, votes) => {
        const { flags } = mergeAnalysis(rules, votes);
        expect(flags.slice(0, rules.flags.length)).toEqual(rules.flags);
        expect(new Set(flags).size).toBe(flags.length);
      }),
    );
  });

  it("a flag that nobody heard is not there", () => {
    fc.assert(
      fc.property(anyScripted, anyAnalysis, (rules, votes) => {
        const heard = new Set([...rules.flags, ...votes.votes.flatMap(({ flags }) => flags)]);
        expect(mergeAnalysis(rules, votes).flags.filter((flag) => !heard.has(flag))).toEqual([]);
      }),
    );
  });

  it("the order in which they answered changes nothing at all", () => {
    fc.assert(
      fc.property(anyScripted, anyAnalysis, fc.infiniteStream(fc.nat()), (rules, votes, chance) => {
        const shuffled = votes.votes
          .map((one) => ({ one, at: chance.next().value }))
          .sort((a, b) => a.at - b.at)
          .map(({ one }) => one);
        expect(mergeAnalysis(rules, { ...votes, votes: shuffled })).toEqual(mergeAnalysis(rules, votes));
      }),
    );
  });

  it("only the proportions of the weights count", () => {
    fc.assert(
      // Powers of two scale a fraction without rounding it.
      fc.property(anyScripted, anyAnalysis, fc.constantFrom(0.125, 0.5, 2, 64), (rules, votes, factor) => {
        const scaled = votes.votes.map((one) => ({ ...one, weight: one.weight * factor }));
        const merged = mergeAnalysis(rules, {
          ...votes,
          votes: scaled,
          scriptedWeight: votes.scriptedWeight * factor,
        });
        expect(merged).toEqual(mergeAnalysis(rules, votes));
      }),
    );
  });

  it("a voter that drops out takes its weight out of the denominator and leaves the others' masses as they were", () => {
    fc.assert(
      fc.property(anyScripted, anyAnalysis, (rules, votes) => {
        const [gone, ...others] = votes.votes;
        if (gone === undefined || others.length === 0) return;
        const all = combine(rules.shares, rules.confidence, votes);
        const without = combine(rules.shares, rules.confidence, { ...votes, votes: others });
        const left = votes.scriptedWeight + others.reduce((sum, { weight }) => sum + weight, 0);
        const alone = (area: string) => {
          const sure = Math.min(0.98, Math.max(1 / 16, gone.confidence));
          return area === gone.area ? sure : (1 - sure) / 15;
        };
        for (const { area, share } of without.shares) {
          const before = all.shares.find((other) => other.area === area)?.share ?? 0;
          expect(share * left + alone(area) * gone.weight).toBeCloseTo(before * (left + gone.weight), 6);
        }
      }),
    );
  });

  it("the shares are those of one distribution, likeliest first, and the confidence is a probability", () => {
    fc.assert(
      fc.property(anyScripted, anyAnalysis, (rules, votes) => {
        const { shares, confidence, agreement } = mergeAnalysis(rules, votes);
        expect(shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
        expect(shares.map(({ share }) => share)).toEqual(shares.map(({ share }) => share).toSorted((a, b) => b - a));
        expect(agreement).toBe(shares[0]?.share);
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("the same votes without a word from anybody leave the rules' own labels", () => {
    fc.assert(
      fc.property(anyScripted, (rules) => {
        const merged = mergeAnalysis(rules, null);
        expect(merged).toMatchObject({
          shares: rules.shares,
          confidence: rules.confidence,
          complexity: rules.complexity,
          flags: rules.flags,
          urgencyHours: rules.urgencyHours,
          needsPerson: false,
        });
      }),
    );
  });
});
