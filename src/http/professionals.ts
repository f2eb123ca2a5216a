// A professional's own profile, turn and cases over the API.
import { Hono } from "hono";
import * as z from "zod";
import { listMyCases } from "../services/professionals/list-my-cases.ts";
import { readProfessional } from "../services/professionals/read-professional.ts";
import { readTurn } from "../services/professionals/read-turn.ts";
import { updateProfessional } from "../services/professionals/update-professional.ts";
import type { AppEnv } from "./app-env.ts";
import { jsonBody } from "./json-body.ts";
import { requireRole } from "./session.ts";

export const professionalsApi = new Hono<AppEnv>();

professionalsApi.get("/me", async (c) => {
  return c.json(await readProfessional(c.get("services"), requireRole(c, "professional")));
});

professionalsApi.patch("/me", async (c) => {
  const person = requireRole(c, "professional");
  return c.json(await updateProfessional(c.get("services"), person, await jsonBody(c, z.unknown())));
});

professionalsApi.get("/me/turn", async (c) => {
  return c.json(await readTurn(c.get("services"), requireRole(c, "professional"), c.req.query()));
});

professionalsApi.get("/me/cases", async (c) => {
  return c.json(await listMyCases(c.get("services"), requireRole(c, "professional"), c.req.query()));
});
