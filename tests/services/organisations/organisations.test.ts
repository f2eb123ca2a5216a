// A firm with a coordinator: who may join it, what the coordinator sees, and what nobody else does.
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { cases, notifications, offers, signInLimits, users } from "../../../src/db/schema.ts";
import type { Actor } from "../../../src/services/context.ts";
import { answerInvitation, listMyMemberships } from "../../../src/services/organisations/answer-invitation.ts";
import { createOrganisation } from "../../../src/services/organisations/create-organisation.ts";
import { leaveOrganisation, removeMember } from "../../../src/services/organisations/end-membership.ts";
import { inviteMember } from "../../../src/services/organisations/invite-member.ts";
import { listOrganisationCases, readOrganisationCase } from "../../../src/services/organisations/list-cases.ts";
import { listPeople } from "../../../src/services/organisations/list-people.ts";
import {
  closeOrganisation,
  listOrganisations,
  readOrganisation,
} from "../../../src/services/organisations/read-organisation.ts";
import { openDatabase, type TestDatabase } from "../../support/database.ts";
import {
  acceptedOffer,
  LAWYER,
  OPERATOR,
  OTHER_LAWYER,
  type Scene,
  START,
  STRANGER,
  sceneOn,
} from "../contracts/scene.ts";

type Person = Extract<Actor, { kind: "person" }>;
const CARLA: Person = { kind: "person", userId: "usr_carla", role: "client", locale: "pt-BR" };
const DAY_MS = 86_400_000;

let database: TestDatabase;
let scene: Scene;
beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.reset();
  scene = sceneOn(database.db);
  await acceptedOffer(database.db);
  await database.db
    .insert(users)
    .values({ id: CARLA.userId, name: "Carla", email: "carla@firma.example", role: "client" });
  await database.db.update(users).set({ emailVerified: true }).where(eq(users.isAnonymous, false));
});

const firm = (name = "Souza Advogados", email = "Carla@Firma.example") =>
  createOrganisation(scene.ctx, OPERATOR, { name, kind: "firm", uf: "SP", coordinator_email: email });

const join = async (who: Person) => {
  const [invitation] = (await listMyMemberships(scene.ctx, who)).items;
  return answerInvitation(scene.ctx, who, { id: invitation?.id, accept: true });
};

test("a coordinator writes to a hundred addresses a day, not to the world", async () => {
  await firm();
  await join(CARLA);
  await database.db.insert(signInLimits).values({
    key: `org_invites_day:${CARLA.userId}`,
    used: 99,
    resetsAt: new Date(START.getTime() + DAY_MS),
  });
  const invite = (email: string) => inviteMember(scene.ctx, CARLA, { email, role: "professional" });
  await invite("um@firma.example");
  await expect(invite("dois@firma.example")).rejects.toMatchObject({ code: "too_many_invites", status: 429 });
  const written = await database.db
    .select()
    .from(notifications)
    .where(eq(notifications.recipient, "dois@firma.example"));
  expect(written).toEqual([]);
  scene.clock.now = new Date(START.getTime() + 2 * DAY_MS);
  await invite("dois@firma.example");
});

/** Carla coordinates; the lawyer belongs and took the case after he came. */
async function staffed() {
  const made = await firm();
  await join(CARLA);
  scene.clock.now = new Date(START.getTime() + 1000);
  await inviteMember(scene.ctx, CARLA, { email: `${LAWYER.userId}@example.org`, role: "professional" });
  await join(LAWYER);
  await database.db
    .update(offers)
    .set({ answeredAt: new Date(START.getTime() + 60_000) })
    .where(eq(offers.id, "off_1"));
  return made;
}

describe("an organisation", () => {
  test("begins with an operator, and its coordinator is whoever proves the invited address", async () => {
    const made = await firm();
    const mail = await database.db.select().from(notifications);
    expect(mail).toMatchObject([
      { recipient: "carla@firma.example", userId: CARLA.userId, kind: "organisation_invited" },
    ]);
    expect(mail[0]?.text).toContain("Souza Advogados");
    expect(mail[0]?.link).toBe("https://vez.example/invitations");

    expect(await join(CARLA)).toMatchObject({ state: "member" });
    expect(await readOrganisation(scene.ctx, CARLA)).toMatchObject({ id: made.id, coordinators: 1, professionals: 0 });
    const [carla] = await database.db.select().from(users).where(eq(users.id, CARLA.userId));
    expect(carla?.role).toBe("coordinator");
  });

  test("is made by operators only, and from a name and an address that are ones", async () => {
    await expect(createOrganisation(scene.ctx, LAWYER, {} as never)).rejects.toMatchObject({ code: "not_found" });
    await expect(firm("x")).rejects.toMatchObject({ code: "invalid_input" });
    await expect(firm("Souza", "no address")).rejects.toMatchObject({ code: "invalid_input" });
    expect((await listOrganisations(scene.ctx, OPERATOR)).items).toEqual([]);
  });

  test("invites the same address once, also when it is pressed twice", async () => {
    await firm();
    await join(CARLA);
    const invite = () => inviteMember(scene.ctx, CARLA, { email: "new@example.org", role: "professional" });
    const [first, second] = await Promise.all([invite(), invite()]);
    expect(first?.id).toBe(second?.id);
    expect(
      await database.db.select().from(notifications).where(eq(notifications.recipient, "new@example.org")),
    ).toHaveLength(1);
  });

  test("is not joined by somebody else's invitation, by an old one, or by a client as a professional", async () => {
    const made = await firm();
    const id = made.invitation_id;
    await expect(answerInvitation(scene.ctx, STRANGER, { id, accept: true })).rejects.toMatchObject({
      code: "not_found",
    });
    scene.clock.now = new Date(START.getTime() + 15 * DAY_MS);
    await expect(answerInvitation(scene.ctx, CARLA, { id, accept: true })).rejects.toMatchObject({
      code: "invitation_over",
    });
    const again = await inviteMember(scene.ctx, OPERATOR, {
      email: "carla@firma.example",
      role: "coordinator",
      organisationId: made.id,
    });
    expect(again.id).not.toBe(id);
    await join(CARLA);
    await inviteMember(scene.ctx, CARLA, { email: `${STRANGER.userId}@example.org`, role: "professional" });
    await expect(join(STRANGER)).rejects.toMatchObject({ code: "not_a_professional" });
  });

  test("has a professional who belongs to no other", async () => {
    await staffed();
    await firm("Outra Casa", `${OTHER_LAWYER.userId}@example.org`);
    await join(OTHER_LAWYER);
    await inviteMember(scene.ctx, OTHER_LAWYER, { email: `${LAWYER.userId}@example.org`, role: "professional" });
    const open = (await listMyMemberships(scene.ctx, LAWYER)).items.find(({ state }) => state === "invited");
    await expect(answerInvitation(scene.ctx, LAWYER, { id: open?.id, accept: true })).rejects.toMatchObject({
      code: "belongs_elsewhere",
    });
  });
});

describe("a coordinator", () => {
  test("sees the own people with their load, and the cases they took since they came, without the client", async () => {
    await staffed();
    const people = (await listPeople(scene.ctx, CARLA)).items;
    expect(people.map(({ role, state }) => [role, state])).toEqual([
      ["professional", "member"],
      ["coordinator", "member"],
    ]);
    expect(people[0]).toMatchObject({ name: "Ana Conceição", capacity_monthly: 10, on_leave: false, open_offers: 0 });

    const { items } = await listOrganisationCases(scene.ctx, CARLA);
    expect(items).toMatchObject([{ case_id: "cas_1", status: "accepted", professional: "Ana Conceição" }]);
    const one = await readOrganisationCase(scene.ctx, CARLA, "cas_1");
    expect(one.summary).toContain("demitida");
    expect(JSON.stringify(one)).not.toContain("usr_client");
  });

  test("sees no case from before somebody came, none once he left, and none of another house", async () => {
    await staffed();
    await database.db
      .update(offers)
      .set({ answeredAt: new Date(START.getTime() - 1) })
      .where(eq(offers.id, "off_1"));
    expect((await listOrganisationCases(scene.ctx, CARLA)).items).toEqual([]);
    await database.db
      .update(offers)
      .set({ answeredAt: new Date(START.getTime() + 2000) })
      .where(eq(offers.id, "off_1"));
    const [lawyer] = (await listPeople(scene.ctx, CARLA)).items;
    await removeMember(scene.ctx, CARLA, { id: lawyer?.id });
    await removeMember(scene.ctx, CARLA, { id: lawyer?.id });
    expect((await listOrganisationCases(scene.ctx, CARLA)).items).toEqual([]);
    await expect(readOrganisationCase(scene.ctx, CARLA, "cas_1")).rejects.toMatchObject({ code: "not_found" });
  });

  test("of one house cannot touch the people of another, and nobody takes himself off", async () => {
    await staffed();
    await firm("Outra Casa", `${OTHER_LAWYER.userId}@example.org`);
    await join(OTHER_LAWYER);
    const people = (await listPeople(scene.ctx, CARLA)).items;
    for (const { id } of people)
      await expect(removeMember(scene.ctx, OTHER_LAWYER, { id })).rejects.toMatchObject({ code: "not_found" });
    const own = people.find(({ role }) => role === "coordinator");
    await expect(removeMember(scene.ctx, CARLA, { id: own?.id })).rejects.toMatchObject({ code: "not_found" });
    expect((await listPeople(scene.ctx, CARLA)).items).toHaveLength(2);
  });

  test("does not exist for whoever coordinates nothing", async () => {
    await staffed();
    for (const who of [LAWYER, STRANGER, OPERATOR]) {
      await expect(readOrganisation(scene.ctx, who)).rejects.toMatchObject({ code: "not_found" });
      await expect(listPeople(scene.ctx, who)).rejects.toMatchObject({ code: "not_found" });
      await expect(listOrganisationCases(scene.ctx, who)).rejects.toMatchObject({ code: "not_found" });
    }
  });
});

describe("leaving", () => {
  test("is done twice as once, and who coordinates nothing is a client again", async () => {
    await staffed();
    const [mine] = (await listMyMemberships(scene.ctx, CARLA)).items;
    await leaveOrganisation(scene.ctx, CARLA, { id: mine?.id });
    await leaveOrganisation(scene.ctx, CARLA, { id: mine?.id });
    const [carla] = await database.db.select().from(users).where(eq(users.id, CARLA.userId));
    expect(carla?.role).toBe("client");
    await expect(readOrganisation(scene.ctx, CARLA)).rejects.toMatchObject({ code: "not_found" });
    await expect(leaveOrganisation(scene.ctx, STRANGER, { id: mine?.id })).rejects.toMatchObject({ code: "not_found" });
  });

  test("comes to everybody when the house is closed; the case stays with its professional", async () => {
    const made = await staffed();
    const closed = await closeOrganisation(scene.ctx, OPERATOR, made.id);
    expect(closed).toMatchObject({ coordinators: 0, professionals: 0, people: [] });
    await closeOrganisation(scene.ctx, OPERATOR, made.id);
    await expect(readOrganisation(scene.ctx, CARLA)).rejects.toMatchObject({ code: "not_found" });
    const [row] = await database.db.select({ status: cases.status }).from(cases);
    expect(row?.status).toBe("accepted");
  });
});
