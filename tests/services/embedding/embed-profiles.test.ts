// A changed profile reaches every configured space, once, and never as it was before.
import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { outboxRow } from "../../../src/db/outbox.ts";
import { outbox, professionals, professionalVectorsOpenai } from "../../../src/db/schema.ts";
import { SPACES } from "../../../src/domain/embedding/space.ts";
import { profileText } from "../../../src/domain/matching/profile-text.ts";
import { consume } from "../../../src/queue.ts";
import { embedProfiles } from "../../../src/services/embedding/embed-profiles.ts";
import { PROFILE_WORDS_VERSION } from "../../../src/services/embedding/profile-words.ts";
import { updateProfessional } from "../../../src/services/professionals/update-professional.ts";
import { openDatabase, type TestDatabase } from "../../support/database.ts";
import { batchOf, makeWorld, type World } from "../../support/world.ts";
import { calmVendors, configure, countTrue, onceAnswered, serveVendors, type Vendors } from "./vendors.ts";

const NEW_WORDS = "Atendo pessoas com plano de saúde negado, remédios caros e internações, com pedidos urgentes.";
const NEWER_WORDS = "Defendo pessoas presas em flagrante, dia e noite, em audiências de custódia e em recursos.";

let database: TestDatabase;
let vendors: Vendors;
let world: World;
let personId: string;

beforeAll(async () => {
  [database, vendors] = await Promise.all([openDatabase(), serveVendors()]);
});
afterAll(() => Promise.all([database.close(), vendors.openAi.close(), vendors.workersAi.close()]));
beforeEach(async () => {
  await database.reset();
  world = await makeWorld(database, { professionals: 3 });
  configure(world, vendors);
  personId = world.people[0]?.id ?? "";
});
afterEach(() => calmVendors(vendors));

function change(patch: Record<string, unknown>) {
  const userId = personId.replace("pro_", "usr_");
  return updateProfessional(world.ctx, { kind: "person", userId, role: "professional", locale: "pt-BR" }, patch);
}

const asked = () => ({
  openai: vendors.openAi.takeRequests().length,
  bge_m3: vendors.workersAi.takeRequests().length,
});
const messages = () => world.ctx.db.select().from(outbox).where(eq(outbox.name, "profiles.embed"));
const made = async () => [
  await countTrue(world, "openai", SPACES.openai.name),
  await countTrue(world, "bge_m3", SPACES.bge_m3.name),
];

describe("a message about profiles", () => {
  test("is sent by a change of the words alone, and fills both spaces", async () => {
    const [before] = await world.ctx.db.select().from(professionals).where(eq(professionals.id, personId));
    await change({ fee_cents: 12_300, profile: before?.profile, areas: before?.areas });
    expect(await messages()).toEqual([]);
    await change({ profile: NEW_WORDS });
    expect(await messages()).toMatchObject([{ lane: "low", body: { professionalIds: [personId] } }]);
    await world.drain();
    expect(await made()).toEqual([1, 1]);
  });

  test("is not sent where no model is configured", async () => {
    world.ctx.embedders = [];
    await change({ profile: NEW_WORDS });
    expect(await messages()).toEqual([]);
  });

  test("that comes again asks no vendor, and one about nobody neither", async () => {
    await change({ profile: NEW_WORDS });
    await world.drain();
    expect(asked()).toEqual({ openai: 1, bge_m3: 1 });
    expect(await embedProfiles(world.ctx, { professionalIds: [personId, "pro_gone"] })).toBe(0);
    expect(asked()).toEqual({ openai: 0, bge_m3: 0 });
  });

  test("beside others in a delivery shares their calls", async () => {
    const rows = world.people.map(({ id }, i) =>
      outboxRow("profiles.embed", `k${i}`, { professionalIds: [id] }, { now: world.ctx.now(), traceId: `trc_${i}` }),
    );
    await world.ctx.db.insert(outbox).values(rows);
    await world.drain();
    expect(asked()).toEqual({ openai: 1, bge_m3: 1 });
    expect(await made()).toEqual([3, 3]);
    expect((await messages()).map(({ status }) => status)).toEqual(["done", "done", "done"]);
  });

  test("takes many profiles with one call to each vendor", async () => {
    expect(await embedProfiles(world.ctx, { professionalIds: world.people.map(({ id }) => id) })).toBe(6);
    expect(asked()).toEqual({ openai: 1, bge_m3: 1 });
    expect(await made()).toEqual([3, 3]);
  });
});

test("one vendor's failure does not hold up the other, and only what failed is asked again", async () => {
  vendors.openAi.fail("rate_limited");
  await change({ profile: NEW_WORDS });
  await world.drain();
  expect(await made()).toEqual([0, 1]);
  const [row] = await messages();
  expect(row).toMatchObject({ status: "pending", attempts: 1, lastError: "vendor_rate_limited" });
  expect((row?.availableAt.getTime() ?? 0) - world.ctx.now().getTime()).toBeGreaterThanOrEqual(30_000);
  calmVendors(vendors);
  world.advance(3_600_000);
  await world.drain();
  expect(await made()).toEqual([1, 1]);
  expect(asked()).toEqual({ openai: 1, bge_m3: 0 });
});

test("a refusal by one vendor does not park what the other may yet do", async () => {
  vendors.openAi.fail("status_401");
  vendors.workersAi.fail("rate_limited");
  await change({ profile: NEW_WORDS });
  await world.drain();
  expect(await messages()).toMatchObject([{ status: "pending", lastError: "vendor_rate_limited" }]);
  vendors.workersAi.fail(null);
  world.advance(3_600_000);
  await world.drain();
  expect(await messages()).toMatchObject([{ status: "dead", lastError: "vendor_refused" }]);
  expect(await made()).toEqual([0, 1]);
});

test("the words of a profile are those of version 1: who changes them raises PROFILE_WORDS_VERSION, or nothing is embedded anew", () => {
  expect(PROFILE_WORDS_VERSION).toBe(1);
  const words = { areas: ["familia", "saude"], subareas: ["guarda", "plano_saude"], profile: "Atendo famílias." };
  expect(profileText(words)).toBe(
    "Família. Saúde e plano de saúde. Guarda e convivência. Plano de saúde. Atendo famílias.",
  );
});

describe("words that change while the vendor is asked", () => {
  test("are not overwritten by a vector of the words before", async () => {
    await change({ profile: NEW_WORDS });
    const [first] = await messages();
    if (first === undefined) throw new Error("no message");
    onceAnswered(world, "openai", async () => {
      world.advance(1000);
      await change({ profile: NEWER_WORDS });
      const second = (await messages()).filter(({ id }) => id !== first.id);
      await consume(world.ctx, batchOf(second));
    });
    await consume(world.ctx, batchOf([first]));
    expect(await made()).toEqual([1, 1]);
  });

  test("leave no vector of words that nobody says any more", async () => {
    await change({ profile: NEW_WORDS });
    onceAnswered(world, "openai", () => change({ profile: NEWER_WORDS }));
    const [first] = await messages();
    if (first === undefined) throw new Error("no message");
    await consume(world.ctx, batchOf([first]));
    expect(await world.ctx.db.$count(professionalVectorsOpenai)).toBe(0);
    await world.drain();
    expect(await made()).toEqual([1, 1]);
  });

  test("keep the vector of what was read later, even if the words were then taken back", async () => {
    const ids = { professionalIds: [personId] };
    await embedProfiles(world.ctx, ids);
    const [kept] = await world.ctx.db.select().from(professionalVectorsOpenai);
    world.advance(-60_000);
    await world.ctx.db.update(professionals).set({ profile: NEW_WORDS }).where(eq(professionals.id, personId));
    await embedProfiles(world.ctx, ids);
    expect(await world.ctx.db.select().from(professionalVectorsOpenai)).toEqual([kept]);
  });
});
