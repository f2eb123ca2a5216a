// The neutral order: a permutation, the same for everybody, new each day, even over time, and deaf to everything but ids.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawDay, neutralKey, neutralOrder } from "../../../src/domain/directory/neutral-order.ts";
import { addDays } from "../../../src/domain/triage/calendar.ts";

const ids = (count: number) => Array.from({ length: count }, (_, place) => `pro_${String(place).padStart(4, "0")}`);
const someIds = fc.uniqueArray(
  fc.string({ minLength: 1, maxLength: 20 }).map((text) => `pro_${text}`),
  { maxLength: 25 },
);
const someDraw = fc.record({
  day: fc.date({ min: new Date("2020-01-01"), max: new Date("2090-01-01"), noInvalidDate: true }).map(drawDay),
  tenantId: fc.string({ minLength: 1, maxLength: 12 }),
});
const FIRST_DAY = "2026-01-01";

/** Pearson's statistic of counts against equal expectations. */
function chiSquare(counts: readonly number[]): number {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

/** Wilson and Hilferty's approximation of the 99.9 % quantile with `freedom` degrees. */
function critical(freedom: number): number {
  const part = 2 / (9 * freedom);
  return freedom * (1 - part + 3.0902 * Math.sqrt(part)) ** 3;
}

async function firsts(members: readonly string[], days: number, tenantId: string): Promise<number[]> {
  const counts = new Map(members.map((id) => [id, 0]));
  for (let day = 0; day < days; day++) {
    const [first = ""] = await neutralOrder(members, { day: addDays(FIRST_DAY, day), tenantId });
    counts.set(first, (counts.get(first) ?? 0) + 1);
  }
  return [...counts.values()];
}

describe("the order of the list", () => {
  it("is a permutation: nobody is lost, nobody is there twice", async () => {
    await fc.assert(
      fc.asyncProperty(someIds, someDraw, async (members, draw) => {
        expect((await neutralOrder(members, draw)).toSorted()).toEqual(members.toSorted());
      }),
      { seed: 5, numRuns: 100 },
    );
  });

  it("is the same in whichever order people come, so that neither age, price nor a review moves anybody", async () => {
    await fc.assert(
      fc.asyncProperty(
        someIds.chain((members) =>
          fc.tuple(fc.constant(members), fc.shuffledSubarray(members, { minLength: members.length })),
        ),
        someDraw,
        async ([members, shuffled], draw) => {
          expect(await neutralOrder(shuffled, draw)).toEqual(await neutralOrder(members, draw));
        },
      ),
      { seed: 6, numRuns: 100 },
    );
  });

  it("keeps who stands before whom when a filter takes others out", async () => {
    await fc.assert(
      fc.asyncProperty(
        someIds.chain((members) => fc.tuple(fc.constant(members), fc.subarray(members))),
        someDraw,
        async ([members, some], draw) => {
          const all = await neutralOrder(members, draw);
          expect(await neutralOrder(some, draw)).toEqual(all.filter((id) => some.includes(id)));
        },
      ),
      { seed: 7, numRuns: 100 },
    );
  });

  it("is drawn anew each day and in each house", async () => {
    const members = ids(40);
    const today = await neutralOrder(members, { day: "2026-11-20", tenantId: "default" });
    expect(await neutralOrder(members, { day: "2026-11-20", tenantId: "default" })).toEqual(today);
    expect(await neutralOrder(members, { day: "2026-11-21", tenantId: "default" })).not.toEqual(today);
    expect(await neutralOrder(members, { day: "2026-11-20", tenantId: "oab-xx" })).not.toEqual(today);
  });

  it("puts each of any group first equally often over the days (chi-square, 99.9 %)", async () => {
    for (const [size, tenantId] of [
      [2, "default"],
      [7, "default"],
      [12, "oab-xx"],
    ] as const) {
      expect(chiSquare(await firsts(ids(size), 1500, tenantId))).toBeLessThan(critical(size - 1));
    }
  });

  it("gives every professional every place equally often, not only the first (chi-square, 99.9 %)", async () => {
    const members = ids(8);
    const places = new Map(members.map((id) => [id, Array<number>(8).fill(0)]));
    for (let day = 0; day < 1200; day++) {
      const order = await neutralOrder(members, { day: addDays(FIRST_DAY, day), tenantId: "default" });
      for (const [place, id] of order.entries()) {
        const counts = places.get(id);
        if (counts !== undefined) counts[place] = (counts[place] ?? 0) + 1;
      }
    }
    for (const counts of places.values()) expect(chiSquare(counts)).toBeLessThan(critical(7));
  });

  it("leaves nobody behind the same neighbour for ever: each stands before any other on half of the days", async () => {
    const [one = "", two = ""] = ids(2);
    let before = 0;
    for (let day = 0; day < 2000; day++) {
      const [first] = await neutralOrder(ids(9), { day: addDays(FIRST_DAY, day), tenantId: "default" }).then((order) =>
        order.filter((id) => id === one || id === two),
      );
      if (first === one) before++;
    }
    expect(chiSquare([before, 2000 - before])).toBeLessThan(critical(1));
  });

  it("changes at midnight in Sao Paulo, not in Greenwich", () => {
    expect(drawDay(new Date("2026-11-21T02:59:59Z"))).toBe("2026-11-20");
    expect(drawDay(new Date("2026-11-21T03:00:00Z"))).toBe("2026-11-21");
  });

  it("makes keys of 64 hexadecimal digits that every later release must make too", async () => {
    expect(await neutralKey({ day: "2026-11-20", tenantId: "default" }, "pro_1")).toBe(
      "082275346e5f7d9a600ee902a74183bb551eadba18227116e46ba0a8ec1a1909",
    );
  });
});
