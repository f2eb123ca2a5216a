// The list from which a client chooses, and what he writes to whom he chose.
import { Hono } from "hono";
import { contactInput, contactProfessional } from "../services/directory/contact-professional.ts";
import { listProfessionals } from "../services/directory/list-professionals.ts";
import type { AppEnv } from "./app-env.ts";
import { jsonBody } from "./json-body.ts";
import { requirePerson } from "./session.ts";

export const directoryApi = new Hono<AppEnv>();

directoryApi.get("/:caseId/professionals", async (c) =>
  c.json(await listProfessionals(c.get("services"), requirePerson(c), c.req.param("caseId"), c.req.query())),
);

directoryApi.post("/:caseId/contacts", async (c) => {
  const person = requirePerson(c);
  const input = await jsonBody(c, contactInput);
  return c.json(await contactProfessional(c.get("services"), person, c.req.param("caseId"), input), 201);
});
