// A party signs: the typed name, the consent and where it came from; the second signature makes the contract valid.
import { and, eq, inArray, sql } from "drizzle-orm";
import * as z from "zod";
import { conflict, invalid } from "../../base/errors.ts";
import { newId } from "../../base/ids.ts";
import { auditRow } from "../../db/audit.ts";
import { insertIf } from "../../db/insert-if.ts";
import { type NewOutboxRow, outboxRow } from "../../db/outbox.ts";
import { audit, cases, contracts, signatures } from "../../db/schema.ts";
import { stateAfterSql } from "../../db/state-after-sql.ts";
import { statesBefore } from "../../domain/case-state.ts";
import { isSigningName, tidyName } from "../../domain/contracts/signing-name.ts";
import { type Actor, actorName, type ServiceContext } from "../context.ts";
import { insertOutbox } from "../outbox/insert-outbox.ts";
import { insertedRows } from "../outbox/inserted-rows.ts";
import { parseInput, type Unchecked } from "../parse-input.ts";
import { seenSql } from "../talk/client-seen.ts";
import { contactInput } from "./contact-input.ts";
import { contractUpdates } from "./contract-events.ts";
import { type ContractRecord, contractRecord, type Party, requireParty, userOf } from "./contract-record.ts";

const input = z.object({
  contractId: z.string().min(1),
  /** As the party writes it; 2 to 120 characters, letters among them. */
  name: z.string().max(500).transform(tidyName).refine(isSigningName, "a full name of 2 to 120 characters"),
  consent: z.literal(true, "must be ticked"),
  /** From the client alone: how the professional reaches them. Left out or empty, nothing is changed. */
  contact: contactInput.optional(),
  ip: z.string().min(1).max(64),
  userAgent: z.string().transform((agent) => agent.slice(0, 400)),
});

export interface SignOutcome {
  contract_id: string;
  /** `signed` from the second signature on. */
  status: "sent" | "signed" | "closed";
  party: Party;
  /** When this party signed; ISO 8601. */
  signed_at: string;
}

/**
 * Each party signs once: the second time returns the first answer. Two parties at once end in one `signed`.
 * Throws `invalid_input`, `not_found` for anyone but the parties, `contract_not_open` (409) for a voided contract.
 */
export async function signContract(
  ctx: ServiceContext,
  actor: Actor,
  raw: Unchecked<typeof input>,
): Promise<SignOutcome> {
  const { contractId, name, contact = null, ip, userAgent } = parseInput(input, raw);
  const record = await contractRecord(ctx.db, contractId);
  const { party, userId } = requireParty(record, actor);
  if (contact !== null && party !== "client") throw invalid("Only the client leaves a contact.");
  const now = ctx.now();
  const id = newId("sig", now.getTime());

  // The signature's id is fresh: it is there exactly when this call signed, and everything else hangs on it.
  const mine = sql`exists (select 1 from ${signatures} where ${signatures.id} = ${id})`;
  const both = sql`${mine} and (select count(*) from ${signatures} where ${signatures.contractId} = ${contractId}) = 2`;
  const isOpen = sql`exists (select 1 from ${contracts} where ${contracts.id} = ${contractId} and ${contracts.status} = 'sent')`;
  const [, , , , , , , , firstQueued, bothQueued] = await ctx.db.batch([
    // The case first, as everywhere: whoever cancels or withdraws at this moment locks it before the contract.
    ctx.db.execute(sql`SELECT id FROM cases WHERE id = ${record.case.id} FOR UPDATE`),
    // Without this lock two parties at once would each miss the other's signature, and the contract would stay open.
    ctx.db.select({ id: contracts.id }).from(contracts).where(eq(contracts.id, contractId)).for("update"),
    insertIf(
      ctx.db,
      signatures,
      { id, contractId, party, userId, name, documentSha256: record.contract.sha256, ip, userAgent, signedAt: now },
      isOpen,
    ).onConflictDoNothing(),
    insertIf(ctx.db, audit, auditRow(actorName(actor), "contract.signed", contractId, now, { party }), mine),
    ctx.db
      .update(contracts)
      .set({ status: "signed", signedAt: now, updatedAt: now })
      .where(and(eq(contracts.id, contractId), eq(contracts.status, "sent"), both)),
    ctx.db
      .update(contracts)
      .set({ clientContact: contact, updatedAt: now })
      .where(and(eq(contracts.id, contractId), mine, sql`${contact}::text is not null`)),
    ctx.db
      .update(cases)
      .set({ status: stateAfterSql("both_signed"), updatedAt: now })
      .where(and(eq(cases.id, record.case.id), inArray(cases.status, [...statesBefore("both_signed")]), both)),
    ctx.db.execute(seenSql(record.case.id, now, party === "client" ? mine : sql`false`)),
    ctx.db.execute(insertOutbox(firstNews(ctx, record, party, now), sql`${mine} and not (${both})`)),
    ctx.db.execute(insertOutbox(bothNews(ctx, record, now), both)),
  ]);
  const bothNow = insertedRows(bothQueued);
  if (bothNow.length > 0) ctx.metrics.count("contracts_signed_total");
  await ctx.enqueue([...insertedRows(firstQueued), ...bothNow]);

  return await outcomeOf(ctx, contractId, party);
}

async function outcomeOf(ctx: ServiceContext, contractId: string, party: Party): Promise<SignOutcome> {
  const [kept] = await ctx.db
    .select({ status: contracts.status, signedAt: signatures.signedAt })
    .from(contracts)
    .leftJoin(signatures, and(eq(signatures.contractId, contracts.id), eq(signatures.party, party)))
    .where(eq(contracts.id, contractId));
  if (kept === undefined || kept.signedAt === null || kept.status === "voided" || kept.status === "draft") {
    throw conflict(
      "contract_not_open",
      "This contract can no longer be signed. Reload the page to see where it stands.",
    );
  }
  return { contract_id: contractId, status: kept.status, party, signed_at: kept.signedAt.toISOString() };
}

function firstNews(ctx: ServiceContext, record: ContractRecord, party: Party, now: Date): NewOutboxRow[] {
  const contractId = record.contract.id;
  const other = party === "client" ? "professional" : "client";
  return [
    ...updates(ctx, record, { status: "sent", step: `signed_by_${party}`, signed: [party] }, now),
    notice(ctx, userOf(record, other), "contract_signed_by_other", contractId, now),
  ];
}

function bothNews(ctx: ServiceContext, record: ContractRecord, now: Date): NewOutboxRow[] {
  const contractId = record.contract.id;
  const made = { now, traceId: ctx.traceId };
  return [
    outboxRow("contract.execute", `contract.execute:${contractId}`, { contractId }, made),
    ...updates(ctx, record, { status: "signed", step: "signed", signed: ["client", "professional"] }, now),
    notice(ctx, userOf(record, "client"), "contract_signed", contractId, now),
    notice(ctx, userOf(record, "professional"), "contract_signed", contractId, now),
  ];
}

function updates(
  ctx: ServiceContext,
  record: ContractRecord,
  news: { status: "sent" | "signed"; step: string; signed: Party[] },
  now: Date,
): NewOutboxRow[] {
  const to = { conversationId: record.case.conversationId, professionalUserId: record.professional.userId };
  return contractUpdates(to, { contractId: record.contract.id, ...news }, { now, traceId: ctx.traceId });
}

function notice(
  ctx: ServiceContext,
  userId: string,
  kind: "contract_signed_by_other" | "contract_signed",
  contractId: string,
  now: Date,
): NewOutboxRow {
  const body = { userId, kind, params: { contract_id: contractId } };
  return outboxRow("person.notify", `contract:${contractId}:${kind}:${userId}`, body, { now, traceId: ctx.traceId });
}
