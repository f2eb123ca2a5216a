// Shortlists with a receipt for everyone considered, and the ledger that equity is counted from.
import { sql } from "drizzle-orm";
import {
  boolean,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import type { LearnedPart, LearnedUse } from "../../domain/matching/model.ts";
import type { EquityUsed, Features, Gate } from "../../domain/matching/types.ts";
import { cases } from "./cases.ts";
import { moment } from "./moment.ts";
import { professionals } from "./professionals.ts";

export const shortlists = pgTable(
  "shortlists",
  {
    id: text("id").primaryKey(),
    caseId: text("case_id")
      .notNull()
      .references(() => cases.id),
    /** 1 for the first search of a case, 2 when its shortlist was used up, ... */
    round: integer("round").notNull(),
    modelHash: text("model_hash").notNull(),
    arm: text("arm").notNull(),
    space: text("space").notNull(),
    preset: text("preset").notNull(),
    weights: jsonb("weights").$type<Features>().notNull(),
    bandWidth: doublePrecision("band_width").notNull(),
    considered: integer("considered").notNull(),
    gateCounts: jsonb("gate_counts").$type<Partial<Record<Gate, number>>>().notNull(),
    /** The case as it was ranked, so that the ranking can be replayed. */
    caseFacts: jsonb("case_facts").notNull(),
    /** How many were to be chosen. */
    take: integer("take").notNull().default(3),
    /** The area's pool and the fairness settings of that moment. */
    equity: jsonb("equity").$type<EquityUsed>(),
    /** The learned model's hash, its share of the score, and why that share; null before any model served. */
    learned: jsonb("learned").$type<LearnedUse>(),
    /** Spaces that were tried before `space` answered. */
    fallbacks: text("fallbacks").array().notNull().default([]),
    /** Counts of those beyond the receipts, by gate; "ranked" for those who passed all. */
    beyond: jsonb("beyond").$type<Record<string, number>>(),
    rankedAt: moment("ranked_at").notNull(),
  },
  (t) => [uniqueIndex("shortlists_round_key").on(t.caseId, t.round)],
);

export const receipts = pgTable(
  "receipts",
  {
    shortlistId: text("shortlist_id")
      .notNull()
      .references(() => shortlists.id, { onDelete: "cascade" }),
    professionalId: text("professional_id")
      .notNull()
      .references(() => professionals.id),
    gate: text("gate").$type<Gate>(),
    features: jsonb("features").$type<Features>(),
    contributions: jsonb("contributions").$type<Record<keyof Features, number>>(),
    score: doublePrecision("score"),
    turn: doublePrecision("turn"),
    /** In cases: the fair share of the area, and what is missing to it. */
    target: doublePrecision("target"),
    shortfall: doublePrecision("shortfall"),
    /** Exact shares of the learned model in the score, beside the preset's `contributions`. */
    learned: jsonb("learned").$type<LearnedPart>(),
    final: doublePrecision("final"),
    inBand: boolean("in_band").notNull(),
    rankBeforeEquity: integer("rank_before_equity"),
    rank: integer("rank"),
    chosen: boolean("chosen").notNull(),
    /** The candidate as it was ranked (no names), so that the ranking can be replayed. */
    snapshot: jsonb("snapshot").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.shortlistId, t.professionalId] }),
    index("receipts_professional_idx").on(t.professionalId, t.shortlistId),
  ],
);

/** "withdrawn" ends an open offer; "returned" takes an acceptance back: from then on it counts for nothing. Rows are never changed. */
export const LEDGER_KINDS = ["offered", "seen", "accepted", "declined", "expired", "withdrawn", "returned"] as const;
export type LedgerKind = (typeof LEDGER_KINDS)[number];

export const ledger = pgTable(
  "ledger",
  {
    id: text("id").primaryKey(),
    professionalId: text("professional_id")
      .notNull()
      .references(() => professionals.id),
    caseId: text("case_id")
      .notNull()
      .references(() => cases.id),
    offerId: text("offer_id").notNull(),
    area: text("area").notNull(),
    kind: text("kind").$type<LedgerKind>().notNull(),
    at: moment("at").notNull(),
    /** Of an acceptance: weights of all in the area who were there to take it (domain/equity/credit.ts). Null: not known. */
    weightPresent: doublePrecision("weight_present"),
  },
  (t) => [
    uniqueIndex("ledger_offer_kind_key").on(t.offerId, t.kind),
    index("ledger_professional_idx").on(t.professionalId, t.kind, t.at),
    index("ledger_at_idx").on(t.at),
    index("ledger_area_idx").on(t.area, t.kind, t.at),
    // Everything that credits are summed from, so that a match reads the index alone.
    index("ledger_accepted_idx").on(t.area, t.at, t.weightPresent, t.offerId).where(sql`kind = 'accepted'`),
  ],
);
