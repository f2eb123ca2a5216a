// The agreement's words for the page: on a phone a PDF is hard to read, and nobody should sign unread.
import * as z from "zod";
import type { Agreement } from "../../domain/contracts/agreement.ts";
import { agreementPdf } from "../../domain/contracts/agreement-pdf.ts";
import { sha256Hex } from "../../domain/contracts/sha256.ts";
import { LEGAL_TEMPLATE, legalAgreement } from "../../domain/contracts/template-legal.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { parseInput, type Unchecked } from "../parse-input.ts";
import { agreementFacts } from "./agreement-facts.ts";
import { visibleContract } from "./read-contract.ts";

const input = z.object({ contractId: z.string().min(1) });

/**
 * The words exactly as in the stored PDF, or null where they can no longer be told from today's rows and template (the
 * page then shows the PDF alone). Throws `not_found`.
 */
export async function readContractText(
  ctx: ServiceContext,
  actor: Actor,
  raw: Unchecked<typeof input>,
): Promise<Agreement | null> {
  const { contractId } = parseInput(input, raw);
  const { record } = await visibleContract(ctx, actor, contractId, "contract.read_text");
  const { contract } = record;
  if (contract.template !== LEGAL_TEMPLATE) return null;
  const known = agreementFacts(record.case, record.professional, contract.locale);
  const facts = { ...known, contractId, createdAt: contract.createdAt, feeCents: contract.feeCents };
  const agreement = legalAgreement(facts);
  // The proof that these are the signed words: set on pages again, they give the very bytes that were hashed.
  const sha256 = await sha256Hex(await agreementPdf(agreement, facts));
  return sha256 === contract.sha256 ? agreement : null;
}
