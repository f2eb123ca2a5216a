// Two texts of the same words to one phone: what is there of the one is never taken for the other.
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { notifications, whatsappMessages } from "../../../src/db/schema.ts";
import type { Sender } from "../../../src/domain/notifications/sender.ts";
import { Circuits } from "../../../src/providers/circuit.ts";
import { openEvolution } from "../../../src/providers/evolution.ts";
import { sendNotifications } from "../../../src/services/notify/send-notifications.ts";
import { sweepNotifications } from "../../../src/services/notify/sweep-notifications.ts";
import { openDatabase, type TestDatabase } from "../../support/database.ts";
import { makeScene, type Scene } from "./scene.ts";

let database: TestDatabase;
let scene: Scene;
let whatsapp: Sender;

beforeAll(async () => {
  database = await openDatabase();
  scene = await makeScene(database);
});
beforeEach(async () => {
  await scene.forget();
  reopen();
  // The server has a clock of its own.
  scene.world.advance(Date.now() - scene.ctx.now().getTime());
});
afterAll(async () => {
  await scene.evolution.close();
  await database.close();
});

/** With its circuits closed: the world's clock runs ahead of theirs. */
function reopen(): void {
  const made = { circuits: new Circuits(), metrics: scene.world.metrics };
  const opened = openEvolution({ ...scene.evolution.settings(), EVOLUTION_TIMEOUT: 0.5, SPEECH_MAX_MB: 1 }, made);
  if (opened === null) throw new Error("not configured");
  whatsapp = opened.sender;
  Object.assign(scene.ctx, { whatsapp: opened.whatsapp, senders: { whatsapp } });
}

const PHONE = "+5511987654321";
const number = "5511987654321";
const WEEKS_MS = 21 * 86_400_000;

async function person() {
  await scene.write({ from: number, text: "Fui demitida." });
  const contact = await scene.contact(PHONE);
  return { contact, caseId: contact.caseId ?? "" };
}

/** There by itself, known to nobody here. */
function there(text: string, atMs: number): string {
  const id = `3EBSTRAY${scene.evolution.accepted.length}`;
  scene.evolution.accepted.push({ id, to: number, text, atMs });
  return id;
}

describe("a text of the conversation", () => {
  it("whose call failed is sent, though the same words went out a moment ago", async () => {
    const { caseId } = await person();
    await scene.tell(caseId, [{ key: "msg_1", text: "Isso eu não consigo ler." }]);
    await scene.world.drain();
    scene.evolution.fail("status_500");
    await scene.tell(caseId, [{ key: "msg_2", text: "Isso eu não consigo ler." }]);
    await scene.world.drain();
    scene.evolution.fail(null);
    scene.world.advance(60_000);
    await scene.world.drain();
    expect(scene.evolution.textsTo(number)).toHaveLength(2);
    const [one, two] = await scene.messages();
    expect([one?.status, two?.status]).toEqual(["sent", "sent"]);
    expect(one?.vendorId).not.toBe(two?.vendorId);
  });

  it("is not found in one of weeks ago, at a server that ignores what it is asked of moments", async () => {
    const { caseId } = await person();
    scene.evolution.ignoresMoments = true;
    there("Em que cidade?", scene.ctx.now().getTime() - WEEKS_MS);
    scene.evolution.fail("status_500");
    await scene.tell(caseId, [{ key: "msg_1", text: "Em que cidade?" }]);
    await scene.world.drain();
    scene.evolution.fail(null);
    scene.world.advance(60_000);
    await scene.world.drain();
    expect(scene.evolution.textsTo(number)).toHaveLength(2);
  });

  it("of which the server says nothing that can be read holds its person's line for five looks, not for a day", async () => {
    const { caseId } = await person();
    await scene.tell(caseId, [{ key: "msg_1", text: "No meio" }]);
    const [row] = await scene.messages();
    await scene.ctx.db
      .update(whatsappMessages)
      .set({ status: "sending", claimedAt: scene.ctx.now() })
      .where(eq(whatsappMessages.id, row?.id ?? ""));
    scene.evolution.fail("wrong_shape");
    for (let round = 0; round < 7; round++) {
      reopen();
      scene.world.advance(120_000);
      await scene.world.drain();
    }
    expect(await scene.messages()).toMatchObject([{ status: "unsure", looks: 5 }]);
    scene.evolution.fail(null);
    await scene.tell(caseId, [{ key: "msg_2", text: "Seguimos" }]);
    await scene.world.drain();
    expect(scene.evolution.textsTo(number)).toEqual(["Seguimos"]);
  });
});

describe("notices of the same words", () => {
  const TEXT = "Uma notícia\nhttp://vez.test/news";
  async function twins(status: "queued" | "unsure") {
    const { contact } = await person();
    const now = scene.ctx.now();
    const rows = ["ntf_twin1", "ntf_twin2"].map((id) => ({
      ...{ id, key: `${id}:outside`, occasion: id, rung: 1, userId: contact.userId, recipient: PHONE },
      ...({ channel: "whatsapp", kind: "contract_signed", subject: "Uma notícia", text: TEXT, status } as const),
      ...(status === "queued" ? {} : { vendor: "evolution", tries: 1, claimedAt: now }),
      createdAt: now,
    }));
    await scene.ctx.db.insert(notifications).values(rows);
    return rows.map(({ id }) => id);
  }
  const states = async () =>
    (await scene.ctx.db.select().from(notifications).orderBy(notifications.id))
      .filter(({ id }) => id.startsWith("ntf_twin"))
      .map(({ status, vendorId }) => ({ status, vendorId }));
  async function minutes(count: number) {
    scene.world.advance(count * 60_000);
    await sweepNotifications(scene.ctx);
    await scene.world.drain();
    return states();
  }
  /** Takes the first of a batch; of the others no answer comes, and nothing was taken. */
  const takesOne = (reason: string): Sender => ({
    ...whatsapp,
    send: async (items) => [
      ...(await whatsapp.send(items.slice(0, 1))),
      ...items.slice(1).map(({ id }) => ({ id, outcome: "unsure", reason }) as const),
    ],
  });

  it("of two in doubt, one record settles one, and the other is sent", async () => {
    await twins("unsure");
    const found = there(TEXT, scene.ctx.now().getTime());
    const [one, two] = await minutes(3);
    expect([one?.status, two?.status]).toEqual(["sent", "sent"]);
    expect(new Set([one?.vendorId, two?.vendorId])).toEqual(new Set([found, scene.evolution.accepted.at(-1)?.id]));
    expect(scene.evolution.textsTo(number)).toEqual([TEXT, TEXT]);
  });

  it.each(["timeout", "error"])("handed over together, the one's record is not the other's (%s)", async (reason) => {
    const ids = await twins("queued");
    scene.ctx.senders.whatsapp = takesOne(reason);
    await sendNotifications(scene.ctx, ids);
    const statuses = (await states()).map(({ status }) => status);
    expect(statuses.toSorted()).toEqual(["sent", "unsure"]);
    scene.ctx.senders.whatsapp = whatsapp;
    const [one, two] = await minutes(3);
    expect([one?.status, two?.status]).toEqual(["sent", "sent"]);
    expect(one?.vendorId).not.toBe(two?.vendorId);
    expect(scene.evolution.textsTo(number)).toEqual([TEXT, TEXT]);
  });

  it("one is looked for at once where its answer was lost: found it is sent, surely absent after an answer it is queued", async () => {
    const [id, other] = await twins("queued");
    scene.ctx.senders.whatsapp = {
      ...whatsapp,
      send: async (items) => {
        await whatsapp.send(items);
        return items.map((item) => ({ id: item.id, outcome: "unsure", reason: "timeout" }) as const);
      },
    };
    await sendNotifications(scene.ctx, [id ?? ""]);
    expect(await states()).toMatchObject([{ status: "sent" }, { status: "queued", vendorId: null }]);
    await scene.ctx.db
      .update(notifications)
      .set({ text: "Outra" })
      .where(eq(notifications.id, other ?? ""));
    scene.ctx.senders.whatsapp = {
      ...whatsapp,
      send: async (items) => items.map((item) => ({ id: item.id, outcome: "unsure", reason: "error" }) as const),
    };
    const { again } = await sendNotifications(scene.ctx, [other ?? ""]);
    expect([...again.keys()]).toEqual([other]);
    expect(await states()).toMatchObject([{ status: "sent" }, { status: "queued" }]);
  });

  it("an answer that cannot be read is asked for again for ten minutes", async () => {
    await twins("unsure");
    scene.evolution.fail("wrong_shape");
    expect(await minutes(3)).toMatchObject([{ status: "unsure" }, { status: "unsure" }]);
    scene.evolution.fail(null);
    reopen();
    there(TEXT, Date.now());
    there(TEXT, Date.now());
    expect(await minutes(1)).toMatchObject([{ status: "sent" }, { status: "sent" }]);
    expect(scene.evolution.textsTo(number)).toHaveLength(2);
  });
});
