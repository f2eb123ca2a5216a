// Offers: a case proposed to a professional; at most one of a case is ever accepted.
import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { cases } from "./cases.ts";
import { shortlists } from "./matching.ts";
import { moment } from "./moment.ts";
import { professionals } from "./professionals.ts";

export const OFFER_STATUSES = ["pending", "seen", "accepted", "declined", "expired", "withdrawn"] as const;
export type OfferStatus = (typeof OFFER_STATUSES)[number];
/** An offer that can still be answered. */
export const OPEN_OFFER_STATUSES = ["pending", "seen"] as const;

export const offers = pgTable(
  "offers",
  {
    id: text("id").primaryKey(),
    caseId: text("case_id")
      .notNull()
      .references(() => cases.id),
    /** The search that proposed it; null where the client chose: then it has a row in `contacts`. */
    shortlistId: text("shortlist_id").references(() => shortlists.id),
    professionalId: text("professional_id")
      .notNull()
      .references(() => professionals.id),
    wave: integer("wave").notNull(),
    rank: integer("rank").notNull(),
    status: text("status").$type<OfferStatus>().notNull().default("pending"),
    declineReason: text("decline_reason"),
    remindAt: moment("remind_at").notNull(),
    remindedAt: moment("reminded_at"),
    expiresAt: moment("expires_at").notNull(),
    seenAt: moment("seen_at"),
    answeredAt: moment("answered_at"),
    createdAt: moment("created_at").notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex("offers_case_professional_key").on(t.caseId, t.professionalId),
    uniqueIndex("offers_one_accepted_key").on(t.caseId).where(sql`status = 'accepted'`),
    index("offers_professional_idx").on(t.professionalId, t.createdAt),
    index("offers_open_idx").on(t.expiresAt).where(sql`status IN ('pending', 'seen')`),
    index("offers_open_professional_idx").on(t.professionalId).where(sql`status IN ('pending', 'seen')`),
    check("offers_status_check", sql.raw(`status IN (${OFFER_STATUSES.map((s) => `'${s}'`).join(", ")})`)),
  ],
);
