// What is paid for by the piece is counted by address: a session costs nothing to invent.
import type { Context } from "hono";
import { VezError } from "../base/errors.ts";
import type { AppEnv } from "./app-env.ts";

/** Nothing where the platform has no such limiter. Throws `too_many_requests` (429) with `detail`, which says what to do. */
export async function limitByAddress(
  c: Context<AppEnv>,
  limiter: RateLimit | undefined,
  detail: string,
): Promise<void> {
  const key = c.req.header("cf-connecting-ip") ?? "unknown";
  if (limiter === undefined || (await limiter.limit({ key })).success) return;
  throw new VezError("too_many_requests", {
    status: 429,
    retryable: true,
    detail,
    extra: { retry_after_seconds: 60 },
  });
}
