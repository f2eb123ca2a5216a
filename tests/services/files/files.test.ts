// Files of a case: looked at, kept once, seen by those who may, gone for everybody when taken back.
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { caseFiles, cases, offers, outbox } from "../../../src/db/schema.ts";
import { addFile } from "../../../src/services/files/add-file.ts";
import { deleteFile } from "../../../src/services/files/delete-file.ts";
import { listFiles } from "../../../src/services/files/list-files.ts";
import { openFile } from "../../../src/services/files/open-file.ts";
import { removeFile } from "../../../src/services/files/remove-file.ts";
import { renameFile } from "../../../src/services/files/rename-file.ts";
import { sweepFiles } from "../../../src/services/files/sweep-files.ts";
import { openDatabase, type TestDatabase } from "../../support/database.ts";
import { MemoryFiles } from "../../support/memory-files.ts";
import {
  acceptedOffer,
  CLIENT,
  LAWYER,
  OPERATOR,
  OTHER_LAWYER,
  type Scene,
  STRANGER,
  sceneOn,
} from "../contracts/scene.ts";

type Person = typeof CLIENT;

const CASE = "cas_1";
const DAY_MS = 86_400_000;

let database: TestDatabase;
let scene: Scene;
let store: MemoryFiles;
beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.reset();
  scene = sceneOn(database.db);
  store = new MemoryFiles();
  scene.ctx.files = store;
  await acceptedOffer(database.db);
});

const pdf = (text = "") => new TextEncoder().encode(`%PDF-1.7\n${text}`);
const add = (text = "", name = "carta.pdf") => addFile(scene.ctx, CLIENT, CASE, { name, bytes: pdf(text) });
const names = async (actor: Person = CLIENT) =>
  (await listFiles(scene.ctx, actor, CASE)).map(({ name }) => name).sort();

describe("adding", () => {
  test("keeps name, type, size and bytes", async () => {
    const file = await add("demissão");
    expect(file).toMatchObject({ name: "carta.pdf", type: "application/pdf", bytes: pdf("demissão").length });
    const { body } = await openFile(scene.ctx, CLIENT, { caseId: CASE, fileId: file.id });
    expect(new Uint8Array(await new Response(body).arrayBuffer())).toEqual(pdf("demissão"));
  });

  test("the same bytes twice are one file", async () => {
    const [one, two] = await Promise.all([add(), add("", "again.pdf")]);
    expect(two.id).toBe(one.id);
    expect(await names()).toHaveLength(1);
    expect(store.kept.size).toBe(1);
  });

  test("what is no document and no photo is refused, whatever it is called", async () => {
    const bytes = new TextEncoder().encode("<html>");
    await expect(addFile(scene.ctx, CLIENT, CASE, { name: "a.pdf", bytes })).rejects.toMatchObject({
      code: "file_kind",
      status: 415,
    });
    const big = { name: "a.pdf", bytes: pdf("x".repeat(scene.ctx.settings.fileMaxBytes)) };
    await expect(addFile(scene.ctx, CLIENT, CASE, big)).rejects.toMatchObject({ code: "file_too_large" });
    expect(store.kept.size).toBe(0);
  });

  test("a case holds so many and no more, also when they come at once", async () => {
    const most = scene.ctx.settings.filesPerCase;
    const results = await Promise.allSettled(Array.from({ length: most + 3 }, (_, i) => add(`file ${i}`)));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(most);
    for (const result of results)
      if (result.status === "rejected") expect(result.reason).toMatchObject({ code: "too_many_files" });
  });

  test("an upload that the bucket did not take is not seen, and the same one again completes it", async () => {
    store.away = true;
    await expect(add()).rejects.toMatchObject({ code: "files_away", retryable: true });
    expect(await names()).toEqual([]);
    store.away = false;
    await add();
    expect(await names()).toEqual(["carta.pdf"]);
    expect(await database.db.$count(caseFiles)).toBe(1);
  });
});

describe("whose they are", () => {
  test("the client, who took the case, and operators see them; others find nothing", async () => {
    const { id } = await add();
    for (const actor of [CLIENT, LAWYER, OPERATOR]) expect(await names(actor)).toEqual(["carta.pdf"]);
    for (const actor of [OTHER_LAWYER, STRANGER]) {
      await expect(names(actor)).rejects.toMatchObject({ code: "not_found" });
      await expect(openFile(scene.ctx, actor, { caseId: CASE, fileId: id })).rejects.toMatchObject({
        code: "not_found",
      });
    }
  });

  test("operators, colleagues and strangers add, rename and delete nothing", async () => {
    const { id } = await add();
    const at = { caseId: CASE, fileId: id };
    for (const actor of [OTHER_LAWYER, OPERATOR, STRANGER]) {
      await expect(addFile(scene.ctx, actor, CASE, { name: "x.pdf", bytes: pdf("x") })).rejects.toMatchObject({
        code: "not_found",
      });
      await expect(renameFile(scene.ctx, actor, at, { name: "x" })).rejects.toMatchObject({ code: "not_found" });
      await expect(deleteFile(scene.ctx, actor, at)).rejects.toMatchObject({ code: "not_found" });
    }
    expect(await names()).toEqual(["carta.pdf"]);
  });

  test("who took the case adds files, too; each side changes its own alone", async () => {
    const mine = await add();
    const theirs = await addFile(scene.ctx, LAWYER, CASE, { name: "procuração.pdf", bytes: pdf("p") });
    expect((await listFiles(scene.ctx, CLIENT, CASE)).map(({ name, by }) => [name, by]).sort()).toEqual([
      ["carta.pdf", "client"],
      ["procuração.pdf", "professional"],
    ]);
    const of = (fileId: string) => ({ caseId: CASE, fileId });
    await expect(renameFile(scene.ctx, LAWYER, of(mine.id), { name: "x" })).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(renameFile(scene.ctx, CLIENT, of(theirs.id), { name: "x" })).rejects.toMatchObject({
      code: "not_found",
    });
    await deleteFile(scene.ctx, LAWYER, of(mine.id));
    await deleteFile(scene.ctx, CLIENT, of(theirs.id));
    expect(await names(LAWYER)).toEqual(["carta.pdf", "procuração.pdf"]);
    await renameFile(scene.ctx, LAWYER, of(theirs.id), { name: "procuração assinada" });
    await deleteFile(scene.ctx, LAWYER, of(theirs.id));
    expect(await names()).toEqual(["carta.pdf"]);
  });

  test("what a former professional added is for him no more and for the next one never; the client keeps it", async () => {
    const shared = await add();
    const draft = await addFile(scene.ctx, LAWYER, CASE, { name: "minuta.pdf", bytes: pdf("m") });
    await database.db.update(offers).set({ status: "withdrawn" }).where(eq(offers.id, "off_1"));
    await database.db.update(offers).set({ status: "accepted" }).where(eq(offers.id, "off_2"));
    await expect(names(LAWYER)).rejects.toMatchObject({ code: "not_found" });
    expect(await names(OTHER_LAWYER)).toEqual(["carta.pdf"]);
    await expect(openFile(scene.ctx, OTHER_LAWYER, { caseId: CASE, fileId: draft.id })).rejects.toMatchObject({
      code: "not_found",
    });
    // The same bytes again are a file of the next one's own.
    const again = await addFile(scene.ctx, OTHER_LAWYER, CASE, { name: "minuta.pdf", bytes: pdf("m") });
    expect(again.id).not.toBe(draft.id);
    expect(await names()).toEqual(["carta.pdf", "minuta.pdf", "minuta.pdf"]);
    expect(shared.by).toBe("client");
  });

  test("a closed case takes no more files from its professional", async () => {
    await database.db.update(cases).set({ status: "closed", closedAt: scene.ctx.now() });
    await expect(addFile(scene.ctx, LAWYER, CASE, { name: "x.pdf", bytes: pdf("x") })).rejects.toMatchObject({
      code: "case_closed",
    });
  });
});

describe("changing", () => {
  test("a new name is cleaned, and an empty one leaves the old", async () => {
    const { id } = await add();
    const at = { caseId: CASE, fileId: id };
    expect((await renameFile(scene.ctx, CLIENT, at, { name: "../carta do patrão.pdf" })).name).toBe(
      "carta do patrão.pdf",
    );
    expect((await renameFile(scene.ctx, CLIENT, at, { name: "///" })).name).toBe("carta do patrão.pdf");
  });

  test("a deleted file is gone at once, its bytes follow by the queue, and it can be added anew", async () => {
    const { id } = await add();
    const at = { caseId: CASE, fileId: id };
    await deleteFile(scene.ctx, CLIENT, at);
    await deleteFile(scene.ctx, CLIENT, at);
    expect(await names()).toEqual([]);
    await expect(openFile(scene.ctx, CLIENT, at)).rejects.toMatchObject({ code: "not_found" });
    expect(await database.db.$count(outbox, eq(outbox.name, "file.remove"))).toBe(1);
    expect(scene.queued.filter(({ name }) => name === "file.remove")).toHaveLength(1);

    const again = await add();
    store.away = true;
    await expect(removeFile(scene.ctx, { fileId: id })).rejects.toMatchObject({ retryable: true });
    store.away = false;
    await removeFile(scene.ctx, { fileId: id });
    await removeFile(scene.ctx, { fileId: id });
    expect([...store.kept.keys()]).toEqual([`cases/${CASE}/${again.id}`]);
    // One that is in use is never removed.
    await removeFile(scene.ctx, { fileId: again.id });
    expect(await names()).toEqual(["carta.pdf"]);
  });
});

describe("at night", () => {
  test("what was never finished and what a forgotten case left is removed", async () => {
    store.away = true;
    await add("unfinished").catch(() => undefined);
    store.away = false;
    await add("kept");
    expect(await sweepFiles(scene.ctx)).toEqual({ marked: 0, removed: 0 });
    scene.clock.now = new Date(scene.clock.now.getTime() + DAY_MS + 1000);
    expect(await sweepFiles(scene.ctx)).toEqual({ marked: 1, removed: 1 });
    const [left] = await listFiles(scene.ctx, CLIENT, CASE);
    expect(left?.bytes).toBe(pdf("kept").length);
    await database.db.update(cases).set({ status: "forgotten" }).where(eq(cases.id, CASE));
    // Before the night as well.
    for (const actor of [CLIENT, LAWYER, OPERATOR]) {
      expect(await names(actor)).toEqual([]);
      const opened = openFile(scene.ctx, actor, { caseId: CASE, fileId: String(left?.id) });
      await expect(opened).rejects.toMatchObject({ code: "not_found" });
    }
    expect(await sweepFiles(scene.ctx)).toEqual({ marked: 1, removed: 1 });
    expect(store.kept.size).toBe(0);
    expect(await database.db.$count(caseFiles)).toBe(0);
  });
});
