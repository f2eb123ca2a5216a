// How often an address was sent a code or a code of it was tried: counters that outlive an isolate.
import { index, integer, pgTable, text } from "drizzle-orm/pg-core";
import { moment } from "./moment.ts";

export const signInLimits = pgTable(
  "sign_in_limits",
  {
    /** What is counted and the address' hash, e.g. `codes_hour:9f86…`. */
    key: text("key").primaryKey(),
    used: integer("used").notNull(),
    /** From then on the count begins again. */
    resetsAt: moment("resets_at").notNull(),
  },
  (t) => [index("sign_in_limits_resets_idx").on(t.resetsAt)],
);
