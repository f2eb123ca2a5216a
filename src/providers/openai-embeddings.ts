// Embeddings by OpenAI's text-embedding-3-small.
//
// Taken from platform.openai.com/docs/api-reference/embeddings/create (and github.com/openai/openai-openapi, CreateEmbeddingRequest):
// POST /v1/embeddings {model, input: texts, encoding_format: "float"}, Authorization: Bearer; `data` of {index, embedding}; a text has at
// most 8,192 tokens and is not empty, a list at most 2,048 texts, one request at most 300,000 tokens in all.
import * as z from "zod";
import { type Embedder, LONGEST_EMBEDDED } from "../domain/embedding/embedder.ts";
import { SPACES } from "../domain/embedding/space.ts";
import type { Metrics } from "../domain/metrics/buffer.ts";
import { checkedVectors } from "./checked-vectors.ts";
import type { Circuits } from "./circuit.ts";
import { openHttpVendor } from "./http.ts";

export interface OpenAiConfig {
  apiKey: string;
  /** Without the path, e.g. https://api.openai.com. */
  baseUrl: string;
  timeoutMs: number;
  circuits: Circuits;
  metrics: Metrics;
}

const MODEL = "text-embedding-3-small";
/** The API takes 2,048 texts but 300,000 tokens in all: a hundred of the longest that are sent stay below. */
const MOST_TEXTS = 100;

const answer = z.object({
  data: z.array(z.object({ index: z.int().nonnegative(), embedding: z.array(z.number()) })),
});

/** Throws an Error, at the start, for a base address that may not be called. */
export function openaiEmbedder(config: OpenAiConfig): Embedder {
  const vendor = openHttpVendor({
    service: "openai",
    baseUrl: config.baseUrl,
    headers: { authorization: `Bearer ${config.apiKey}` },
    timeoutMs: config.timeoutMs,
    circuits: config.circuits,
    metrics: config.metrics,
  });
  return {
    key: "openai",
    mostTexts: MOST_TEXTS,
    embed(texts, limits) {
      const input = texts.map((text) => text.slice(0, LONGEST_EMBEDDED));
      const body = { model: MODEL, input, encoding_format: "float" };
      return vendor.send({ ...limits, method: "POST", path: "v1/embeddings", body, idempotent: true }, (sent) =>
        checkedVectors(inOrder(answer.parse(sent).data), { count: texts.length, dimensions: SPACES.openai.dimensions }),
      );
    },
  };
}

/** The answer may come in any order; `index` says which text each is of. Throws where one is there twice or of no text. */
function inOrder(data: readonly { index: number; embedding: number[] }[]): (number[] | undefined)[] {
  const vectors = new Array<number[] | undefined>(data.length).fill(undefined);
  for (const { index, embedding } of data) {
    if (index >= data.length || vectors[index] !== undefined)
      throw new RangeError("the indexes are not those of the texts");
    vectors[index] = embedding;
  }
  return vectors;
}
