// A professional's own place in the turn: load, fair shares, last offer, and why they were or were not chosen lately.
import { sql } from "drizzle-orm";
import * as z from "zod";
import type { Actor, ServiceContext } from "../context.ts";
import { timesContacted, timesFirst } from "../directory/looks.ts";
import { myReceipts } from "../matching/my-receipts.ts";
import { parseInput, type Unchecked } from "../parse-input.ts";
import { hasDirectory } from "../tenants/tenants.ts";
import { ownProfessional } from "./own-professional.ts";
import { readShares } from "./read-shares.ts";

const counted = z.object({
  rows: z.array(
    z.object({
      pending: z.coerce.number(),
      offered: z.coerce.number(),
      accepted: z.coerce.number(),
      declined: z.coerce.number(),
      expired: z.coerce.number(),
      first: z.coerce.number(),
      contacted: z.coerce.number(),
      gave_back: z.coerce.number(),
    }),
  ),
});

export const input = z.object({
  cursor: z
    .string()
    .regex(/^sho_[0-9a-z]{26}$/)
    .optional(),
});

/** Counts `last_30_days` come from the ledger. Throws `not_found` for someone who has no professional profile. */
export async function readTurn(
  ctx: ServiceContext,
  actor: Extract<Actor, { kind: "person" }>,
  raw: Unchecked<typeof input> = {},
) {
  const { cursor } = parseInput(input, raw);
  const row = await ownProfessional(ctx, actor);
  const since = new Date(ctx.now().getTime() - 30 * 86_400_000).toISOString();
  const of = (kind: string) => sql`count(*) FILTER (WHERE kind = ${kind})`;
  const [result, shares, receipts, chooses] = await Promise.all([
    ctx.db.execute(sql`
      SELECT (SELECT count(*) FROM offers WHERE professional_id = ${row.id} AND status IN ('pending', 'seen')) AS pending,
        ${of("offered")} AS offered, ${of("accepted")} AS accepted, ${of("declined")} AS declined, ${of("expired")} AS expired,
        (SELECT count(*) FROM case_changes c WHERE c.professional_id = ${row.id} AND c.kind = 'withdrawn' AND c.at > ${since}::timestamptz) AS gave_back,
        ${timesFirst(sql`${row.id}`, since)} AS first, ${timesContacted(sql`${row.id}`, since)} AS contacted
      FROM ledger WHERE professional_id = ${row.id} AND at > ${since}::timestamptz`),
    readShares(ctx, row),
    myReceipts(ctx, { professionalId: row.id, locale: actor.locale, cursor }),
    hasDirectory(ctx),
  ]);
  const counts = counted.parse(result).rows[0];
  const {
    offered = 0,
    accepted = 0,
    declined = 0,
    expired = 0,
    pending = 0,
    gave_back = 0,
    first = 0,
    contacted = 0,
  } = counts ?? {};
  return {
    capacity_monthly: row.capacityMonthly,
    cases_30d: row.cases30d,
    pending_offers: pending,
    last_offered_at: row.lastOfferedAt?.toISOString() ?? null,
    last_30_days: { offered, accepted, declined, expired, gave_back },
    /** Where clients choose: lists that were looked at with this one first, and clients who wrote. Null where nobody chooses. */
    directory_30d: chooses || first + contacted > 0 ? { first, contacted } : null,
    shares,
    receipts: receipts.items,
    next: receipts.next,
  };
}

export type TurnView = Awaited<ReturnType<typeof readTurn>>;
