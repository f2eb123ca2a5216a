// The case: what needs a professional, from the first word to the review.
import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import type { CaseMode } from "../../domain/case-mode.ts";
import { CASE_STATUSES, type CaseStatus, CLOSE_REASONS, type CloseReason } from "../../domain/case-state.ts";
import type { Deadline } from "../../domain/triage/types.ts";
import { users } from "./identity.ts";
import { moment } from "./moment.ts";

export const cases = pgTable(
  "cases",
  {
    id: text("id").primaryKey(),
    vertical: text("vertical").notNull().default("legal"),
    clientId: text("client_id")
      .notNull()
      .references(() => users.id),
    conversationId: text("conversation_id").notNull(),
    /** The sender's Idempotency-Key: the same key of one client opens one case. */
    openKey: text("open_key"),
    status: text("status").$type<CaseStatus>().notNull().default("triage"),
    locale: text("locale").$type<"pt-BR" | "en">().notNull(),
    zone: text("zone").notNull(),
    area: text("area"),
    subarea: text("subarea"),
    uf: text("uf"),
    municipality: text("municipality"),
    lat: doublePrecision("lat"),
    lon: doublePrecision("lon"),
    urgencyHours: integer("urgency_hours"),
    complexity: text("complexity").$type<"low" | "medium" | "high">(),
    confidence: doublePrecision("confidence"),
    strategy: text("strategy").$type<"simple" | "failover" | "ensemble">(),
    deadlines: jsonb("deadlines").$type<Deadline[]>().notNull().default([]),
    flags: text("flags").array().notNull().default(sql`'{}'::text[]`),
    languages: text("languages").array().notNull().default(sql`'{}'::text[]`),
    /** Anonymised; what a professional reads before he accepts. */
    summary: text("summary"),
    /** The client's own wording of it, as he wrote it; `summary` is the same without names and numbers. */
    ownSummary: text("own_summary"),
    /** Counts the client's changes, so that one made on an old page does not undo another. */
    summaryVersion: integer("summary_version").notNull().default(0),
    /** Ids of the documents that the client has at hand. */
    documentsHeld: text("documents_held").array().notNull().default(sql`'{}'::text[]`),
    adverseParties: text("adverse_parties").array().notNull().default(sql`'{}'::text[]`),
    preset: text("preset").$type<"fast" | "expert" | "balanced" | "economic">().notNull().default("balanced"),
    budgetCents: integer("budget_cents"),
    wave: integer("wave").notNull().default(0),
    /** Mirror of the conversation's own state, for the operators' list. */
    controlledBy: text("controlled_by").$type<"agent" | "human">().notNull().default("agent"),
    /** Taken from the tenant when the case was opened, so that a change of policy moves no running case. */
    mode: text("mode").$type<CaseMode>().notNull().default("matching"),
    tenantId: text("tenant_id"),
    triagedAt: moment("triaged_at"),
    /** True where the client is asked how to be reached before the search: his case was opened on the pages. */
    asksReach: boolean("asks_reach").notNull().default(false),
    /** Until when the search waits for the client to say how to be reached; null: it does not wait. */
    reachBy: moment("reach_by"),
    /** The client's last word or deed anywhere in the case; null: none since the case was opened. */
    clientSeenAt: moment("client_seen_at"),
    /** Reminders written since then: 0 to 2 (after 7 and 14 days). */
    silenceReminders: integer("silence_reminders").notNull().default(0),
    /** When the last of them was written. */
    silenceRemindedAt: moment("silence_reminded_at"),
    /** Since when its conversation is stopped because the client said so, whatever became of the case. */
    stoppedAt: moment("stopped_at"),
    closedAt: moment("closed_at"),
    closeReason: text("close_reason").$type<CloseReason>(),
    /** The case in which this one goes on. */
    joinedInto: text("joined_into"),
    createdAt: moment("created_at").notNull().defaultNow(),
    updatedAt: moment("updated_at").notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex("cases_conversation_key").on(t.conversationId),
    uniqueIndex("cases_open_key").on(t.clientId, t.openKey),
    index("cases_client_idx").on(t.clientId, t.createdAt),
    index("cases_status_idx").on(t.status, t.createdAt),
    check("cases_mode_check", sql`${t.mode} IN ('matching', 'directory')`),
    // Where the client chooses nothing is ever proposed, by no path; where Vez proposes there is no list.
    check(
      "cases_mode_state_check",
      sql`${t.mode} = 'matching' AND ${t.status} <> 'choosing' OR ${t.mode} = 'directory' AND ${t.status} <> 'matching' AND ${t.wave} = 0`,
    ),
    check(
      "cases_close_reason_check",
      sql.raw(`close_reason IS NULL OR close_reason IN (${CLOSE_REASONS.map((r) => `'${r}'`).join(", ")})`),
    ),
    check("cases_status_check", sql.raw(`status IN (${CASE_STATUSES.map((s) => `'${s}'`).join(", ")})`)),
  ],
);
