// Reads the printed words of a PDF page by page, and its attachments, so that tests see what a reader sees.
import { decodePDFRawStream, PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFRawStream } from "pdf-lib";

/** The lines of each page, in the order in which they were set. */
export async function pdfPages(bytes: Uint8Array): Promise<string[]> {
  const document = await PDFDocument.load(bytes);
  return document.getPages().map((page) => {
    const contents = page.node.Contents();
    const refs = contents instanceof PDFArray ? contents.asArray() : [contents];
    const streams = refs.map((ref) => (ref instanceof PDFRawStream ? ref : document.context.lookup(ref, PDFRawStream)));
    const operators = streams
      .map((stream) => new TextDecoder("latin1").decode(decodePDFRawStream(stream).decode()))
      .join("\n");
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
    const spec = list.lookup(i + 1, PDFDict);
    const file = spec.lookup(PDFName.of("EF"), PDFDict).lookup(PDFName.of("F"), PDFRawStream);
    files.set(list.lookup(i, PDFHexString).decodeText(), decodePDFRawStream(file).decode());
  }
  return files;
}

function fromHex(hex: string): string {
  const bytes = Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  return new TextDecoder("windows-1252").decode(bytes);
}
