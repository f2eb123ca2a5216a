// Reads the printed words of a PDF page by page, and its attachments, so that tests see what a reader sees.
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFRef,
} from "pdf-lib";

/** The lines of each page, in the order in which they were set. */
export async function pdfPages(bytes: Uint8Array): Promise<string[]> {
  const document = await PDFDocument.load(bytes);
  return document.getPages().map((page) => {
    const contents = page.node.Contents();
    const parts = contents instanceof PDFArray ? contents.asArray() : [contents];
    const operators = parts.map((part) => new TextDecoder("latin1").decode(streamBytes(document, part))).join("\n");
    return [...operators.matchAll(/<([0-9A-Fa-f]*)> Tj/g)].map((match) => fromHex(match[1] ?? "")).join("\n");
  });
}

/** File name -> bytes. */
export async function pdfAttachments(bytes: Uint8Array): Promise<Map<string, Uint8Array>> {
  const document = await PDFDocument.load(bytes);
  const names = document.catalog.lookup(PDFName.of("Names"), PDFDict);
  const list = names.lookup(PDFName.of("EmbeddedFiles"), PDFDict).lookup(PDFName.of("Names"), PDFArray);
  const files = new Map<string, Uint8Array>();
  for (let i = 0; i + 1 < list.size(); i += 2) {
    const file = list.lookup(i + 1, PDFDict).lookup(PDFName.of("EF"), PDFDict);
    files.set(list.lookup(i, PDFHexString).decodeText(), streamBytes(document, file.get(PDFName.of("F"))));
  }
  return files;
}

function streamBytes(document: PDFDocument, part: PDFObject | undefined): Uint8Array {
  const stream = part instanceof PDFRef ? document.context.lookup(part) : part;
  if (!(stream instanceof PDFRawStream)) throw new Error("expected a stream");
  return decodePDFRawStream(stream).decode();
}

function fromHex(hex: string): string {
  const bytes = Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  return new TextDecoder("windows-1252").decode(bytes);
}
