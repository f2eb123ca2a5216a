// Who sees what of a case, and that an operator who looks is in the audit.
import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { audit, cases, offers, professionals } from "../../../src/db/schema.ts";
import { readCase } from "../../../src/services/cases/read-case.ts";
import { visibleConversation } from "../../../src/services/intake/visible-case.ts";
import { readShortlist } from "../../../src/services/matching/read-shortlist.ts";
import { sendWave } from "../../../src/services/offers/send-wave.ts";
import { openDatabase, type TestDatabase } from "../../support/database.ts";
import { makeWorld, type World } from "../../support/world.ts";

let database: TestDatabase;
let world: World;
let caseId: string;
let clientId: string;

const QUOTE = "fui demitida em janeiro por causa da gravidez";
const person = (userId: string, role: "client" | "professional" | "operator") =>
  ({ kind: "person", userId, role, locale: "pt-BR" }) as const;
const operator = person("usr_op", "operator");

beforeAll(async () => {
  database = await openDatabase();
  world = await makeWorld(database);
});
afterAll(() => database.close());
beforeEach(async () => {
  caseId = await world.addCase({
    deadlines: [
      {
        kind: "labour_two_years",
        date: "2027-01-01",
        label: { "pt-BR": "prazo", en: "deadline" },
        source: "CF 7 XXIX",
        quote: QUOTE,
        hoursLeft: 9_000,
        passed: false,
      },
    ],
  });
  clientId = (await database.db.select().from(cases).where(eq(cases.id, caseId)))[0]?.clientId ?? "";
});

/** Who has accepted the case. */
async function taker(): Promise<string> {
  await sendWave(world.ctx, { caseId, wave: 1 });
  const [offer] = await database.db.select().from(offers).where(eq(offers.caseId, caseId)).limit(1);
  await database.db
    .update(offers)
    .set({ status: "accepted" })
    .where(eq(offers.id, offer?.id ?? ""));
  const [row] = await database.db
    .select({ userId: professionals.userId })
    .from(professionals)
    .where(eq(professionals.id, offer?.professionalId ?? ""));
  return row?.userId ?? "";
}
const readings = (action: string, actor = operator.userId) =>
  database.db.$count(audit, and(eq(audit.subject, caseId), eq(audit.action, action), eq(audit.actor, actor)));

test("the client's own words behind a deadline are read by the client alone", async () => {
  const lawyer = person(await taker(), "professional");
  expect(JSON.stringify(await readCase(world.ctx, person(clientId, "client"), caseId))).toContain(QUOTE);
  for (const other of [lawyer, operator]) {
    const seen = await readCase(world.ctx, other, caseId);
    expect(seen.deadlines).toEqual([expect.objectContaining({ kind: "labour_two_years", date: "2027-01-01" })]);
    expect(JSON.stringify(seen)).not.toContain(QUOTE);
  }
});

test("an operator's reading of case, shortlist and conversation is in the audit, once for a sitting", async () => {
  const reads = {
    "case.read": () => readCase(world.ctx, operator, caseId),
    "shortlist.read": () => readShortlist(world.ctx, operator, { caseId }),
    "conversation.read": () => visibleConversation(world.ctx, operator, caseId),
  };
  for (const [action, read] of Object.entries(reads)) {
    await read();
    await read();
    expect([action, await readings(action)]).toEqual([action, 1]);
  }
  world.advance(11 * 60_000);
  await reads["conversation.read"]();
  expect(await readings("conversation.read")).toBe(2);
});

test("who reads what is his own is not in the audit", async () => {
  const lawyer = await taker();
  await readCase(world.ctx, person(lawyer, "professional"), caseId);
  await readShortlist(world.ctx, person(lawyer, "professional"), { caseId });
  await readCase(world.ctx, person(clientId, "client"), caseId);
  await readShortlist(world.ctx, person(clientId, "client"), { caseId });
  await visibleConversation(world.ctx, person(clientId, "client"), caseId);
  for (const actor of [clientId, lawyer]) {
    for (const action of ["case.read", "shortlist.read", "conversation.read"]) {
      expect(await readings(action, actor)).toBe(0);
    }
  }
});
