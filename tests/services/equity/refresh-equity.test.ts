// The equity jobs: what drifted is repaired and said, in a number of statements that does not depend on how many there are.
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { seedEquity } from "../../../bench/equity-data.ts";
import { areaPools, ledger, professionals } from "../../../src/db/schema.ts";
import { capacityByTable } from "../../../src/domain/equity/capacity.ts";
import { refreshEquity } from "../../../src/services/equity/refresh-equity.ts";
import { rollEquity } from "../../../src/services/equity/roll-equity.ts";
import { openDatabase, type TestDatabase } from "../../support/database.ts";
import { makeWorld, type World } from "../../support/world.ts";

const DAY = 86_400_000;
const NOTHING = { cases: 0, last_offered: 0, capacity: 0, pools: 0 };
let database: TestDatabase;
let world: World;

beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.reset();
  world = await makeWorld(database, { professionals: 20 });
  await refreshEquity(world.ctx);
});

const one = () => world.people[0] ?? raise();
const raise = () => {
  throw new Error("no such professional");
};
const rowOf = async (id: string) =>
  (await world.ctx.db.select().from(professionals).where(eq(professionals.id, id)))[0] ?? raise();

async function book(
  kind: "offered" | "accepted" | "returned" | "declined" | "expired",
  offerId: string,
  daysAgo: number,
) {
  const caseId = await world.addCase();
  await world.ctx.db.insert(ledger).values({
    id: `led_${offerId}_${kind}`,
    professionalId: one().id,
    caseId,
    offerId,
    area: one().areas[0] ?? "civil",
    kind,
    at: new Date(world.ctx.now().getTime() - daysAgo * DAY),
  });
}

/** Statements that reach the database while `work` runs. */
async function statements(work: () => Promise<unknown>): Promise<number> {
  const plain = globalThis.fetch;
  let count = 0;
  globalThis.fetch = async (input, init) => {
    const body: unknown = typeof init?.body === "string" ? JSON.parse(init.body) : null;
    if (typeof body === "object" && body !== null) {
      count += "queries" in body && Array.isArray(body.queries) ? body.queries.length : 1;
    }
    return plain(input, init);
  };
  try {
    await work();
  } finally {
    globalThis.fetch = plain;
  }
  return count;
}

describe("the daily job", () => {
  test("has nothing to repair in demo data, and nothing twice", async () => {
    await database.reset();
    world = await makeWorld(database, { professionals: 60 });
    expect(await refreshEquity(world.ctx)).toEqual({ checked: 60, repaired: NOTHING });
    expect(await refreshEquity(world.ctx)).toEqual({ checked: 60, repaired: NOTHING });
    expect((await rowOf(one().id)).equityUpdatedAt).toEqual(world.ctx.now());
  });

  test("counts cases from the ledger: the window, no declined ones, none that were taken back", async () => {
    await book("accepted", "off_a", 1);
    await book("accepted", "off_b", 29.9);
    await book("accepted", "off_c", 30.1);
    await book("declined", "off_d", 1);
    await book("accepted", "off_e", 5);
    await book("returned", "off_e", 4);
    expect((await refreshEquity(world.ctx)).repaired).toEqual({ ...NOTHING, cases: 1, pools: 1 });
    expect((await rowOf(one().id)).cases30d).toBe(2);
  });

  test("repairs each field that drifted, and says how many of each", async () => {
    const { db } = world.ctx;
    await book("offered", "off_a", 2);
    await db.update(professionals).set({ cases30d: 7 }).where(eq(professionals.id, one().id));
    const undeclared = world.people.filter((person) => person.capacityDeclared === null).slice(0, 3);
    for (const { id } of undeclared)
      await db.update(professionals).set({ capacityMonthly: 59 }).where(eq(professionals.id, id));
    await db
      .update(areaPools)
      .set({ professionals: 999 })
      .where(eq(areaPools.area, one().areas[0] ?? ""));
    const { repaired } = await refreshEquity(world.ctx);
    expect(repaired).toMatchObject({ cases: 1, last_offered: 1, capacity: 3 });
    expect(repaired.pools).toBeGreaterThan(0);
    const after = await rowOf(one().id);
    expect(after.cases30d).toBe(0);
    expect(after.lastOfferedAt?.getTime()).toBe(world.ctx.now().getTime() - 2 * DAY);
    expect((await rowOf(undeclared[0]?.id ?? "")).capacityMonthly).toBe(undeclared[0]?.capacityMonthly);
    expect((await refreshEquity(world.ctx)).repaired).toEqual(NOTHING);
  });

  test("keeps what somebody declared, and works the others out as the table says", async () => {
    const { db } = world.ctx;
    const facts = { yearsOfPractice: 9, practice: "office", casesClosed: 12, responseMinutesMedian: 60 } as const;
    await db
      .update(professionals)
      .set({ ...facts, capacityDeclared: null })
      .where(eq(professionals.id, one().id));
    const answers = async () => {
      await refreshEquity(world.ctx);
      return (await rowOf(one().id)).capacityMonthly;
    };
    expect(await answers()).toBe(capacityByTable({ ...facts, answered: 0, expired: 0 }));
    for (let i = 0; i < 5; i++) await book(i < 2 ? "declined" : "expired", `off_${i}`, 10 + i);
    expect(await answers()).toBe(capacityByTable({ ...facts, answered: 2, expired: 3 }));
    await db.update(professionals).set({ capacityDeclared: 3 }).where(eq(professionals.id, one().id));
    expect(await answers()).toBe(3);
  });

  test("takes as many statements for a thousand professionals as for ten", async () => {
    const counted: number[] = [];
    for (const size of [10, 1000]) {
      await database.reset();
      await seedEquity(world.ctx.db, size, world.ctx.now());
      const checked: number[] = [];
      counted.push(await statements(async () => checked.push((await refreshEquity(world.ctx)).checked)));
      expect(checked).toEqual([size]);
    }
    expect(counted[0]).toBe(counted[1]);
    expect(counted[0]).toBeLessThan(30);
  });

  test("in SQL is the table of the rules, for every kind of practice", async () => {
    await database.reset();
    await seedEquity(world.ctx.db, 200, world.ctx.now());
    await world.ctx.db.execute(sql`
      UPDATE professionals SET practice = (ARRAY['solo', 'office', 'firm', 'part_time'])[1 + years_of_practice % 4],
        cases_closed = years_of_practice, response_minutes_median = CASE WHEN years_of_practice % 3 = 0 THEN NULL ELSE years_of_practice * 100 END`);
    await refreshEquity(world.ctx);
    const rows = await world.ctx.db.select().from(professionals);
    const said = await world.ctx.db.select().from(ledger);
    for (const row of rows) {
      const since = world.ctx.now().getTime() - 90 * DAY;
      const mine = said.filter((entry) => entry.professionalId === row.id && entry.at.getTime() > since);
      const answered = mine.filter(({ kind }) => kind === "accepted" || kind === "declined").length;
      const expired = mine.filter(({ kind }) => kind === "expired").length;
      expect(row.capacityMonthly).toBe(capacityByTable({ ...row, answered, expired }));
    }
  });
});

describe("each minute", () => {
  test("a case that left the window is a case no more, and its area's pool is counted again", async () => {
    await book("accepted", "off_a", 29.999);
    await refreshEquity(world.ctx);
    expect((await rowOf(one().id)).cases30d).toBe(1);
    const area = one().areas[0] ?? "";
    const cases = async () => (await world.ctx.db.select().from(areaPools).where(eq(areaPools.area, area)))[0]?.cases;
    expect(await cases()).toBe(1);
    world.advance(2 * 60_000);
    expect(await rollEquity(world.ctx)).toEqual({ rolled: 1, pools: 1 });
    expect((await rowOf(one().id)).cases30d).toBe(0);
    expect(await cases()).toBe(0);
  });

  test("where nothing happened nothing is counted", async () => {
    world.advance(10 * 60_000);
    expect(await rollEquity(world.ctx)).toEqual({ rolled: 0, pools: 0 });
  });

  test("a leave that begins by itself is seen", async () => {
    const { db } = world.ctx;
    const leaveFrom = new Date(world.ctx.now().getTime() + 90_000);
    await db.update(professionals).set({ leaveFrom }).where(eq(professionals.id, one().id));
    await db.execute(sql`
      INSERT INTO absences (id, professional_id, "from", until, created_at)
      VALUES ('abs_soon', ${one().id}, ${leaveFrom.toISOString()}::timestamptz, NULL, ${world.ctx.now().toISOString()}::timestamptz)`);
    const present = async () =>
      (
        await db
          .select()
          .from(areaPools)
          .where(eq(areaPools.area, one().areas[0] ?? ""))
      )[0]?.present ?? 0;
    const before = await present();
    world.advance(2 * 60_000);
    expect((await rollEquity(world.ctx)).pools).toBe(new Set(one().areas).size);
    expect(await present()).toBeCloseTo(before - one().capacityMonthly / one().areas.length, 10);
  });
});
