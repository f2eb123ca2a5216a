// Verification: applications on their way, papers that prove them, reviews by operators, and suspensions.
import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import type { Check, RefusalReason, RegistryFinding, SuspensionReason } from "../../domain/registration/registry.ts";
import { users } from "./identity.ts";
import { moment } from "./moment.ts";
import { professionals } from "./professionals.ts";

/** What somebody has filled in so far; gone when it is sent. */
export const joinDrafts = pgTable("join_drafts", {
  userId: text("user_id")
    .primaryKey()
    .references(() => users.id, { onDelete: "cascade" }),
  fields: jsonb("fields").$type<Record<string, unknown>>().notNull(),
  createdAt: moment("created_at").notNull(),
  updatedAt: moment("updated_at").notNull(),
});

export const PAPER_KINDS = ["card", "proof", "other"] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

/** Files that prove a registration, for their owner and operators alone; the bytes are in R2 under `storage_key`. */
export const papers = pgTable(
  "professional_papers",
  {
    id: text("id").primaryKey(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id),
    kind: text("kind").$type<PaperKind>().notNull(),
    name: text("name").notNull(),
    type: text("type").notNull(),
    bytes: integer("bytes").notNull(),
    sha256: text("sha256").notNull(),
    storageKey: text("storage_key").notNull(),
    createdAt: moment("created_at").notNull(),
    /** Since when the bytes are in R2; nobody sees the paper before. */
    storedAt: moment("stored_at"),
    /** Since when it is to be removed; nobody sees it any more. */
    deletedAt: moment("deleted_at"),
  },
  (t) => [
    // One scan may show the card and be the proof as well.
    uniqueIndex("professional_papers_content_key").on(t.userId, t.kind, t.sha256).where(sql`deleted_at IS NULL`),
    index("professional_papers_user_idx").on(t.userId, t.createdAt),
    index("professional_papers_unfinished_idx").on(t.createdAt).where(sql`stored_at IS NULL OR deleted_at IS NOT NULL`),
    check("professional_papers_kind_check", sql.raw(`kind IN (${PAPER_KINDS.map((k) => `'${k}'`).join(", ")})`)),
  ],
);

export const REVIEW_KINDS = ["join", "change"] as const;
export type ReviewKind = (typeof REVIEW_KINDS)[number];
/** "open" waits for an operator, "asked" for the applicant; the rest is over. */
export const REVIEW_STATUSES = ["open", "asked", "approved", "refused"] as const;
export type ReviewStatus = (typeof REVIEW_STATUSES)[number];

/** What is verified, as it was said. */
export interface Claims {
  name: string;
  licence_number: string;
  licence_uf: string;
  /** Supplementary or secondary inscriptions, "RJ 12345A". */
  other_licences: string[];
  qualifications: string[];
}

/** What a person or a look-up found. */
export interface Evidence {
  registry?: { finding: RegistryFinding; name: string | null; at: string };
  checks?: Check[];
}

export interface ReviewWords {
  by: "team" | "applicant";
  text: string;
  /** ISO 8601 */
  at: string;
}

export const verificationReviews = pgTable(
  "verification_reviews",
  {
    id: text("id").primaryKey(),
    professionalId: text("professional_id")
      .notNull()
      .references(() => professionals.id, { onDelete: "cascade" }),
    kind: text("kind").$type<ReviewKind>().notNull(),
    status: text("status").$type<ReviewStatus>().notNull().default("open"),
    claims: jsonb("claims").$type<Claims>().notNull(),
    /** What was verified before a change. */
    before: jsonb("before").$type<Claims>(),
    evidence: jsonb("evidence").$type<Evidence>().notNull().default({}),
    /** Questions of the team and their answers, in order. */
    words: jsonb("words").$type<ReviewWords[]>().notNull().default([]),
    refusalReasons: text("refusal_reasons").array().$type<RefusalReason[]>().notNull().default([]),
    refusalWords: text("refusal_words"),
    decidedBy: text("decided_by"),
    decidedAt: moment("decided_at"),
    createdAt: moment("created_at").notNull(),
    updatedAt: moment("updated_at").notNull(),
  },
  (t) => [
    uniqueIndex("verification_reviews_live_key").on(t.professionalId).where(sql`status IN ('open', 'asked')`),
    index("verification_reviews_queue_idx").on(t.status, t.createdAt, t.id),
    index("verification_reviews_professional_idx").on(t.professionalId, t.createdAt),
    check(
      "verification_reviews_status_check",
      sql.raw(`status IN (${REVIEW_STATUSES.map((s) => `'${s}'`).join(", ")})`),
    ),
    check("verification_reviews_kind_check", sql.raw(`kind IN (${REVIEW_KINDS.map((k) => `'${k}'`).join(", ")})`)),
  ],
);

export const suspensions = pgTable(
  "suspensions",
  {
    id: text("id").primaryKey(),
    professionalId: text("professional_id")
      .notNull()
      .references(() => professionals.id, { onDelete: "cascade" }),
    reason: text("reason").$type<SuspensionReason>().notNull(),
    /** For the professional to read. */
    words: text("words"),
    /** Null: until it is lifted. */
    until: moment("until"),
    suspendedBy: text("suspended_by").notNull(),
    createdAt: moment("created_at").notNull(),
    liftedAt: moment("lifted_at"),
    /** A user's id, or "system" where its time was over. */
    liftedBy: text("lifted_by"),
  },
  (t) => [
    uniqueIndex("suspensions_live_key").on(t.professionalId).where(sql`lifted_at IS NULL`),
    index("suspensions_due_idx").on(t.until).where(sql`lifted_at IS NULL`),
  ],
);
