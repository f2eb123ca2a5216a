// Fair shares, shortfalls and credits: what must hold for any history.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Absence, AreaAcceptance } from "../../../src/domain/equity/credit.ts";
import { creditOf, inWindow } from "../../../src/domain/equity/credit.ts";
import type { AreaPool, TurnFacts } from "../../../src/domain/equity/pool.ts";
import { areaWeight } from "../../../src/domain/equity/share.ts";
import { fairShare, served, turnOf } from "../../../src/domain/equity/turn.ts";

const DAY = 86_400_000;
const NOW = new Date("2026-11-30T23:59:59.500-03:00");

const pools: fc.Arbitrary<AreaPool> = fc.record({
  area: fc.constant("familia"),
  cases: fc.nat(500),
  credits: fc.double({ min: 0, max: 100, noNaN: true }),
  weight: fc.double({ min: 0, max: 2000, noNaN: true }),
  professionals: fc.integer({ min: 1, max: 300 }),
});
const facts: fc.Arbitrary<TurnFacts> = fc.record({
  accepted: fc.nat(40),
  credit: fc.double({ min: 0, max: 20, noNaN: true }),
  weight: fc.double({ min: 0, max: 60, noNaN: true }),
  offered: fc.nat(20),
  open: fc.nat(5),
  reachDays: fc.double({ min: 0, max: 200, noNaN: true }),
});

describe("a fair share", () => {
  test("is the part of all cases and credits that one's weight is of all weights", () => {
    expect(fairShare(10, { area: "familia", cases: 90, credits: 10, weight: 200, professionals: 20 })).toBe(5);
    expect(fairShare(0, { area: "familia", cases: 90, credits: 10, weight: 200, professionals: 20 })).toBe(0);
    expect(fairShare(10, { area: "familia", cases: 0, credits: 0, weight: 0, professionals: 0 })).toBe(0);
  });

  test("of all together is what there is to share", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.1, max: 60, noNaN: true }), { minLength: 1 }),
        fc.nat(500),
        (weights, cases) => {
          const weight = weights.reduce((sum, one) => sum + one, 0);
          const pool = { area: "familia", cases, credits: 0, weight, professionals: weights.length };
          expect(weights.reduce((sum, one) => sum + fairShare(one, pool), 0)).toBeCloseTo(cases, 6);
        },
      ),
    );
  });

  test("is never made smaller by more capacity, nor is the turn put off, the own weight being part of the pool", () => {
    fc.assert(
      fc.property(pools, facts, fc.double({ min: 0, max: 30, noNaN: true }), (pool, one, more) => {
        const others = pool.weight;
        const before = fairShare(one.weight, { ...pool, weight: others + one.weight });
        const after = fairShare(one.weight + more, { ...pool, weight: others + one.weight + more });
        expect(after).toBeGreaterThanOrEqual(before - 1e-9);
        expect(turnOf(after, { ...one, offered: 0 })).toBeGreaterThanOrEqual(
          turnOf(before, { ...one, offered: 0 }) - 1e-9,
        );
      }),
    );
  });

  test("divides one capacity equally between the areas", () => {
    expect(areaWeight(12, ["familia", "civil", "civil", "penal"])).toBe(4);
    expect(areaWeight(12, [])).toBe(12);
    expect(areaWeight(Number.NaN, ["familia"])).toBe(0);
  });
});

describe("a turn", () => {
  test("lies between 0 and 1 and falls with every accepted case, credit and open offer", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 60, noNaN: true }), facts, (target, one) => {
        const turn = turnOf(target, one);
        expect(turn).toBeGreaterThan(0);
        expect(turn).toBeLessThan(1);
        const more = [{ accepted: one.accepted + 1 }, { credit: one.credit + 1 }, { open: (one.open ?? 0) + 1 }];
        for (const change of more) expect(turnOf(target, { ...one, ...change })).toBeLessThanOrEqual(turn);
        const first = { ...one, offered: 0 };
        for (const change of more) expect(turnOf(target, { ...first, ...change })).toBeLessThan(turnOf(target, first));
      }),
    );
  });

  test("is not put off by offers that were declined or ran out, up to fifteen for each case that was had", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 60, noNaN: true }),
        facts,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (target, one, part) => {
          const offered = Math.floor(15 * served(one) * part);
          expect(turnOf(target, { ...one, offered })).toBe(turnOf(target, { ...one, offered: 0 }));
          expect(served({ ...one, offered: 500 })).toBe(served(one));
        },
      ),
    );
  });

  test("passes slowly from whoever is asked again and again and takes nothing", () => {
    const never = { accepted: 0, credit: 0, weight: 10 };
    expect(turnOf(3, { ...never, offered: 15 })).toBe(turnOf(3, { ...never, accepted: 1 }));
    expect(turnOf(3, { ...never, offered: 60 })).toBeLessThan(0.5);
  });

  test("counts back to the last case before the window, so that the wait of a small share is not lost", () => {
    const waiting = { accepted: 0, credit: 0, weight: 1 };
    expect(turnOf(0.4, { ...waiting, reachDays: 50 })).toBeGreaterThan(turnOf(0.4, { ...waiting, reachDays: 31 }));
    expect(turnOf(0.4, { ...waiting, reachDays: 30 })).toBe(turnOf(0.4, waiting));
    expect(turnOf(0.4, { ...waiting, reachDays: 500 })).toBe(turnOf(0.4, { ...waiting, reachDays: 60 }));
  });

  test("stays a number when the facts are broken", () => {
    const broken = { accepted: Number.NaN, credit: -3, weight: Number.POSITIVE_INFINITY, offered: Number.NaN };
    expect(turnOf(2, broken)).toBe(turnOf(2, { accepted: 0, credit: 0, weight: 0 }));
  });
});

describe("credit for absences", () => {
  const daysAgo = (days: number) => new Date(NOW.getTime() - days * DAY);
  const cases: fc.Arbitrary<AreaAcceptance[]> = fc.array(
    fc.record({
      at: fc.double({ min: 0, max: 60, noNaN: true }).map(daysAgo),
      weightPresent: fc.double({ min: 1, max: 500, noNaN: true }),
    }),
    { maxLength: 60 },
  );
  const absences: fc.Arbitrary<Absence[]> = fc.array(
    fc
      .tuple(fc.double({ min: 0, max: 60, noNaN: true }), fc.double({ min: 0, max: 40, noNaN: true }))
      .map(([from, length]) => ({ from: daysAgo(from), until: new Date(daysAgo(from).getTime() + length * DAY) })),
    { maxLength: 3 },
  );

  test("is cases of the others over their number where all weigh the same", () => {
    const acceptances = Array.from({ length: 24 }, (_, i) => ({ at: daysAgo(20 - i / 2), weightPresent: 8 * 12 }));
    const newcomer = [{ from: null, until: daysAgo(5) }];
    expect(creditOf(8, newcomer, acceptances, NOW)).toBeCloseTo(24 / 12, 12);
  });

  test("puts whoever was away for the whole window exactly at the fair share, whatever the weights are", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.5, max: 60, noNaN: true }),
        fc.double({ min: 1, max: 900, noNaN: true }),
        fc.nat(200),
        (weight, others, count) => {
          const acceptances = Array.from({ length: count }, (_, i) => ({
            at: daysAgo((29 * i) / 200),
            weightPresent: others,
          }));
          const credit = creditOf(weight, [{ from: null, until: null }], acceptances, NOW);
          const pool = { area: "familia", cases: count, credits: credit, weight: others + weight, professionals: 9 };
          expect(fairShare(weight, pool)).toBeCloseTo(credit, 6);
        },
      ),
    );
  });

  test("shifting all times by any span changes nothing", () => {
    fc.assert(
      fc.property(
        cases,
        absences,
        fc.integer({ min: -400, max: 400 }),
        fc.integer({ min: 0, max: DAY }),
        (all, away, days, ms) => {
          const moved = (at: Date) => new Date(at.getTime() + days * DAY + ms);
          const then = creditOf(
            7,
            away.map(({ from, until }) => ({ from: from && moved(from), until: until && moved(until) })),
            all.map(({ at, weightPresent }) => ({ at: moved(at), weightPresent })),
            moved(NOW),
          );
          expect(then).toBe(creditOf(7, away, all, NOW));
        },
      ),
    );
  });

  test("leaves the window at the very moment when the case does that made it", () => {
    const at = daysAgo(29.5);
    const away = [{ from: daysAgo(40), until: daysAgo(10) }];
    const justBefore = new Date(at.getTime() + 30 * DAY - 1);
    const then = new Date(at.getTime() + 30 * DAY);
    for (const [now, there] of [
      [justBefore, true],
      [then, false],
    ] as const) {
      expect(inWindow(at, now)).toBe(there);
      expect(creditOf(5, away, [{ at, weightPresent: 50 }], now) > 0).toBe(there);
    }
  });

  test("midnight and the end of the month change no count", () => {
    const before = new Date("2026-11-30T23:59:59.999-03:00");
    const after = new Date("2026-12-01T00:00:00.000-03:00");
    const acceptances = Array.from({ length: 58 }, (_, i) => ({
      at: new Date(before.getTime() - (i + 0.5) * (DAY / 2)),
      weightPresent: 20,
    }));
    const away = [{ from: null, until: daysAgo(12.25) }];
    expect(creditOf(5, away, acceptances, after)).toBe(creditOf(5, away, acceptances, before));
    expect(acceptances.filter(({ at }) => inWindow(at, after)).length).toBe(
      acceptances.filter(({ at }) => inWindow(at, before)).length,
    );
  });
});
