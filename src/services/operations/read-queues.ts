// The queues at this moment: how much waits, for how long, how fast it goes, and what is parked for which reason.
import { sql } from "drizzle-orm";
import * as z from "zod";
import type { Actor, ServiceContext } from "../context.ts";
import { asOperator } from "./as-operator.ts";

/** The rate is that of the last so many minutes. */
const RATE_MINUTES = 5;
const MOST_GROUPS = 50;

const laneRow = z.object({
  lane: z.enum(["high", "low"]),
  depth: z.coerce.number(),
  scheduled: z.coerce.number(),
  failing: z.coerce.number(),
  oldest: z.coerce.number().nullable(),
  done: z.coerce.number(),
});
const groupRow = z.object({
  name: z.string(),
  status: z.enum(["pending", "dead"]),
  error: z.string().nullable(),
  count: z.coerce.number(),
  since: z.coerce.date(),
});

/** One round trip. Ages are seconds since a message was due; moments ISO 8601. Throws `not_found` for anyone but an operator. */
export async function readQueues(ctx: ServiceContext, actor: Actor) {
  asOperator(actor);
  const now = ctx.now().toISOString();
  const [lanes, groups] = await ctx.db.batch([
    ctx.db.execute(sql`
      SELECT l.lane, coalesce(w.depth, 0) AS depth, coalesce(w.scheduled, 0) AS scheduled, coalesce(w.failing, 0) AS failing, w.oldest,
        (SELECT count(*) FROM outbox d WHERE d.status = 'done' AND d.lane = l.lane
          AND d.done_at > ${now}::timestamptz - make_interval(mins => ${RATE_MINUTES}::int)) AS done
      FROM (VALUES ('high'), ('low')) l(lane)
      LEFT JOIN (
        SELECT lane, count(*) AS depth, count(*) FILTER (WHERE available_at > ${now}::timestamptz) AS scheduled,
          count(*) FILTER (WHERE attempts > 0) AS failing,
          extract(epoch FROM ${now}::timestamptz - min(available_at) FILTER (WHERE available_at <= ${now}::timestamptz)) AS oldest
        FROM outbox WHERE status = 'pending' GROUP BY lane
      ) w ON w.lane = l.lane`),
    ctx.db.execute(sql`
      SELECT name, status, last_error AS error, count(*) AS count, min(created_at) AS since
      FROM outbox WHERE status IN ('pending', 'dead') GROUP BY name, status, last_error
      ORDER BY status, count(*) DESC, name LIMIT ${MOST_GROUPS}`),
  ]);
  return {
    lanes: z
      .array(laneRow)
      .parse(lanes.rows)
      .map(({ lane, depth, scheduled, failing, oldest, done }) => ({
        lane,
        depth,
        scheduled,
        failing,
        oldest_seconds: oldest === null ? null : Math.round(oldest),
        done_per_minute: done / RATE_MINUTES,
      })),
    groups: z
      .array(groupRow)
      .parse(groups.rows)
      .map((group) => ({ ...group, since: group.since.toISOString() })),
  };
}

export type QueuesView = Awaited<ReturnType<typeof readQueues>>;
