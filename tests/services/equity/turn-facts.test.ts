// Turn facts and pools out of the ledger: the same figures as the rules give, at any moment and for any number of people.
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { absences, areaPools, ledger, professionals } from "../../../src/db/schema.ts";
import { creditOf } from "../../../src/domain/equity/credit.ts";
import { refreshPools } from "../../../src/services/equity/pools.ts";
import { poolOf, turnFactsOf, turnFactsSql, turnRow } from "../../../src/services/equity/turn-facts.ts";
import { openDatabase, type TestDatabase } from "../../support/database.ts";
import { makeWorld, type World } from "../../support/world.ts";

const DAY = 86_400_000;
const AREA = "trabalho";
let database: TestDatabase;
let world: World;
let members: (typeof professionals.$inferSelect)[];

beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.reset();
  world = await makeWorld(database);
  const { db } = world.ctx;
  await db.delete(absences);
  await db.update(professionals).set({ joinedAt: new Date("2025-01-01"), areas: [AREA], capacityMonthly: 10 });
  members = (await db.select().from(professionals).orderBy(professionals.id)).slice(0, 6);
  await db.execute(sql`UPDATE professionals SET status = 'inactive' WHERE id > ${members[5]?.id ?? ""}`);
});

const ago = (days: number) => new Date(world.ctx.now().getTime() - days * DAY);
const member = (index: number) => members[index]?.id ?? "";

let serial = 0;

/** `who` accepted a case of the area `days` ago, while `weight` was present; null where nobody wrote it down. */
async function accepted(who: number, days: number, weight: number | null = null, area = AREA): Promise<string> {
  const caseId = await world.addCase({ area });
  const offerId = `off_t${++serial}`;
  const row = { professionalId: member(who), caseId, offerId, area, at: ago(days) };
  await world.ctx.db.insert(ledger).values({ id: `led_t${serial}`, ...row, kind: "accepted", weightPresent: weight });
  return offerId;
}

async function facts() {
  const turn = turnFactsSql({ vertical: "legal", area: AREA, now: world.ctx.now() });
  const result = await world.ctx.db.execute(sql`
    WITH ${turn.ctes} SELECT p.id, ${turn.columns} FROM professionals p ${turn.joins} WHERE p.status = 'active' ORDER BY p.id`);
  const rows = turnRow.array().parse(result.rows);
  return { of: rows.map((row) => turnFactsOf(row)), pool: poolOf(AREA, rows) };
}

describe("turn facts", () => {
  test("count what was accepted in the area and the window, and what was taken back no more", async () => {
    await accepted(0, 1);
    await accepted(0, 29.9);
    await accepted(0, 30.1);
    await accepted(0, 2, null, "civil");
    const back = await accepted(0, 3);
    const [row] = await world.ctx.db.select().from(ledger).where(eq(ledger.offerId, back));
    if (row === undefined) throw new Error("not booked");
    await world.ctx.db.insert(ledger).values({ ...row, id: "led_back", kind: "returned", at: ago(2) });
    const { of } = await facts();
    expect(of[0]).toMatchObject({ accepted: 2, weight: 10, credit: 0, open: 0 });
  });

  test("give an absence the credit of the rule, for a newcomer, a leave and one that is still going on", async () => {
    const days = [29, 25, 20, 15.5, 12, 10, 7, 3, 1, 0.5];
    const weights = days.map((_, index) => (index % 3 === 0 ? null : 40 + index));
    for (const [index, day] of days.entries()) await accepted(4, day, weights[index] ?? null);
    const { db } = world.ctx;
    await db
      .update(professionals)
      .set({ joinedAt: ago(11) })
      .where(eq(professionals.id, member(0)));
    await db.insert(absences).values([
      { id: "abs_1", professionalId: member(1), from: ago(40), until: ago(12), createdAt: ago(40) },
      { id: "abs_2", professionalId: member(1), from: ago(8), until: ago(2), createdAt: ago(8) },
      { id: "abs_3", professionalId: member(2), from: ago(5), until: null, createdAt: ago(5) },
      { id: "abs_4", professionalId: member(3), from: ago(-5), until: null, createdAt: ago(5) },
    ]);
    await refreshPools(world.ctx);
    const { of, pool } = await facts();
    const acceptances = days.map((day, index) => ({
      at: ago(day),
      weightPresent: weights[index] ?? pool?.weight ?? 0,
    }));
    const credit = (gaps: { from: Date | null; until: Date | null }[]) =>
      creditOf(10, gaps, acceptances, world.ctx.now());
    const expected = [
      credit([{ from: null, until: ago(11) }]),
      credit([
        { from: ago(40), until: ago(12) },
        { from: ago(8), until: ago(2) },
      ]),
      credit([{ from: ago(5), until: null }]),
      0,
      0,
      0,
    ];
    expect(expected[1]).toBeGreaterThan(0.5);
    for (const [index, value] of expected.entries()) expect(of[index]?.credit).toBeCloseTo(value, 10);
    expect(pool).toMatchObject({ area: AREA, cases: 10, weight: 60, professionals: 6 });
    expect(pool?.credits).toBeCloseTo(
      expected.reduce((sum, one) => sum + one, 0),
      10,
    );
  });

  test("reach back to the last case before the window, the last absence or joining, sixty days at most", async () => {
    const { db } = world.ctx;
    const reach = async () => (await facts()).of[0]?.reachDays;
    expect(await reach()).toBe(60);
    await accepted(0, 45);
    await accepted(0, 33, null, "civil");
    await accepted(0, 2);
    expect(await reach()).toBeCloseTo(45, 6);
    await db
      .insert(absences)
      .values({ id: "abs_1", professionalId: member(0), from: ago(50), until: ago(40), createdAt: ago(50) });
    expect(await reach()).toBeCloseTo(40, 6);
    await db
      .update(professionals)
      .set({ joinedAt: ago(35) })
      .where(eq(professionals.id, member(0)));
    expect(await reach()).toBeCloseTo(35, 6);
    await db.update(absences).set({ until: null });
    expect(await reach()).toBe(30);
  });

  test("real and virtual cases leave the window in the same moment, and midnight moves nobody", async () => {
    await accepted(4, 29.5, 60);
    await world.ctx.db
      .insert(absences)
      .values([{ id: "abs_1", professionalId: member(1), from: ago(40), until: ago(10), createdAt: ago(40) }]);
    const at = async (ms: number) => {
      world.advance(ms);
      await refreshPools(world.ctx);
      const { of, pool } = await facts();
      return [of[4]?.accepted, of[1]?.credit, pool?.cases, pool?.credits];
    };
    const before = await at(0);
    expect(before[1]).toBeCloseTo(1 / 6, 10);
    // The clock stands at noon: eleven hours later is the eve, two more the next day in every zone of Brazil.
    for (const ms of [11 * 3_600_000, 3_599_999]) expect(await at(ms)).toEqual(before);
    expect(await at(2)).toEqual([0, 0, 0, 0]);
  });
});

describe("pools", () => {
  test("are without whoever takes no turns, and keep whoever is on leave", async () => {
    const { db } = world.ctx;
    await accepted(0, 1);
    await accepted(5, 1);
    await db
      .update(professionals)
      .set({ optedOutAt: ago(1) })
      .where(eq(professionals.id, member(5)));
    await db
      .update(professionals)
      .set({ licenceStatus: "suspended" })
      .where(eq(professionals.id, member(4)));
    await db
      .update(professionals)
      .set({ leaveFrom: ago(1) })
      .where(eq(professionals.id, member(3)));
    await refreshPools(world.ctx);
    expect(await refreshPools(world.ctx)).toEqual({ pools: 1, changed: 0 });
    const [pool] = await db.select().from(areaPools);
    expect(pool).toMatchObject({ area: AREA, cases: 1, weight: 40, present: 30, professionals: 4, credits: 0 });
  });

  test("of an area that nobody practises any more go", async () => {
    await refreshPools(world.ctx);
    await world.ctx.db.update(professionals).set({ areas: ["civil"] });
    expect(await refreshPools(world.ctx)).toEqual({ pools: 1, changed: 2 });
    expect((await world.ctx.db.select().from(areaPools)).map((pool) => pool.area)).toEqual(["civil"]);
  });
});
