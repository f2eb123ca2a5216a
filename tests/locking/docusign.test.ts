// DocuSign and the page at once, on a real PostgreSQL with many connections: one place to sign, whoever comes first.
import { eq, inArray } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { type Database, openDatabase } from "../../src/db/client.ts";
import { cases, contractEnvelopes, contracts, outbox, signatures } from "../../src/db/schema.ts";
import type { EnvelopeState } from "../../src/domain/contracts/e-sign.ts";
import { Circuits } from "../../src/providers/circuit.ts";
import { TokenMemory } from "../../src/providers/docusign-token.ts";
import { openESign } from "../../src/providers/open-docusign.ts";
import type { Actor } from "../../src/services/context.ts";
import { applyEnvelopeState } from "../../src/services/contracts/apply-envelope-state.ts";
import { moveHere } from "../../src/services/contracts/move-here.ts";
import { openContract } from "../../src/services/contracts/open-contract.ts";
import { sendEnvelope } from "../../src/services/contracts/send-envelope.ts";
import { signContract } from "../../src/services/contracts/sign-contract.ts";
import { withdrawFromCase } from "../../src/services/course/withdraw-from-case.ts";
import { acceptedOffer, type Scene, START, sceneOn } from "../services/contracts/scene.ts";
import { type DocuSignStandIn, startDocuSign } from "../support/docusign-stand-in.ts";

const PAIRS = 15;
let db: Database;
let scene: Scene;
let vendor: DocuSignStandIn;

beforeAll(async () => {
  db = openDatabase({
    url: "postgres://vez:vez@127.0.0.1/vez",
    httpEndpoint: inject("postgresEndpoint"),
    timeoutMs: 30_000,
  });
  scene = sceneOn(db);
  vendor = await startDocuSign({ now: () => START });
  scene.ctx.eSign = openESign(
    { ...vendor.settings, DOCUSIGN_TIMEOUT: 30, PUBLIC_ORIGIN: "https://vez.example" },
    { circuits: new Circuits(), metrics: scene.metrics, memory: new TokenMemory() },
  );
});
afterAll(() => vendor.close());

interface Sent {
  key: string;
  contractId: string;
  vendorId: string;
}

/** Contracts whose envelopes were made. */
async function sentEnvelopes(prefix: string, count: number): Promise<Sent[]> {
  const keys = Array.from({ length: count }, (_, index) => `_${prefix}${index}`);
  for (const key of keys) await acceptedOffer(db, {}, key);
  return Promise.all(
    keys.map(async (key) => {
      const { contractId } = await openContract(scene.ctx, { offerId: `off_1${key}` });
      await sendEnvelope(scene.ctx, { contractId });
      const [row] = await db.select().from(contractEnvelopes).where(eq(contractEnvelopes.contractId, contractId));
      return { key, contractId, vendorId: row?.vendorId ?? "" };
    }),
  );
}

const clientOf = (key: string): Actor => ({ kind: "person", userId: `usr_client${key}`, role: "client", locale: "en" });
const lawyerOf = (key: string) =>
  ({ kind: "person", userId: `usr_lawyer${key}`, role: "professional", locale: "en" }) as const;

const stateOf = (
  envelopeId: string,
  status: "open" | "completed",
  ...parties: ("client" | "professional")[]
): EnvelopeState => ({
  envelopeId,
  status,
  at: START,
  signers: parties.map((party) => ({ party, status: "signed", name: "Nome", at: START })),
});
const move = (contractId: string) =>
  moveHere(scene.ctx, { contractId, what: "moved", reason: "timeout", leaves: "to_void", whileMaking: false });
const signHere = (actor: Actor, contractId: string) =>
  signContract(scene.ctx, actor, { contractId, name: "Nome", consent: true, ip: "203.0.113.9", userAgent: "t" }).then(
    () => "signed",
    (error: { code?: string }) => error.code,
  );

async function endOf({ contractId }: Sent) {
  const [row] = await db
    .select({
      ...{ status: contracts.status, method: contracts.method, case: cases.status },
      envelope: contractEnvelopes.standing,
    })
    .from(contracts)
    .innerJoin(cases, eq(cases.id, contracts.caseId))
    .innerJoin(contractEnvelopes, eq(contractEnvelopes.contractId, contracts.id))
    .where(eq(contracts.id, contractId));
  const given = await db.select().from(signatures).where(eq(signatures.contractId, contractId));
  return { ...row, signed: given.map(({ party, method }) => `${party} ${method}`).sort() };
}

describe("with many connections at once", () => {
  test("completed there and moved here in the same moment: all of it counts, or nothing of it", async () => {
    const sent = await sentEnvelopes("race", PAIRS);
    await Promise.all(
      sent.flatMap(({ contractId, vendorId }) => [
        applyEnvelopeState(scene.ctx, stateOf(vendorId, "completed", "client", "professional")),
        move(contractId),
        applyEnvelopeState(scene.ctx, stateOf(vendorId, "completed", "client", "professional")),
      ]),
    );
    for (const one of sent) {
      const end = await endOf(one);
      const there = {
        status: "signed",
        method: "docusign",
        case: "signed",
        envelope: "completed",
        signed: ["client docusign", "professional docusign"],
      };
      const here = { status: "sent", method: "manual", case: "accepted", envelope: "late", signed: [] };
      expect(end.method === "docusign" ? there : here).toEqual(end);
    }
    const keys = sent.map(({ contractId }) => `contract.execute:${contractId}`);
    const signedThere = (await Promise.all(sent.map(endOf))).filter(({ status }) => status === "signed").length;
    expect(await db.$count(outbox, inArray(outbox.key, keys))).toBe(signedThere);
  });

  test("a party who signs in both places at once has signed in one, the contract's own", async () => {
    const sent = await sentEnvelopes("both", PAIRS);
    await Promise.all(
      sent.flatMap(({ key, contractId, vendorId }) => [
        applyEnvelopeState(scene.ctx, stateOf(vendorId, "open", "client")),
        signHere(clientOf(key), contractId),
        move(contractId).then(() => signHere(clientOf(key), contractId)),
        signHere(lawyerOf(key), contractId),
      ]),
    );
    for (const one of sent) {
      const end = await endOf(one);
      expect(end.method).toBe("manual");
      expect(end.signed).toContain("client manual");
      expect(end.signed.every((signature) => signature.endsWith(" manual"))).toBe(true);
      expect(end.status).toBe(end.signed.length === 2 ? "signed" : "sent");
    }
  });

  test("given back and completed there in the same moment: a signed contract or a void one, and no signature of a void one later", async () => {
    const sent = await sentEnvelopes("back", PAIRS);
    await Promise.all(
      sent.flatMap(({ key, vendorId }) => [
        applyEnvelopeState(scene.ctx, stateOf(vendorId, "completed", "client", "professional")),
        withdrawFromCase(scene.ctx, lawyerOf(key), `cas_1${key}`, { reason: "too_busy", words: "" }),
      ]),
    );
    for (const one of sent) {
      const end = await endOf(one);
      // Given back it is in any case; before both had signed, its envelope goes too.
      expect(end.status).toBe("voided");
      expect(["completed", "late", "to_void"]).toContain(end.envelope);
      if (end.envelope === "completed") expect(end.signed).toHaveLength(2);
      else expect(end.signed.length).toBeLessThan(2);
    }
  });

  test("one message that is delivered five times at once makes one envelope", async () => {
    await acceptedOffer(db, {}, "_five");
    const { contractId } = await openContract(scene.ctx, { offerId: "off_1_five" });
    const made = vendor.envelopes.length;
    await Promise.allSettled(Array.from({ length: 5 }, () => sendEnvelope(scene.ctx, { contractId })));
    expect(vendor.envelopes.length - made).toBe(1);
    const [row] = await db.select().from(contractEnvelopes).where(eq(contractEnvelopes.contractId, contractId));
    expect(row?.standing).toBe("sent");
  });
});
