// The houses as an operator sees them, with how many cases were opened in each.
import { asc, gt, sql } from "drizzle-orm";
import * as z from "zod";
import { tenants } from "../../db/schema.ts";
import { DEFAULT_TENANT } from "../../domain/directory/tenant.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { asOperator } from "../operations/as-operator.ts";
import { parseInput, type Unchecked } from "../parse-input.ts";
import { fallbackTenant } from "./tenants.ts";

export const listTenantsInput = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  /** The id after which the page begins. */
  cursor: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/, "This list cannot go on from there. Start again without a cursor.")
    .optional(),
});

export function tenantView(row: typeof tenants.$inferSelect) {
  return {
    id: row.id,
    name: row.name,
    hosts: row.hosts,
    mode: row.mode,
    locale: row.locale,
    notes: row.notes,
    created_at: row.createdAt.toISOString(),
    updated_at: row.updatedAt.toISOString(),
  };
}
export type TenantView = ReturnType<typeof tenantView>;

const counted = z.object({
  rows: z.array(z.object({ id: z.string(), mode: z.enum(["matching", "directory"]), n: z.coerce.number() })),
});

/** By id. `default_mode` holds for every host that no row names, where no row `default` says otherwise. */
export async function listTenants(ctx: ServiceContext, actor: Actor, raw: Unchecked<typeof listTenantsInput> = {}) {
  asOperator(actor);
  const { limit, cursor } = parseInput(listTenantsInput, raw);
  const [rows, result] = await ctx.db.batch([
    ctx.db
      .select()
      .from(tenants)
      .where(cursor === undefined ? undefined : gt(tenants.id, cursor))
      .orderBy(asc(tenants.id))
      .limit(limit + 1),
    ctx.db.execute(sql`
      SELECT coalesce(tenant_id, ${DEFAULT_TENANT}::text) AS id, mode, count(*) AS n FROM cases GROUP BY 1, 2`),
  ]);
  const cases = counted.parse(result).rows;
  const casesOf = (id: string) => {
    const own = cases.filter((one) => one.id === id);
    const of = (mode: string) => own.find((one) => one.mode === mode)?.n ?? 0;
    return { matching: of("matching"), directory: of("directory") };
  };
  const page = rows.slice(0, limit);
  return {
    items: page.map((row) => ({ ...tenantView(row), cases: casesOf(row.id) })),
    next: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
    default_mode: fallbackTenant(ctx).mode,
    default_cases: casesOf(DEFAULT_TENANT),
  };
}

export type TenantList = Awaited<ReturnType<typeof listTenants>>;
