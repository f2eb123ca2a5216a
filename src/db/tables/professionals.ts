// Professionals, and whom they represent (for the conflict gate).
import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  doublePrecision,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { users } from "./identity.ts";
import { moment } from "./moment.ts";

export const PROFESSIONAL_STATUSES = ["pending", "active", "inactive"] as const;
export type ProfessionalStatus = (typeof PROFESSIONAL_STATUSES)[number];

/** Works alone, with a small office, in a large firm, or part of the week. */
export const PRACTICES = ["solo", "office", "firm", "part_time"] as const;
export type Practice = (typeof PRACTICES)[number];

/** "unchecked" closes the gate as "suspended" does. */
export const LICENCE_STATUSES = ["valid", "suspended", "unchecked"] as const;
export type LicenceStatus = (typeof LICENCE_STATUSES)[number];

export const professionals = pgTable(
  "professionals",
  {
    id: text("id").primaryKey(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id),
    vertical: text("vertical").notNull().default("legal"),
    status: text("status").$type<ProfessionalStatus>().notNull().default("pending"),
    name: text("name").notNull(),
    /** OAB or CRM number: digits and the letter of its kind (domain/registration/licence.ts); unique within its state once verified. */
    licenceNumber: text("licence_number").notNull(),
    licenceUf: text("licence_uf").notNull(),
    /** Supplementary or secondary inscriptions, "RJ 12345A". */
    otherLicences: text("other_licences").array().notNull().default([]),
    uf: text("uf").notNull(),
    municipality: text("municipality").notNull(),
    lat: doublePrecision("lat"),
    lon: doublePrecision("lon"),
    areas: text("areas").array().notNull(),
    subareas: text("subareas").array().notNull(),
    profile: text("profile").notNull(),
    yearsOfPractice: integer("years_of_practice").notNull(),
    qualifications: text("qualifications").array().notNull(),
    /** Price of a first consultation. */
    feeCents: integer("fee_cents").notNull(),
    languages: text("languages").array().notNull(),
    remote: boolean("remote").notNull().default(true),
    /** Cases a professional takes in 30 days; a hard limit (capacidade_mensal). */
    capacityMonthly: integer("capacidade_mensal").notNull(),
    casesClosed: integer("cases_closed").notNull().default(0),
    casesWon: integer("cases_won").notNull().default(0),
    reviewSum: integer("review_sum").notNull().default(0),
    reviewCount: integer("review_count").notNull().default(0),
    responseMinutesMedian: integer("response_minutes_median"),
    leaveFrom: moment("leave_from"),
    leaveUntil: moment("leave_until"),
    /** Breaks ties of equal shortfall; set by an operator with a reason, never bought. */
    priority: integer("priority").notNull().default(0),
    /** What the professional entered, within bounds; null: worked out from the profile. */
    capacityDeclared: integer("capacity_declared"),
    /** How the practice is organised; part of the capacity's table. */
    practice: text("practice").$type<Practice>().notNull().default("solo"),
    /** Since when turns are counted: the day of verification. */
    joinedAt: moment("joined_at").notNull().defaultNow(),
    /** Asked for no more offers. */
    optedOutAt: moment("opted_out_at"),
    licenceStatus: text("licence_status").$type<LicenceStatus>().notNull().default("valid"),
    /** Derived from the ledger; kept by the events and recomputed daily. */
    cases30d: integer("cases_30d").notNull().default(0),
    lastOfferedAt: moment("last_offered_at"),
    equityUpdatedAt: moment("equity_updated_at"),
    /** Demo data says so itself. */
    fictitious: boolean("fictitious").notNull().default(false),
    createdAt: moment("created_at").notNull().defaultNow(),
    updatedAt: moment("updated_at").notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex("professionals_user_key").on(t.userId),
    // Whoever only says that a number is his must not keep its owner out.
    uniqueIndex("professionals_licence_key")
      .on(t.vertical, t.licenceUf, t.licenceNumber)
      .where(sql`licence_status <> 'unchecked'`),
    index("professionals_licence_idx").on(t.vertical, t.licenceUf, t.licenceNumber),
    index("professionals_active_idx").on(t.vertical, t.status, t.uf),
    index("professionals_areas_idx").using("gin", t.areas),
    check("professionals_capacity_check", sql`${t.capacityMonthly} BETWEEN 0 AND 500`),
    check("professionals_leave_check", sql`${t.leaveUntil} IS NULL OR ${t.leaveFrom} IS NOT NULL`),
  ],
);

export const representedParties = pgTable(
  "represented_parties",
  {
    professionalId: text("professional_id")
      .notNull()
      .references(() => professionals.id, { onDelete: "cascade" }),
    /** Normalised by domain/matching/conflict.ts, so that one party is one key. */
    partyKey: text("party_key").notNull(),
    createdAt: moment("created_at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.professionalId, t.partyKey] }), index("represented_parties_key_idx").on(t.partyKey)],
);
