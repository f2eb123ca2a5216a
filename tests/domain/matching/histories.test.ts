// Ten thousand random histories of offers and answers: the cap holds in every one, and a refusal is never a load.
import fc from "fast-check";
import { expect, test } from "vitest";
import { inWindow } from "../../../src/domain/equity/credit.ts";
import { rankCandidates } from "../../../src/domain/matching/rank.ts";
import type { Candidate } from "../../../src/domain/matching/types.ts";
import { makeCandidate, makeCase, NOW } from "./make.ts";

const DAY = 86_400_000;

/** A day passes by thousandths; the wave is of so many; each is answered so, the first yes has the case. */
const step = fc.record({
  pause: fc.nat(20_000),
  take: fc.integer({ min: 1, max: 3 }),
  answers: fc.array(fc.constantFrom("accepts", "declines", "expires", "stays open"), { minLength: 3, maxLength: 3 }),
});

test("a cap is never exceeded, not at full strength, with credit, or by a preferred person", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(3), fc.nat(9)), { minLength: 1, maxLength: 4 }),
      fc.array(step, { maxLength: 12 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (people, steps, strength) => {
        const taken = new Map<string, Date[]>();
        const open = new Map<string, number>();
        let now = NOW;
        for (const { pause, take, answers } of steps) {
          now = new Date(now.getTime() + (pause * DAY) / 1000);
          const candidates = people.map(([capacity, priority], index): Candidate => {
            const id = `p${index}`;
            const cases = (taken.get(id) ?? []).filter((at) => inWindow(at, now)).length;
            const pending = open.get(id) ?? 0;
            return makeCandidate(id, {
              capacityMonthly: capacity,
              priority,
              cases30d: cases,
              pendingOffers: pending,
              turnFacts: { accepted: cases, credit: priority, weight: capacity / 2, open: pending },
            });
          });
          const input = { case: makeCase(), candidates, take, now, fairness: { strength, floor: 0.8 } };
          let free = true;
          for (const [index, id] of rankCandidates(input).chosen.entries()) {
            if (answers[index] === "stays open") open.set(id, (open.get(id) ?? 0) + 1);
            if (answers[index] !== "accepts" || !free) continue;
            free = false;
            taken.set(id, [...(taken.get(id) ?? []), now]);
          }
          for (const [index, [capacity]] of people.entries()) {
            const cases = (taken.get(`p${index}`) ?? []).filter((at) => inWindow(at, now)).length;
            expect(cases + (open.get(`p${index}`) ?? 0)).toBeLessThanOrEqual(capacity);
          }
        }
      },
    ),
    { numRuns: 10_000 },
  );
}, 60_000);

test("whoever declines everything is asked often, not without end, and the others share the work evenly", () => {
  const ids = Array.from({ length: 60 }, (_, index) => `p${index}`);
  const accepted = new Map(ids.map((id) => [id, 0]));
  const offered = new Map(ids.map((id) => [id, 0]));
  for (let i = 0; i < 300; i++) {
    const now = new Date(NOW.getTime() + i * 3_600_000);
    const candidates = ids.map((id) => {
      const cases = accepted.get(id) ?? 0;
      return makeCandidate(id, {
        capacityMonthly: 40,
        turnFacts: { accepted: cases, credit: 0, weight: 40, offered: offered.get(id) ?? 0, open: 0 },
      });
    });
    const { chosen } = rankCandidates({ case: makeCase(), candidates, take: 3, now });
    for (const id of chosen) offered.set(id, (offered.get(id) ?? 0) + 1);
    const taker = chosen.find((id) => id !== "p0");
    if (taker) accepted.set(taker, (accepted.get(taker) ?? 0) + 1);
  }
  const others = ids.slice(1);
  const mean = others.reduce((sum, id) => sum + (offered.get(id) ?? 0), 0) / others.length;
  expect(offered.get("p0")).toBeGreaterThan(mean);
  expect(offered.get("p0")).toBeLessThan(100);
  const cases = others.map((id) => accepted.get(id) ?? 0);
  expect(Math.max(...cases) - Math.min(...cases)).toBeLessThanOrEqual(1);
});
