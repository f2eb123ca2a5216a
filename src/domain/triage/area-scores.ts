// Scores each area for a text by two witnesses: the hand-written lexicon and the trained n-gram model.
import { AREAS, type Area } from "../legal/areas.ts";
import { AREA_MODEL } from "./data/area-model.ts";
import { BUCKETS, eachFeature } from "./features.ts";
import { LEXICON } from "./lexicon/index.ts";
import { type CueMatcher, cueMatcher } from "./match-cues.ts";
import { words } from "./text.ts";

export interface LexiconReading {
  /** Per area in the order of AREAS: sum of the weights of its cues, damped by all evidence found. */
  scores: Float64Array;
  /** Weight of each subarea's cues, by area. */
  subareas: Map<Area, Map<string, number>>;
  /** Sum of all positive weights. */
  evidence: number;
}

/**
 * Sum of cue weights per area, divided by ((4 + evidence) / 8) ^ 0.9 * sqrt 8: twice the words do not make it twice as sure,
 * and a long formal narrative, which names everything once, does not drown the trained model.
 */
export function lexiconScores(text: string): LexiconReading {
  matcher ??= cueMatcher(LEXICON);
  const scores = new Float64Array(AREAS.length);
  const subareas = new Map<Area, Map<string, number>>();
  let evidence = 0;
  for (const { cue, count, denied } of matcher(words(text))) {
    const weight = cue.weight * (1 + REPEAT * Math.min(count - 1, 3)) * (denied === count ? DENIED : 1);
    const index = AREAS.indexOf(cue.area);
    scores[index] = (scores[index] ?? 0) + weight;
    evidence += Math.max(0, weight);
    if (cue.subarea === null) continue;
    const bySub = subareas.get(cue.area) ?? new Map<string, number>();
    bySub.set(cue.subarea, (bySub.get(cue.subarea) ?? 0) + weight);
    subareas.set(cue.area, bySub);
  }
  const damping = ((4 + evidence) / 8) ** 0.9 * Math.sqrt(8);
  return { scores: scores.map((score) => score / damping), subareas, evidence };
}

/** The trained model's log-odds per area in the order of AREAS, and how many of its features the text has. */
export function modelScores(text: string): { scores: Float64Array; known: number } {
  model ??= unpack();
  const { rowOf, idf, weights, bias } = model;
  const counts = new Map<number, number>();
  eachFeature(text, (bucket) => {
    const row = rowOf[bucket] ?? -1;
    if (row >= 0) counts.set(row, (counts.get(row) ?? 0) + 1);
  });
  const scores = Float64Array.from(bias);
  let norm = 0;
  for (const [row, count] of counts) norm += ((1 + Math.log(count)) * (idf[row] ?? 0)) ** 2;
  if (norm === 0) return { scores, known: 0 };
  norm = Math.sqrt(norm);
  for (const [row, count] of counts) {
    const value = ((1 + Math.log(count)) * (idf[row] ?? 0)) / norm;
    for (let area = 0; area < scores.length; area++) {
      scores[area] = (scores[area] ?? 0) + value * (weights[row * scores.length + area] ?? 0);
    }
  }
  return { scores, known: counts.size };
}

// A second mention adds a quarter of the first; a denied one speaks against.
const REPEAT = 0.25;
const DENIED = -0.5;

let matcher: CueMatcher | undefined;

interface Unpacked {
  rowOf: Int16Array;
  idf: Float64Array;
  weights: Float64Array;
  bias: Float64Array;
}

let model: Unpacked | undefined;

// Layout: buckets uint16 little-endian, idf in 1/24, one scale byte a row, then two signed 4-bit weights a byte.
function unpack(): Unpacked {
  const { rows, scaleUnit } = AREA_MODEL;
  const bytes = Uint8Array.from(atob(AREA_MODEL.packed), (char) => char.charCodeAt(0));
  const areas = AREAS.length;
  const rowOf = new Int16Array(BUCKETS).fill(-1);
  const idf = new Float64Array(rows);
  const weights = new Float64Array(rows * areas);
  for (let row = 0; row < rows; row++) {
    rowOf[(bytes[2 * row] ?? 0) | ((bytes[2 * row + 1] ?? 0) << 8)] = row;
    idf[row] = (bytes[2 * rows + row] ?? 0) / 24;
    const scale = (bytes[3 * rows + row] ?? 0) * scaleUnit;
    for (let area = 0; area < areas; area++) {
      const byte = bytes[4 * rows + ((row * areas + area) >> 1)] ?? 0;
      const nibble = area % 2 === 0 ? byte & 15 : byte >> 4;
      weights[row * areas + area] = (nibble - 8) * scale;
    }
  }
  return { rowOf, idf, weights, bias: Float64Array.from(AREA_MODEL.bias) };
}
