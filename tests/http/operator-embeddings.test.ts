// Embedding spaces and back-fills over HTTP: for operators alone, with clear refusals.
import { beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { ask, loadPeople, personWith } from "./people.ts";

const PATH = "/api/v2/operator/embeddings";
let olga: string;

beforeAll(async () => {
  await loadPeople(5);
  olga = await personWith("operator");
});

test.each([
  ["GET", ""],
  ["POST", "/backfills"],
  ["POST", "/backfills/bkf_1/cancel"],
])("%s %s is 404 for a professional and a client, and 401 for nobody", async (method, path) => {
  for (const role of ["professional", "client"] as const) {
    expect((await ask(await personWith(role), method, PATH + path)).status).toBe(404);
  }
  expect((await ask(null, method, PATH + path)).status).toBe(401);
});

test("an operator sees every space, starts a back-fill, and stops it", async () => {
  const before = await ask(olga, "GET", PATH);
  // Other files of this project put their people into the same database.
  const people = z.object({ spaces: z.array(z.object({ members: z.number() })) }).parse(before.body).spaces[0]?.members;
  expect(people).toBeGreaterThanOrEqual(5);
  expect(before).toMatchObject({
    status: 200,
    body: {
      spaces: [
        { key: "openai", configured: false, coverage: 0, vectors: 0, lacking: people },
        { key: "bge_m3", configured: false, coverage: 0, vectors: 0, lacking: people },
        {
          key: "lexical",
          configured: true,
          coverage: 1,
          vectors: people,
          lacking: 0,
          members: people,
          dimensions: 384,
        },
      ],
      backfills: [],
    },
  });
  const started = await ask(olga, "POST", `${PATH}/backfills`, { space: "lexical" });
  expect(started).toMatchObject({ status: 202, body: { space: "lexical", status: "running", total: 0, done: 0 } });
  const stopped = await ask(olga, "POST", `${PATH}/backfills/${started.body.id}/cancel`);
  expect(stopped.status).toBe(200);
  // The queue may have been quicker.
  expect(["cancelled", "done"]).toContain(stopped.body.status);
  const { body } = await ask(olga, "GET", PATH);
  expect(body.backfills).toMatchObject([{ id: started.body.id, finished_at: expect.any(String) }]);
});

test.each([
  [{ space: "openai" }, 409, "space_not_configured"],
  [{ space: "word2vec" }, 422, "invalid_input"],
  [{}, 422, "invalid_input"],
])("starting %j is refused", async (sent, status, code) => {
  expect(await ask(olga, "POST", `${PATH}/backfills`, sent)).toMatchObject({ status, body: { code } });
});

test("cancelling what does not exist is 404", async () => {
  expect((await ask(olga, "POST", `${PATH}/backfills/bkf_none/cancel`)).status).toBe(404);
});
