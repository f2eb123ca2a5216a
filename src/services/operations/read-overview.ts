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
      conflicts: z.coerce.number(),
      reports: z.coerce.number(),
      verifications: z.coerce.number(),
    }),
  ),
});

const day = z.object({
  rows: z.array(
    z.object({
      started: z.coerce.number(),
      completed: z.coerce.number(),
      handed_off: z.coerce.number(),
      forgotten: z.coerce.number(),
      minutes: z.coerce.number().nullable(),
    }),
  ),
});

/** Times are ISO 8601. `held_up` wait for a vendor that does not answer. `waiting` are conversations that need a person whom nobody holds yet; `open` still expect a word. */
export async function readOverview(ctx: ServiceContext, actor: Actor) {
  asOperator(actor);
  const now = ctx.now();
  const soon = new Date(now.getTime() + 3_600_000).toISOString();
  const since = new Date(now.getTime() - 24 * 3_600_000).toISOString();
  const [byStatus, byOutbox, figures, ofDay] = await ctx.db.batch([
    ctx.db.execute(sql`SELECT status AS name, count(*) AS n FROM cases GROUP BY status`),
    ctx.db.execute(sql`
      SELECT status AS name, count(*) AS n FROM outbox WHERE status IN ('pending', 'dead') GROUP BY status
      UNION ALL
      SELECT 'held_up', count(*) FROM outbox WHERE status = 'pending' AND starts_with(last_error, 'vendor_')`),
    ctx.db.execute(sql`
      SELECT count(*) FILTER (WHERE status = 'handed_off' AND controlled_by = 'agent') AS waiting,
        count(*) FILTER (WHERE controlled_by = 'human') AS taken,
        min(updated_at) FILTER (WHERE status = 'handed_off' AND controlled_by = 'agent') AS oldest_waiting,
        (SELECT count(*) FROM offers WHERE status IN ('pending', 'seen')) AS open_offers,
        (SELECT count(*) FROM offers WHERE status IN ('pending', 'seen') AND expires_at < ${soon}::timestamptz) AS offers_ending,
        (SELECT count(*) FROM contracts WHERE status IN ('draft', 'sent')) AS contracts_pending,
        (SELECT count(*) FROM conflict_reviews WHERE status = 'open') AS conflicts,
        (SELECT count(*) FROM case_reports WHERE status = 'open') AS reports,
        (SELECT count(*) FROM verification_reviews WHERE status = 'open') AS verifications
      FROM cases WHERE status <> 'closed'`),
    ctx.db.execute(sql`
      SELECT (SELECT count(*) FROM cases WHERE created_at >= ${since}::timestamptz) AS started,
        count(DISTINCT subject) FILTER (WHERE action = 'case.triaged') AS completed,
        count(DISTINCT subject) FILTER (WHERE action = 'conversation.recorded' AND detail->>'status' = 'handed_off') AS handed_off,
        count(DISTINCT subject) FILTER (WHERE action = 'case.forgotten') AS forgotten,
        (SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM triaged_at - created_at) / 60)
          FROM cases WHERE triaged_at >= ${since}::timestamptz) AS minutes
      FROM audit WHERE at >= ${since}::timestamptz`),
  ]);
  const cases = Object.fromEntries(CASE_STATUSES.map((status) => [status, 0])) as Record<CaseStatus, number>;
  for (const { name, n } of counts.parse(byStatus).rows) cases[name as CaseStatus] = n;
  const outbox = {
    pending: 0,
    held_up: 0,
    dead: 0,
    ...Object.fromEntries(counts.parse(byOutbox).rows.map((r) => [r.name, r.n])),
  };
  const row = single.parse(figures).rows[0];
  const lastDay = day.parse(ofDay).rows[0];
  return {
    at: now.toISOString(),
    cases,
    conversations: {
      waiting: row?.waiting ?? 0,
      taken: row?.taken ?? 0,
      oldest_waiting: row?.oldest_waiting?.toISOString() ?? null,
      open: cases.triage + cases.handed_off,
      last_24_hours: {
        started: lastDay?.started ?? 0,
        completed: lastDay?.completed ?? 0,
        handed_off: lastDay?.handed_off ?? 0,
        forgotten: lastDay?.forgotten ?? 0,
        /** From the first word to the end of the triage; null where none ended. */
        median_minutes_to_triage: lastDay?.minutes == null ? null : Math.round(lastDay.minutes * 10) / 10,
      },
    },
    offers: { open: row?.open_offers ?? 0, ending_within_hour: row?.offers_ending ?? 0 },
    contracts: { pending: row?.contracts_pending ?? 0 },
    conflicts: { open: row?.conflicts ?? 0 },
    /** What one side of a talk told the team about the other. */
    reports: { open: row?.reports ?? 0 },
    /** Professionals who wait for an operator. */
    verifications: { open: row?.verifications ?? 0 },
    outbox,
  };
}

export type Overview = Awaited<ReturnType<typeof readOverview>>;
