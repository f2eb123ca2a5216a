// Houses and their modes over the operators' API.
import { Hono } from "hono";
import { listTenants } from "../services/tenants/list-tenants.ts";
import { saveTenant } from "../services/tenants/save-tenant.ts";
import type { AppEnv } from "./app-env.ts";
import { jsonBody } from "./json-body.ts";
import { requireRole } from "./session.ts";
import { tenantBody } from "./tenant-body.ts";

export const operatorTenantsApi = new Hono<AppEnv>();

operatorTenantsApi.get("/", async (c) =>
  c.json(await listTenants(c.get("services"), requireRole(c, "operator"), c.req.query())),
);

operatorTenantsApi.put("/:id", async (c) => {
  const operator = requireRole(c, "operator");
  const body = await jsonBody(c, tenantBody);
  return c.json(await saveTenant(c.get("services"), operator, { id: c.req.param("id"), ...body }));
});
