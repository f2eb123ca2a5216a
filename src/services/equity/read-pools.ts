// The areas' pools for the console: cases and people of each, how evenly the cases fell, and who was offered any.
import { sql } from "drizzle-orm";
import * as z from "zod";
import { gini } from "../../domain/equity/gini.ts";
import type { Fairness } from "../../domain/equity/pool.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { asOperator } from "../operations/as-operator.ts";
import { isMember, stands, windowStart } from "./ledger-sql.ts";

const VERTICAL = "legal";

const kept = z.object({
  rows: z.array(
    z.object({
      area: z.string(),
      cases: z.coerce.number(),
      credits: z.coerce.number(),
      professionals: z.coerce.number(),
      updated_at: z.coerce.date(),
    }),
  ),
});
const grouped = z.object({
  rows: z.array(
    z.object({
      area: z.string(),
      cases: z.coerce.number(),
      weight: z.coerce.number(),
      people: z.coerce.number(),
      offered: z.coerce.number(),
    }),
  ),
});

export interface PoolView {
  area: string;
  /** Accepted in the rolling 30 days, and virtual ones for absences: what is shared out. */
  cases: number;
  credits: number;
  people: number;
  /** Over each member's accepted cases of the area by weight, 0 (even) to 1. Null without a case: nothing was shared. */
  gini: number | null;
  /** 0..1 of the members: with an offer of the area in the 30 days. */
  offered_share: number;
  updated_at: string;
}

/** The pool with most cases first, and the fairness settings in force. Two statements, one round trip. */
export async function readPools(ctx: ServiceContext, actor: Actor): Promise<{ pools: PoolView[]; fairness: Fairness }> {
  asOperator(actor);
  const now = ctx.now();
  const since = sql`${windowStart(now)}::timestamptz`;
  const [totals, members] = await ctx.db.batch([
    ctx.db.execute(sql`
      SELECT area, cases, credits, professionals, updated_at FROM area_pools WHERE vertical = ${VERTICAL}
      ORDER BY cases DESC, professionals DESC, area`),
    ctx.db.execute(sql`
      WITH member AS (
        SELECT p.id, a.area, p.capacidade_mensal::float8 / greatest(1, cardinality(p.areas)) AS weight
        FROM professionals p CROSS JOIN LATERAL unnest(p.areas) AS a(area) WHERE p.vertical = ${VERTICAL} AND ${isMember}
      ), had AS (
        SELECT taken.professional_id AS id, taken.area, count(*) FILTER (WHERE taken.kind = 'accepted' AND ${stands("taken")}) AS cases,
          bool_or(taken.kind = 'offered') AS offered
        FROM ledger taken WHERE taken.kind IN ('accepted', 'offered') AND taken.at > ${since} GROUP BY 1, 2
      )
      SELECT area, coalesce(had.cases, 0) AS cases, weight, count(*) AS people, count(*) FILTER (WHERE had.offered) AS offered
      FROM member LEFT JOIN had USING (id, area) GROUP BY area, coalesce(had.cases, 0), weight`),
  ]);
  const groups = grouped.parse(members).rows;
  const pools = kept.parse(totals).rows.map((row) => ({
    area: row.area,
    cases: row.cases,
    credits: row.credits,
    people: row.professionals,
    ...evenness(groups.filter(({ area }) => area === row.area)),
    updated_at: row.updated_at.toISOString(),
  }));
  return { pools, fairness: ctx.settings.fairness };
}

type Group = z.infer<typeof grouped>["rows"][number];

/** Who has no weight can take nothing, and counts neither as unlucky nor as lucky. */
function evenness(groups: readonly Group[]): Pick<PoolView, "gini" | "offered_share"> {
  const rates = groups.flatMap(({ cases, weight, people }) =>
    weight > 0 ? Array.from({ length: people }, () => cases / weight) : [],
  );
  const people = groups.reduce((sum, one) => sum + one.people, 0);
  const offered = groups.reduce((sum, one) => sum + one.offered, 0);
  return {
    gini: rates.some((rate) => rate > 0) ? gini(rates) : null,
    offered_share: people === 0 ? 0 : offered / people,
  };
}
