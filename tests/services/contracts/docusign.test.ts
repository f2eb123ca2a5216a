// Contracts at DocuSign: signed there, signed here when it fails, never in both, and the same whether webhooks come or not.
import { eq } from "drizzle-orm";
import { PDFDocument } from "pdf-lib";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { audit, cases, contractEnvelopes, contracts, signatures } from "../../../src/db/schema.ts";
import type { ESign } from "../../../src/domain/contracts/e-sign.ts";
import { Circuits } from "../../../src/providers/circuit.ts";
import { TokenMemory } from "../../../src/providers/docusign-token.ts";
import { docuSignWebhook } from "../../../src/providers/docusign-webhook.ts";
import { openESign } from "../../../src/providers/open-docusign.ts";
import type { Actor } from "../../../src/services/context.ts";
import { executeContract } from "../../../src/services/contracts/execute-contract.ts";
import { hearDocuSign } from "../../../src/services/contracts/hear-docusign.ts";
import { openContract } from "../../../src/services/contracts/open-contract.ts";
import { openSigning } from "../../../src/services/contracts/open-signing.ts";
import { pollEnvelopes } from "../../../src/services/contracts/poll-envelopes.ts";
import { readContractPdf } from "../../../src/services/contracts/read-contract-pdf.ts";
import { sendEnvelope } from "../../../src/services/contracts/send-envelope.ts";
import { signContract } from "../../../src/services/contracts/sign-contract.ts";
import { voidEnvelope } from "../../../src/services/contracts/void-envelope.ts";
import { withdrawFromCase } from "../../../src/services/course/withdraw-from-case.ts";
import { openDatabase, type TestDatabase } from "../../support/database.ts";
import {
  type ConnectMessage,
  type DocuSignFault,
  type DocuSignStandIn,
  startDocuSign,
} from "../../support/docusign-stand-in.ts";
import { acceptedOffer, CLIENT, LAWYER, outboxOf, type Scene, START, STRANGER, sceneOn } from "./scene.ts";

let database: TestDatabase;
let scene: Scene;
let vendor: DocuSignStandIn;
let contractId: string;

beforeAll(async () => {
  database = await openDatabase();
});
afterAll(async () => {
  await vendor.close();
  await database.close();
});
beforeEach(async () => {
  await vendor?.close();
  await database.reset();
  scene = sceneOn(database.db);
  vendor = await startDocuSign({ now: () => scene.clock.now });
  scene.ctx.eSign = connected();
  await acceptedOffer(database.db);
  contractId = (await openContract(scene.ctx, { offerId: "off_1" })).contractId;
});

/** A port with circuits of its own, as a new isolate has them. */
function connected(): ESign | null {
  return openESign(
    { ...vendor.settings, DOCUSIGN_TIMEOUT: 2, PUBLIC_ORIGIN: "https://vez.example" },
    { circuits: new Circuits(), metrics: scene.metrics, memory: new TokenMemory() },
  );
}

const reader = docuSignWebhook(["connect-key-two"]);
async function hear(message: ConnectMessage) {
  const bytes = new TextEncoder().encode(message.body);
  const [event] = await reader.read({ bytes, headers: new Headers(message.headers), now: scene.clock.now });
  if (event === undefined) throw new Error("no event");
  return hearDocuSign(scene.ctx, event);
}
/** Hands over what Connect had to say since the last time. */
async function hearAll(order: (messages: ConnectMessage[]) => ConnectMessage[] = (messages) => messages) {
  for (const message of order(vendor.messages.splice(0))) await hear(message);
}

async function pressAs(actor: Actor, button: "sign" | "decline" = "sign") {
  const { url } = await openSigning(scene.ctx, actor, { contractId, name: "Maria da Silva" });
  if (url === null) throw new Error("there is no way to DocuSign");
  scene.clock.now = new Date(scene.clock.now.getTime() + 5000);
  return vendor.press(url, button);
}
const signHere = (actor: Actor) =>
  signContract(scene.ctx, actor, {
    contractId,
    name: "Maria da Silva",
    consent: true,
    ip: "203.0.113.9",
    userAgent: "t",
  });
const minutesLater = (minutes: number) => {
  scene.clock.now = new Date(scene.clock.now.getTime() + minutes * 60_000);
};

async function standing() {
  const [row] = await database.db
    .select({
      ...{ status: contracts.status, method: contracts.method, sha256: contracts.sha256, case: cases.status },
      ...{ envelope: contractEnvelopes.standing, reason: contractEnvelopes.reason },
    })
    .from(contracts)
    .innerJoin(cases, eq(cases.id, contracts.caseId))
    .leftJoin(contractEnvelopes, eq(contractEnvelopes.contractId, contracts.id))
    .where(eq(contracts.id, contractId));
  return row;
}
const signed = async () =>
  (await database.db.select().from(signatures).orderBy(signatures.party)).map(
    ({ party, method }) => `${party} ${method}`,
  );
const told = async (kind: string) =>
  (await outboxOf(database.db)).flatMap(({ body }) =>
    body.kind === kind ? [body.params as Record<string, string>] : [],
  );
describe("with DocuSign", () => {
  test("the contract waits for its envelope, and is signed there and nowhere else", async () => {
    expect(await standing()).toMatchObject({ status: "sent", method: "docusign", envelope: "claimed" });
    await expect(openSigning(scene.ctx, LAWYER, { contractId })).rejects.toMatchObject({ code: "signing_not_ready" });
    await sendEnvelope(scene.ctx, { contractId });
    await sendEnvelope(scene.ctx, { contractId });
    expect(vendor.envelopes).toHaveLength(1);
    expect(scene.metrics.take()?.contract_creation_total).toEqual({ 'method="docusign"': [1] });
    expect(await standing()).toMatchObject({ method: "docusign", envelope: "sent" });
    await expect(signHere(CLIENT)).rejects.toMatchObject({ code: "signed_at_docusign", status: 409 });
    await expect(openSigning(scene.ctx, STRANGER, { contractId })).rejects.toMatchObject({ code: "not_found" });
    await expect(openSigning(scene.ctx, CLIENT, { contractId })).rejects.toMatchObject({ code: "invalid_input" });
    expect(await signed()).toEqual([]);
  });

  test("both sign there; the case is signed, and DocuSign's document with its certificate is the executed one", async () => {
    await sendEnvelope(scene.ctx, { contractId });
    expect(await pressAs(CLIENT)).toBe(
      `https://vez.example/contracts/${contractId}?from=docusign&event=signing_complete`,
    );
    await hearAll();
    expect(await standing()).toMatchObject({ status: "sent", case: "accepted" });
    await expect(openSigning(scene.ctx, CLIENT, { contractId })).rejects.toMatchObject({ code: "already_signed" });
    await pressAs(LAWYER);
    await hearAll();
    expect(await standing()).toMatchObject({ status: "signed", case: "signed", envelope: "completed" });
    const rows = await database.db.select().from(signatures).orderBy(signatures.party);
    expect(rows).toMatchObject([
      { party: "client", name: "Maria da Silva", method: "docusign", signedAt: new Date(START.getTime() + 5000) },
      {
        party: "professional",
        name: "Ana Conceição",
        method: "docusign",
        signedAt: new Date(START.getTime() + 10_000),
      },
    ]);
    expect(rows[0]?.envelopeId).toBe(vendor.envelopes[0]?.envelopeId);
    expect(await outboxOf(database.db, "contract.execute")).toHaveLength(1);
    await executeContract(scene.ctx, { contractId });
    const file = await readContractPdf(scene.ctx, CLIENT, { contractId });
    const agreement = await PDFDocument.load(vendor.envelopes[0]?.pdf ?? "");
    expect((await PDFDocument.load(file.bytes)).getPageCount()).toBe(agreement.getPageCount() + 1);
  });

  test("messages in any order, and each three times, have one effect", async () => {
    await sendEnvelope(scene.ctx, { contractId });
    await pressAs(CLIENT);
    await pressAs(LAWYER);
    await hearAll((messages) => [...messages].reverse().flatMap((message) => [message, message, message]));
    expect(await standing()).toMatchObject({ status: "signed", case: "signed", envelope: "completed" });
    expect(await signed()).toEqual(["client docusign", "professional docusign"]);
    expect(await told("contract_signed")).toHaveLength(2);
  });

  test("with every webhook lost the look of every quarter of an hour finds it, and no look comes sooner", async () => {
    await sendEnvelope(scene.ctx, { contractId });
    await pressAs(CLIENT);
    for (let minute = 0; minute < 14; minute++, minutesLater(1)) await pollEnvelopes(scene.ctx);
    expect(vendor.envelopes[0]?.looks).toBe(0);
    minutesLater(2);
    await pollEnvelopes(scene.ctx);
    await pollEnvelopes(scene.ctx);
    expect(vendor.envelopes[0]?.looks).toBe(1);
    expect(await signed()).toEqual(["client docusign"]);
    await pressAs(LAWYER);
    minutesLater(16);
    expect(await pollEnvelopes(scene.ctx)).toMatchObject({ looked: 1, failed: 0 });
    expect(await standing()).toMatchObject({ status: "signed", case: "signed", envelope: "completed" });
  });

  test("an envelope that is not ours is unknown", async () => {
    const message = {
      event: "envelope-completed",
      generatedDateTime: START.toISOString(),
      data: { envelopeId: "other" },
    };
    const state = { envelopeId: "other", status: "completed", at: START.toISOString(), signers: [] };
    expect(await hearDocuSign(scene.ctx, { type: message.event, body: state })).toBe("unknown");
    expect(await hearDocuSign(scene.ctx, { type: "template-created", body: state })).toBe("unknown");
  });
});

describe("when DocuSign fails", () => {
  test.each([
    ["refused_connection", "error", "to_void"],
    ["hangs", "timeout", "to_void"],
    ["status_500", "error", "to_void"],
    ["rate_limited", "rate_limited", "voided"],
    ["wrong_shape", "invalid_answer", "to_void"],
  ] as const satisfies readonly (readonly [DocuSignFault, string, string])[])(
    "%s: the same contract, with the same hash, is signed here; both and the team are told",
    async (fault, reason, envelope) => {
      const before = await standing();
      vendor.fail(fault);
      await sendEnvelope(scene.ctx, { contractId });
      expect(await standing()).toMatchObject({ method: "manual", sha256: before?.sha256, envelope, reason });
      expect(await told("contract_moved")).toEqual([
        { contract_id: contractId, again: "" },
        { contract_id: contractId, again: "" },
      ]);
      expect(await told("contract_needs_look")).toHaveLength(1);
      const counted = scene.metrics.take();
      expect(counted?.contract_creation_total).toEqual({ 'method="manual"': [1] });
      expect(counted?.fallback_usage_total).toEqual({ [`from="docusign",to="manual",reason="${reason}"`]: [1] });
      await signHere(CLIENT);
      await signHere(LAWYER);
      expect(await standing()).toMatchObject({ status: "signed", method: "manual", case: "signed" });
    },
  );

  test("an envelope whose making was not heard of is found and voided when DocuSign is back", async () => {
    vendor.fail("lost_answer", /^POST .*envelopes$/);
    await sendEnvelope(scene.ctx, { contractId });
    expect(await standing()).toMatchObject({ method: "manual", envelope: "to_void" });
    vendor.fail("status_500");
    expect(await voidEnvelope(scene.ctx, { contractId })).toEqual({ outcome: "open" });
    vendor.fail(null);
    minutesLater(16);
    expect(await pollEnvelopes(scene.ctx)).toMatchObject({ voided: 1 });
    expect(vendor.envelopes).toMatchObject([{ status: "voided" }]);
    expect(await standing()).toMatchObject({ envelope: "voided" });
  });

  test("a void that is refused while the envelope is open is looked into once in a quarter of an hour, and done when it may be", async () => {
    await sendEnvelope(scene.ctx, { contractId });
    vendor.fail("status_500");
    await openSigning(scene.ctx, LAWYER, { contractId });
    vendor.fail("refused", /^PUT /);
    const voids = () => vendor.asked.filter((one) => one.startsWith("PUT ")).length;
    minutesLater(1);
    const before = voids();
    for (let minute = 0; minute < 14; minute++, minutesLater(1)) await pollEnvelopes(scene.ctx);
    expect([voids() - before, vendor.envelopes[0]?.looks]).toEqual([1, 1]);
    minutesLater(1);
    await pollEnvelopes(scene.ctx);
    expect([voids() - before, vendor.envelopes[0]?.looks]).toEqual([2, 2]);
    vendor.fail(null);
    minutesLater(15);
    expect(await pollEnvelopes(scene.ctx)).toMatchObject({ voided: 1 });
    expect(vendor.envelopes).toMatchObject([{ status: "voided" }]);
  });

  test("a void after a look of less than a quarter of an hour is tried, and costs no other look", async () => {
    await sendEnvelope(scene.ctx, { contractId });
    minutesLater(16);
    await pollEnvelopes(scene.ctx);
    minutesLater(1);
    await withdrawFromCase(scene.ctx, LAWYER, "cas_1", { reason: "too_busy", words: "" });
    vendor.fail("refused", /^PUT /);
    expect(await voidEnvelope(scene.ctx, { contractId })).toEqual({ outcome: "open" });
    expect(vendor.envelopes[0]?.looks).toBe(1);
    vendor.fail(null);
    minutesLater(1);
    expect(await pollEnvelopes(scene.ctx)).toMatchObject({ voided: 1 });
  });

  test("killed after the envelope was made, it is found again: there is no second one", async () => {
    const real = scene.ctx.eSign;
    if (real === null) throw new Error("not connected");
    const killed = async (...order: Parameters<ESign["create"]>) => {
      await real.create(...order);
      throw new Error("killed");
    };
    scene.ctx.eSign = { ...real, create: killed };
    await expect(sendEnvelope(scene.ctx, { contractId })).rejects.toThrow("killed");
    scene.ctx.eSign = real;
    // Too soon: whoever asked may still be waiting for the answer.
    await expect(sendEnvelope(scene.ctx, { contractId })).rejects.toMatchObject({
      code: "envelope_being_made",
      retryable: true,
    });
    minutesLater(1);
    await sendEnvelope(scene.ctx, { contractId });
    expect(vendor.envelopes).toHaveLength(1);
    expect(await standing()).toMatchObject({ method: "docusign", envelope: "sent" });
  });

  test("killed before DocuSign was reached, it is not asked again: the contract is signed here", async () => {
    const real = scene.ctx.eSign;
    if (real === null) throw new Error("not connected");
    scene.ctx.eSign = { ...real, create: () => Promise.reject(new Error("killed")) };
    await expect(sendEnvelope(scene.ctx, { contractId })).rejects.toThrow("killed");
    scene.ctx.eSign = real;
    minutesLater(2);
    expect(await pollEnvelopes(scene.ctx)).toMatchObject({ freed: 1 });
    expect(vendor.envelopes).toEqual([]);
    expect(await standing()).toMatchObject({ method: "manual", envelope: "to_void" });
    // After a day it will not turn up any more.
    minutesLater(25 * 60);
    await voidEnvelope(scene.ctx, { contractId });
    expect(await standing()).toMatchObject({ envelope: "voided" });
  });

  test("its variables taken away, what waited for an envelope is signed here", async () => {
    scene.ctx.eSign = null;
    minutesLater(2);
    await pollEnvelopes(scene.ctx);
    expect(await standing()).toMatchObject({ method: "manual", envelope: "voided" });
  });

  test("its variables taken away, an open envelope is voided when they are back, and the contract is signed here meanwhile", async () => {
    await sendEnvelope(scene.ctx, { contractId });
    const connectedBefore = scene.ctx.eSign;
    scene.ctx.eSign = null;
    expect(await openSigning(scene.ctx, LAWYER, { contractId })).toMatchObject({ method: "manual" });
    await signHere(LAWYER);
    await voidEnvelope(scene.ctx, { contractId });
    expect(await standing()).toMatchObject({ envelope: "to_void" });
    scene.ctx.eSign = connectedBefore;
    minutesLater(1);
    await pollEnvelopes(scene.ctx);
    expect(vendor.envelopes).toMatchObject([{ status: "voided" }]);
  });

  test("who comes to sign while it is away signs here; what the other signed there is set aside, and both hear so", async () => {
    await sendEnvelope(scene.ctx, { contractId });
    await pressAs(CLIENT);
    await hearAll();
    vendor.fail("hangs");
    expect(await openSigning(scene.ctx, LAWYER, { contractId })).toMatchObject({ method: "manual", url: null });
    expect(await signed()).toEqual([]);
    expect(await told("contract_moved")).toMatchObject([{ again: "yes" }, { again: "yes" }]);
    const [entry] = await database.db.select().from(audit).where(eq(audit.action, "contract.moved_here"));
    expect(entry?.detail).toMatchObject({ reason: "timeout", set_aside: [{ party: "client" }] });
    await signHere(LAWYER);
    await signHere(CLIENT);
    expect(await signed()).toEqual(["client manual", "professional manual"]);
    vendor.fail(null);
    minutesLater(1);
    await pollEnvelopes(scene.ctx);
    expect(vendor.envelopes).toMatchObject([{ status: "voided" }]);
    await hearAll();
    expect(await standing()).toMatchObject({ status: "signed", method: "manual", envelope: "voided" });
  });

  test("who signs in the very moment in which DocuSign is given up has signed here", async () => {
    vendor.fail("status_500");
    const { ctx } = scene;
    let isFirst = true;
    const db = new Proxy(ctx.db, {
      get(target, name) {
        const value = Reflect.get(target, name);
        if (name !== "batch") return typeof value === "function" ? value.bind(target) : value;
        return async (statements: Parameters<typeof target.batch>[0]) => {
          const done = await target.batch(statements);
          // The signature found DocuSign in charge; whoever asked it gives up now.
          if (isFirst) {
            isFirst = false;
            await sendEnvelope(ctx, { contractId });
          }
          return done;
        };
      },
    });
    scene.ctx = { ...ctx, db };
    expect(await signHere(CLIENT)).toMatchObject({ status: "sent", party: "client" });
    expect(await signed()).toEqual(["client manual"]);
    expect(await standing()).toMatchObject({ method: "manual" });
  });

  test("completed there before it could be voided, it binds nobody here: they were told so, and the team looks", async () => {
    await sendEnvelope(scene.ctx, { contractId });
    await pressAs(CLIENT);
    await pressAs(LAWYER);
    // Nothing of it was heard, and DocuSign does not answer when the lawyer comes once more.
    vendor.fail("status_500");
    expect(await openSigning(scene.ctx, LAWYER, { contractId })).toMatchObject({ method: "manual" });
    vendor.fail(null);
    minutesLater(1);
    await pollEnvelopes(scene.ctx);
    expect(await standing()).toMatchObject({ status: "sent", method: "manual", case: "accepted", envelope: "late" });
    await hearAll();
    await hearAll((messages) => messages);
    expect(await signed()).toEqual([]);
    expect((await told("contract_needs_look")).map(({ what }) => what)).toEqual(["late", "moved"]);
    await signHere(CLIENT);
    await signHere(LAWYER);
    expect(await standing()).toMatchObject({ status: "signed", method: "manual", envelope: "late" });
  });

  test("a signed document that DocuSign does not give yet is on its way, and fetched when it is back", async () => {
    await sendEnvelope(scene.ctx, { contractId });
    await pressAs(CLIENT);
    await pressAs(LAWYER);
    await hearAll();
    vendor.fail("status_500");
    await expect(readContractPdf(scene.ctx, CLIENT, { contractId })).rejects.toMatchObject({
      ...{ code: "document_on_its_way", status: 503 },
    });
    await expect(readContractPdf(scene.ctx, CLIENT, { contractId, kind: "agreement" })).resolves.toMatchObject({
      kind: "agreement",
    });
    vendor.fail(null);
    scene.ctx.eSign = connected();
    minutesLater(20);
    expect(await pollEnvelopes(scene.ctx)).toMatchObject({ fetched: 1 });
    await expect(readContractPdf(scene.ctx, CLIENT, { contractId })).resolves.toMatchObject({ kind: "executed" });
  });
});

describe("when it ends otherwise", () => {
  test("declined there: the other party hears it kindly, the team too, and it can still be signed here", async () => {
    await sendEnvelope(scene.ctx, { contractId });
    await pressAs(LAWYER, "decline");
    await hearAll((messages) => [...messages, ...messages]);
    expect(await standing()).toMatchObject({ status: "sent", method: "manual", envelope: "declined" });
    const notices = await outboxOf(database.db, "person.notify");
    expect(notices.filter(({ body }) => body.kind === "contract_declined").map(({ body }) => body.userId)).toEqual([
      "usr_client",
    ]);
    expect(await told("contract_needs_look")).toMatchObject([{ what: "declined" }]);
    await signHere(LAWYER);
    expect(await signed()).toEqual(["professional manual"]);
  });

  test("voided by DocuSign's own administrator, it is signed here", async () => {
    await sendEnvelope(scene.ctx, { contractId });
    vendor.voidThere(vendor.envelopes[0]?.envelopeId ?? "");
    await hearAll();
    expect(await standing()).toMatchObject({ method: "manual", envelope: "voided", reason: "voided" });
  });

  test("given back, the contract takes its envelope with it, and what is signed there afterwards changes nothing", async () => {
    await sendEnvelope(scene.ctx, { contractId });
    const { url } = await openSigning(scene.ctx, CLIENT, { contractId, name: "Maria da Silva" });
    await withdrawFromCase(scene.ctx, LAWYER, "cas_1", { reason: "too_busy", words: "" });
    expect(await standing()).toMatchObject({ status: "voided", envelope: "to_void" });
    expect(await outboxOf(database.db, "envelope.void")).toHaveLength(1);
    await vendor.press(url ?? "", "sign");
    await hearAll();
    expect(await signed()).toEqual([]);
    await voidEnvelope(scene.ctx, { contractId });
    expect(vendor.envelopes).toMatchObject([{ status: "voided" }]);
    expect(await standing()).toMatchObject({ status: "voided", envelope: "voided" });
  });

  test("given back before DocuSign was asked, no envelope is made", async () => {
    await withdrawFromCase(scene.ctx, LAWYER, "cas_1", { reason: "too_busy", words: "" });
    await sendEnvelope(scene.ctx, { contractId });
    await voidEnvelope(scene.ctx, { contractId });
    expect(vendor.asked).toEqual([]);
    expect(await standing()).toMatchObject({ envelope: "voided" });
  });
});
