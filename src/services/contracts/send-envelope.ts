// Has DocuSign make the envelope of a new contract, once; where that fails, or nobody knows, the contract is signed here.
import { and, eq, isNull, sql } from "drizzle-orm";
import { VezError } from "../../base/errors.ts";
import { auditRow } from "../../db/audit.ts";
import { insertIf } from "../../db/insert-if.ts";
import { audit, contractEnvelopes, contracts } from "../../db/schema.ts";
import type { ESign } from "../../domain/contracts/e-sign.ts";
import { SIGNING_ANCHOR } from "../../domain/contracts/template-legal.ts";
import type { MessageBody } from "../../domain/messages.ts";
import { type FailureReason, reasonOf } from "../../providers/vendor-failure.ts";
import { actorName, type ServiceContext, SYSTEM } from "../context.ts";
import { insertOutbox } from "../outbox/insert-outbox.ts";
import { insertedRows } from "../outbox/inserted-rows.ts";
import { contractUpdates } from "./contract-events.ts";
import { type ContractRecord, contractRecord } from "./contract-record.ts";
import { type EnvelopeRecord, envelopeOf } from "./envelope-record.ts";
import { moveHere } from "./move-here.ts";
import { storedDocument } from "./stored-document.ts";

/** A call that was begun has surely ended so long after its time. */
const GRACE_MS = 15_000;

/**
 * Idempotent, and DocuSign is asked at most once in a contract's life: who comes after a crash looks whether the envelope is there, and
 * takes the contract here if it is not. Throws `envelope_being_made` (retryable) while another delivery is asking.
 */
export async function sendEnvelope(
  ctx: ServiceContext,
  { contractId }: MessageBody<"contract.envelope">,
): Promise<void> {
  const envelope = await envelopeOf(ctx.db, { contractId });
  if (envelope === null || envelope.standing !== "claimed") return;
  const { eSign } = ctx;
  // Its variables were taken away meanwhile.
  if (eSign === null) return giveUp(ctx, envelope, "refused", envelope.askedAt !== null);
  if (await claim(ctx, contractId)) return create(ctx, eSign, envelope);
  return find(ctx, eSign, envelope);
}

/** True for the one that may ask. */
async function claim(ctx: ServiceContext, contractId: string): Promise<boolean> {
  const taken = await ctx.db
    .update(contractEnvelopes)
    .set({ askedAt: ctx.now() })
    .where(
      and(
        eq(contractEnvelopes.contractId, contractId),
        eq(contractEnvelopes.standing, "claimed"),
        isNull(contractEnvelopes.askedAt),
      ),
    )
    .returning({ contractId: contractEnvelopes.contractId });
  return taken.length > 0;
}

async function create(ctx: ServiceContext, eSign: ESign, envelope: EnvelopeRecord): Promise<void> {
  const { contractId } = envelope;
  const { locale } = envelope.contract;
  const record = await contractRecord(ctx.db, contractId);
  let vendorId: string;
  try {
    const { pdf } = await storedDocument(ctx.db, contractId, "agreement");
    vendorId = await eSign.create({
      contractId,
      locale,
      subject: SUBJECT[locale],
      pdf,
      anchor: SIGNING_ANCHOR[locale],
      // The client's name is known when he signs; until then nothing of him is told.
      names: { client: CLIENT[locale], professional: record.professional.name },
    });
  } catch (error) {
    if (!(error instanceof VezError) || !error.code.startsWith("vendor_")) throw error;
    const reason = reasonOf(error);
    return giveUp(ctx, envelope, reason, MAY_EXIST.has(reason));
  }
  await keep(ctx, record, vendorId);
}

/** After these nobody knows whether DocuSign has made it. */
const MAY_EXIST: ReadonlySet<FailureReason> = new Set<FailureReason>(["timeout", "error", "invalid_answer"]);

async function find(ctx: ServiceContext, eSign: ESign, envelope: EnvelopeRecord): Promise<void> {
  const { contractId, createdAt } = envelope;
  const askedAt = (await envelopeOf(ctx.db, { contractId }))?.askedAt ?? createdAt;
  if (ctx.now().getTime() - askedAt.getTime() < eSign.timeoutMs + GRACE_MS) {
    throw new VezError("envelope_being_made", {
      status: 409,
      retryable: true,
      detail: "The signing is being prepared. Please try again in a minute.",
    });
  }
  let vendorId: string | null;
  try {
    vendorId = await eSign.find(contractId, createdAt);
  } catch (error) {
    return giveUp(ctx, envelope, reasonOf(error), true);
  }
  if (vendorId === null) return giveUp(ctx, envelope, "timeout", true);
  await keep(ctx, await contractRecord(ctx.db, contractId), vendorId);
}

async function giveUp(
  ctx: ServiceContext,
  { contractId }: EnvelopeRecord,
  reason: FailureReason,
  mayExist: boolean,
): Promise<void> {
  await moveHere(ctx, {
    contractId,
    what: "moved",
    reason,
    leaves: mayExist ? "to_void" : "voided",
    whileMaking: true,
  });
}

/** The envelope is the place to sign; one that came too late (moved here, or cancelled, meanwhile) is kept to be voided. */
async function keep(ctx: ServiceContext, record: ContractRecord, vendorId: string): Promise<void> {
  const now = ctx.now();
  const contractId = record.contract.id;
  const entry = auditRow(actorName(SYSTEM), "contract.envelope_sent", contractId, now, { envelope_id: vendorId });
  const mine = sql`exists (select 1 from ${audit} where ${audit.id} = ${entry.id})`;
  const isWanted = sql`exists (select 1 from ${contractEnvelopes} join ${contracts} on ${contracts.id} = ${contractEnvelopes.contractId}
    where ${contractEnvelopes.contractId} = ${contractId} and ${contractEnvelopes.standing} = 'claimed'
      and ${contracts.status} = 'sent' and ${contracts.method} = 'docusign')`;
  const to = { conversationId: record.case.conversationId, professionalUserId: record.professional.userId };
  const news = { contractId, status: "sent", step: "envelope_sent", signed: [], signing: "docusign" } as const;
  const [, , , , queued, [done]] = await ctx.db.batch([
    ctx.db.select({ id: contracts.id }).from(contracts).where(eq(contracts.id, contractId)).for("update"),
    insertIf(ctx.db, audit, entry, isWanted),
    ctx.db
      .update(contractEnvelopes)
      .set({ vendorId, updatedAt: now })
      .where(and(eq(contractEnvelopes.contractId, contractId), isNull(contractEnvelopes.vendorId))),
    ctx.db
      .update(contractEnvelopes)
      .set({ standing: "sent", checkedAt: now })
      .where(and(eq(contractEnvelopes.contractId, contractId), mine)),
    ctx.db.execute(insertOutbox(contractUpdates(to, news, { now, traceId: ctx.traceId }), mine)),
    ctx.db.select({ id: audit.id }).from(audit).where(eq(audit.id, entry.id)),
  ]);
  await ctx.enqueue(insertedRows(queued));
  if (done !== undefined) ctx.metrics.count("contract_creation_total", { method: "docusign" });
}

const SUBJECT = { "pt-BR": "Contrato preparado pela Vez", en: "Agreement prepared by Vez" };
const CLIENT = { "pt-BR": "Cliente", en: "Client" };
