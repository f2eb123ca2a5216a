// People who write on WhatsApp, and what goes out to them: each text claimed before it is handed over, its words kept until it is there.
import { sql } from "drizzle-orm";
import { boolean, check, index, integer, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { cases } from "./cases.ts";
import { users } from "./identity.ts";
import { moment } from "./moment.ts";

export const whatsappContacts = pgTable(
  "whatsapp_contacts",
  {
    id: text("id").primaryKey(),
    /** E.164, as it is written to: a hash could not be answered. Null where WhatsApp hides the number. */
    phone: text("phone"),
    /** WhatsApp's own id of the person; null where it was not told. */
    lid: text("lid"),
    /** Where answers go, as WhatsApp spelled it last. */
    sendTo: text("send_to").notNull(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** The case that is talked about now; null before the first, and when the last one is over. */
    caseId: text("case_id").references(() => cases.id, { onDelete: "set null" }),
    lastInAt: moment("last_in_at").notNull(),
    /** When the stretch began in which `heardCount` messages have come; see domain/whatsapp/pace.ts. */
    heardSince: moment("heard_since"),
    heardCount: integer("heard_count").notNull().default(0),
    createdAt: moment("created_at").notNull(),
  },
  (t) => [
    uniqueIndex("whatsapp_contacts_phone_key").on(t.phone),
    uniqueIndex("whatsapp_contacts_lid_key").on(t.lid),
    index("whatsapp_contacts_user_idx").on(t.userId),
    check("whatsapp_contacts_who_check", sql`${t.phone} IS NOT NULL OR ${t.lid} IS NOT NULL`),
  ],
);

/**
 * `sending`: it is being handed over, or was when the process died. `unsure`: it may be there, and nobody can say. `withheld`: the person
 * said stop before it left. The rest is what WhatsApp said.
 */
export const WHATSAPP_STATUSES = [
  "queued",
  "sending",
  "unsure",
  "sent",
  "delivered",
  "read",
  "refused",
  "withheld",
] as const;
export type WhatsAppStatus = (typeof WHATSAPP_STATUSES)[number];

export const whatsappMessages = pgTable(
  "whatsapp_messages",
  {
    id: text("id").primaryKey(),
    contactId: text("contact_id")
      .notNull()
      .references(() => whatsappContacts.id, { onDelete: "cascade" }),
    caseId: text("case_id").references(() => cases.id, { onDelete: "set null" }),
    /** Names the occasion: the same key twice is one text. */
    key: text("key").notNull(),
    /** Emptied when it is there: the conversation itself keeps the words. */
    text: text("text"),
    /** The answer to "stop", and what a person asks for after it: it leaves all the same. */
    isFarewell: boolean("is_farewell").notNull().default(false),
    status: text("status").$type<WhatsAppStatus>().notNull().default("queued"),
    vendorId: text("vendor_id"),
    /** A code, never the vendor's words. */
    reason: text("reason"),
    /** How often it was looked for where nobody knew whether it is there. */
    looks: integer("looks").notNull().default(0),
    claimedAt: moment("claimed_at"),
    sentAt: moment("sent_at"),
    deliveredAt: moment("delivered_at"),
    readAt: moment("read_at"),
    /** When the link in it was used; it opens the case once. */
    linkUsedAt: moment("link_used_at"),
    createdAt: moment("created_at").notNull(),
  },
  (t) => [
    uniqueIndex("whatsapp_messages_key_key").on(t.key),
    index("whatsapp_messages_contact_idx").on(t.contactId, t.createdAt),
    index("whatsapp_messages_vendor_idx").on(t.vendorId).where(sql`vendor_id IS NOT NULL`),
    index("whatsapp_messages_open_idx").on(t.status, t.createdAt).where(sql`status IN ('queued', 'sending', 'unsure')`),
    check(
      "whatsapp_messages_status_check",
      sql.raw(`status IN (${WHATSAPP_STATUSES.map((status) => `'${status}'`).join(", ")})`),
    ),
  ],
);
