// The executed PDF of a contract that both parties have signed: the agreement with its evidence page, or DocuSign's with its certificate.
import { and, asc, eq, sql } from "drizzle-orm";
import * as z from "zod";
import { conflict, unavailable, type VezError } from "../../base/errors.ts";
import { auditRow } from "../../db/audit.ts";
import { insertIf } from "../../db/insert-if.ts";
import { audit, contractDocuments, contracts, signatures } from "../../db/schema.ts";
import { executedPdf } from "../../domain/contracts/executed-pdf.ts";
import { sha256Hex } from "../../domain/contracts/sha256.ts";
import { actorName, type ServiceContext, SYSTEM } from "../context.ts";
import { parseInput, type Unchecked } from "../parse-input.ts";
import { type ContractRecord, contractRecord } from "./contract-record.ts";
import { envelopeOf } from "./envelope-record.ts";
import { storedDocument } from "./stored-document.ts";

const input = z.object({ contractId: z.string().min(1) });

/**
 * Idempotent: the first bytes stored stay; what is made here depends on the agreement and the signatures alone.
 * `waitMs` bounds the wait for DocuSign. Throws `not_found`, `contract_not_signed` (409), `document_altered` (500) when the agreement's
 * hash no longer fits, `document_on_its_way` (503) where DocuSign is no longer configured, and `vendor_*` while it does not answer.
 */
export async function executeContract(
  ctx: ServiceContext,
  raw: Unchecked<typeof input>,
  waitMs?: number,
): Promise<{ sha256: string }> {
  const { contractId } = parseInput(input, raw);
  const record = await contractRecord(ctx.db, contractId);
  const { signedAt, method } = record.contract;
  if (signedAt === null) throw conflict("contract_not_signed", "Both parties have to sign first.");

  const agreement = await storedDocument(ctx.db, contractId, "agreement");
  const pdf =
    method === "docusign"
      ? await fromDocuSign(ctx, contractId, waitMs)
      : await madeHere(ctx, record, agreement.pdf, signedAt);
  const sha256 = await sha256Hex(pdf);
  const now = ctx.now();
  const missing = sql`not exists (select 1 from ${contractDocuments} where ${and(
    eq(contractDocuments.contractId, contractId),
    eq(contractDocuments.kind, "executed"),
  )})`;
  await ctx.db.batch([
    // Two deliveries at once: the second waits and finds the first one's document.
    ctx.db.select({ id: contracts.id }).from(contracts).where(eq(contracts.id, contractId)).for("update"),
    insertIf(ctx.db, audit, auditRow(actorName(SYSTEM), "contract.executed", contractId, now, { sha256 }), missing),
    ctx.db
      .insert(contractDocuments)
      .values({ contractId, kind: "executed", sha256, pdf, createdAt: now })
      .onConflictDoNothing(),
  ]);
  return { sha256 };
}

async function madeHere(
  ctx: ServiceContext,
  record: ContractRecord,
  agreement: Uint8Array,
  signedAt: Date,
): Promise<Uint8Array> {
  const contractId = record.contract.id;
  const signed = await ctx.db
    .select()
    .from(signatures)
    .where(eq(signatures.contractId, contractId))
    .orderBy(asc(signatures.signedAt), asc(signatures.party));
  return await executedPdf(agreement, {
    contractId,
    locale: record.contract.locale,
    zone: record.case.zone,
    sha256: record.contract.sha256,
    professional: record.professional,
    signatures: signed,
    signedAt,
  });
}

async function fromDocuSign(ctx: ServiceContext, contractId: string, waitMs: number | undefined): Promise<Uint8Array> {
  const envelope = await envelopeOf(ctx.db, { contractId });
  if (ctx.eSign === null || envelope === null || envelope.vendorId === null) throw documentOnItsWay();
  return await ctx.eSign.executed(envelope.vendorId, waitMs);
}

/** 503, retryable. */
export function documentOnItsWay(cause?: unknown): VezError {
  return unavailable(
    "document_on_its_way",
    "The signed document is still at DocuSign. Please try again in a few minutes; the agreement itself can be opened.",
    cause,
  );
}
