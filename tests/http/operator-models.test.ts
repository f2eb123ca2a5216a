// Learned models and replays over HTTP: for operators alone, with clear refusals.
import { exports } from "cloudflare:workers";
import { beforeAll, expect, test } from "vitest";
import { ask, loadPeople, personWith } from "./people.ts";

let olga: string;

beforeAll(async () => {
  await loadPeople(5);
  olga = await personWith("operator");
});

test.each([
  ["POST", "/shortlists/sho_1/replay"],
  ["GET", "/models"],
  ["POST", "/models/train"],
  ["POST", "/models/import"],
  ["POST", "/models/mod_1/serve"],
  ["POST", "/models/mod_1/retire"],
])("%s %s is 404 for a professional and 401 for nobody", async (method, path) => {
  expect((await ask(await personWith("professional"), method, `/api/v2/operator${path}`)).status).toBe(404);
  expect((await ask(null, method, `/api/v2/operator${path}`)).status).toBe(401);
});

async function bring(token: string, body: string, query = "") {
  const answer = await exports.default.fetch(
    new Request(`http://example.com/api/v2/operator/models/import${query}`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${token}`,
        "content-type": "text/plain",
        "cf-connecting-ip": crypto.randomUUID(),
      },
      body,
    }),
  );
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

const DUMP = `tree
version=v4
num_class=1
num_tree_per_iteration=1
label_index=0
max_feature_idx=0
objective=lambdarank
feature_names=reviews
feature_infos=[0:1]

Tree=0
num_leaves=2
num_cat=0
split_feature=0
split_gain=1
threshold=0.8
decision_type=8
left_child=-1
right_child=-2
leaf_value=-1 1
leaf_weight=10 10
leaf_count=10 10
internal_value=0
internal_weight=20
internal_count=20
is_linear=0
shrinkage=1


end of trees
`;

test("a dump is brought in as it is, listed, served and retired; the Worker trains and says that there is too little", async () => {
  const brought = await bring(olga, DUMP, "?graded_cases=500");
  expect(brought).toMatchObject({ status: 201, body: { kind: "lightgbm", status: "candidate", graded_cases: 500 } });
  const path = `/api/v2/operator/models/${brought.body.id}`;
  expect((await ask(olga, "POST", `${path}/serve`)).body).toMatchObject({ status: "serving" });
  const list = await ask(olga, "GET", "/api/v2/operator/models");
  expect(list.body).toMatchObject({
    items: [{ id: brought.body.id, status: "serving" }],
    next: null,
    last_training: null,
  });
  expect((await ask(olga, "POST", `${path}/retire`)).body).toMatchObject({ status: "retired" });
  expect(await ask(olga, "POST", "/api/v2/operator/models/train", { window_days: 30 })).toMatchObject({
    status: 202,
    body: { status: "waiting" },
  });
  expect((await ask(olga, "POST", "/api/v2/operator/models/train", { window_days: 0 })).status).toBe(422);
});

test("what is no model, or too large, is refused in words that say what to do", async () => {
  expect(await bring(olga, "hello")).toMatchObject({ status: 422, body: { code: "model_unreadable" } });
  expect(await bring(olga, DUMP.replaceAll("reviews", "cases_30d"))).toMatchObject({
    status: 422,
    body: { code: "model_unsupported", detail: expect.stringContaining("cases_30d") },
  });
  expect(await bring(olga, "x".repeat(9 * 1024 * 1024))).toMatchObject({
    status: 413,
    body: { code: "body_too_large" },
  });
});

test("a replay of a shortlist that is not there is a 404, and so is serving or retiring no model", async () => {
  for (const path of ["/shortlists/sho_none/replay", "/models/mod_none/serve", "/models/mod_none/retire"]) {
    expect((await ask(olga, "POST", `/api/v2/operator${path}`)).status).toBe(404);
  }
});
