// One row that is inserted only while a condition holds, for batches: they cannot branch.
import { getTableColumns, is, SQL, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Database } from "./client.ts";

/**
 * `INSERT INTO table SELECT row WHERE condition`. A batch whose first statement takes a row lock and inserts a row with a
 * fresh id can hang every later statement on that id: a lost race then writes nothing at all.
 * Takes `.onConflictDoNothing()` and `.returning()` like any insert.
 */
export function insertIf<T extends PgTable>(db: Database, table: T, row: T["$inferInsert"], condition: SQL) {
  const given = row as Record<string, unknown>;
  const values = Object.entries(getTableColumns(table)).map(([key, column]) => typed(given[key], column));
  return db.insert(table).select(sql`select ${sql.join(values, sql`, `)} where ${condition}`);
}

/** A select list knows nothing of the columns that it will fill: every value carries its type. */
function typed(value: unknown, column: PgColumn): SQL {
  const type = sql.raw(column.getSQLType());
  if (is(value, SQL)) return value;
  if (value !== undefined) return sql`${sql.param(value, column)}::${type}`;
  if (is(column.default, SQL)) return column.default;
  if (column.default !== undefined) return sql`${sql.param(column.default, column)}::${type}`;
  return sql`null::${type}`;
}
