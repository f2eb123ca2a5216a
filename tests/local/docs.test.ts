// The generated parts of docs/ are what the code says today, and what the documents point to is there.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { caseLifeDoc } from "../../local/docs/case-life.ts";
import { configurationDoc } from "../../local/docs/configuration.ts";

test("docs/configuration.md is what `npm run docs` writes", async () => {
  const committed = await readFile(join(import.meta.dirname, "..", "..", "docs", "configuration.md"), "utf8");
  expect(committed).toBe(configurationDoc());
});

test("docs/case-life.md is what `npm run docs` writes", async () => {
  const committed = await readFile(join(import.meta.dirname, "..", "..", "docs", "case-life.md"), "utf8");
  expect(committed).toBe(caseLifeDoc());
});

test("every relative link and image of the documents leads to a file of this tree", () => {
  const root = join(import.meta.dirname, "..", "..");
  const list = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "*.md"], { cwd: root });
  const documents = list
    .toString()
    .split("\n")
    .filter((file) => file !== "" && existsSync(join(root, file)));
  const links = documents.flatMap((file) =>
    targetsOf(readFileSync(join(root, file), "utf8")).map((to) => ({ file, to })),
  );
  expect(links.length).toBeGreaterThan(5);
  expect(links.filter(({ file, to }) => !existsSync(join(root, dirname(file), to)))).toEqual([]);
});

/** Paths of `[text](path#part)`, `![image](path)` and `src="path"`, outside of code; no addresses. */
function targetsOf(markdown: string): string[] {
  const text = markdown.replace(/```[\s\S]*?```/g, "").replace(/`[^`\n]*`/g, "");
  const found = text.matchAll(/\]\(<?([^)\s>]+)>?[^)]*\)|\b(?:src|href)="([^"]+)"/g);
  return Array.from(found, (match) => decodeURI(match[1] ?? match[2] ?? ""))
    .filter((target) => !/^(?:[a-z]+:|#|\/\/)/i.test(target))
    .map((target) => target.replace(/#.*/, ""));
}
