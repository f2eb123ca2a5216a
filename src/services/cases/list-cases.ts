// A client's own cases, newest first; of a forgotten one there is nothing to show.
import { and, desc, eq, ne } from "drizzle-orm";
import * as z from "zod";
import { cases, contracts } from "../../db/schema.ts";
import type { CaseStatus } from "../../domain/case-state.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { afterCursor, pageOf } from "../cursor.ts";
import { parseInput, type Unchecked } from "../parse-input.ts";

export const input = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().max(200).optional(),
});

export interface CaseItem {
  id: string;
  status: CaseStatus;
  area: string | null;
  subarea: string | null;
  /** Anonymised; null until the triage is complete. */
  summary: string | null;
  contract_id: string | null;
  /** ISO 8601 */
  created_at: string;
}

/** Throws `invalid_input` for a cursor that no list gave out. */
export async function listCases(
  ctx: ServiceContext,
  actor: Extract<Actor, { kind: "person" }>,
  raw: Unchecked<typeof input> = {},
): Promise<{ items: CaseItem[]; next: string | null }> {
  const { limit, cursor } = parseInput(input, raw);
  const rows = await ctx.db
    .select({
      id: cases.id,
      status: cases.status,
      area: cases.area,
      subarea: cases.subarea,
      summary: cases.summary,
      createdAt: cases.createdAt,
      contractId: contracts.id,
    })
    .from(cases)
    .leftJoin(contracts, and(eq(contracts.caseId, cases.id), ne(contracts.status, "voided")))
    .where(
      and(
        eq(cases.clientId, actor.userId),
        ne(cases.status, "forgotten"),
        afterCursor(cases.createdAt, cases.id, cursor),
      ),
    )
    .orderBy(desc(cases.createdAt), desc(cases.id))
    .limit(limit + 1);
  const page = pageOf(rows, limit, (row) => ({ at: row.createdAt, id: row.id }));
  const items = page.items.map((row) => ({
    id: row.id,
    status: row.status,
    area: row.area,
    subarea: row.subarea,
    summary: row.summary,
    contract_id: row.contractId,
    created_at: row.createdAt.toISOString(),
  }));
  return { items, next: page.next };
}
