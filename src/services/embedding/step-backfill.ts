// One page of a back-fill: profiles without a vector of the space are embedded, and the next page is asked for.
import { sql } from "drizzle-orm";
import * as z from "zod";
import { VezError } from "../../base/errors.ts";
import type { SpaceKey } from "../../domain/embedding/space.ts";
import type { MessageBody } from "../../domain/messages.ts";
import type { ServiceContext } from "../context.ts";
import { insertOutbox } from "../outbox/insert-outbox.ts";
import { insertedRows } from "../outbox/inserted-rows.ts";
import { backfillMessage } from "./backfill-message.ts";
import { keyOfSpace } from "./backfill-view.ts";
import { forgetCoverage } from "./coverage.ts";
import { embedWords, makerOf } from "./embed-words.ts";
import { endBackfill } from "./end-backfill.ts";
import { lacksVector, wordsHash } from "./profile-words.ts";
import { type MadeVector, storeVectors } from "./store-vectors.ts";

/** A vendor's one call, and about 1 MB of vectors on their way to the database. */
export const PAGE_PROFILES = 100;
/** Of one page in a row, on the queue's backoff: a quarter of an hour, and one fewer than those after which it parks a message. */
export const MOST_TRIES = 11;

type Step = MessageBody<"embedding.backfill">;
type Page = z.infer<typeof pageSchema>["rows"];

const stateSchema = z.object({ rows: z.array(z.object({ space: z.string(), attempts: z.number().nullable() })) });
const pageSchema = z.object({
  rows: z.array(
    z.object({
      id: z.string(),
      areas: z.array(z.string()),
      subareas: z.array(z.string()),
      profile: z.string(),
      hash: z.string(),
    }),
  ),
});

/**
 * Three round trips a page. A message for a position that is no longer the back-fill's does nothing, so a delivery that comes
 * twice, or after a kill, loses nothing and stores nothing twice. Throws what the vendor failed with, for the queue to try
 * again; ends the back-fill as failed when that is in vain.
 */
export async function stepBackfill(ctx: ServiceContext, step: Step, key: string): Promise<void> {
  const readAt = ctx.now();
  const state = await readState(ctx, step, key);
  if (state === null) return;
  const space = keyOfSpace(state.space);
  const maker = space === null ? null : makerOf(ctx.embedders, space);
  if (space === null || maker === null) {
    return endBackfill(ctx, step, { status: "failed", error: "space_not_configured" });
  }
  const page = await readPage(ctx, space, step.position);
  if (page.length === 0) {
    await endBackfill(ctx, step, { status: "done" });
    // From now on cases may be compared in it.
    if (space !== "lexical") await forgetCoverage(ctx, space);
    return;
  }
  const made = await embedWords(maker, page).catch((error: unknown) => missed(ctx, step, state.attempts + 1, error));
  if (made !== null) await store(ctx, step, { space, page, made, readAt });
}

/** Null where the back-fill has gone on or has ended. */
async function readState(ctx: ServiceContext, { backfillId, position }: Step, key: string) {
  const result = await ctx.db.execute(sql`
    SELECT space, (SELECT attempts FROM outbox WHERE key = ${key}) AS attempts
    FROM embedding_backfills WHERE id = ${backfillId} AND position = ${position} AND status = 'running'`);
  const row = stateSchema.parse(result).rows[0];
  return row === undefined ? null : { space: row.space, attempts: row.attempts ?? 0 };
}

async function readPage(ctx: ServiceContext, space: SpaceKey, position: string): Promise<Page> {
  const result = await ctx.db.execute(sql`
    SELECT p.id, p.areas, p.subareas, p.profile, ${wordsHash()} AS hash
    FROM professionals p WHERE p.id > ${position} AND ${lacksVector(space)}
    ORDER BY p.id LIMIT ${PAGE_PROFILES}`);
  return pageSchema.parse(result).rows;
}

/** Counts a try in vain and throws it for the queue; null when it was the last and the back-fill has ended. */
async function missed(ctx: ServiceContext, step: Step, tries: number, error: unknown): Promise<null> {
  const code = error instanceof VezError ? error.code : "defect";
  const isHopeless = error instanceof VezError && !error.retryable;
  if (isHopeless || tries >= MOST_TRIES) {
    ctx.log.warn("backfill_failed", { backfill_id: step.backfillId, code, tries, error });
    await endBackfill(ctx, step, { status: "failed", error: code });
    return null;
  }
  await ctx.db.execute(sql`
    UPDATE embedding_backfills
    SET failed = failed + 1, last_error = ${code}, updated_at = ${ctx.now().toISOString()}::timestamptz
    WHERE id = ${step.backfillId} AND position = ${step.position} AND status = 'running'`);
  throw error;
}

/** Vectors, progress and the next message are one change: a kill leaves all of them or none. */
async function store(
  ctx: ServiceContext,
  { backfillId, position }: Step,
  { space, page, made, readAt }: { space: SpaceKey; page: Page; made: MadeVector[]; readAt: Date },
): Promise<void> {
  const now = ctx.now();
  const last = page.at(-1)?.id ?? position;
  const next = backfillMessage(ctx, now, { id: backfillId, position: last });
  const [, , queued] = await ctx.db.batch([
    ctx.db.execute(storeVectors(space, made, readAt)),
    // Profiles that came during the back-fill are in no total of its start.
    ctx.db.execute(sql`
      UPDATE embedding_backfills
      SET position = ${last}, done = done + ${page.length}::int, total = greatest(total, done + ${page.length}::int),
        last_error = NULL, updated_at = ${now.toISOString()}::timestamptz
      WHERE id = ${backfillId} AND position = ${position} AND status = 'running'`),
    ctx.db.execute(
      insertOutbox(
        [next],
        sql`EXISTS (SELECT 1 FROM embedding_backfills WHERE id = ${backfillId} AND position = ${last} AND status = 'running')`,
      ),
    ),
  ]);
  await ctx.enqueue(insertedRows(queued));
}
