// A professional's own profile, turn and cases.
import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  audit,
  cases,
  offers,
  professionals,
  professionalVectorsLexical,
  representedParties,
  users,
} from "../../../src/db/schema.ts";
import { embedLexical } from "../../../src/domain/embedding/lexical.ts";
import { profileText } from "../../../src/domain/matching/profile-text.ts";
import { respondToOffer } from "../../../src/services/offers/respond-to-offer.ts";
import { sendWave } from "../../../src/services/offers/send-wave.ts";
import { listMyCases } from "../../../src/services/professionals/list-my-cases.ts";
import { readProfessional } from "../../../src/services/professionals/read-professional.ts";
import { readTurn } from "../../../src/services/professionals/read-turn.ts";
import { updateProfessional } from "../../../src/services/professionals/update-professional.ts";
import { setReach } from "../../../src/services/reach/set-reach.ts";
import { openDatabase, type TestDatabase } from "../../support/database.ts";
import { makeWorld, type World } from "../../support/world.ts";

let database: TestDatabase;
let world: World;

const personOf = (professionalId: string, locale: "pt-BR" | "en" = "pt-BR") => ({
  kind: "person" as const,
  userId: professionalId.replace("pro_", "usr_"),
  role: "professional" as const,
  locale,
});

beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.reset();
  world = await makeWorld(database);
});

/** A lawyer for work cases of Sao Paulo. */
function anyone() {
  const person = world.people.find((p) => p.areas.includes("trabalho"));
  if (person === undefined) throw new Error("no such professional");
  return { person, me: personOf(person.id) };
}

const NEW_PROFILE = "Atendo pessoas com plano de saúde negado, remédios caros e internações, com pedidos urgentes.";

describe("the profile", () => {
  test("is read by its professional, and by nobody who has none", async () => {
    const { person, me } = anyone();
    expect(await readProfessional(world.ctx, me)).toMatchObject({ id: person.id, name: person.name, on_leave: false });
    const client = { ...me, userId: "usr_nobody", role: "client" as const };
    await expect(readProfessional(world.ctx, client)).rejects.toMatchObject({ code: "not_found" });
  });

  test("changes field by field, and the vector that cases are compared with changes with its words", async () => {
    const { person, me } = anyone();
    const areas = ["saude"];
    const after = await updateProfessional(world.ctx, me, { profile: NEW_PROFILE, areas, subareas: ["plano_saude"] });
    expect(after).toMatchObject({ profile: NEW_PROFILE, areas, subareas: ["plano_saude"], fee_cents: person.feeCents });
    const [vector] = await world.ctx.db
      .select()
      .from(professionalVectorsLexical)
      .where(eq(professionalVectorsLexical.professionalId, person.id));
    const expected = embedLexical(profileText({ profile: NEW_PROFILE, areas, subareas: ["plano_saude"] }));
    for (const [i, x] of expected.entries()) expect(vector?.embedding[i]).toBeCloseTo(x, 4);
    expect(await world.ctx.db.$count(audit, eq(audit.action, "professional.updated"))).toBe(1);
  });

  test("loses the subareas of an area that goes, and refuses those of an area it has not", async () => {
    const { me } = anyone();
    await updateProfessional(world.ctx, me, {
      areas: ["trabalho", "saude"],
      subareas: ["horas_extras", "plano_saude"],
    });
    expect((await updateProfessional(world.ctx, me, { areas: ["saude"] })).subareas).toEqual(["plano_saude"]);
    const wrong = updateProfessional(world.ctx, me, { subareas: ["horas_extras"] });
    await expect(wrong).rejects.toMatchObject({ code: "invalid_input", extra: { fields: [{ field: "subareas" }] } });
  });

  test.each([
    [{ capacity_monthly: 61 }],
    [{ capacity_monthly: -1 }],
    [{ capacity_monthly: 2.5 }],
    [{ fee_cents: -1 }],
    [{ areas: [] }],
    [{ areas: ["nenhuma"] }],
    [{ areas: ["astrologia"] }],
    [{ languages: ["klingon"] }],
    [{ profile: "curto" }],
    [{ represents: ["o banco"] }],
    [{ leave_from: "amanhã" }],
    [{ leave_until: "2026-12-01" }],
    [{ leave_from: "2026-12-10", leave_until: "2026-12-01" }],
    [{ status: "active" }],
    [{}],
    [null],
  ])("refuses %j and keeps what was", async (patch) => {
    const { me } = anyone();
    const before = await readProfessional(world.ctx, me);
    await expect(updateProfessional(world.ctx, me, patch)).rejects.toMatchObject({ code: "invalid_input" });
    expect(await readProfessional(world.ctx, me)).toEqual(before);
  });

  test("begins a leave with its first day in Sao Paulo and ends it early", async () => {
    const { me } = anyone();
    const away = await updateProfessional(world.ctx, me, { leave_from: "2026-11-20", leave_until: "2026-12-05" });
    expect(away).toMatchObject({
      leave_from: "2026-11-20T03:00:00.000Z",
      leave_until: "2026-12-05T03:00:00.000Z",
      on_leave: true,
    });
    expect(await updateProfessional(world.ctx, me, { leave_from: null })).toMatchObject({
      leave_from: null,
      leave_until: null,
      on_leave: false,
    });
  });

  test("keeps whom the professional represents as one key per party, replaced whole", async () => {
    const { person, me } = anyone();
    await updateProfessional(world.ctx, me, { represents: ["Padaria Central Ltda.", "PADARIA CENTRAL", "João Souza"] });
    const first = await readProfessional(world.ctx, me);
    expect(first.represents).toHaveLength(2);
    // What was read can be sent back and means the same.
    const kept = first.represents.filter((key) => key.includes("padaria"));
    expect((await updateProfessional(world.ctx, me, { represents: kept })).represents).toEqual(kept);
    expect(await world.ctx.db.$count(representedParties, eq(representedParties.professionalId, person.id))).toBe(1);
  });

  test("is switched off and on, but not before the licence is checked", async () => {
    const { person, me } = anyone();
    expect((await updateProfessional(world.ctx, me, { active: false })).status).toBe("inactive");
    expect((await updateProfessional(world.ctx, me, { active: true })).status).toBe("active");
    await world.ctx.db.update(professionals).set({ status: "pending" }).where(eq(professionals.id, person.id));
    await expect(updateProfessional(world.ctx, me, { active: true })).rejects.toMatchObject({ code: "not_verified" });
  });

  test("changed twice at once keeps both changes", async () => {
    const { me } = anyone();
    await Promise.all([
      updateProfessional(world.ctx, me, { fee_cents: 12_300 }),
      updateProfessional(world.ctx, me, { capacity_monthly: 7 }),
    ]);
    expect(await readProfessional(world.ctx, me)).toMatchObject({ fee_cents: 12_300, capacity_monthly: 7 });
  });
});

describe("the turn", () => {
  test("tells load and receipts in the reader's language, and nothing of others", async () => {
    const caseId = await world.addCase();
    await sendWave(world.ctx, { caseId, wave: 1 });
    const [offer] = await world.ctx.db.select().from(offers).where(eq(offers.rank, 1));
    if (offer === undefined) throw new Error("nobody was asked");
    const turn = await readTurn(world.ctx, personOf(offer.professionalId, "en"));
    expect(turn).toMatchObject({ pending_offers: 1, cases_30d: 0, last_30_days: { offered: 1, accepted: 0 } });
    expect(turn.last_offered_at).toBe(world.ctx.now().toISOString());
    expect(turn.receipts[0]).toMatchObject({ chosen: true, rank: 1, area: "trabalho", uf: "SP" });
    expect(turn.receipts[0]?.why.join(" ")).toContain("meant for you");
    const text = JSON.stringify(turn);
    for (const other of world.people) expect(text).not.toContain(other.name);
    expect(text).not.toContain(caseId);
  });

  test("has the last twenty receipts, newest first", async () => {
    for (let i = 0; i < 22; i++) {
      world.advance(1000);
      await sendWave(world.ctx, { caseId: await world.addCase(), wave: 1 });
    }
    const [often] = await world.ctx.db.select().from(offers).orderBy(offers.createdAt).limit(1);
    const { receipts } = await readTurn(world.ctx, personOf(often?.professionalId ?? ""));
    expect(receipts).toHaveLength(20);
    const times = receipts.map((receipt) => receipt.ranked_at);
    expect(times).toEqual(times.toSorted().reverse());
    expect(times[0]).toBe(world.ctx.now().toISOString());
  });
});

describe("my cases", () => {
  test("name the client once the case is taken, and only to the one who took it", async () => {
    const caseId = await world.addCase();
    await world.ctx.db
      .update(users)
      .set({ name: "Maria de Souza", email: "maria@example.com", isAnonymous: false })
      .where(eq(users.id, `usr_client${caseId.slice("cas_test".length)}`));
    await sendWave(world.ctx, { caseId, wave: 1 });
    const [mine, other] = await world.ctx.db
      .select()
      .from(offers)
      .where(eq(offers.caseId, caseId))
      .orderBy(offers.rank);
    if (mine === undefined || other === undefined) throw new Error("nobody was asked");
    const me = personOf(mine.professionalId);
    expect((await listMyCases(world.ctx, me)).items).toEqual([]);
    await respondToOffer(world.ctx, me, { offerId: mine.id, answer: "accept" });
    await world.drain();
    const { items } = await listMyCases(world.ctx, me);
    expect(items).toEqual([
      expect.objectContaining({
        case_id: caseId,
        client: { name: "Maria de Souza", email: "maria@example.com", contact: null, how: null },
        contract_id: expect.stringMatching(/^ctr_/),
        contract_status: "sent",
      }),
    ]);
    expect((await listMyCases(world.ctx, personOf(other.professionalId))).items).toEqual([]);
  });

  test("show no address for a client without an account", async () => {
    const caseId = await world.addCase();
    await sendWave(world.ctx, { caseId, wave: 1 });
    const [mine] = await world.ctx.db
      .select()
      .from(offers)
      .where(and(eq(offers.caseId, caseId), eq(offers.rank, 1)));
    const me = personOf(mine?.professionalId ?? "");
    await respondToOffer(world.ctx, me, { offerId: mine?.id, answer: "accept" });
    const client = async () => (await listMyCases(world.ctx, me)).items[0]?.client;
    expect(await client()).toEqual({ name: null, email: null, contact: null, how: null });
  });

  test("show how a client is reached safely, and not the account of one who allows only this page", async () => {
    const caseId = await world.addCase();
    const [row] = await world.ctx.db.select().from(cases).where(eq(cases.id, caseId));
    const client = { kind: "person", userId: row?.clientId ?? "", role: "client", locale: "pt-BR" } as const;
    const account = { email: "ana@example.com", isAnonymous: false };
    await world.ctx.db.update(users).set(account).where(eq(users.id, client.userId));
    await setReach(world.ctx, client, {
      channel: "whatsapp",
      address: "11 98765-4321",
      safe_from: "08:00",
      safe_until: "18:00",
    });
    await sendWave(world.ctx, { caseId, wave: 1 });
    const asked = and(eq(offers.caseId, caseId), eq(offers.rank, 1));
    const [mine] = await world.ctx.db.select().from(offers).where(asked);
    const me = personOf(mine?.professionalId ?? "");
    await respondToOffer(world.ctx, me, { offerId: mine?.id, answer: "accept" });
    const seen = async () => (await listMyCases(world.ctx, me)).items[0]?.client;
    const how = { channel: "whatsapp", leave_message: false, safe_from: "08:00", safe_until: "18:00" };
    expect(await seen()).toMatchObject({ email: null, contact: "+5511987654321", how });
    await world.drain();
    expect(await seen()).toMatchObject({ email: null, contact: "+5511987654321", how });
    await setReach(world.ctx, client, { channel: "page" });
    expect(await seen()).toMatchObject({ email: null, contact: null, how: { channel: "page" } });
  });
});
