// API keys over the operators' API: list, make, revoke.
import { Hono } from "hono";
import { issueKey, issueKeyInput } from "../services/keys/issue-key.ts";
import { listKeys } from "../services/keys/list-keys.ts";
import { revokeKey } from "../services/keys/revoke-key.ts";
import type { AppEnv } from "./app-env.ts";
import { jsonBody } from "./json-body.ts";
import { requireRole } from "./session.ts";

export const operatorKeysApi = new Hono<AppEnv>();

operatorKeysApi.get("/", async (c) => {
  return c.json(await listKeys(c.get("services"), requireRole(c, "operator"), c.req.query()));
});

operatorKeysApi.post("/", async (c) => {
  const operator = requireRole(c, "operator");
  return c.json(await issueKey(c.get("services"), operator, await jsonBody(c, issueKeyInput)), 201);
});

operatorKeysApi.post("/:id/revoke", async (c) => {
  return c.json(await revokeKey(c.get("services"), requireRole(c, "operator"), c.req.param("id")));
});
