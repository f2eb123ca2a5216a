// Back-fills: a corpus of profiles on its way into an embedding space, with progress that survives a restart.
import { sql } from "drizzle-orm";
import { check, integer, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { moment } from "./moment.ts";

export const BACKFILL_STATUSES = ["running", "done", "failed", "cancelled"] as const;
export type BackfillStatus = (typeof BACKFILL_STATUSES)[number];

export const embeddingBackfills = pgTable(
  "embedding_backfills",
  {
    id: text("id").primaryKey(),
    space: text("space").notNull(),
    status: text("status").$type<BackfillStatus>().notNull().default("running"),
    total: integer("total").notNull(),
    done: integer("done").notNull().default(0),
    failed: integer("failed").notNull().default(0),
    /** Id of the last professional that was embedded. */
    position: text("position").notNull().default(""),
    lastError: text("last_error"),
    startedBy: text("started_by").notNull(),
    startedAt: moment("started_at").notNull(),
    updatedAt: moment("updated_at").notNull(),
    finishedAt: moment("finished_at"),
  },
  (t) => [
    uniqueIndex("embedding_backfills_running_key").on(t.space).where(sql`status = 'running'`),
    check(
      "embedding_backfills_status_check",
      sql.raw(`status IN (${BACKFILL_STATUSES.map((s) => `'${s}'`).join(", ")})`),
    ),
  ],
);
