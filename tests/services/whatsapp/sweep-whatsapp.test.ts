// What is kept of WhatsApp, and for how long.
import { afterAll, beforeAll, expect, test } from "vitest";
import { cases, users, whatsappContacts, whatsappMessages } from "../../../src/db/schema.ts";
import { sweepWhatsApp } from "../../../src/services/whatsapp/sweep-whatsapp.ts";
import { openDatabase, type TestDatabase } from "../../support/database.ts";
import { type Scene, sceneOn } from "../contracts/scene.ts";

let database: TestDatabase;
let scene: Scene;

beforeAll(async () => {
  database = await openDatabase();
  await database.reset();
  scene = sceneOn(database.db);
});
afterAll(() => database.close());

const ago = (days: number) => new Date(scene.clock.now.getTime() - days * 86_400_000);

test("texts go after sixty days, words in doubt after thirty, and the number of whoever has no case after 180", async () => {
  const { db } = database;
  const people = ["old", "busy", "new"];
  await db
    .insert(users)
    .values(people.map((id) => ({ id, name: "", email: `${id}@anonymous.invalid`, isAnonymous: true })));
  const about = { locale: "pt-BR", zone: "America/Sao_Paulo" } as const;
  await db.insert(cases).values([
    { id: "cas_gone", clientId: "old", conversationId: "cnv_1", status: "forgotten", ...about },
    { id: "cas_open", clientId: "busy", conversationId: "cnv_2", status: "signed", ...about },
  ]);
  const contact = (id: string, days: number) => ({
    ...{ id, phone: `+55119${id}`, sendTo: id, userId: id },
    ...{ lastInAt: ago(days), createdAt: ago(days) },
  });
  await db.insert(whatsappContacts).values([contact("old", 181), contact("busy", 400), contact("new", 10)]);
  const text = (id: string, days: number, status: "unsure" | "sent") => ({
    ...{ id, key: id, contactId: "busy", caseId: "cas_open", text: status === "unsure" ? "palavras" : null },
    ...{ status, createdAt: ago(days) },
  });
  await db.insert(whatsappMessages).values([text("a", 61, "sent"), text("b", 31, "unsure"), text("c", 29, "unsure")]);
  expect(await sweepWhatsApp(scene.ctx)).toEqual({ texts: 1, emptied: 1, numbers: 1 });
  expect(await sweepWhatsApp(scene.ctx)).toEqual({ texts: 0, emptied: 0, numbers: 0 });
  const kept = await db.select().from(whatsappMessages).orderBy(whatsappMessages.id);
  expect(kept.map(({ id, text: words }) => [id, words])).toEqual([
    ["b", null],
    ["c", "palavras"],
  ]);
  const numbers = await db.select().from(whatsappContacts);
  expect(numbers.map(({ id }) => id).toSorted()).toEqual(["busy", "new"]);
});
