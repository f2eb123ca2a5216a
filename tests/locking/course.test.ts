// Changes of course on a real PostgreSQL with many connections: whatever comes at once, one story remains.
import { beforeAll, expect, inject, test } from "vitest";
import { type Database, openDatabase } from "../../src/db/client.ts";
import { openContract } from "../../src/services/contracts/open-contract.ts";
import { signContract } from "../../src/services/contracts/sign-contract.ts";
import { askForAnother } from "../../src/services/course/ask-for-another.ts";
import { cancelCase } from "../../src/services/course/cancel-case.ts";
import { reopenCase } from "../../src/services/course/reopen-case.ts";
import { withdrawFromCase } from "../../src/services/course/withdraw-from-case.ts";
import { type Scene, sceneOn } from "../services/contracts/scene.ts";
import { accept, clientOf, lawyerOf, offeredCase, storyOf, takenCase } from "../services/course/lives.ts";

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

const NO_REASON = { words: "" };
const keysOf = (name: string, count: number) => Array.from({ length: count }, (_, i) => `${name}${i}`);
/** A kind refusal is an answer; everything else is a defect. */
const kindly = (work: Promise<unknown>) =>
  work.catch((error: unknown) => {
    expect([404, 409]).toContain((error as { status?: number }).status);
  });
const sign = (key: string, contractId: string, who: "client" | "lawyer") =>
  signContract(scene.ctx, who === "client" ? clientOf(key) : lawyerOf(key), {
    contractId,
    name: "Maria da Silva",
    consent: true,
    ip: "203.0.113.9",
    userAgent: "test",
  });

test("an acceptance and a cancellation at once: closed either way, and the load is what stands", async () => {
  const keys = keysOf("ca", 12);
  for (const key of keys) await offeredCase(db, key);
  await Promise.all(
    keys.flatMap((key) => [
      kindly(accept(scene.ctx, key, "a")),
      kindly(cancelCase(scene.ctx, clientOf(key), `cas_${key}`, NO_REASON)),
      kindly(cancelCase(scene.ctx, clientOf(key), `cas_${key}`, NO_REASON)),
    ]),
  );
  for (const key of keys) {
    const story = await storyOf(db, key);
    expect(story).toMatchObject({ status: "closed", closeReason: "cancelled", offers: ["withdrawn", "withdrawn"] });
    expect(story.changes).toHaveLength(1);
    expect(story.load).toBe(0);
    const count = (kind: string) => story.ledger.filter((line) => line.endsWith(kind)).length;
    expect(count("returned")).toBe(count("accepted"));
  }
});

test("the last signature and a cancellation at once: the contract is void unsigned, or signed and ended", async () => {
  const keys = keysOf("cs", 10);
  const contracts = new Map<string, string>();
  for (const key of keys) {
    await takenCase(scene.ctx, key);
    const { contractId } = await openContract(scene.ctx, { offerId: `off_${key}_0` });
    contracts.set(key, contractId);
    await sign(key, contractId, "client");
  }
  await Promise.all(
    keys.flatMap((key) => [
      kindly(sign(key, contracts.get(key) ?? "", "lawyer")),
      kindly(cancelCase(scene.ctx, clientOf(key), `cas_${key}`, NO_REASON)),
    ]),
  );
  for (const key of keys) {
    const { status, contracts: made, offers, load, ledger } = await storyOf(db, key);
    const returned = ledger.filter((line) => line.endsWith("returned")).length;
    expect([
      ["closed", "voided: cancelled", "withdrawn", 0, 1],
      ["closed", "closed", "accepted", 1, 0],
    ]).toContainEqual([status, made[0], offers[0], load, returned]);
  }
});

test("whoever gives back, is sent away and gets his contract at once is undone once, with no contract left", async () => {
  const keys = keysOf("wa", 12);
  for (const key of keys) await takenCase(scene.ctx, key);
  await Promise.all(
    keys.flatMap((key) => [
      kindly(openContract(scene.ctx, { offerId: `off_${key}_0` })),
      kindly(withdrawFromCase(scene.ctx, lawyerOf(key), `cas_${key}`, { reason: "personal", words: "" })),
      kindly(askForAnother(scene.ctx, clientOf(key), `cas_${key}`, { ...NO_REASON, offer_id: `off_${key}_0` })),
      kindly(withdrawFromCase(scene.ctx, lawyerOf(key), `cas_${key}`, { reason: "personal", words: "" })),
    ]),
  );
  for (const key of keys) {
    const story = await storyOf(db, key);
    expect(story).toMatchObject({ status: "matching", offers: ["withdrawn", "withdrawn"], load: 0 });
    expect(story.changes).toHaveLength(1);
    expect(story.contracts.filter((one) => !one.startsWith("voided"))).toEqual([]);
    expect(story.ledger.filter((line) => line.endsWith("returned"))).toHaveLength(1);
  }
});

test("a case that is reopened by two presses is searched for once", async () => {
  const keys = keysOf("ro", 8);
  for (const key of keys) {
    await offeredCase(db, key);
    await cancelCase(scene.ctx, clientOf(key), `cas_${key}`, NO_REASON);
  }
  await Promise.all(
    keys.flatMap((key) => [1, 2, 3].map(() => kindly(reopenCase(scene.ctx, clientOf(key), `cas_${key}`)))),
  );
  for (const key of keys) {
    const story = await storyOf(db, key);
    expect(story.status).toBe("matching");
    expect(story.changes.filter((line) => line.includes("reopened"))).toHaveLength(1);
  }
});
