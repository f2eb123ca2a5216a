// Directory mode: whose house a case is in, whom its client wrote to, and who stood first in a list that was looked at.
import { sql } from "drizzle-orm";
import { check, index, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import type { CaseMode } from "../../domain/case-mode.ts";
import { cases } from "./cases.ts";
import { moment } from "./moment.ts";
import { offers } from "./offers.ts";
import { professionals } from "./professionals.ts";

/** A house under which Vez runs: found by the host name of the request, `default` where no other fits. */
export const tenants = pgTable(
  "tenants",
  {
    /** Chosen by an operator: a short word, `default` for everybody else. */
    id: text("id").primaryKey(),
    name: text("name").notNull(),
    /** Host names in small letters, without a port; one name is in one row only. */
    hosts: text("hosts").array().notNull().default(sql`'{}'::text[]`),
    mode: text("mode").$type<CaseMode>().notNull(),
    /** For readers whose browser says nothing. */
    locale: text("locale").$type<"pt-BR" | "en">().notNull().default("pt-BR"),
    /** Why this mode: the rule of the bar that asks for it, who decided. */
    notes: text("notes").notNull().default(""),
    createdAt: moment("created_at").notNull(),
    updatedAt: moment("updated_at").notNull(),
  },
  (t) => [
    check("tenants_mode_check", sql`${t.mode} IN ('matching', 'directory')`),
    check("tenants_locale_check", sql`${t.locale} IN ('pt-BR', 'en')`),
  ],
);

/** What makes an offer a contact: the client chose this professional; an offer without a row here was proposed by Vez. */
export const contacts = pgTable("contacts", {
  offerId: text("offer_id")
    .primaryKey()
    .references(() => offers.id, { onDelete: "cascade" }),
  /** Without names and numbers; what the professional reads before he accepts. */
  text: text("text"),
  /** As the client wrote it; read after the acceptance. */
  ownText: text("own_text"),
});

/** The first look of a day at a case's list, and who stood first in it; further looks and pages are not counted. */
export const directoryLooks = pgTable(
  "directory_looks",
  {
    caseId: text("case_id")
      .notNull()
      .references(() => cases.id, { onDelete: "cascade" }),
    /** YYYY-MM-DD in Sao Paulo. */
    day: text("day").notNull(),
    firstId: text("first_id")
      .notNull()
      .references(() => professionals.id),
    at: moment("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.caseId, t.day] }), index("directory_looks_first_idx").on(t.firstId, t.at)],
);
