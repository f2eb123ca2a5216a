// A real PostgreSQL as an engine for the Neon-protocol server: many connections, true locks.

import pg from "pg";
import {
  beginStatement,
  type Engine,
  errorFields,
  type Field,
  PostgresError,
  type Statement,
  type StatementResult,
  type TransactionMode,
} from "../../local/postgres/engine.ts";

/** As many requests run at once as there are connections; the others wait. */
export function openPostgres(connectionString: string, connections = 40): Engine {
  const pool = new pg.Pool({ connectionString, max: connections });
  // The server ends idle connections when it stops; each statement's own error is reported where it runs.
  pool.on("error", (error) => {
    if ((error as { code?: string }).code !== "57P01") throw error;
  });
  return {
    run: async (statements, mode) => {
      const client = await pool.connect();
      let broken: Error | undefined;
      try {
        return await runAll(client, statements, mode);
      } catch (cause) {
        // A connection whose rollback failed must not serve the next request.
        if (!(cause instanceof PostgresError)) broken = cause instanceof Error ? cause : new Error(String(cause));
        throw cause;
      } finally {
        client.release(broken);
      }
    },
    close: () => pool.end(),
  };
}

async function runAll(
  client: pg.PoolClient,
  statements: readonly Statement[],
  mode: TransactionMode | null,
): Promise<StatementResult[]> {
  const results: StatementResult[] = [];
  try {
    if (mode) await client.query(beginStatement(mode));
    for (const statement of statements) results.push(await execute(client, statement));
    if (mode) await client.query("COMMIT");
    return results;
  } catch (cause) {
    if (mode) await client.query("ROLLBACK");
    if (cause instanceof pg.DatabaseError) throw new PostgresError(errorFields(cause.message, cause));
    throw cause;
  }
}

async function execute(client: pg.PoolClient, { query, params }: Statement): Promise<StatementResult> {
  const result = await client.query<(string | null)[]>({
    text: query,
    values: [...params],
    rowMode: "array",
    types: { getTypeParser: () => (value: string) => value },
    // The simple protocol would run several statements in one query; Neon refuses them.
    queryMode: "extended",
  } as pg.QueryArrayConfig);
  return {
    command: result.command ?? "",
    rowCount: result.rowCount,
    fields: result.fields.map(textField),
    rows: result.rows,
  };
}

function textField(field: pg.FieldDef): Field {
  const { name, dataTypeID, tableID, columnID, dataTypeSize, dataTypeModifier } = field;
  return { name, dataTypeID, tableID, columnID, dataTypeSize, dataTypeModifier, format: "text" };
}
