// A person called beside a conversation that goes on: the operators are alerted, and the case stays where it is.
import { eq, like } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cases, outbox } from "../../../src/db/schema.ts";
import { openInterview } from "../../../src/domain/triage/interview.ts";
import { recordConversation } from "../../../src/services/intake/record-conversation.ts";
import { openDatabase, type TestDatabase } from "../../support/database.ts";
import { makeWorld, type World } from "../../support/world.ts";

let database: TestDatabase;
let world: World;

beforeAll(async () => {
  database = await openDatabase();
  world = await makeWorld(database, { professionals: 0 });
});
afterAll(() => database.close());

test("alerts the operators once with the reason, and hands nothing over", async () => {
  const caseId = await world.addCase({ status: "triage" });
  const { understanding } = openInterview({
    vertical: "legal",
    locale: "en",
    now: world.ctx.now(),
    zone: "America/Sao_Paulo",
  });
  const input = { caseId, status: "interviewing", controlledBy: "agent", understanding } as const;
  const alerts = () =>
    database.db
      .select()
      .from(outbox)
      .where(like(outbox.key, `needs_human:${caseId}:%`));

  await recordConversation(world.ctx, { ...input, reason: null, seq: 4 });
  expect(await alerts()).toHaveLength(0);
  await recordConversation(world.ctx, { ...input, reason: "violence", seq: 7 });
  await recordConversation(world.ctx, { ...input, reason: "violence", seq: 7 });
  const [alert, ...more] = await alerts();
  expect(more).toEqual([]);
  expect(alert?.body).toMatchObject({ kind: "case_needs_human", params: { case_id: caseId, reason: "violence" } });
  const [row] = await database.db.select().from(cases).where(eq(cases.id, caseId));
  expect(row).toMatchObject({ status: "triage", controlledBy: "agent" });
});
