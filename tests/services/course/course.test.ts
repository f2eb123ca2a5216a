// Clients cancel, professionals give back, clients ask for somebody else, cases come back: what becomes of everything else.
import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { audit, caseChanges, cases, contracts, offers, outbox } from "../../../src/db/schema.ts";
import { openContract } from "../../../src/services/contracts/open-contract.ts";
import { signContract } from "../../../src/services/contracts/sign-contract.ts";
import { askForAnother, voidContract } from "../../../src/services/course/ask-for-another.ts";
import { cancelAsOperator, cancelCase } from "../../../src/services/course/cancel-case.ts";
import { reopenAsOperator, reopenCase } from "../../../src/services/course/reopen-case.ts";
import { withdrawFromCase } from "../../../src/services/course/withdraw-from-case.ts";
import { openDatabase, type TestDatabase } from "../../support/database.ts";
import { OPERATOR, type Scene, START, STRANGER, sceneOn } from "../contracts/scene.ts";
import { accept, clientOf, lawyerOf, offeredCase, pendingOf, storyOf, takenCase } from "./lives.ts";

let database: TestDatabase;
let scene: Scene;
let serial = 0;
let key: string;
let caseId: string;

beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());
beforeEach(() => {
  scene = sceneOn(database.db);
  key = `k${++serial}`;
  caseId = `cas_${key}`;
});

const NO_REASON = { words: "" };
const open = async () => (await openContract(scene.ctx, { offerId: `off_${key}_0` })).contractId;
const sign = (contractId: string, who: "client" | "lawyer") =>
  signContract(scene.ctx, who === "client" ? clientOf(key) : lawyerOf(key), {
    contractId,
    name: "Maria da Silva",
    consent: true,
    ip: "203.0.113.9",
    userAgent: "test",
  });
const bothSigned = async () => {
  await takenCase(scene.ctx, key);
  const contractId = await open();
  await sign(contractId, "client");
  await sign(contractId, "lawyer");
  return contractId;
};
const story = () => storyOf(database.db, key);
const notices = async () => {
  const bodies = (await pendingOf(database.db, "person.notify")) as { userId: string; kind: string }[];
  return bodies.filter(({ userId }) => userId.includes(key)).map(({ userId, kind }) => `${userId.slice(4)} ${kind}`);
};
const waves = async () => {
  const bodies = (await pendingOf(database.db, "case.next_wave")) as { caseId: string; afterWave: number }[];
  return bodies.filter((body) => body.caseId === caseId).map(({ afterWave }) => afterWave);
};

describe("a client who cancels", () => {
  test("while professionals are asked takes the offers back, kindly and in the ledger", async () => {
    await offeredCase(database.db, key);
    const outcome = await cancelCase(scene.ctx, clientOf(key), caseId, { reason: "solved", words: "" });
    expect(outcome).toEqual({ id: caseId, status: "closed", close_reason: "cancelled" });
    expect(await story()).toMatchObject({
      status: "closed",
      closeReason: "cancelled",
      offers: ["withdrawn", "withdrawn"],
      ledger: ["0 offered", "0 withdrawn", "1 offered", "1 withdrawn"],
      changes: ["client cancelled solved"],
    });
    expect((await notices()).sort()).toEqual([`${key}a offer_stopped`, `${key}b offer_stopped`]);
    expect(await waves()).toEqual([]);
  });

  test("after an acceptance voids the contract, and the load goes back once", async () => {
    await takenCase(scene.ctx, key);
    const contractId = await open();
    await sign(contractId, "lawyer");
    expect((await story()).load).toBe(1);
    for (const _ of [1, 2]) await cancelCase(scene.ctx, clientOf(key), caseId, NO_REASON);
    expect(await story()).toMatchObject({
      status: "closed",
      offers: ["withdrawn", "withdrawn"],
      contracts: ["voided: cancelled"],
      ledger: ["0 accepted", "0 offered", "0 returned", "1 offered", "1 withdrawn"],
      changes: ["client cancelled -"],
      load: 0,
    });
    expect(await notices()).toEqual([`${key}a acceptance_over`]);
  });

  test("after both have signed ends the contract; what was agreed counts", async () => {
    await bothSigned();
    await cancelCase(scene.ctx, clientOf(key), caseId, NO_REASON);
    expect(await story()).toMatchObject({
      status: "closed",
      closeReason: "cancelled",
      offers: ["accepted", "withdrawn"],
      contracts: ["closed"],
      ledger: ["0 accepted", "0 offered", "1 offered", "1 withdrawn"],
      load: 1,
    });
    await expect(reopenCase(scene.ctx, clientOf(key), caseId)).rejects.toMatchObject({ code: "may_come_back" });
  });

  test("is the only one who can, beside an operator who says why", async () => {
    await takenCase(scene.ctx, key);
    for (const other of [STRANGER, lawyerOf(key), lawyerOf(key, "b")]) {
      await expect(cancelCase(scene.ctx, other, caseId, NO_REASON)).rejects.toMatchObject({ code: "not_found" });
      await expect(cancelAsOperator(scene.ctx, other, caseId, { words: "x" })).rejects.toMatchObject({
        code: "not_found",
      });
    }
    expect((await story()).status).toBe("accepted");
    await cancelAsOperator(scene.ctx, OPERATOR, caseId, { words: "Pediu por telefone." });
    expect((await story()).changes).toEqual(["operator cancelled -"]);
    expect((await notices()).sort()).toEqual([`c${key} case_cancelled`, `${key}a acceptance_over`]);
    const [entry] = await database.db
      .select()
      .from(audit)
      .where(and(eq(audit.subject, caseId), eq(audit.action, "case.cancelled")));
    expect(entry?.actor).toBe(OPERATOR.userId);
    expect(JSON.stringify(entry?.detail)).not.toContain("telefone");
  });

  test("finds words for a case that is over", async () => {
    await offeredCase(database.db, key);
    await database.db.update(cases).set({ status: "closed", closeReason: "done" }).where(eq(cases.id, caseId));
    await expect(cancelCase(scene.ctx, clientOf(key), caseId, NO_REASON)).rejects.toMatchObject({
      code: "wrong_state",
      status: 409,
    });
  });
});

describe("a professional who gives a case back", () => {
  const giveBack = (who: "a" | "b" = "a") =>
    withdrawFromCase(scene.ctx, lawyerOf(key, who), caseId, { reason: "conflict", words: "Já defendi o outro lado." });

  test("sends it to the next wave; he is counted, his place is free, the client hears it kindly", async () => {
    await takenCase(scene.ctx, key);
    await open();
    for (const _ of [1, 2]) expect(await giveBack()).toMatchObject({ status: "matching" });
    expect(await story()).toMatchObject({
      status: "matching",
      closeReason: null,
      offers: ["withdrawn", "withdrawn"],
      contracts: ["voided: conflict"],
      ledger: ["0 accepted", "0 offered", "0 returned", "1 offered", "1 withdrawn"],
      changes: ["professional withdrawn conflict"],
      load: 0,
    });
    expect(await waves()).toEqual([1]);
    expect(await notices()).toEqual([`c${key} case_searching_again`]);
  });

  test("is not told afterwards what became of it", async () => {
    await takenCase(scene.ctx, key);
    await giveBack();
    await cancelCase(scene.ctx, clientOf(key), caseId, NO_REASON);
    expect(await giveBack()).toEqual({ id: caseId, status: "matching", close_reason: null });
  });

  test("before the contract is made leaves none to be made", async () => {
    await takenCase(scene.ctx, key);
    await giveBack();
    expect(await pendingOf(database.db, "contract.open")).not.toContainEqual({ offerId: `off_${key}_0` });
    await expect(open()).rejects.toMatchObject({ code: "offer_not_accepted" });
    expect((await story()).contracts).toEqual([]);
  });

  test("after both have signed voids the contract as well: somebody else can sign one", async () => {
    const contractId = await bothSigned();
    await giveBack();
    expect(await story()).toMatchObject({ status: "matching", contracts: ["voided: conflict"], load: 0 });
    const [kept] = await database.db.select().from(contracts).where(eq(contracts.id, contractId));
    expect([kept?.signedAt, kept?.voidedAt]).toEqual([START, START]);
  });

  test("is nobody but the one who has it", async () => {
    await takenCase(scene.ctx, key);
    await expect(giveBack("b")).rejects.toMatchObject({ code: "not_found" });
    await expect(
      withdrawFromCase(scene.ctx, clientOf(key), caseId, { reason: "personal", words: "" }),
    ).rejects.toMatchObject({ code: "not_found" });
    expect((await story()).status).toBe("accepted");
  });
});

describe("a client who wants somebody else", () => {
  test("is searched for again; the same press twice does not send the next one away", async () => {
    await takenCase(scene.ctx, key);
    const press = { reason: "no_answer", words: "", offer_id: `off_${key}_0` } as const;
    expect(await askForAnother(scene.ctx, clientOf(key), caseId, press)).toMatchObject({ status: "matching" });
    expect(await waves()).toEqual([1]);
    expect(await notices()).toEqual([`${key}a acceptance_over`]);
    expect(await askForAnother(scene.ctx, clientOf(key), caseId, press)).toMatchObject({ status: "matching" });
    expect((await story()).changes).toEqual(["client another no_answer"]);
    await expect(askForAnother(scene.ctx, clientOf(key), caseId, NO_REASON)).rejects.toMatchObject({
      code: "wrong_state",
    });
  });

  test("is told by the operator's voiding, too", async () => {
    await takenCase(scene.ctx, key);
    await expect(voidContract(scene.ctx, clientOf(key), caseId, { words: "x" })).rejects.toMatchObject({
      code: "not_found",
    });
    await voidContract(scene.ctx, OPERATOR, caseId, { words: "Dados errados no contrato." });
    expect((await story()).changes).toEqual(["operator another -"]);
    expect((await notices()).sort()).toEqual([`c${key} case_searching_again`, `${key}a acceptance_over`]);
  });
});

describe("a case that comes back", () => {
  test("is searched for again with the next wave, once", async () => {
    await takenCase(scene.ctx, key);
    await cancelCase(scene.ctx, clientOf(key), caseId, NO_REASON);
    scene.clock.now = new Date(START.getTime() + 60_000);
    for (const _ of [1, 2]) expect((await reopenCase(scene.ctx, clientOf(key), caseId)).status).toBe("matching");
    expect(await story()).toMatchObject({ status: "matching", closeReason: null });
    expect(await waves()).toEqual([1]);
    const [row] = await database.db.select().from(cases).where(eq(cases.id, caseId));
    expect([row?.closedAt, row?.clientSeenAt]).toEqual([null, scene.clock.now]);
  });

  test("comes back to the talk where the questions were not answered", async () => {
    await offeredCase(database.db, key);
    await database.db
      .update(cases)
      .set({ status: "closed", closeReason: "silent", triagedAt: null })
      .where(eq(cases.id, caseId));
    scene.ctx.conversation = () => ({ ...NO_TALK, snapshot: async () => NOT_OPEN });
    expect((await reopenCase(scene.ctx, clientOf(key), caseId)).status).toBe("triage");
    expect(await waves()).toEqual([]);
  });

  test("comes back to the team where the talk was waiting for a person, who is called anew", async () => {
    await offeredCase(database.db, key);
    const was = { status: "closed", closeReason: "cancelled", triagedAt: null } as const;
    await database.db.update(cases).set(was).where(eq(cases.id, caseId));
    const understanding = { area: "trabalho", urgencyHours: 72, flags: [] };
    const value = { status: "handed_off", controlledBy: "agent", understanding, lastSeq: 9 } as unknown as never;
    scene.ctx.conversation = () => ({ ...NO_TALK, snapshot: async () => ({ ok: true, value }) });
    expect((await reopenCase(scene.ctx, clientOf(key), caseId)).status).toBe("handed_off");
    expect((await story()).status).toBe("handed_off");
    const calls = (await pendingOf(database.db, "operators.notify")) as {
      params: { case_id: string; reason: string };
    }[];
    expect(calls.filter(({ params }) => params.case_id === caseId)).toMatchObject([{ params: { reason: "reopened" } }]);
  });

  test("is the client's alone where his word was stop", async () => {
    await offeredCase(database.db, key);
    await cancelCase(scene.ctx, clientOf(key), caseId, NO_REASON);
    await database.db.update(cases).set({ stoppedAt: START }).where(eq(cases.id, caseId));
    await expect(reopenAsOperator(scene.ctx, OPERATOR, caseId, { words: "" })).rejects.toMatchObject({
      code: "person_stopped",
    });
    await expect(reopenCase(scene.ctx, STRANGER, caseId)).rejects.toMatchObject({ code: "not_found" });
    await reopenCase(scene.ctx, clientOf(key), caseId);
    const [row] = await database.db.select().from(cases).where(eq(cases.id, caseId));
    expect([row?.status, row?.stoppedAt]).toEqual(["matching", null]);
  });
});

test("a case that lost its professional twice is looked at by an operator", async () => {
  await takenCase(scene.ctx, key);
  await withdrawFromCase(scene.ctx, lawyerOf(key), caseId, { reason: "personal", words: "" });
  const calls = () =>
    database.db
      .select()
      .from(outbox)
      .where(eq(outbox.key, `changed_often:${caseId}:2`));
  expect(await calls()).toHaveLength(0);
  // As the next wave would have it.
  await database.db.update(cases).set({ status: "offering" }).where(eq(cases.id, caseId));
  await database.db
    .update(offers)
    .set({ status: "pending", answeredAt: null })
    .where(eq(offers.id, `off_${key}_1`));
  await accept(scene.ctx, key, "b");
  await askForAnother(scene.ctx, clientOf(key), caseId, NO_REASON);
  expect(await calls()).toHaveLength(1);
});

test("a professional who gives back for the third time in a month is looked at by an operator", async () => {
  const calls = async () =>
    (await database.db.select().from(outbox)).filter((row) => row.key.startsWith("gives_back_often:")).length;
  await takenCase(scene.ctx, key);
  await offeredCase(database.db, `${key}x`);
  const earlier = ["first", "second"].map((name) => ({
    ...{ id: `chg_${key}_${name}`, caseId: `cas_${key}x`, kind: "withdrawn" as const, by: "professional" as const },
    ...{ offerId: `off_${key}_${name}`, professionalId: `pro_${key}a`, reason: "too_busy", at: START },
  }));
  await database.db.insert(caseChanges).values(earlier);
  expect(await calls()).toBe(0);
  await withdrawFromCase(scene.ctx, lawyerOf(key), caseId, { reason: "too_busy", words: "" });
  expect(await calls()).toBe(1);
});

const unused = () => Promise.reject(new Error("not part of this scene"));
const NO_TALK = {
  open: unused,
  say: unused,
  hear: unused,
  stopReply: unused,
  correct: unused,
  snapshot: unused,
  publish: unused,
  takeOver: unused,
  sayAsHuman: unused,
  giveBack: unused,
};
const NOT_OPEN = { ok: false, code: "not_open", status: 409, detail: "", retryable: false } as const;
