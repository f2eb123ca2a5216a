// Our areas and subareas beside the subjects of the CNJ's table.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { isArea, isSubarea } from "../../../src/domain/legal/areas.ts";
import { CNJ_CODES, CNJ_OF_AREA, cnjCodesOf } from "../../../src/domain/legal/cnj.ts";

interface Subject {
  codigo: number;
  assunto: string;
  pai: number | null;
}

const TREE = new Map(
  readFileSync(new URL("../../data/cnj/assuntos.jsonl", import.meta.url), "utf8")
    .trim()
    .split("\n")
    .map((line): Subject => JSON.parse(line))
    .map((subject) => [subject.codigo, subject] as const),
);

test("every code is a subject of the table", () => {
  const codes = [...Object.values(CNJ_OF_AREA), ...Object.values(CNJ_CODES)].flat();
  expect(codes.length).toBeGreaterThan(100);
  for (const code of codes) expect(TREE.has(code), String(code)).toBe(true);
});

test("every key is an area and subarea of ours", () => {
  for (const area of Object.keys(CNJ_OF_AREA)) expect(isArea(area), area).toBe(true);
  for (const key of Object.keys(CNJ_CODES)) {
    const [area, subarea] = key.split("/");
    expect(isArea(area) && isSubarea(area, subarea ?? ""), key).toBe(true);
    expect(new Set(CNJ_CODES[key]).size, key).toBe(CNJ_CODES[key]?.length);
  }
});

test.each([
  ["trabalho", "DIREITO DO TRABALHO"],
  ["previdenciario", "DIREITO PREVIDENCIÁRIO"],
  ["tributario", "DIREITO TRIBUTÁRIO"],
])("the codes of %s stand in the branch %s", (area, branch) => {
  for (const [key, codes] of Object.entries(CNJ_CODES)) {
    if (key.startsWith(`${area}/`)) for (const code of codes) expect(rootOf(code), `${key} ${code}`).toBe(branch);
  }
});

test.each([
  ["familia", "guarda", "Guarda"],
  ["civil", "moradia", "Locação de Imóvel"],
  ["saude", "plano_saude", "Planos de Saúde"],
  ["consumidor", "negativacao", "Inclusão Indevida em Cadastro de Inadimplentes"],
  ["sucessoes", "inventario", "Inventário e Partilha"],
])("%s/%s is filed under “%s”", (area, subarea, subject) => {
  expect(TREE.get(cnjCodesOf(area, subarea)[0] ?? 0)?.assunto).toBe(subject);
});

test("an area alone gives its branch, an area that the table lacks gives nothing", () => {
  expect(cnjCodesOf("trabalho", null)).toEqual([864]);
  expect(cnjCodesOf("trabalho", "vinculo_emprego")).toEqual([864]);
  expect(cnjCodesOf("penal", "prisao")).toEqual([]);
  expect(cnjCodesOf("migratorio", "refugio")).toEqual([]);
  expect(cnjCodesOf(null, null)).toEqual([]);
});

function rootOf(code: number): string | undefined {
  const subject = TREE.get(code);
  return subject?.pai == null ? subject?.assunto : rootOf(subject.pai);
}
