// The table of domain/equity/capacity.ts as SQL over professionals `p`, so that any number of them is one statement.
import { type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import type { Practice } from "../../db/schema.ts";
import {
  CASES_BY_YEARS,
  MAX_MONTHLY_CAPACITY,
  PRACTICE_FACTOR,
  PROVEN,
  RESPONSE,
  UNANSWERED,
} from "../../domain/equity/capacity.ts";
import type { ServiceContext } from "../context.ts";

const DAY_MS = 86_400_000;

/** Cases in 30 days by the table, 1..60; equal to `capacityByTable` for everybody. */
export function capacityByTableSql(now: Date): SQL {
  const since = new Date(now.getTime() - UNANSWERED.days * DAY_MS).toISOString();
  const byYears = CASES_BY_YEARS.map(({ from, cases }) => `WHEN p.years_of_practice >= ${from} THEN ${cases}`).join(
    " ",
  );
  const byPractice = Object.entries(PRACTICE_FACTOR).map(([name, factor]) => `WHEN '${name}' THEN ${factor}::float8`);
  const minutes = sql`p.response_minutes_median`;
  return sql`(
    SELECT least(${MAX_MONTHLY_CAPACITY}::int, greatest(1, floor(
      (CASE ${sql.raw(byYears)} ELSE 4 END
        + CASE WHEN p.cases_closed >= ${PROVEN.casesClosed}::int THEN ${PROVEN.cases}::int ELSE 0 END
        + CASE WHEN ${minutes} <= ${RESPONSE.quickMinutes}::int THEN ${RESPONSE.cases}::int WHEN ${minutes} > ${RESPONSE.slowMinutes}::int THEN -${RESPONSE.cases}::int ELSE 0 END)
      * CASE p.practice ${sql.raw(byPractice.join(" "))} ELSE 1 END
      * CASE WHEN answers.offers >= ${UNANSWERED.leastOffers}::int AND answers.answered < answers.offers * ${UNANSWERED.share}::float8
          THEN ${UNANSWERED.factor}::float8 ELSE 1 END
    )))::int
    FROM (
      SELECT count(*) FILTER (WHERE kind <> 'expired') AS answered, count(*) AS offers
      FROM ledger WHERE professional_id = p.id AND kind IN ('accepted', 'declined', 'expired') AND at > ${since}::timestamptz
    ) answers)`;
}

const tabled = z.object({ rows: z.array(z.object({ cases: z.coerce.number() })) });

/** What the table says for one professional, as if the practice were `practice`; null for an unknown id. */
export async function readCapacityByTable(
  ctx: ServiceContext,
  professionalId: string,
  practice?: Practice,
): Promise<number | null> {
  const as = practice === undefined ? sql`practice` : sql`${practice}::text AS practice`;
  const result = await ctx.db.execute(sql`
    SELECT ${capacityByTableSql(ctx.now())} AS cases FROM (
      SELECT id, years_of_practice, cases_closed, response_minutes_median, ${as} FROM professionals WHERE id = ${professionalId}
    ) p`);
  return tabled.parse(result).rows[0]?.cases ?? null;
}
