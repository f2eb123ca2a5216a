// One party's signature, wherever it was given: the only place that lets a contract, and its case, become signed.
import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import { newId } from "../../base/ids.ts";
import { auditRow } from "../../db/audit.ts";
import { insertIf } from "../../db/insert-if.ts";
import { type NewOutboxRow, outboxRow } from "../../db/outbox.ts";
import { audit, cases, contractEnvelopes, contracts, signatures } from "../../db/schema.ts";
import { stateAfterSql } from "../../db/state-after-sql.ts";
import { statesBefore } from "../../domain/case-state.ts";
import type { SigningMethod } from "../../domain/contracts/e-sign.ts";
import type { ServiceContext } from "../context.ts";
import { insertOutbox } from "../outbox/insert-outbox.ts";
import { insertedRows } from "../outbox/inserted-rows.ts";
import { seenSql } from "../talk/client-seen.ts";
import { type ContractNews, contractUpdates } from "./contract-events.ts";
import { type ContractRecord, type Party, userOf } from "./contract-record.ts";

export interface NewSignature {
  party: Party;
  name: string;
  signedAt: Date;
  ip: string;
  userAgent: string;
  /** From the client alone: how the professional reaches them; null changes nothing. */
  contact: string | null;
  /** Given here, or in this envelope of DocuSign's. */
  place: { method: "manual" } | { method: "docusign"; envelopeId: string };
  /** For the audit. */
  by: string;
}

/**
 * Writes nothing where the contract is not open, is signed in another place than this one, or has this party's signature; the
 * caller looks. Two parties at once end in one `signed`.
 */
export async function recordSignature(
  ctx: ServiceContext,
  record: ContractRecord,
  { party, name, signedAt, ip, userAgent, contact, place, by }: NewSignature,
): Promise<void> {
  const now = ctx.now();
  const id = newId("sig", now.getTime());
  const contractId = record.contract.id;
  const { method } = place;
  const envelopeId = place.method === "docusign" ? place.envelopeId : null;
  const given = { method, envelopeId, ip, userAgent, signedAt };
  const row = { id, contractId, party, userId: userOf(record, party), name, ...given };

  // The signature's id is fresh: it is there exactly when this call signed, and everything else hangs on it.
  const mine = sql`exists (select 1 from ${signatures} where ${signatures.id} = ${id})`;
  const both = sql`${mine} and (select count(*) from ${signatures} where ${signatures.contractId} = ${contractId}) = 2`;
  const lastAt = sql`(select max(signed_at) from ${signatures} where ${signatures.contractId} = ${contractId})`;
  const [, , , , , , , , , firstQueued, bothQueued] = await ctx.db.batch([
    // The case first, as everywhere: whoever cancels or withdraws at this moment locks it before the contract.
    ctx.db.execute(sql`SELECT id FROM cases WHERE id = ${record.case.id} FOR UPDATE`),
    // Without this lock two parties at once would each miss the other's signature, and the contract would stay open.
    ctx.db.select({ id: contracts.id }).from(contracts).where(eq(contracts.id, contractId)).for("update"),
    insertIf(
      ctx.db,
      signatures,
      { ...row, documentSha256: record.contract.sha256 },
      isOpenIn(contractId, place),
    ).onConflictDoNothing(),
    insertIf(ctx.db, audit, auditRow(by, "contract.signed", contractId, now, { party, method }), mine),
    ctx.db
      .update(contracts)
      .set({ status: "signed", signedAt: lastAt, updatedAt: now })
      .where(and(eq(contracts.id, contractId), eq(contracts.status, "sent"), both)),
    ctx.db
      .update(contractEnvelopes)
      .set({ standing: "completed", updatedAt: now })
      .where(and(eq(contractEnvelopes.contractId, contractId), eq(contractEnvelopes.standing, "sent"), both)),
    ctx.db
      .update(contracts)
      .set({ clientContact: contact, updatedAt: now })
      .where(and(eq(contracts.id, contractId), mine, sql`${contact}::text is not null`)),
    ctx.db
      .update(cases)
      .set({ status: stateAfterSql("both_signed"), updatedAt: now })
      .where(and(eq(cases.id, record.case.id), inArray(cases.status, [...statesBefore("both_signed")]), both)),
    ctx.db.execute(seenSql(record.case.id, now, party === "client" ? mine : sql`false`)),
    ctx.db.execute(insertOutbox(firstNews(ctx, record, party, method, now), sql`${mine} and not (${both})`)),
    ctx.db.execute(insertOutbox(bothNews(ctx, record, now), both)),
  ]);
  const bothNow = insertedRows(bothQueued);
  if (bothNow.length > 0) ctx.metrics.count("contracts_signed_total");
  await ctx.enqueue([...insertedRows(firstQueued), ...bothNow]);
}

/** The one column decides where a signature counts; at DocuSign, while the envelope is alive. */
function isOpenIn(contractId: string, place: NewSignature["place"]): SQL {
  const isOpen = sql`exists (select 1 from ${contracts} where ${contracts.id} = ${contractId}
    and ${contracts.status} = 'sent' and ${contracts.method} = ${place.method})`;
  if (place.method === "manual") return isOpen;
  return sql`${isOpen} and exists (select 1 from ${contractEnvelopes} where ${contractEnvelopes.contractId} = ${contractId}
    and ${contractEnvelopes.standing} = 'sent' and ${contractEnvelopes.vendorId} = ${place.envelopeId})`;
}

/** Whoever signed at DocuSign in vain signs here again: that is other news. */
function firstNews(
  ctx: ServiceContext,
  record: ContractRecord,
  party: Party,
  method: SigningMethod,
  now: Date,
): NewOutboxRow[] {
  const contractId = record.contract.id;
  const other = party === "client" ? "professional" : "client";
  const suffix = method === "manual" ? "" : ":there";
  const signing = method === "manual" ? {} : { signing: method };
  return [
    ...updates(ctx, record, { status: "sent", step: `signed_by_${party}${suffix}`, signed: [party], ...signing }, now),
    notice(ctx, userOf(record, other), "contract_signed_by_other", { contractId, suffix }, now),
  ];
}

function bothNews(ctx: ServiceContext, record: ContractRecord, now: Date): NewOutboxRow[] {
  const contractId = record.contract.id;
  const made = { now, traceId: ctx.traceId };
  return [
    outboxRow("contract.execute", `contract.execute:${contractId}`, { contractId }, made),
    ...updates(ctx, record, { status: "signed", step: "signed", signed: ["client", "professional"] }, now),
    notice(ctx, userOf(record, "client"), "contract_signed", { contractId, suffix: "" }, now),
    notice(ctx, userOf(record, "professional"), "contract_signed", { contractId, suffix: "" }, now),
  ];
}

function updates(
  ctx: ServiceContext,
  record: ContractRecord,
  news: Omit<ContractNews, "contractId">,
  now: Date,
): NewOutboxRow[] {
  const to = { conversationId: record.case.conversationId, professionalUserId: record.professional.userId };
  return contractUpdates(to, { contractId: record.contract.id, ...news }, { now, traceId: ctx.traceId });
}

function notice(
  ctx: ServiceContext,
  userId: string,
  kind: "contract_signed_by_other" | "contract_signed",
  { contractId, suffix }: { contractId: string; suffix: string },
  now: Date,
): NewOutboxRow {
  const body = { userId, kind, params: { contract_id: contractId } };
  const key = `contract:${contractId}:${kind}:${userId}${suffix}`;
  return outboxRow("person.notify", key, body, { now, traceId: ctx.traceId });
}
