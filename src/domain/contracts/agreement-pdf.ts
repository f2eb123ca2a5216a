// The agreement as a PDF: the same facts always give the same bytes.
import { PDFDocument } from "pdf-lib";
import type { Agreement, AgreementFacts } from "./agreement.ts";
import { STYLES, typesetter } from "./typeset.ts";

/** The bytes that are hashed, stored and signed. Their dates are the contract's `createdAt`, never the clock's. */
export async function agreementPdf(
  agreement: Agreement,
  facts: Pick<AgreementFacts, "contractId" | "locale" | "createdAt">,
): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.setTitle(agreement.title, { showInWindowTitleBar: true });
  document.setLanguage(facts.locale);
  document.setSubject(facts.contractId);
  document.setCreator("Vez");
  document.setProducer("Vez");
  document.setCreationDate(facts.createdAt);
  document.setModificationDate(facts.createdAt);

  const set = await typesetter(document);
  set.text(agreement.title, STYLES.title);
  set.rule();
  set.text(agreement.notice, STYLES.notice);
  agreement.clauses.forEach((clause, index) => {
    set.text(`${index + 1}. ${clause.heading}`, STYLES.heading);
    for (const paragraph of clause.paragraphs) set.text(paragraph, STYLES.body);
  });
  set.text(agreement.made, STYLES.small);
  set.footers(facts.contractId, pageWords(facts.locale));
  return await document.save();
}

/** "Página 1 de 3". */
export function pageWords(locale: AgreementFacts["locale"]): (page: number, pages: number) => string {
  return locale === "pt-BR"
    ? (page, pages) => `Página ${page} de ${pages}`
    : (page, pages) => `Page ${page} of ${pages}`;
}
