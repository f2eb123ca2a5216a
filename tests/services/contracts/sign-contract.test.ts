// Signatures: once a party, from the parties only, and signed exactly once when both come together.
import { eq } from "drizzle-orm";
import { PDFDocument } from "pdf-lib";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { audit, cases, contractDocuments, contracts, signatures } from "../../../src/db/schema.ts";
import { sha256Hex } from "../../../src/domain/contracts/sha256.ts";
import type { Actor } from "../../../src/services/context.ts";
import { executeContract } from "../../../src/services/contracts/execute-contract.ts";
import { openContract } from "../../../src/services/contracts/open-contract.ts";
import { readContract } from "../../../src/services/contracts/read-contract.ts";
import { readContractPdf } from "../../../src/services/contracts/read-contract-pdf.ts";
import { readContractText } from "../../../src/services/contracts/read-contract-text.ts";
import { signContract } from "../../../src/services/contracts/sign-contract.ts";
import { openDatabase, type TestDatabase } from "../../support/database.ts";
import {
  acceptedOffer,
  CLIENT,
  LAWYER,
  OPERATOR,
  OTHER_LAWYER,
  outboxOf,
  type Scene,
  START,
  STRANGER,
  sceneOn,
} from "./scene.ts";

let database: TestDatabase;
let scene: Scene;
let contractId: string;
beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.reset();
  scene = sceneOn(database.db);
  await acceptedOffer(database.db);
  contractId = (await openContract(scene.ctx, { offerId: "off_1" })).contractId;
  scene.queued.length = 0;
});

const sign = (actor: Actor, name = "Maria da Silva", more: object = {}) =>
  signContract(scene.ctx, actor, {
    contractId,
    name,
    consent: true,
    ip: "203.0.113.9",
    userAgent: "Mozilla/5.0 (Android)",
    ...more,
  });

const later = (seconds: number) => {
  scene.clock.now = new Date(START.getTime() + seconds * 1000);
};

describe("signContract", () => {
  test("keeps the name, the moment, the address, the browser and the hash of what was signed", async () => {
    const outcome = await sign(CLIENT, "  Maria   da Silva ");
    expect(outcome).toEqual({
      contract_id: contractId,
      status: "sent",
      party: "client",
      signed_at: START.toISOString(),
    });
    const [contract] = await database.db.select().from(contracts);
    expect(await database.db.select().from(signatures)).toEqual([
      expect.objectContaining({
        party: "client",
        userId: "usr_client",
        name: "Maria da Silva",
        ip: "203.0.113.9",
        userAgent: "Mozilla/5.0 (Android)",
        documentSha256: contract?.sha256,
        signedAt: START,
      }),
    ]);
    expect(contract?.status).toBe("sent");
  });

  test("tells the other party that one signature is there", async () => {
    await sign(CLIENT);
    const notices = await outboxOf(database.db, "person.notify");
    expect(notices.map((row) => row.body)).toContainEqual({
      userId: "usr_lawyer",
      kind: "contract_signed_by_other",
      params: { contract_id: contractId },
    });
    expect(scene.queued.map((row) => row.name).sort()).toEqual([
      "conversation.publish",
      "conversation.publish",
      "person.notify",
    ]);
  });

  test("takes a party's signature once: the second time is the first answer", async () => {
    const first = await sign(CLIENT);
    later(60);
    const second = await sign(CLIENT, "Someone Else");
    expect(second).toEqual(first);
    expect((await database.db.select().from(signatures)).map((row) => row.name)).toEqual(["Maria da Silva"]);
    expect(scene.queued).toHaveLength(3);
  });

  test("with both signatures the contract and its case are signed, and both are told", async () => {
    await sign(CLIENT);
    later(60);
    const outcome = await sign(LAWYER, "Ana Conceição");
    expect(outcome.status).toBe("signed");
    const [contract] = await database.db.select().from(contracts);
    expect(contract).toMatchObject({ status: "signed", signedAt: scene.clock.now });
    const [one] = await database.db.select().from(cases);
    expect(one?.status).toBe("signed");
    const signedNotices = (await outboxOf(database.db, "person.notify")).filter(
      (row) => row.body.kind === "contract_signed",
    );
    expect(signedNotices.map((row) => row.body.userId).sort()).toEqual(["usr_client", "usr_lawyer"]);
    expect(await outboxOf(database.db, "contract.execute")).toEqual([
      expect.objectContaining({ body: { contractId } }),
    ]);
    const updates = await outboxOf(database.db, "conversation.publish");
    expect(updates.map((row) => row.body)).toContainEqual({
      conversationId: "cnv_1",
      events: [
        expect.objectContaining({
          data: { contract_id: contractId, status: "signed", signed: ["client", "professional"] },
        }),
      ],
    });
  });

  test("ends signed exactly once when both parties sign many times at once", async () => {
    const both = Array.from({ length: 6 }, (_, index) => sign(index % 2 ? CLIENT : LAWYER, "Nome Completo"));
    await Promise.all(both);
    expect(await database.db.$count(signatures)).toBe(2);
    expect(await outboxOf(database.db, "contract.execute")).toHaveLength(1);
    const [contract] = await database.db.select().from(contracts);
    expect(contract?.status).toBe("signed");
    expect(await database.db.$count(audit, eq(audit.action, "contract.signed"))).toBe(2);
  });

  test.each([
    ["a stranger", STRANGER],
    ["another professional", OTHER_LAWYER],
    ["an operator", OPERATOR],
    ["the house itself", { kind: "system" } as const],
  ])("does not exist for %s, who leaves nothing behind", async (_who, actor) => {
    await expect(sign(actor)).rejects.toMatchObject({ code: "not_found", status: 404 });
    expect(await database.db.$count(signatures)).toBe(0);
    expect(scene.queued).toEqual([]);
  });

  test.each([
    ["an empty name", { name: "   " }],
    ["one letter", { name: "M" }],
    ["no letters", { name: "1234" }],
    ["invisible letters", { name: "\u200b\u200b\u202e" }],
    ["121 letters", { name: "a".repeat(121) }],
    ["no consent", { consent: false }],
    ["consent as text", { consent: "true" }],
    ["no consent at all", { consent: undefined }],
  ])("refuses %s", async (_what, more) => {
    await expect(sign(CLIENT, "Maria da Silva", more)).rejects.toMatchObject({ code: "invalid_input", status: 422 });
    expect(await database.db.$count(signatures)).toBe(0);
  });

  test("refuses a voided contract, and leaves the case as it was", async () => {
    await database.db.update(contracts).set({ status: "voided" });
    await expect(sign(CLIENT)).rejects.toMatchObject({ code: "contract_not_open", status: 409 });
    expect(await database.db.$count(signatures)).toBe(0);
    const [one] = await database.db.select().from(cases);
    expect(one?.status).toBe("accepted");
  });

  test("takes names of any script", async () => {
    await sign(CLIENT, "محمد العربي 😀");
    await sign(LAWYER, "李 小龙");
    await executeContract(scene.ctx, { contractId });
    expect(await database.db.$count(contractDocuments)).toBe(2);
  });
});

describe("the executed document", () => {
  test("is the agreement with an evidence page more, and the signed bytes inside", async () => {
    await sign(CLIENT);
    await sign(LAWYER, "Ana Conceição");
    await executeContract(scene.ctx, { contractId });
    const agreement = await readContractPdf(scene.ctx, CLIENT, { contractId, kind: "agreement" });
    const executed = await readContractPdf(scene.ctx, CLIENT, { contractId });
    expect(executed.kind).toBe("executed");
    const before = await PDFDocument.load(agreement.bytes);
    const after = await PDFDocument.load(executed.bytes);
    expect(after.getPageCount()).toBe(before.getPageCount() + 1);
    expect(executed.sha256).toBe(await sha256Hex(executed.bytes));
  });

  test("is made once, whoever asks first, and stays the same bytes", async () => {
    await sign(CLIENT);
    await sign(LAWYER, "Ana Conceição");
    const early = await readContractPdf(scene.ctx, LAWYER, { contractId });
    later(3600);
    const all = await Promise.all([1, 2, 3].map(() => executeContract(scene.ctx, { contractId })));
    expect(new Set([early.sha256, ...all.map((one) => one.sha256)]).size).toBe(1);
    expect(await database.db.$count(contractDocuments)).toBe(2);
    expect(await database.db.$count(audit, eq(audit.action, "contract.executed"))).toBe(1);
  });

  test("is not made before both have signed", async () => {
    await sign(CLIENT);
    await expect(executeContract(scene.ctx, { contractId })).rejects.toMatchObject({ code: "contract_not_signed" });
    await expect(readContractPdf(scene.ctx, CLIENT, { contractId, kind: "executed" })).rejects.toMatchObject({
      code: "contract_not_signed",
    });
  });
});

describe("reading a contract", () => {
  test("shows each party who signed and which side is theirs", async () => {
    await sign(CLIENT);
    const mine = await readContract(scene.ctx, CLIENT, { contractId });
    expect(mine).toMatchObject({
      id: contractId,
      case_id: "cas_1",
      status: "sent",
      my_party: "client",
      area: "trabalho",
      fee_cents: 35_000,
      parties: {
        client: { name: "Maria da Silva", signed_at: START.toISOString() },
        professional: { name: "Ana Conceição", oab: "OAB/SP 123456", signed_at: null },
      },
      review: null,
      review_editable_until: null,
    });
    expect((await readContract(scene.ctx, LAWYER, { contractId })).my_party).toBe("professional");
  });

  test.each([
    ["a stranger", STRANGER],
    ["another professional", OTHER_LAWYER],
    ["the house itself", { kind: "system" } as const],
  ])("is not there for %s", async (_who, actor) => {
    await expect(readContract(scene.ctx, actor, { contractId })).rejects.toMatchObject({ status: 404 });
    await expect(readContractPdf(scene.ctx, actor, { contractId })).rejects.toMatchObject({ status: 404 });
    await expect(readContract(scene.ctx, CLIENT, { contractId: "ctr_none" })).rejects.toMatchObject({ status: 404 });
  });

  test("by an operator is written down, by a party it is not", async () => {
    await readContract(scene.ctx, CLIENT, { contractId });
    await readContractPdf(scene.ctx, CLIENT, { contractId });
    expect((await readContract(scene.ctx, OPERATOR, { contractId })).my_party).toBeNull();
    await readContractPdf(scene.ctx, OPERATOR, { contractId });
    await readContractText(scene.ctx, OPERATOR, { contractId });
    const rows = await database.db.select().from(audit).where(eq(audit.actor, "usr_operator"));
    expect(rows.map((row) => row.action).sort()).toEqual(["contract.read", "contract.read_pdf", "contract.read_text"]);
  });

  test("serves no bytes that have changed since they were hashed", async () => {
    await database.db.update(contractDocuments).set({ pdf: new TextEncoder().encode("%PDF-forged") });
    await expect(readContractPdf(scene.ctx, CLIENT, { contractId })).rejects.toMatchObject({
      code: "document_altered",
    });
  });

  test("serves no bytes whose hash was changed with them", async () => {
    const forged = new TextEncoder().encode("%PDF-forged");
    await database.db.update(contractDocuments).set({ pdf: forged, sha256: await sha256Hex(forged) });
    await expect(readContractPdf(scene.ctx, CLIENT, { contractId })).rejects.toMatchObject({
      code: "document_altered",
    });
  });

  test("keeps the price that was agreed when the professional changes hers", async () => {
    await database.sql`UPDATE professionals SET fee_cents = 99900`;
    expect((await readContract(scene.ctx, CLIENT, { contractId })).fee_cents).toBe(35_000);
  });
});
