// Vendors that refuse our own key: a row stands here as long as the last call said so.
import { integer, pgTable, text } from "drizzle-orm/pg-core";
import { moment } from "./moment.ts";

export const vendorRefusals = pgTable("vendor_refusals", {
  /** As in the metrics' label `service`. */
  vendor: text("vendor").primaryKey(),
  /** The HTTP status of the last refusal; null where the vendor says it in words. */
  status: integer("status"),
  /** Of the first refusal since it last took the key. */
  since: moment("since").notNull(),
  /** Of the last one that was written down. */
  at: moment("at").notNull(),
});
