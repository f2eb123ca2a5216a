// What time does to a case: contracts without a signature, and clients who do not answer.
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { cases, users } from "../../../src/db/schema.ts";
import { openContract } from "../../../src/services/contracts/open-contract.ts";
import { signContract } from "../../../src/services/contracts/sign-contract.ts";
import { reopenCase } from "../../../src/services/course/reopen-case.ts";
import { sweepSilence } from "../../../src/services/course/sweep-silence.ts";
import { sweepUnsigned } from "../../../src/services/course/sweep-unsigned.ts";
import { deliver } from "../../../src/services/notify/deliver.ts";
import { openDatabase, type TestDatabase } from "../../support/database.ts";
import { type Scene, START, sceneOn } from "../contracts/scene.ts";
import { clientOf, lawyerOf, offeredCase, pendingOf, storyOf, takenCase } from "./lives.ts";

const HOUR_MS = 3_600_000;

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

const at = (hours: number) => {
  scene.clock.now = new Date(START.getTime() + hours * HOUR_MS);
};
const story = () => storyOf(database.db, "k");
const notices = async (kind: string) => {
  const bodies = (await pendingOf(database.db, "person.notify")) as { userId: string; kind: string }[];
  return bodies.filter((body) => body.kind === kind).map(({ userId }) => userId);
};
const sign = (contractId: string, who: "client" | "lawyer") =>
  signContract(scene.ctx, who === "client" ? clientOf("k") : lawyerOf("k"), {
    contractId,
    name: "Maria da Silva",
    consent: true,
    ip: "203.0.113.9",
    userAgent: "test",
  });

describe("a contract that nobody signs", () => {
  let contractId: string;
  beforeEach(async () => {
    await takenCase(scene.ctx, "k");
    contractId = (await openContract(scene.ctx, { offerId: "off_k_0" })).contractId;
  });

  test("is left alone for three days, then both are reminded once", async () => {
    at(71);
    expect(await sweepUnsigned(scene.ctx)).toMatchObject({ looked: 0 });
    at(72);
    expect(await sweepUnsigned(scene.ctx)).toEqual({ looked: 1, reminded: 1, lapsed: 0, failed: 0 });
    at(73);
    expect(await sweepUnsigned(scene.ctx)).toMatchObject({ looked: 0 });
    expect((await notices("contract_unsigned")).sort()).toEqual(["usr_ck", "usr_ka"]);
  });

  test("lapses after four, and the case is searched for again, never with the same person", async () => {
    await sign(contractId, "client");
    at(72);
    await sweepUnsigned(scene.ctx);
    expect(await notices("contract_unsigned")).toEqual(["usr_ka"]);
    at(96);
    expect(await sweepUnsigned(scene.ctx)).toMatchObject({ lapsed: 1, failed: 0 });
    expect(await sweepUnsigned(scene.ctx)).toMatchObject({ looked: 0 });
    expect(await story()).toMatchObject({
      status: "matching",
      contracts: ["voided: lapsed"],
      changes: ["system lapsed -"],
      load: 0,
    });
    expect(await notices("case_searching_again")).toEqual(["usr_ck"]);
    expect(await notices("acceptance_over")).toEqual(["usr_ka"]);
  });

  test("is reminded of first, however late the house is", async () => {
    at(500);
    expect(await sweepUnsigned(scene.ctx)).toMatchObject({ reminded: 1, lapsed: 0 });
    at(523);
    expect(await sweepUnsigned(scene.ctx)).toMatchObject({ lapsed: 0 });
    at(524);
    expect(await sweepUnsigned(scene.ctx)).toMatchObject({ lapsed: 1 });
  });

  test("stays where only the client's signature is missing: he is reminded, and after a month it is his silence", async () => {
    await sign(contractId, "lawyer");
    at(72);
    await sweepUnsigned(scene.ctx);
    expect(await notices("contract_unsigned")).toEqual(["usr_ck"]);
    at(200);
    expect(await sweepUnsigned(scene.ctx)).toMatchObject({ lapsed: 0 });
    for (const day of [8, 16, 31]) {
      at(24 * day);
      await sweepSilence(scene.ctx);
    }
    expect(await story()).toMatchObject({
      status: "closed",
      closeReason: "silent",
      contracts: ["voided: silent"],
      ledger: ["0 accepted", "0 offered", "0 returned", "1 offered", "1 withdrawn"],
      load: 0,
    });
    expect(await notices("acceptance_over")).toEqual(["usr_ka"]);
  });
});

describe("a client who does not answer", () => {
  beforeEach(async () => {
    await offeredCase(database.db, "k");
    await database.db.update(cases).set({ status: "triage", triagedAt: null, area: null }).where(eq(cases.id, "cas_k"));
  });

  test("is reminded after 7 and 14 days; after 30 the case closes, with a way back", async () => {
    const nights: string[] = [];
    for (let day = 1; day <= 31; day++) {
      at(24 * day + 1);
      const { reminded, closed } = await sweepSilence(scene.ctx);
      if (reminded > 0) nights.push(`${day}: reminded`);
      if (closed > 0) nights.push(`${day}: closed`);
    }
    expect(nights).toEqual(["7: reminded", "14: reminded", "30: closed"]);
    expect(await story()).toMatchObject({ status: "closed", closeReason: "silent" });
    expect(await notices("case_waiting")).toHaveLength(2);
    expect(await notices("case_fell_silent")).toEqual(["usr_ck"]);
    scene.ctx.conversation = () => {
      throw new Error("not reached");
    };
    await expect(reopenCase(scene.ctx, clientOf("k"), "cas_k")).rejects.toThrow("not reached");
    expect(await story()).toMatchObject({ status: "triage", closeReason: null });
  });

  test("begins anew with every word", async () => {
    at(24 * 8);
    expect(await sweepSilence(scene.ctx)).toMatchObject({ reminded: 1 });
    await database.db
      .update(cases)
      .set({ clientSeenAt: new Date(START.getTime() + 24 * 9 * HOUR_MS), silenceReminders: 0 })
      .where(eq(cases.id, "cas_k"));
    at(24 * 15);
    expect(await sweepSilence(scene.ctx)).toMatchObject({ looked: 0 });
    at(24 * 17);
    expect(await sweepSilence(scene.ctx)).toMatchObject({ reminded: 1, closed: 0 });
  });

  test("is not written to after a stop, and not while a person of the team has the talk", async () => {
    await database.db.update(users).set({ optedOutAt: START }).where(eq(users.id, "usr_ck"));
    const message = { userId: "usr_ck", kind: "case_waiting", params: { case_id: "cas_k" } } as const;
    expect(await deliver(scene.ctx, message, "k1")).toEqual({ stored: 0 });
    await database.db.update(cases).set({ controlledBy: "human" }).where(eq(cases.id, "cas_k"));
    at(24 * 40);
    expect(await sweepSilence(scene.ctx)).toMatchObject({ looked: 0 });
    await database.db.update(cases).set({ controlledBy: "agent", status: "stopped" }).where(eq(cases.id, "cas_k"));
    expect(await sweepSilence(scene.ctx)).toMatchObject({ looked: 0 });
  });
});
