// Reaching each other: the client's own phone or e-mail for the professional who accepted, and nobody else.
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { audit, blockedPairs, cases, clientReach, contracts, outbox } from "../../../src/db/schema.ts";
import type { Actor } from "../../../src/services/context.ts";
import { openContract } from "../../../src/services/contracts/open-contract.ts";
import { readContract } from "../../../src/services/contracts/read-contract.ts";
import { setContact } from "../../../src/services/contracts/set-contact.ts";
import { signContract } from "../../../src/services/contracts/sign-contract.ts";
import { listMyCases } from "../../../src/services/professionals/list-my-cases.ts";
import { openDatabase, type TestDatabase } from "../../support/database.ts";
import {
  acceptedOffer,
  CLIENT,
  LAWYER,
  OPERATOR,
  OTHER_LAWYER,
  type Scene,
  START,
  STRANGER,
  sceneOn,
} from "./scene.ts";

const PHONE = "(11) 98765-4321";

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
});

const sign = (actor: Actor, contact?: string) =>
  signContract(scene.ctx, actor, {
    contractId,
    name: "Maria da Silva",
    consent: true,
    ip: "203.0.113.9",
    userAgent: "test",
    contact,
  });
const set = (actor: Actor, contact: string) => setContact(scene.ctx, actor, { contractId, contact });
const partiesFor = async (actor: Actor) => (await readContract(scene.ctx, actor, { contractId })).parties;

test("what the client leaves when signing is read by the two parties, and by no operator", async () => {
  await sign(CLIENT, `  ${PHONE}\n`);
  for (const party of [CLIENT, LAWYER]) {
    expect(await partiesFor(party)).toMatchObject({
      client: { contact: PHONE },
      professional: { email: "usr_lawyer@example.org" },
    });
  }
  expect(await partiesFor(OPERATOR)).toMatchObject({ client: { contact: null }, professional: { email: null } });
});

test("signing without a contact is signing, and a second signature does not change the first one's contact", async () => {
  await sign(CLIENT);
  expect((await partiesFor(LAWYER)).client).toMatchObject({ name: "Maria da Silva", contact: null });
  await sign(CLIENT, PHONE);
  expect((await partiesFor(LAWYER)).client.contact).toBeNull();
});

test("signing without a contact keeps the one left before", async () => {
  await set(CLIENT, PHONE);
  await sign(CLIENT, "");
  expect((await partiesFor(LAWYER)).client.contact).toBe(PHONE);
});

test("the professional leaves no contact of the client", async () => {
  await expect(sign(LAWYER, PHONE)).rejects.toMatchObject({ code: "invalid_input" });
  await expect(set(LAWYER, PHONE)).rejects.toMatchObject({ code: "forbidden" });
  expect((await partiesFor(CLIENT)).client).toMatchObject({ contact: null });
});

test("the client changes it and takes it back; the audit tells that, and never the value", async () => {
  expect(await set(CLIENT, PHONE)).toEqual({ contract_id: contractId, contact: PHONE });
  expect(await set(CLIENT, "maria@example.org")).toEqual({ contract_id: contractId, contact: "maria@example.org" });
  expect(await set(CLIENT, "  ")).toEqual({ contract_id: contractId, contact: null });
  const rows = await database.db.select().from(audit).where(eq(audit.action, "contract.contact_set"));
  expect(rows).toHaveLength(3);
  const elsewhere = JSON.stringify([await database.db.select().from(audit), await database.db.select().from(outbox)]);
  expect(elsewhere).not.toContain("98765");
  expect(elsewhere).not.toContain("maria@example.org");
});

test.each([STRANGER, OTHER_LAWYER, OPERATOR])("to anyone else the contract does not exist", async (actor) => {
  await expect(set(actor, PHONE)).rejects.toMatchObject({ code: "not_found" });
});

test.each(["abc", "12345", `${"9".repeat(201)}`, "maria@"])("“%s” reaches nobody and is refused", async (contact) => {
  await expect(set(CLIENT, contact)).rejects.toMatchObject({ code: "invalid_input" });
});

test("a cancelled contract takes none, and shows none to who is no longer the professional", async () => {
  await set(CLIENT, PHONE);
  await database.db.update(contracts).set({ status: "voided" });
  await expect(set(CLIENT, "maria@example.org")).rejects.toMatchObject({ code: "contract_not_open" });
  expect((await partiesFor(LAWYER)).client.contact).toBeNull();
});

/** What the professional still sees of the client, on the contract and in the list of the own cases. */
async function seenByLawyer() {
  const { client } = await partiesFor(LAWYER);
  const [own] = (await listMyCases(scene.ctx, LAWYER)).items;
  return {
    contact: client.contact,
    how: client.how?.note,
    listed: own?.client.contact,
    listedHow: own?.client.how?.note,
  };
}

/** The client has said how to be reached, and that is on the contract. */
async function reachable() {
  const at = scene.clock.now;
  await set(CLIENT, PHONE);
  await database.db.insert(clientReach).values({
    ...{
      userId: CLIENT.userId,
      channel: "call",
      address: "+5511987654321",
      leaveMessage: false,
      zone: "America/Sao_Paulo",
    },
    ...{ note: "Pergunte pela Maria.", createdAt: at, updatedAt: at },
  });
}

const NOTHING = { contact: null, how: undefined, listed: null, listedHow: undefined };

test("once one of the two wants no more of the other, neither reads how to reach the other", async () => {
  await reachable();
  const note = "Pergunte pela Maria.";
  expect(await seenByLawyer()).toEqual({ contact: PHONE, how: note, listed: PHONE, listedHow: note });
  await database.db.insert(blockedPairs).values({
    ...{
      clientId: CLIENT.userId,
      professionalId: "pro_1",
      side: "client",
      caseId: "cas_1",
      createdAt: scene.clock.now,
    },
  });
  await set(CLIENT, "maria@example.org");
  expect(await seenByLawyer()).toEqual(NOTHING);
  expect(await partiesFor(CLIENT)).toMatchObject({
    client: { contact: "maria@example.org" },
    professional: { email: null },
  });
});

test("thirty days after the end the professional reads no more how to reach the client", async () => {
  await reachable();
  await database.db.update(contracts).set({ status: "closed", closedAt: scene.clock.now });
  await database.db.update(cases).set({ status: "closed", closedAt: scene.clock.now });
  expect(await seenByLawyer()).toMatchObject({ contact: PHONE, listed: PHONE });
  scene.clock.now = new Date(START.getTime() + 31 * 86_400_000);
  expect(await seenByLawyer()).toEqual(NOTHING);
  scene.clock.now = START;
});

test("whoever gave the case back does not read how its story went on; its client does", async () => {
  await database.db.update(contracts).set({ status: "voided" });
  await database.db.update(cases).set({ status: "matching", summary: "O que só o próximo profissional lê." });
  expect((await readContract(scene.ctx, LAWYER, { contractId })).summary).toBeNull();
  expect((await readContract(scene.ctx, CLIENT, { contractId })).summary).toBe("O que só o próximo profissional lê.");
});
