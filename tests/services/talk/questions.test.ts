// The one anonymous question before an acceptance: who asks, who answers, what passes, and when it is too late.
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { audit, cases, notifications, offerQuestions, offers, users } from "../../../src/db/schema.ts";
import { answerQuestion } from "../../../src/services/talk/answer-question.ts";
import { askQuestion } from "../../../src/services/talk/ask-question.ts";
import { listQuestions } from "../../../src/services/talk/list-questions.ts";
import { readQuestion } from "../../../src/services/talk/question-view.ts";
import { openDatabase, type TestDatabase } from "../../support/database.ts";
import { addProfessional } from "../../support/offer-rows.ts";
import { CLIENT, LAWYER, OPERATOR, OTHER_LAWYER, STRANGER } from "../contracts/scene.ts";
import { offerIt, openTalk, type TalkScene } from "./scene.ts";

let database: TestDatabase;
let scene: TalkScene;

beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.reset();
  scene = await openTalk(database.db);
  await offerIt(database.db);
});

const QUESTION = "Houve aviso prévio, e quando foi a demissão?";
const ask = (text = QUESTION, who = LAWYER, offerId = "off_1") => askQuestion(scene.ctx, who, offerId, { text });
const answer = (questionId: string, text: string, who = CLIENT) =>
  answerQuestion(scene.ctx, who, { caseId: "cas_1", questionId }, { text });
const refused = (code: string) => expect.objectContaining({ code });
const told = async (kind: string) =>
  (await database.db.select().from(notifications)).filter((one) => one.kind === kind && one.channel === "in_app");

describe("a question", () => {
  test("reaches the client without who asks, and its answer only the one who asked", async () => {
    const asked = await ask("Bom dia, sou a Ana Conceição, OAB/SP 123456, fone 11 98765-4321. Houve aviso prévio?");
    expect(asked.text).not.toMatch(/Ana|Concei|123456|98765/);
    expect(asked.text).toContain("Houve aviso prévio?");
    const { items } = await listQuestions(scene.ctx, CLIENT, "cas_1");
    expect(items).toEqual([expect.objectContaining({ id: asked.id, text: asked.text, answer: null })]);
    expect(JSON.stringify(items)).not.toMatch(/off_|pro_/);
    await database.db.update(users).set({ name: "Maria da Silva" }).where(eq(users.id, "usr_client"));
    const given = await answer(asked.id, "Não houve. Aqui é a Maria, maria@exemplo.com. Foi em 12/10/2026.");
    expect(given.answer).not.toMatch(/Maria|exemplo/);
    expect(given.answer).toContain("12/10/2026");
    expect(await readQuestion(scene.ctx, LAWYER, "off_1")).toMatchObject({ id: asked.id, answer: given.answer });
    expect(await readQuestion(scene.ctx, OTHER_LAWYER, "off_2")).toBeNull();
    await scene.drain();
    expect(await told("offer_question")).toEqual([expect.objectContaining({ userId: "usr_client" })]);
    expect(await told("question_answered")).toEqual([expect.objectContaining({ userId: "usr_lawyer" })]);
    for (const stream of ["cnv_1", "inbox_usr_lawyer"]) {
      expect(scene.published.get(stream)?.map(({ data }) => data.status)).toEqual(["asked", "answered"]);
      expect(JSON.stringify(scene.published.get(stream))).not.toContain("aviso");
    }
    expect((await database.db.select().from(offerQuestions))[0]?.text).toBe(asked.text);
  });

  test("is asked once on an offer; the same words again, or at once, are the same question", async () => {
    const [first, twin] = await Promise.all([ask(), ask()]);
    expect(twin).toEqual(first);
    expect(await ask()).toEqual(first);
    await expect(ask("E outra coisa: havia horas extras?")).rejects.toEqual(refused("question_asked"));
    expect(await database.db.select().from(audit).where(eq(audit.action, "question.asked"))).toHaveLength(1);
  });

  test("needs words that are left without names and numbers", async () => {
    await expect(ask("11 98765-4321 ou 11 91234-5678")).rejects.toEqual(refused("invalid_input"));
    const { id } = await ask();
    await expect(answer(id, "11 98765-4321")).rejects.toEqual(refused("invalid_input"));
  });

  test("is not for strangers, colleagues and operators, neither to ask nor to answer nor to read", async () => {
    for (const who of [STRANGER, OTHER_LAWYER, OPERATOR, CLIENT]) {
      await expect(ask(QUESTION, who)).rejects.toEqual(refused("not_found"));
    }
    const { id } = await ask();
    for (const who of [STRANGER, OTHER_LAWYER, LAWYER, OPERATOR]) {
      await expect(answer(id, "Sim, houve.", who)).rejects.toEqual(refused("not_found"));
      await expect(listQuestions(scene.ctx, who, "cas_1")).rejects.toEqual(refused("not_found"));
    }
    await expect(answer("qst_none", "Sim.")).rejects.toEqual(refused("not_found"));
    await expect(readQuestion(scene.ctx, OTHER_LAWYER, "off_1")).rejects.toEqual(refused("not_found"));
  });

  test("is not put to somebody who said stop", async () => {
    await database.db.update(users).set({ optedOutAt: scene.clock.now }).where(eq(users.id, "usr_client"));
    await expect(ask()).rejects.toEqual(refused("client_stopped"));
    await database.db.update(users).set({ optedOutAt: null });
    await database.db.update(cases).set({ stoppedAt: scene.clock.now });
    await expect(ask()).rejects.toEqual(refused("client_stopped"));
    expect(await database.db.select().from(offerQuestions)).toEqual([]);
  });

  test("stops no clock: after the offer is over it is neither asked nor answered", async () => {
    const before = await database.db.select({ at: offers.expiresAt }).from(offers);
    const { id } = await ask();
    expect(before).toEqual(await database.db.select({ at: offers.expiresAt }).from(offers));
    scene.clock.now = new Date(scene.clock.now.getTime() + 2 * 86_400_000);
    await expect(answer(id, "Sim, houve.")).rejects.toEqual(refused("question_closed"));
    expect((await listQuestions(scene.ctx, CLIENT, "cas_1")).items).toEqual([]);
    await expect(ask(QUESTION, OTHER_LAWYER, "off_2")).rejects.toEqual(refused("offer_closed"));
  });

  test("waits where five others wait already", async () => {
    const [offer] = await database.db.select().from(offers).where(eq(offers.id, "off_2"));
    if (offer === undefined) throw new Error("no offer");
    for (let i = 0; i < 5; i++) {
      const professionalId = await addProfessional(database.db, `q${i}`);
      await database.db.insert(offers).values({ ...offer, id: `off_q${i}`, professionalId });
      const asked = { caseId: "cas_1", offerId: `off_q${i}`, text: "x", createdAt: scene.clock.now };
      await database.db.insert(offerQuestions).values({ ...asked, id: `qst_${i}` });
    }
    await expect(ask()).rejects.toEqual(refused("too_many_questions"));
    await answer("qst_3", "Sim, houve.");
    expect(await ask()).toMatchObject({ text: QUESTION });
  });
});

describe("an answer", () => {
  test("counts once, says that the client was here, and cannot be changed", async () => {
    const { id } = await ask();
    const [first, twin] = await Promise.all([answer(id, "Sim, houve."), answer(id, "Sim, houve.")]);
    expect(twin).toEqual(first);
    await expect(answer(id, "Não, não houve.")).rejects.toEqual(refused("question_answered"));
    expect(await database.db.select({ at: cases.clientSeenAt }).from(cases)).toEqual([{ at: scene.clock.now }]);
    expect((await listQuestions(scene.ctx, CLIENT, "cas_1")).items).toEqual([
      expect.objectContaining({ id, answer: "Sim, houve.", answer_by: null }),
    ]);
  });
});
