// The generated parts of docs/ are what the code says today.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { configurationDoc } from "../../local/docs/configuration.ts";

test("docs/configuration.md is what `npm run docs` writes", async () => {
  const committed = await readFile(join(import.meta.dirname, "..", "..", "docs", "configuration.md"), "utf8");
  expect(committed).toBe(configurationDoc());
});
