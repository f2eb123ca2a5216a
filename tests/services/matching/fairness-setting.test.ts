// The fairness of the configuration is what ranks, and what a replay finds again.
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { areaPools, ledger, professionals, shortlists } from "../../../src/db/schema.ts";
import type { ServiceContext } from "../../../src/services/context.ts";
import { refreshPools } from "../../../src/services/equity/pools.ts";
import { matchCase } from "../../../src/services/matching/match-case.ts";
import { sendWave } from "../../../src/services/offers/send-wave.ts";
import { openDatabase, type TestDatabase } from "../../support/database.ts";
import { makeWorld, type World } from "../../support/world.ts";

let database: TestDatabase;
let world: World;

beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.reset();
  world = await makeWorld(database);
});

const withStrength = (strength: number): ServiceContext => ({
  ...world.ctx,
  settings: { ...world.ctx.settings, fairness: { strength, floor: 0.8 } },
});

test("at strength 0 the best fit comes first however much they have had; at 1 it does not", async () => {
  const caseId = await world.addCase({ area: "trabalho" });
  const [first] = (await matchCase(withStrength(0), { caseId, take: 1 })).ranking.chosen;
  for (let i = 0; i < 3; i++) {
    const past = await world.addCase({ area: "trabalho" });
    await world.ctx.db.insert(ledger).values({
      id: `led_p${i}`,
      professionalId: first ?? "",
      caseId: past,
      offerId: `off_p${i}`,
      area: "trabalho",
      kind: "accepted",
      at: new Date(world.ctx.now().getTime() - 86_400_000),
    });
  }
  await world.ctx.db.update(professionals).set({ capacityMonthly: 50 });
  await refreshPools(world.ctx);
  const fit = (await matchCase(withStrength(0), { caseId, take: 1 })).ranking;
  const turns = (await matchCase(withStrength(1), { caseId, take: 1 })).ranking;
  expect(fit.receipts[0]?.rankBeforeEquity).toBe(1);
  expect(turns.chosen).not.toContain(first);
  expect(turns.receipts.find(({ professionalId }) => professionalId === first)?.shortfall).toBeLessThan(-1);
});

test("a shortlist keeps the fairness and the pool that it was made with", async () => {
  const caseId = await world.addCase({ area: "trabalho" });
  await sendWave(withStrength(0.3), { caseId, wave: 1 });
  const [row] = await world.ctx.db.select().from(shortlists).where(eq(shortlists.caseId, caseId));
  const [pool] = await world.ctx.db.select().from(areaPools).where(sql`area = 'trabalho'`);
  expect(row?.equity).toEqual({
    fairness: { strength: 0.3, floor: 0.8 },
    pool: expect.objectContaining({ area: "trabalho", weight: pool?.weight, professionals: pool?.professionals }),
  });
});
