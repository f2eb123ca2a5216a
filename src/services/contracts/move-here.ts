// A contract that was to be signed at DocuSign is signed here from now on: the same contract, the same bytes, one place at a time.
import { and, eq, sql } from "drizzle-orm";
import { auditRow } from "../../db/audit.ts";
import { insertIf } from "../../db/insert-if.ts";
import { type NewOutboxRow, outboxRow } from "../../db/outbox.ts";
import { audit, contractEnvelopes, contracts, signatures } from "../../db/schema.ts";
import type { EnvelopeStanding, SignerParty } from "../../domain/contracts/e-sign.ts";
import type { LabelsOf } from "../../domain/metrics/table.ts";
import { actorName, type ServiceContext, SYSTEM } from "../context.ts";
import { insertOutbox } from "../outbox/insert-outbox.ts";
import { insertedRows } from "../outbox/inserted-rows.ts";
import { contractUpdates } from "./contract-events.ts";
import { type ContractRecord, contractRecord, userOf } from "./contract-record.ts";

type Reason = LabelsOf<"fallback_usage_total">["reason"];

export interface Move {
  contractId: string;
  /** For the team, and for whoever waits: DocuSign failed, a party declined there, or somebody voided it there. */
  what: "moved" | "declined" | "voided";
  /** Why, for the audit and the counter. */
  reason: Reason | "declined";
  /** Who declined, where that is known. */
  declinedBy?: SignerParty | undefined;
  /** What is known of the envelope: it may live and has to be voided, or it has ended, or never was. */
  leaves: Extract<EnvelopeStanding, "to_void" | "voided" | "declined">;
  /** True where this ends the making of the contract: it is counted as one that is signed here. */
  whileMaking: boolean;
}

/**
 * True when this call moved it. Under the contract's lock, and only while it is open, signed at DocuSign and its envelope alive or asked for.
 * A signature that one party gave there is set aside (the audit keeps that there was one): an agreement has both signatures in one place.
 */
export async function moveHere(ctx: ServiceContext, move: Move): Promise<boolean> {
  const { contractId, leaves, reason } = move;
  const record = await contractRecord(ctx.db, contractId);
  const now = ctx.now();
  const alive = sql`exists (select 1 from ${contracts} join ${contractEnvelopes} on ${contractEnvelopes.contractId} = ${contracts.id}
    where ${contracts.id} = ${contractId} and ${contracts.status} = 'sent' and ${contracts.method} = 'docusign'
      and ${contractEnvelopes.standing} in ('claimed', 'sent'))`;
  const setAside = sql`(select coalesce(jsonb_agg(jsonb_build_object('party', party, 'at', signed_at) order by party), '[]')
    from ${signatures} where ${signatures.contractId} = ${contractId})`;
  const detail = sql`jsonb_build_object('reason', ${reason}::text, 'set_aside', ${setAside})`;
  const entry = auditRow(actorName(SYSTEM), "contract.moved_here", contractId, now);
  const mine = sql`exists (select 1 from ${audit} where ${audit.id} = ${entry.id})`;
  const hadSigned = sql`exists (select 1 from ${audit} where ${audit.id} = ${entry.id} and jsonb_array_length(${audit.detail} -> 'set_aside') > 0)`;

  // SQL is no value of the column's type, and that is what is meant here: it is computed before the signatures go.
  const told = { ...entry, detail: detail as unknown as Record<string, unknown> };
  const [, , , , , , queued, withAgain, withoutAgain, [done]] = await ctx.db.batch([
    ctx.db.execute(sql`SELECT id FROM cases WHERE id = ${record.case.id} FOR UPDATE`),
    ctx.db.select({ id: contracts.id }).from(contracts).where(eq(contracts.id, contractId)).for("update"),
    insertIf(ctx.db, audit, told, alive),
    ctx.db
      .delete(signatures)
      .where(and(eq(signatures.contractId, contractId), eq(signatures.method, "docusign"), mine)),
    ctx.db
      .update(contracts)
      // Whoever was reminded already has a day again before somebody else is searched for.
      .set({
        method: "manual",
        remindedAt: sql`case when ${contracts.remindedAt} is null then null else ${now.toISOString()}::timestamptz end`,
        updatedAt: now,
      })
      .where(and(eq(contracts.id, contractId), mine)),
    ctx.db
      .update(contractEnvelopes)
      .set({ standing: leaves, reason, checkedAt: null, updatedAt: now })
      .where(and(eq(contractEnvelopes.contractId, contractId), mine)),
    ctx.db.execute(insertOutbox(newsOf(ctx, record, move, now), mine)),
    ctx.db.execute(insertOutbox(noticesOf(ctx, record, move, "yes", now), hadSigned)),
    ctx.db.execute(insertOutbox(noticesOf(ctx, record, move, "", now), sql`${mine} and not (${hadSigned})`)),
    ctx.db.select({ id: audit.id }).from(audit).where(eq(audit.id, entry.id)),
  ]);
  if (done === undefined) return false;
  if (move.whileMaking) ctx.metrics.count("contract_creation_total", { method: "manual" });
  if (reason !== "declined") ctx.metrics.count("fallback_usage_total", { from: "docusign", to: "manual", reason });
  ctx.log.warn("contract_moved_here", { contract_id: contractId, reason });
  await ctx.enqueue([...insertedRows(queued), ...insertedRows(withAgain), ...insertedRows(withoutAgain)]);
  return true;
}

function newsOf(ctx: ServiceContext, record: ContractRecord, { what, leaves }: Move, now: Date): NewOutboxRow[] {
  const contractId = record.contract.id;
  const made = { now, traceId: ctx.traceId };
  const to = { conversationId: record.case.conversationId, professionalUserId: record.professional.userId };
  const params = { contract_id: contractId, case_id: record.case.id, what };
  return [
    ...contractUpdates(to, { contractId, status: "sent", step: "moved", signed: [], signing: "here" }, made),
    outboxRow(
      "operators.notify",
      `contract:${contractId}:needs_look:${what}`,
      { kind: "contract_needs_look", params },
      made,
    ),
    ...(leaves === "to_void" ? [outboxRow("envelope.void", `envelope.void:${contractId}`, { contractId }, made)] : []),
  ];
}

/** Both hear where it is signed now; of a refusal the other one hears. `again` where a signature was set aside. */
function noticesOf(
  ctx: ServiceContext,
  record: ContractRecord,
  { what, declinedBy }: Move,
  again: string,
  now: Date,
): NewOutboxRow[] {
  const contractId = record.contract.id;
  const kind = what === "declined" ? "contract_declined" : "contract_moved";
  return (["client", "professional"] as const)
    .filter((party) => party !== declinedBy)
    .map((party) => {
      const userId = userOf(record, party);
      const body = { userId, kind, params: { contract_id: contractId, again } } as const;
      const made = { now, traceId: ctx.traceId };
      return outboxRow("person.notify", `contract:${contractId}:${kind}:${userId}`, body, made);
    });
}
