// Embeddings by bge-m3 on Workers AI: through the binding, or over REST where there is none.
//
// Taken from developers.cloudflare.com/workers-ai/models/bge-m3: run("@cf/baai/bge-m3", {text: texts}), at most a hundred of them, `data`
// with a vector for each in their order; over REST POST client/v4/accounts/{id}/ai/run/{model} with Authorization: Bearer, whose answer
// is wrapped into {success, result, errors} (developers.cloudflare.com/workers-ai/get-started/rest-api).
import * as z from "zod";
import { type Embedder, type EmbedLimits, LONGEST_EMBEDDED } from "../domain/embedding/embedder.ts";
import { SPACES } from "../domain/embedding/space.ts";
import { type CallOutConfig, makeCallOut } from "./call-out.ts";
import { checkedVectors } from "./checked-vectors.ts";
import { checked, openHttpVendor } from "./http.ts";

/** What is used of the binding; the platform's own type knows every model there is. */
export interface AiBinding {
  run(model: string, inputs: { text: string[] }, options?: { signal?: AbortSignal }): Promise<unknown>;
}

const MODEL = "@cf/baai/bge-m3";
/** The model's limit for one call. */
const MOST_TEXTS = 100;

const answer = z.object({ data: z.array(z.array(z.number())) });
/** The REST API wraps what the binding gives bare. */
const wrapped = z.object({ success: z.literal(true), result: z.unknown() });

type Made = Pick<CallOutConfig, "timeoutMs" | "circuits" | "metrics">;
/** Sends one batch and lets `read` check the answer within the call, so that a bad one counts as a failure of the vendor. */
type Ask = (text: string[], limits: EmbedLimits, read: (body: unknown) => Float32Array[]) => Promise<Float32Array[]>;

export function workersAiEmbedder(config: Made & { ai: AiBinding }): Embedder {
  const callOut = makeCallOut({ service: "workers_ai", ...config });
  return embedder((text, limits, read) =>
    callOut({ ...limits, idempotent: true }, async (signal) =>
      checked("workers_ai", await config.ai.run(MODEL, { text }, { signal }), read),
    ),
  );
}

/** Throws an Error, at the start, for a base address that may not be called. */
export function workersAiRestEmbedder(config: Made & { accountId: string; token: string; baseUrl: string }): Embedder {
  const headers = { authorization: `Bearer ${config.token}` };
  const vendor = openHttpVendor({ service: "workers_ai", ...config, headers });
  const path = `client/v4/accounts/${encodeURIComponent(config.accountId)}/ai/run/${MODEL}`;
  return embedder((text, limits, read) =>
    vendor.send({ ...limits, method: "POST", path, body: { text }, idempotent: true }, (body) =>
      read(wrapped.parse(body).result),
    ),
  );
}

function embedder(ask: Ask): Embedder {
  const { dimensions } = SPACES.bge_m3;
  return {
    key: "bge_m3",
    mostTexts: MOST_TEXTS,
    embed(texts, limits) {
      const cut = texts.map((text) => text.slice(0, LONGEST_EMBEDDED));
      // The model answers in the order of the texts.
      return ask(cut, limits, (body) => checkedVectors(answer.parse(body).data, { count: texts.length, dimensions }));
    },
  };
}
