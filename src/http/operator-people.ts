// The team over the operators' API: who operates, invites, removal, second factors.
import { Hono } from "hono";
import * as z from "zod";
import { createInvite } from "../services/identity/create-invite.ts";
import { listInvites } from "../services/identity/list-invites.ts";
import { listOperators } from "../services/identity/list-operators.ts";
import { removeOperator } from "../services/identity/remove-operator.ts";
import { revokeInvite } from "../services/identity/revoke-invite.ts";
import { resetSecondFactor } from "../services/identity/second-factor.ts";
import type { AppEnv } from "./app-env.ts";
import { jsonBody } from "./json-body.ts";
import { requireRole } from "./session.ts";

export const operatorPeopleApi = new Hono<AppEnv>();

operatorPeopleApi.get("/", async (c) => {
  return c.json(await listOperators(c.get("services"), requireRole(c, "operator"), c.req.query()));
});

operatorPeopleApi.get("/invites", async (c) => {
  return c.json(await listInvites(c.get("services"), requireRole(c, "operator"), c.req.query()));
});

const inviteBody = z.object({ email: z.unknown() });

operatorPeopleApi.post("/invites", async (c) => {
  const operator = requireRole(c, "operator");
  const { email } = await jsonBody(c, inviteBody);
  return c.json(await createInvite(c.get("services"), operator, { email }), 201);
});

operatorPeopleApi.post("/invites/:id/revoke", async (c) => {
  return c.json(await revokeInvite(c.get("services"), requireRole(c, "operator"), { id: c.req.param("id") }));
});

const reasonBody = z.object({ reason: z.unknown() });

operatorPeopleApi.post("/:id/remove", async (c) => {
  const operator = requireRole(c, "operator");
  const { reason } = await jsonBody(c, reasonBody);
  return c.json(await removeOperator(c.get("services"), operator, { id: c.req.param("id"), reason }));
});

operatorPeopleApi.post("/:id/reset-second-factor", async (c) => {
  const operator = requireRole(c, "operator");
  const { reason } = await jsonBody(c, reasonBody);
  return c.json(await resetSecondFactor(c.get("services"), operator, { id: c.req.param("id"), reason }));
});
