// Leaves as history, declared capacity, and no more offers: what a professional changes moves turns in the same batch.
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { absences, areaPools, professionals } from "../../../src/db/schema.ts";
import { refreshEquity } from "../../../src/services/equity/refresh-equity.ts";
import { readProfessional } from "../../../src/services/professionals/read-professional.ts";
import { updateProfessional } from "../../../src/services/professionals/update-professional.ts";
import { openDatabase, type TestDatabase } from "../../support/database.ts";
import { makeWorld, type World } from "../../support/world.ts";

const DAY = 86_400_000;
let database: TestDatabase;
let world: World;
let id: string;
let me: { kind: "person"; userId: string; role: "professional"; locale: "pt-BR" };

beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.reset();
  world = await makeWorld(database, { professionals: 20 });
  await world.ctx.db.delete(absences);
  id = world.people[0]?.id ?? "";
  me = { kind: "person", userId: id.replace("pro_", "usr_"), role: "professional", locale: "pt-BR" };
  // Eight cases by the table: four to sixteen can be declared.
  const facts = { yearsOfPractice: 9, practice: "solo", casesClosed: 0, responseMinutesMedian: null } as const;
  await world.ctx.db
    .update(professionals)
    .set({ ...facts, capacityDeclared: null })
    .where(eq(professionals.id, id));
  await refreshEquity(world.ctx);
});

const change = (patch: unknown) => updateProfessional(world.ctx, me, patch);
const inDays = (days: number) => new Date(world.ctx.now().getTime() + days * DAY).toISOString();
const history = async () =>
  (await world.ctx.db.select().from(absences).where(eq(absences.professionalId, id)).orderBy(absences.from)).map(
    ({ from, until }) => [from.toISOString(), until?.toISOString() ?? null],
  );

describe("a leave", () => {
  test("is history from its first day on, and what is over stays", async () => {
    const [from, until] = [inDays(2), inDays(5)];
    await change({ leave_from: from, leave_until: until });
    expect(await history()).toEqual([[from, until]]);
    world.advance(10 * DAY);
    const second = inDays(1);
    await change({ leave_from: second, leave_until: null });
    expect(await history()).toEqual([
      [from, until],
      [second, null],
    ]);
  });

  test("that is taken back before it began leaves nothing", async () => {
    await change({ leave_from: inDays(2), leave_until: inDays(5) });
    await change({ leave_from: null });
    expect(await history()).toEqual([]);
  });

  test("that ends early ends now, and one that was entered late begins now", async () => {
    const entered = inDays(0);
    await change({ leave_from: inDays(-3), leave_until: inDays(20) });
    world.advance(4 * DAY);
    const ended = inDays(0);
    await change({ leave_from: null });
    const [[from, until] = []] = await history();
    expect(Date.parse(from ?? "") - Date.parse(entered)).toBeLessThan(1000);
    expect(Date.parse(until ?? "") - Date.parse(ended)).toBeLessThan(1000);
  });

  test("that is changed on the way goes on without a gap and without counting a day twice", async () => {
    await change({ leave_from: inDays(0), leave_until: inDays(20) });
    world.advance(4 * DAY);
    const until = inDays(2);
    await change({ leave_until: until });
    const rows = await history();
    expect(rows).toHaveLength(2);
    expect(rows[0]?.[1]).toBe(rows[1]?.[0]);
    expect(rows[1]?.[1]).toBe(until);
  });

  test("is left alone by every other change of the profile", async () => {
    await change({ leave_from: inDays(0), leave_until: inDays(20) });
    const before = await history();
    world.advance(DAY);
    await change({ fee_cents: 12_300 });
    await change({ leave_until: inDays(19) });
    expect(await history()).toEqual(before);
  });

  test("a pause counts as one: inactive, or no more offers", async () => {
    await change({ active: false });
    world.advance(DAY);
    await change({ opted_out: true });
    await change({ active: true });
    expect(await history()).toHaveLength(1);
    expect((await history())[0]?.[1]).toBeNull();
    world.advance(DAY);
    expect(await change({ opted_out: false })).toMatchObject({ opted_out: false, status: "active" });
    const [[from, until] = []] = await history();
    expect(Math.round((Date.parse(until ?? "") - Date.parse(from ?? "")) / DAY)).toBe(2);
  });
});

describe("the capacity", () => {
  test("can be declared from half to double of the table's value, or none for now", async () => {
    expect(await readProfessional(world.ctx, me)).toMatchObject({
      capacity_monthly: 8,
      capacity: { declared: null, by_table: 8, least: 4, most: 16 },
    });
    for (const cases of [4, 16, 0]) {
      expect(await change({ capacity_monthly: cases })).toMatchObject({
        capacity_monthly: cases,
        capacity: { declared: cases },
      });
    }
    for (const cases of [3, 17, 60]) {
      await expect(change({ capacity_monthly: cases })).rejects.toMatchObject({
        code: "invalid_input",
        detail: expect.stringContaining("from 4 to 16"),
        extra: { fields: [{ field: "capacity_monthly", least: 4, most: 16 }] },
      });
    }
    await refreshEquity(world.ctx);
    expect((await readProfessional(world.ctx, me)).capacity_monthly).toBe(0);
    expect(await change({ capacity_monthly: null })).toMatchObject({
      capacity_monthly: 8,
      capacity: { declared: null },
    });
  });

  test("that a form sends back as it was is no word of their own", async () => {
    expect(await change({ capacity_monthly: 8, remote: false })).toMatchObject({ capacity: { declared: null } });
  });

  test("follows another kind of practice at once where nothing was declared", async () => {
    expect(await change({ practice: "office" })).toMatchObject({ capacity_monthly: 12, practice: "office" });
    await change({ capacity_monthly: 7 });
    expect(await change({ practice: "solo" })).toMatchObject({
      capacity_monthly: 7,
      capacity: { by_table: 8, declared: 7 },
    });
  });

  test("moves the pools of the areas in the same batch, as a leave and another area do", async () => {
    const pool = async (area: string) =>
      (await world.ctx.db.select().from(areaPools).where(eq(areaPools.area, area)))[0] ?? {
        weight: 0,
        present: 0,
        professionals: 0,
      };
    await change({ areas: ["ambiental"] });
    const before = await pool("ambiental");
    await change({ capacity_monthly: 4 });
    expect((await pool("ambiental")).weight).toBe(before.weight - 4);
    await change({ leave_from: inDays(0) });
    expect(await pool("ambiental")).toMatchObject({ weight: before.weight - 4, present: before.present - 8 });
    await change({ areas: ["digital"] });
    expect((await pool("ambiental")).professionals).toBe(before.professionals - 1);
    await change({ opted_out: true });
    expect((await refreshEquity(world.ctx)).repaired).toEqual({ cases: 0, last_offered: 0, capacity: 0, pools: 0 });
  });
});
