// Neon's SQL-over-HTTP messages: a request into statements, results into the JSON that @neondatabase/serverless reads.

import { z } from "zod";
import { ISOLATION_LEVELS, type Statement, type StatementResult, type TransactionMode } from "./engine.ts";

// The driver sends text and null; a hand-written client may send plain JSON scalars.
const param = z
  .union([z.string(), z.number(), z.boolean(), z.null()])
  .transform((value) => (value === null ? null : String(value)));
const single = z.object({ query: z.string().min(1), params: z.array(param).default([]) });
const batch = z.object({ queries: z.array(single).min(1).max(1000) });
const body = z.union([batch, single]);

const flag = z
  .enum(["true", "false"])
  .default("false")
  .transform((value) => value === "true");
const isolation = z.enum(
  Object.keys(ISOLATION_LEVELS) as [keyof typeof ISOLATION_LEVELS, ...(keyof typeof ISOLATION_LEVELS)[]],
);
const headers = z.object({
  "neon-connection-string": z.string().regex(/^postgres(ql)?:\/\//),
  "neon-array-mode": flag,
  "neon-raw-text-output": flag,
  "neon-batch-isolation-level": isolation.optional(),
  "neon-batch-read-only": flag,
  "neon-batch-deferrable": flag,
});

export interface NeonRequest {
  statements: Statement[];
  /** Null for a single statement. */
  mode: TransactionMode | null;
  arrayMode: boolean;
}

/** Reads one POST /sql; throws a ZodError that names what is wrong. */
export function parseRequest(rawHeaders: Record<string, unknown>, rawBody: unknown): NeonRequest {
  const head = headers.parse(rawHeaders);
  const request = body.parse(rawBody);
  // Typed output would need Neon's own converters; the driver always asks for text.
  if (!head["neon-raw-text-output"])
    throw new z.ZodError([
      { code: "custom", path: ["neon-raw-text-output"], message: "only raw text output is spoken here", input: false },
    ]);
  const arrayMode = head["neon-array-mode"];
  if (!("queries" in request)) return { statements: [request], mode: null, arrayMode };
  const level = head["neon-batch-isolation-level"];
  const mode: TransactionMode = {
    readOnly: head["neon-batch-read-only"],
    deferrable: head["neon-batch-deferrable"],
    ...(level ? { isolation: level } : {}),
  };
  return { statements: request.queries, mode, arrayMode };
}

/** The JSON of an answer: one result, or `{results}` for a batch. */
export function renderResults(request: NeonRequest, results: readonly StatementResult[]): string {
  const rendered = results.map((result) => ({
    command: result.command,
    rowCount: result.rowCount,
    fields: result.fields,
    rows: request.arrayMode ? result.rows : result.rows.map((row) => rowObject(result, row)),
    rowAsArray: request.arrayMode,
  }));
  return JSON.stringify(request.mode ? { results: rendered } : rendered[0]);
}

function rowObject(result: StatementResult, row: (string | null)[]): Record<string, string | null> {
  return Object.fromEntries(result.fields.map((field, index) => [field.name, row[index] ?? null]));
}
