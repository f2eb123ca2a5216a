// From an accepted offer to a review through the real outbox and its consumer, as people would read it.
import { asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  cases,
  contractDocuments,
  contracts,
  notifications,
  offers,
  outbox,
  professionals,
} from "../../../src/db/schema.ts";
import type { Actor } from "../../../src/services/context.ts";
import { closeContract } from "../../../src/services/contracts/close-contract.ts";
import { signContract } from "../../../src/services/contracts/sign-contract.ts";
import { answerOffer } from "../../../src/services/offers/answer-offer.ts";
import { sendWave } from "../../../src/services/offers/send-wave.ts";
import { reviewContract } from "../../../src/services/reviews/review-contract.ts";
import { openDatabase, type TestDatabase } from "../../support/database.ts";
import { makeWorld, type World } from "../../support/world.ts";

let database: TestDatabase;
let world: World;
beforeAll(async () => {
  database = await openDatabase();
  world = await makeWorld(database);
});
afterAll(() => database.close());

describe("an accepted offer", () => {
  test("becomes a contract, is signed, executed, closed and reviewed, and each step is told once", async () => {
    const { db } = database;
    const caseId = await world.addCase();
    await sendWave(world.ctx, { caseId, wave: 1 });
    await world.drain();
    const [offer] = await db.select().from(offers).where(eq(offers.caseId, caseId)).orderBy(asc(offers.rank));
    if (offer === undefined) throw new Error("no offer went out");
    const [professional] = await db.select().from(professionals).where(eq(professionals.id, offer.professionalId));
    if (professional === undefined) throw new Error("the offer has no professional");
    const userId = professional.userId;

    await answerOffer(world.ctx, {
      caseId,
      offerId: offer.id,
      professionalId: professional.id,
      userId,
      answer: "accept",
      reason: null,
      traceId: "trc_test",
    });
    await world.drain();
    const [contract] = await db.select().from(contracts).where(eq(contracts.caseId, caseId));
    if (contract === undefined) throw new Error("no contract was opened");
    expect(contract).toMatchObject({
      status: "sent",
      professionalId: professional.id,
      feeCents: professional.feeCents,
    });

    const contractId = contract.id;
    const client: Actor = { kind: "person", userId: contract.clientId, role: "client", locale: "pt-BR" };
    const lawyer: Actor = { kind: "person", userId, role: "professional", locale: "pt-BR" };
    const evidence = { contractId, consent: true, ip: "203.0.113.9", userAgent: "test" };
    await signContract(world.ctx, client, { ...evidence, name: "Maria da Silva" });
    await world.drain();
    await signContract(world.ctx, lawyer, { ...evidence, name: professional.name });
    await world.drain();
    const documents = await db.select().from(contractDocuments).where(eq(contractDocuments.contractId, contractId));
    expect(documents.map((document) => document.kind).sort()).toEqual(["agreement", "executed"]);

    await closeContract(world.ctx, client, { contractId });
    await reviewContract(world.ctx, client, { contractId, rating: 5, outcome: "resolved", comment: "Obrigada." });
    await world.drain();
    const [after] = await db.select().from(professionals).where(eq(professionals.id, professional.id));
    expect(after).toMatchObject({
      casesClosed: professional.casesClosed + 1,
      casesWon: professional.casesWon + 1,
      reviewSum: professional.reviewSum + 5,
      reviewCount: professional.reviewCount + 1,
    });
    const [one] = await db.select().from(cases).where(eq(cases.id, caseId));
    expect(one?.status).toBe("closed");

    const kindsFor = async (id: string) =>
      (
        await db
          .select({ kind: notifications.kind, channel: notifications.channel })
          .from(notifications)
          .where(eq(notifications.userId, id))
      )
        .filter((row) => row.channel === "in_app")
        .map((row) => row.kind)
        .sort();
    expect(await kindsFor(contract.clientId)).toEqual([
      "case_accepted",
      "contract_ready",
      "contract_signed",
      "review_invited",
    ]);
    expect(await kindsFor(userId)).toEqual([
      "contract_closed",
      "contract_ready",
      "contract_signed",
      "contract_signed_by_other",
      "offer_new",
      "review_received",
    ]);
    const updates = (id: string) =>
      (world.published.get(id) ?? [])
        .filter((event) => event.type === "contract_update")
        .map((event) => [event.data.status, event.data.signed]);
    const steps = [
      ["sent", []],
      ["sent", ["client"]],
      ["signed", ["client", "professional"]],
      ["closed", ["client", "professional"]],
    ];
    expect(updates(one?.conversationId ?? "")).toEqual(steps);
    expect(updates(`inbox_${userId}`)).toEqual(steps);
    expect(await db.$count(outbox, eq(outbox.status, "dead"))).toBe(0);
    expect(await db.$count(outbox, eq(outbox.status, "pending"))).toBe(0);
  });
});
