// How many cases there are to learn from: counted without their snapshots, for a person who looks at the models.
import { sql } from "drizzle-orm";
import * as z from "zod";
import { gradeOf, teaches } from "../../domain/learning/labels.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { asOperator } from "../operations/as-operator.ts";
import { MOST_OFFERS } from "./read-graded-cases.ts";

const COUNTED_DAYS = 365;
const DAY_MS = 86_400_000;

const ended = z.object({
  status: z.enum(["accepted", "declined"]),
  declineReason: z.string().nullable(),
  contract: z.enum(["draft", "sent", "signed", "closed", "voided"]).nullable(),
  rating: z.number().nullable(),
});
const listed = z.object({ rows: z.array(z.object({ ends: z.array(ended) })) });

/** Cases whose grades differ, among the latest 20,000 offers answered in 365 days. Throws `not_found` for anyone but an operator. */
export async function countGradedCases(ctx: ServiceContext, actor: Actor): Promise<number> {
  asOperator(actor);
  const since = new Date(ctx.now().getTime() - COUNTED_DAYS * DAY_MS).toISOString();
  // A case with one kind of end teaches nothing, and stays in the database.
  const found = await ctx.db.execute(sql`
    SELECT jsonb_agg(DISTINCT x."end") AS ends FROM (
      SELECT o.case_id, jsonb_build_object(
        'status', o.status, 'declineReason', o.decline_reason, 'contract', c.status, 'rating', r.rating) AS "end"
      FROM offers o LEFT JOIN contracts c ON c.offer_id = o.id LEFT JOIN reviews r ON r.contract_id = c.id
      WHERE o.status IN ('accepted', 'declined') AND o.created_at >= ${since}::timestamptz
      ORDER BY o.id DESC LIMIT ${MOST_OFFERS}
    ) x GROUP BY x.case_id HAVING count(DISTINCT x."end") > 1`);
  const grades = listed.parse(found).rows.map(({ ends }) => ends.map(gradeOf).filter((grade) => grade !== null));
  return grades.filter(teaches).length;
}
