// How people want to be told, which devices they allowed to be woken, and which addresses must not be written to again.
import { sql } from "drizzle-orm";
import { boolean, check, index, pgTable, primaryKey, smallint, text } from "drizzle-orm/pg-core";
import type { OutsideChannel } from "../../domain/notifications/sender.ts";
import { users } from "./identity.ts";
import { moment } from "./moment.ts";

/** No row: nothing was changed, and the defaults hold. */
export const noticePreferences = pgTable(
  "notice_preferences",
  {
    userId: text("user_id")
      .primaryKey()
      .references(() => users.id, { onDelete: "cascade" }),
    /** What is not wanted: `group.channel`, as in domain/notifications/preferences.ts. */
    off: text("off").array().notNull().default([]),
    /** Asked first where it may be; null: as the urgency has it. */
    first: text("first").$type<"push" | "email" | "whatsapp">(),
    /** Mobile in E.164, for WhatsApp to somebody who works here; a client's is in client_reach. */
    phone: text("phone"),
    /** Minutes of the day in `zone`; both or none. */
    quietFrom: smallint("quiet_from"),
    quietUntil: smallint("quiet_until"),
    zone: text("zone").notNull(),
    urgentAnytime: boolean("urgent_anytime").notNull().default(true),
    createdAt: moment("created_at").notNull(),
    updatedAt: moment("updated_at").notNull(),
  },
  (t) => [
    check("notice_preferences_first_check", sql`${t.first} IN ('push', 'email', 'whatsapp')`),
    check(
      "notice_preferences_hours_check",
      sql`(${t.quietFrom} IS NULL) = (${t.quietUntil} IS NULL) AND coalesce(${t.quietFrom}, 0) BETWEEN 0 AND 1439 AND coalesce(${t.quietUntil}, 0) BETWEEN 0 AND 1439`,
    ),
  ],
);

/** A browser that may be woken by push. */
export const pushDevices = pgTable(
  "push_devices",
  {
    /** The vendor's id of the subscription. */
    id: text("id").primaryKey(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    createdAt: moment("created_at").notNull(),
  },
  (t) => [index("push_devices_user_idx").on(t.userId)],
);

/** An address that bounced for good, or whose reader complained: not written to again on that channel. */
export const suppressions = pgTable(
  "suppressions",
  {
    channel: text("channel").$type<OutsideChannel>().notNull(),
    /** Keyed digest: the address itself is not kept. */
    digest: text("digest").notNull(),
    reason: text("reason").$type<"hard_bounce" | "complaint">().notNull(),
    at: moment("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.channel, t.digest] })],
);
