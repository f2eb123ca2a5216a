// Doubts about conflicts of interest over HTTP: for operators alone, decided once, with clear refusals.
import { beforeAll, expect, test } from "vitest";
import { cases, conflictReviews, representedParties, users } from "../../src/db/schema.ts";
import { ask, loadPeople, personWith, worldContext } from "./people.ts";

const PATH = "/api/v2/operator/conflicts";
let olga: string;

beforeAll(async () => {
  const [first] = await loadPeople(5);
  olga = await personWith("operator");
  const { db } = worldContext();
  const now = new Date();
  await db.insert(users).values({ id: "usr_doubt", name: "", email: "doubt@anonymous.invalid", isAnonymous: true });
  await db.insert(cases).values({
    id: "cas_doubt",
    clientId: "usr_doubt",
    conversationId: "cnv_doubt",
    status: "offering",
    locale: "pt-BR",
    zone: "America/Sao_Paulo",
    area: "trabalho",
    adverseParties: ["Padaria Central Ltda"],
  });
  const professionalId = first?.id ?? "";
  await db.insert(representedParties).values({ professionalId, partyKey: "central padaria" });
  await db
    .insert(conflictReviews)
    .values({ id: "cfr_doubt", caseId: "cas_doubt", professionalId, reason: "name", status: "open", createdAt: now });
});

test.each([
  ["GET", ""],
  ["POST", "/cfr_doubt/decide"],
])("%s %s is 404 for a professional and a client, and 401 for nobody", async (method, path) => {
  for (const role of ["professional", "client"] as const) {
    expect((await ask(await personWith(role), method, PATH + path)).status).toBe(404);
  }
  expect((await ask(null, method, PATH + path)).status).toBe(401);
});

test("an operator reads both names, decides once, and what was decided leaves the list", async () => {
  expect(await ask(olga, "GET", PATH)).toMatchObject({
    status: 200,
    body: {
      items: [{ id: "cfr_doubt", alike: [{ adverse: "Padaria Central Ltda", represented: "central padaria" }] }],
      next: null,
    },
  });
  for (const body of [{}, { decision: "maybe" }]) {
    expect(await ask(olga, "POST", `${PATH}/cfr_doubt/decide`, body)).toMatchObject({
      status: 422,
      body: { code: "invalid_input", fields: [{ field: "decision" }] },
    });
  }
  expect((await ask(olga, "POST", `${PATH}/cfr_none/decide`, { decision: "cleared" })).status).toBe(404);
  expect(await ask(olga, "POST", `${PATH}/cfr_doubt/decide`, { decision: "cleared" })).toMatchObject({
    status: 200,
    body: { id: "cfr_doubt", case_id: "cas_doubt", status: "cleared", searching: false },
  });
  expect(await ask(olga, "POST", `${PATH}/cfr_doubt/decide`, { decision: "confirmed" })).toMatchObject({
    status: 409,
    body: { code: "decided_already" },
  });
  expect((await ask(olga, "GET", PATH)).body).toMatchObject({ items: [] });
  expect((await ask(olga, "GET", `${PATH}?status=cleared`)).body).toMatchObject({ items: [{ id: "cfr_doubt" }] });
});

test("a list that goes wrong says how", async () => {
  for (const query of ["?status=else", "?limit=0", "?cursor=nonsense"]) {
    expect((await ask(olga, "GET", PATH + query)).status).toBe(422);
  }
});
