// Every failure as problem+json (RFC 9457): a stable code, what to do next, the request's id; nothing from inside.
import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import * as z from "zod";
import { unavailable, VezError } from "../base/errors.ts";
import { isDatabaseAway } from "../db/is-away.ts";
import type { AppEnv } from "./app-env.ts";
import { fromAuthError } from "./auth-error.ts";

export interface Problem {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  request_id: string;
}

/** The answer to anything that was thrown; a defect is logged and told without its message. */
export function problemOf(error: unknown, c: Context<AppEnv>): Response {
  const known = asVezError(error);
  const requestId = c.get("requestId") ?? "";
  const log = c.get("services")?.log;
  if (known === null) log?.error("defect", { request_id: requestId, path: c.req.routePath, error });
  else if (known.status === 503) log?.warn("unavailable", { request_id: requestId, code: known.code, error });
  const { code, status, detail, extra } = known ?? DEFECT;
  const body: Problem = {
    type: `about:blank#${code}`,
    title: titleOf(code),
    status,
    code,
    detail,
    request_id: requestId,
    ...extra,
  };
  const headers: Record<string, string> = {
    "content-type": "application/problem+json; charset=utf-8",
    "cache-control": "no-store",
  };
  if (status === 503 || status === 429 || extra.retry_after_seconds !== undefined)
    headers["retry-after"] = String(extra.retry_after_seconds ?? 5);
  return new Response(JSON.stringify(body), { status, headers });
}

const DEFECT = new VezError("internal", {
  status: 500,
  detail: "Something went wrong on our side and was noted. Try again in a moment; nothing you sent before is lost.",
});

/** Null for a defect. */
export function asVezError(error: unknown): VezError | null {
  if (error instanceof VezError) return error;
  if (error instanceof z.ZodError) return fromZod(error);
  if (error instanceof HTTPException)
    return new VezError(`http_${error.status}`, { status: error.status, detail: "The request cannot be read." });
  if (isDatabaseAway(error)) return databaseAway(error);
  const refused = fromAuthError(error);
  if (refused !== null) return refused;
  if (isTimeout(error)) {
    return new VezError("timeout", {
      status: 503,
      retryable: true,
      detail: "This took too long. Try again in a moment.",
      cause: error,
    });
  }
  return null;
}

function databaseAway(cause: unknown): VezError {
  return unavailable(
    "database_unavailable",
    "Vez cannot reach its records right now. Try again in a moment; nothing you sent before is lost.",
    cause,
  );
}

function fromZod(error: z.ZodError): VezError {
  const fields = error.issues.slice(0, 20).map((issue) => ({ field: issue.path.join("."), problem: issue.message }));
  const detail = fields.map(({ field, problem }) => (field === "" ? problem : `${field}: ${problem}`)).join(" ");
  return new VezError("invalid_input", { status: 422, detail, extra: { fields } });
}

function isTimeout(error: unknown): boolean {
  for (let e = error; e instanceof Error; e = e.cause) if (e.name === "TimeoutError") return true;
  return false;
}

function titleOf(code: string): string {
  const words = code.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
