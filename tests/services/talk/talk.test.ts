// A talk after an acceptance: what is said, read, muted, reported and blocked, by whom, twice, at once, and by whom not.
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  audit,
  blockedPairs,
  caseChanges,
  caseMessages,
  caseReports,
  cases,
  notifications,
  offers,
  outbox,
} from "../../../src/db/schema.ts";
import { blockOther } from "../../../src/services/talk/block-other.ts";
import { countUnread } from "../../../src/services/talk/count-unread.ts";
import { decideReport } from "../../../src/services/talk/decide-report.ts";
import { formerTalks } from "../../../src/services/talk/former-talks.ts";
import { listMessages } from "../../../src/services/talk/list-messages.ts";
import { listReports } from "../../../src/services/talk/list-reports.ts";
import { muteTalk, unmuteTalk } from "../../../src/services/talk/mute-talk.ts";
import { readTalkAsOperator, sittingOf } from "../../../src/services/talk/read-as-operator.ts";
import { readUpTo } from "../../../src/services/talk/read-up-to.ts";
import { reportOther } from "../../../src/services/talk/report-other.ts";
import { sendMessage } from "../../../src/services/talk/send-message.ts";
import type { Person } from "../../../src/services/talk/talk-of.ts";
import { openDatabase, type TestDatabase } from "../../support/database.ts";
import { CLIENT, LAWYER, OPERATOR, OTHER_LAWYER, STRANGER } from "../contracts/scene.ts";
import { changeHands, openTalk, type TalkScene } from "./scene.ts";

let database: TestDatabase;
let scene: TalkScene;
let serial = 0;

beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.reset();
  scene = await openTalk(database.db);
});

const say = (who: Person, text: string, key = `m${++serial}`) =>
  sendMessage(scene.ctx, who, "cas_1", { text, client_message_id: key });
const heard = async (who: Person) => (await listMessages(scene.ctx, who, "cas_1")).items.map(({ text }) => text);
const refused = (code: string) => expect.objectContaining({ code });
const noticesTo = async (userId: string) =>
  (await database.db.select().from(notifications).where(eq(notifications.userId, userId))).filter(
    ({ kind, channel }) => kind === "case_message_new" && channel === "in_app",
  );
const later = (ms: number) => {
  scene.clock.now = new Date(scene.clock.now.getTime() + ms);
};

describe("words", () => {
  test("pass between client and professional, newest first, in the order in which they were said", async () => {
    await say(CLIENT, "Bom dia, doutora.");
    await say(LAWYER, "Bom dia. Já li o resumo.");
    await say(CLIENT, "Que bom.");
    expect(await heard(CLIENT)).toEqual(["Que bom.", "Bom dia. Já li o resumo.", "Bom dia, doutora."]);
    expect(await heard(LAWYER)).toEqual(await heard(CLIENT));
    const { items } = await listMessages(scene.ctx, CLIENT, "cas_1");
    expect(items.map(({ from }) => from)).toEqual(["client", "professional", "client"]);
  });

  test("sent twice, one after the other or at once, are one message", async () => {
    const first = await say(CLIENT, "Uma vez só", "same");
    expect(await say(CLIENT, "Uma vez só", "same")).toEqual(first);
    const both = await Promise.all([say(LAWYER, "Eu também", "twin"), say(LAWYER, "Eu também", "twin")]);
    expect(both[0]).toEqual(both[1]);
    expect(await heard(CLIENT)).toEqual(["Eu também", "Uma vez só"]);
    // The other side's own id may be the same.
    await say(LAWYER, "Meu", "same");
    expect(await heard(CLIENT)).toHaveLength(3);
  });

  test("are told to both streams by id alone, at once and by the outbox, once", async () => {
    const { id } = await say(LAWYER, "Segredo profissional");
    for (const stream of ["cnv_1", "inbox_usr_lawyer"]) {
      expect(scene.published.get(stream)).toEqual([
        expect.objectContaining({
          type: "case_message",
          data: { case_id: "cas_1", message_id: id, from: "professional", at: expect.any(String) },
        }),
      ]);
    }
    await scene.drain();
    expect(scene.published.get("cnv_1")).toHaveLength(1);
    expect(JSON.stringify([...scene.published])).not.toContain("Segredo");
  });

  test("of the client say that he was here; the professional's do not", async () => {
    await say(LAWYER, "Olá");
    const seen = () => database.db.select({ at: cases.clientSeenAt, n: cases.silenceReminders }).from(cases);
    expect(await seen()).toEqual([{ at: null, n: 0 }]);
    await database.db.update(cases).set({ silenceReminders: 2 });
    await say(CLIENT, "Oi");
    expect(await seen()).toEqual([{ at: scene.clock.now, n: 0 }]);
  });

  test("of strangers, operators and colleagues do not exist", async () => {
    for (const who of [STRANGER, OPERATOR, OTHER_LAWYER]) {
      await expect(say(who, "Oi")).rejects.toEqual(refused("not_found"));
      await expect(heard(who)).rejects.toEqual(refused("not_found"));
      await expect(muteTalk(scene.ctx, who, "cas_1", { hours: 1 })).rejects.toEqual(refused("not_found"));
      await expect(blockOther(scene.ctx, who, "cas_1")).rejects.toEqual(refused("not_found"));
      await expect(reportOther(scene.ctx, who, "cas_1", { reason: "rude", words: "" })).rejects.toEqual(
        refused("not_found"),
      );
    }
    expect(await database.db.select().from(caseMessages)).toEqual([]);
    await expect(sendMessage(scene.ctx, CLIENT, "cas_none", { text: "x", client_message_id: "1" })).rejects.toEqual(
      refused("not_found"),
    );
  });

  test("of a professional who gave the case back are read neither by him any more nor by the next one", async () => {
    await say(CLIENT, "Para a primeira");
    await say(LAWYER, "Da primeira");
    await changeHands(database.db);
    await expect(heard(LAWYER)).rejects.toEqual(refused("not_found"));
    await expect(say(LAWYER, "Ainda aqui")).rejects.toEqual(refused("not_found"));
    expect(await heard(OTHER_LAWYER)).toEqual([]);
    await say(OTHER_LAWYER, "Do segundo");
    expect(await heard(CLIENT)).toEqual(["Do segundo"]);
    // The client alone keeps what he has in writing.
    const before = { offer_id: "off_1" };
    expect(await formerTalks(scene.ctx, CLIENT, "cas_1")).toEqual([
      { offer_id: "off_1", professional: "Ana Conceição" },
    ]);
    const kept = await listMessages(scene.ctx, CLIENT, "cas_1", before);
    expect(kept).toMatchObject({ state: "read_only", items: [{ text: "Da primeira" }, { text: "Para a primeira" }] });
    for (const who of [LAWYER, OTHER_LAWYER, STRANGER, OPERATOR]) {
      await expect(listMessages(scene.ctx, who, "cas_1", before)).rejects.toEqual(refused("not_found"));
      await expect(formerTalks(scene.ctx, who, "cas_1")).rejects.toEqual(refused("not_found"));
    }
    await expect(listMessages(scene.ctx, CLIENT, "cas_1", { offer_id: "off_2" })).rejects.toEqual(refused("not_found"));
  });

  test("wait for an acceptance, and end with the case", async () => {
    await database.db.update(offers).set({ status: "seen" }).where(eq(offers.id, "off_1"));
    await database.db.update(cases).set({ status: "offering" });
    await expect(say(CLIENT, "Oi")).rejects.toEqual(refused("talk_not_open"));
    expect(await listMessages(scene.ctx, CLIENT, "cas_1")).toEqual({ items: [], next: null, state: "none" });
    await database.db.update(offers).set({ status: "accepted" }).where(eq(offers.id, "off_1"));
    await database.db.update(cases).set({ status: "signed" });
    const sent = await say(CLIENT, "Assinamos", "kept");
    await database.db.update(cases).set({ status: "closed", closedAt: scene.clock.now });
    await expect(say(LAWYER, "Mais uma coisa")).rejects.toEqual(refused("case_closed"));
    // What a page without network sends again is still the same message.
    expect(await say(CLIENT, "Assinamos", "kept")).toEqual(sent);
    expect(await listMessages(scene.ctx, LAWYER, "cas_1")).toMatchObject({ state: "read_only", items: [{}] });
    later(31 * 86_400_000);
    await expect(heard(LAWYER)).rejects.toEqual(refused("not_found"));
    expect(await heard(CLIENT)).toEqual(["Assinamos"]);
  });

  test("go on from a cursor, and from the last message that a page knows", async () => {
    for (let i = 1; i <= 5; i++) await say(i % 2 ? CLIENT : LAWYER, `n${i}`);
    const first = await listMessages(scene.ctx, CLIENT, "cas_1", { limit: 2 });
    const second = await listMessages(scene.ctx, CLIENT, "cas_1", { limit: 2, cursor: first.next });
    const third = await listMessages(scene.ctx, CLIENT, "cas_1", { limit: 2, cursor: second.next });
    expect([first, second, third].flatMap(({ items }) => items.map(({ text }) => text))).toEqual([
      "n5",
      "n4",
      "n3",
      "n2",
      "n1",
    ]);
    expect(third.next).toBeNull();
    const after = second.items[0]?.id;
    expect((await listMessages(scene.ctx, CLIENT, "cas_1", { after })).items.map(({ text }) => text)).toEqual([
      "n5",
      "n4",
    ]);
  });
});

describe("reading", () => {
  test("marks what the other wrote up to a message, once, and tells both", async () => {
    const one = await say(CLIENT, "um");
    await say(CLIENT, "dois");
    await say(LAWYER, "três");
    expect(await countUnread(scene.ctx, "professional", ["cas_1"])).toEqual(new Map([["cas_1", 2]]));
    later(60_000);
    expect(await readUpTo(scene.ctx, LAWYER, "cas_1", { up_to: one.id })).toEqual({ up_to: one.id, read: 1 });
    expect(await readUpTo(scene.ctx, LAWYER, "cas_1", { up_to: one.id })).toEqual({ up_to: one.id, read: 0 });
    const { items } = await listMessages(scene.ctx, CLIENT, "cas_1");
    expect(items.map(({ read_at }) => read_at)).toEqual([null, null, scene.clock.now.toISOString()]);
    expect(scene.published.get("cnv_1")?.filter(({ type }) => type === "case_read")).toEqual([
      expect.objectContaining({ data: expect.objectContaining({ up_to: one.id, by: "professional" }) }),
    ]);
    expect(await countUnread(scene.ctx, "client", ["cas_1", "cas_other"])).toEqual(new Map([["cas_1", 1]]));
    await expect(readUpTo(scene.ctx, STRANGER, "cas_1", { up_to: one.id })).rejects.toEqual(refused("not_found"));
    await expect(readUpTo(scene.ctx, CLIENT, "cas_1", { up_to: "tlk_none" })).rejects.toEqual(refused("not_found"));
  });
});

describe("a notice", () => {
  test("comes once for a silence, without a word of what was written, and again after it was read", async () => {
    await say(LAWYER, "Primeira palavra confidencial");
    await scene.drain();
    expect(await noticesTo("usr_client")).toEqual([]);
    later(5_000);
    await say(LAWYER, "Segunda");
    later(60_000);
    await scene.drain();
    const [notice, ...more] = await noticesTo("usr_client");
    expect(more).toEqual([]);
    expect(notice?.link).toBe("https://vez.example/conversations/cas_1/talk#latest");
    expect(JSON.stringify(notice)).not.toMatch(/confidencial|Ana|trabalho/i);
    const last = await say(LAWYER, "Terceira");
    later(60_000);
    await scene.drain();
    expect(await noticesTo("usr_client")).toHaveLength(1);
    await readUpTo(scene.ctx, CLIENT, "cas_1", { up_to: last.id });
    await say(LAWYER, "Quarta");
    later(60_000);
    await scene.drain();
    expect(await noticesTo("usr_client")).toHaveLength(2);
  });

  test("does not come to who reads on the page, nor to who muted the talk until the time is over", async () => {
    const read = await say(CLIENT, "Está aí?");
    await readUpTo(scene.ctx, LAWYER, "cas_1", { up_to: read.id });
    later(60_000);
    await scene.drain();
    expect(await noticesTo("usr_lawyer")).toEqual([]);
    await muteTalk(scene.ctx, LAWYER, "cas_1", { hours: 1 });
    await say(CLIENT, "E agora?");
    later(60_000);
    await scene.drain();
    expect(await noticesTo("usr_lawyer")).toEqual([]);
    later(3_600_000);
    await say(CLIENT, "Uma hora depois");
    later(60_000);
    await scene.drain();
    expect(await noticesTo("usr_lawyer")).toHaveLength(1);
    expect((await noticesTo("usr_lawyer"))[0]?.link).toBe("https://vez.example/pro/cases/cas_1#latest");
  });

  test("muted for good stays away until it is wanted again", async () => {
    expect(await muteTalk(scene.ctx, CLIENT, "cas_1", { hours: null })).toEqual({ muted_until: "always" });
    await say(LAWYER, "Olá");
    later(30 * 86_400_000);
    await scene.drain();
    expect(await noticesTo("usr_client")).toEqual([]);
    await unmuteTalk(scene.ctx, CLIENT, "cas_1");
    await say(LAWYER, "Olá de novo");
    later(60_000);
    await scene.drain();
    expect(await noticesTo("usr_client")).toHaveLength(1);
  });
});

describe("a block", () => {
  test("closes the talk at once for both, twice is once, and what was said stays", async () => {
    await say(LAWYER, "Antes");
    expect(await blockOther(scene.ctx, CLIENT, "cas_1")).toEqual({ blocked_by: "client" });
    expect(await blockOther(scene.ctx, CLIENT, "cas_1")).toEqual({ blocked_by: "client" });
    expect(await blockOther(scene.ctx, LAWYER, "cas_1")).toEqual({ blocked_by: "client" });
    for (const who of [CLIENT, LAWYER]) await expect(say(who, "Depois")).rejects.toEqual(refused("talk_closed"));
    expect(await listMessages(scene.ctx, LAWYER, "cas_1")).toMatchObject({
      state: "blocked",
      items: [{ text: "Antes" }],
    });
    expect(await database.db.select().from(blockedPairs)).toHaveLength(1);
    expect(scene.published.get("inbox_usr_lawyer")?.filter(({ type }) => type === "case_talk")).toHaveLength(1);
    const rows = await database.db.select().from(audit).where(eq(audit.action, "talk.blocked"));
    expect(rows).toHaveLength(1);
  });

  test("takes back what the professional was offered of the client's other cases, and their search goes on at once", async () => {
    const [first] = await database.db.select().from(cases).where(eq(cases.id, "cas_1"));
    const [offer] = await database.db.select().from(offers).where(eq(offers.id, "off_1"));
    if (first === undefined || offer === undefined) throw new Error("The scene has a case and an offer.");
    await database.db
      .insert(cases)
      .values({ ...first, id: "cas_9", conversationId: "con_9", openKey: null, status: "offering", wave: 1 });
    await database.db
      .insert(offers)
      .values({ ...offer, id: "off_9", caseId: "cas_9", status: "seen", answeredAt: null });
    await blockOther(scene.ctx, CLIENT, "cas_1");
    const [after] = await database.db.select().from(offers).where(eq(offers.id, "off_9"));
    expect(after?.status).toBe("withdrawn");
    const queued = await database.db.select().from(outbox).where(eq(outbox.name, "case.next_wave"));
    expect(queued.map(({ key }) => key)).toEqual(["case.next_wave:cas_9:1"]);
  });
});

describe("a report", () => {
  test("can be made once the two have parted, by either of them and nobody else", async () => {
    const at = scene.clock.now;
    await changeHands(database.db);
    await database.db.insert(caseChanges).values({
      ...{ id: "chg_1", caseId: "cas_1", kind: "another", by: "client", offerId: "off_1", professionalId: "pro_1", at },
    });
    const about = { reason: "threat", words: "", offer_id: "off_1" } as const;
    const mine = await reportOther(scene.ctx, CLIENT, "cas_1", about);
    expect(await reportOther(scene.ctx, CLIENT, "cas_1", about)).toEqual(mine);
    await reportOther(scene.ctx, LAWYER, "cas_1", about);
    for (const who of [OTHER_LAWYER, STRANGER, OPERATOR]) {
      await expect(reportOther(scene.ctx, who, "cas_1", about)).rejects.toEqual(refused("not_found"));
    }
    await expect(reportOther(scene.ctx, CLIENT, "cas_2", about)).rejects.toEqual(refused("not_found"));
    const rows = await database.db.select().from(caseReports);
    expect(rows.map(({ offerId, side }) => `${offerId} ${side}`).toSorted()).toEqual([
      "off_1 client",
      "off_1 professional",
    ]);
  });

  test("waits for operators, who dismiss it, warn the other side or take it over, each once", async () => {
    const report = await reportOther(scene.ctx, CLIENT, "cas_1", { reason: "money", words: "Pediu um Pix." });
    expect(await reportOther(scene.ctx, CLIENT, "cas_1", { reason: "rude", words: "" })).toEqual(report);
    await scene.drain();
    expect((await listReports(scene.ctx, OPERATOR)).items).toEqual([
      expect.objectContaining({
        id: report.id,
        by: "client",
        reason: "money",
        professional: { id: "pro_1", name: "Ana Conceição" },
      }),
    ]);
    await expect(listReports(scene.ctx, LAWYER)).rejects.toEqual(refused("not_found"));
    await expect(decideReport(scene.ctx, CLIENT, report.id, { decision: "dismiss" })).rejects.toEqual(
      refused("not_found"),
    );
    const decided = await decideReport(scene.ctx, OPERATOR, report.id, { decision: "warn" });
    expect(await decideReport(scene.ctx, OPERATOR, report.id, { decision: "warn" })).toEqual(decided);
    await expect(decideReport(scene.ctx, OPERATOR, report.id, { decision: "dismiss" })).rejects.toEqual(
      refused("decided_already"),
    );
    await scene.drain();
    const warned = (await database.db.select().from(notifications)).filter(({ kind }) => kind === "talk_warning");
    expect(new Set(warned.map(({ userId }) => userId))).toEqual(new Set(["usr_lawyer"]));
    // Decided: another one may come.
    const next = await reportOther(scene.ctx, CLIENT, "cas_1", { reason: "rude", words: "" });
    expect(next.id).not.toBe(report.id);
    expect(await decideReport(scene.ctx, OPERATOR, next.id, { decision: "take_over" })).toMatchObject({
      status: "taken_over",
    });
    expect(await database.db.select().from(caseReports)).toHaveLength(2);
  });
});

describe("an operator", () => {
  test("reads a talk only with a reason, which is kept, and for one sitting", async () => {
    await say(CLIENT, "Palavras privadas");
    expect(await sittingOf(scene.ctx, OPERATOR, "cas_1")).toBeNull();
    for (const reason of ["curto", "x".repeat(301), undefined]) {
      await expect(readTalkAsOperator(scene.ctx, OPERATOR, "cas_1", { reason })).rejects.toEqual(
        refused("invalid_input"),
      );
    }
    const reason = "Denúncia de ofensa neste caso";
    for (const who of [CLIENT, LAWYER, STRANGER]) {
      await expect(readTalkAsOperator(scene.ctx, who, "cas_1", { reason })).rejects.toEqual(refused("not_found"));
    }
    const read = await readTalkAsOperator(scene.ctx, OPERATOR, "cas_1", { reason });
    expect(read.talks).toEqual([
      expect.objectContaining({ offer_id: "off_1", items: [expect.objectContaining({ text: "Palavras privadas" })] }),
    ]);
    const [row] = await database.db.select().from(audit).where(eq(audit.action, "talk.read"));
    expect(row).toMatchObject({ actor: "usr_operator", subject: "cas_1", detail: { reason } });
    later(29 * 60_000);
    expect(await sittingOf(scene.ctx, OPERATOR, "cas_1")).toEqual(read);
    later(2 * 60_000);
    expect(await sittingOf(scene.ctx, OPERATOR, "cas_1")).toBeNull();
  });
});
