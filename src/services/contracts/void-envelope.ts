// Tells DocuSign that an envelope no longer counts; what cannot be told now is told by the minute's job when DocuSign is back.
import { and, eq, inArray, sql } from "drizzle-orm";
import { VezError } from "../../base/errors.ts";
import { auditRow } from "../../db/audit.ts";
import { insertIf } from "../../db/insert-if.ts";
import { outboxRow } from "../../db/outbox.ts";
import { audit, contractEnvelopes, contracts } from "../../db/schema.ts";
import type { ESign } from "../../domain/contracts/e-sign.ts";
import type { MessageBody } from "../../domain/messages.ts";
import { reasonOf } from "../../providers/vendor-failure.ts";
import { actorName, type ServiceContext, SYSTEM } from "../context.ts";
import { insertOutbox } from "../outbox/insert-outbox.ts";
import { insertedRows } from "../outbox/inserted-rows.ts";
import { claimLook } from "./envelope-looks.ts";
import { type EnvelopeRecord, envelopeOf } from "./envelope-record.ts";

/** DocuSign's search may lag: so long an envelope that was asked for may still turn up. */
const MAY_TURN_UP_MS = 24 * 3_600_000;

/**
 * Idempotent; `open` where it is still to be done: DocuSign is away, or an envelope that may exist was not found yet. One that was
 * completed there meanwhile is `late`: it changes nothing here, and the team is told.
 */
export async function voidEnvelope(
  ctx: ServiceContext,
  { contractId }: MessageBody<"envelope.void">,
): Promise<{ outcome: "done" | "open" }> {
  const envelope = await envelopeOf(ctx.db, { contractId });
  if (envelope === null || envelope.standing !== "to_void") return { outcome: "done" };
  // Nobody was asked to make it.
  if (envelope.askedAt === null && envelope.vendorId === null) return settle(ctx, contractId, "voided");
  await ctx.db
    .update(contractEnvelopes)
    .set({ checkedAt: ctx.now() })
    .where(eq(contractEnvelopes.contractId, contractId));
  if (ctx.eSign === null) return { outcome: "open" };
  try {
    return await tell(ctx, ctx.eSign, envelope);
  } catch (error) {
    if (!(error instanceof VezError) || !error.code.startsWith("vendor_")) throw error;
    ctx.log.warn("envelope_not_voided", { contract_id: contractId, code: error.code });
    return { outcome: "open" };
  }
}

async function tell(
  ctx: ServiceContext,
  eSign: ESign,
  envelope: EnvelopeRecord,
): Promise<{ outcome: "done" | "open" }> {
  const { contractId, createdAt } = envelope;
  const vendorId = envelope.vendorId ?? (await eSign.find(contractId, createdAt));
  if (vendorId === null) {
    const since = (envelope.askedAt ?? createdAt).getTime();
    if (ctx.now().getTime() - since < MAY_TURN_UP_MS) return { outcome: "open" };
    return settle(ctx, contractId, "voided");
  }
  try {
    await eSign.void(vendorId, REASON[envelope.contract.locale]);
  } catch (error) {
    if (reasonOf(error) !== "refused") throw error;
    // No longer open, perhaps: only DocuSign knows how it ended, and it may not be asked often.
    if (!(await claimLook(ctx, contractId))) throw error;
    const { status } = await eSign.read(vendorId);
    if (status === "open") throw error;
    return settle(ctx, contractId, status === "completed" ? "late" : "voided", vendorId);
  }
  return settle(ctx, contractId, "voided", vendorId);
}

/** Ends what no longer counted; of a late one the team hears, once. */
export async function settle(
  ctx: ServiceContext,
  contractId: string,
  standing: "voided" | "late",
  vendorId?: string,
): Promise<{ outcome: "done" }> {
  const now = ctx.now();
  // What was voided may still turn out to have been completed; never the other way round.
  const from = standing === "late" ? (["to_void", "voided"] as const) : (["to_void"] as const);
  const entry = auditRow(actorName(SYSTEM), `contract.envelope_${standing}`, contractId, now, {
    envelope_id: vendorId ?? null,
  });
  const mine = sql`exists (select 1 from ${audit} where ${audit.id} = ${entry.id})`;
  const stands = sql`exists (select 1 from ${contractEnvelopes} where ${and(
    eq(contractEnvelopes.contractId, contractId),
    inArray(contractEnvelopes.standing, [...from]),
  )})`;
  const params = { contract_id: contractId, what: "late" };
  const notice = outboxRow(
    "operators.notify",
    `contract:${contractId}:needs_look:late`,
    { kind: "contract_needs_look", params },
    { now, traceId: ctx.traceId },
  );
  const [, , , queued] = await ctx.db.batch([
    ctx.db.select({ id: contracts.id }).from(contracts).where(eq(contracts.id, contractId)).for("update"),
    insertIf(ctx.db, audit, entry, stands),
    ctx.db
      .update(contractEnvelopes)
      .set({ standing, updatedAt: now, ...(vendorId === undefined ? {} : { vendorId }) })
      .where(and(eq(contractEnvelopes.contractId, contractId), mine)),
    ctx.db.execute(insertOutbox(standing === "late" ? [notice] : [], mine)),
  ]);
  await ctx.enqueue(insertedRows(queued));
  return { outcome: "done" };
}

/** The two may read it at DocuSign. */
const REASON = {
  "pt-BR": "Este envelope não vale mais. O que vale está na página do contrato, na Vez.",
  en: "This envelope no longer counts. What counts is on the contract's page at Vez.",
};
