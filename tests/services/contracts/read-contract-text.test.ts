// The words on the page are the words in the PDF, or they are not shown.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { readContractPdf } from "../../../src/services/contracts/read-contract-pdf.ts";
import { readContractText } from "../../../src/services/contracts/read-contract-text.ts";
import { pdfPages } from "../../domain/contracts/pdf-text.ts";
import { openDatabase, type TestDatabase } from "../../support/database.ts";
import { CLIENT, LAWYER, OPERATOR, type Scene, STRANGER, sceneOn, sentContract } from "./scene.ts";

let database: TestDatabase;
let scene: Scene;
beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.reset();
  scene = sceneOn(database.db);
});

describe("readContractText", () => {
  test("gives every party the words of the stored PDF", async () => {
    const contractId = await sentContract(scene);
    const { bytes } = await readContractPdf(scene.ctx, CLIENT, { contractId });
    const printed = (await pdfPages(bytes)).join(" ").replaceAll(/\s+/g, "");
    for (const actor of [CLIENT, LAWYER, OPERATOR]) {
      const agreement = await readContractText(scene.ctx, actor, { contractId });
      expect(agreement?.clauses.length).toBeGreaterThan(8);
      const lines = agreement?.clauses.flatMap((clause) => [clause.heading, ...clause.paragraphs]) ?? [];
      for (const line of lines.filter((each) => each.length < 60)) {
        expect(printed).toContain(line.replaceAll(/\s+/g, ""));
      }
    }
  });

  test("gives none when a row has changed since, rather than other words than were signed", async () => {
    const contractId = await sentContract(scene);
    await database.sql`UPDATE professionals SET name = 'Ana Nova' WHERE id = 'pro_1'`;
    expect(await readContractText(scene.ctx, CLIENT, { contractId })).toBeNull();
  });

  test("gives none for a template that is not today's", async () => {
    const contractId = await sentContract(scene);
    await database.sql`UPDATE contracts SET template = 'legal-fee-agreement-v0'`;
    expect(await readContractText(scene.ctx, CLIENT, { contractId })).toBeNull();
  });

  test("is not there for a stranger", async () => {
    const contractId = await sentContract(scene);
    await expect(readContractText(scene.ctx, STRANGER, { contractId })).rejects.toMatchObject({ status: 404 });
  });
});
