// How a route is declared for the API's document: one object a route, its shapes the zod schemas that the route itself uses.
import type * as z from "zod";

/** Who may call it; everybody else gets 401, 403 or 404. */
export type Who =
  | "anyone"
  | "signed_in"
  | "client"
  | "professional"
  | "asked_professional"
  | "party"
  | "coordinator"
  | "operator"
  | "integration"
  | "scraper";

/** A body or an answer that is no JSON. */
export interface RawContent {
  /** Media types, e.g. `["application/pdf"]`. */
  types: readonly string[];
  /** Of the content in one sentence. */
  says: string;
  /** Of a multipart form or of one event; bytes without it. */
  schema?: z.ZodType;
}

export interface Answer {
  /** In one sentence; the status' usual meaning without it. */
  says?: string;
  json?: z.ZodType;
  raw?: RawContent;
  /** Fictitious, and valid by the schema: a test looks. */
  example?: unknown;
  /** Response headers, name to meaning. */
  headers?: Readonly<Record<string, string>>;
}

export interface Operation {
  method: "get" | "post" | "put" | "patch" | "delete";
  /** As clients write it: `/api/v2/cases/{case_id}`. */
  path: string;
  /** camelCase and unique: the name of the function that generators make of it. */
  id: string;
  summary: string;
  /** What a summary has no room for; Markdown. */
  notes?: string;
  who: readonly Who[];
  query?: z.ZodObject;
  /** Cannot do without the header `Idempotency-Key`. Whether it is taken says src/http/post-kinds.ts. */
  needsKey?: true;
  /** Takes `Last-Event-ID`. */
  resumes?: true;
  body?: z.ZodType | RawContent;
  /** The body may be left out. */
  bodyOptional?: true;
  bodyExample?: unknown;
  answers: Readonly<Record<number, Answer>>;
  /** Codes of docs/api.md beyond those that every route of its kind may give. */
  errors?: readonly string[];
}

/** Operations under one heading of the reference. */
export interface OperationGroup {
  tag: string;
  says: string;
  operations: readonly Operation[];
}

/** What Vez sends to others: a call of theirs, declared from their side. */
export interface WebhookEvent {
  name: string;
  summary: string;
  body: z.ZodType;
  example?: unknown;
}
