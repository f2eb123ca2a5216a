// How quickly a professional answers is the median of the ledger's last 90 days, once there is enough of it.
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ledger, professionals } from "../../../src/db/schema.ts";
import { refreshResponseTimes } from "../../../src/services/equity/refresh-response-times.ts";
import { openDatabase, type TestDatabase } from "../../support/database.ts";
import { addProfessional, addSearchedCase } from "../../support/offer-rows.ts";
import { START, sceneOn } from "../contracts/scene.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());

test("the median minutes of those who answered three times, and nothing of the others", async () => {
  const { db } = database;
  const { ctx } = sceneOn(db);
  await addSearchedCase(db, "k");
  const habits: Record<string, { minutes: number[]; daysAgo: number }> = {
    quick: { minutes: [4, 90, 10], daysAgo: 5 },
    seldom: { minutes: [5, 5], daysAgo: 5 },
    before: { minutes: [1, 1, 1], daysAgo: 100 },
  };
  for (const [key, { minutes, daysAgo }] of Object.entries(habits)) {
    await addProfessional(db, key, { responseMinutesMedian: 777 });
    const at = START.getTime() - daysAgo * 86_400_000;
    await db.insert(ledger).values(
      minutes.flatMap((took, index) =>
        (["offered", index === 0 ? "accepted" : "declined"] as const).map((kind) => ({
          ...{ id: `led_${key}_${index}_${kind}`, professionalId: `pro_${key}`, caseId: "cas_k" },
          ...{ offerId: `off_${key}_${index}`, area: "trabalho", kind },
          at: new Date(at + (kind === "offered" ? 0 : took * 60_000)),
        })),
      ),
    );
  }
  expect(await refreshResponseTimes(ctx)).toEqual({ changed: 1 });
  expect(await refreshResponseTimes(ctx)).toEqual({ changed: 0 });
  const rows = await db.select().from(professionals).where(eq(professionals.id, "pro_quick"));
  expect(rows[0]?.responseMinutesMedian).toBe(10);
});
