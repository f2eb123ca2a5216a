// The operators' report: what became of the cases of a span of days.
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { cases } from "../../../src/db/schema.ts";
import { readReport } from "../../../src/services/operations/read-report.ts";
import { openDatabase, type TestDatabase } from "../../support/database.ts";
import { acceptedOffer, LAWYER, OPERATOR, type Scene, START, sceneOn, signedContract } from "../contracts/scene.ts";

let database: TestDatabase;
let scene: Scene;
beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.reset();
  scene = sceneOn(database.db);
});

/** The offer's rows of the ledger, which the scene leaves out. */
const book = (kind: string, minutesLater: number, professional = "pro_1", offer = "off_1") =>
  database.sql.query(
    "INSERT INTO ledger (id, professional_id, case_id, offer_id, area, kind, at) VALUES ($1, $2, 'cas_1', $3, 'trabalho', $4, $5)",
    [
      `led_${offer}_${kind}`,
      professional,
      offer,
      kind,
      new Date(START.getTime() + minutesLater * 60_000).toISOString(),
    ],
  );

test("an empty house has an empty report", async () => {
  const report = await readReport(scene.ctx, OPERATOR);
  expect(report).toMatchObject({
    from: "2026-10-22",
    to: "2026-11-20",
    areas: [],
    reviews: { count: 0, mean_rating: null },
  });
  expect(report.cases).toMatchObject({ opened: 0, minutes_to_triage: null });
});

test("cases are told with what became of them, in medians of minutes", async () => {
  await signedContract(scene);
  const at = (minutes: number) => new Date(START.getTime() + minutes * 60_000);
  await database.db
    .update(cases)
    .set({ createdAt: at(-10), triagedAt: at(-4) })
    .where(eq(cases.id, "cas_1"));
  await book("offered", -3);
  await book("offered", -3, "pro_2", "off_2");
  await book("accepted", -1);
  await book("withdrawn", -1, "pro_2", "off_2");
  const report = await readReport(scene.ctx, OPERATOR, { from: "2026-11-20", to: "2026-11-20" });
  expect(report.cases).toMatchObject({ opened: 1, triaged: 1, accepted: 1, signed: 1, done: 0, unmatched: 0 });
  expect(report.cases).toMatchObject({ minutes_to_triage: 6, minutes_to_acceptance: 3, minutes_to_signature: 1 });
  expect(report.offers).toEqual({ sent: 2, accepted: 1, declined: 0, expired: 0, withdrawn: 1 });
  expect(report.areas).toEqual([{ area: "trabalho", opened: 1, accepted: 1, unmatched: 0, minutes_to_acceptance: 3 }]);
});

test("a day is one of the house's zone", async () => {
  await acceptedOffer(database.db, { createdAt: new Date("2026-11-20T02:30:00Z") });
  const opened = async (day: string) => (await readReport(scene.ctx, OPERATOR, { from: day, to: day })).cases.opened;
  expect(await opened("2026-11-19")).toBe(1);
  expect(await opened("2026-11-20")).toBe(0);
});

test("days that cannot be are refused, and nobody but an operator reads it", async () => {
  for (const days of [
    { from: "2026-11-20", to: "2026-11-19" },
    { from: "2024-01-01", to: "2026-11-19" },
    { from: "yesterday" },
  ]) {
    await expect(readReport(scene.ctx, OPERATOR, days)).rejects.toMatchObject({ code: "invalid_input" });
  }
  await expect(readReport(scene.ctx, LAWYER)).rejects.toMatchObject({ code: "not_found" });
});
