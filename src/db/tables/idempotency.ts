// Answers to creating requests, kept for a day: the same Idempotency-Key gets the same answer.
import { index, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { moment } from "./moment.ts";

export const idempotencyKeys = pgTable(
  "idempotency_keys",
  {
    /** A user's id; for a beginning without a session, the key alone says who it is. */
    actor: text("actor").notNull(),
    /** Method and address, e.g. `POST /api/v2/triage`. */
    route: text("route").notNull(),
    /** SHA-256 (hex) of the sender's key: whoever reads this table can open no answer with it. */
    keyHash: text("key_hash").notNull(),
    bodyHash: text("body_hash").notNull(),
    state: text("state").$type<"running" | "done">().notNull(),
    /** Which request holds the row; a second one that took over is not overwritten by the first. */
    attempt: text("attempt").notNull(),
    status: integer("status"),
    /** Headers and body, sealed: they may hold a session's token or what a person told. */
    answer: text("answer"),
    createdAt: moment("created_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.actor, t.route, t.keyHash] }),
    index("idempotency_keys_created_idx").on(t.createdAt),
  ],
);
