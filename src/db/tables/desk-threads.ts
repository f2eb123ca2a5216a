// Which conversation of the help desk mirrors a case, and how far.
import { integer, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { cases } from "./cases.ts";
import { moment } from "./moment.ts";

export const deskThreads = pgTable(
  "desk_threads",
  {
    caseId: text("case_id")
      .primaryKey()
      .references(() => cases.id, { onDelete: "cascade" }),
    /** The desk's own number of it. */
    thread: text("thread").notNull(),
    /** Number of the last event that stands there. */
    mirroredSeq: integer("mirrored_seq").notNull().default(0),
    /** The event that was being posted: after a kill it is looked for before it is posted. */
    postingSeq: integer("posting_seq"),
    /** What the label and the attributes say, so that they are written only when they change. */
    marked: text("marked"),
    createdAt: moment("created_at").notNull(),
  },
  (t) => [uniqueIndex("desk_threads_thread_key").on(t.thread)],
);
