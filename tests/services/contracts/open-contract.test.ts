// The contract of an accepted offer: one, with exact bytes, and news to both parties.
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { audit, contractDocuments, contracts, offers } from "../../../src/db/schema.ts";
import { sha256Hex } from "../../../src/domain/contracts/sha256.ts";
import { openContract } from "../../../src/services/contracts/open-contract.ts";
import { openDatabase, type TestDatabase } from "../../support/database.ts";
import { acceptedOffer, outboxOf, type Scene, sceneOn } from "./scene.ts";

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

describe("openContract", () => {
  test("makes a contract whose stored bytes have the hash that it names", async () => {
    await acceptedOffer(database.db);
    const { contractId, created } = await openContract(scene.ctx, { offerId: "off_1" });
    expect(created).toBe(true);
    const [contract] = await database.db.select().from(contracts);
    expect(contract).toMatchObject({
      id: contractId,
      caseId: "cas_1",
      offerId: "off_1",
      professionalId: "pro_1",
      clientId: "usr_client",
      status: "sent",
      method: "manual",
      template: "legal-fee-agreement-v2",
      locale: "pt-BR",
      feeCents: 35_000,
    });
    const [document] = await database.db.select().from(contractDocuments);
    expect(document?.kind).toBe("agreement");
    expect(new TextDecoder().decode(document?.pdf.slice(0, 5))).toBe("%PDF-");
    expect(await sha256Hex(document?.pdf ?? new Uint8Array())).toBe(contract?.sha256);
  });

  test("tells both parties, in the conversation, in the professional's inbox and by notification", async () => {
    await acceptedOffer(database.db);
    const { contractId } = await openContract(scene.ctx, { offerId: "off_1" });
    const published = await outboxOf(database.db, "conversation.publish");
    const event = { type: "contract_update", data: { contract_id: contractId, status: "sent", signed: [] } };
    expect(published.map((row) => row.body)).toEqual([
      { conversationId: "cnv_1", events: [expect.objectContaining(event)] },
      { conversationId: "inbox_usr_lawyer", events: [expect.objectContaining(event)] },
    ]);
    const notified = await outboxOf(database.db, "person.notify");
    expect(notified.map((row) => row.body)).toEqual(
      expect.arrayContaining([
        { userId: "usr_client", kind: "contract_ready", params: { contract_id: contractId } },
        { userId: "usr_lawyer", kind: "contract_ready", params: { contract_id: contractId } },
      ]),
    );
    expect(scene.queued.map((row) => row.name).sort()).toEqual([
      "conversation.publish",
      "conversation.publish",
      "person.notify",
      "person.notify",
    ]);
  });

  test("makes one contract when it is asked twice, and says nothing twice", async () => {
    await acceptedOffer(database.db);
    const first = await openContract(scene.ctx, { offerId: "off_1" });
    const second = await openContract(scene.ctx, { offerId: "off_1" });
    expect(second).toEqual({ contractId: first.contractId, created: false });
    expect(await database.db.$count(contracts)).toBe(1);
    expect(await database.db.$count(audit)).toBe(1);
    expect(await outboxOf(database.db)).toHaveLength(4);
  });

  test("makes one contract, one document, one audit row when it is asked many times at once", async () => {
    await acceptedOffer(database.db);
    const all = await Promise.all(Array.from({ length: 8 }, () => openContract(scene.ctx, { offerId: "off_1" })));
    expect(new Set(all.map((one) => one.contractId)).size).toBe(1);
    expect(all.filter((one) => one.created)).toHaveLength(1);
    expect(await database.db.$count(contracts)).toBe(1);
    expect(await database.db.$count(contractDocuments)).toBe(1);
    expect(await database.db.$count(audit)).toBe(1);
    expect(scene.queued).toHaveLength(4);
  });

  test("refuses an offer that was not accepted, and an unknown one", async () => {
    await acceptedOffer(database.db);
    await expect(openContract(scene.ctx, { offerId: "off_2" })).rejects.toMatchObject({ code: "offer_not_accepted" });
    await expect(openContract(scene.ctx, { offerId: "off_none" })).rejects.toMatchObject({ status: 404 });
    await expect(openContract(scene.ctx, { offerId: "" })).rejects.toMatchObject({ code: "invalid_input" });
    expect(await database.db.$count(contracts)).toBe(0);
    expect(await outboxOf(database.db)).toEqual([]);
  });

  test("refuses a second contract for a case that has one alive", async () => {
    await acceptedOffer(database.db);
    await openContract(scene.ctx, { offerId: "off_1" });
    await database.db.update(offers).set({ status: "declined" }).where(eq(offers.id, "off_1"));
    await database.db.update(offers).set({ status: "accepted" }).where(eq(offers.id, "off_2"));
    await expect(openContract(scene.ctx, { offerId: "off_2" })).rejects.toMatchObject({ code: "case_has_contract" });
    expect(await database.db.$count(contractDocuments)).toBe(1);
    expect(await outboxOf(database.db)).toHaveLength(4);
  });

  test("writes it in the language of the case, whatever the summary holds", async () => {
    await acceptedOffer(database.db, {
      locale: "en",
      summary: "Fired 😡 without pay. مرحبا 你好 <b>'; DROP TABLE x",
      area: null,
    });
    await openContract(scene.ctx, { offerId: "off_1" });
    const [contract] = await database.db.select().from(contracts);
    expect(contract?.locale).toBe("en");
  });
});
