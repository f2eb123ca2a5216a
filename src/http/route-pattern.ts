// The pattern of the route that will answer a request, known before it does.
import type { Context } from "hono";
import { matchedRoutes } from "hono/route";
import type { AppEnv } from "./app-env.ts";

/** E.g. `/api/v2/cases/:caseId`; null where no route answers. What is registered for all methods is a middleware. */
export function routePattern(c: Context<AppEnv>): string | null {
  return matchedRoutes(c).find(({ method }) => method !== "ALL")?.path ?? null;
}
