// The codes of docs/api.md: its table is where a code is told, and the API's document is made of it.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { ProblemCode } from "../../src/http/openapi/errors.ts";

const API_DOC = join(import.meta.dirname, "..", "..", "docs", "api.md");

/** Throws for a row that does not say one status for all its codes, or one for each. */
export async function readProblemCodes(file = API_DOC): Promise<ProblemCode[]> {
  const table = (await readFile(file, "utf8")).split(/^## Codes$/m)[1] ?? "";
  return table
    .split(/^## /m)[0]!
    .split("\n")
    .filter((line) => line.startsWith("| `"))
    .flatMap(codesOf);
}

function codesOf(line: string): ProblemCode[] {
  const [, names = "", numbers = "", said = ""] = line.split(/(?<!\\)\|/).map((cell) => cell.trim());
  const codes = [...names.matchAll(/`([a-z0-9_]+)`/g)].map(([, code = ""]) => code);
  const statuses = numbers.split(",").map(Number);
  if (statuses.some((status) => !(status >= 400 && status < 600)) || ![1, codes.length].includes(statuses.length)) {
    throw new Error(`docs/api.md: this row has no clear status: ${line}`);
  }
  const meanings = said.split(";").map((part) => part.trim());
  return codes.map((code, i) => ({
    code,
    status: statuses[i] ?? statuses[0] ?? 0,
    meaning: (meanings.length === codes.length ? meanings[i] : said)?.replaceAll("\\|", "|") ?? "",
  }));
}
