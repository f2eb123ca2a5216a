// Recovery words and links: shown once, kept as hashes, ended by new ones, hopeless to guess.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { audit, recoveries, sessions, users } from "../../../src/db/schema.ts";
import { joinAnonymous } from "../../../src/services/identity/join-anonymous.ts";
import { endOtherSessions } from "../../../src/services/recovery/end-other-sessions.ts";
import { deleteRecovery, makeRecovery, readRecovery } from "../../../src/services/recovery/make-recovery.ts";
import { useRecovery } from "../../../src/services/recovery/use-recovery.ts";
import { openDatabase, type TestDatabase } from "../../support/database.ts";
import { acceptedOffer, CLIENT, LAWYER, type Scene, STRANGER, sceneOn } from "../contracts/scene.ts";

let database: TestDatabase;
let scene: Scene;
const LIST = join(import.meta.dirname, "..", "..", "..", "web", "public", "words-en.txt");
const MADE = { words: readFileSync(LIST, "utf8").trim().split("\n"), secret: "pepper" };

beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.reset();
  scene = sceneOn(database.db);
  await acceptedOffer(database.db);
});

const use = (typed: string, more: Partial<Parameters<typeof useRecovery>[1]> = {}) =>
  useRecovery(scene.ctx, { typed, address: "203.0.113.9", secret: "pepper", ...more });
const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => "open",
    (error: { code: string }) => error.code,
  );

describe("makeRecovery", () => {
  test("words and link open the client's cases; neither stands in the database", async () => {
    const { words, token } = await makeRecovery(scene.ctx, CLIENT, MADE);
    expect(words).toHaveLength(6);
    expect(await use(words.join(" ").toUpperCase())).toEqual({ userId: CLIENT.userId });
    expect(await use(`https://vez.example/recover#${token}`)).toEqual({ userId: CLIENT.userId });
    const kept = JSON.stringify([await database.db.select().from(recoveries), await database.db.select().from(audit)]);
    expect(kept).not.toContain(token);
    expect(kept).not.toContain(words.join(" "));
    expect((await readRecovery(scene.ctx, CLIENT))?.madeAt).toEqual(scene.clock.now);
  });

  test("new ones end the former; made at once twice, one pair is left", async () => {
    const old = await makeRecovery(scene.ctx, CLIENT, MADE);
    const both = await Promise.all([makeRecovery(scene.ctx, CLIENT, MADE), makeRecovery(scene.ctx, CLIENT, MADE)]);
    expect(await codeOf(use(old.words.join(" ")))).toBe("recovery_unknown");
    expect(await codeOf(use(old.token))).toBe("recovery_unknown");
    expect(await database.db.$count(recoveries)).toBe(1);
    const ends = await Promise.all(both.map(({ token }) => codeOf(use(token))));
    expect(ends.sort()).toEqual(["open", "recovery_unknown"]);
  });

  test("is for clients, and for those who are still there", async () => {
    await expect(makeRecovery(scene.ctx, LAWYER, MADE)).rejects.toMatchObject({ code: "forbidden" });
    const gone = { ...CLIENT, userId: "usr_gone" };
    await expect(makeRecovery(scene.ctx, gone, MADE)).rejects.toMatchObject({ code: "not_found" });
  });

  test("taken back they open nothing; twice is once", async () => {
    const { token } = await makeRecovery(scene.ctx, CLIENT, MADE);
    await deleteRecovery(scene.ctx, CLIENT);
    await deleteRecovery(scene.ctx, CLIENT);
    expect(await codeOf(use(token))).toBe("recovery_unknown");
    expect(await database.db.$count(audit, eq(audit.action, "recovery.deleted"))).toBe(1);
    expect(await readRecovery(scene.ctx, CLIENT)).toBeNull();
  });
});

describe("useRecovery", () => {
  test("a stolen table opens nothing without the pepper", async () => {
    const { token } = await makeRecovery(scene.ctx, CLIENT, MADE);
    expect(await codeOf(use(token, { secret: "another" }))).toBe("recovery_unknown");
  });

  test("guesses are bounded by address; what is no phrase at all is no guess, and another address goes on", async () => {
    const { words } = await makeRecovery(scene.ctx, CLIENT, MADE);
    for (let i = 0; i < 20; i++) expect(await codeOf(use("only five words in here"))).toBe("recovery_unknown");
    const ends: string[] = [];
    for (let i = 0; i < 11; i++) ends.push(await codeOf(use("one two three four five six")));
    expect(ends).toEqual([...Array(10).fill("recovery_unknown"), "too_many_guesses"]);
    expect(await codeOf(use(words.join(" ")))).toBe("too_many_guesses");
    expect(await codeOf(use(words.join(" "), { address: "203.0.113.10" }))).toBe("open");
    scene.clock.now = new Date(scene.clock.now.getTime() + 3_600_001);
    expect(await codeOf(use(words.join(" ")))).toBe("open");
  });

  test("guesses at once are counted each", async () => {
    const ends = await Promise.all(Array.from({ length: 14 }, () => codeOf(use("one two three four five six"))));
    expect(ends.filter((code) => code === "too_many_guesses")).toHaveLength(4);
  });

  test("who became an operator since is not let in by words", async () => {
    const { token } = await makeRecovery(scene.ctx, CLIENT, MADE);
    await database.db.update(users).set({ role: "operator" }).where(eq(users.id, CLIENT.userId));
    expect(await codeOf(use(token))).toBe("recovery_unknown");
  });

  const createdAt = (userId: string, at: string) =>
    database.db
      .update(users)
      .set({ createdAt: new Date(at) })
      .where(eq(users.id, userId));

  test("after signing in for the first time the words that were made before open the account", async () => {
    await createdAt(CLIENT.userId, "2026-01-01");
    await createdAt(STRANGER.userId, "2026-01-02");
    const anonymous = await makeRecovery(scene.ctx, CLIENT, MADE);
    await joinAnonymous(scene.ctx, { anonymousId: CLIENT.userId, userId: STRANGER.userId });
    expect(await use(anonymous.token)).toEqual({ userId: STRANGER.userId });
  });

  test("words left behind on a shared browser open nothing of an older account that signs in there", async () => {
    await createdAt(STRANGER.userId, "2026-01-01");
    await createdAt(CLIENT.userId, "2026-01-02");
    const trap = await makeRecovery(scene.ctx, CLIENT, MADE);
    const account = await makeRecovery(scene.ctx, STRANGER, MADE);
    await joinAnonymous(scene.ctx, { anonymousId: CLIENT.userId, userId: STRANGER.userId });
    expect(await codeOf(use(trap.token))).toBe("recovery_unknown");
    expect(await codeOf(use(trap.words.join(" ")))).toBe("recovery_unknown");
    expect(await use(account.token)).toEqual({ userId: STRANGER.userId });
  });
});

test("leaving the other devices keeps this one, and everybody else's", async () => {
  const now = new Date();
  const session = { expiresAt: new Date(now.getTime() + 86_400_000), createdAt: now, updatedAt: now };
  await database.db.insert(sessions).values([
    { ...session, id: "s1", token: "here", userId: CLIENT.userId },
    { ...session, id: "s2", token: "there", userId: CLIENT.userId },
    { ...session, id: "s3", token: "other", userId: STRANGER.userId },
  ]);
  await endOtherSessions(scene.ctx, { userId: CLIENT.userId, token: "here" });
  expect((await database.db.select().from(sessions)).map(({ token }) => token).sort()).toEqual(["here", "other"]);
});
