// How clients want to be reached, and the phrase and link by which one without an address comes back.
import { sql } from "drizzle-orm";
import { boolean, check, doublePrecision, index, pgTable, smallint, text, uniqueIndex } from "drizzle-orm/pg-core";
import { REACH_CHANNELS, type ReachChannel } from "../../domain/reach/reach.ts";
import { cases } from "./cases.ts";
import { users } from "./identity.ts";
import { moment } from "./moment.ts";

/** No row: nothing was said. A row with `page` is an answer too. */
export const clientReach = pgTable(
  "client_reach",
  {
    userId: text("user_id")
      .primaryKey()
      .references(() => users.id, { onDelete: "cascade" }),
    channel: text("channel").$type<ReachChannel>().notNull(),
    /** An e-mail address, or a phone in E.164. */
    address: text("address"),
    leaveMessage: boolean("leave_message").notNull().default(false),
    /** Minutes of the day in `zone`; both or none. */
    safeFrom: smallint("safe_from"),
    safeUntil: smallint("safe_until"),
    zone: text("zone").notNull(),
    note: text("note"),
    /** Nobody has said it: it was taken from the number that a person wrote from. */
    assumed: boolean("assumed").notNull().default(false),
    createdAt: moment("created_at").notNull(),
    updatedAt: moment("updated_at").notNull(),
  },
  (t) => [
    check(
      "client_reach_channel_check",
      sql.raw(`channel IN (${REACH_CHANNELS.map((channel) => `'${channel}'`).join(", ")})`),
    ),
    check("client_reach_address_check", sql`(${t.address} IS NULL) = (${t.channel} = 'page')`),
    check(
      "client_reach_hours_check",
      sql`(${t.safeFrom} IS NULL) = (${t.safeUntil} IS NULL) AND coalesce(${t.safeFrom}, 0) BETWEEN 0 AND 1439 AND coalesce(${t.safeUntil}, 0) BETWEEN 0 AND 1439`,
    ),
  ],
);

export const recoveries = pgTable(
  "recoveries",
  {
    id: text("id").primaryKey(),
    userId: text("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** Slow, peppered hashes (hex); the words and the link themselves are nowhere. */
    phraseHash: text("phrase_hash").notNull(),
    linkHash: text("link_hash").notNull(),
    createdAt: moment("created_at").notNull(),
    usedAt: moment("used_at"),
  },
  (t) => [
    uniqueIndex("recoveries_phrase_key").on(t.phraseHash),
    uniqueIndex("recoveries_link_key").on(t.linkHash),
    index("recoveries_user_idx").on(t.userId),
  ],
);

/** A case that looks like an earlier one of the same client: asked about once, answered at most once. */
export const caseLikenesses = pgTable(
  "case_likenesses",
  {
    caseId: text("case_id")
      .primaryKey()
      .references(() => cases.id),
    earlierId: text("earlier_id")
      .notNull()
      .references(() => cases.id),
    /** Cosine in the lexical space. */
    likeness: doublePrecision("likeness").notNull(),
    askedAt: moment("asked_at").notNull(),
    answer: text("answer").$type<"same" | "different">(),
    answeredAt: moment("answered_at"),
  },
  (t) => [
    index("case_likenesses_earlier_idx").on(t.earlierId),
    check("case_likenesses_answer_check", sql`${t.answer} IS NULL OR ${t.answer} IN ('same', 'different')`),
  ],
);
