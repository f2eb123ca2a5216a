import { expect, test } from "vitest";
import { withEnding } from "../../../src/domain/files/extension.ts";

test.each([
  ["carta.pdf", "application/pdf", "carta.pdf"],
  ["FOTO.JPEG", "image/jpeg", "FOTO.JPEG"],
  ["IMG_1.HEIF", "image/heic", "IMG_1.HEIF"],
  ["carta", "application/pdf", "carta.pdf"],
  ["boleto.exe", "application/pdf", "boleto.exe.pdf"],
  ["foto.jpg.html", "image/jpeg", "foto.jpg.html.jpg"],
  ["foto.jpg", "image/png", "foto.jpg.png"],
  ["3. carta", "application/pdf", "3. carta.pdf"],
])("%j of %s is saved as %j", (name, type, saved) => {
  expect(withEnding(name, type)).toBe(saved);
  expect(withEnding(saved, type)).toBe(saved);
});

test("a long name gives way to its ending", () => {
  const saved = withEnding("a".repeat(120), "image/webp");
  expect(saved).toHaveLength(120);
  expect(saved.endsWith(".webp")).toBe(true);
});
