// How well each embedding space finds texts of the same legal area, and how much of the primary's answer a fallback keeps.
import type { Embedder } from "../src/domain/embedding/embedder.ts";
import { cosine, embedLexical } from "../src/domain/embedding/lexical.ts";
import { SPACES, type SpaceKey } from "../src/domain/embedding/space.ts";
import { chanceOf } from "../src/domain/learning/random.ts";
import { MetricsBuffer } from "../src/domain/metrics/buffer.ts";
import { Circuits } from "../src/providers/circuit.ts";
import { openEmbedders } from "../src/providers/embedders.ts";
import { reasonOf } from "../src/providers/vendor-failure.ts";
import { tfIdf } from "./tf-idf.ts";
import { type Narrative, readNarratives } from "./triage-data.ts";

const PRECISION_AT = 10;
const RECALL_AT = 20;
const NOT_MEASURED = "not measured";

/** One way to find texts: the similarity of each corpus text to each query. */
interface Measured {
  name: string;
  /** By query, then by corpus text. */
  similarities: number[][];
}

interface Row {
  name: string;
  precision: number;
  /** 95% by bootstrap over the queries. */
  interval: [number, number];
  recall: number;
  precisionBySource: Record<string, number>;
  /** Cosines of pairs of one area and of two: 5th, 50th and 95th percentile. */
  sameArea: number[];
  otherArea: number[];
}

/**
 * Queries are the test split, the corpus is the tuning split of the same two sources; `constitucional` has no counterpart
 * among our areas and is left out. With `live` the models are asked whose keys are in the environment.
 */
export async function run(options: { live?: boolean } = {}): Promise<{ table: string; json: unknown }> {
  const [queries, corpus] = [exams("test"), exams("tune")];
  const models = options.live ? await askModels(queries, corpus) : new Map<SpaceKey, Measured | string>();
  const bySpace = (key: SpaceKey) => models.get(key) ?? NOT_MEASURED;
  const lexical = measuredBy(SPACES.lexical.name, queries, corpus, embedLexical, cosine);
  const plain = tfIdf(corpus.map(({ text }) => text));
  const words = measuredBy("plain TF-IDF cosine", queries, corpus, plain.embed, plain.similarity);
  const primary = bySpace("openai");
  const others = [bySpace("bge_m3"), lexical, words];
  const names = [SPACES.bge_m3.name, lexical.name, words.name];
  const quality = [primary, ...others].map((found, i) =>
    typeof found === "string"
      ? { name: [SPACES.openai.name, ...names][i] ?? "", why: found }
      : judged(found, queries, corpus),
  );
  const kept = others.map((found, i) => ({ name: names[i] ?? "", ...overlapOf(primary, found) }));
  const chance = byChance(queries, corpus);
  return { table: tableOf(queries, corpus, quality, chance, kept), json: { quality, chance, kept } };
}

function exams(split: "tune" | "test"): Narrative[] {
  return readNarratives(split).filter(({ source }) => source.startsWith("oab"));
}

function measuredBy<V>(
  name: string,
  queries: readonly Narrative[],
  corpus: readonly Narrative[],
  embed: (text: string) => V,
  similarity: (a: V, b: V) => number,
): Measured {
  const vectors = corpus.map(({ text }) => embed(text));
  const similarities = queries.map(({ text }) => {
    const asked = embed(text);
    return vectors.map((vector) => similarity(asked, vector));
  });
  return { name, similarities };
}

/** Each configured model's vectors, or why there are none. */
async function askModels(
  queries: readonly Narrative[],
  corpus: readonly Narrative[],
): Promise<Map<SpaceKey, Measured | string>> {
  const env = process.env;
  const embedders = openEmbedders(
    {
      OPENAI_API_KEY: env.OPENAI_API_KEY,
      OPENAI_BASE_URL: env.OPENAI_BASE_URL ?? "https://api.openai.com",
      OPENAI_TIMEOUT: 60,
      WORKERS_AI_TIMEOUT: 60,
      CLOUDFLARE_ACCOUNT_ID: env.CLOUDFLARE_ACCOUNT_ID,
      CLOUDFLARE_API_TOKEN: env.CLOUDFLARE_API_TOKEN,
      CLOUDFLARE_API_URL: env.CLOUDFLARE_API_URL ?? "https://api.cloudflare.com",
    },
    undefined,
    { circuits: new Circuits(), metrics: new MetricsBuffer() },
  );
  const found = new Map<SpaceKey, Measured | string>();
  for (const embedder of embedders) {
    try {
      const vectors = await inBatches(
        embedder,
        [...queries, ...corpus].map(({ text }) => text),
      );
      const asked = vectors.slice(0, queries.length);
      const kept = vectors.slice(queries.length);
      const similarities = asked.map((a) => kept.map((b) => cosine(a, b)));
      found.set(embedder.key, { name: SPACES[embedder.key].name, similarities });
    } catch (error) {
      found.set(embedder.key, `${NOT_MEASURED}: ${reasonOf(error)}`);
    }
  }
  return found;
}

async function inBatches(embedder: Embedder, texts: readonly string[]): Promise<Float32Array[]> {
  const vectors: Float32Array[] = [];
  for (let i = 0; i < texts.length; i += embedder.mostTexts)
    vectors.push(...(await embedder.embed(texts.slice(i, i + embedder.mostTexts), { lane: "bulk" })));
  return vectors;
}

function judged(found: Measured, queries: readonly Narrative[], corpus: readonly Narrative[]): Row {
  const precisions: number[] = [];
  const recalls: number[] = [];
  const same: number[] = [];
  const other: number[] = [];
  for (const [q, query] of queries.entries()) {
    const similarities = found.similarities[q] ?? [];
    const fits = (i: number) => corpus[i]?.area === query.area;
    const relevant = corpus.filter(({ area }) => area === query.area).length;
    precisions.push(nearest(similarities, PRECISION_AT).filter(fits).length / PRECISION_AT);
    recalls.push(nearest(similarities, RECALL_AT).filter(fits).length / Math.min(RECALL_AT, relevant));
    for (const [i, similarity] of similarities.entries()) (fits(i) ? same : other).push(similarity);
  }
  const bySource = Map.groupBy(precisions.keys(), (q) => queries[q]?.source ?? "");
  const meanOf = (indexes: readonly number[]) => mean(indexes.map((q) => precisions[q] ?? 0));
  return {
    name: found.name,
    precision: mean(precisions),
    interval: bootstrap(precisions),
    recall: mean(recalls),
    precisionBySource: Object.fromEntries([...bySource].map(([source, indexes]) => [source, meanOf(indexes)])),
    sameArea: percentiles(same),
    otherArea: percentiles(other),
  };
}

/** What somebody would find who picks with closed eyes. */
function byChance(queries: readonly Narrative[], corpus: readonly Narrative[]): { precision: number; recall: number } {
  const relevant = queries.map((query) => corpus.filter(({ area }) => area === query.area).length);
  const precision = mean(relevant.map((count) => count / corpus.length));
  const recall = mean(relevant.map((n) => (RECALL_AT * n) / corpus.length / Math.min(RECALL_AT, n)));
  return { precision, recall };
}

/** The share of the primary's nearest twenty that are among another space's nearest twenty. */
function overlapOf(
  primary: Measured | string,
  other: Measured | string,
): { recall: number | null; why: string | null } {
  if (typeof primary === "string") return { recall: null, why: primary };
  if (typeof other === "string") return { recall: null, why: other };
  const shares = primary.similarities.map((similarities, q) => {
    const found = new Set(nearest(other.similarities[q] ?? [], RECALL_AT));
    return nearest(similarities, RECALL_AT).filter((i) => found.has(i)).length / RECALL_AT;
  });
  return { recall: mean(shares), why: null };
}

function nearest(similarities: readonly number[], count: number): number[] {
  return [...similarities.keys()]
    .sort((a, b) => (similarities[b] ?? 0) - (similarities[a] ?? 0) || a - b)
    .slice(0, count);
}

function bootstrap(values: readonly number[]): [number, number] {
  const chance = chanceOf(2026);
  const means = Array.from({ length: 2000 }, () =>
    mean(values.map(() => values[Math.floor(chance() * values.length)] ?? 0)),
  ).sort((a, b) => a - b);
  return [means[50] ?? 0, means[1949] ?? 0];
}

function percentiles(values: number[]): number[] {
  values.sort((a, b) => a - b);
  return [0.05, 0.5, 0.95].map((share) => values[Math.floor(share * (values.length - 1))] ?? 0);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, x) => sum + x, 0) / Math.max(1, values.length);
}

function tableOf(
  queries: readonly Narrative[],
  corpus: readonly Narrative[],
  quality: readonly (Row | { name: string; why: string })[],
  chance: { precision: number; recall: number },
  kept: readonly { name: string; recall: number | null; why: string | null }[],
): string {
  const share = (x: number | undefined) => (x === undefined ? "" : x.toFixed(3));
  const spread = (x: readonly number[]) => x.map((value) => value.toFixed(2)).join(" / ");
  return [
    `${queries.length} test texts find texts of their area among ${corpus.length} (Brazilian bar exams, real text, labelled by the exam).`,
    "",
    `| space | precision@${PRECISION_AT} (95%) | short questions | long narratives | recall@${RECALL_AT} of what is possible | cosines of one area, p5 / p50 / p95 | of two areas |`,
    "|---|---|---|---|---|---|---|",
    ...quality.map((row) =>
      "why" in row
        ? `| ${row.name} | ${row.why} | | | ${row.why} | ${row.why} | |`
        : `| ${row.name} | ${share(row.precision)} (${row.interval.map(share).join("-")}) | ${share(row.precisionBySource["oab-exams"])} | ` +
          `${share(row.precisionBySource["oab-bench"])} | ${share(row.recall)} | ${spread(row.sameArea)} | ${spread(row.otherArea)} |`,
    ),
    `| by chance | ${share(chance.precision)} | | | ${share(chance.recall)} | | |`,
    "",
    `| fallback | recall@${RECALL_AT} against ${SPACES.openai.name} |`,
    "|---|---|",
    ...kept.map(({ name, recall, why }) => `| ${name} | ${recall === null ? why : share(recall)} |`),
  ].join("\n");
}
