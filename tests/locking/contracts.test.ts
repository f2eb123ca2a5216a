// Contracts on a real PostgreSQL with many connections: what one connection at a time cannot prove.
import { inArray, sql } from "drizzle-orm";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { type Database, openDatabase } from "../../src/db/client.ts";
import {
  audit,
  cases,
  contracts,
  offers,
  outbox,
  professionals,
  reviews,
  signatures,
  users,
} from "../../src/db/schema.ts";
import type { Actor } from "../../src/services/context.ts";
import { closeContract } from "../../src/services/contracts/close-contract.ts";
import { executeContract } from "../../src/services/contracts/execute-contract.ts";
import { openContract } from "../../src/services/contracts/open-contract.ts";
import { signContract } from "../../src/services/contracts/sign-contract.ts";
import { reviewContract } from "../../src/services/reviews/review-contract.ts";
import { acceptedOffer, type Scene, sceneOn } from "../services/contracts/scene.ts";

/** Pairs of signers; enough that without the lock some of them miss each other in every run. */
const PAIRS = 25;
let db: Database;
let scene: Scene;

beforeAll(() => {
  db = openDatabase({
    url: "postgres://vez:vez@127.0.0.1/vez",
    httpEndpoint: inject("postgresEndpoint"),
    timeoutMs: 30_000,
  });
  scene = sceneOn(db);
});

const client = (key: string): Actor => ({
  kind: "person",
  userId: `usr_client${key}`,
  role: "client",
  locale: "pt-BR",
});
const lawyer = (key: string): Actor => ({
  kind: "person",
  userId: `usr_lawyer${key}`,
  role: "professional",
  locale: "pt-BR",
});
const sign = (actor: Actor, contractId: string) =>
  signContract(scene.ctx, actor, {
    contractId,
    name: "Nome Completo",
    consent: true,
    ip: "203.0.113.9",
    userAgent: "test",
  });

/** `count` accepted offers with people of their own; their keys. */
async function acceptedOffers(prefix: string, count: number): Promise<string[]> {
  const keys = Array.from({ length: count }, (_, index) => `_${prefix}${index}`);
  for (const key of keys) await acceptedOffer(db, {}, key);
  return keys;
}

async function sentContracts(prefix: string, count: number): Promise<{ key: string; contractId: string }[]> {
  const keys = await acceptedOffers(prefix, count);
  return Promise.all(
    keys.map(async (key) => ({
      key,
      contractId: (await openContract(scene.ctx, { offerId: `off_1${key}` })).contractId,
    })),
  );
}

describe("with many connections at once", () => {
  test("both parties who sign in the same moment end in one signed contract, every time", async () => {
    const pairs = await sentContracts("sign", PAIRS);
    await Promise.all(
      pairs.flatMap(({ key, contractId }) => [sign(client(key), contractId), sign(lawyer(key), contractId)]),
    );
    const ids = pairs.map(({ contractId }) => contractId);
    const rows = await db.select().from(contracts).where(inArray(contracts.id, ids));
    expect(rows.filter((row) => row.status === "signed")).toHaveLength(PAIRS);
    const caseRows = await db
      .select()
      .from(cases)
      .where(
        inArray(
          cases.id,
          rows.map((row) => row.caseId),
        ),
      );
    expect(caseRows.every((row) => row.status === "signed")).toBe(true);
    expect(await db.$count(signatures, inArray(signatures.contractId, ids))).toBe(2 * PAIRS);
    const execute = await db
      .select()
      .from(outbox)
      .where(
        inArray(
          outbox.key,
          ids.map((id) => `contract.execute:${id}`),
        ),
      );
    expect(execute).toHaveLength(PAIRS);
    // The first of each pair told the other, and only the first.
    const half = await db.$count(outbox, sql`${outbox.key} like 'contract:%:contract_signed_by_other:usr_%_sign%'`);
    expect(half).toBe(PAIRS);
  });

  test("one party who signs ten times at once signs once", async () => {
    const [one] = await sentContracts("ten", 1);
    const { key, contractId } = one ?? { key: "", contractId: "" };
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => sign(client(key), contractId)));
    expect(new Set(outcomes.map((outcome) => outcome.signed_at)).size).toBe(1);
    expect(await db.$count(signatures, inArray(signatures.contractId, [contractId]))).toBe(1);
    expect(await db.$count(audit, sql`${audit.subject} = ${contractId} and ${audit.action} = 'contract.signed'`)).toBe(
      1,
    );
  });

  test("an offer opened twenty times at once is one contract with one trail", async () => {
    const [key = ""] = await acceptedOffers("open", 1);
    const all = await Promise.all(
      Array.from({ length: 20 }, () => openContract(scene.ctx, { offerId: `off_1${key}` })),
    );
    expect(all.filter((one) => one.created)).toHaveLength(1);
    expect(new Set(all.map((one) => one.contractId)).size).toBe(1);
    const contractId = all[0]?.contractId ?? "";
    expect(await db.$count(audit, sql`${audit.subject} = ${contractId}`)).toBe(1);
    expect(await db.$count(outbox, sql`${outbox.key} like ${`contract:${contractId}:%`}`)).toBe(4);
    expect(await db.$count(offers, sql`${offers.id} = ${`off_1${key}`}`)).toBe(1);
  });

  test("executing, closing and reviewing at once count once each and never lock each other out", async () => {
    const pairs = await sentContracts("end", 5);
    for (const { key, contractId } of pairs) {
      await sign(client(key), contractId);
      await sign(lawyer(key), contractId);
    }
    await Promise.all(
      pairs.flatMap(({ key, contractId }) => [
        closeContract(scene.ctx, client(key), { contractId }),
        closeContract(scene.ctx, lawyer(key), { contractId }),
        executeContract(scene.ctx, { contractId }),
        executeContract(scene.ctx, { contractId }),
      ]),
    );
    await Promise.all(
      pairs.flatMap(({ key, contractId }) =>
        [1, 2, 3, 4, 5].map((rating) =>
          reviewContract(scene.ctx, client(key), { contractId, rating, outcome: "resolved" }),
        ),
      ),
    );
    for (const { key, contractId } of pairs) {
      const [who] = await db
        .select()
        .from(professionals)
        .where(inArray(professionals.id, [`pro_1${key}`]));
      const [review] = await db
        .select()
        .from(reviews)
        .where(inArray(reviews.contractId, [contractId]));
      expect(who).toMatchObject({ casesClosed: 5, casesWon: 3, reviewCount: 5, reviewSum: 17 + (review?.rating ?? 0) });
      const actions = await db
        .select({ action: audit.action })
        .from(audit)
        .where(inArray(audit.subject, [contractId]));
      expect(actions.filter(({ action }) => action === "contract.executed")).toHaveLength(1);
      expect(actions.filter(({ action }) => action === "contract.closed")).toHaveLength(1);
    }
    expect(await db.$count(users, sql`${users.id} like 'usr_client_end%'`)).toBe(5);
  });
});
