// Cases for the console, by state and by who holds their conversation, newest first.
import { and, desc, eq, inArray } from "drizzle-orm";
import * as z from "zod";
import { cases } from "../../db/schema.ts";
import { CASE_STATUSES } from "../../domain/case-state.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { afterCursor, pageOf } from "../cursor.ts";
import { parseInput, type Unchecked } from "../parse-input.ts";
import { asOperator } from "./as-operator.ts";

/** Where a talk may still be going on. */
const TALKING = ["triage", "handed_off"] as const;

export const input = z.object({
  status: z.enum(CASE_STATUSES).optional(),
  /** `waiting`: needs a person; `taken`: a person holds it; `talking`: the agent interviews; `live`: any of these. */
  conversation: z.enum(["waiting", "taken", "talking", "live"]).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(200).optional(),
});

const columns = {
  id: cases.id,
  status: cases.status,
  controlledBy: cases.controlledBy,
  area: cases.area,
  subarea: cases.subarea,
  uf: cases.uf,
  municipality: cases.municipality,
  urgencyHours: cases.urgencyHours,
  complexity: cases.complexity,
  confidence: cases.confidence,
  flags: cases.flags,
  locale: cases.locale,
  wave: cases.wave,
  createdAt: cases.createdAt,
  updatedAt: cases.updatedAt,
};

/** Nothing of what was said: the summary is read with the case. */
export async function listCases(ctx: ServiceContext, actor: Actor, raw: Unchecked<typeof input> = {}) {
  asOperator(actor);
  const { status, conversation, limit, cursor } = parseInput(input, raw);
  const rows = await ctx.db
    .select(columns)
    .from(cases)
    .where(
      and(
        status === undefined ? undefined : eq(cases.status, status),
        held(conversation),
        afterCursor(cases.createdAt, cases.id, cursor),
      ),
    )
    .orderBy(desc(cases.createdAt), desc(cases.id))
    .limit(limit + 1);
  const page = pageOf(rows, limit, (row) => ({ at: row.createdAt, id: row.id }));
  return { items: page.items.map(itemOf), next: page.next };
}

export type CaseItem = Awaited<ReturnType<typeof listCases>>["items"][number];

function held(conversation: z.output<typeof input>["conversation"]) {
  switch (conversation) {
    case "waiting":
      return and(eq(cases.status, "handed_off"), eq(cases.controlledBy, "agent"));
    case "taken":
      return eq(cases.controlledBy, "human");
    case "talking":
      return and(eq(cases.status, "triage"), eq(cases.controlledBy, "agent"));
    case "live":
      return inArray(cases.status, [...TALKING]);
    case undefined:
      return undefined;
  }
}

function itemOf(row: Pick<typeof cases.$inferSelect, keyof typeof columns>) {
  return {
    id: row.id,
    status: row.status,
    controlled_by: row.controlledBy,
    area: row.area,
    subarea: row.subarea,
    uf: row.uf,
    municipality: row.municipality,
    urgency_hours: row.urgencyHours,
    complexity: row.complexity,
    confidence: row.confidence,
    flags: row.flags,
    locale: row.locale,
    wave: row.wave,
    created_at: row.createdAt.toISOString(),
    updated_at: row.updatedAt.toISOString(),
  };
}
