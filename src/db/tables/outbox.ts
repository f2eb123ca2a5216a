// What is to be done after a change was committed, what was sent to people, and who did what.
import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgTable, smallint, text, uniqueIndex } from "drizzle-orm/pg-core";
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
    /** Rows of one line are done in the order in which they were made; null: in any order. */
    line: text("line"),
    status: text("status").$type<OutboxStatus>().notNull().default("pending"),
    attempts: integer("attempts").notNull().default(0),
    /** Not before this moment. */
    availableAt: moment("available_at").notNull(),
    /** When it was last handed to a queue; the relay sends again what was not done in time. */
    queuedAt: moment("queued_at"),
    /** A consumer is at it until then: the same row in another's hands waits. Null: nobody is. */
    claimedUntil: moment("claimed_until"),
    doneAt: moment("done_at"),
    /** Its first failed try: patience counts from here. Null: none yet, or parked, and sent again it has all its patience. */
    waitsSince: moment("waits_since"),
    lastError: text("last_error"),
    createdAt: moment("created_at").notNull(),
  },
  (t) => [
    uniqueIndex("outbox_key_key").on(t.key),
    index("outbox_pending_idx").on(t.availableAt).where(sql`status = 'pending'`),
    index("outbox_line_idx").on(t.line, t.createdAt, t.id).where(sql`status = 'pending' AND line IS NOT NULL`),
    // How fast the queues go, and what is swept.
    index("outbox_done_idx").on(t.doneAt).where(sql`status = 'done'`),
    // What is still to be emptied, without those that are.
    index("outbox_full_idx").on(t.doneAt).where(sql`status = 'done' AND body <> '{}'::jsonb`),
    index("outbox_status_idx").on(t.status, t.createdAt),
    check("outbox_status_check", sql.raw(`status IN (${OUTBOX_STATUSES.map((s) => `'${s}'`).join(", ")})`)),
  ],
);

/** `sms` and `whatsapp` are stored as to be sent until a vendor takes them. */
export const NOTIFICATION_CHANNELS = ["email", "in_app", "push", "sms", "whatsapp"] as const;
export type NotificationChannel = (typeof NOTIFICATION_CHANNELS)[number];

/**
 * `stored`: in its inbox, no vendor takes it. `queued`: a vendor will be asked. `sending`: it is being asked. `unsure`: it may have
 * it. The rest is what the vendor said.
 */
export const NOTIFICATION_STATUSES = [
  "stored",
  "queued",
  "sending",
  "unsure",
  "sent",
  "delivered",
  "opened",
  "failed",
] as const;
export type NotificationStatus = (typeof NOTIFICATION_STATUSES)[number];

export const notifications = pgTable(
  "notifications",
  {
    id: text("id").primaryKey(),
    key: text("key").notNull(),
    /** What it is about, the same on every channel of one person; null for what has one channel alone. */
    occasion: text("occasion"),
    /** Which try at a channel of the ladder it is: 1, 2, ...; 0 in the app. */
    rung: smallint("rung").notNull().default(0),
    /** Null for a sign-in code to someone who is not known yet. */
    userId: text("user_id").references(() => users.id, { onDelete: "cascade" }),
    /** The address that would be written to. */
    recipient: text("recipient").notNull(),
    channel: text("channel").$type<NotificationChannel>().notNull(),
    kind: text("kind").notNull(),
    subject: text("subject").notNull(),
    text: text("text").notNull(),
    link: text("link"),
    locale: text("locale").$type<"pt-BR" | "en">().notNull().default("pt-BR"),
    status: text("status").$type<NotificationStatus>().notNull().default("stored"),
    /** Who carries it, and its name there; null: nobody was configured, or nobody was asked yet. */
    vendor: text("vendor"),
    vendorId: text("vendor_id"),
    /** The vendor's or our own code for why it failed; never its words. */
    reason: text("reason"),
    sentAt: moment("sent_at"),
    deliveredAt: moment("delivered_at"),
    openedAt: moment("opened_at"),
    failedAt: moment("failed_at"),
    /** How often a vendor was asked, and when last. */
    tries: smallint("tries").notNull().default(0),
    claimedAt: moment("claimed_at"),
    /** Not sent before: quiet or unsafe hours end then, or a try failed; null: at once. */
    availableAt: moment("available_at"),
    readAt: moment("read_at"),
    createdAt: moment("created_at").notNull(),
  },
  (t) => [
    uniqueIndex("notifications_key_key").on(t.key),
    // Never twice on one channel.
    uniqueIndex("notifications_occasion_key").on(t.occasion, t.channel).where(sql`occasion IS NOT NULL`),
    index("notifications_status_idx").on(t.status, t.createdAt),
    index("notifications_vendor_idx").on(t.vendor, t.vendorId).where(sql`vendor_id IS NOT NULL`),
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
