// Operators decide: the first decision stands, on what was read; what follows reaches the applicant and the match.
import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  areaPools,
  audit,
  notifications,
  professionals,
  professionalVectorsLexical,
  receipts,
} from "../../../src/db/schema.ts";
import { sendWave } from "../../../src/services/offers/send-wave.ts";
import { answerQuestion } from "../../../src/services/verification/answer-question.ts";
import { approveReview, askApplicant, refuseReview } from "../../../src/services/verification/decide-review.ts";
import { readDraft, saveDraft } from "../../../src/services/verification/draft.ts";
import { listReviews } from "../../../src/services/verification/list-reviews.ts";
import { lookUpAgain } from "../../../src/services/verification/look-up.ts";
import { readReview } from "../../../src/services/verification/read-review.ts";
import { readStanding } from "../../../src/services/verification/standing.ts";
import { submitApplication } from "../../../src/services/verification/submit-application.ts";
import { openDatabase, type TestDatabase } from "../../support/database.ts";
import { RegistryStandIn } from "../../support/registry-stand-in.ts";
import { makeWorld, type World } from "../../support/world.ts";
import { apply, approve, CHECKED, DOCTOR, LAWYER, reviewOf, type Someone, someone } from "./scene.ts";

let database: TestDatabase;
let world: World;
let me: Someone;
let olga: Someone;

beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.reset();
  world = await makeWorld(database, { professionals: 2 });
  me = await someone(world);
  olga = await someone(world, "operator");
});

const kindsFor = async (who: Someone) => {
  await world.drain();
  const told = await world.ctx.db
    .select()
    .from(notifications)
    .where(and(eq(notifications.userId, who.userId), eq(notifications.channel, "in_app")));
  return told.map(({ kind }) => kind);
};

describe("approving", () => {
  test("makes a member from now on: active, valid, counted in the pools, comparable, told", async () => {
    const { professionalId } = await apply(world, me);
    world.advance(3_600_000);
    const before = await world.ctx.db.select().from(areaPools).where(eq(areaPools.area, "trabalho"));
    await approve(world, olga, me);
    const { professional, status, evidence } = await reviewOf(world, me);
    expect({ status, evidence }).toEqual({ status: "approved", evidence: { checks: [...CHECKED] } });
    expect(professional).toMatchObject({ status: "active", licenceStatus: "valid", joinedAt: world.ctx.now() });
    const after = await world.ctx.db.select().from(areaPools).where(eq(areaPools.area, "trabalho"));
    expect(after[0]?.professionals).toBe((before[0]?.professionals ?? 0) + 1);
    const vectors = await world.ctx.db
      .select()
      .from(professionalVectorsLexical)
      .where(eq(professionalVectorsLexical.professionalId, professionalId));
    expect(vectors).toHaveLength(1);
    expect(await kindsFor(me)).toEqual(["verification_approved"]);
  });

  test("needs the comparison with the register, whatever a look-up found", async () => {
    await apply(world, me);
    const { id, seen } = await reviewOf(world, me);
    for (const checks of [[], ["name", "number"]]) {
      await expect(approveReview(world.ctx, olga, { id, seen, checks })).rejects.toMatchObject({
        code: "invalid_input",
      });
    }
  });

  test("of a number that somebody verified has is refused until that is cleared up", async () => {
    await apply(world, me);
    await approve(world, olga, me);
    const other = await someone(world);
    await apply(world, other);
    await expect(approve(world, olga, other)).rejects.toMatchObject({ code: "number_taken", status: 409 });
    expect(await reviewOf(world, other)).toMatchObject({ status: "open", professional: { status: "pending" } });
  });

  test("of a doctor verifies, and no legal case finds the doctor", async () => {
    const { professionalId } = await apply(world, me, DOCTOR);
    await approve(world, olga, me);
    await sendWave(world.ctx, { caseId: await world.addCase(), wave: 1 });
    const seen = await world.ctx.db.select().from(receipts).where(eq(receipts.professionalId, professionalId));
    expect(seen).toEqual([]);
  });
});

describe("two operators", () => {
  test.each(["one after another", "at once"])("%s: the first decision stands", async (how) => {
    await apply(world, me);
    const { id, seen } = await reviewOf(world, me);
    const otto = await someone(world, "operator");
    const yes = () => approveReview(world.ctx, olga, { id, seen, checks: CHECKED });
    const no = () => refuseReview(world.ctx, otto, { id, seen, reasons: ["not_in_register"] });
    const outcomes =
      how === "at once"
        ? await Promise.allSettled([yes(), no()])
        : [...(await Promise.allSettled([yes()])), ...(await Promise.allSettled([no()]))];
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const lost = outcomes.find((one) => one.status === "rejected");
    expect(lost?.reason).toMatchObject({ code: "decided_already", status: 409 });
    const decided = await world.ctx.db.select().from(audit).where(eq(audit.subject, id));
    expect(decided.filter(({ action }) => /approved|refused/.test(action))).toHaveLength(1);
    expect((await kindsFor(me)).length).toBe(1);
  });

  test("the same decision by the same operator twice is one", async () => {
    await apply(world, me);
    const { id, seen } = await reviewOf(world, me);
    const input = { id, seen, checks: CHECKED };
    await approveReview(world.ctx, olga, input);
    world.advance(1000);
    expect(await approveReview(world.ctx, olga, input)).toMatchObject({ status: "approved" });
    expect(await kindsFor(me)).toEqual(["verification_approved"]);
  });

  test("nobody decides on what was not read: a word that came since is a 409", async () => {
    await apply(world, me);
    const { id, seen } = await reviewOf(world, me);
    await answerQuestion(world.ctx, me, { text: "Esqueci de dizer que mudei de nome." });
    await expect(approveReview(world.ctx, olga, { id, seen, checks: CHECKED })).rejects.toMatchObject({
      code: "review_changed",
    });
  });
});

describe("asking", () => {
  test("waits for the applicant, who answers and comes back into the queue", async () => {
    await apply(world, me);
    const { id, seen } = await reviewOf(world, me);
    await askApplicant(world.ctx, olga, { id, seen, question: "Pode mandar o verso da carteira?" });
    expect((await listReviews(world.ctx, olga)).items).toEqual([]);
    expect((await listReviews(world.ctx, olga, { status: "asked" })).items.map((one) => one.id)).toEqual([id]);
    expect(await readStanding(world.ctx, me)).toMatchObject({
      review: { status: "asked", words: [{ by: "team", text: "Pode mandar o verso da carteira?" }] },
    });
    expect(await kindsFor(me)).toEqual(["verification_asked"]);
    await answerQuestion(world.ctx, me, { text: "Mandei agora." });
    await answerQuestion(world.ctx, me, { text: "Mandei agora." });
    const { review } = (await readStanding(world.ctx, me)) ?? {};
    expect(review?.status).toBe("open");
    expect(review?.words.map(({ by }) => by)).toEqual(["team", "applicant"]);
  });

  test("is answered by its applicant alone", async () => {
    await apply(world, me);
    const other = await someone(world);
    await expect(answerQuestion(world.ctx, other, { text: "Sou eu." })).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("refusing", () => {
  test("says why, and leaves a way to try again with what was told", async () => {
    await apply(world, me);
    const { id, seen } = await reviewOf(world, me);
    await expect(refuseReview(world.ctx, olga, { id, seen, reasons: [] })).rejects.toMatchObject({ status: 422 });
    await expect(refuseReview(world.ctx, olga, { id, seen, reasons: ["other"] })).rejects.toMatchObject({
      status: 422,
    });
    await refuseReview(world.ctx, olga, { id, seen, reasons: ["name_differs"], words: "No registro falta o Souza." });
    expect(await readStanding(world.ctx, me)).toMatchObject({
      status: "pending",
      licence_status: "unchecked",
      review: { status: "refused", refusal_reasons: ["name_differs"], refusal_words: "No registro falta o Souza." },
    });
    expect(await kindsFor(me)).toEqual(["verification_refused"]);
    await expect(answerQuestion(world.ctx, me, { text: "Mas" })).rejects.toMatchObject({ code: "nothing_open" });
    const { professional } = await reviewOf(world, me);
    expect(await readDraft(world.ctx, me, professional)).toMatchObject({ name: LAWYER.name, licence: LAWYER.licence });
    world.advance(60_000);
    await saveDraft(world.ctx, me, { name: "Ana Maria Lima" });
    await submitApplication(world.ctx, me, { declared: true });
    const again = await reviewOf(world, me);
    expect(again).toMatchObject({ status: "open", kind: "join", claims: { name: "Ana Maria Lima" } });
    const { earlier } = await readReview(world.ctx, olga, again.id);
    expect(earlier).toMatchObject([{ id, reasons: ["name_differs"] }]);
    await approve(world, olga, me);
    expect((await reviewOf(world, me)).professional).toMatchObject({ name: "Ana Maria Lima", status: "active" });
  });
});

describe("the queue", () => {
  test("is for operators alone", async () => {
    const { id, seen } = await apply(world, me);
    for (const who of [me, await someone(world)]) {
      const calls = [
        () => listReviews(world.ctx, who),
        () => readReview(world.ctx, who, id),
        () => approveReview(world.ctx, who, { id, seen, checks: CHECKED }),
        () => askApplicant(world.ctx, who, { id, seen, question: "Pode ser?" }),
        () => refuseReview(world.ctx, who, { id, seen, reasons: ["incomplete"] }),
        () => lookUpAgain(world.ctx, who, id),
      ];
      for (const call of calls) await expect(call()).rejects.toMatchObject({ code: "not_found" });
    }
  });

  test("has those who wait longest first, page by page, and shows whose number is somebody else's too", async () => {
    const ids: string[] = [];
    for (let i = 0; i < 3; i++) {
      const who = await someone(world);
      ids.push((await apply(world, who)).id);
      world.advance(60_000);
    }
    const first = await listReviews(world.ctx, olga, { limit: 2 });
    expect(first.items.map(({ id }) => id)).toEqual(ids.slice(0, 2));
    expect(first.items[0]).toMatchObject({ licence: "OAB/SP 999.123", duplicates: 2 });
    const second = await listReviews(world.ctx, olga, { limit: 2, cursor: first.next });
    expect(second).toMatchObject({ items: [{ id: ids[2] }], next: null });
    const view = await readReview(world.ctx, olga, ids[0] ?? "");
    expect(view.duplicates).toHaveLength(2);
    expect(view).toMatchObject({
      register_url: "https://cna.oab.org.br/",
      looks_up: false,
      papers: [{ kind: "card" }],
    });
    const read = await world.ctx.db.select().from(audit).where(eq(audit.action, "verification.read"));
    expect(read).toMatchObject([{ subject: ids[0], actor: olga.userId }]);
  });
});

describe("the register", () => {
  let registry: RegistryStandIn;
  beforeEach(() => {
    registry = new RegistryStandIn();
    world.ctx.registry = registry;
  });
  const found = async () => {
    await world.drain();
    return (await reviewOf(world, me)).evidence.registry;
  };

  test.each([
    [{ name: "ANA MARIA SOUZA", situation: "regular" as const }, "found"],
    [{ name: "Carla Dias", situation: "regular" as const }, "name_differs"],
    [{ name: "Ana Maria de Souza", situation: "suspended" as const }, "suspended"],
    [null, "not_found"],
  ])("says %j, which is evidence and decides nothing: %s", async (entry, finding) => {
    registry.entries.set("oab SP 999123", entry);
    await apply(world, me);
    expect(await found()).toMatchObject({ finding, name: entry?.name ?? null });
    expect(await reviewOf(world, me)).toMatchObject({ status: "open", professional: { status: "pending" } });
  });

  test("that is away is evidence as well, and is asked again when an operator wants it", async () => {
    registry.away = true;
    await apply(world, me);
    expect(await found()).toMatchObject({ finding: "away" });
    registry.away = false;
    registry.entries.set("oab SP 999123", { name: LAWYER.name, situation: "regular" });
    const { id, seen } = await reviewOf(world, me);
    expect(await lookUpAgain(world.ctx, olga, id)).toEqual({ finding: "found" });
    // It is no reason to read everything again.
    expect(await approveReview(world.ctx, olga, { id, seen, checks: CHECKED })).toMatchObject({ status: "approved" });
    await expect(lookUpAgain(world.ctx, olga, id)).rejects.toMatchObject({ code: "decided_already" });
  });

  test("is not asked where none is connected", async () => {
    world.ctx.registry = null;
    const { id } = await apply(world, me);
    expect(await found()).toBeUndefined();
    await expect(lookUpAgain(world.ctx, olga, id)).rejects.toMatchObject({ code: "no_registry" });
  });
});

test("an approved professional is not verified by somebody else's review", async () => {
  const { id, seen } = await apply(world, me);
  const other = await someone(world);
  await apply(world, other);
  await approveReview(world.ctx, olga, { id, seen, checks: CHECKED });
  const rows = await world.ctx.db.select().from(professionals).where(eq(professionals.userId, other.userId));
  expect(rows).toMatchObject([{ status: "pending", licenceStatus: "unchecked" }]);
});
