// The daily equity job: counts anew what is derived from the ledger and the profile, and says what had drifted.
import { type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import type { ServiceContext } from "../context.ts";
import { capacityByTableSql } from "./capacity-sql.ts";
import { casesHeld } from "./ledger-sql.ts";
import { refreshPools } from "./pools.ts";

/**
 * Always so many, for ten professionals as for 100,000: the number of statements is the same, and a transaction of a tenth
 * of 100,000 holds its locks for about a second (bench/equity-job.ts), far below the time after which a statement is given up.
 */
const SLICES = 10;

const counts = z.object({
  rows: z.array(
    z.object({
      checked: z.coerce.number(),
      cases: z.coerce.number(),
      last_offered: z.coerce.number(),
      capacity: z.coerce.number(),
    }),
  ),
});

export interface EquityRefreshed {
  checked: number;
  /** Professionals, and pools, that held another figure than the ledger gives. */
  repaired: { cases: number; last_offered: number; capacity: number; pools: number };
}

/** Safe to run at any time and twice: what is right stays. A slice that fails leaves the slices before it repaired. */
export async function refreshEquity(
  ctx: ServiceContext,
  tell: (done: number, total: number) => Promise<void> = async () => undefined,
): Promise<EquityRefreshed> {
  const total: EquityRefreshed = { checked: 0, repaired: { cases: 0, last_offered: 0, capacity: 0, pools: 0 } };
  for (let slice = 0; slice < SLICES; slice++) {
    const mine = sql`(hashtext(p.id) & 2147483647) % ${SLICES}::int = ${slice}::int`;
    // Locked first and in the order of waves: the count after it sees every acceptance, and none comes between.
    const [, result] = await ctx.db.batch([
      ctx.db.execute(
        sql`SELECT count(*) FROM (SELECT 1 FROM professionals p WHERE ${mine} ORDER BY p.id FOR NO KEY UPDATE) locked`,
      ),
      ctx.db.execute(repair(ctx.now(), mine)),
    ]);
    const row = counts.parse(result).rows[0];
    if (row === undefined) throw new Error("a count gives one row");
    total.checked += row.checked;
    total.repaired.cases += row.cases;
    total.repaired.last_offered += row.last_offered;
    total.repaired.capacity += row.capacity;
    await tell(slice + 1, SLICES);
  }
  total.repaired.pools = (await refreshPools(ctx)).changed;
  const drifted = Object.values(total.repaired).some((count) => count > 0);
  ctx.log[drifted ? "warn" : "info"]("equity_refreshed", { ...total.repaired, checked: total.checked });
  return total;
}

/** A last offer that is older than the ledger stays: the ledger of an imported professional begins later than his turns. */
function repair(now: Date, mine: SQL): SQL {
  return sql`
    WITH truth AS MATERIALIZED (
      SELECT p.id, ${casesHeld(sql`p.id`, now)} AS cases,
        coalesce((SELECT max(at) FROM ledger WHERE professional_id = p.id AND kind = 'offered'), p.last_offered_at) AS last_offered_at,
        coalesce(p.capacity_declared, ${capacityByTableSql(now)}) AS capacity,
        p.cases_30d AS kept_cases, p.last_offered_at AS kept_last_offered_at, p.capacidade_mensal AS kept_capacity
      FROM professionals p WHERE ${mine}
    ), written AS (
      UPDATE professionals SET cases_30d = t.cases, last_offered_at = t.last_offered_at, capacidade_mensal = t.capacity,
        equity_updated_at = ${now.toISOString()}::timestamptz
      FROM truth t WHERE t.id = professionals.id
    )
    SELECT count(*) AS checked, count(*) FILTER (WHERE cases <> kept_cases) AS cases,
      count(*) FILTER (WHERE last_offered_at IS DISTINCT FROM kept_last_offered_at) AS last_offered,
      count(*) FILTER (WHERE capacity <> kept_capacity) AS capacity
    FROM truth`;
}
