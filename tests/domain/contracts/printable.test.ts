// Text in any script becomes text that the PDF's fonts can print.
import fc from "fast-check";
import { PDFDocument, StandardFonts } from "pdf-lib";
import { describe, expect, test } from "vitest";
import { isPrintable, printable } from "../../../src/domain/contracts/printable.ts";

describe("printable", () => {
  test.each([
    ["Portuguese keeps its accents", "Conceição Antônio Müller às três", "Conceição Antônio Müller às três"],
    ["typographic signs stay", "“R$ 350,00” – 5 € …", "“R$ 350,00” – 5 € …"],
    ["decomposed accents are composed", "Joa\u0303o", "João"],
    ["other Latin letters lose their marks", "Łukasz Dvořák Nguyễn Ştefan Đorđe", "Lukasz Dvorák Nguyên Stefan Dorde"],
    ["Cyrillic is spelt as in passports", "Юлия Щербакова", "Iuliia Shcherbakova"],
    ["Greek is spelt as in passports", "Χρήστος Παπαδόπουλος", "Christos Papadopoulos"],
    ["emoji are dropped, their parts included", "Ana 👩‍⚖️ Sá 🇧🇷❤️", "Ana Sá "],
    ["a run of another script is one mark", "Name: محمد العربي, 李小龙.", "Name: [?], [?]."],
    ["right-to-left overrides are dropped", "abc\u202Edcba\u2066x", "abcdcbax"],
    ["null bytes and controls are dropped", "a\u0000b\u0007c", "abc"],
    ["a tab is a space, a line feed stays", "a\tb\nc", "a b\nc"],
    ["ligatures and wide letters are spelt out", "ﬁm Ｖｅｚ 𝐕", "fim Vez V"],
    ["a lone surrogate is one mark", "a\uD800b", "a[?]b"],
    ["nothing stays nothing", "", ""],
  ])("%s", (_what, text, shown) => {
    expect(printable(text)).toBe(shown);
  });

  test("can always be encoded by the standard fonts", async () => {
    const document = await PDFDocument.create();
    const font = await document.embedFont(StandardFonts.Helvetica);
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        for (const line of printable(text).split("\n")) font.encodeText(line);
      }),
      { numRuns: 1000 },
    );
    for (let block = 0; block < 0x30000; block += 256) {
      const text = Array.from({ length: 256 }, (_, i) => String.fromCodePoint(block + i)).join("");
      for (const line of printable(text).split("\n")) font.encodeText(line);
    }
  });

  test("changes nothing the second time", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (text) => {
        expect(printable(printable(text))).toBe(printable(text));
      }),
    );
  });

  test("says whether a text is shown as it was written", () => {
    expect(isPrintable("Conceição d’Ávila")).toBe(true);
    expect(isPrintable("Łukasz")).toBe(false);
  });
});
