// A case as its client, its professional and the operators may see it.
import { Hono } from "hono";
import { readCase } from "../services/cases/read-case.ts";
import type { AppEnv } from "./app-env.ts";
import { requirePerson } from "./session.ts";

export const casesApi = new Hono<AppEnv>();

casesApi.get("/:caseId", async (c) =>
  c.json(await readCase(c.get("services"), requirePerson(c), c.req.param("caseId"))),
);
