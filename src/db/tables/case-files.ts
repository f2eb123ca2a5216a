// Files that a client, or the professional who holds it, gave to a case; the bytes are in R2 under `storage_key`.
import { sql } from "drizzle-orm";
import { index, integer, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { cases } from "./cases.ts";
import { moment } from "./moment.ts";
import { offers } from "./offers.ts";

export const caseFiles = pgTable(
  "case_files",
  {
    id: text("id").primaryKey(),
    caseId: text("case_id")
      .notNull()
      .references(() => cases.id),
    /** The acceptance whose professional added it, and whom alone it is shown to beside the client; null: the client's own. */
    offerId: text("offer_id").references(() => offers.id),
    name: text("name").notNull(),
    type: text("type").notNull(),
    bytes: integer("bytes").notNull(),
    sha256: text("sha256").notNull(),
    storageKey: text("storage_key").notNull(),
    createdAt: moment("created_at").notNull(),
    /** Since when the bytes are in R2; nobody sees the file before. */
    storedAt: moment("stored_at"),
    /** Since when it is to be removed; nobody sees it any more. */
    deletedAt: moment("deleted_at"),
  },
  (t) => [
    uniqueIndex("case_files_content_key")
      .on(t.caseId, sql`coalesce(offer_id, '')`, t.sha256)
      .where(sql`deleted_at IS NULL`),
    index("case_files_case_idx").on(t.caseId, t.createdAt),
    index("case_files_unfinished_idx").on(t.createdAt).where(sql`stored_at IS NULL OR deleted_at IS NOT NULL`),
  ],
);
