// What the models cost in a case: tokens and time by provider, written once a turn; nothing of what was said.
import { sql } from "drizzle-orm";
import { check, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import type { TokenUsage } from "../../domain/triage/strategies/types.ts";
import { cases } from "./cases.ts";
import { moment } from "./moment.ts";

export const caseModelUsage = pgTable(
  "case_model_usage",
  {
    caseId: text("case_id")
      .notNull()
      .references(() => cases.id, { onDelete: "cascade" }),
    /** What the costs arose for, e.g. one turn: the same key twice is counted once. */
    key: text("key").notNull(),
    provider: text("provider").$type<TokenUsage["provider"]>().notNull(),
    model: text("model").notNull(),
    role: text("role").$type<TokenUsage["role"]>().notNull(),
    calls: integer("calls").notNull(),
    /** Of the calls, those that gave something that could be used. */
    answered: integer("answered").notNull(),
    inputTokens: integer("input_tokens").notNull(),
    /** Part of the input that the provider's prompt cache served. */
    cachedInputTokens: integer("cached_input_tokens").notNull(),
    outputTokens: integer("output_tokens").notNull(),
    ms: integer("ms").notNull(),
    at: moment("at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.key, t.provider, t.model, t.role] }),
    check(
      "case_model_usage_counts_check",
      sql`calls > 0 AND answered BETWEEN 0 AND calls AND input_tokens >= 0 AND output_tokens >= 0 AND cached_input_tokens BETWEEN 0 AND input_tokens AND ms >= 0`,
    ),
  ],
);
