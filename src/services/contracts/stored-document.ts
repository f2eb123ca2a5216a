// A contract's stored bytes, served only while they are what their hash says.
import { and, eq } from "drizzle-orm";
import { notFound, VezError } from "../../base/errors.ts";
import type { Database } from "../../db/client.ts";
import { contractDocuments, contracts } from "../../db/schema.ts";
import { sha256Hex } from "../../domain/contracts/sha256.ts";

export type DocumentKind = "agreement" | "executed";

/**
 * Throws `not_found`, or `document_altered` (500) when the bytes do not fit the hash kept beside them; the agreement's is
 * also compared with the contract's own.
 */
export async function storedDocument(
  db: Database,
  contractId: string,
  kind: DocumentKind,
): Promise<{ pdf: Uint8Array; sha256: string }> {
  const [found] = await db
    .select({ pdf: contractDocuments.pdf, sha256: contractDocuments.sha256, contractSha256: contracts.sha256 })
    .from(contractDocuments)
    .innerJoin(contracts, eq(contracts.id, contractDocuments.contractId))
    .where(and(eq(contractDocuments.contractId, contractId), eq(contractDocuments.kind, kind)));
  if (found === undefined) throw notFound("document");
  const actual = await sha256Hex(found.pdf);
  const expected = kind === "agreement" ? found.contractSha256 : found.sha256;
  if (actual !== found.sha256 || actual !== expected) {
    throw new VezError("document_altered", {
      status: 500,
      detail: "This document does not match its own fingerprint, so it is not shown. Please call the Vez team.",
    });
  }
  return { pdf: found.pdf, sha256: actual };
}
