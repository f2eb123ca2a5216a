// Trains the triage's n-gram model on the tune splits and writes it as src/domain/triage/data/area-model.ts.
// Run: node bench/train-triage.ts (about half a minute); --cv only prints five-fold figures on the tune splits.
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { AREAS } from "../src/domain/legal/areas.ts";
import { lexiconScores } from "../src/domain/triage/area-scores.ts";
import { AREA_MODEL } from "../src/domain/triage/data/area-model.ts";
import { eachFeature } from "../src/domain/triage/features.ts";
import type { AreaShare } from "../src/domain/triage/types.ts";
import { type Narrative, readNarratives, type Source } from "./triage-data.ts";

// Compared by five-fold cross-validation on the tune splits; see docs/decisions/triage-classifier.md.
const ROWS = 6500;
// 2 is better by 0.015 on examination questions; 2.5 is surer on short lay messages, which are what people write.
const LEXICON_WEIGHT = 2.5;
// The few long narratives read most like a client's file.
const LONG_NARRATIVE_WEIGHT = 3;
const L2 = 1e-3;
const EPOCHS = 20;
const RATE = 0.5;
const AREA_COUNT = AREAS.length;

interface Doc {
  source: Source;
  area: number;
  counts: Map<number, number>;
  lexicon: Float64Array;
}

interface Vector {
  area: number;
  weight: number;
  rows: number[];
  values: number[];
  lexicon: Float64Array;
}

interface Trained {
  buckets: number[];
  idf: number[];
  weights: Float64Array;
  bias: Float64Array;
}

/** The tune narratives with the shares that a model gives them which was trained without them: five folds, the shipped temperature. */
export function heldOutShares(): { narrative: Narrative; shares: AreaShare[] }[] {
  const narratives = readNarratives("tune");
  return heldOut(narratives.map(docOf)).map(({ index, vector, trained }) => {
    const parts = probabilities(vector, trained.weights, trained.bias, AREA_MODEL.temperature);
    const shares = AREAS.map((area, at) => ({ area, share: parts[at] ?? 0 })).sort((x, y) => y.share - x.share);
    return { narrative: narratives[index] as Narrative, shares };
  });
}

function writeModel(): void {
  const docs = readNarratives("tune").map(docOf);
  const { temperature, table } = crossValidate(docs);
  process.stdout.write(`${table}\n`);
  if (process.argv.includes("--cv")) return;
  const packed = pack(train(docs), temperature);
  const file = new URL("../src/domain/triage/data/area-model.ts", import.meta.url);
  writeFileSync(file, packed);
  process.stdout.write(
    `wrote ${file.pathname.split("/src/")[1]}: ${packed.length} bytes, ${readFileSync(file).length} on disk\n`,
  );
}

function docOf(narrative: Narrative): Doc {
  return {
    source: narrative.source,
    area: AREAS.indexOf(narrative.area),
    counts: countFeatures(narrative.text),
    lexicon: lexiconScores(narrative.text).scores,
  };
}

function countFeatures(text: string): Map<number, number> {
  const counts = new Map<number, number>();
  eachFeature(text, (bucket) => counts.set(bucket, (counts.get(bucket) ?? 0) + 1));
  return counts;
}

// Softmax regression with the lexicon's scores as a fixed offset; AdaGrad; features that occur once are left out.
function train(all: readonly Doc[]): Trained {
  const frequency = new Map<number, number>();
  for (const doc of all)
    for (const bucket of doc.counts.keys()) frequency.set(bucket, (frequency.get(bucket) ?? 0) + 1);
  const everyBucket = [...frequency].filter(([, count]) => count >= 2).map(([bucket]) => bucket);
  const idfOf = (bucket: number) => Math.log((1 + all.length) / (1 + (frequency.get(bucket) ?? 0))) + 1;
  const first = fitWeights(all, everyBucket, idfOf);
  const strength = everyBucket.map((bucket, row) => {
    let sum = 0;
    for (let area = 0; area < AREA_COUNT; area++) sum += (first.weights[row * AREA_COUNT + area] ?? 0) ** 2;
    return { bucket, strength: Math.sqrt(sum * (frequency.get(bucket) ?? 0)) };
  });
  strength.sort((a, b) => b.strength - a.strength || a.bucket - b.bucket);
  const kept = strength
    .slice(0, ROWS)
    .map(({ bucket }) => bucket)
    .sort((a, b) => a - b);
  return fitWeights(all, kept, idfOf);
}

function fitWeights(all: readonly Doc[], buckets: readonly number[], idfOf: (bucket: number) => number): Trained {
  const rowOf = new Map(buckets.map((bucket, row) => [bucket, row]));
  const idf = buckets.map(idfOf);
  const vectors = all.map((doc) => vectorOf(doc, rowOf, idf, sampleWeight(doc, all)));
  const weights = new Float64Array(buckets.length * AREA_COUNT);
  const squares = new Float64Array(weights.length).fill(1e-3);
  const bias = new Float64Array(AREA_COUNT);
  const random = generator(7);
  const order = vectors.map((_, index) => index);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [order[i], order[j]] = [order[j] ?? 0, order[i] ?? 0];
    }
    for (const index of order) step(vectors[index] as Vector, weights, squares, bias);
  }
  return { buckets: [...buckets], idf, weights, bias };
}

function step(vector: Vector, weights: Float64Array, squares: Float64Array, bias: Float64Array): void {
  const gradient = probabilities(vector, weights, bias);
  for (let area = 0; area < AREA_COUNT; area++) {
    gradient[area] = ((gradient[area] ?? 0) - (area === vector.area ? 1 : 0)) * vector.weight;
    bias[area] = (bias[area] ?? 0) - 0.01 * (gradient[area] ?? 0);
  }
  for (const [at, row] of vector.rows.entries()) {
    const value = vector.values[at] ?? 0;
    for (let area = 0; area < AREA_COUNT; area++) {
      const index = row * AREA_COUNT + area;
      const slope = (gradient[area] ?? 0) * value + L2 * (weights[index] ?? 0);
      squares[index] = (squares[index] ?? 0) + slope * slope;
      weights[index] = (weights[index] ?? 0) - (RATE * slope) / Math.sqrt(squares[index] ?? 1);
    }
  }
}

function logitsOf(vector: Vector, weights: Float64Array, bias: Float64Array): Float64Array {
  const logits = Float64Array.from(bias, (value, area) => value + LEXICON_WEIGHT * (vector.lexicon[area] ?? 0));
  for (const [at, row] of vector.rows.entries()) {
    const value = vector.values[at] ?? 0;
    for (let area = 0; area < AREA_COUNT; area++)
      logits[area] = (logits[area] ?? 0) + value * (weights[row * AREA_COUNT + area] ?? 0);
  }
  return logits;
}

function probabilities(vector: Vector, weights: Float64Array, bias: Float64Array, temperature = 1): Float64Array {
  const logits = logitsOf(vector, weights, bias);
  const top = Math.max(...logits);
  const parts = logits.map((logit) => Math.exp((logit - top) / temperature));
  const total = parts.reduce((sum, part) => sum + part, 0);
  return parts.map((part) => part / total);
}

function vectorOf(doc: Doc, rowOf: ReadonlyMap<number, number>, idf: readonly number[], weight: number): Vector {
  const rows: number[] = [];
  const values: number[] = [];
  for (const [bucket, count] of doc.counts) {
    const row = rowOf.get(bucket);
    if (row === undefined) continue;
    rows.push(row);
    values.push((1 + Math.log(count)) * (idf[row] ?? 0));
  }
  const norm = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0)) || 1;
  return { area: doc.area, weight, rows, values: values.map((value) => value / norm), lexicon: doc.lexicon };
}

// Square root of balance between the areas of one source: rare areas count more, but not as if they were common.
function sampleWeight(doc: Doc, all: readonly Doc[]): number {
  const source = all.filter((other) => other.source === doc.source);
  const areas = new Set(source.map(({ area }) => area)).size;
  const same = source.filter(({ area }) => area === doc.area).length;
  const balance = Math.sqrt(source.length / areas / same);
  return doc.source === "oab-bench" ? LONG_NARRATIVE_WEIGHT * balance : balance;
}

interface HeldOut {
  index: number;
  source: Source;
  vector: Vector;
  trained: Trained;
}

function heldOut(all: readonly Doc[]): HeldOut[] {
  const held: HeldOut[] = [];
  for (let fold = 0; fold < 5; fold++) {
    const inFold = (index: number) => (index * 7919) % 5 === fold;
    const trained = train(all.filter((_, index) => !inFold(index)));
    const rowOf = new Map(trained.buckets.map((bucket, row) => [bucket, row]));
    for (const [index, doc] of all.entries()) {
      if (inFold(index))
        held.push({ index, source: doc.source, vector: vectorOf(doc, rowOf, trained.idf, 1), trained });
    }
  }
  return held;
}

function crossValidate(all: readonly Doc[]): { temperature: number; table: string } {
  const held = heldOut(all);
  const lines = ["five folds of the tune splits (the lexicon has seen the lay ones)"];
  for (const source of new Set(held.map((item) => item.source))) {
    const ranks = held.filter((item) => item.source === source).map(({ vector, trained }) => rankOf(vector, trained));
    const top = (n: number) => (ranks.filter((rank) => rank < n).length / ranks.length).toFixed(3);
    lines.push(`${source.padEnd(10)} n ${String(ranks.length).padStart(4)}  top-1 ${top(1)}  top-2 ${top(2)}`);
  }
  // The lexicon was written with the lay tune texts in sight: how sure to be is learnt from the others.
  const unseen = held.filter(({ source }) => source === "oab-exams" || source === "oab-bench");
  const losses = [0.6, 0.8, 1, 1.2, 1.5, 2, 2.5].map((temperature) => ({
    temperature,
    loss: unseen.reduce(
      (sum, { vector, trained }) =>
        sum -
        Math.log(Math.max(1e-9, probabilities(vector, trained.weights, trained.bias, temperature)[vector.area] ?? 0)),
      0,
    ),
  }));
  losses.sort((a, b) => a.loss - b.loss);
  const temperature = losses[0]?.temperature ?? 1;
  lines.push(`temperature of least log loss: ${temperature}`, ...calibration(unseen, temperature));
  return { temperature, table: lines.join("\n") };
}

// Share of right areas among texts by the share that the top area got.
function calibration(items: readonly { vector: Vector; trained: Trained }[], temperature: number): string[] {
  const bins = new Map<number, { count: number; right: number }>();
  for (const { vector, trained } of items) {
    const parts = probabilities(vector, trained.weights, trained.bias, temperature);
    const top = Math.max(...parts);
    const bin = bins.get(Math.min(9, Math.floor(top * 10))) ?? { count: 0, right: 0 };
    bin.count++;
    if (parts.indexOf(top) === vector.area) bin.right++;
    bins.set(Math.min(9, Math.floor(top * 10)), bin);
  }
  return [...bins]
    .sort((a, b) => a[0] - b[0])
    .map(
      ([bin, { count, right }]) =>
        `  top share ${(bin / 10).toFixed(1)}-${((bin + 1) / 10).toFixed(1)}: n ${count}, right ${(right / count).toFixed(2)}`,
    );
}

function rankOf(vector: Vector, trained: Trained): number {
  const logits = logitsOf(vector, trained.weights, trained.bias);
  const own = logits[vector.area] ?? 0;
  return logits.filter((logit) => logit > own).length;
}

function pack(trained: Trained, temperature: number): string {
  const rows = trained.buckets.length;
  const bytes = new Uint8Array(4 * rows + (rows * AREA_COUNT) / 2);
  const largest = trained.weights.reduce((top, weight) => Math.max(top, Math.abs(weight)), 0);
  const scaleUnit = Number((largest / 7 / 255).toPrecision(6));
  for (let row = 0; row < rows; row++) {
    const bucket = trained.buckets[row] ?? 0;
    bytes[2 * row] = bucket & 255;
    bytes[2 * row + 1] = bucket >> 8;
    bytes[2 * rows + row] = Math.min(255, Math.round((trained.idf[row] ?? 0) * 24));
    const own = trained.weights.subarray(row * AREA_COUNT, (row + 1) * AREA_COUNT);
    const peak = own.reduce((top, weight) => Math.max(top, Math.abs(weight)), 0);
    const scale = Math.max(1, Math.min(255, Math.round(peak / 7 / scaleUnit)));
    bytes[3 * rows + row] = scale;
    for (const [area, weight] of own.entries()) {
      const nibble = 8 + Math.max(-8, Math.min(7, Math.round(weight / (scale * scaleUnit))));
      const at = 4 * rows + ((row * AREA_COUNT + area) >> 1);
      bytes[at] = (bytes[at] ?? 0) | (area % 2 === 0 ? nibble : nibble << 4);
    }
  }
  const bias = [...trained.bias].map((value) => Number(value.toFixed(4)));
  return `// Written by bench/train-triage.ts; do not edit. Layout: see area-scores.ts.
export const AREA_MODEL = {
  rows: ${rows},
  scaleUnit: ${scaleUnit},
  lexiconWeight: ${LEXICON_WEIGHT},
  temperature: ${temperature},
  bias: ${JSON.stringify(bias)},
  packed: "${Buffer.from(bytes).toString("base64")}",
};
`;
}

function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) writeModel();
