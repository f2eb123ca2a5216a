// An operator has read what a person told: kept once for a sitting, since an open page reads itself anew again and again.
import { sql } from "drizzle-orm";
import { auditRow } from "../../db/audit.ts";
import { insertIf } from "../../db/insert-if.ts";
import { audit } from "../../db/schema.ts";
import type { ServiceContext } from "../context.ts";
import type { Operator } from "./as-operator.ts";

/** Readings of one thing by one operator within so long are one sitting. */
const SITTING_MINUTES = 10;

export async function auditReading(
  ctx: ServiceContext,
  operator: Operator,
  action:
    | "verification.read"
    | "professional.read"
    | "case.read"
    | "shortlist.read"
    | "conversation.read"
    | "reports.read",
  subject: string,
): Promise<void> {
  const now = ctx.now();
  const since = new Date(now.getTime() - SITTING_MINUTES * 60_000).toISOString();
  await insertIf(
    ctx.db,
    audit,
    auditRow(operator.userId, action, subject, now),
    sql`NOT EXISTS (
      SELECT 1 FROM audit WHERE subject = ${subject} AND at > ${since}::timestamptz
        AND actor = ${operator.userId} AND action = ${action})`,
  );
}
