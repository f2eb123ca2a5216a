// The house stands: imports lead downwards only, without a circle, types included.
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { offences, readImports } from "./support/floors.ts";

const ROOT = join(import.meta.dirname, "..");

describe("the project", () => {
  it("imports downwards only and in no circle", async () => {
    const imports = await readImports(ROOT, ["src", "durable-objects", "web", "local", "bench"]);
    expect(offences(imports)).toEqual([]);
    // Proof that the reader saw the code, and type-only imports with it.
    expect(imports.edges.length).toBeGreaterThan(100);
    const known = imports.edges.find(({ from, to }) => from === "src/env.ts" && to === "src/domain/ports.ts");
    expect(known).toEqual({ from: "src/env.ts", to: "src/domain/ports.ts", typeOnly: true });
  }, 60_000);
});

describe("the reader of imports", () => {
  let folder = "";
  afterEach(() => rm(folder, { recursive: true, force: true }));

  async function offencesOf(files: Record<string, string>): Promise<string[]> {
    folder = await mkdtemp(join(tmpdir(), "vez-floors-"));
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    const top = [...new Set(Object.keys(files).map((path) => path.split("/")[0] ?? path))];
    return offences(await readImports(folder, top));
  }

  it("finds an upward import, of a type too", async () => {
    const found = await offencesOf({
      "src/base/a.ts": 'import type { B } from "../services/b.ts";\nexport type A = B;\n',
      "src/services/b.ts": "export type B = string;\n",
    });
    expect(found).toEqual(["src/base/a.ts (floor 0) must not import src/services/b.ts (floor 3)"]);
  });

  it("finds a sideways import into another folder of the same floor", async () => {
    const found = await offencesOf({
      "src/db/a.ts": 'import { b } from "../providers/b.ts";\nexport const a = b;\n',
      "src/providers/b.ts": "export const b = 1;\n",
    });
    expect(found).toEqual(["src/db/a.ts (floor 2) must not import src/providers/b.ts (floor 2)"]);
  });

  it("finds a circle, of types too", async () => {
    const found = await offencesOf({
      "src/domain/a.ts": 'import type { B } from "./b.ts";\nexport type A = B | null;\n',
      "src/domain/b.ts": 'import type { A } from "./a.ts";\nexport type B = A[];\n',
    });
    expect(found).toHaveLength(1);
    expect(found[0]).toContain("a circle");
  });

  it("lets the pages use domain rules and types, but no code of a higher floor", async () => {
    const found = await offencesOf({
      "web/entries/a.ts":
        'import { rule } from "../../src/domain/rule.ts";\nimport type { T } from "../../src/http/t.ts";\nimport { code } from "../../src/http/code.ts";\nexport const a: T = rule + code;\n',
      "src/domain/rule.ts": "export const rule = 1;\n",
      "src/http/t.ts": "export type T = number;\n",
      "src/http/code.ts": "export const code = 1;\n",
    });
    expect(found).toEqual(["web/entries/a.ts may import types and domain rules only, not src/http/code.ts"]);
  });

  it("finds a file that stands on no floor", async () => {
    const found = await offencesOf({
      "src/loose.ts": 'import { a } from "./base/a.ts";\nexport const b = a;\n',
      "src/base/a.ts": "export const a = 1;\n",
    });
    expect(found).toEqual(["src/loose.ts stands on no floor"]);
  });
});
