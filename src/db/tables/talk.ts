// What client and professional write to each other, the one anonymous question before, and how either side protects himself.
import { sql } from "drizzle-orm";
import { check, index, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { QUESTION_LENGTH } from "../../domain/talk/question-length.ts";
import {
  REPORT_REASONS,
  REPORT_STATUSES,
  type ReportReason,
  type ReportStatus,
} from "../../domain/talk/report-reasons.ts";
import { MOST_CHARACTERS, SENDERS, type Sender, SIDES, type Side } from "../../domain/talk/sides.ts";
import { cases } from "./cases.ts";
import { users } from "./identity.ts";
import { moment } from "./moment.ts";
import { offers } from "./offers.ts";
import { professionals } from "./professionals.ts";

const oneOf = (column: string, values: readonly string[]) =>
  sql.raw(`${column} IN (${values.map((value) => `'${value}'`).join(", ")})`);

export const caseMessages = pgTable(
  "case_messages",
  {
    id: text("id").primaryKey(),
    caseId: text("case_id")
      .notNull()
      .references(() => cases.id),
    /** The acceptance in which it was said: whoever takes the case later does not read it. */
    offerId: text("offer_id")
      .notNull()
      .references(() => offers.id),
    sender: text("sender").$type<Sender>().notNull(),
    /** May be empty where a file says it all. */
    text: text("text").notNull(),
    /** Chosen by the sender: the same one twice is one message. */
    clientMessageId: text("client_message_id").notNull(),
    /** Of `case_files`, which may be gone by now. */
    fileId: text("file_id"),
    /** Later than every earlier message of its talk, whatever the clocks said. */
    createdAt: moment("created_at").notNull(),
    readAt: moment("read_at"),
    /** Since when its reader knows by a notice that something waits. */
    noticedAt: moment("noticed_at"),
  },
  (t) => [
    uniqueIndex("case_messages_sent_key").on(t.offerId, t.sender, t.clientMessageId),
    index("case_messages_talk_idx").on(t.offerId, t.createdAt, t.id),
    index("case_messages_unread_idx").on(t.offerId, t.sender).where(sql`read_at IS NULL`),
    check("case_messages_sender_check", oneOf("sender", SENDERS)),
    check("case_messages_text_check", sql.raw(`char_length(text) <= ${MOST_CHARACTERS}`)),
  ],
);

/** No notices of new words for this side of this acceptance. */
export const talkMutes = pgTable(
  "talk_mutes",
  {
    offerId: text("offer_id")
      .notNull()
      .references(() => offers.id),
    side: text("side").$type<Side>().notNull(),
    /** Null: for good. */
    until: moment("until"),
    createdAt: moment("created_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.offerId, t.side] }), check("talk_mutes_side_check", oneOf("side", SIDES))],
);

export const caseReports = pgTable(
  "case_reports",
  {
    id: text("id").primaryKey(),
    caseId: text("case_id")
      .notNull()
      .references(() => cases.id),
    offerId: text("offer_id")
      .notNull()
      .references(() => offers.id),
    /** Who reports; the other side is reported. */
    side: text("side").$type<Side>().notNull(),
    reason: text("reason").$type<ReportReason>().notNull(),
    words: text("words").notNull(),
    status: text("status").$type<ReportStatus>().notNull().default("open"),
    decidedBy: text("decided_by").references(() => users.id),
    decidedAt: moment("decided_at"),
    createdAt: moment("created_at").notNull(),
  },
  (t) => [
    uniqueIndex("case_reports_open_key").on(t.offerId, t.side).where(sql`status = 'open'`),
    index("case_reports_status_idx").on(t.status, t.createdAt),
    check("case_reports_side_check", oneOf("side", SIDES)),
    check("case_reports_reason_check", oneOf("reason", REPORT_REASONS)),
    check("case_reports_status_check", oneOf("status", REPORT_STATUSES)),
  ],
);

/** Two people who are not brought together again, whoever of them wished it. */
export const blockedPairs = pgTable(
  "blocked_pairs",
  {
    clientId: text("client_id")
      .notNull()
      .references(() => users.id),
    professionalId: text("professional_id")
      .notNull()
      .references(() => professionals.id),
    side: text("side").$type<Side>().notNull(),
    caseId: text("case_id").notNull(),
    createdAt: moment("created_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.clientId, t.professionalId] }),
    check("blocked_pairs_side_check", oneOf("side", SIDES)),
  ],
);

/** Kept as they pass: without names, numbers and addresses. */
export const offerQuestions = pgTable(
  "offer_questions",
  {
    id: text("id").primaryKey(),
    caseId: text("case_id")
      .notNull()
      .references(() => cases.id),
    offerId: text("offer_id")
      .notNull()
      .references(() => offers.id),
    text: text("text").notNull(),
    answer: text("answer"),
    answeredAt: moment("answered_at"),
    createdAt: moment("created_at").notNull(),
  },
  (t) => [
    uniqueIndex("offer_questions_offer_key").on(t.offerId),
    index("offer_questions_case_idx").on(t.caseId, t.createdAt),
    check("offer_questions_text_check", sql.raw(`char_length(text) <= ${2 * QUESTION_LENGTH.most}`)),
  ],
);
