// `node bench/ranking-runs.ts node|workerd SEED...`: trains once a seed and prints seconds and digests as JSON; a process of its own, so that it can be held to one core.

import { join } from "node:path";
import { build } from "esbuild";
import { convertV4MiniflareOptions, Miniflare } from "miniflare";
import { train } from "../src/domain/learning/train.ts";
import { readRanking, readRankingText } from "./ranking-data.ts";
import { digestOf, settingsFor } from "./ranking-model.ts";

export interface RankingRun {
  seconds: number;
  digest: string;
}

const [where, ...seeds] = process.argv.slice(2);
const runs = where === "workerd" ? await inWorkerd(seeds) : await inNode(seeds);
console.log(JSON.stringify(runs));

async function inNode(all: readonly string[]): Promise<RankingRun[]> {
  const dataset = readRanking("train");
  const made: RankingRun[] = [];
  for (const seed of all) {
    const started = performance.now();
    const { forest } = train(dataset, settingsFor(Number(seed)));
    const seconds = (performance.now() - started) / 1000;
    made.push({ seconds, digest: await digestOf(forest) });
  }
  return made;
}

/** workerd's own clock stands still while it computes: it is timed from outside, round trip and digest included. */
async function inWorkerd(all: readonly string[]): Promise<RankingRun[]> {
  const bundle = await build({
    entryPoints: [join(import.meta.dirname, "ranking-worker.ts")],
    bundle: true,
    format: "esm",
    write: false,
  });
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      cf: false,
      telemetry: { enabled: false },
      workers: [
        {
          name: "ranking",
          compatibilityDate: "2026-10-01",
          modules: [{ type: "ESModule", path: "ranking-worker.js", contents: bundle.outputFiles[0]!.text }],
        },
      ],
    }),
  );
  try {
    const url = await miniflare.ready;
    const { libsvm, queries } = readRankingText("train");
    const loaded = new URL(`?queries=${encodeURIComponent(queries.trim().replaceAll(/\s+/g, " "))}`, url);
    await textOf(await fetch(loaded, { method: "POST", body: libsvm }));
    const made: RankingRun[] = [];
    for (const seed of all) {
      const started = performance.now();
      const digest = await textOf(await fetch(new URL(`?seed=${seed}`, url)));
      made.push({ seconds: (performance.now() - started) / 1000, digest });
    }
    return made;
  } finally {
    await miniflare.dispose();
  }
}

async function textOf(response: Response): Promise<string> {
  if (!response.ok) throw new Error(`The Worker answered ${response.status}: ${await response.text()}`);
  return response.text();
}
