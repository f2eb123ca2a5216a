// Sets running text on A4 pages: wrapped lines, headings that stay with what they head, page breaks, footers.
import { type PDFDocument, type PDFFont, type PDFPage, rgb, StandardFonts } from "pdf-lib";
import { printable } from "./printable.ts";

/** Points (1/72 inch) of an A4 page. */
const PAGE = { width: 595.28, height: 841.89 };
const MARGIN = { left: 68, right: 68, top: 72, bottom: 84 };
const INK = rgb(0.11, 0.13, 0.16);
const SOFT = rgb(0.38, 0.41, 0.45);
const ACCENT = rgb(0.05, 0.42, 0.42);

export interface Style {
  size: number;
  leading: number;
  bold?: boolean;
  soft?: boolean;
  /** Left edge, from the margin. */
  indent?: number;
  /** Empty space above. */
  before?: number;
  /** Space that must be left under the first line, else the text starts on the next page. */
  keepWithNext?: number;
}

export const STYLES = {
  title: { size: 19, leading: 25, bold: true },
  notice: { size: 9.5, leading: 14, soft: true, before: 10 },
  heading: { size: 11.5, leading: 16, bold: true, before: 16, keepWithNext: 34 },
  body: { size: 10.5, leading: 15.5, indent: 18, before: 4 },
  label: { size: 9, leading: 13, soft: true, before: 9, keepWithNext: 16 },
  small: { size: 8.5, leading: 12.5, soft: true, before: 14 },
} satisfies Record<string, Style>;

export interface Typesetter {
  text(text: string, style: Style): void;
  rule(): void;
  /** Writes `left` and what `right` says of each page into the foot of every page that was set. */
  footers(left: string, right: (page: number, pages: number) => string): void;
}

/** Starts on a new page of `document`; text outside the standard fonts' characters is shown as `printable` shows it. */
export async function typesetter(document: PDFDocument): Promise<Typesetter> {
  const regular = await document.embedFont(StandardFonts.Helvetica);
  const bold = await document.embedFont(StandardFonts.HelveticaBold);
  const pages: PDFPage[] = [];
  let y = 0;

  function newPage(): PDFPage {
    const page = document.addPage([PAGE.width, PAGE.height]);
    pages.push(page);
    y = PAGE.height - MARGIN.top;
    return page;
  }
  let page = newPage();

  return {
    text(text, style) {
      const font = style.bold ? bold : regular;
      const left = MARGIN.left + (style.indent ?? 0);
      const width = PAGE.width - MARGIN.right - left;
      y -= style.before ?? 0;
      if (y - style.leading - (style.keepWithNext ?? 0) < MARGIN.bottom) page = newPage();
      for (const line of wrap(printable(text), font, style.size, width)) {
        if (y - style.leading < MARGIN.bottom) page = newPage();
        y -= style.leading;
        page.drawText(line, { x: left, y, size: style.size, font, color: style.soft ? SOFT : INK });
      }
    },
    rule() {
      y -= 10;
      page.drawRectangle({ x: MARGIN.left, y, width: 44, height: 2.5, color: ACCENT });
    },
    footers(left, right) {
      pages.forEach((each, index) => {
        const end = printable(right(index + 1, pages.length));
        const style = { y: 46, size: 8, font: regular, color: SOFT };
        each.drawText(printable(left), { ...style, x: MARGIN.left });
        each.drawText(end, { ...style, x: PAGE.width - MARGIN.right - regular.widthOfTextAtSize(end, 8) });
      });
    },
  };
}

/** Lines no wider than `width` points; a word wider than a line is broken, a line feed starts a new line. */
export function wrap(text: string, font: PDFFont, size: number, width: number): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split("\n")) {
    let line = "";
    for (const word of paragraph.split(" ").filter((part) => part !== "")) {
      const longer = line === "" ? word : `${line} ${word}`;
      if (font.widthOfTextAtSize(longer, size) <= width) {
        line = longer;
        continue;
      }
      if (line !== "") lines.push(line);
      const pieces = breakWord(word, font, size, width);
      line = pieces.pop() ?? "";
      lines.push(...pieces);
    }
    lines.push(line);
  }
  return lines;
}

function breakWord(word: string, font: PDFFont, size: number, width: number): string[] {
  const pieces: string[] = [];
  let piece = "";
  for (const char of word) {
    if (piece !== "" && font.widthOfTextAtSize(piece + char, size) > width) {
      pieces.push(piece);
      piece = "";
    }
    piece += char;
  }
  pieces.push(piece);
  return pieces;
}
