// The equity table: each professional's load against capacity, and how evenly it is shared.
import { type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import { gini } from "../../domain/equity/gini.ts";
import { loadRate } from "../../domain/equity/load.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { timesContacted, timesFirst } from "../directory/looks.ts";
import { offsetOf, offsetPage } from "../offset-cursor.ts";
import { parseInput, type Unchecked } from "../parse-input.ts";
import { asOperator } from "./as-operator.ts";

const EQUITY_SORTS = ["load", "cases", "pending", "capacity", "last_offered", "name"] as const;
export type EquitySort = (typeof EQUITY_SORTS)[number];

export const input = z.object({
  sort: z.enum(EQUITY_SORTS).default("load"),
  order: z.enum(["asc", "desc"]).default("desc"),
  area: z.string().max(60).optional(),
  uf: z.string().max(2).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(20).optional(),
});

const row = z.object({
  id: z.string(),
  name: z.string(),
  uf: z.string(),
  municipality: z.string(),
  areas: z.array(z.string()),
  capacity: z.coerce.number(),
  cases_30d: z.coerce.number(),
  pending: z.coerce.number(),
  last_offered_at: z.coerce.date().nullable(),
  on_leave: z.boolean(),
  first: z.coerce.number(),
  contacted: z.coerce.number(),
});
const listed = z.object({ rows: z.array(row) });

const COLUMNS: Record<EquitySort, SQL> = {
  load: sql`(cases_30d + pending)::float / nullif(capacity, 0)`,
  cases: sql`cases_30d`,
  pending: sql`pending`,
  capacity: sql`capacity`,
  last_offered: sql`last_offered_at`,
  name: sql`lower(name)`,
};

/** Active professionals. `load` is (cases of 30 days + open offers) / capacity, null for a capacity of 0. */
export async function listEquity(ctx: ServiceContext, actor: Actor, raw: Unchecked<typeof input> = {}) {
  asOperator(actor);
  const { sort, order, area, uf, limit, cursor } = parseInput(input, raw);
  const offset = offsetOf(cursor);
  const direction = order === "asc" ? sql`ASC` : sql`DESC`;
  const since = new Date(ctx.now().getTime() - 30 * 86_400_000).toISOString();
  const found = await ctx.db.execute(sql`
    SELECT y.*, ${timesFirst(sql`y.id`, since)} AS first, ${timesContacted(sql`y.id`, since)} AS contacted FROM (
      SELECT *, row_number() OVER (ORDER BY ${COLUMNS[sort]} ${direction} NULLS LAST, id) AS place
      FROM (${activeLoads(ctx, area, uf)}) x
      ORDER BY place LIMIT ${limit + 1} OFFSET ${offset}) y
    ORDER BY y.place`);
  const page = offsetPage(listed.parse(found).rows, limit, offset);
  return {
    items: page.items.map((one) => ({
      id: one.id,
      name: one.name,
      uf: one.uf,
      municipality: one.municipality,
      areas: one.areas,
      capacity_monthly: one.capacity,
      cases_30d: one.cases_30d,
      pending_offers: one.pending,
      load: one.capacity === 0 ? null : (one.cases_30d + one.pending) / one.capacity,
      last_offered_at: one.last_offered_at?.toISOString() ?? null,
      on_leave: one.on_leave,
      directory_30d: { first: one.first, contacted: one.contacted },
    })),
    next: page.next,
  };
}

export type EquityItem = Awaited<ReturnType<typeof listEquity>>["items"][number];

const loads = z.object({
  rows: z.array(z.object({ load: z.coerce.number(), capacity: z.coerce.number(), n: z.coerce.number() })),
});
const figures = z.object({
  rows: z.array(
    z.object({ offered: z.coerce.number(), offers: z.coerce.number(), refreshed_at: z.coerce.date().nullable() }),
  ),
});

const choices = z.object({
  rows: z.array(
    z.object({
      looks: z.coerce.number(),
      first: z.coerce.number(),
      contacts: z.coerce.number(),
      contacted: z.coerce.number(),
    }),
  ),
});

/** Upper ends of the chart's bars, as shares of capacity; the first bar is nobody's load, the last a full one. */
const BAR_ENDS = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1] as const;

/** `gini` is over load / capacity of the active with a capacity above 0; `bars` counts them by that share. */
export async function readEquity(ctx: ServiceContext, actor: Actor) {
  asOperator(actor);
  const since = new Date(ctx.now().getTime() - 30 * 86_400_000).toISOString();
  const [grouped, counted, chosen] = await ctx.db.batch([
    ctx.db.execute(loadGroups(ctx)),
    ctx.db.execute(sql`
      SELECT count(DISTINCT professional_id) AS offered, count(*) AS offers,
        (SELECT max(equity_updated_at) FROM professionals) AS refreshed_at
      FROM ledger WHERE kind = 'offered' AND at > ${since}::timestamptz`),
    ctx.db.execute(sql`
      SELECT (SELECT count(*) FROM directory_looks WHERE at > ${since}::timestamptz) AS looks,
        (SELECT count(DISTINCT first_id) FROM directory_looks WHERE at > ${since}::timestamptz) AS first,
        count(*) AS contacts, count(DISTINCT o.professional_id) AS contacted
      FROM contacts c JOIN offers o ON o.id = c.offer_id WHERE o.created_at > ${since}::timestamptz`),
  ]);
  const groups = loads.parse(grouped).rows;
  const rates = ratesOf(grouped);
  const bars = BAR_ENDS.map((upTo) => ({ up_to: upTo, count: 0 }));
  for (const rate of rates) {
    const bar = bars[BAR_ENDS.findIndex((end) => rate <= end)] ?? bars.at(-1);
    if (bar !== undefined) bar.count++;
  }
  const totalLoad = groups.reduce((sum, { load, n }) => sum + load * n, 0);
  const totalCapacity = groups.reduce((sum, { capacity, n }) => sum + capacity * n, 0);
  const facts = figures.parse(counted).rows[0];
  return {
    gini: gini(rates),
    professionals: rates.length,
    at_capacity: rates.filter((rate) => rate >= 1).length,
    load_total: totalLoad,
    capacity_total: totalCapacity,
    offers_30d: facts?.offers ?? 0,
    offered_to_30d: facts?.offered ?? 0,
    /** Where clients choose, 30 days: lists looked at, people who stood first in one, contacts, people who were written to. */
    directory_30d: choices.parse(chosen).rows[0] ?? { looks: 0, first: 0, contacts: 0, contacted: 0 },
    refreshed_at: facts?.refreshed_at?.toISOString() ?? null,
    bars,
  };
}

/** How many active professionals with a capacity stand at which load: what `ratesOf` reads. */
export function loadGroups(ctx: ServiceContext): SQL {
  return sql`
    SELECT cases_30d + pending AS load, capacity, count(*) AS n FROM (${activeLoads(ctx)}) x
    WHERE capacity > 0 GROUP BY 1, 2`;
}

/** Everyone's load as a share of capacity, from the rows of `loadGroups`. */
export function ratesOf(grouped: unknown): number[] {
  return loads.parse(grouped).rows.flatMap(({ load, capacity, n }) => {
    const rate = loadRate({ capacityMonthly: capacity, cases30d: load, pendingOffers: 0 });
    return Array.from({ length: n }, () => rate);
  });
}

export type EquityFigures = Awaited<ReturnType<typeof readEquity>>;

function activeLoads(ctx: ServiceContext, area?: string, uf?: string): SQL {
  const now = ctx.now().toISOString();
  return sql`
    SELECT p.id, p.name, p.uf, p.municipality, p.areas, p.capacidade_mensal AS capacity, p.cases_30d, p.last_offered_at,
      coalesce(p.leave_from <= ${now}::timestamptz AND (p.leave_until IS NULL OR p.leave_until > ${now}::timestamptz), false) AS on_leave,
      coalesce(o.pending, 0)::int AS pending
    FROM professionals p
    LEFT JOIN (
      SELECT professional_id, count(*) AS pending FROM offers WHERE status IN ('pending', 'seen') GROUP BY professional_id
    ) o ON o.professional_id = p.id
    WHERE p.status = 'active'
      ${area === undefined ? sql`` : sql`AND p.areas @> ARRAY[${area}]::text[]`}
      ${uf === undefined ? sql`` : sql`AND p.uf = ${uf}`}`;
}
