// A refusal of the API as an error that a program can look at.
import type { Schemas } from "./schema.d.ts";

/** RFC 9457: `code` is stable, `detail` tells a reader what to do next. */
export class VezProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly requestId: string | null;
  /** Of `invalid_input`: what is wrong with what. */
  readonly fields: readonly { field: string; problem: string }[];
  /** Seconds after which the same call may succeed; null where it is no matter of waiting. */
  readonly retryAfterSeconds: number | null;
  /** The whole body. */
  readonly body: Readonly<Record<string, unknown>>;

  constructor(problem: Schemas["Problem"], headers: Headers) {
    super(`${problem.code} (${problem.status}): ${problem.detail}`);
    this.name = "VezProblem";
    this.status = problem.status;
    this.code = problem.code;
    this.detail = problem.detail;
    this.requestId = problem.request_id ?? null;
    this.fields = problem.fields ?? [];
    this.retryAfterSeconds = secondsOf(headers.get("retry-after"));
    this.body = { ...problem };
  }
}

/** The problem that `response` (not ok) tells; what is no problem+json, e.g. a proxy's page, is `http_<status>`. */
export async function problemFrom(response: Response): Promise<VezProblem> {
  const text = await response.text();
  const problem = response.headers.get("content-type")?.includes("problem+json") ? parsed(text) : null;
  const { status } = response;
  const unknown = { type: "about:blank", title: "Unknown", status, code: `http_${status}`, detail: text.slice(0, 300) };
  return new VezProblem(problem ?? unknown, response.headers);
}

function parsed(text: string): Schemas["Problem"] | null {
  try {
    const body: Schemas["Problem"] = JSON.parse(text);
    return typeof body.code === "string" && typeof body.detail === "string" ? body : null;
  } catch (error) {
    // A body that was cut off on its way says nothing more than its status.
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function secondsOf(header: string | null): number | null {
  const seconds = Number(header);
  return header !== null && Number.isFinite(seconds) ? seconds : null;
}
