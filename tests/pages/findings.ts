// What is wrong with a page as it is shown now: serious findings of axe, and being wider than the screen.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** One sentence a finding; empty when the page is well. */
export async function findings(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const found = (await page.evaluate("axe.run(document).then((r) => r.violations)")) as {
    id: string;
    impact: string;
    nodes: { html: string }[];
  }[];
  const wide = (await page.evaluate("document.documentElement.scrollWidth - innerWidth")) as number;
  return [
    ...found
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${page.url()} ${id}: ${html}`)),
    ...(wide > 0 ? [`${page.url()} is wider than the screen by ${wide}`] : []),
  ];
}
