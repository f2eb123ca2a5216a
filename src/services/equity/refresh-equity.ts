// The daily equity job: recomputes what is derived from the ledger and says what had drifted.
import { sql } from "drizzle-orm";
import * as z from "zod";
import type { ServiceContext } from "../context.ts";

const counted = z.object({ rows: z.array(z.object({ checked: z.coerce.number(), repaired: z.coerce.number() })) });

/** One statement for any number of professionals: load of the rolling 30 days and the last offer, from the ledger. */
export async function refreshEquity(ctx: ServiceContext): Promise<{ checked: number; repaired: number }> {
  const at = ctx.now().toISOString();
  const result = await ctx.db.execute(sql`
    WITH truth AS (
      SELECT p.id, p.cases_30d AS kept,
        count(l.*) FILTER (WHERE l.kind = 'accepted' AND l.at > ${at}::timestamptz - interval '30 days')::int AS cases_30d,
        max(l.at) FILTER (WHERE l.kind = 'offered') AS last_offered_at
      FROM professionals p LEFT JOIN ledger l ON l.professional_id = p.id
      GROUP BY p.id
    ), written AS (
      UPDATE professionals p
      SET cases_30d = t.cases_30d, last_offered_at = coalesce(t.last_offered_at, p.last_offered_at), equity_updated_at = ${at}::timestamptz
      FROM truth t WHERE t.id = p.id
      RETURNING (t.kept <> t.cases_30d) AS drifted
    )
    SELECT count(*) AS checked, count(*) FILTER (WHERE drifted) AS repaired FROM written`);
  return counted.parse(result).rows[0] ?? { checked: 0, repaired: 0 };
}
