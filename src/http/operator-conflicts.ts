// Doubts about conflicts of interest over the operators' API.
import { Hono } from "hono";
import * as z from "zod";
import { decideConflict } from "../services/conflicts/decide-conflict.ts";
import { listConflictReviews } from "../services/conflicts/list-conflict-reviews.ts";
import type { AppEnv } from "./app-env.ts";
import { jsonBody } from "./json-body.ts";
import { requireRole } from "./session.ts";

export const operatorConflictsApi = new Hono<AppEnv>();

operatorConflictsApi.get("/", async (c) => {
  return c.json(await listConflictReviews(c.get("services"), requireRole(c, "operator"), c.req.query()));
});

const decision = z.object({ decision: z.unknown(), reason: z.unknown().optional() });

operatorConflictsApi.post("/:id/decide", async (c) => {
  const operator = requireRole(c, "operator");
  const body = await jsonBody(c, decision);
  return c.json(await decideConflict(c.get("services"), operator, { id: c.req.param("id"), ...body }));
});
