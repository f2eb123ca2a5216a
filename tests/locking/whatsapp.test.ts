// One WhatsApp id delivered 837 times, on a real PostgreSQL with many connections: one event, one person, one case.
import { eq, sql } from "drizzle-orm";
import { beforeAll, expect, inject, test } from "vitest";
import { type Database, openDatabase } from "../../src/db/client.ts";
import { cases, outbox, vendorEvents, whatsappContacts } from "../../src/db/schema.ts";
import type { ConversationPort } from "../../src/domain/ports.ts";
import { evolutionReader } from "../../src/providers/evolution-webhook.ts";
import type { ServiceContext } from "../../src/services/context.ts";
import { receiveEvents } from "../../src/services/inbound/receive-events.ts";
import { contactOf } from "../../src/services/whatsapp/contact-of.ts";
import { currentCase } from "../../src/services/whatsapp/current-case.ts";
import { sceneOn } from "../services/contracts/scene.ts";
import { EVOLUTION, messageBody } from "../support/evolution-stand-in.ts";

let db: Database;
let ctx: ServiceContext;
beforeAll(() => {
  db = openDatabase({
    url: "postgres://vez:vez@127.0.0.1/vez",
    httpEndpoint: inject("postgresEndpoint"),
    timeoutMs: 30_000,
  });
  const opened = { turnId: "t", messageId: "m", message: "", status: "interviewing", complexity: "low" } as const;
  const conversation: Partial<ConversationPort> = {
    open: async () => ({ ok: true, value: { ...opened, confidence: 0, seq: 3 } }),
  };
  ctx = { ...sceneOn(db).ctx, conversation: () => conversation as ConversationPort };
});

const reader = evolutionReader({ token: EVOLUTION.webhookToken, instance: EVOLUTION.instance });
const headers = new Headers({ authorization: `Bearer ${EVOLUTION.webhookToken}` });

test("837 deliveries of one id are one event with one message behind it", async () => {
  const bytes = new TextEncoder().encode(
    JSON.stringify(messageBody({ from: "5511987650837", text: "Oi", id: "3A837" })),
  );
  const events = await reader.read({ bytes, headers, now: new Date() });
  let taken = 0;
  // Ninety-three at a time: the door in front of the database takes no more.
  for (let round = 0; round < 9; round++) {
    const all = await Promise.all(Array.from({ length: 93 }, () => receiveEvents(ctx, "evolution", events)));
    taken += all.reduce((sum, one) => sum + one.taken, 0);
  }
  expect(taken).toBe(1);
  const [event, ...others] = await db.select().from(vendorEvents).where(eq(vendorEvents.externalId, "3A837"));
  expect(others).toEqual([]);
  const rows = await db
    .select()
    .from(outbox)
    .where(sql`body->>'eventId' = ${event?.id ?? ""}`);
  expect(rows).toHaveLength(1);
});

test("first words of one person that arrive in many places at once make one person and one case", async () => {
  const address = { phone: "+5511987650838", lid: null, to: "5511987650838" };
  const contacts = await Promise.all(Array.from({ length: 30 }, () => contactOf(ctx, address)));
  expect(new Set(contacts.map(({ id }) => id)).size).toBe(1);
  const opened = await Promise.all(
    contacts.map((contact) => currentCase(ctx, contact, { openKey: "whatsapp:3A838", said: null })),
  );
  expect(new Set(opened.map(({ id }) => id)).size).toBe(1);
  const [contact] = await db.select().from(whatsappContacts).where(eq(whatsappContacts.phone, address.phone));
  expect(
    await db
      .select()
      .from(cases)
      .where(eq(cases.clientId, contact?.userId ?? "")),
  ).toHaveLength(1);
});
