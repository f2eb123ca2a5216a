// A back-fill as operators read it: how far it is, how quick, and when it will probably be done.
import type { embeddingBackfills } from "../../db/schema.ts";
import { SPACE_KEYS, SPACES, type SpaceKey } from "../../domain/embedding/space.ts";

export type BackfillRow = typeof embeddingBackfills.$inferSelect;
export type BackfillView = ReturnType<typeof backfillView>;

export function backfillView(row: BackfillRow) {
  const minutes = (row.updatedAt.getTime() - row.startedAt.getTime()) / 60_000;
  const perMinute = row.done > 0 && minutes > 0 ? row.done / minutes : null;
  const left = row.total - row.done;
  const endsAt =
    row.status === "running" && perMinute !== null ? row.updatedAt.getTime() + (left / perMinute) * 60_000 : null;
  return {
    id: row.id,
    /** Null for a space that this release no longer has. */
    space: keyOfSpace(row.space),
    space_name: row.space,
    status: row.status,
    /** Profiles, of so many that had no vector of their present words at the start. */
    done: row.done,
    total: row.total,
    /** Tries that failed, and the code of the last one while it has not been made up for. */
    failed_tries: row.failed,
    last_error: row.lastError,
    per_minute: perMinute === null ? null : Math.round(perMinute),
    estimated_end_at: endsAt === null ? null : new Date(endsAt).toISOString(),
    started_by: row.startedBy,
    started_at: row.startedAt.toISOString(),
    updated_at: row.updatedAt.toISOString(),
    finished_at: row.finishedAt?.toISOString() ?? null,
  };
}

/** The key of a space by its stored name; null where no space has that name now. */
export function keyOfSpace(name: string): SpaceKey | null {
  return SPACE_KEYS.find((key) => SPACES[key].name === name) ?? null;
}
