// What vendors told by webhook: each event once, its content until it is handled, its name for good.
import { sql } from "drizzle-orm";
import { check, index, jsonb, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import type { InboundVendor } from "../../domain/inbound/vendor-webhook.ts";
import { moment } from "./moment.ts";

/** `unknown`: a type that nobody here knows, kept to be looked at. */
export const VENDOR_EVENT_STATUSES = ["pending", "handled", "unknown", "failed"] as const;

export const vendorEvents = pgTable(
  "vendor_events",
  {
    id: text("id").primaryKey(),
    vendor: text("vendor").$type<InboundVendor>().notNull(),
    /** The vendor's own id of it. */
    externalId: text("external_id").notNull(),
    type: text("type").notNull(),
    /** May hold a person's words: emptied when it is handled. */
    body: jsonb("body").$type<Record<string, unknown>>().notNull(),
    status: text("status").$type<(typeof VENDOR_EVENT_STATUSES)[number]>().notNull().default("pending"),
    receivedAt: moment("received_at").notNull(),
    handledAt: moment("handled_at"),
  },
  (t) => [
    uniqueIndex("vendor_events_external_key").on(t.vendor, t.externalId),
    index("vendor_events_received_idx").on(t.receivedAt),
    index("vendor_events_status_idx").on(t.status, t.receivedAt).where(sql`status <> 'handled'`),
    check(
      "vendor_events_status_check",
      sql.raw(`status IN (${VENDOR_EVENT_STATUSES.map((s) => `'${s}'`).join(", ")})`),
    ),
  ],
);
