// The second factor: RFC 6238's own figures, each code once, guesses bounded, and a colleague's help.
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { audit, recoveryCodes, secondFactors, sessions, users } from "../../../src/db/schema.ts";
import { makeSealer } from "../../../src/providers/sealer.ts";
import type { Actor } from "../../../src/services/context.ts";
import {
  againSecondFactor,
  beginSecondFactor,
  confirmSecondFactor,
} from "../../../src/services/identity/enrol-second-factor.ts";
import {
  passSecondFactor,
  readSecondFactor,
  removeSecondFactor,
  renewRecoveryCodes,
  resetSecondFactor,
} from "../../../src/services/identity/second-factor.ts";
import { totpAddress, totpGroups, totpStep } from "../../../src/services/identity/totp.ts";
import { openDatabase, type TestDatabase } from "../../support/database.ts";
import { appCode } from "../../support/totp.ts";
import { outboxOf, type Scene, sceneOn } from "../contracts/scene.ts";

const STEP_MS = 30_000;
const ANA: Extract<Actor, { kind: "person" }> = { kind: "person", userId: "usr_ana", role: "operator", locale: "en" };
const BRUNO: Actor = { ...ANA, userId: "usr_bruno" };
let database: TestDatabase;
let scene: Scene;

beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.reset();
  scene = sceneOn(database.db);
  const expiresAt = new Date(scene.clock.now.getTime() + 86_400_000);
  for (const id of ["usr_ana", "usr_bruno"]) {
    await database.db.insert(users).values({ id, name: id, email: `${id}@example.org`, role: "operator" });
    await database.db.insert(sessions).values({ id: `session of ${id}`, token: id, userId: id, expiresAt });
  }
});

const later = (ms: number) => {
  scene.clock.now = new Date(scene.clock.now.getTime() + ms);
};
const markOf = async (id: string) =>
  (await database.db.select().from(sessions).where(eq(sessions.id, id)))[0]?.secondFactorAt ?? null;

/** Ana's app, connected in her session; her secret in groups and her recovery codes. */
async function connected(): Promise<{ secret: string; codes: string[] }> {
  const { secret, ticket } = await beginSecondFactor(scene.ctx, ANA);
  const code = await appCode(secret, scene.clock.now);
  const input = { ticket, code, sessionId: "session of usr_ana" };
  const { recovery_codes: codes } = await confirmSecondFactor(scene.ctx, ANA, input);
  later(STEP_MS);
  return { secret, codes };
}

const pass = (code: string) => passSecondFactor(scene.ctx, ANA, { code, sessionId: "session of usr_ana" });

describe("codes of an app", () => {
  test.each([
    [59, "287082"],
    [1_111_111_109, "081804"],
    [1_111_111_111, "050471"],
    [1_234_567_890, "005924"],
    [2_000_000_000, "279037"],
    [20_000_000_000, "353130"],
  ])("at second %i are those of RFC 6238, appendix B", async (second, digits) => {
    const step = await totpStep("12345678901234567890", digits, new Date(second * 1000), 0);
    expect(step).toBe(Math.floor(second / 30));
  });

  test("count one step early and late, not two, and never twice", async () => {
    const at = (steps: number) => new Date(1_234_567_890_000 + steps * STEP_MS);
    for (const near of [-1, 0, 1]) expect(await totpStep("12345678901234567890", "005924", at(near), 0)).toBe(41152263);
    for (const far of [-2, 2]) expect(await totpStep("12345678901234567890", "005924", at(far), 0)).toBeNull();
    expect(await totpStep("12345678901234567890", "005924", at(0), 41152263)).toBeNull();
    expect(await totpStep("12345678901234567890", "00592", at(0), 0)).toBeNull();
  });

  test("are for a secret that every app can read", () => {
    expect(totpGroups("12345678901234567890")).toBe("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
    const address = new URL(totpAddress("12345678901234567890", "olga@vez.test"));
    expect(address.href).toMatch(/^otpauth:\/\/totp\/Vez:olga%40vez\.test\?/);
    expect(address.searchParams.get("secret")).toBe("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    expect(address.searchParams.get("issuer")).toBe("Vez");
  });
});

describe("connecting an app", () => {
  test("needs its first code, proves the session, gives ten codes, and keeps nothing readable", async () => {
    const { secret, ticket } = await beginSecondFactor(scene.ctx, ANA);
    const wrong = { ticket, code: "000000", sessionId: "session of usr_ana" };
    await expect(confirmSecondFactor(scene.ctx, ANA, wrong)).rejects.toMatchObject({ code: "invalid_code" });
    expect(await againSecondFactor(scene.ctx, ANA, { ticket })).toMatchObject({ secret });
    expect(await readSecondFactor(scene.ctx, ANA)).toEqual({ since: null, recovery_codes_left: 0 });

    const right = { ...wrong, code: await appCode(secret, scene.clock.now) };
    const { recovery_codes: codes } = await confirmSecondFactor(scene.ctx, ANA, right);
    expect(new Set(codes).size).toBe(10);
    expect(await markOf("session of usr_ana")).toEqual(scene.clock.now);
    expect(await readSecondFactor(scene.ctx, ANA)).toMatchObject({
      recovery_codes_left: 10,
      since: expect.any(String),
    });
    const kept = JSON.stringify([
      await database.db.select().from(secondFactors),
      await database.db.select().from(recoveryCodes),
    ]);
    for (const told of [...codes, secret, secret.replaceAll(" ", "")]) expect(kept).not.toContain(told);
    await expect(confirmSecondFactor(scene.ctx, ANA, right)).rejects.toMatchObject({ code: "second_factor_set" });
  });

  test("takes nobody else's ticket, none that is too old, and none that is made up", async () => {
    const { secret, ticket } = await beginSecondFactor(scene.ctx, ANA);
    const code = await appCode(secret, scene.clock.now);
    const input = { ticket, code, sessionId: null };
    await expect(confirmSecondFactor(scene.ctx, BRUNO, input)).rejects.toMatchObject({ code: "invalid_input" });
    for (const made of ["x", "bm9uc2Vuc2U=", btoa(JSON.stringify({ secret: "x", at: 0 }))]) {
      const forged = confirmSecondFactor(scene.ctx, ANA, { ...input, ticket: made });
      await expect(forged).rejects.toMatchObject({ code: "invalid_input" });
    }
    later(61 * 60_000);
    await expect(confirmSecondFactor(scene.ctx, ANA, input)).rejects.toMatchObject({ code: "invalid_input" });
  });

  test("is for operators", async () => {
    const client: Actor = { ...ANA, role: "client" };
    await expect(beginSecondFactor(scene.ctx, client)).rejects.toMatchObject({ code: "not_found" });
    await expect(passSecondFactor(scene.ctx, client, { code: "1", sessionId: "s" })).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

describe("passing", () => {
  test("takes a code once, even from two requests at the same moment", async () => {
    const { secret } = await connected();
    const code = await appCode(secret, scene.clock.now);
    const both = await Promise.allSettled([pass(code), pass(`${code.slice(0, 3)} ${code.slice(3)}`)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    await expect(pass(code)).rejects.toMatchObject({ code: "invalid_code" });
    later(STEP_MS);
    expect(await pass(await appCode(secret, scene.clock.now))).toMatchObject({ by: "app" });
    expect(await markOf("session of usr_ana")).toEqual(scene.clock.now);
    expect(await markOf("session of usr_bruno")).toBeNull();
  });

  test("takes a recovery code once, however it is typed, and its owner is told", async () => {
    const { codes } = await connected();
    const typed = (codes[0] ?? "").toUpperCase().replaceAll("-", " ");
    expect(await pass(typed)).toMatchObject({ by: "recovery", recovery_codes_left: 9 });
    await expect(pass(typed)).rejects.toMatchObject({ code: "invalid_code" });
    const told = await outboxOf(database.db, "person.notify");
    expect(told.map(({ body }) => body.params)).toContainEqual({ what: "recovery_used" });
  });

  test("locks after ten guesses, the right code included, and a right one before clears them", async () => {
    const { secret } = await connected();
    for (let i = 0; i < 9; i++) await expect(pass("000000")).rejects.toMatchObject({ code: "invalid_code" });
    await pass(await appCode(secret, scene.clock.now));
    later(STEP_MS);
    for (let i = 0; i < 10; i++) await expect(pass("000000")).rejects.toMatchObject({ code: "invalid_code" });
    const right = await appCode(secret, scene.clock.now);
    await expect(pass(right)).rejects.toMatchObject({ code: "too_many_guesses", status: 429 });
    later(61 * 60_000);
    expect(await pass(await appCode(secret, scene.clock.now))).toMatchObject({ passed: true });
  });

  test("takes no code of somebody else", async () => {
    const { codes } = await connected();
    const stolen = { code: codes[1] ?? "", sessionId: "session of usr_bruno" };
    await expect(passSecondFactor(scene.ctx, BRUNO, stolen)).rejects.toMatchObject({ code: "invalid_code" });
  });

  test("is refused when the deployment's secret is another one, without an error that says more", async () => {
    const { secret } = await connected();
    const other = { ...scene.ctx, sealer: makeSealer("another-secret-0123456789abcdef0123456789") };
    const input = { code: await appCode(secret, scene.clock.now), sessionId: "session of usr_ana" };
    await expect(passSecondFactor(other, ANA, input)).rejects.toMatchObject({ code: "invalid_code" });
    await database.db.update(secondFactors).set({ sealedSecret: btoa("something else altogether") });
    later(STEP_MS);
    await expect(pass(await appCode(secret, scene.clock.now))).rejects.toMatchObject({ code: "invalid_code" });
  });
});

describe("changing it", () => {
  test("new recovery codes replace the old ones, for a code", async () => {
    const { secret, codes } = await connected();
    await expect(renewRecoveryCodes(scene.ctx, ANA, { code: "000000" })).rejects.toMatchObject({
      code: "invalid_code",
    });
    const code = await appCode(secret, scene.clock.now);
    const { recovery_codes: renewed } = await renewRecoveryCodes(scene.ctx, ANA, { code });
    await expect(pass(codes[0] ?? "")).rejects.toMatchObject({ code: "invalid_code" });
    expect(await pass(renewed[0] ?? "")).toMatchObject({ by: "recovery" });
  });

  test("disconnecting takes a code and leaves nothing behind", async () => {
    const { secret } = await connected();
    await removeSecondFactor(scene.ctx, ANA, { code: await appCode(secret, scene.clock.now) });
    expect(await readSecondFactor(scene.ctx, ANA)).toEqual({ since: null, recovery_codes_left: 0 });
    expect(await database.db.select().from(secondFactors)).toEqual([]);
  });

  test("a colleague resets it with a reason: sessions end, the person is told, the audit knows", async () => {
    await connected();
    const reset = (actor: Actor, id: string, reason: string) => resetSecondFactor(scene.ctx, actor, { id, reason });
    await expect(reset(BRUNO, "usr_ana", "")).rejects.toMatchObject({ code: "invalid_input" });
    await expect(reset(ANA, "usr_ana", "lost_device")).rejects.toMatchObject({ code: "own_second_factor" });
    await expect(reset(ANA, "usr_bruno", "lost_device")).rejects.toMatchObject({ code: "no_second_factor" });
    await expect(reset(BRUNO, "usr_nobody", "lost_device")).rejects.toMatchObject({ code: "not_found" });
    await expect(reset({ ...BRUNO, role: "client" }, "usr_ana", "lost_device")).rejects.toMatchObject({
      code: "not_found",
    });
    expect(await reset(BRUNO, "usr_ana", "lost_device")).toEqual({ id: "usr_ana", second_factor_since: null });
    expect((await database.db.select().from(sessions)).map(({ userId }) => userId)).toEqual(["usr_bruno"]);
    const [row] = await database.db.select().from(audit).where(eq(audit.action, "second_factor.reset"));
    expect(row).toMatchObject({ actor: "usr_bruno", subject: "usr_ana", detail: { reason: "lost_device" } });
    const told = await outboxOf(database.db, "person.notify");
    expect(told.map(({ body }) => body)).toContainEqual({
      userId: "usr_ana",
      kind: "second_factor_changed",
      params: { what: "reset" },
    });
  });
});
