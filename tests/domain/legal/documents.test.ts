// What to gather: every area has its papers in both languages, few and plainly said.
import { describe, expect, test } from "vitest";
import { AREAS, SUBAREAS } from "../../../src/domain/legal/areas.ts";
import { documentsFor, MOST_DOCUMENTS, WANTED } from "../../../src/domain/legal/documents.ts";
import { PAPERS } from "../../../src/domain/legal/papers.ts";
import { LOCALES } from "../../../src/domain/locale.ts";
import { readingEase } from "../../support/readability.ts";

const LISTS = AREAS.flatMap((area) =>
  [null, ...SUBAREAS[area].map(({ slug }) => slug)].map((subarea) => ({ area, subarea })),
).filter(({ area }) => area !== "nenhuma");

describe("documents to gather", () => {
  test.each(LISTS)("$area / $subarea: some, at most seven, none twice", ({ area, subarea }) => {
    const ids = documentsFor(area, subarea).map(({ id }) => id);
    expect(ids.length).toBeGreaterThanOrEqual(3);
    expect(ids.length).toBeLessThanOrEqual(MOST_DOCUMENTS);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("every subarea has a row, and no row is of a subarea that does not exist", () => {
    for (const area of AREAS) {
      expect(Object.keys(WANTED[area].of).sort(), area).toEqual(SUBAREAS[area].map(({ slug }) => slug).sort());
    }
  });

  test("the subarea's own papers come first", () => {
    expect(documentsFor("trabalho", "acidente_trabalho")[0]?.id).toBe("accident_report");
    expect(documentsFor("saude", "plano_saude")[0]?.id).toBe("plan_refusal");
    expect(documentsFor("sucessoes", "inventario")[0]?.id).toBe("death_certificate");
  });

  test("a subarea that nobody knows, and words from an object's own, count as none", () => {
    expect(documentsFor("trabalho", "constructor")).toEqual(documentsFor("trabalho", null));
    expect(documentsFor("trabalho", "guarda")).toEqual(documentsFor("trabalho", null));
  });

  test("without a legal problem there is nothing to gather", () => {
    expect(documentsFor("nenhuma", null)).toEqual([]);
  });

  test("no paper is in the table that no list asks for", () => {
    const asked = new Set(
      LISTS.flatMap(({ area, subarea }) => documentsFor(area, subarea).map(({ id }) => String(id))),
    );
    expect(Object.keys(PAPERS).filter((id) => !asked.has(id))).toEqual([]);
  });

  test.each(Object.entries(PAPERS))("%s is said shortly and calmly in both languages", (id, { name, why, where }) => {
    expect(id).toMatch(/^[a-z0-9_]{1,60}$/);
    for (const words of [name, why, where]) {
      expect(words.en).not.toBe(words["pt-BR"]);
      for (const said of [words["pt-BR"], words.en]) {
        expect(said.trim()).not.toBe("");
        expect(said).not.toContain("!");
        expect(said.split(/\s+/).length).toBeLessThanOrEqual(30);
      }
    }
    expect(name["pt-BR"].length).toBeLessThanOrEqual(60);
    expect(name.en.length).toBeLessThanOrEqual(60);
  });

  test("nobody in danger is sent to the other side's phone, and a police report is no condition", () => {
    const papers = documentsFor("familia", "violencia_domestica");
    expect(papers.map(({ id }) => id)).not.toContain("other_income");
    expect(papers.find(({ id }) => id === "protective_order")?.where["pt-BR"]).toMatch(/seguro/);
  });

  test.each([
    ["familia", "violencia_domestica"],
    ["penal", "violencia_ameaca"],
    ["penal", "crimes_sexuais"],
    ["crianca_e_adolescente", "maus_tratos"],
  ] as const)("%s / %s begins with what is safe, and says not to go back for papers", (area, subarea) => {
    const [first] = documentsFor(area, subarea);
    expect(first?.id).toBe("safe_at_hand");
    expect(first?.where["pt-BR"]).toMatch(/Não volte para buscar papéis.*190/);
    expect(first?.where.en).toMatch(/Do not go back for papers.*190/);
  });

  test.each(LISTS)("$area / $subarea reads easily in both languages", ({ area, subarea }) => {
    for (const locale of LOCALES) {
      const said = documentsFor(area, subarea).map(
        ({ name, why, where }) => `${name[locale]}. ${why[locale]} ${where[locale]}`,
      );
      expect(readingEase(said.join(" "), locale), locale).toBeGreaterThanOrEqual(50);
    }
  });
});
