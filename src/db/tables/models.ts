// Learned rankers: every artefact that was trained here or brought in, and the one that serves.
import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { moment } from "./moment.ts";

export const MODEL_STATUSES = ["candidate", "serving", "retired"] as const;
export type ModelStatus = (typeof MODEL_STATUSES)[number];

export const models = pgTable(
  "models",
  {
    id: text("id").primaryKey(),
    vertical: text("vertical").notNull().default("legal"),
    /** SHA-256 of the artefact: the same model twice is one row. */
    hash: text("hash").notNull(),
    /** "lambdamart" is ours; "lightgbm" and "xgboost" were trained elsewhere. */
    kind: text("kind").notNull(),
    status: text("status").$type<ModelStatus>().notNull().default("candidate"),
    /** The JSON artefact as its hash was taken; text, so that no bit of it changes. */
    artefact: text("artefact").notNull(),
    gradedCases: integer("graded_cases").notNull(),
    metrics: jsonb("metrics").$type<Record<string, number>>().notNull(),
    windowFrom: moment("window_from"),
    windowTo: moment("window_to"),
    createdBy: text("created_by").notNull(),
    createdAt: moment("created_at").notNull(),
    servingSince: moment("serving_since"),
    retiredAt: moment("retired_at"),
  },
  (t) => [
    uniqueIndex("models_hash_key").on(t.vertical, t.hash),
    uniqueIndex("models_one_serving_key").on(t.vertical).where(sql`status = 'serving'`),
    index("models_created_idx").on(t.vertical, t.createdAt),
    check("models_status_check", sql.raw(`status IN (${MODEL_STATUSES.map((s) => `'${s}'`).join(", ")})`)),
  ],
);
