// Whether the process lives, and whether it can do its work.
import { sql } from "drizzle-orm";
import { Hono } from "hono";
import type { AppEnv } from "./app-env.ts";

export const health = new Hono<AppEnv>();

health.get("/health", (c) => c.json({ status: "ok" }));

/** 503 when the database does not answer: a balancer then sends people elsewhere. */
health.get("/ready", async (c) => {
  const started = Date.now();
  try {
    await c.get("services").db.execute(sql`SELECT 1`);
  } catch (error) {
    c.get("services").log.error("not_ready", { part: "database", error });
    return c.json({ status: "unavailable", parts: { database: "unavailable" } }, 503);
  }
  return c.json({ status: "ok", parts: { database: "ok" }, database_ms: Date.now() - started });
});
