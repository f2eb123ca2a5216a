// What the Neon-protocol server needs from a Postgres: run statements, every value as text.

export interface Statement {
  query: string;
  /** Text form of each parameter; the server infers its type. */
  params: readonly (string | null)[];
}

export interface Field {
  name: string;
  dataTypeID: number;
  tableID: number;
  columnID: number;
  dataTypeSize: number;
  dataTypeModifier: number;
  format: "text";
}

export interface StatementResult {
  command: string;
  rowCount: number | null;
  fields: Field[];
  rows: (string | null)[][];
}

export const ISOLATION_LEVELS = {
  ReadUncommitted: "READ UNCOMMITTED",
  ReadCommitted: "READ COMMITTED",
  RepeatableRead: "REPEATABLE READ",
  Serializable: "SERIALIZABLE",
} as const;

/** How a batch runs; a single statement has no mode and commits by itself. */
export interface TransactionMode {
  isolation?: keyof typeof ISOLATION_LEVELS;
  readOnly: boolean;
  deferrable: boolean;
}

export interface Engine {
  /**
   * Runs statements in order: one alone (`mode` null), or all in one transaction that commits only when each succeeded.
   * Throws a PostgresError when the database refuses one; nothing of that transaction stays.
   */
  run(statements: readonly Statement[], mode: TransactionMode | null): Promise<StatementResult[]>;
  close(): Promise<void>;
}

/** The fields of a Postgres error that drivers read (protocol documentation, "Error and Notice Message Fields"). */
export const ERROR_FIELDS = [
  "severity",
  "code",
  "detail",
  "hint",
  "position",
  "internalPosition",
  "internalQuery",
  "where",
  "schema",
  "table",
  "column",
  "dataType",
  "constraint",
  "file",
  "line",
  "routine",
] as const;

export type ErrorFields = { message: string } & Partial<Record<(typeof ERROR_FIELDS)[number], string>>;

/** The database refused a statement; `fields` go to the client as they are. */
export class PostgresError extends Error {
  readonly fields: ErrorFields;

  constructor(fields: ErrorFields) {
    super(fields.message);
    this.name = "PostgresError";
    this.fields = fields;
  }
}

/** Picks the documented fields from whatever a driver threw. */
export function errorFields(message: string, source: object): ErrorFields {
  const fields: ErrorFields = { message };
  for (const [name, value] of Object.entries(source)) {
    const known = ERROR_FIELDS.find((field) => field === name);
    if (known && (typeof value === "string" || typeof value === "number")) fields[known] = String(value);
  }
  return fields;
}

/** `BEGIN ...` for a mode. */
export function beginStatement(mode: TransactionMode): string {
  const words = ["BEGIN"];
  if (mode.isolation) words.push(`ISOLATION LEVEL ${ISOLATION_LEVELS[mode.isolation]}`);
  if (mode.readOnly) words.push("READ ONLY");
  if (mode.deferrable) words.push("DEFERRABLE");
  return words.join(" ");
}

/** Splits a command tag ("INSERT 0 3", "CREATE TABLE") into its verb and its row count. */
export function parseCommandTag(tag: string): { command: string; rowCount: number | null } {
  const words = tag.split(" ");
  const count = Number(words.at(-1));
  return { command: words[0] ?? "", rowCount: words.length > 1 && Number.isInteger(count) ? count : null };
}
