// Why letters do not go to somebody, as he himself is told: by the address that he is written to at, and of strangers' nothing.
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { clientReach, users } from "../../../src/db/schema.ts";
import { mailStop } from "../../../src/services/notify/mail-stop.ts";
import { liftBounce, suppress } from "../../../src/services/notify/suppression.ts";
import { bareContext } from "../../support/bare-context.ts";
import { openDatabase, type TestDatabase } from "../../support/database.ts";

const NOW = new Date("2026-11-21T10:00:00Z");
const ANA = { kind: "person", userId: "usr_ana", role: "client", locale: "pt-BR" } as const;
let database: TestDatabase;
let ctx: ReturnType<typeof bareContext>;

beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.reset();
  ctx = bareContext(database.db, { now: () => NOW });
  await database.db.insert(users).values({ id: ANA.userId, name: "Ana", email: "ana@example.org", role: "client" });
});

const letterTo = (recipient: string) => ({ id: "ntf_1", channel: "email" as const, recipient, kind: "case_waiting" });
const reachBy = (address: string) =>
  database.db.insert(clientReach).values({
    ...{ userId: ANA.userId, channel: "email" as const, address, leaveMessage: false },
    ...{ zone: "America/Sao_Paulo", createdAt: NOW, updatedAt: NOW },
  });

test("nothing, until a letter comes back; then why, until one arrives again", async () => {
  expect(await mailStop(ctx, ANA)).toBeNull();
  await suppress(ctx, letterTo("Ana@example.org"), "hard_bounce", NOW);
  expect(await mailStop(ctx, ANA)).toEqual({ address: "ana@example.org", why: "bounced", isReach: false });
  await liftBounce(ctx, letterTo("ana@example.org"), new Date(NOW.getTime() + 1));
  expect(await mailStop(ctx, ANA)).toBeNull();
});

test("a letter that was marked as unwanted, at the address that he signs in with", async () => {
  await suppress(ctx, letterTo("ana@example.org"), "complaint", NOW);
  expect(await mailStop(ctx, ANA)).toMatchObject({ why: "complained", isReach: false });
});

test("an address that was only named: that it bounced, and never what its reader said of Vez", async () => {
  await reachBy("vizinha@example.org");
  await suppress(ctx, letterTo("ana@example.org"), "hard_bounce", NOW);
  expect(await mailStop(ctx, ANA)).toBeNull();
  await suppress(ctx, letterTo("vizinha@example.org"), "hard_bounce", NOW);
  expect(await mailStop(ctx, ANA)).toEqual({ address: "vizinha@example.org", why: "bounced", isReach: true });
  await suppress(ctx, letterTo("vizinha@example.org"), "complaint", NOW);
  expect(await mailStop(ctx, ANA)).toBeNull();
});
