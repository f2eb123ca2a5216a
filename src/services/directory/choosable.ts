// One page of those from whom a client may choose: the same gates as for a proposal, in the neutral order, never ranked.
import { type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import type { Filters } from "../../domain/directory/filters.ts";
import { type Draw, neutralKey } from "../../domain/directory/neutral-order.ts";
import { firstClosedGate, type GateFacts } from "../../domain/matching/gates.ts";
import type { CaseFacts } from "../../domain/matching/types.ts";
import type { Doubt } from "../conflicts/review-rows.ts";
import type { ServiceContext } from "../context.ts";
import { candidateGates, gateRow, gatesOf } from "../equity/candidate-gates.ts";
import { areaMembers } from "../matching/area-members.ts";
import { neutralKeySql } from "./neutral-key-sql.ts";

export interface Choosable extends GateFacts {
  name: string;
  licenceNumber: string;
  licenceUf: string;
  municipality: string;
  subareas: string[];
  profile: string;
  feeCents: number;
  fictitious: boolean;
}

const foundRow = z
  .object({
    id: z.string(),
    name: z.string(),
    licence_number: z.string(),
    licence_uf: z.string(),
    uf: z.string(),
    municipality: z.string(),
    lat: z.coerce.number().nullable(),
    lon: z.coerce.number().nullable(),
    areas: z.array(z.string()),
    subareas: z.array(z.string()),
    profile: z.string(),
    fee_cents: z.coerce.number(),
    languages: z.array(z.string()),
    remote: z.boolean(),
    fictitious: z.boolean(),
  })
  .extend(gateRow.shape);

const found = z.object({ rows: z.array(z.object({ total: z.coerce.number(), page: z.array(foundRow) })) });

export interface ChoosableInput {
  facts: CaseFacts;
  filters: Filters;
  draw: Draw;
  limit: number;
  /** Id of the last one on the page before. */
  after: string | null;
  /** Asks for this one alone, at any place. */
  only?: string;
}

export interface ChoosablePage {
  items: Choosable[];
  /** Id after which the list goes on; null at its end. */
  next: string | null;
  /** All who pass the gates and the filters, but for conflicts of interest by name that no page has met yet. */
  total: number;
  /** Kept out by a possible conflict of interest alone, for a person to decide. */
  doubts: Doubt[];
}

/** One round trip. What a query cannot compare (names) is asked here of each row, so a page may be shorter than `limit`. */
export async function findChoosable(ctx: ServiceContext, input: ChoosableInput): Promise<ChoosablePage> {
  const { facts, limit } = input;
  const key = input.after === null ? null : await neutralKey(input.draw, input.after);
  const result = await ctx.db.execute(pageSql(ctx, input, key));
  const { total = 0, page = [] } = found.parse(result).rows[0] ?? {};
  const looked = page.slice(0, limit).map((row) => choosableOf(row, facts));
  const open = looked.filter((one) => firstClosedGate(facts, one) === null);
  const doubts = looked.flatMap((one) => {
    if (one.conflict === false || firstClosedGate(facts, { ...one, conflict: false }) !== null) return [];
    return [{ professionalId: one.id, reason: one.conflict === null ? ("unchecked" as const) : ("name" as const) }];
  });
  return {
    items: open,
    next: page.length > limit ? (looked.at(-1)?.id ?? null) : null,
    total: Math.max(0, total - doubts.length),
    doubts,
  };
}

function pageSql(ctx: ServiceContext, input: ChoosableInput, key: string | null): SQL {
  const { facts, filters, draw, limit, after, only } = input;
  const now = ctx.now();
  const { maxOffersPerDay } = ctx.settings;
  const gates = candidateGates({ caseId: facts.id, now, maxOffersPerDay });
  const one = only === undefined ? gates.considered : sql`(${gates.considered} AND p.id = ${only})`;
  const place = key === null ? sql`true` : sql`(key, id) > (${key} COLLATE "C", ${after})`;
  return sql`
    WITH ${areaMembers({ facts, now, maxOffersPerDay, considered: one })},
    fits AS MATERIALIZED (
      SELECT p.id, ${neutralKeySql(draw, sql`p.id`)} AS key
      FROM member m JOIN professionals p ON p.id = m.id
      WHERE m.is_open AND ${passes(filters)} AND NOT EXISTS (
        SELECT 1 FROM conflict_reviews v
        WHERE v.case_id = ${facts.id} AND v.professional_id = p.id AND v.status <> 'cleared')
    ), placed AS (
      SELECT id, key FROM fits WHERE ${place} ORDER BY key, id LIMIT ${limit + 1}
    )
    SELECT (SELECT count(*) FROM fits) AS total, (
      SELECT coalesce(json_agg(row_to_json(x)::jsonb - 'key' ORDER BY x.key, x.id), '[]') FROM (
        SELECT placed.key, p.id, p.name, p.licence_number, p.licence_uf, p.uf, p.municipality, p.lat, p.lon, p.areas, p.subareas,
          p.profile, p.fee_cents, p.languages, p.remote, p.fictitious, ${gates.columns}
        FROM placed JOIN professionals p ON p.id = placed.id) x) AS page`;
}

/** The client's own filters, over alias `p`. */
function passes(filters: Filters): SQL {
  const { subarea, uf, city, language, remote, max_price: reais } = filters;
  const parts = [
    subarea === undefined ? [] : sql`p.subareas @> ARRAY[${subarea}]::text[]`,
    uf === undefined ? [] : sql`p.uf = ${uf}`,
    city === undefined ? [] : sql`starts_with(${folded(sql`p.municipality`)}, ${folded(sql`${city}::text`)})`,
    language === undefined ? [] : sql`p.languages @> ARRAY[${language}]::text[]`,
    remote === undefined ? [] : sql`p.remote`,
    reais === undefined ? [] : sql`p.fee_cents <= ${reais * 100}`,
  ].flat();
  return parts.length === 0 ? sql`true` : sql.join(parts, sql` AND `);
}

/** As people type a city: small letters, no accents. */
function folded(text: SQL): SQL {
  return sql`translate(lower(${text}), 'áàâãäéèêëíìîïóòôõöúùûüç', 'aaaaaeeeeiiiiooooouuuuc')`;
}

function choosableOf(row: z.infer<typeof foundRow>, facts: CaseFacts): Choosable {
  return {
    id: row.id,
    name: row.name,
    licenceNumber: row.licence_number,
    licenceUf: row.licence_uf,
    uf: row.uf,
    municipality: row.municipality,
    lat: row.lat,
    lon: row.lon,
    areas: row.areas,
    subareas: row.subareas,
    profile: row.profile,
    feeCents: row.fee_cents,
    languages: row.languages,
    remote: row.remote,
    fictitious: row.fictitious,
    ...gatesOf(row, facts.adverseParties),
  };
}
