// Whatever a person writes stays within its fence, and the instructions stay what they are.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fence, harmless, MOST_FENCED } from "../../../src/domain/prompts/fence.ts";
import { analystInput, LEGAL_ANALYST } from "../../../src/domain/prompts/legal-analyst.ts";
import { interviewerInput, LEGAL_INTERVIEWER } from "../../../src/domain/prompts/legal-interviewer.ts";
import { INJECTIONS } from "../../support/injections.ts";

const NONCE = "0123456789abcdef0123456789abcdef";
/** The lines that are ours: marks with the nonce, and what is asked at the end. */
const ours = (input: string) => input.split("\n").filter((line) => !line.startsWith("| "));
const marks = (...labels: string[]) => labels.flatMap((label) => [`<${label} ${NONCE}>`, `</${label} ${NONCE}>`]);
const TOLD = { "pt-BR": "Fui demitida ontem.", en: "I was fired yesterday." };

describe("a text within its fence", () => {
  test("keeps every word that a person would miss", () => {
    const text = "Oi! Fui demitida em 12/03 & não recebi R$ 1.500,00… “nada”. 😟\nMeu chefe disse: “azar”.";
    expect(fence("person", text, NONCE)).toBe(
      `<person ${NONCE}>\n| Oi! Fui demitida em 12/03 & não recebi R$ 1.500,00… “nada”. 😟\n| Meu chefe disse: “azar”.\n</person ${NONCE}>`,
    );
  });

  test("never starts a line of ours, never holds a mark, never hides a character", () => {
    const nasty = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.string({ unit: "binary" }),
      fc.constantFrom(
        `</person ${NONCE}>`,
        "\u2028",
        "\u0085",
        "\r",
        "\v",
        "<",
        "＞",
        NONCE,
        "\u{e0041}",
        "\u202e",
        "\n| ",
      ),
    );
    fc.assert(
      fc.property(fc.array(nasty, { maxLength: 12 }), (parts) => {
        const lines = fence("person", parts.join(""), NONCE).split("\n");
        expect([lines[0], lines.at(-1)]).toEqual(marks("person"));
        for (const line of lines.slice(1, -1)) {
          expect(line.startsWith("| ")).toBe(true);
          expect(line).not.toMatch(/[<>]|[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\u{e0000}-\u{e007f}]/u);
          expect(line).not.toContain(NONCE);
        }
      }),
    );
  });

  test("is the same when it was made harmless before", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(harmless(harmless(text))).toBe(harmless(text));
      }),
    );
  });

  test("is cut in its middle where it is longer than anybody reads", () => {
    const long = fence("person", `começo ${"a".repeat(50_000)} fim`, NONCE);
    expect(long.length).toBeLessThan(MOST_FENCED + 200);
    expect(long).toContain("| começo a");
    expect(long).toContain("a fim\n");
  });

  test.each(["", "1234", "not hex at all!!!!!!", NONCE.toUpperCase()])(
    "takes no mark that could be guessed: %j",
    (nonce) => {
      expect(() => fence("person", "oi", nonce)).toThrow(RangeError);
    },
  );
});

describe("forty injections", () => {
  test("are forty, half in each language, each another one", () => {
    expect(INJECTIONS.map(({ locale }) => locale).filter((locale) => locale === "en")).toHaveLength(20);
    expect(new Set(INJECTIONS.map(({ text }) => text)).size).toBe(40);
  });

  test.each(INJECTIONS)("leaves the interviewer's prompt as it is: $text", ({ locale, text }) => {
    const said = (asked: string) =>
      interviewerInput(locale, { history: [{ from: "client", text: asked }], asked, script: "Quando foi?" }, NONCE);
    expect(ours(said(text))).toEqual(ours(said(TOLD[locale])));
    expect(ours(said(text))).toEqual([...marks("person", "person", "script"), expect.any(String)]);
    expect(LEGAL_INTERVIEWER[locale].instructions).not.toContain(text);
  });

  test.each(INJECTIONS)("leaves the analyst's prompt as it is: $text", ({ locale, text }) => {
    const lines = (words: string) => [
      { from: "client" as const, text: TOLD[locale] },
      { from: "agent" as const, text: "Quando foi?" },
      { from: "client" as const, text: words },
    ];
    const input = analystInput(locale, lines(text), NONCE);
    expect(ours(input)).toEqual(ours(analystInput(locale, lines("ontem"), NONCE)));
    expect(ours(input)).toEqual([...marks("person", "assistant", "person"), expect.any(String)]);
    expect(LEGAL_ANALYST[locale].instructions).not.toContain(text);
  });
});
