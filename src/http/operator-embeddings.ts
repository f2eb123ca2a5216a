// Embedding spaces and their back-fills over the operators' API.
import { Hono } from "hono";
import * as z from "zod";
import { cancelBackfill } from "../services/embedding/cancel-backfill.ts";
import { listBackfills } from "../services/embedding/list-backfills.ts";
import { readSpaces } from "../services/embedding/read-spaces.ts";
import { startBackfill } from "../services/embedding/start-backfill.ts";
import type { AppEnv } from "./app-env.ts";
import { jsonBody } from "./json-body.ts";
import { requireRole } from "./session.ts";

export const operatorEmbeddingsApi = new Hono<AppEnv>();

operatorEmbeddingsApi.get("/", async (c) => {
  return c.json(await readSpaces(c.get("services"), requireRole(c, "operator")));
});

operatorEmbeddingsApi.get("/backfills", async (c) => {
  return c.json(await listBackfills(c.get("services"), requireRole(c, "operator"), c.req.query()));
});

const wanted = z.object({ space: z.unknown() });

operatorEmbeddingsApi.post("/backfills", async (c) => {
  const operator = requireRole(c, "operator");
  const body = await jsonBody(c, wanted);
  return c.json(await startBackfill(c.get("services"), operator, body), 202);
});

operatorEmbeddingsApi.post("/backfills/:id/cancel", async (c) => {
  return c.json(await cancelBackfill(c.get("services"), requireRole(c, "operator"), c.req.param("id")));
});
