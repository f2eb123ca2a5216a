// Which problems a route may answer: those of its kind, and those that it declares itself.
import { takesKey } from "./key-rules.ts";
import type { Operation } from "./operation.ts";
import type { JsonObject } from "./schema.ts";

/** A row of docs/api.md's table of codes. */
export interface ProblemCode {
  code: string;
  status: number;
  meaning: string;
}

const PROBLEM = { $ref: "#/components/schemas/Problem" };

export const problemSchema: JsonObject = {
  type: "object",
  description: "RFC 9457. `code` is stable; `detail` tells the reader what to do next.",
  properties: {
    type: { type: "string" },
    title: { type: "string" },
    status: { type: "integer" },
    code: { type: "string" },
    detail: { type: "string" },
    request_id: { type: "string", description: "Say it when you report a fault." },
    fields: {
      type: "array",
      description: "Of `invalid_input`: what is wrong with what.",
      items: {
        type: "object",
        properties: { field: { type: "string" }, problem: { type: "string" } },
        required: ["field", "problem"],
      },
    },
    retry_after_seconds: { type: "integer" },
  },
  required: ["type", "title", "status", "code", "detail"],
};

/** Responses by status. A code that docs/api.md does not tell is left out: a test says so, and the product starts all the same. */
export function errorResponses(operation: Operation, known: ReadonlyMap<string, ProblemCode>): JsonObject {
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of new Set([...commonCodes(operation), ...(operation.errors ?? [])])) {
    const found = known.get(code);
    if (found === undefined) continue;
    byStatus.set(found.status, [...(byStatus.get(found.status) ?? []), found]);
  }
  const statuses = [...byStatus.keys()].toSorted((a, b) => a - b);
  return Object.fromEntries(statuses.map((status) => [String(status), responseOf(byStatus.get(status) ?? [], status)]));
}

function responseOf(codes: ProblemCode[], status: number): JsonObject {
  const retries = status === 429 || status === 503;
  return {
    description: codes.map(({ code, meaning }) => `\`${code}\`: ${meaning}.`).join(" "),
    ...(retries ? { headers: { "Retry-After": { schema: { type: "integer" }, description: "Seconds." } } } : {}),
    content: {
      "application/problem+json": {
        schema: { allOf: [PROBLEM, { type: "object", properties: { code: { enum: codes.map(({ code }) => code) } } }] },
      },
    },
  };
}

function commonCodes(operation: Operation): string[] {
  const { method, path, who, query, body } = operation;
  const keyed = takesKey(operation);
  const open = who.includes("anyone");
  const json = body !== undefined && !("types" in body);
  return [
    ...(open ? [] : ["unauthenticated"]),
    ...(method === "get" ? [] : ["too_many_requests"]),
    // Whoever signs what he sends may come from anywhere.
    ...(method === "get" || path.startsWith("/webhooks/") ? [] : ["foreign_origin"]),
    ...(!open && (who.includes("professional") || who.includes("party")) ? ["forbidden"] : []),
    ...(path.includes("{") || who.includes("operator") ? ["not_found"] : []),
    ...(json ? ["not_json", "not_utf8", "body_too_large"] : []),
    ...(body !== undefined || query !== undefined || keyed ? ["invalid_input"] : []),
    ...(keyed ? ["idempotency_key_reused", "idempotency_in_progress", "idempotency_answer_gone"] : []),
    ...(path.startsWith("/api/v2/") ? ["scope_needed", "not_for_keys"] : []),
    ...(path === "/health" || path === "/ready" ? [] : ["database_unavailable", "timeout"]),
  ];
}
