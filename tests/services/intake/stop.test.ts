// "Stop" is final: the search ends, those who were asked hear of it, and nothing more is sent, until the person is back.
import { and, eq, like } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { audit, cases, ledger, notifications, offers, outbox, professionals, users } from "../../../src/db/schema.ts";
import type { CaseStatus } from "../../../src/domain/case-state.ts";
import { inboxOf } from "../../../src/domain/messages.ts";
import type { Understanding } from "../../../src/domain/triage/types.ts";
import { openCase } from "../../../src/services/intake/open-case.ts";
import { type RecordConversation, recordConversation } from "../../../src/services/intake/record-conversation.ts";
import { deliver } from "../../../src/services/notify/deliver.ts";
import { storeSignInCode } from "../../../src/services/notify/sign-in-code.ts";
import { answerOffer } from "../../../src/services/offers/answer-offer.ts";
import { sendWave } from "../../../src/services/offers/send-wave.ts";
import { openDatabase, type TestDatabase } from "../../support/database.ts";
import { makeWorld, type World } from "../../support/world.ts";

let database: TestDatabase;
let world: World;
let seq = 0;

beforeAll(async () => {
  database = await openDatabase();
  world = await makeWorld(database, { professionals: 300 });
});
afterAll(() => database.close());

const understanding: Understanding = {
  area: "trabalho",
  subarea: null,
  confidence: 0.8,
  urgencyHours: 240,
  complexity: "medium",
  deadlines: [],
  flags: [],
  uf: "SP",
  municipality: null,
  adverseParties: [],
  languages: ["pt-BR"],
  summary: "Foi demitida sem receber as verbas rescisórias.",
} as unknown as Understanding;

const record = (caseId: string, status: RecordConversation["status"], more: Partial<RecordConversation> = {}) => {
  world.advance(1000);
  return recordConversation(world.ctx, {
    caseId,
    status,
    controlledBy: "agent",
    understanding,
    reason: null,
    seq: ++seq,
    ...more,
  });
};
const rowOf = async (caseId: string) => {
  const [row] = await database.db.select().from(cases).where(eq(cases.id, caseId));
  if (row === undefined) throw new Error("the case is gone");
  return row;
};
const offersOf = (caseId: string) => database.db.select().from(offers).where(eq(offers.caseId, caseId));
const clientOf = async (caseId: string) => {
  const { clientId } = await rowOf(caseId);
  const [row] = await database.db.select().from(users).where(eq(users.id, clientId));
  if (row === undefined) throw new Error("the client is gone");
  return row;
};
const toldTo = (userId: string) =>
  database.db
    .select()
    .from(notifications)
    .where(and(eq(notifications.userId, userId), eq(notifications.channel, "in_app")));
const auditsOf = async (caseId: string) =>
  (await database.db.select().from(audit).where(eq(audit.subject, caseId))).filter(
    ({ action }) => action === "conversation.recorded",
  );

async function offered() {
  const caseId = await world.addCase();
  await sendWave(world.ctx, { caseId, wave: 1 });
  await world.drain();
  return caseId;
}

describe("a client who says stop", () => {
  test.each(["triage", "handed_off", "not_legal", "matching", "offering", "unmatched"] as const)(
    "stops a case that is in %s",
    async (status) => {
      const caseId = await world.addCase({ status });
      await record(caseId, "stopped");
      expect((await rowOf(caseId)).status).toBe("stopped");
    },
  );

  test("takes back the open offers, with the ledger, and those who were asked hear of it once", async () => {
    const caseId = await offered();
    const before = await offersOf(caseId);
    expect(before.map(({ status }) => status)).toEqual(["pending", "pending", "pending"]);
    const at = ++seq;
    await record(caseId, "stopped", { seq: at });
    await record(caseId, "stopped", { seq: at });
    await world.drain();
    expect((await offersOf(caseId)).map(({ status }) => status)).toEqual(["withdrawn", "withdrawn", "withdrawn"]);
    const booked = await database.db
      .select()
      .from(ledger)
      .where(and(eq(ledger.caseId, caseId), eq(ledger.kind, "withdrawn")));
    expect(booked).toHaveLength(3);
    for (const offer of before) {
      const [pro] = await database.db.select().from(professionals).where(eq(professionals.id, offer.professionalId));
      const kinds = (await toldTo(pro?.userId ?? "")).map(({ kind }) => kind);
      expect(kinds.filter((kind) => kind === "offer_stopped")).toHaveLength(1);
      expect(kinds).not.toContain("offer_withdrawn");
      expect(world.published.get(inboxOf(pro?.userId ?? ""))).toContainEqual(
        expect.objectContaining({ type: "offer_update", data: { offer_id: offer.id, status: "withdrawn" } }),
      );
    }
  });

  test("is not searched for by a message that was on its way, nor by an answer that comes late", async () => {
    const caseId = await offered();
    const [offer] = await offersOf(caseId);
    if (offer === undefined) throw new Error("nobody was asked");
    await record(caseId, "stopped");
    await sendWave(world.ctx, { caseId, wave: 2 });
    const late = answerOffer(world.ctx, {
      caseId,
      offerId: offer.id,
      professionalId: offer.professionalId,
      userId: "usr_late",
      answer: "accept",
      reason: null,
      traceId: "trc_test",
    });
    await expect(late).rejects.toMatchObject({ status: 409 });
    expect(await rowOf(caseId)).toMatchObject({ status: "stopped", wave: 1 });
  });

  test("between a wave and its announcement is named to nobody", async () => {
    const caseId = await world.addCase();
    await sendWave(world.ctx, { caseId, wave: 1 });
    await record(caseId, "stopped");
    await world.drain();
    expect(world.published.get((await rowOf(caseId)).conversationId)).toBeUndefined();
    for (const { id } of await offersOf(caseId)) {
      expect(await database.db.$count(notifications, like(notifications.key, `offer:${id}:new%`))).toBe(0);
    }
  });

  test("is sent nothing more about a case on any channel, but the code that he asks for", async () => {
    const caseId = await world.addCase();
    const client = await clientOf(caseId);
    const email = "ana@example.org";
    await database.db.update(users).set({ isAnonymous: false, email }).where(eq(users.id, client.id));
    await record(caseId, "stopped");
    const kinds = ["case_accepted", "case_unmatched", "contract_ready", "review_invited"] as const;
    for (const kind of kinds) {
      const message = { userId: client.id, kind, params: { case_id: caseId, contract_id: "ctr_1" } };
      expect(await deliver(world.ctx, message, `k:${kind}`)).toEqual({ stored: 0 });
    }
    await storeSignInCode(world.ctx, { email, code: "123456", locale: "pt-BR" });
    const sent = await database.db.select().from(notifications).where(eq(notifications.recipient, email));
    expect(sent.map(({ kind }) => kind)).toEqual(["sign_in_code"]);
  });

  test.each(["accepted", "signed"] as const)(
    "does not undo a case that was %s, and is still written to no more",
    async (status) => {
      const caseId = await world.addCase({ status });
      await record(caseId, "stopped");
      expect((await rowOf(caseId)).status).toBe(status);
      expect((await clientOf(caseId)).optedOutAt).not.toBeNull();
      await record(caseId, "completed");
      expect(await rowOf(caseId)).toMatchObject({ status, stoppedAt: null });
      expect((await clientOf(caseId)).optedOutAt).toBeNull();
    },
  );
});

describe("a client who is back", () => {
  test("is searched for anew, with people who were not asked before, and is written to again", async () => {
    const caseId = await offered();
    const asked = (await offersOf(caseId)).map(({ professionalId }) => professionalId);
    await record(caseId, "stopped");
    const at = ++seq;
    await record(caseId, "completed", { seq: at });
    expect((await rowOf(caseId)).status).toBe("matching");
    await record(caseId, "completed", { seq: at });
    await world.drain();
    expect(await rowOf(caseId)).toMatchObject({ status: "offering", wave: 2, stoppedAt: null });
    const now = (await offersOf(caseId)).filter(({ wave }) => wave === 2);
    expect(now).toHaveLength(3);
    for (const offer of now) expect(asked).not.toContain(offer.professionalId);
    const client = await clientOf(caseId);
    expect(client.optedOutAt).toBeNull();
    const message = { userId: client.id, kind: "case_accepted" as const, params: { case_id: caseId } };
    expect(await deliver(world.ctx, message, "k")).toEqual({ stored: 1 });
  });

  test("can stop and come back twice", async () => {
    const caseId = await offered();
    for (const wave of [2, 3]) {
      await record(caseId, "stopped");
      await record(caseId, "completed");
      await world.drain();
      expect(await rowOf(caseId)).toMatchObject({ status: "offering", wave });
    }
  });

  test("goes on in the interview when it was not over", async () => {
    const caseId = await world.addCase({ status: "triage", triagedAt: null });
    await record(caseId, "stopped");
    await record(caseId, "interviewing");
    expect((await rowOf(caseId)).status).toBe("triage");
    expect(await database.db.$count(outbox, like(outbox.key, `case.%${caseId}%`))).toBe(0);
  });

  test("whose triage was complete before it could be kept is searched for now", async () => {
    const caseId = await world.addCase({ status: "triage", triagedAt: null });
    await record(caseId, "stopped");
    await record(caseId, "completed");
    expect((await rowOf(caseId)).status).toBe("matching");
  });

  test("with a call for a person waits for one, and is searched for again when the talk is given back", async () => {
    const caseId = await world.addCase({ status: "unmatched" });
    await record(caseId, "stopped");
    await record(caseId, "handed_off", { reason: "asked_for_person" });
    expect(await rowOf(caseId)).toMatchObject({ status: "handed_off", stoppedAt: null });
    await record(caseId, "completed");
    expect((await rowOf(caseId)).status).toBe("matching");
  });

  test("with another story hears from us again, and the stopped case stays stopped", async () => {
    const caseId = await world.addCase();
    const client = await clientOf(caseId);
    await record(caseId, "stopped");
    const actor = { kind: "person", userId: client.id, role: "client", locale: "pt-BR" } as const;
    // This world has no interview: the row is what is looked at.
    const begun = openCase(world.ctx, actor, { vertical: "legal", locale: "pt-BR", zone: "America/Sao_Paulo" }, null);
    await expect(begun).rejects.toThrow("this world has no interview");
    expect((await clientOf(caseId)).optedOutAt).toBeNull();
    expect((await rowOf(caseId)).status).toBe("stopped");
  });
});

describe("the audit of a conversation", () => {
  test("has one entry for a change that is told twice, and none where nothing changed", async () => {
    const caseId = await world.addCase();
    const at = ++seq;
    await record(caseId, "stopped", { seq: at });
    await record(caseId, "stopped", { seq: at });
    expect(await auditsOf(caseId)).toHaveLength(1);
    const quiet = await world.addCase({ status: "accepted" satisfies CaseStatus });
    await record(quiet, "completed");
    expect(await auditsOf(quiet)).toEqual([]);
    await record("cas_nobody", "interviewing");
    expect(await auditsOf("cas_nobody")).toEqual([]);
  });
});
