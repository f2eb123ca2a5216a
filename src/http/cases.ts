// A case as its client, its professional and the operators may see it.
import { Hono } from "hono";
import { listCases } from "../services/cases/list-cases.ts";
import { readCase } from "../services/cases/read-case.ts";
import { joinCase, joinInput } from "../services/duplicates/join-case.ts";
import { keepApart } from "../services/duplicates/keep-apart.ts";
import { readShortlist } from "../services/matching/read-shortlist.ts";
import { listCaseOffers } from "../services/offers/list-case-offers.ts";
import { readAsks } from "../services/reach/read-asks.ts";
import type { AppEnv } from "./app-env.ts";
import { jsonBody } from "./json-body.ts";
import { requirePerson } from "./session.ts";

export const casesApi = new Hono<AppEnv>();

casesApi.get("/", async (c) => c.json(await listCases(c.get("services"), requirePerson(c), c.req.query())));

casesApi.get("/:caseId/offers", async (c) =>
  c.json(await listCaseOffers(c.get("services"), requirePerson(c), c.req.param("caseId"), c.req.query())),
);

casesApi.get("/:caseId", async (c) =>
  c.json(await readCase(c.get("services"), requirePerson(c), c.req.param("caseId"))),
);

casesApi.get("/:caseId/asks", async (c) => {
  const { like, ...asks } = await readAsks(c.get("services"), requirePerson(c), c.req.param("caseId"));
  return c.json({
    reach: asks.reach,
    asks_reach: asks.asksReach,
    waits_until: asks.waitsUntil,
    like: like === null ? null : { case_id: like.caseId, opened_at: like.openedAt.toISOString() },
  });
});

casesApi.post("/:caseId/join", async (c) => {
  const input = await jsonBody(c, joinInput);
  return c.json(await joinCase(c.get("services"), requirePerson(c), c.req.param("caseId"), input));
});

casesApi.post("/:caseId/keep-apart", async (c) =>
  c.json(await keepApart(c.get("services"), requirePerson(c), c.req.param("caseId"))),
);

casesApi.get("/:caseId/shortlist", async (c) => {
  const { round, limit, cursor } = c.req.query();
  const input = { caseId: c.req.param("caseId"), round, limit, cursor };
  return c.json(await readShortlist(c.get("services"), requirePerson(c), input));
});
