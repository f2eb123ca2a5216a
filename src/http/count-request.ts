// Counts each request by its route's pattern, and ends its part of the metrics: one delta leaves after the answer.
import { createMiddleware } from "hono/factory";
import { matchedRoutes } from "hono/route";
import type { LabelsOf, RoutePattern } from "../domain/metrics/table.ts";
import { endInvocation } from "../wiring.ts";
import type { AppEnv } from "./app-env.ts";

type Labels = LabelsOf<"api_requests_total">;

/** Must come after the request's context and before whatever may refuse it. */
export const countRequest = createMiddleware<AppEnv>(async (c, next) => {
  await next();
  const ctx = c.get("services");
  // The router's own words: what nobody serves ends at a middleware's pattern, "/*". The table bounds method and status.
  const route = (matchedRoutes(c).at(-1)?.path ?? "/*") as RoutePattern;
  const method = c.req.method as Labels["method"];
  const status = String(c.res.status) as Labels["status"];
  ctx.metrics.count("api_requests_total", { route, method, status });
  endInvocation(c.env, ctx);
});
