// Professionals over the operators' API: list, search, read, suspend, lift, leave, priority.
import { Hono } from "hono";
import * as z from "zod";
import { updateForProfessional } from "../services/professionals/update-professional.ts";
import { listProfessionals, searchProfessionals } from "../services/verification/list-professionals.ts";
import { readForOperator } from "../services/verification/read-for-operator.ts";
import { setPriority } from "../services/verification/set-priority.ts";
import { liftSuspension, suspend } from "../services/verification/suspend.ts";
import type { AppEnv } from "./app-env.ts";
import { jsonBody } from "./json-body.ts";
import { requireRole } from "./session.ts";

export const operatorProfessionalsApi = new Hono<AppEnv>();

operatorProfessionalsApi.get("/", async (c) => {
  return c.json(await listProfessionals(c.get("services"), requireRole(c, "operator"), c.req.query()));
});

const searching = z.object({
  q: z.unknown(),
  status: z.unknown().optional(),
  licence: z.unknown().optional(),
  vertical: z.unknown().optional(),
  uf: z.unknown().optional(),
  limit: z.unknown().optional(),
  cursor: z.unknown().optional(),
});

operatorProfessionalsApi.post("/search", async (c) => {
  const operator = requireRole(c, "operator");
  return c.json(await searchProfessionals(c.get("services"), operator, await jsonBody(c, searching)));
});

operatorProfessionalsApi.get("/:id", async (c) => {
  return c.json(await readForOperator(c.get("services"), requireRole(c, "operator"), c.req.param("id")));
});

const suspending = z.object({ reason: z.unknown(), words: z.unknown().optional(), until: z.unknown().optional() });

operatorProfessionalsApi.post("/:id/suspend", async (c) => {
  const operator = requireRole(c, "operator");
  const body = await jsonBody(c, suspending);
  return c.json(await suspend(c.get("services"), operator, { id: c.req.param("id"), ...body }));
});

operatorProfessionalsApi.post("/:id/lift", async (c) => {
  return c.json(await liftSuspension(c.get("services"), requireRole(c, "operator"), c.req.param("id")));
});

/** Null ends the leave. */
const leave = z.object({ leave_from: z.unknown(), leave_until: z.unknown().optional() });

operatorProfessionalsApi.post("/:id/leave", async (c) => {
  const operator = requireRole(c, "operator");
  const body = await jsonBody(c, leave);
  await updateForProfessional(c.get("services"), operator, c.req.param("id"), body);
  return c.json(await readForOperator(c.get("services"), operator, c.req.param("id")));
});

const priority = z.object({ priority: z.unknown(), reason: z.unknown() });

operatorProfessionalsApi.post("/:id/priority", async (c) => {
  const operator = requireRole(c, "operator");
  const body = await jsonBody(c, priority);
  return c.json(await setPriority(c.get("services"), operator, { id: c.req.param("id"), ...body }));
});
