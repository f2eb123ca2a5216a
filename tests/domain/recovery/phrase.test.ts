// A recovery phrase is drawn evenly from a list that is long enough, and read however it is written.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { drawPhrase, drawToken, entryOf, PHRASE_WORDS, plainWords } from "../../../src/domain/recovery/phrase.ts";

const LISTS = ["pt-BR", "en"].map((locale) => {
  const path = join(import.meta.dirname, "..", "..", "..", "web", "public", `words-${locale}.txt`);
  return [locale, readFileSync(path, "utf8").trim().split("\n")] as const;
});
const seeded = (seed: number) => (bytes: Uint8Array<ArrayBuffer>) => {
  let state = seed;
  for (let i = 0; i < bytes.length; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    bytes[i] = state >>> 24;
  }
  seed = state;
  return bytes;
};

describe.each(LISTS)("the list of %s", (_, list) => {
  test("makes at least 60 bits of six words, each short and one word when it is read", () => {
    expect(PHRASE_WORDS * Math.log2(list.length)).toBeGreaterThanOrEqual(60);
    for (const word of list) {
      expect(word.length).toBeLessThanOrEqual(9);
      expect(plainWords(word)).toHaveLength(1);
    }
  });

  test("has no word twice, with or without accents", () => {
    expect(new Set(list.map((word) => plainWords(word)[0])).size).toBe(list.length);
  });
});

test("every word is drawn about as often as every other", () => {
  const list = Array.from({ length: 1500 }, (_, i) => `w${i}`);
  const counts = new Map<string, number>();
  const random = seeded(7);
  for (let i = 0; i < 10_000; i++)
    for (const word of drawPhrase(list, random)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const expected = 60_000 / list.length;
  const chi = list.reduce((sum, word) => sum + ((counts.get(word) ?? 0) - expected) ** 2 / expected, 0);
  // 1,499 degrees of freedom: four standard deviations are 219.
  expect(Math.abs(chi - 1499)).toBeLessThan(219);
});

test("a short list is refused", () => {
  expect(() => drawPhrase(["a", "b"], seeded(1))).toThrow(RangeError);
});

describe("entryOf", () => {
  test("reads six words in any dress as one phrase", () => {
    const plain = { kind: "phrase", text: "cafe limao sao brisa pato vela" };
    expect(entryOf("café limão são brisa pato vela")).toEqual(plain);
    expect(entryOf(" 1. CAFÉ, 2. LIMÃO; São\nbrisa - pato... vela ")).toEqual(plain);
  });

  test("reads a token alone, in its link, and with what a browser puts around it", () => {
    const token = drawToken(seeded(3));
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
    for (const typed of [token, `#${token}`, ` https://vez.example/recover#${token}\n`]) {
      expect(entryOf(typed)).toEqual({ kind: "link", text: token });
    }
  });

  test.each([
    "",
    "five words are not enough",
    "seven words are more than were ever drawn",
    "https://vez.example/recover#short",
    "#",
  ])("%j is neither", (typed) => {
    expect(entryOf(typed)).toBeNull();
  });

  test("whatever is typed is read without failing, and a drawn phrase always as itself", () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        entryOf(typed);
      }),
    );
    for (const [, list] of LISTS) {
      fc.assert(
        fc.property(fc.integer(), (seed) => {
          const words = drawPhrase(list, seeded(seed));
          expect(entryOf(words.join(" "))).toEqual({ kind: "phrase", text: plainWords(words.join(" ")).join(" ") });
        }),
        { numRuns: 50 },
      );
    }
  });
});
