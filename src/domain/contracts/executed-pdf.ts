// The executed contract: the agreement's pages, the evidence page, and both originals attached.
import { PDFDocument } from "pdf-lib";
import { pageWords } from "./agreement-pdf.ts";
import { type Evidence, evidenceJson, evidenceWords } from "./evidence.ts";
import { STYLES, typesetter } from "./typeset.ts";

/**
 * The same agreement and evidence always give the same bytes. The attached `agreement.pdf` is byte for byte what was
 * signed, so that anyone can check the printed SHA-256 with nothing but this file.
 */
export async function executedPdf(agreement: Uint8Array, evidence: Evidence): Promise<Uint8Array> {
  const document = await PDFDocument.load(agreement, { updateMetadata: false });
  document.setModificationDate(evidence.signedAt);
  const words = evidenceWords(evidence);

  const set = await typesetter(document);
  set.text(words.title, STYLES.title);
  set.rule();
  set.text(words.intro, { ...STYLES.notice, before: 12 });
  set.text(words.hashLabel, STYLES.label);
  set.text(evidence.sha256, { ...STYLES.body, indent: 0, before: 0 });
  for (const party of words.parties) {
    set.text(party.heading, { ...STYLES.heading, before: 22 });
    for (const line of party.lines) {
      set.text(line.label, STYLES.label);
      set.text(line.value, { ...STYLES.body, indent: 0, before: 0 });
    }
  }
  if (words.note !== null) set.text(words.note, { ...STYLES.small, before: 24 });
  const page = pageWords(evidence.locale);
  set.footers(evidence.contractId, (number, pages) => `${words.footer}: ${page(number, pages).toLowerCase()}`);

  const dates = { creationDate: evidence.signedAt, modificationDate: evidence.signedAt };
  await document.attach(agreement, "agreement.pdf", { mimeType: "application/pdf", ...dates });
  const json = new TextEncoder().encode(evidenceJson(evidence));
  await document.attach(json, "evidence.json", { mimeType: "application/json", ...dates });
  return await document.save();
}
