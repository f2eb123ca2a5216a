// After a change over HTTP whoever subscribed is told at once, not at the next minute; nobody waits for it.
import { createMiddleware } from "hono/factory";
import { emitWebhooks } from "../services/webhooks/emit-webhooks.ts";
import type { AppEnv } from "./app-env.ts";

const READS = new Set(["GET", "HEAD", "OPTIONS"]);

export const tellOn = createMiddleware<AppEnv>(async (c, next) => {
  await next();
  if (READS.has(c.req.method) || c.res.status >= 400) return;
  const services = c.get("services");
  // What this misses the queue's next batch, or the minute, finds.
  const telling = emitWebhooks(services).catch((error: unknown) =>
    services.log.warn("webhooks_not_emitted", { error }),
  );
  services.later(telling);
});
