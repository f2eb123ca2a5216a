// Webhooks out: what happened (written by triggers on cases, offers and contracts), who wants to hear it, and every try to tell.
import { sql } from "drizzle-orm";
import { boolean, check, index, integer, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { users } from "./identity.ts";
import { moment } from "./moment.ts";

export const webhookEndpoints = pgTable(
  "webhook_endpoints",
  {
    id: text("id").primaryKey(),
    /** The integration whose cases alone it hears of; null: an operator's, which hears of all. */
    ownerId: text("owner_id").references(() => users.id, { onDelete: "cascade" }),
    url: text("url").notNull(),
    events: text("events").array().notNull(),
    description: text("description").notNull().default(""),
    /** Sealed. */
    secret: text("secret").notNull(),
    /** Sealed; signs beside the new one until `oldSecretUntil`. */
    oldSecret: text("old_secret"),
    oldSecretUntil: moment("old_secret_until"),
    /** Since when every try has failed; null after a success. */
    failingSince: moment("failing_since"),
    disabledAt: moment("disabled_at"),
    disabledBy: text("disabled_by").$type<"owner" | "failures">(),
    createdBy: text("created_by").notNull(),
    createdAt: moment("created_at").notNull(),
    updatedAt: moment("updated_at").notNull(),
  },
  (t) => [
    index("webhook_endpoints_owner_idx").on(t.ownerId, t.createdAt),
    index("webhook_endpoints_live_idx").on(t.createdAt).where(sql`disabled_at IS NULL`),
  ],
);

export const webhookEvents = pgTable(
  "webhook_events",
  {
    id: text("id").primaryKey(),
    subject: text("subject").$type<"case" | "offer" | "contract">().notNull(),
    subjectId: text("subject_id").notNull(),
    caseId: text("case_id").notNull(),
    status: text("status").notNull(),
    /** Null: the row is new. */
    statusBefore: text("status_before"),
    at: moment("at").notNull(),
    /** When its deliveries were made; the triggers leave it empty. */
    emittedAt: moment("emitted_at"),
  },
  (t) => [
    index("webhook_events_waiting_idx").on(t.at).where(sql`emitted_at IS NULL`),
    index("webhook_events_at_idx").on(t.at),
  ],
);

export const WEBHOOK_DELIVERY_STATUSES = ["pending", "delivered", "failed"] as const;
export type WebhookDeliveryStatus = (typeof WEBHOOK_DELIVERY_STATUSES)[number];

export const webhookDeliveries = pgTable(
  "webhook_deliveries",
  {
    id: text("id").primaryKey(),
    endpointId: text("endpoint_id")
      .notNull()
      .references(() => webhookEndpoints.id, { onDelete: "cascade" }),
    /** Sent as `webhook-id`: the same at every try, and for every endpoint. */
    eventId: text("event_id").notNull(),
    type: text("type").notNull(),
    /** The exact bytes that are signed and sent. */
    body: text("body").notNull(),
    status: text("status").$type<WebhookDeliveryStatus>().notNull().default("pending"),
    /** Tries since it was made or asked for again. */
    tries: integer("tries").notNull().default(0),
    /** Counts what was put into the outbox for it: part of that row's key. */
    round: integer("round").notNull().default(1),
    /** No new try after this. */
    retryUntil: moment("retry_until").notNull(),
    /** Null unless another try is waiting. */
    nextAt: moment("next_at"),
    isTest: boolean("is_test").notNull().default(false),
    doneAt: moment("done_at"),
    createdAt: moment("created_at").notNull(),
  },
  (t) => [
    uniqueIndex("webhook_deliveries_event_key").on(t.endpointId, t.eventId),
    index("webhook_deliveries_endpoint_idx").on(t.endpointId, t.createdAt),
    index("webhook_deliveries_created_idx").on(t.createdAt),
    check(
      "webhook_deliveries_status_check",
      sql.raw(`status IN (${WEBHOOK_DELIVERY_STATUSES.map((s) => `'${s}'`).join(", ")})`),
    ),
  ],
);

export const webhookAttempts = pgTable(
  "webhook_attempts",
  {
    id: text("id").primaryKey(),
    deliveryId: text("delivery_id")
      .notNull()
      .references(() => webhookDeliveries.id, { onDelete: "cascade" }),
    at: moment("at").notNull(),
    ms: integer("ms").notNull(),
    /** HTTP status; null where none came. */
    status: integer("status"),
    /** Why it failed, a code; null where it was taken. */
    error: text("error"),
    /** The receiver's content-type and retry-after, bounded; never its body, which could quote a person. */
    head: text("head"),
  },
  (t) => [index("webhook_attempts_delivery_idx").on(t.deliveryId, t.at)],
);
