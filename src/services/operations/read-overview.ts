// The console's first look: how many of what stands where.
import { sql } from "drizzle-orm";
import * as z from "zod";
import { CASE_STATUSES, type CaseStatus } from "../../domain/case-state.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { asOperator } from "./as-operator.ts";

const countRow = z.object({ name: z.string(), n: z.coerce.number() });
const counts = z.object({ rows: z.array(countRow) });
const single = z.object({
  rows: z.array(
    z.object({
      waiting: z.coerce.number(),
      taken: z.coerce.number(),
      oldest_waiting: z.coerce.date().nullable(),
      open_offers: z.coerce.number(),
      offers_ending: z.coerce.number(),
      contracts_pending: z.coerce.number(),
    }),
  ),
});

/** Times are ISO 8601. `waiting` are conversations that need a person whom nobody holds yet. */
export async function readOverview(ctx: ServiceContext, actor: Actor) {
  asOperator(actor);
  const now = ctx.now();
  const soon = new Date(now.getTime() + 3_600_000).toISOString();
  const [byStatus, byOutbox, figures] = await ctx.db.batch([
    ctx.db.execute(sql`SELECT status AS name, count(*) AS n FROM cases GROUP BY status`),
    ctx.db.execute(sql`
      SELECT status AS name, count(*) AS n FROM outbox WHERE status IN ('pending', 'dead') GROUP BY status`),
    ctx.db.execute(sql`
      SELECT count(*) FILTER (WHERE status = 'handed_off' AND controlled_by = 'agent') AS waiting,
        count(*) FILTER (WHERE controlled_by = 'human') AS taken,
        min(updated_at) FILTER (WHERE status = 'handed_off' AND controlled_by = 'agent') AS oldest_waiting,
        (SELECT count(*) FROM offers WHERE status IN ('pending', 'seen')) AS open_offers,
        (SELECT count(*) FROM offers WHERE status IN ('pending', 'seen') AND expires_at < ${soon}::timestamptz) AS offers_ending,
        (SELECT count(*) FROM contracts WHERE status IN ('draft', 'sent')) AS contracts_pending
      FROM cases WHERE status <> 'closed'`),
  ]);
  const cases = Object.fromEntries(CASE_STATUSES.map((status) => [status, 0])) as Record<CaseStatus, number>;
  for (const { name, n } of counts.parse(byStatus).rows) cases[name as CaseStatus] = n;
  const outbox = { pending: 0, dead: 0, ...Object.fromEntries(counts.parse(byOutbox).rows.map((r) => [r.name, r.n])) };
  const row = single.parse(figures).rows[0];
  return {
    at: now.toISOString(),
    cases,
    conversations: {
      waiting: row?.waiting ?? 0,
      taken: row?.taken ?? 0,
      oldest_waiting: row?.oldest_waiting?.toISOString() ?? null,
    },
    offers: { open: row?.open_offers ?? 0, ending_within_hour: row?.offers_ending ?? 0 },
    contracts: { pending: row?.contracts_pending ?? 0 },
    outbox,
  };
}

export type Overview = Awaited<ReturnType<typeof readOverview>>;
