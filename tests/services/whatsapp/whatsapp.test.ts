// WhatsApp in and out over the database: who is who, what is one message, what leaves, and what never leaves twice.
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  cases,
  clientReach,
  notifications,
  outbox,
  users,
  vendorEvents,
  whatsappContacts,
  whatsappMessages,
} from "../../../src/db/schema.ts";
import { openInterview } from "../../../src/domain/triage/interview.ts";
import { HOLD_MS, STRETCH_MS } from "../../../src/domain/whatsapp/pace.ts";
import { joinAnonymous } from "../../../src/services/identity/join-anonymous.ts";
import { sweepVendorEvents } from "../../../src/services/inbound/sweep-vendor-events.ts";
import { completeTriage } from "../../../src/services/intake/complete-triage.ts";
import { forgetCase } from "../../../src/services/intake/forget-case.ts";
import { recordConversation } from "../../../src/services/intake/record-conversation.ts";
import { deliver } from "../../../src/services/notify/deliver.ts";
import { sweepNotifications } from "../../../src/services/notify/sweep-notifications.ts";
import { setReach } from "../../../src/services/reach/set-reach.ts";
import { readLink, useLink } from "../../../src/services/whatsapp/link.ts";
import { linkedSender } from "../../../src/services/whatsapp/linked-sender.ts";
import { openDatabase, type TestDatabase } from "../../support/database.ts";
import { messageBody, webhookBody } from "../../support/evolution-stand-in.ts";
import { makeScene, type Scene } from "./scene.ts";

let database: TestDatabase;
let scene: Scene;

beforeAll(async () => {
  database = await openDatabase();
  scene = await makeScene(database);
});
beforeEach(() => scene.forget());
afterAll(async () => {
  await scene.evolution.close();
  await database.close();
});

const PHONE = "+5511987654321";
const number = "5511987654321";

/** Somebody who has written once. */
async function person() {
  await scene.write({ from: number, text: "Fui demitida." });
  const contact = await scene.contact(PHONE);
  return { contact, caseId: contact.caseId ?? "" };
}

function everythingHeard() {
  return [...scene.heard.values()].flat().map(({ text }) => text);
}

describe("who writes", () => {
  it("the first words open a case of an anonymous client who may be told by WhatsApp, and never wait for that", async () => {
    const { contact, caseId } = await person();
    const [row] = await scene.ctx.db.select().from(cases).where(eq(cases.id, caseId));
    expect(row).toMatchObject({ clientId: contact.userId, status: "triage", locale: "pt-BR", asksReach: false });
    const [reach] = await scene.ctx.db.select().from(clientReach).where(eq(clientReach.userId, contact.userId));
    expect(reach).toMatchObject({ channel: "whatsapp", address: PHONE, leaveMessage: true });
    const [user] = await scene.ctx.db.select().from(users).where(eq(users.id, contact.userId));
    expect(user).toMatchObject({ isAnonymous: true, role: "client" });
    expect(everythingHeard()).toEqual(["Fui demitida."]);
  });

  it("with and without the ninth digit, by number and by hidden id, it is one person and one case", async () => {
    const { caseId } = await person();
    await scene.write({ from: "551187654321", text: "Sem o nove" });
    const key = { remoteJidAlt: `${number}@s.whatsapp.net` };
    await scene.write({ from: "103899771998284@lid", text: "Com os dois", key });
    await scene.write({ from: "103899771998284@lid", text: "Só o escondido" });
    const contacts = await scene.ctx.db.select().from(whatsappContacts);
    expect(contacts).toMatchObject([{ phone: PHONE, lid: "103899771998284@lid", caseId }]);
    expect(everythingHeard()).toEqual(["Fui demitida.", "Sem o nove", "Com os dois", "Só o escondido"]);
  });

  it("somebody first known by the hidden id alone becomes one with the number, with both cases", async () => {
    await scene.write({ from: "555@lid", text: "x" });
    await scene.write({ from: "103@lid", text: "Primeiro escondido" });
    await scene.write({ from: number, text: "Depois com número" });
    await scene.write({ from: "103@lid", text: "E agora os dois", key: { remoteJidAlt: `${number}@s.whatsapp.net` } });
    const contact = await scene.contact(PHONE);
    expect(contact.lid).toBe("103@lid");
    await scene.write({ from: "555@lid", text: "Agora com número", key: { senderPn: "5521987650000@s.whatsapp.net" } });
    const told = await scene.contact("+5521987650000");
    const [reach] = await scene.ctx.db.select().from(clientReach).where(eq(clientReach.userId, told.userId));
    expect(reach?.address).toBe("+5521987650000");
    const owned = await scene.ctx.db.select().from(cases).where(eq(cases.clientId, contact.userId));
    expect(owned).toHaveLength(2);
  });

  it("two first messages at the same moment make one person", async () => {
    const bodies = ["3AA", "3AB"].map((id) => messageBody({ from: number, text: `Oi ${id}`, id }));
    await Promise.all(bodies.map((body) => scene.take(body)));
    await scene.world.drain();
    expect(await scene.ctx.db.select().from(whatsappContacts)).toHaveLength(1);
    expect(scene.heard.size).toBe(1);
    expect(everythingHeard().toSorted()).toEqual(["Oi 3AA", "Oi 3AB"]);
  });

  it("a case that is over is followed by a new one", async () => {
    const { caseId } = await person();
    await scene.ctx.db.update(cases).set({ status: "closed", closeReason: "done" }).where(eq(cases.id, caseId));
    await scene.write({ from: number, text: "É outra coisa agora" });
    expect((await scene.contact(PHONE)).caseId).not.toBe(caseId);
  });

  it("a case that was put together with another goes on there", async () => {
    const { contact, caseId } = await person();
    const earlier = await scene.world.addCase({ clientId: contact.userId });
    const [row] = await scene.ctx.db.select().from(cases).where(eq(cases.id, earlier));
    scene.heard.set(row?.conversationId ?? "", []);
    await scene.ctx.db
      .update(cases)
      .set({ status: "closed", closeReason: "joined", joinedInto: earlier })
      .where(eq(cases.id, caseId));
    await scene.write({ from: number, text: "É a mesma coisa" });
    expect(scene.heard.get(row?.conversationId ?? "")?.map(({ text }) => text)).toEqual(["É a mesma coisa"]);
  });

  it("who signs in with an account keeps his phone: the contact moves with his cases", async () => {
    const { contact, caseId } = await person();
    await scene.ctx.db.insert(users).values({ id: "usr_own", name: "", email: "maria@example.com" });
    await joinAnonymous(scene.ctx, { anonymousId: contact.userId, userId: "usr_own" });
    expect(await scene.contact(PHONE)).toMatchObject({ userId: "usr_own", caseId });
    await scene.write({ from: number, text: "Ainda sou eu" });
    expect((await scene.contact(PHONE)).caseId).toBe(caseId);
  });
});

describe("one message", () => {
  it("is one however often it is delivered: at once, and again later", async () => {
    const body = messageBody({ from: number, text: "Bom dia", id: "3A837" });
    const taken = await Promise.all(Array.from({ length: 30 }, () => scene.take(body)));
    expect(taken.reduce((sum, one) => sum + one.taken, 0)).toBe(1);
    await scene.world.drain();
    await scene.write({ from: number, text: "Bom dia", id: "3A837" });
    expect(everythingHeard()).toEqual(["Bom dia"]);
    // The same words under another id are another message.
    await scene.write({ from: number, text: "Bom dia", id: "3A838" });
    expect(everythingHeard()).toEqual(["Bom dia", "Bom dia"]);
  });

  it("longer than the conversation takes is heard in pieces, all of it", async () => {
    const text = "palavra ".repeat(1500).trim();
    await scene.write({ from: number, text });
    expect(everythingHeard()).toHaveLength(2);
    expect(everythingHeard().join(" ")).toBe(text);
  });

  it("a number stands for the answer that was offered, and for itself where none was", async () => {
    await person();
    scene.options = [
      { value: "yes", label: "Sim" },
      { value: "no", label: "Não" },
    ];
    await scene.write({ from: number, text: "2" });
    scene.options = [];
    await scene.write({ from: number, text: "2" });
    expect(everythingHeard().slice(1)).toEqual(["Não", "2"]);
  });
});

describe("what cannot be said is answered kindly", () => {
  it("a voice where nobody listens; the greeting comes first, once", async () => {
    await scene.write({ from: number, message: { audioMessage: { seconds: 3 } } });
    await scene.write({ from: number, message: { stickerMessage: {} } });
    const texts = scene.evolution.textsTo(number);
    expect(texts).toHaveLength(3);
    expect(texts[0]).toContain("Oi, eu sou o assistente");
    expect(texts[1]).toContain("não consigo ouvir áudios");
    expect(texts[2]).toContain("não consigo ler");
    expect(everythingHeard()).toEqual([]);
  });

  it("a voice is words where somebody listens", async () => {
    scene.ctx.speech = [{ key: "openai", transcribe: async () => "Meu chefe não me pagou" }];
    scene.evolution.sounds.set("3AVOICE", new TextEncoder().encode("OggS and the sound of it"));
    await scene.write({ from: number, id: "3AVOICE", message: { audioMessage: { seconds: 3 } } });
    expect(everythingHeard()).toEqual(["Meu chefe não me pagou"]);
    await scene.write({ from: number, id: "3ALOST", message: { audioMessage: { seconds: 3 } } });
    expect(scene.evolution.textsTo(number).at(-1)).toContain("enviar de novo, ou escrever");
  });

  it("a picture's words are heard, and the picture is asked for on the page", async () => {
    await scene.write({ from: number, message: { imageMessage: { caption: "Este é o papel" } } });
    expect(everythingHeard()).toEqual(["Este é o papel"]);
    expect(scene.evolution.textsTo(number).at(-1)).toMatch(/pela página: http:\/\/vez\.test\/w\?k=\S+$/);
  });
});

describe("what was said goes out", () => {
  it("in its order, once, however often it is told", async () => {
    const { caseId } = await person();
    const lines = [
      { key: "msg_1", text: "Primeira" },
      { key: "msg_2", text: "Segunda", options: [{ label: "Sim" }, { label: "Não" }] },
      { key: "trn:safety", kind: "safety", box: { title: "Perigo?", lines: [{ text: "Ligue", phone: "190" }] } },
    ] as const;
    await scene.tell(caseId, lines as never);
    await scene.tell(caseId, lines as never);
    await scene.world.drain();
    await scene.tell(caseId, lines as never);
    await scene.world.drain();
    const texts = scene.evolution.textsTo(number);
    expect(texts[0]).toBe("Primeira");
    expect(texts[1]).toContain("1. Sim\n2. Não");
    expect(texts[2]).toBe("*Perigo?*\nLigue 190");
    expect(texts).toHaveLength(3);
    // The words are the conversation's to keep.
    expect(await scene.messages()).toMatchObject([{ status: "sent", text: null }, {}, {}]);
  });

  it("nothing of it after the person said stop, but the answer to that", async () => {
    const { caseId, contact } = await person();
    await scene.tell(caseId, [{ key: "msg_1", text: "Antes" }]);
    await scene.ctx.db.update(users).set({ optedOutAt: scene.ctx.now() }).where(eq(users.id, contact.userId));
    await scene.tell(caseId, [{ key: "msg_2", text: "Tudo bem, paro por aqui." }], "stopped");
    await scene.world.drain();
    expect(scene.evolution.textsTo(number)).toEqual(["Tudo bem, paro por aqui."]);
    expect(await scene.messages()).toMatchObject([{ status: "withheld", text: null }, { status: "sent" }]);
  });

  it("waits while the phone is off line, and goes when it is back", async () => {
    const { caseId } = await person();
    scene.evolution.state = "close";
    await scene.tell(caseId, [{ key: "msg_1", text: "Espera" }]);
    await scene.world.drain();
    expect(await scene.messages()).toMatchObject([{ status: "queued", reason: "not_connected" }]);
    await scene.tell(caseId, [{ key: "msg_2", text: "Depois" }]);
    scene.evolution.state = "open";
    scene.world.advance(3_600_000);
    await scene.world.drain();
    expect(scene.evolution.textsTo(number)).toEqual(["Espera", "Depois"]);
  });

  it.each(["truncated", "status_500"] as const)(
    "an answer that is %s is looked into: there, or sent then, once",
    async (fault) => {
      const { caseId } = await person();
      scene.evolution.fail(fault);
      await scene.tell(caseId, [{ key: "msg_1", text: "Chegou?" }]);
      await scene.world.drain();
      expect(await scene.messages()).toMatchObject([{ status: "unsure" }]);
      scene.evolution.fail(null);
      scene.world.advance(60_000);
      await scene.world.drain();
      expect(scene.evolution.textsTo(number)).toEqual(["Chegou?"]);
      expect(await scene.messages()).toMatchObject([{ status: "sent", vendorId: scene.evolution.accepted[0]?.id }]);
    },
  );

  it("a text that was claimed when the process died is looked for, never sent on a guess", async () => {
    const { caseId } = await person();
    await scene.tell(caseId, [{ key: "msg_1", text: "No meio" }]);
    const [row] = await scene.messages();
    await scene.ctx.db
      .update(whatsappMessages)
      .set({ status: "sending", claimedAt: scene.ctx.now() })
      .where(eq(whatsappMessages.id, row?.id ?? ""));
    scene.evolution.keepsMessages = false;
    for (let round = 0; round < 7; round++) {
      scene.world.advance(120_000);
      await scene.world.drain();
    }
    expect(scene.evolution.textsTo(number)).toEqual([]);
    expect(await scene.messages()).toMatchObject([{ status: "unsure" }]);
    // The conversation goes on all the same.
    await scene.tell(caseId, [{ key: "msg_2", text: "Seguimos" }]);
    await scene.world.drain();
    expect(scene.evolution.textsTo(number)).toEqual(["Seguimos"]);
  });

  it("a number without WhatsApp is refused for good, and holds nothing up", async () => {
    const { caseId } = await person();
    scene.evolution.withoutWhatsApp.add(number);
    await scene.tell(caseId, [{ key: "msg_1", text: "Ninguém lê" }]);
    await scene.world.drain();
    expect(await scene.messages()).toMatchObject([{ status: "refused", reason: "no_such_number", text: null }]);
  });
});

describe("who tells of violence", () => {
  const opened = openInterview({ vertical: "legal", locale: "pt-BR", now: new Date(0), zone: "America/Sao_Paulo" });
  const calm = { ...opened.understanding, area: "familia" as const, urgencyHours: 72 };
  const afraid = { ...calm, flags: ["violence" as const] };
  const reachOf = async (userId: string) =>
    (await scene.ctx.db.select().from(clientReach).where(eq(clientReach.userId, userId)))[0];
  /** A notice of the case's later life, and what came to the phone of it. */
  async function notice(userId: string, key: string): Promise<string[]> {
    const before = scene.evolution.textsTo(number).length;
    await deliver(scene.ctx, { userId, kind: "case_accepted", params: {} }, key);
    await scene.world.drain();
    return scene.evolution.textsTo(number).slice(before);
  }
  async function told(flags: typeof calm | typeof afraid) {
    const known = await person();
    await completeTriage(scene.ctx, { caseId: known.caseId, understanding: flags });
    await scene.tell(known.caseId, [{ key: "msg_end", text: "Entendi. Agora procuro alguém." }], "completed");
    await scene.world.drain();
    return known;
  }

  it("is written to by nobody unasked; others are told on the phone as before", async () => {
    const other = await told(calm);
    expect(await notice(other.contact.userId, "k1")).toHaveLength(1);
    await scene.forget();
    const { contact, caseId } = await told(afraid);
    expect(await reachOf(contact.userId)).toBeUndefined();
    expect(await notice(contact.userId, "k2")).toEqual([]);
    // The app has it, and his own words are answered.
    const kept = await scene.ctx.db.select().from(notifications).where(eq(notifications.userId, contact.userId));
    expect(new Set(kept.map(({ channel }) => channel))).toEqual(new Set(["in_app"]));
    await scene.tell(caseId, [{ key: "msg_2", text: "Estou aqui." }], "completed");
    await scene.world.drain();
    expect(scene.evolution.textsTo(number).at(-1)).toContain("Estou aqui.");
  });

  it("a notice that was on its way already when he told is not sent", async () => {
    const { contact, caseId } = await person();
    await deliver(scene.ctx, { userId: contact.userId, kind: "case_accepted", params: {} }, "k1");
    const record = { caseId, status: "interviewing", controlledBy: "agent", reason: null, seq: 9 } as const;
    await recordConversation(scene.ctx, { ...record, understanding: afraid });
    await scene.world.drain();
    expect(scene.evolution.textsTo(number)).toEqual([]);
  });

  it.each([
    ["Sim!", { channel: "whatsapp", address: PHONE, leaveMessage: true, assumed: false }, 1],
    ["não", { channel: "page", address: null, leaveMessage: false, assumed: false }, 0],
  ] as const)(
    "is asked once whether it is safe; %s decides, and is no part of the story",
    async (word, reach, sent) => {
      const { contact, caseId } = await told(afraid);
      const asked = () => scene.evolution.textsTo(number).filter((text) => text.includes("Responda sim ou não."));
      expect(asked()).toHaveLength(1);
      await scene.write({ from: number, text: word, id: "3ASAFE" });
      await scene.write({ from: number, text: word, id: "3ASAFE" });
      expect(everythingHeard()).toEqual(["Fui demitida."]);
      expect(scene.evolution.textsTo(number).at(-1)).toMatch(/^Certo\./);
      expect(await reachOf(contact.userId)).toMatchObject(reach);
      expect(await notice(contact.userId, "k1")).toHaveLength(sent);
      await scene.tell(caseId, [{ key: "msg_3", text: "Mais uma coisa." }], "completed");
      await scene.world.drain();
      expect(asked()).toHaveLength(1);
    },
  );

  it("a yes to anything else, or with more behind it, is a part of the story and allows nothing", async () => {
    const { contact, caseId } = await told(afraid);
    await scene.write({ from: number, text: "Sim, mas ele lê as minhas mensagens" });
    await scene.tell(caseId, [{ key: "msg_4", text: "Você está bem agora?" }], "completed");
    await scene.world.drain();
    await scene.write({ from: number, text: "sim" });
    expect(everythingHeard().slice(1)).toEqual(["Sim, mas ele lê as minhas mensagens", "sim"]);
    expect(await reachOf(contact.userId)).toBeUndefined();
    expect(await notice(contact.userId, "k1")).toEqual([]);
  });

  it("a yes that follows other words of his allows nothing either: it may belong to them", async () => {
    const { contact } = await told(afraid);
    scene.world.advance(5000);
    await scene.write({ from: number, text: "Ele está no quarto ao lado" });
    scene.world.advance(5000);
    await scene.write({ from: number, text: "sim" });
    expect(everythingHeard()).toHaveLength(3);
    expect(await reachOf(contact.userId)).toBeUndefined();
  });

  it("what he said himself stays, also where the number is only assumed in another name", async () => {
    const { contact, caseId } = await person();
    const actor = { kind: "person", userId: contact.userId, role: "client", locale: "pt-BR" } as const;
    await setReach(scene.ctx, actor, { channel: "whatsapp", address: PHONE, leave_message: true });
    await completeTriage(scene.ctx, { caseId, understanding: afraid });
    expect(await reachOf(contact.userId)).toMatchObject({ channel: "whatsapp", assumed: false });
    await scene.ctx.db.insert(users).values({ id: "usr_said", name: "", email: "lia@example.com" });
    await setReach(scene.ctx, { ...actor, userId: "usr_said" }, { channel: "page" });
    scene.world.advance(60_000);
    await scene.write({ from: "5521987651111", text: "Outro telefone" });
    const second = await scene.contact("+5521987651111");
    await joinAnonymous(scene.ctx, { anonymousId: second.userId, userId: "usr_said" });
    expect(await reachOf("usr_said")).toMatchObject({ channel: "page", assumed: false });
  });
});

describe("a phone that writes fast", () => {
  const words = () => [...scene.heard.values()].flat();
  async function many(from: number, to: number) {
    for (let i = from; i <= to; i++)
      await scene.take(messageBody({ from: number, text: `pedaço ${i}`, id: `3AP${i}` }));
    await scene.world.drain();
  }

  it("is answered as it comes up to the limit, then held together; nothing is lost, and later it begins anew", async () => {
    await many(1, 22);
    expect(everythingHeard()).toEqual(Array.from({ length: 22 }, (_, i) => `pedaço ${i + 1}`));
    expect(words().map(({ holdMs }) => holdMs ?? 0)).toEqual([...Array(20).fill(0), HOLD_MS, HOLD_MS]);
    scene.world.advance(STRETCH_MS);
    await many(23, 23);
    expect(words().at(-1)).not.toHaveProperty("holdMs");
  });

  it("a flood is asked to wait, once; danger, stop and a person are heard all the same", async () => {
    await many(1, 1);
    await scene.ctx.db.update(whatsappContacts).set({ heardCount: 200 });
    await many(2, 4);
    expect(everythingHeard()).toEqual(["pedaço 1"]);
    expect(scene.evolution.textsTo(number).filter((text) => text.includes("Espere uns minutos"))).toHaveLength(1);
    for (const text of ["ele vai me matar", "parar", "quero falar com uma pessoa"]) {
      await scene.write({ from: number, text });
    }
    expect(everythingHeard().slice(1)).toEqual(["ele vai me matar", "parar", "quero falar com uma pessoa"]);
    scene.world.advance(STRETCH_MS);
    await many(5, 5);
    expect(everythingHeard().at(-1)).toBe("pedaço 5");
  });

  it("a long message counts for each of its pieces, and what is answered beside the talk is answered once a stretch", async () => {
    await scene.write({ from: number, text: "palavra ".repeat(1001) });
    expect(await scene.contact(PHONE)).toMatchObject({ heardCount: 2 });
    await scene.ctx.db.update(whatsappContacts).set({ heardCount: 20 });
    for (let i = 0; i < 3; i++) await scene.write({ from: number, message: { stickerMessage: {} } });
    for (let i = 0; i < 3; i++) await scene.write({ from: number, text: "link" });
    const texts = scene.evolution.textsTo(number);
    expect(texts.filter((text) => text.includes("não consigo ler"))).toHaveLength(1);
    expect(texts.filter((text) => text.includes("O seu caso no navegador"))).toHaveLength(1);
  });
});

describe("receipts", () => {
  const receipt = (keyId: string, status: string) => webhookBody("messages.update", { keyId, status, fromMe: true });

  it("in any order and twice they move a text forward only", async () => {
    const { caseId } = await person();
    await scene.tell(caseId, [{ key: "msg_1", text: "Lida" }]);
    await scene.world.drain();
    const id = scene.evolution.accepted[0]?.id ?? "";
    for (const status of ["READ", "DELIVERY_ACK", "SERVER_ACK"]) await scene.take(receipt(id, status));
    await scene.world.drain();
    expect(await scene.messages()).toMatchObject([{ status: "read", readAt: expect.any(Date) }]);
  });

  it("a notification's go to the notification", async () => {
    const { contact } = await person();
    const now = scene.ctx.now();
    await scene.ctx.db.insert(notifications).values({
      ...{ id: "ntf_1", key: "k:outside", userId: contact.userId, recipient: PHONE, channel: "whatsapp" },
      ...{ kind: "case_accepted", subject: "s", text: "t", status: "sent", vendor: "evolution", vendorId: "3EBNOTE" },
      ...{ sentAt: now, createdAt: now },
    });
    await scene.take(receipt("3EBNOTE", "READ"));
    await scene.world.drain();
    const [row] = await scene.ctx.db.select().from(notifications).where(eq(notifications.id, "ntf_1"));
    expect(row?.status).toBe("opened");
  });
});

it("the receipt of a text in doubt waits until the text is found; of a stranger's text only a moment", async () => {
  const { contact } = await person();
  const at = scene.ctx.now();
  await scene.take(webhookBody("messages.update", { keyId: "3EBDOUBT", status: "READ", fromMe: true }));
  await scene.ctx.db.insert(notifications).values({
    ...{ id: "ntf_2", key: "k:doubt", userId: contact.userId, recipient: PHONE, channel: "whatsapp" },
    ...{
      kind: "case_accepted",
      subject: "s",
      text: "t",
      status: "unsure",
      vendor: "evolution",
      claimedAt: at,
      createdAt: at,
    },
  });
  const events = () => scene.ctx.db.select().from(vendorEvents);
  for (let minute = 0; minute < 3; minute++) {
    scene.world.advance(60_000);
    await scene.world.drain();
  }
  expect(await events()).toContainEqual(expect.objectContaining({ status: "pending" }));
  const found = { status: "sent", vendorId: "3EBDOUBT", sentAt: at } as const;
  await scene.ctx.db.update(notifications).set(found).where(eq(notifications.id, "ntf_2"));
  scene.world.advance(600_000);
  await scene.world.drain();
  const [row] = await scene.ctx.db.select().from(notifications).where(eq(notifications.id, "ntf_2"));
  expect(row?.status).toBe("opened");
  await scene.take(webhookBody("messages.update", { keyId: "3EBHAND", status: "READ", fromMe: true }));
  scene.world.advance(60_000);
  await scene.world.drain();
  expect((await events()).filter(({ status }) => status === "pending")).toEqual([]);
});

it("what is said on both sides is shown in the help desk, the last words too", async () => {
  const { caseId, contact } = await person();
  const owed = async () => {
    const rows = await scene.ctx.db.select().from(outbox).where(eq(outbox.name, "desk.mirror"));
    return rows.map(({ key }) => key.replace(`desk.mirror:${caseId}:`, ""));
  };
  expect(await owed()).toEqual([]);
  const desk = {
    openThread: async () => "1",
    has: async () => false,
    say: async () => undefined,
    mark: async () => undefined,
  };
  Object.assign(scene.ctx, { desk });
  await scene.take(messageBody({ from: number, text: "Em São Paulo", id: "3ALAST" }));
  await scene.world.drain();
  await scene.tell(caseId, [{ key: "msg_9", text: "Obrigado." }], "completed");
  expect(await owed()).toEqual(expect.arrayContaining([expect.stringContaining("3ALAST"), "told:msg_9"]));
  Object.assign(scene.ctx, { desk: null });
  expect(contact.caseId).toBe(caseId);
});

it("the operators hear once an hour that the phone is off line", async () => {
  await scene.ctx.db.insert(users).values({ id: "usr_op", name: "", email: "op@example.com", role: "operator" });
  const close = (statusReason: number) => webhookBody("connection.update", { state: "close", statusReason });
  await scene.take(close(428));
  await scene.take(close(401));
  await scene.take(webhookBody("connection.update", { state: "open", statusReason: 200 }));
  await scene.world.drain();
  const told = await scene.ctx.db.select().from(notifications).where(eq(notifications.kind, "whatsapp_disconnected"));
  expect(told.filter(({ channel, userId }) => channel === "in_app" && userId === "usr_op")).toHaveLength(1);
});

describe("the link", () => {
  async function linked() {
    const known = await person();
    await scene.write({ from: number, text: "link" });
    const link = /w\?k=(\S+)/.exec(scene.evolution.textsTo(number).at(-1) ?? "");
    return { ...known, token: link?.[1] ?? "" };
  }

  it("asked for by its word opens the case of its person, once", async () => {
    const { token, caseId, contact } = await linked();
    expect(everythingHeard()).toEqual(["Fui demitida."]);
    expect(await readLink(scene.ctx, token)).toMatchObject({ caseId, userId: contact.userId, isAnonymous: true });
    const uses = await Promise.allSettled([useLink(scene.ctx, token), useLink(scene.ctx, token)]);
    expect(uses.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    // Its own person is still led there.
    expect(await readLink(scene.ctx, token)).toMatchObject({ isOver: true });
  });

  it("opens nothing when it is changed, or older than a week", async () => {
    const { token } = await linked();
    const changed = token.slice(0, -1) + (token.endsWith("A") ? "B" : "A");
    await expect(readLink(scene.ctx, changed)).rejects.toMatchObject({ code: "link_unknown" });
    await expect(readLink(scene.ctx, "")).rejects.toMatchObject({ code: "link_unknown" });
    scene.world.advance(7 * 86_400_000 + 1);
    await expect(useLink(scene.ctx, token)).rejects.toMatchObject({ code: "link_unknown" });
  });

  it("stands in a notification to somebody without an account, the same in every try", async () => {
    const { contact, caseId } = await person();
    const { whatsapp } = scene.ctx.senders;
    if (whatsapp === undefined) throw new Error("nobody carries it");
    const link = "http://vez.test/contracts/ctr_1";
    const item = (id: string, to: string) => ({
      ...{ id, to, subject: "Seu contrato", text: `Seu contrato\n${link}`, html: null, link },
      ...{ locale: "pt-BR" as const, unsubscribe: null },
    });
    const sender = linkedSender(scene.ctx, whatsapp);
    await sender.send([item("ntf_1", PHONE), item("ntf_2", "+5521911112222")]);
    await sender.send([item("ntf_1", PHONE)]);
    const [first, again] = scene.evolution.textsTo(number);
    expect(first).toMatch(/^Seu contrato\nhttp:\/\/vez\.test\/w\?k=\S+&to=%2Fcontracts%2Fctr_1$/);
    expect(again).toBe(first);
    expect(scene.evolution.textsTo("5521911112222")).toEqual([`Seu contrato\n${link}`]);
    const token = /k=([^&]+)/.exec(first ?? "")?.[1] ?? "";
    expect(await readLink(scene.ctx, token)).toMatchObject({ userId: contact.userId, caseId, isOver: false });
  });

  it("stands in nothing that is for another who is told on the same phone", async () => {
    await person();
    const { whatsapp } = scene.ctx.senders;
    if (whatsapp === undefined) throw new Error("nobody carries it");
    await scene.ctx.db
      .insert(users)
      .values({ id: "usr_shares", name: "Ana", email: "ana@vez.test", role: "professional" });
    const told = {
      userId: "usr_shares",
      channel: "whatsapp",
      recipient: PHONE,
      subject: "Nova oferta",
      text: "Nova oferta",
    } as const;
    await scene.ctx.db
      .insert(notifications)
      .values({ ...told, id: "ntf_pro", key: "k", kind: "offer", createdAt: scene.ctx.now() });
    const link = "http://vez.test/pro/offers/off_1";
    const item = {
      id: "ntf_pro",
      to: PHONE,
      subject: "Nova oferta",
      text: link,
      html: null,
      link,
      locale: "pt-BR",
      unsubscribe: null,
    } as const;
    await linkedSender(scene.ctx, whatsapp).send([item]);
    expect(scene.evolution.textsTo(number)).toEqual([link]);
  });

  it("of a case that is in an account says so, and does not open it by itself", async () => {
    const { token, contact } = await linked();
    await scene.ctx.db.insert(users).values({ id: "usr_other", name: "", email: "joana@example.com" });
    await joinAnonymous(scene.ctx, { anonymousId: contact.userId, userId: "usr_other" });
    expect(await readLink(scene.ctx, token)).toMatchObject({ userId: "usr_other", isAnonymous: false });
  });
});

describe("a notice of which nobody knows whether it is there", () => {
  const unsure = async (wasTaken: boolean) => {
    // The server has a clock of its own.
    scene.world.advance(Date.now() - scene.ctx.now().getTime());
    const { contact, caseId } = await person();
    const now = scene.ctx.now();
    const link = `http://vez.test/conversations/${caseId}`;
    const row = {
      id: "ntf_unsure",
      key: "k:outside",
      occasion: "k",
      rung: 1,
      userId: contact.userId,
      recipient: PHONE,
      channel: "whatsapp",
      kind: "contract_signed",
      subject: "Seu contrato",
      text: `Seu contrato\n${link}`,
      link,
      status: "unsure",
      vendor: "evolution",
      tries: 1,
      claimedAt: now,
      createdAt: now,
    } as const;
    await scene.ctx.db.insert(notifications).values(row);
    const { whatsapp } = scene.ctx.senders;
    if (whatsapp === undefined) throw new Error("nobody carries it");
    scene.ctx.senders.whatsapp = linkedSender(scene.ctx, whatsapp);
    const { subject, text } = row;
    const item = {
      id: row.id,
      to: PHONE,
      subject,
      text,
      html: null,
      link,
      locale: "pt-BR",
      unsubscribe: null,
    } as const;
    if (wasTaken) await scene.ctx.senders.whatsapp.send([item]);
    const before = scene.evolution.textsTo(number).length;
    const states = async () => {
      const rows = await scene.ctx.db.select().from(notifications).where(eq(notifications.id, row.id));
      return { status: rows[0]?.status, sent: scene.evolution.textsTo(number).length - before };
    };
    const minutes = async (count: number) => {
      scene.world.advance(count * 60_000);
      await sweepNotifications(scene.ctx);
      await scene.world.drain();
      return states();
    };
    return { minutes, restore: () => Object.assign(scene.ctx.senders, { whatsapp }) };
  };

  it("is looked for: found it was sent, and is not sent again", async () => {
    const { minutes, restore } = await unsure(true);
    expect(await minutes(1)).toEqual({ status: "unsure", sent: 0 });
    expect(await minutes(2)).toEqual({ status: "sent", sent: 0 });
    restore();
  });

  it("is looked for when the server is back: absent, it is sent once", async () => {
    const { minutes, restore } = await unsure(false);
    scene.evolution.fail("refused_connection");
    expect(await minutes(3)).toEqual({ status: "unsure", sent: 0 });
    scene.evolution.fail(null);
    expect(await minutes(1)).toEqual({ status: "sent", sent: 1 });
    expect(await minutes(5)).toEqual({ status: "sent", sent: 1 });
    restore();
  });

  it("stays so where the server keeps no messages", async () => {
    const { minutes, restore } = await unsure(false);
    scene.evolution.keepsMessages = false;
    expect(await minutes(3)).toEqual({ status: "unsure", sent: 0 });
    expect(await minutes(3)).toEqual({ status: "unsure", sent: 0 });
    restore();
  });
});

describe("what is kept", () => {
  it("words that never left are forgotten after a month, the row after two; a row of yesterday stays whole", async () => {
    const { contact, caseId } = await person();
    scene.evolution.fail("status_500");
    await scene.tell(caseId, [{ key: "msg_old", text: "Palavras." }]);
    const age = (days: number) =>
      scene.ctx.db
        .update(whatsappMessages)
        .set({ createdAt: new Date(scene.ctx.now().getTime() - days * 86_400_000) })
        .where(eq(whatsappMessages.contactId, contact.id));
    await age(1);
    await sweepVendorEvents(scene.ctx);
    expect(await scene.messages()).toMatchObject([{ text: "Palavras." }]);
    await age(31);
    await sweepVendorEvents(scene.ctx);
    expect(await scene.messages()).toMatchObject([{ text: null }]);
    await age(61);
    await sweepVendorEvents(scene.ctx);
    expect(await scene.messages()).toEqual([]);
  });

  it("a number goes with the last conversation of its person, and not before", async () => {
    const { contact, caseId } = await person();
    await scene.ctx.db.update(cases).set({ status: "closed", closeReason: "silent" }).where(eq(cases.id, caseId));
    const kept = () =>
      Promise.all([
        scene.ctx.db.$count(whatsappContacts, eq(whatsappContacts.userId, contact.userId)),
        scene.ctx.db.$count(clientReach, eq(clientReach.userId, contact.userId)),
      ]);
    await forgetCase(scene.ctx, { caseId });
    expect(await kept()).toEqual([1, 1]);
    await scene.ctx.db
      .update(whatsappContacts)
      .set({ lastInAt: new Date(scene.ctx.now().getTime() - 91 * 86_400_000) });
    const other = await scene.world.addCase({ clientId: contact.userId, status: "closed" });
    await forgetCase(scene.ctx, { caseId });
    expect(await kept()).toEqual([1, 1]);
    await scene.ctx.db.update(cases).set({ status: "forgotten" }).where(eq(cases.id, other));
    await forgetCase(scene.ctx, { caseId });
    expect(await kept()).toEqual([0, 0]);
  });
});
