// What turns are worked out from beside the ledger: absences, the areas' pools, and doubts about conflicts of interest.
import { sql } from "drizzle-orm";
import { check, doublePrecision, index, integer, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { cases } from "./cases.ts";
import { moment } from "./moment.ts";
import { professionals } from "./professionals.ts";

/** Every leave that was taken, also those that are over: a credit is earned while its days are in the window. */
export const absences = pgTable(
  "absences",
  {
    id: text("id").primaryKey(),
    professionalId: text("professional_id")
      .notNull()
      .references(() => professionals.id, { onDelete: "cascade" }),
    from: moment("from").notNull(),
    /** Null while its end is not known. */
    until: moment("until"),
    createdAt: moment("created_at").notNull(),
  },
  (t) => [
    index("absences_professional_idx").on(t.professionalId, t.from),
    index("absences_until_idx").on(t.until),
    check("absences_order_check", sql`${t.until} IS NULL OR ${t.until} > ${t.from}`),
  ],
);

/** Totals of an area over everybody in it, so that one match need not count them all. */
export const areaPools = pgTable(
  "area_pools",
  {
    vertical: text("vertical").notNull(),
    area: text("area").notNull(),
    /** Accepted in the rolling 30 days. */
    cases: doublePrecision("cases").notNull(),
    credits: doublePrecision("credits").notNull(),
    weight: doublePrecision("weight").notNull(),
    /** The part of `weight` that is not away now; kept with each acceptance. */
    present: doublePrecision("present").notNull().default(0),
    professionals: integer("professionals").notNull(),
    updatedAt: moment("updated_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.vertical, t.area] })],
);

export const CONFLICT_REVIEW_STATUSES = ["open", "cleared", "confirmed"] as const;
export type ConflictReviewStatus = (typeof CONFLICT_REVIEW_STATUSES)[number];

/** A possible conflict of interest, or a check that could not be made: closed until an operator has decided. */
export const conflictReviews = pgTable(
  "conflict_reviews",
  {
    id: text("id").primaryKey(),
    caseId: text("case_id")
      .notNull()
      .references(() => cases.id, { onDelete: "cascade" }),
    professionalId: text("professional_id")
      .notNull()
      .references(() => professionals.id, { onDelete: "cascade" }),
    /** "name" when a name is alike, "unchecked" when the check could not be made. */
    reason: text("reason").$type<"name" | "unchecked">().notNull(),
    status: text("status").$type<ConflictReviewStatus>().notNull().default("open"),
    decidedBy: text("decided_by"),
    decidedAt: moment("decided_at"),
    createdAt: moment("created_at").notNull(),
  },
  (t) => [
    uniqueIndex("conflict_reviews_pair_key").on(t.caseId, t.professionalId),
    index("conflict_reviews_open_idx").on(t.createdAt).where(sql`status = 'open'`),
    check(
      "conflict_reviews_status_check",
      sql.raw(`status IN (${CONFLICT_REVIEW_STATUSES.map((s) => `'${s}'`).join(", ")})`),
    ),
  ],
);
