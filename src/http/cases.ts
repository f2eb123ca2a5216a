// A case as its client, its professional and the operators may see it.
import { Hono } from "hono";
import { readCase } from "../services/cases/read-case.ts";
import { readShortlist } from "../services/matching/read-shortlist.ts";
import type { AppEnv } from "./app-env.ts";
import { requirePerson } from "./session.ts";

export const casesApi = new Hono<AppEnv>();

casesApi.get("/:caseId", async (c) =>
  c.json(await readCase(c.get("services"), requirePerson(c), c.req.param("caseId"))),
);

casesApi.get("/:caseId/shortlist", async (c) => {
  const { round, limit, cursor } = c.req.query();
  const input = { caseId: c.req.param("caseId"), round, limit, cursor };
  return c.json(await readShortlist(c.get("services"), requirePerson(c), input));
});
