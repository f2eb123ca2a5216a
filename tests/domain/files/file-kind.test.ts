import { describe, expect, test } from "vitest";
import { cleanFileName, fileKindOf } from "../../../src/domain/files/file-kind.ts";

const bytes = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));

describe("what a file is", () => {
  test.each([
    ["%PDF-1.7\n...", "pdf"],
    ["\u0000junk before\n%PDF-1.4", "pdf"],
    ["\u00ff\u00d8\u00ff\u00e0..JFIF", "jpeg"],
    ["\u0089PNG\r\n\u001a\n....", "png"],
    ["RIFF\u0010\u0000\u0000\u0000WEBPVP8 ", "webp"],
    ["\u0000\u0000\u0000\u0018ftypheic....", "heic"],
  ])("%j is %s", (text, kind) => {
    expect(fileKindOf(bytes(text))).toBe(kind);
  });

  test.each([
    "",
    "MZ\u0090",
    "<html><script>",
    "<svg onload=x>",
    "GIF89a",
    "RIFF....WAVE",
    "\u0000\u0000\u0000\u0018ftypisom",
    "PK\u0003\u0004",
  ])("%j is not welcome", (text) => {
    expect(fileKindOf(bytes(text))).toBeNull();
  });
});

describe("a name that may be shown", () => {
  test.each([
    ["../../etc/passwd", "passwd"],
    ["C:\\Users\\ana\\rescisão.pdf", "rescisão.pdf"],
    ['a"b<c>|d?.pdf', "abcd.pdf"],
    ["  foto \u202egpj.exe  ", "foto gpj.exe"],
    ["...", "new"],
    ["", "new"],
  ])("%j becomes %j", (name, shown) => {
    expect(cleanFileName(name, "new")).toBe(shown);
  });

  test("a long one keeps its extension", () => {
    const shown = cleanFileName(`${"a".repeat(300)}.pdf`, "new");
    expect(shown).toHaveLength(120);
    expect(shown.endsWith(".pdf")).toBe(true);
  });
});
