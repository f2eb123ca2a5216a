// What is to be done after a change was committed, what was sent to people, and who did what.
import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { users } from "./identity.ts";
import { moment } from "./moment.ts";

export const OUTBOX_STATUSES = ["pending", "done", "dead"] as const;
export type OutboxStatus = (typeof OUTBOX_STATUSES)[number];

export const outbox = pgTable(
  "outbox",
  {
    id: text("id").primaryKey(),
    lane: text("lane").$type<"high" | "low">().notNull(),
    name: text("name").notNull(),
    version: integer("version").notNull().default(1),
    /** The same key twice is one side effect. */
    key: text("key").notNull(),
    body: jsonb("body").$type<Record<string, unknown>>().notNull(),
    traceId: text("trace_id").notNull(),
    status: text("status").$type<OutboxStatus>().notNull().default("pending"),
    attempts: integer("attempts").notNull().default(0),
    /** Not before this moment. */
    availableAt: moment("available_at").notNull(),
    /** When it was last handed to a queue; the relay sends again what was not done in time. */
    queuedAt: moment("queued_at"),
    doneAt: moment("done_at"),
    lastError: text("last_error"),
    createdAt: moment("created_at").notNull(),
  },
  (t) => [
    uniqueIndex("outbox_key_key").on(t.key),
    index("outbox_pending_idx").on(t.availableAt).where(sql`status = 'pending'`),
    index("outbox_status_idx").on(t.status, t.createdAt),
    check("outbox_status_check", sql.raw(`status IN (${OUTBOX_STATUSES.map((s) => `'${s}'`).join(", ")})`)),
  ],
);

/** `sms` and `whatsapp` are stored as to be sent until a vendor takes them. */
export const NOTIFICATION_CHANNELS = ["email", "in_app", "sms", "whatsapp"] as const;
export type NotificationChannel = (typeof NOTIFICATION_CHANNELS)[number];

export const notifications = pgTable(
  "notifications",
  {
    id: text("id").primaryKey(),
    key: text("key").notNull(),
    /** Null for a sign-in code to someone who is not known yet. */
    userId: text("user_id").references(() => users.id, { onDelete: "cascade" }),
    /** The address that would be written to. */
    recipient: text("recipient").notNull(),
    channel: text("channel").$type<NotificationChannel>().notNull(),
    kind: text("kind").notNull(),
    subject: text("subject").notNull(),
    text: text("text").notNull(),
    link: text("link"),
    status: text("status").$type<"stored" | "sent" | "failed">().notNull().default("stored"),
    /** Not sent before: the client's safe hours begin then; null: at once. */
    availableAt: moment("available_at"),
    readAt: moment("read_at"),
    createdAt: moment("created_at").notNull(),
  },
  (t) => [
    uniqueIndex("notifications_key_key").on(t.key),
    index("notifications_user_idx").on(t.userId, t.createdAt),
    index("notifications_created_idx").on(t.createdAt),
  ],
);

export const audit = pgTable(
  "audit",
  {
    id: text("id").primaryKey(),
    /** A user's id, or `system`. */
    actor: text("actor").notNull(),
    action: text("action").notNull(),
    subject: text("subject").notNull(),
    /** Never personal data. */
    detail: jsonb("detail").$type<Record<string, unknown>>().notNull().default({}),
    at: moment("at").notNull(),
  },
  (t) => [index("audit_subject_idx").on(t.subject, t.at), index("audit_at_idx").on(t.at)],
);
