// An operator makes or changes a house: its name, its hosts, and whether Vez proposes there or the client chooses.
import { sql } from "drizzle-orm";
import * as z from "zod";
import { conflict } from "../../base/errors.ts";
import { auditRow } from "../../db/audit.ts";
import { insertIf } from "../../db/insert-if.ts";
import { audit, tenants } from "../../db/schema.ts";
import { CASE_MODES } from "../../domain/case-mode.ts";
import { hostName } from "../../domain/directory/tenant.ts";
import { LOCALES } from "../../domain/locale.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { asOperator } from "../operations/as-operator.ts";
import { parseInput, type Unchecked } from "../parse-input.ts";
import { plainText } from "../plain-text.ts";
import { type TenantView, tenantView } from "./list-tenants.ts";
import { forgetTenants } from "./tenants.ts";

const host = z
  .string()
  .max(260)
  .transform((text, context) => {
    const name = hostName(text);
    if (name !== null) return name;
    context.addIssue({ code: "custom", message: "A host is a name like vez.example, without http:// or a path." });
    return z.NEVER;
  });

export const tenantInput = z.object({
  id: z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/, "id is a short word of small letters, digits and -."),
  name: plainText().trim().min(1, "Give it a name.").max(80),
  hosts: z
    .array(host)
    .max(50)
    .default([])
    .transform((names) => [...new Set(names)].sort()),
  mode: z.enum(CASE_MODES, { error: "The mode is matching or directory." }),
  locale: z.enum(LOCALES).default("pt-BR"),
  /** Why this mode. */
  notes: plainText().trim().min(10, "Say why this mode: which rule asks for it, who decided.").max(2000),
});

/**
 * Made where there is none of this id, else replaced; the same again changes nothing. A change of mode holds for cases that are
 * opened from then on (other isolates learn of it after CACHE_TTL). Throws `host_taken` (409) where another house has a host.
 */
export async function saveTenant(
  ctx: ServiceContext,
  actor: Actor,
  raw: Unchecked<typeof tenantInput>,
): Promise<TenantView> {
  const operator = asOperator(actor);
  const input = parseInput(tenantInput, raw);
  const now = ctx.now();
  const hosts = sql`ARRAY(SELECT jsonb_array_elements_text(${JSON.stringify(input.hosts)}::jsonb))`;
  const detail = { mode: input.mode, locale: input.locale, hosts: input.hosts.length };
  const entry = auditRow(operator.userId, "tenant.saved", input.id, now, detail);
  const taken = sql`EXISTS (SELECT 1 FROM tenants WHERE id <> ${input.id} AND hosts && ${hosts})`;
  const same = sql`EXISTS (
    SELECT 1 FROM tenants WHERE id = ${input.id} AND name = ${input.name} AND hosts = ${hosts} AND mode = ${input.mode}
      AND locale = ${input.locale} AND notes = ${input.notes})`;
  const [, , , [row]] = await ctx.db.batch([
    // Two houses must not take one host in the same moment.
    ctx.db.execute(sql`SELECT pg_advisory_xact_lock(hashtext('tenants'))`),
    insertIf(ctx.db, audit, entry, sql`NOT ${taken} AND NOT ${same}`),
    ctx.db.execute(sql`
      INSERT INTO tenants (id, name, hosts, mode, locale, notes, created_at, updated_at)
      SELECT ${input.id}, ${input.name}, ${hosts}, ${input.mode}, ${input.locale}, ${input.notes},
        ${now.toISOString()}::timestamptz, ${now.toISOString()}::timestamptz
      WHERE EXISTS (SELECT 1 FROM audit WHERE id = ${entry.id})
      ON CONFLICT (id) DO UPDATE SET name = excluded.name, hosts = excluded.hosts, mode = excluded.mode,
        locale = excluded.locale, notes = excluded.notes, updated_at = excluded.updated_at`),
    ctx.db.select().from(tenants).where(sql`${tenants.id} = ${input.id} AND NOT ${taken}`),
  ]);
  await forgetTenants(ctx);
  if (row === undefined) {
    throw conflict("host_taken", "Another house has one of these hosts. Take it away there first.");
  }
  return tenantView(row);
}
