// The contract's exact bytes for its parties and operators, checked against their hash before they leave.
import * as z from "zod";
import { VezError } from "../../base/errors.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { parseInput, type Unchecked } from "../parse-input.ts";
import { documentOnItsWay, executeContract } from "./execute-contract.ts";
import { visibleContract } from "./read-contract.ts";
import { type DocumentKind, storedDocument } from "./stored-document.ts";

const input = z.object({
  contractId: z.string().min(1),
  /** Without it: the executed document once both have signed, the agreement before. */
  kind: z.enum(["agreement", "executed"]).optional(),
});

/** A reader waits so long for a document that DocuSign has. */
const WAIT_MS = 10_000;

export interface ContractFile {
  bytes: Uint8Array;
  /** Safe for a Content-Disposition header. */
  filename: string;
  sha256: string;
  kind: DocumentKind;
}

/**
 * Throws `not_found`, `contract_not_signed` (409) for `executed` too early, `document_altered` (500), and `document_on_its_way` (503) while
 * DocuSign does not give its document.
 */
export async function readContractPdf(
  ctx: ServiceContext,
  actor: Actor,
  raw: Unchecked<typeof input>,
): Promise<ContractFile> {
  const { contractId, kind: asked } = parseInput(input, raw);
  const { record } = await visibleContract(ctx, actor, contractId, "contract.read_pdf");
  const kind = asked ?? (record.contract.signedAt === null ? "agreement" : "executed");
  const { pdf, sha256 } =
    kind === "executed" ? await executedDocument(ctx, contractId) : await storedDocument(ctx.db, contractId, kind);
  const name = record.contract.locale === "pt-BR" ? "contrato" : "agreement";
  return { bytes: pdf, filename: `${name}-${contractId}${kind === "executed" ? "-signed" : ""}.pdf`, sha256, kind };
}

/** A reader who comes before the queue does not wait for it. */
async function executedDocument(ctx: ServiceContext, contractId: string) {
  try {
    return await storedDocument(ctx.db, contractId, "executed");
  } catch (error) {
    if (!(error instanceof VezError) || error.code !== "not_found") throw error;
  }
  try {
    await executeContract(ctx, { contractId }, WAIT_MS);
  } catch (error) {
    if (error instanceof VezError && error.code.startsWith("vendor_")) throw documentOnItsWay(error);
    throw error;
  }
  return await storedDocument(ctx.db, contractId, "executed");
}
