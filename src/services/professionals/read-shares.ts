// A professional's fair share in each own area: what it is, what stands against it, and what is missing.
import { sql } from "drizzle-orm";
import { fairShare, served } from "../../domain/equity/turn.ts";
import type { ServiceContext } from "../context.ts";
import { poolOf, turnFactsOf, turnFactsSql, turnRow } from "../equity/turn-facts.ts";
import type { ProfessionalRow } from "./own-professional.ts";

export interface AreaShare {
  area: string;
  /** Cases of the rolling 30 days. */
  accepted: number;
  /** Cases counted for days away or before joining. */
  credit: number;
  open_offers: number;
  /** Cases; `fair_share - accepted - credit - open_offers / 3` is `missing`, below zero when ahead. */
  fair_share: number;
  missing: number;
  /** Of everybody who takes turns in the area. */
  area_cases: number;
  area_people: number;
}

/** One for each area in the profile's order, in one round trip; areas whose pool was never counted are left out. */
export async function readShares(ctx: ServiceContext, row: ProfessionalRow): Promise<AreaShare[]> {
  const [first, ...rest] = row.areas.map((area) => {
    const turn = turnFactsSql({ vertical: row.vertical, area, now: ctx.now() });
    return ctx.db.execute(sql`
      WITH ${turn.ctes} SELECT ${turn.columns} FROM professionals p ${turn.joins} WHERE p.id = ${row.id}`);
  });
  if (first === undefined) return [];
  const results = await ctx.db.batch([first, ...rest]);
  return results.flatMap((result, index) => shareOf(row.areas[index] ?? "", turnRow.array().parse(result.rows)));
}

function shareOf(area: string, rows: Parameters<typeof poolOf>[1]): AreaShare[] {
  const pool = poolOf(area, rows);
  const row = rows[0];
  if (pool === undefined || row === undefined) return [];
  const facts = turnFactsOf(row);
  const fair = fairShare(facts.weight, pool);
  return [
    {
      area,
      accepted: facts.accepted,
      credit: facts.credit,
      open_offers: facts.open ?? 0,
      fair_share: fair,
      missing: fair - served(facts),
      area_cases: pool.cases,
      area_people: pool.professionals,
    },
  ];
}
