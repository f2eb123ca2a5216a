// The envelope of a contract at DocuSign: one a contract, asked for at most once, and what became of it.
import { sql } from "drizzle-orm";
import { check, index, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { ENVELOPE_STANDINGS, type EnvelopeStanding } from "../../domain/contracts/e-sign.ts";
import { contracts } from "./contracts.ts";
import { moment } from "./moment.ts";

export const contractEnvelopes = pgTable(
  "contract_envelopes",
  {
    contractId: text("contract_id")
      .primaryKey()
      .references(() => contracts.id, { onDelete: "cascade" }),
    /** Changed under the lock of the contract's row. */
    standing: text("standing").$type<EnvelopeStanding>().notNull().default("claimed"),
    /** DocuSign's id; null until it was told. */
    vendorId: text("vendor_id"),
    /** As the client gave it for DocuSign; null until then. */
    clientName: text("client_name"),
    /** When DocuSign was asked to make it: set before the call, so that nobody asks twice. */
    askedAt: moment("asked_at"),
    /** When DocuSign was last asked anything of it by ourselves. */
    checkedAt: moment("checked_at"),
    /** When it was last looked at there: not again within fifteen minutes. */
    lookedAt: moment("looked_at"),
    /** Why it no longer counts. */
    reason: text("reason"),
    createdAt: moment("created_at").notNull(),
    updatedAt: moment("updated_at").notNull(),
  },
  (t) => [
    uniqueIndex("contract_envelopes_vendor_key").on(t.vendorId),
    index("contract_envelopes_open_idx")
      .on(t.standing, t.checkedAt)
      .where(sql`standing IN ('claimed', 'sent', 'to_void')`),
    check(
      "contract_envelopes_standing_check",
      sql.raw(`standing IN (${ENVELOPE_STANDINGS.map((s) => `'${s}'`).join(", ")})`),
    ),
  ],
);
