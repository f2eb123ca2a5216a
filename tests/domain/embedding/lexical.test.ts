import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CONCEPT_AREAS, CONCEPT_SUBAREAS, conceptsOf } from "../../../src/domain/embedding/concepts.ts";
import { cosine, embedLexical, LEXICAL_DIMENSIONS } from "../../../src/domain/embedding/lexical.ts";
import { stem, words } from "../../../src/domain/embedding/tokens.ts";
import { AREA_NAMES, AREAS, SUBAREAS } from "../../../src/domain/legal/areas.ts";
import { LOCALES } from "../../../src/domain/locale.ts";
import { fnv1a64 } from "../../../src/domain/matching/model-hash.ts";

function length(vector: Float32Array): number {
  return Math.sqrt(vector.reduce((sum, x) => sum + x * x, 0));
}

describe("an embedding", () => {
  test("of any text has 384 finite numbers and unit length, or is all zeros without words", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.lorem(), fc.string({ unit: "grapheme" })), (text) => {
        const vector = embedLexical(text);
        expect(vector).toHaveLength(LEXICAL_DIMENSIONS);
        expect(vector.every(Number.isFinite)).toBe(true);
        if (words(text).length === 0) expect(length(vector)).toBe(0);
        // A word's n-grams can cancel out by their signs; the vector is then zero, never something in between.
        else expect([0, 1]).toContain(Number(length(vector).toFixed(5)));
      }),
    );
  });

  test.each(["", "   ", "...!?", "😀😀", "\u0000", "‮"])("of %j is all zeros", (text) => {
    expect(embedLexical(text).every((x) => x === 0)).toBe(true);
  });

  test("is that of its space: whoever changes what it holds gives the space a new name", () => {
    const vector = embedLexical(
      "Meu patrão me demitiu sem pagar o FGTS. The landlord wants to evict me from the apartment.",
    );
    const rounded = Array.from(vector, (x) => Math.round(x * 1e4)).join(",");
    expect(fnv1a64(rounded)).toBe("519b44e1265dd742");
  });

  test("does not care about accents, case, punctuation or composed letters", () => {
    const plain = embedLexical("nao recebi a pensao alimenticia");
    for (const text of ["Não recebi a PENSÃO alimentícia!", "não recebi a pensão, alimentícia".normalize("NFD")]) {
      expect(cosine(embedLexical(text), plain)).toBeCloseTo(1, 6);
    }
  });

  test("of 2 kB takes under a millisecond, of a megabyte not more than a long text's time", () => {
    const text = "Trabalhei três anos sem carteira assinada e o patrão me mandou embora sem pagar. "
      .repeat(25)
      .slice(0, 2000);
    for (let i = 0; i < 200; i++) embedLexical(`${text}${i}`);
    const start = performance.now();
    for (let i = 0; i < 200; i++) embedLexical(`${text}${i}`);
    // 0.35 ms on the machine where it was measured; room for slower and busier ones.
    expect((performance.now() - start) / 200).toBeLessThan(3);
    const before = performance.now();
    embedLexical("a".repeat(500_000) + " nome sujo".repeat(50_000));
    expect(performance.now() - before).toBeLessThan(500);
  });
});

describe("cosine", () => {
  test("is 1 with itself, 0 with nothing, the same both ways", () => {
    const a = embedLexical("quero me divorciar e ficar com a guarda dos filhos");
    const b = embedLexical("advogada de família: divórcio e guarda");
    expect(cosine(a, a)).toBeCloseTo(1, 6);
    expect(cosine(a, new Float32Array(LEXICAL_DIMENSIONS))).toBe(0);
    expect(cosine(a, b)).toBe(cosine(b, a));
  });

  test("refuses vectors of two spaces instead of padding one of them", () => {
    expect(() => cosine(embedLexical("casa"), new Float32Array(1024))).toThrow(RangeError);
  });
});

describe("lay words meet professional ones", () => {
  const labour = "Advogada trabalhista: verbas rescisórias, vínculo de emprego e horas extras.";
  const criminal = "Advogado criminalista, plantão para prisão em flagrante e audiência de custódia.";
  test.each([
    ["my boss fired me and never paid me", labour, criminal],
    ["o patrão me mandou embora ontem", labour, criminal],
    ["prenderam meu irmão de madrugada", criminal, labour],
    ["my son was arrested last night", criminal, labour],
    ["meu nome ficou muito sujo na praça", "Defesa do consumidor e negativação indevida.", labour],
    ["the landlord kicked us out", "Locação e despejo de imóveis residenciais.", criminal],
  ])("%s", (story, right, wrong) => {
    const vector = embedLexical(story);
    const near = cosine(vector, embedLexical(right));
    expect(near).toBeGreaterThan(0.2);
    expect(near).toBeGreaterThan(cosine(vector, embedLexical(wrong)) + 0.15);
  });
});

describe("the concept lexicon", () => {
  test("has every area and every subarea, and no other", () => {
    const practised = AREAS.filter((area) => area !== "nenhuma");
    expect([...CONCEPT_AREAS].sort()).toEqual([...practised].sort());
    const subareas = practised.flatMap((area) => SUBAREAS[area].map(({ slug }) => `${area}/${slug}`));
    expect([...CONCEPT_SUBAREAS].sort()).toEqual(subareas.sort());
  });

  test("understands the official name of every area and subarea in both languages", () => {
    const strongest = (evidence: Float64Array) => evidence.indexOf(Math.max(...evidence));
    for (const area of AREAS.filter((one) => one !== "nenhuma")) {
      for (const locale of LOCALES) {
        const { areas } = conceptsOf(words(AREA_NAMES[area][locale]));
        expect(CONCEPT_AREAS[strongest(areas)], AREA_NAMES[area][locale]).toBe(area);
        for (const { slug, name } of SUBAREAS[area]) {
          const { subareas } = conceptsOf(words(name[locale]));
          expect(CONCEPT_SUBAREAS[strongest(subareas)], name[locale]).toBe(`${area}/${slug}`);
        }
      }
    }
  });

  test("finds a phrase with two words in between, not with five", () => {
    const found = (text: string) =>
      conceptsOf(words(text)).subareas[CONCEPT_SUBAREAS.indexOf("consumidor/negativacao")] ?? 0;
    expect(found("meu nome está muito sujo")).toBeGreaterThan(0);
    expect(found("meu nome é Ana e o carro ficou sujo")).toBe(0);
  });
});

test.each([
  ["contratos", "contrato"],
  ["demissões", "demissão"],
  ["landlords", "landlord"],
  ["hospitais", "hospital"],
])("%s and %s share a stem", (a, b) => {
  const [one = ""] = words(a);
  const [other = ""] = words(b);
  expect(stem(one)).toBe(stem(other));
});
