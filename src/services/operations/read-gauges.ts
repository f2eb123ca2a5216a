// What stands at this moment, for the operators' graphs: open work, free professionals, how evenly they are loaded.
import { sql } from "drizzle-orm";
import * as z from "zod";
import { gini } from "../../domain/equity/gini.ts";
import type { Gauge } from "../../domain/metrics/prometheus.ts";
import type { ServiceContext } from "../context.ts";
import { loadGroups, ratesOf } from "./list-equity.ts";

const counted = z.object({
  rows: z.array(
    z.object({
      offers: z.coerce.number(),
      contracts: z.coerce.number(),
      available: z.coerce.number(),
      high: z.coerce.number(),
      low: z.coerce.number(),
      dead: z.coerce.number(),
    }),
  ),
});

/** One round trip. The house reads this for itself: figures only, nobody's name. */
export async function readGauges(ctx: ServiceContext): Promise<Gauge[]> {
  const now = ctx.now().toISOString();
  const [counts, grouped] = await ctx.db.batch([
    ctx.db.execute(sql`
      WITH waiting AS (
        SELECT professional_id, count(*) AS n FROM offers WHERE status IN ('pending', 'seen') GROUP BY professional_id
      ), owed AS (
        SELECT count(*) FILTER (WHERE status = 'pending' AND lane = 'high') AS high,
          count(*) FILTER (WHERE status = 'pending' AND lane = 'low') AS low,
          count(*) FILTER (WHERE status = 'dead') AS dead
        FROM outbox WHERE status IN ('pending', 'dead')
      )
      SELECT (SELECT coalesce(sum(n), 0) FROM waiting) AS offers,
        (SELECT count(*) FROM contracts WHERE status IN ('draft', 'sent')) AS contracts,
        (SELECT count(*) FROM professionals p LEFT JOIN waiting w ON w.professional_id = p.id
          WHERE p.vertical = 'legal' AND p.status = 'active' AND p.licence_status = 'valid' AND p.opted_out_at IS NULL
            AND NOT coalesce(p.leave_from <= ${now}::timestamptz AND (p.leave_until IS NULL OR p.leave_until > ${now}::timestamptz), false)
            AND p.cases_30d + coalesce(w.n, 0) < p.capacidade_mensal) AS available,
        high, low, dead
      FROM owed`),
    ctx.db.execute(loadGroups(ctx)),
  ]);
  const row = counted.parse(counts).rows[0];
  if (row === undefined) throw new Error("a SELECT of counts gave no row");
  const rates = ratesOf(grouped);
  const mean = rates.length === 0 ? 0 : rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
  return [
    gauge("active_offers_count", "Offers that can still be answered.", row.offers),
    gauge("pending_contracts_count", "Contracts that wait for a signature.", row.contracts),
    gauge("lawyers_available_count", "Lawyers who could be asked now: active, not on leave, with room.", row.available),
    {
      name: "queue_size",
      help: "Messages that are not done, by lane; dead ones wait for an operator.",
      samples: [
        { labels: 'lane="high"', value: row.high },
        { labels: 'lane="low"', value: row.low },
        { labels: 'lane="dead"', value: row.dead },
      ],
    },
    gauge("equity_distribution_gini", "Gini coefficient of load over capacity, 0 (even) to 1.", gini(rates)),
    gauge("average_lawyer_load_percent", "Mean load as a share of capacity.", mean * 100),
  ];
}

function gauge(name: string, help: string, value: number): Gauge {
  return { name, help, samples: [{ labels: "", value }] };
}
