// Changes of a case's course: who called it off, gave it back or asked for somebody else, and why.
import { sql } from "drizzle-orm";
import { check, index, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import type { MoveActor } from "../../domain/case-state.ts";
import { CHANGE_KINDS, type ChangeKind } from "../../domain/course.ts";
import { cases } from "./cases.ts";
import { moment } from "./moment.ts";
import { professionals } from "./professionals.ts";

export const caseChanges = pgTable(
  "case_changes",
  {
    id: text("id").primaryKey(),
    caseId: text("case_id")
      .notNull()
      .references(() => cases.id, { onDelete: "cascade" }),
    kind: text("kind").$type<ChangeKind>().notNull(),
    by: text("by").$type<MoveActor>().notNull(),
    /** The acceptance that it undid; null where nobody had accepted. */
    offerId: text("offer_id"),
    professionalId: text("professional_id").references(() => professionals.id),
    /** One of the lists in domain/course.ts, or null. */
    reason: text("reason"),
    /** Own words; emptied when the case is forgotten. */
    words: text("words").notNull().default(""),
    at: moment("at").notNull(),
  },
  (t) => [
    // An acceptance is undone once.
    uniqueIndex("case_changes_offer_key").on(t.offerId),
    index("case_changes_case_idx").on(t.caseId, t.at),
    index("case_changes_professional_idx").on(t.professionalId, t.kind, t.at),
    check("case_changes_kind_check", sql.raw(`kind IN (${CHANGE_KINDS.map((k) => `'${k}'`).join(", ")})`)),
  ],
);
