// The floors of the house, and which imports break them: upward, sideways into another folder, or in a circle.

import { cruise, type ICruiseResult } from "dependency-cruiser";

/** First match wins; a folder's name ends with a slash. Docs: DESIGN "The house". */
const FLOORS: readonly (readonly [path: string, floor: number])[] = [
  // A program of somebody else's: it knows the API and nothing of the house.
  ["src/client/", 0],
  ["src/base/", 0],
  ["src/domain/", 1],
  ["src/db/", 2],
  ["src/providers/", 2],
  ["src/services/", 3],
  ["src/env.ts", 4],
  ["src/wiring.ts", 4],
  ["src/job-ledger.ts", 4],
  ["src/metrics-hub.ts", 4],
  ["src/http/", 5],
  ["src/queue.ts", 5],
  ["src/schedule.ts", 5],
  ["durable-objects/", 5],
  ["src/worker.ts", 6],
  ["local/", 7],
  ["tests/support/", 8],
  ["bench/", 9],
];
const WEB = "web/";

export interface Imports {
  /** Every edge between files of the project, type-only ones too. */
  edges: { from: string; to: string; typeOnly: boolean }[];
  /** Each circle once, as the files on it. */
  circles: string[][];
}

/** Reads all imports below `baseDir`; files outside of it and packages are left out. */
export async function readImports(baseDir: string, folders: string[]): Promise<Imports> {
  const result = await cruise(folders, {
    baseDir,
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: "node_modules|web/dist" },
    validate: true,
    ruleSet: { forbidden: [{ name: "circle", severity: "error", from: {}, to: { circular: true } }] },
  });
  if (typeof result.output === "string") throw new Error("dependency-cruiser answered with text");
  return { edges: edgesOf(result.output), circles: circlesOf(result.output) };
}

/** One sentence an offence; empty when the house stands. */
export function offences({ edges, circles }: Imports): string[] {
  const upward = edges.flatMap(({ from, to, typeOnly }) => {
    if (from.startsWith(WEB)) {
      if (to.startsWith(WEB) || to.startsWith("src/domain/") || to.startsWith("src/base/") || typeOnly) return [];
      return [`${from} may import types and domain rules only, not ${to}`];
    }
    const own = placeOf(from);
    const other = placeOf(to);
    if (!own) return [`${from} stands on no floor`];
    if (!other) return [`${from} imports ${to}, which stands on no floor`];
    if (other.floor < own.floor || other.path === own.path) return [];
    if (other.floor === own.floor && !own.path.endsWith("/")) return [];
    return [`${from} (floor ${own.floor}) must not import ${to} (floor ${other.floor})`];
  });
  return [...upward, ...circles.map((circle) => `a circle: ${circle.join(" -> ")}`)].toSorted();
}

function placeOf(file: string): { path: string; floor: number } | null {
  const found = FLOORS.find(([path]) => (path.endsWith("/") ? file.startsWith(path) : file === path));
  return found ? { path: found[0], floor: found[1] } : null;
}

function edgesOf(result: ICruiseResult): Imports["edges"] {
  return result.modules.flatMap((module) =>
    module.dependencies
      .filter(({ dependencyTypes }) => dependencyTypes.includes("local"))
      .map(({ resolved, dependencyTypes }) => ({
        from: module.source,
        to: resolved,
        typeOnly: dependencyTypes.includes("type-only"),
      })),
  );
}

function circlesOf(result: ICruiseResult): string[][] {
  const seen = new Map<string, string[]>();
  for (const { cycle } of result.summary.violations) {
    const files = (cycle ?? []).map((step) => step.name);
    if (files.length > 0) seen.set(files.toSorted().join(), files);
  }
  return [...seen.values()];
}
