// `npm run check`: types, lint and format, the floors, and nothing unused; each tool once, all of their findings.

import { spawnSync } from "node:child_process";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "..");
const BIN = join(ROOT, "node_modules");

// TypeScript 7 has no JavaScript API, which dependency-cruiser needs, so `typescript` itself is the last one that has.
const TSC = "typescript-native/bin/tsc";

const STEPS: { name: string; args: string[] }[] = [
  ...["tsconfig.json", "tsconfig.node.json", "tsconfig.workerd.json", "tsconfig.web.json"].map((config) => ({
    name: `types (${config})`,
    args: [TSC, "-p", config],
  })),
  { name: "lint and format (biome)", args: ["@biomejs/biome/bin/biome", "check", "--error-on-warnings"] },
  { name: "floors", args: ["vitest/vitest.mjs", "run", "--project", "node", "tests/floors.test.ts", "--reporter=dot"] },
  { name: "nothing unused (knip)", args: ["knip/bin/knip.js", "--no-progress"] },
];

const failed = STEPS.filter(({ name, args: [program = "", ...args] }) => {
  const started = performance.now();
  const result = spawnSync(process.execPath, [join(BIN, program), ...args], { cwd: ROOT, encoding: "utf8" });
  const ok = result.status === 0;
  console.log(`${ok ? "ok  " : "FAIL"} ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
  if (!ok) console.log(`${result.stdout}${result.stderr}`.trimEnd());
  return !ok;
});

console.log(failed.length === 0 ? "All checks passed." : `${failed.length} of ${STEPS.length} checks failed.`);
process.exit(failed.length === 0 ? 0 : 1);
