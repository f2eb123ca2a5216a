// Makes the executed PDF of a contract that both parties have signed: the agreement with its evidence page.
import { and, asc, eq, sql } from "drizzle-orm";
import * as z from "zod";
import { conflict } from "../../base/errors.ts";
import { auditRow } from "../../db/audit.ts";
import { insertIf } from "../../db/insert-if.ts";
import { audit, contractDocuments, contracts, signatures } from "../../db/schema.ts";
import { executedPdf } from "../../domain/contracts/executed-pdf.ts";
import { sha256Hex } from "../../domain/contracts/sha256.ts";
import { actorName, type ServiceContext, SYSTEM } from "../context.ts";
import { parseInput, type Unchecked } from "../parse-input.ts";
import { contractRecord } from "./contract-record.ts";
import { storedDocument } from "./stored-document.ts";

const input = z.object({ contractId: z.string().min(1) });

/**
 * Idempotent: the bytes depend on the agreement and the signatures alone, and the first ones stored stay.
 * Throws `not_found`, `contract_not_signed` (409), `document_altered` (500) when the agreement's hash no longer fits.
 */
export async function executeContract(ctx: ServiceContext, raw: Unchecked<typeof input>): Promise<{ sha256: string }> {
  const { contractId } = parseInput(input, raw);
  const record = await contractRecord(ctx.db, contractId);
  const { signedAt } = record.contract;
  if (signedAt === null) throw conflict("contract_not_signed", "Both parties have to sign first.");

  const agreement = await storedDocument(ctx.db, contractId, "agreement");
  const signed = await ctx.db
    .select()
    .from(signatures)
    .where(eq(signatures.contractId, contractId))
    .orderBy(asc(signatures.signedAt), asc(signatures.party));
  const pdf = await executedPdf(agreement.pdf, {
    contractId,
    locale: record.contract.locale,
    zone: record.case.zone,
    sha256: record.contract.sha256,
    professional: record.professional,
    signatures: signed,
    signedAt,
  });
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
