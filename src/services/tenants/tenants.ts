// Which house a request is served under: a handful of rows, kept in the cache.
import { asc } from "drizzle-orm";
import { tenants } from "../../db/schema.ts";
import { DEFAULT_TENANT, type Tenant, tenantFor } from "../../domain/directory/tenant.ts";
import type { ServiceContext } from "../context.ts";

const KEY = "tenants";

/** The house of `host` (null: of nobody in particular). A changed row holds everywhere after the cache's time. */
export async function tenantOf(ctx: ServiceContext, host: string | null): Promise<Tenant> {
  return tenantFor(host, await tenantRows(ctx), fallbackTenant(ctx));
}

/** True where clients choose in some house, so that its figures are worth a place on a page. */
export async function hasDirectory(ctx: ServiceContext): Promise<boolean> {
  const rows = await tenantRows(ctx);
  return (
    tenantFor(null, rows, fallbackTenant(ctx)).mode === "directory" || rows.some(({ mode }) => mode === "directory")
  );
}

function tenantRows(ctx: ServiceContext): Promise<Tenant[]> {
  return ctx.cache.remember(KEY, ctx.settings.cacheTtlSeconds, () =>
    ctx.db
      .select({ id: tenants.id, name: tenants.name, hosts: tenants.hosts, mode: tenants.mode, locale: tenants.locale })
      .from(tenants)
      .orderBy(asc(tenants.id)),
  );
}

/** What holds where no row does: the setting JURISDICTION_MODE. */
export function fallbackTenant(ctx: ServiceContext): Tenant {
  return { id: DEFAULT_TENANT, name: "Vez", hosts: [], mode: ctx.settings.jurisdictionMode, locale: "pt-BR" };
}

export function forgetTenants(ctx: ServiceContext): Promise<void> {
  return ctx.cache.forget(KEY);
}
