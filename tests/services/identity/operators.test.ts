// Coming to run the service and leaving: the set-up code, invites, and the last operator who stays.
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { audit, cases, invites, notifications, sessions, setupCodes, users } from "../../../src/db/schema.ts";
import type { Actor } from "../../../src/services/context.ts";
import { acceptInvite, readInvite } from "../../../src/services/identity/accept-invite.ts";
import { becomeFirstOperator } from "../../../src/services/identity/become-first-operator.ts";
import { createInvite } from "../../../src/services/identity/create-invite.ts";
import { listInvites } from "../../../src/services/identity/list-invites.ts";
import { listOperators } from "../../../src/services/identity/list-operators.ts";
import { removeOperator } from "../../../src/services/identity/remove-operator.ts";
import { revokeInvite } from "../../../src/services/identity/revoke-invite.ts";
import { checkSetupCode, isSetupOpen, renewSetupCode } from "../../../src/services/identity/setup-code.ts";
import { forgetCodes } from "../../../src/services/notify/forget-codes.ts";
import { openDatabase, type TestDatabase } from "../../support/database.ts";
import { outboxOf, type Scene, sceneOn } from "../contracts/scene.ts";

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

type Person = Extract<Actor, { kind: "person" }>;

async function person(name: string, role: Person["role"] = "client"): Promise<Person> {
  await database.db
    .insert(users)
    .values({ id: `usr_${name}`, name, email: `${name}@example.org`, emailVerified: true, role });
  return { kind: "person", userId: `usr_${name}`, role, locale: "en" };
}

const roleOf = async (id: string) =>
  (await database.db.select({ role: users.role }).from(users).where(eq(users.id, id)))[0]?.role;
const actions = async () => (await database.db.select().from(audit)).map((row) => row.action).toSorted();
const setup = (code: string, configured?: string, address = "203.0.113.9") => ({ code, address, configured });

async function linkTo(email: string): Promise<string> {
  const rows = await database.db.select().from(notifications).where(eq(notifications.recipient, email));
  // One at most can be read: the letter of an older invite is emptied.
  const links = rows.flatMap(({ text }) => text.match(/(?<=token=)[\w-]+/)?.[0] ?? []);
  expect(links.length).toBeLessThan(2);
  return links[0] ?? "none";
}

describe("the set-up code", () => {
  test("makes the first operator, once, and dies with it", async () => {
    const ana = await person("ana");
    const code = (await renewSetupCode(scene.ctx)) ?? "none";
    expect(code).toMatch(/^([0-9a-hjkmnp-tv-z]{4}-){3}[0-9a-hjkmnp-tv-z]{4}$/);
    const typed = ` ${code.toUpperCase().replaceAll("-", " ")} `;
    expect(await becomeFirstOperator(scene.ctx, ana, { name: "Ana" }, setup(typed))).toMatchObject({
      role: "operator",
    });
    expect(await roleOf(ana.userId)).toBe("operator");
    expect(await actions()).toEqual(["operator.first"]);
    const bruno = await person("bruno");
    const again = becomeFirstOperator(scene.ctx, bruno, { name: "Bruno" }, setup(code));
    await expect(again).rejects.toMatchObject({ code: "not_found" });
    expect(await isSetupOpen(scene.ctx, undefined)).toBe(false);
    expect(await renewSetupCode(scene.ctx)).toBeNull();
  });

  test("is kept as a hash, and a new start's code replaces the unused one", async () => {
    const first = (await renewSetupCode(scene.ctx)) ?? "none";
    const second = (await renewSetupCode(scene.ctx)) ?? "none";
    const rows = await database.db.select().from(setupCodes);
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(second);
    await expect(checkSetupCode(scene.ctx, setup(first))).rejects.toMatchObject({ code: "wrong_setup_code" });
    expect(await checkSetupCode(scene.ctx, setup(second))).toBe(rows[0]?.codeHash);
  });

  test("of the deployment works as it stands, and never a second time, not even when nobody is left", async () => {
    const secret = "Uma frase longa, só daqui";
    const ana = await person("ana");
    await becomeFirstOperator(scene.ctx, ana, { name: "Ana" }, setup(secret, secret));
    await database.db.update(users).set({ role: "client" });
    expect(await isSetupOpen(scene.ctx, secret)).toBe(false);
    expect(await isSetupOpen(scene.ctx, "another one for another day")).toBe(true);
  });

  test("two people with the right code at once are one operator", async () => {
    const [ana, bruno] = [await person("ana"), await person("bruno")];
    const code = (await renewSetupCode(scene.ctx)) ?? "none";
    const both = await Promise.allSettled(
      [ana, bruno].map((one) => becomeFirstOperator(scene.ctx, one, { name: "X" }, setup(code))),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect([await roleOf(ana.userId), await roleOf(bruno.userId)].toSorted()).toEqual(["client", "operator"]);
  });

  test("cannot be guessed: ten tries an hour from an address, two hundred in all", async () => {
    const code = (await renewSetupCode(scene.ctx)) ?? "none";
    for (let i = 0; i < 10; i++) {
      await expect(checkSetupCode(scene.ctx, setup("wrong"))).rejects.toMatchObject({ code: "wrong_setup_code" });
    }
    await expect(checkSetupCode(scene.ctx, setup(code))).rejects.toMatchObject({
      code: "too_many_guesses",
      status: 429,
    });
    for (let i = 0; i < 190; i++) {
      const other = setup("wrong", undefined, `address ${i}`);
      await expect(checkSetupCode(scene.ctx, other)).rejects.toMatchObject({ code: "wrong_setup_code" });
    }
    const fresh = setup(code, undefined, "a fresh address");
    await expect(checkSetupCode(scene.ctx, fresh)).rejects.toMatchObject({ code: "too_many_guesses" });
    // Whoever can start it again has another code, with a count of its own.
    const renewed = (await renewSetupCode(scene.ctx)) ?? "none";
    await expect(checkSetupCode(scene.ctx, { ...fresh, code: renewed })).resolves.toMatch(/^[0-9a-f]{64}$/);
  });

  test("makes no operator of an anonymous person, nor of somebody with cases", async () => {
    const code = (await renewSetupCode(scene.ctx)) ?? "none";
    const [nobody, client] = [await person("nobody"), await person("client")];
    await database.db.update(users).set({ isAnonymous: true }).where(eq(users.id, nobody.userId));
    await database.db.insert(cases).values({
      id: "cas_1",
      clientId: client.userId,
      conversationId: "cnv_1",
      status: "triage",
      locale: "en",
      zone: "America/Sao_Paulo",
    });
    const name = { name: "X" };
    await expect(becomeFirstOperator(scene.ctx, nobody, name, setup(code))).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(becomeFirstOperator(scene.ctx, client, name, setup(code))).rejects.toMatchObject({
      code: "address_in_use",
    });
    expect(await isSetupOpen(scene.ctx, undefined)).toBe(true);
  });
});

describe("an invite", () => {
  test("makes an operator of whoever proved its address, once, and the team is told", async () => {
    const ana = await person("ana", "operator");
    const made = await createInvite(scene.ctx, ana, { email: " Bruno@Example.org " });
    expect(made).toMatchObject({ email: "bruno@example.org", role: "operator", status: "open" });
    const token = await linkTo("bruno@example.org");
    expect(JSON.stringify(await database.db.select().from(invites))).not.toContain(token);
    expect(await readInvite(scene.ctx, { token })).toMatchObject({ email: "bruno@example.org", invitedBy: "ana" });

    const bruno = await person("bruno");
    const accepted = await acceptInvite(scene.ctx, bruno, { token, name: "Bruno" });
    expect(accepted).toEqual({ role: "operator" });
    expect(await acceptInvite(scene.ctx, bruno, { token, name: "Bruno" })).toEqual(accepted);
    expect(await roleOf(bruno.userId)).toBe("operator");
    expect(await linkTo("bruno@example.org")).toBe("none");
    expect(await actions()).toEqual(["invite.accepted", "invite.created"]);
    expect(await outboxOf(database.db, "operators.notify")).toMatchObject([{ body: { kind: "operators_changed" } }]);
    await expect(readInvite(scene.ctx, { token })).rejects.toMatchObject({ code: "invite_over", status: 410 });
  });

  test("is for its address alone", async () => {
    const ana = await person("ana", "operator");
    await createInvite(scene.ctx, ana, { email: "bruno@example.org" });
    const token = await linkTo("bruno@example.org");
    const thief = await person("thief");
    const taken = acceptInvite(scene.ctx, thief, { token, name: "X" });
    await expect(taken).rejects.toMatchObject({ code: "forbidden" });
    expect(await roleOf(thief.userId)).toBe("client");
    await expect(acceptInvite(scene.ctx, thief, { token: "x".repeat(43), name: "X" })).rejects.toMatchObject({
      code: "not_found",
    });
  });

  test("ends after 72 hours, when taken back, and when a newer one follows", async () => {
    const ana = await person("ana", "operator");
    const bruno = await person("bruno");
    const first = await createInvite(scene.ctx, ana, { email: "bruno@example.org" });
    const old = await linkTo("bruno@example.org");
    const second = await createInvite(scene.ctx, ana, { email: "bruno@example.org" });
    await expect(acceptInvite(scene.ctx, bruno, { token: old, name: "B" })).rejects.toMatchObject({
      code: "invite_over",
    });
    expect((await listInvites(scene.ctx, ana, { status: "open" })).items.map(({ id }) => id)).toEqual([second.id]);

    const token = await linkTo("bruno@example.org");
    scene.clock.now = new Date(scene.clock.now.getTime() + 72 * HOUR_MS);
    await expect(acceptInvite(scene.ctx, bruno, { token, name: "B" })).rejects.toMatchObject({ code: "invite_over" });
    await forgetCodes({ ...scene.ctx, now: () => new Date(scene.clock.now.getTime() + 1) });
    expect(await linkTo("bruno@example.org")).toBe("none");

    const third = await createInvite(scene.ctx, ana, { email: "bruno@example.org" });
    const last = await linkTo("bruno@example.org");
    expect(await revokeInvite(scene.ctx, ana, { id: third.id })).toEqual({ id: third.id, status: "revoked" });
    await revokeInvite(scene.ctx, ana, { id: third.id });
    expect((await actions()).filter((action) => action === "invite.revoked")).toHaveLength(1);
    await expect(readInvite(scene.ctx, { token: last })).rejects.toMatchObject({ code: "invite_over" });
    expect(first.id).not.toBe(second.id);
  });

  test("makes operators alone: a coordinator without an organisation would see nothing and could not leave", async () => {
    const ana = await person("ana", "operator");
    const wanted = { email: "h@example.org", role: "coordinator", organisationId: "org_1" };
    expect(await createInvite(scene.ctx, ana, wanted)).toMatchObject({ role: "operator" });
    const invited = await person("h");
    const accepted = await acceptInvite(scene.ctx, invited, { token: await linkTo("h@example.org"), name: "H" });
    expect(accepted).toEqual({ role: "operator" });
    await expect(createInvite(scene.ctx, ana, { email: "no address" })).rejects.toMatchObject({
      code: "invalid_input",
    });
  });

  test("is refused for an operator's address, and comes from operators alone", async () => {
    const ana = await person("ana", "operator");
    const bruno = await person("bruno");
    await expect(createInvite(scene.ctx, ana, { email: "ana@example.org" })).rejects.toMatchObject({
      code: "already_operator",
    });
    await database.db.insert(cases).values({
      id: "cas_1",
      clientId: bruno.userId,
      conversationId: "cnv_1",
      status: "triage",
      locale: "en",
      zone: "America/Sao_Paulo",
    });
    await expect(createInvite(scene.ctx, ana, { email: "bruno@example.org" })).rejects.toMatchObject({
      code: "address_in_use",
    });
    await expect(createInvite(scene.ctx, bruno, { email: "x@example.org" })).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(listInvites(scene.ctx, bruno)).rejects.toMatchObject({ code: "not_found" });
    await expect(revokeInvite(scene.ctx, bruno, { id: "inv_1" })).rejects.toMatchObject({ code: "not_found" });
  });

  test("comes forty times a day at most from one operator", async () => {
    const ana = await person("ana", "operator");
    for (let i = 0; i < 40; i++) await createInvite(scene.ctx, ana, { email: `p${i}@example.org` });
    await expect(createInvite(scene.ctx, ana, { email: "more@example.org" })).rejects.toMatchObject({
      code: "too_many_invites",
    });
  });
});

describe("leaving the team", () => {
  test("takes sessions and open invites along, with a reason in the audit", async () => {
    const [ana, bruno] = [await person("ana", "operator"), await person("bruno", "operator")];
    const expiresAt = new Date(scene.clock.now.getTime() + HOUR_MS);
    await database.db.insert(sessions).values({ id: "s", token: "t", userId: bruno.userId, expiresAt });
    const [seen] = (await listOperators(scene.ctx, ana)).items;
    expect(seen).toMatchObject({ id: bruno.userId, last_seen_at: expect.any(String) });
    await createInvite(scene.ctx, bruno, { email: "friend@example.org" });
    const token = await linkTo("friend@example.org");
    await removeOperator(scene.ctx, ana, { id: bruno.userId, reason: "compromised" });
    expect(await roleOf(bruno.userId)).toBe("client");
    expect(await database.db.select().from(sessions)).toEqual([]);
    await expect(readInvite(scene.ctx, { token })).rejects.toMatchObject({ code: "invite_over" });
    const [row] = await database.db.select().from(audit).where(eq(audit.action, "operator.removed"));
    expect(row).toMatchObject({ actor: ana.userId, subject: bruno.userId, detail: { reason: "compromised" } });
    // His old session's word counts for nothing, should it still be on its way.
    await expect(removeOperator(scene.ctx, bruno, { id: ana.userId, reason: "mistake" })).rejects.toMatchObject({
      code: "last_operator",
    });
    expect(await roleOf(ana.userId)).toBe("operator");
  });

  test("is for nobody without a reason, and never for the last one", async () => {
    const ana = await person("ana", "operator");
    await expect(removeOperator(scene.ctx, ana, { id: ana.userId, reason: "left_team" })).rejects.toMatchObject({
      code: "last_operator",
    });
    await person("bruno", "operator");
    await expect(removeOperator(scene.ctx, ana, { id: "usr_bruno", reason: "" })).rejects.toMatchObject({
      code: "invalid_input",
    });
    await expect(removeOperator(scene.ctx, ana, { id: "usr_nobody", reason: "mistake" })).rejects.toMatchObject({
      code: "not_found",
    });
    const client = await person("client");
    await expect(removeOperator(scene.ctx, client, { id: "usr_bruno", reason: "mistake" })).rejects.toMatchObject({
      code: "not_found",
    });
    expect((await listOperators(scene.ctx, ana)).items).toMatchObject([
      { id: "usr_bruno" },
      { id: "usr_ana", you: true },
    ]);
    expect(await removeOperator(scene.ctx, ana, { id: ana.userId, reason: "left_team" })).toMatchObject({
      role: "client",
    });
  });
});
