// Contracts, their exact bytes, their signatures, and the review that follows.
import { sql } from "drizzle-orm";
import {
  check,
  customType,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import type { SigningMethod } from "../../domain/contracts/e-sign.ts";
import { cases } from "./cases.ts";
import { users } from "./identity.ts";
import { moment } from "./moment.ts";
import { offers } from "./offers.ts";
import { professionals } from "./professionals.ts";

/** Bytes as base64 text: Neon's HTTP protocol carries text only, and base64 is a third smaller than bytea's hex. */
const bytes = customType<{ data: Uint8Array; driverData: string }>({
  dataType: () => "text",
  toDriver: (value) => toBase64(value),
  fromDriver: (value) => Uint8Array.from(atob(value), (c) => c.charCodeAt(0)),
});

export const CONTRACT_STATUSES = ["draft", "sent", "signed", "closed", "voided"] as const;
export type ContractStatus = (typeof CONTRACT_STATUSES)[number];

export const contracts = pgTable(
  "contracts",
  {
    id: text("id").primaryKey(),
    caseId: text("case_id")
      .notNull()
      .references(() => cases.id),
    offerId: text("offer_id")
      .notNull()
      .references(() => offers.id),
    professionalId: text("professional_id")
      .notNull()
      .references(() => professionals.id),
    clientId: text("client_id")
      .notNull()
      .references(() => users.id),
    status: text("status").$type<ContractStatus>().notNull().default("draft"),
    /** The one place where it may be signed; changed under the row's lock. */
    method: text("method").$type<SigningMethod>().notNull().default("manual"),
    template: text("template").notNull(),
    locale: text("locale").$type<"pt-BR" | "en">().notNull(),
    /** As agreed; the professional's own price may change later. */
    feeCents: integer("fee_cents").notNull(),
    /** SHA-256 (hex) over the exact bytes of the agreement. */
    sha256: text("sha256").notNull(),
    /** Phone or e-mail that the client left for this professional; null where they left none. */
    clientContact: text("client_contact"),
    signedAt: moment("signed_at"),
    closedAt: moment("closed_at"),
    /** Why it is void: the change of course that undid it, or an operator's own words. */
    voidReason: text("void_reason"),
    voidedAt: moment("voided_at"),
    /** When whoever had not signed was reminded. */
    remindedAt: moment("reminded_at"),
    createdAt: moment("created_at").notNull().defaultNow(),
    updatedAt: moment("updated_at").notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex("contracts_offer_key").on(t.offerId),
    uniqueIndex("contracts_one_alive_key").on(t.caseId).where(sql`status <> 'voided'`),
    index("contracts_client_idx").on(t.clientId),
    index("contracts_professional_idx").on(t.professionalId, t.createdAt),
    index("contracts_status_idx").on(t.status, t.createdAt),
    check("contracts_status_check", sql.raw(`status IN (${CONTRACT_STATUSES.map((s) => `'${s}'`).join(", ")})`)),
  ],
);

export const contractDocuments = pgTable(
  "contract_documents",
  {
    contractId: text("contract_id")
      .notNull()
      .references(() => contracts.id, { onDelete: "cascade" }),
    /** `agreement`: what is signed; `executed`: the same with the evidence page. */
    kind: text("kind").$type<"agreement" | "executed">().notNull(),
    sha256: text("sha256").notNull(),
    pdf: bytes("pdf").notNull(),
    createdAt: moment("created_at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.contractId, t.kind] })],
);

export const signatures = pgTable(
  "signatures",
  {
    id: text("id").primaryKey(),
    contractId: text("contract_id")
      .notNull()
      .references(() => contracts.id),
    party: text("party").$type<"client" | "professional">().notNull(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id),
    name: text("name").notNull(),
    documentSha256: text("document_sha256").notNull(),
    ip: text("ip").notNull(),
    userAgent: text("user_agent").notNull(),
    /** Where it was given; at DocuSign the address and the browser are in its certificate, and empty here. */
    method: text("method").$type<SigningMethod>().notNull().default("manual"),
    /** DocuSign's id of the envelope; null for one given here. */
    envelopeId: text("envelope_id"),
    signedAt: moment("signed_at").notNull(),
  },
  (t) => [uniqueIndex("signatures_party_key").on(t.contractId, t.party)],
);

export const REVIEW_OUTCOMES = ["resolved", "partly", "ongoing", "unresolved"] as const;
export type ReviewOutcome = (typeof REVIEW_OUTCOMES)[number];

export const reviews = pgTable(
  "reviews",
  {
    id: text("id").primaryKey(),
    contractId: text("contract_id")
      .notNull()
      .references(() => contracts.id),
    caseId: text("case_id")
      .notNull()
      .references(() => cases.id),
    professionalId: text("professional_id")
      .notNull()
      .references(() => professionals.id),
    clientId: text("client_id")
      .notNull()
      .references(() => users.id),
    rating: smallint("rating").notNull(),
    outcome: text("outcome").$type<ReviewOutcome>().notNull(),
    comment: text("comment").notNull().default(""),
    revision: integer("revision").notNull().default(1),
    createdAt: moment("created_at").notNull(),
    updatedAt: moment("updated_at").notNull(),
  },
  (t) => [
    uniqueIndex("reviews_contract_key").on(t.contractId),
    index("reviews_professional_idx").on(t.professionalId, t.createdAt),
    check("reviews_rating_check", sql`${t.rating} BETWEEN 1 AND 5`),
  ],
);

/** In chunks: spreading a large array into String.fromCharCode overflows the stack. */
function toBase64(value: Uint8Array): string {
  let binary = "";
  for (let i = 0; i < value.length; i += 8192) binary += String.fromCharCode(...value.subarray(i, i + 8192));
  return btoa(binary);
}
