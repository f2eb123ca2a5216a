// A request says which one it is by a key: it is the first, or it was answered, or the first is still running.
import { sql } from "drizzle-orm";
import * as z from "zod";
import type { ServiceContext } from "../context.ts";

export const KEPT_HOURS = 24;
/** A request that was killed frees its key after this; none runs so long. */
const LEASE_SECONDS = 60;

export interface Place {
  /** A user's id, or `anonymous`. */
  actor: string;
  /** Method and address. */
  route: string;
  keyHash: string;
}

export type Begun =
  | { kind: "first"; attempt: string }
  | { kind: "answered"; status: number; answer: string | null }
  | { kind: "running"; retryAfterSeconds: number }
  | { kind: "other_body" };

const returned = z.object({
  rows: z.tuple([
    z.object({
      attempt: z.string(),
      body_hash: z.string(),
      state: z.enum(["running", "done"]),
      status: z.number().nullable(),
      answer: z.string().nullable(),
      age: z.coerce.number(),
    }),
  ]),
});

/** Of two at once one is first: the row's primary key decides, in one round trip. */
export async function beginOnce(ctx: ServiceContext, place: Place, bodyHash: string): Promise<Begun> {
  const at = ctx.now().toISOString();
  const attempt = crypto.randomUUID();
  const { actor, route, keyHash } = place;
  const [, found] = await ctx.db.batch([
    ctx.db.execute(sql`
      INSERT INTO idempotency_keys AS k (actor, route, key_hash, body_hash, state, attempt, created_at)
      VALUES (${actor}, ${route}, ${keyHash}, ${bodyHash}, 'running', ${attempt}, ${at}::timestamptz)
      ON CONFLICT (actor, route, key_hash) DO UPDATE SET
        body_hash = excluded.body_hash, state = 'running', attempt = excluded.attempt, status = NULL, answer = NULL,
        created_at = excluded.created_at
      WHERE k.created_at <= excluded.created_at - make_interval(hours => ${KEPT_HOURS}::int)
        OR (k.state = 'running' AND k.body_hash = excluded.body_hash
          AND k.created_at <= excluded.created_at - make_interval(secs => ${LEASE_SECONDS}::int))`),
    ctx.db.execute(sql`
      SELECT attempt, body_hash, state, status, answer, EXTRACT(EPOCH FROM ${at}::timestamptz - created_at) AS age
      FROM idempotency_keys WHERE actor = ${actor} AND route = ${route} AND key_hash = ${keyHash}`),
  ]);
  const row = returned.parse(found).rows[0];
  if (row.attempt === attempt) return { kind: "first", attempt };
  if (row.body_hash !== bodyHash) return { kind: "other_body" };
  if (row.state === "done") return { kind: "answered", status: row.status ?? 200, answer: row.answer };
  // Soon: most requests take well under a second, and nobody should ask more often than this.
  return { kind: "running", retryAfterSeconds: Math.max(1, Math.min(5, Math.ceil(LEASE_SECONDS - row.age))) };
}
