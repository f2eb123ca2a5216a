// The team on a real PostgreSQL with many connections: one first operator, one who stays, one use of every code and link.
import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, inject, test } from "vitest";
import { type Database, openDatabase } from "../../src/db/client.ts";
import { audit, notifications, setupCodes, users } from "../../src/db/schema.ts";
import type { Actor } from "../../src/services/context.ts";
import { acceptInvite } from "../../src/services/identity/accept-invite.ts";
import { becomeFirstOperator } from "../../src/services/identity/become-first-operator.ts";
import { createInvite } from "../../src/services/identity/create-invite.ts";
import { beginSecondFactor, confirmSecondFactor } from "../../src/services/identity/enrol-second-factor.ts";
import { removeOperator } from "../../src/services/identity/remove-operator.ts";
import { passSecondFactor } from "../../src/services/identity/second-factor.ts";
import { renewSetupCode } from "../../src/services/identity/setup-code.ts";
import { type Scene, sceneOn } from "../services/contracts/scene.ts";
import { appCode } from "../support/totp.ts";

let db: Database;
let scene: Scene;
let serial = 0;

beforeAll(() => {
  const url = "postgres://vez:vez@127.0.0.1/vez";
  db = openDatabase({ url, httpEndpoint: inject("postgresEndpoint"), timeoutMs: 30_000 });
});
beforeEach(async () => {
  scene = sceneOn(db);
  // Other files have operators of their own.
  await db.update(users).set({ role: "client" }).where(eq(users.role, "operator"));
  await db.delete(setupCodes);
});

type Person = Extract<Actor, { kind: "person" }>;

async function people(count: number, role: Person["role"]): Promise<Person[]> {
  const ids = Array.from({ length: count }, () => `usr_team${++serial}`);
  await db.insert(users).values(ids.map((id) => ({ id, name: id, email: `${id}@example.org`, role })));
  return ids.map((userId) => ({ kind: "person", userId, role, locale: "en" }));
}

const operators = async () => (await db.select().from(users).where(eq(users.role, "operator"))).length;
const kept = (results: PromiseSettledResult<unknown>[]) =>
  results.filter(({ status }) => status === "fulfilled").length;

describe("at the same moment", () => {
  test("ten people with the set-up code are one first operator", async () => {
    const code = (await renewSetupCode(scene.ctx)) ?? "none";
    const all = await people(10, "client");
    const results = await Promise.allSettled(
      all.map((one, i) =>
        becomeFirstOperator(scene.ctx, one, { name: "X" }, { code, address: `team ${i}`, configured: undefined }),
      ),
    );
    expect(kept(results)).toBe(1);
    expect(await operators()).toBe(1);
  });

  test("ten operators who remove each other, all round, leave one at least", async () => {
    for (let round = 0; round < 5; round++) {
      await db.update(users).set({ role: "client" }).where(eq(users.role, "operator"));
      const all = await people(10, "operator");
      const results = await Promise.allSettled(
        all.map((one, i) => {
          const id = all[(i + 1) % all.length]?.userId ?? "";
          return removeOperator(scene.ctx, one, { id, reason: "compromised" });
        }),
      );
      expect(kept(results)).toBe(10 - (await operators()));
      expect(await operators()).toBeGreaterThan(0);
    }
  });

  test("an invite accepted in ten requests makes one operator, and is in the audit once", async () => {
    const [ana, bruno] = [(await people(1, "operator"))[0], (await people(1, "client"))[0]];
    if (ana === undefined || bruno === undefined) throw new Error("nobody came");
    const email = `${bruno.userId}@example.org`;
    await createInvite(scene.ctx, ana, { email });
    const letters = await db.select().from(notifications).where(eq(notifications.recipient, email));
    const token = letters[0]?.text.match(/token=([\w-]+)/)?.[1];
    const results = await Promise.allSettled(
      Array.from({ length: 10 }, () => acceptInvite(scene.ctx, bruno, { token, name: "B" })),
    );
    // Whoever comes second is told the same.
    expect(kept(results)).toBe(10);
    expect(await operators()).toBe(2);
    const entries = await db.select().from(audit).where(eq(audit.actor, bruno.userId));
    expect(entries.map(({ action }) => action)).toEqual(["invite.accepted"]);
  });

  test("one code of an app lets one of ten requests through", async () => {
    const [ana] = await people(1, "operator");
    if (ana === undefined) throw new Error("nobody came");
    const { secret, ticket } = await beginSecondFactor(scene.ctx, ana);
    const first = await appCode(secret, scene.clock.now);
    await confirmSecondFactor(scene.ctx, ana, { ticket, code: first, sessionId: null });
    scene.clock.now = new Date(scene.clock.now.getTime() + 30_000);
    const code = await appCode(secret, scene.clock.now);
    const results = await Promise.allSettled(
      Array.from({ length: 10 }, () => passSecondFactor(scene.ctx, ana, { code, sessionId: "none" })),
    );
    expect(kept(results)).toBe(1);
  });
});
