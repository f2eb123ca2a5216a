// The professionals for operators: newest first, by state and place, or by a word of name, number or address.
import { and, desc, eq, ilike, or, type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import { LICENCE_STATUSES, PROFESSIONAL_STATUSES, professionals, users } from "../../db/schema.ts";
import { UFS } from "../../domain/legal/ufs.ts";
import { licenceText, VERTICALS } from "../../domain/registration/licence.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { afterCursor, pageOf } from "../cursor.ts";
import { asOperator } from "../operations/as-operator.ts";
import { parseInput, type Unchecked } from "../parse-input.ts";
import { plainText } from "../plain-text.ts";

export const input = z.object({
  status: z.enum(PROFESSIONAL_STATUSES).optional(),
  licence: z.enum(LICENCE_STATUSES).optional(),
  vertical: z.enum(VERTICALS).optional(),
  uf: z.enum(UFS).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
  cursor: z.string().max(200).optional(),
});

/** A word is personal: it comes in a body, never in an address. */
export const searchInput = input.extend({
  q: plainText().trim().min(2, { error: "Write at least two letters." }).max(120),
});

/** Throws `not_found` for anybody but operators. */
export async function listProfessionals(ctx: ServiceContext, actor: Actor, raw: Unchecked<typeof input> = {}) {
  asOperator(actor);
  const { limit, cursor, ...filter } = parseInput(input, raw);
  return list(ctx, limit, [...filters(filter), afterCursor(professionals.createdAt, professionals.id, cursor)]);
}

/** The same by `q`: part of a name or e-mail, or digits of a number. */
export async function searchProfessionals(ctx: ServiceContext, actor: Actor, raw: Unchecked<typeof searchInput>) {
  asOperator(actor);
  const { limit, cursor, q, ...filter } = parseInput(searchInput, raw);
  const like = `%${q.replace(/[\\%_]/g, "\\$&")}%`;
  const digits = q.replace(/\D/g, "");
  const found = or(
    ilike(professionals.name, like),
    ilike(users.email, like),
    digits.length < 2 ? undefined : sql`${professionals.licenceNumber} LIKE ${`${digits.replace(/^0+/, "")}%`}`,
  );
  return list(ctx, limit, [...filters(filter), found, afterCursor(professionals.createdAt, professionals.id, cursor)]);
}

type Filter = Omit<z.output<typeof input>, "limit" | "cursor">;

function filters({ status, licence, vertical, uf }: Filter): (SQL | undefined)[] {
  return [
    status === undefined ? undefined : eq(professionals.status, status),
    licence === undefined ? undefined : eq(professionals.licenceStatus, licence),
    vertical === undefined ? undefined : eq(professionals.vertical, vertical),
    uf === undefined ? undefined : eq(professionals.uf, uf),
  ];
}

async function list(ctx: ServiceContext, limit: number, where: (SQL | undefined)[]) {
  const rows = await ctx.db
    .select({ row: professionals })
    .from(professionals)
    .innerJoin(users, eq(users.id, professionals.userId))
    .where(and(...where))
    .orderBy(desc(professionals.createdAt), desc(professionals.id))
    .limit(limit + 1);
  const page = pageOf(rows, limit, ({ row }) => ({ at: row.createdAt, id: row.id }));
  return {
    items: page.items.map(({ row }) => ({
      id: row.id,
      name: row.name,
      vertical: row.vertical,
      licence: licenceText(row.vertical, row.licenceUf, row.licenceNumber),
      status: row.status,
      licence_status: row.licenceStatus,
      uf: row.uf,
      municipality: row.municipality,
      areas: row.areas,
      fictitious: row.fictitious,
      created_at: row.createdAt.toISOString(),
    })),
    next: page.next,
  };
}

export type ProfessionalItem = Awaited<ReturnType<typeof listProfessionals>>["items"][number];
