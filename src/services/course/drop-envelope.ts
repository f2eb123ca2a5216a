// A contract that is void takes its envelope at DocuSign with it.
import { type SQL, sql } from "drizzle-orm";
import { type NewOutboxRow, outboxRow } from "../../db/outbox.ts";
import type { ServiceContext } from "../context.ts";

/** Of an open one, whether it is there already or still being made; `at` is ISO 8601. */
export function dropEnvelope(contractId: string, at: string, condition: SQL): SQL {
  return sql`
    UPDATE contract_envelopes SET standing = 'to_void', reason = 'course', checked_at = NULL, updated_at = ${at}::timestamptz
    WHERE contract_id = ${contractId} AND standing IN ('claimed', 'sent') AND ${condition}`;
}

export function isToVoid(contractId: string): SQL {
  return sql`EXISTS (SELECT 1 FROM contract_envelopes WHERE contract_id = ${contractId} AND standing = 'to_void')`;
}

export function voidNews(ctx: ServiceContext, contractId: string, now: Date): NewOutboxRow[] {
  return [outboxRow("envelope.void", `envelope.void:${contractId}`, { contractId }, { now, traceId: ctx.traceId })];
}
