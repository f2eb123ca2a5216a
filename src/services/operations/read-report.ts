// What became of the cases of a span of days: the report that an operator shows to whoever asks how the service does.
import { sql } from "drizzle-orm";
import * as z from "zod";
import { invalid } from "../../base/errors.ts";
import { startOfDay } from "../../domain/leave.ts";
import { DEFAULT_ZONE } from "../../domain/locale.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { parseInput, type Unchecked } from "../parse-input.ts";
import { asOperator } from "./as-operator.ts";

const DAY_MS = 86_400_000;
const MOST_DAYS = 366;
const DEFAULT_DAYS = 30;

const day = z.iso.date({ error: "Give a day like 2026-11-20." }).optional();
export const input = z.object({ from: day, to: day });

const n = z.coerce.number();
const minutes = z.coerce.number().nullable();
const caseRow = z.object({
  opened: n,
  triaged: n,
  not_legal: n,
  called_person: n,
  accepted: n,
  signed: n,
  done: n,
  cancelled: n,
  silent: n,
  unmatched: n,
  minutes_to_triage: minutes,
  minutes_to_acceptance: minutes,
  minutes_to_signature: minutes,
});
const offerRow = z.object({ sent: n, accepted: n, declined: n, expired: n, withdrawn: n });
const restRow = z.object({ joined: n, active: n, reviews: n, rating: z.coerce.number().nullable() });
const areaRow = z.object({ area: z.string(), opened: n, accepted: n, unmatched: n, minutes_to_acceptance: minutes });

/**
 * `from` and `to` are days in the house's zone, both included (the last 30 where left out, at most 366). Cases and offers
 * are those that began in the span, with what became of them until now; times are medians in minutes, null where none.
 * Throws `invalid_input`, `not_found` for anyone but an operator.
 */
export async function readReport(ctx: ServiceContext, actor: Actor, raw: Unchecked<typeof input> = {}) {
  asOperator(actor);
  const span = spanOf(parseInput(input, raw), ctx.now());
  const since = span.start.toISOString();
  const until = span.end.toISOString();
  const within = (column: string) =>
    sql`${sql.raw(column)} >= ${since}::timestamptz AND ${sql.raw(column)} < ${until}::timestamptz`;
  const [ofCases, ofOffers, rest, byArea] = await ctx.db.batch([
    ctx.db.execute(sql`
      SELECT count(*) AS opened, count(c.triaged_at) AS triaged,
        count(*) FILTER (WHERE c.status = 'not_legal') AS not_legal,
        count(*) FILTER (WHERE EXISTS (
          SELECT 1 FROM audit a WHERE a.subject = c.id AND a.action = 'conversation.recorded' AND a.detail->>'status' = 'handed_off')) AS called_person,
        count(f.first_at) AS accepted, count(k.signed_at) AS signed,
        count(*) FILTER (WHERE c.close_reason = 'done') AS done,
        count(*) FILTER (WHERE c.close_reason = 'cancelled') AS cancelled,
        count(*) FILTER (WHERE c.close_reason = 'silent') AS silent,
        count(*) FILTER (WHERE c.status = 'unmatched') AS unmatched,
        ${median("c.triaged_at - c.created_at")} AS minutes_to_triage,
        ${median("f.first_at - c.triaged_at")} AS minutes_to_acceptance,
        ${median("k.signed_at - f.first_at")} AS minutes_to_signature
      FROM cases c ${firstAcceptance}
      LEFT JOIN LATERAL (SELECT min(signed_at) AS signed_at FROM contracts WHERE case_id = c.id) k ON true
      WHERE ${within("c.created_at")}`),
    ctx.db.execute(sql`
      SELECT count(*) FILTER (WHERE kind = 'offered') AS sent, count(*) FILTER (WHERE kind = 'accepted') AS accepted,
        count(*) FILTER (WHERE kind = 'declined') AS declined, count(*) FILTER (WHERE kind = 'expired') AS expired,
        count(*) FILTER (WHERE kind = 'withdrawn') AS withdrawn
      FROM ledger WHERE ${within("at")}`),
    ctx.db.execute(sql`
      SELECT (SELECT count(*) FROM professionals WHERE status = 'active' AND ${within("joined_at")}) AS joined,
        (SELECT count(*) FROM professionals WHERE status = 'active') AS active,
        count(*) AS reviews, avg(rating) AS rating
      FROM reviews WHERE ${within("created_at")}`),
    ctx.db.execute(sql`
      SELECT c.area, count(*) AS opened, count(f.first_at) AS accepted,
        count(*) FILTER (WHERE c.status = 'unmatched') AS unmatched, ${median("f.first_at - c.triaged_at")} AS minutes_to_acceptance
      FROM cases c ${firstAcceptance}
      WHERE ${within("c.created_at")} AND c.area IS NOT NULL GROUP BY c.area ORDER BY opened DESC, c.area`),
  ]);
  return {
    from: span.from,
    to: span.to,
    cases: caseRow.parse(ofCases.rows[0]),
    offers: offerRow.parse(ofOffers.rows[0]),
    ...professionalsOf(restRow.parse(rest.rows[0])),
    areas: areaRow.array().parse(byArea.rows),
  };
}

export type Report = Awaited<ReturnType<typeof readReport>>;

/** From the ledger: an acceptance that was taken back later was one all the same. */
const firstAcceptance = sql.raw(
  "LEFT JOIN LATERAL (SELECT min(at) AS first_at FROM ledger WHERE case_id = c.id AND kind = 'accepted') f ON true",
);

function median(interval: string) {
  return sql.raw(
    `round((percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM ${interval}) / 60))::numeric, 1)`,
  );
}

function professionalsOf({ joined, active, reviews, rating }: z.output<typeof restRow>) {
  const mean = rating === null ? null : Math.round(rating * 100) / 100;
  return { professionals: { joined, active }, reviews: { count: reviews, mean_rating: mean } };
}

function spanOf(wanted: z.output<typeof input>, now: Date) {
  const today = dayIn(now);
  const to = wanted.to ?? today;
  const from = wanted.from ?? dayIn(new Date(Date.parse(`${to}T12:00:00Z`) - (DEFAULT_DAYS - 1) * DAY_MS));
  const start = startOfDay(from, DEFAULT_ZONE);
  const end = startOfDay(dayIn(new Date(Date.parse(`${to}T12:00:00Z`) + DAY_MS)), DEFAULT_ZONE);
  const days = (end.getTime() - start.getTime()) / DAY_MS;
  if (days <= 0 || days > MOST_DAYS) {
    const problem = `The first day comes before the last, and a report has at most ${MOST_DAYS} days.`;
    throw invalid(problem, { fields: [{ field: "from", problem }] });
  }
  return { from, to, start, end };
}

/** YYYY-MM-DD in the house's zone. */
function dayIn(at: Date): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone: DEFAULT_ZONE }).format(at);
}
