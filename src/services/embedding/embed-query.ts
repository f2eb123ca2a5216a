// A search's words in the best space that answers in time; the lexical one always does.
import type { Embedder } from "../../domain/embedding/embedder.ts";
import { embedLexical } from "../../domain/embedding/lexical.ts";
import { type EmbeddedText, SPACES, type SpaceKey } from "../../domain/embedding/space.ts";
import type { LabelsOf } from "../../domain/metrics/table.ts";
import { reasonOf } from "../../providers/vendor-failure.ts";
import type { ServiceContext } from "../context.ts";
import { type Coverage, LEAST_COVERAGE, readCoverage } from "./coverage.ts";

export interface EmbeddedQuery {
  told: EmbeddedText;
  /** Spaces that were better and did not serve, each with the reason: "openai-text-embedding-3-small-v1: timeout". */
  fallbacks: string[];
}

type Reason = LabelsOf<"fallback_usage_total">["reason"];

/** The part that does a space's work, as the metrics name it. */
const SOURCES = { openai: "openai", bge_m3: "workers_ai", lexical: "lexical" } as const satisfies Record<
  SpaceKey,
  LabelsOf<"embedding_source_total">["source"]
>;

/**
 * Never throws, and never takes longer than settings.embeddingQueryTimeoutMs (and the coverage, where it must be counted):
 * each model that is still to be asked gets an even share of what is left, so that one that hangs leaves time for the next.
 */
export async function embedQuery(
  ctx: ServiceContext,
  text: string,
  coverage: Promise<Coverage> = readCoverage(ctx),
): Promise<EmbeddedQuery> {
  // A blank text has no meaning to look for, and vendors refuse it.
  const embedders = text.trim() === "" ? [] : ctx.embedders;
  const covered = embedders.length === 0 ? new Map() : await coverage;
  const isReady = ({ key }: Embedder) => (covered.get(key) ?? 0) >= LEAST_COVERAGE;
  // A stopwatch, not a date: it runs with the sockets, whatever day the context has.
  const until = Date.now() + ctx.settings.embeddingQueryTimeoutMs;
  const fallbacks: string[] = [];
  for (const [index, embedder] of embedders.entries()) {
    const later = embedders.slice(index + 1);
    const budgetMs = (until - Date.now()) / (1 + later.filter(isReady).length);
    const tried = isReady(embedder) ? await attempt(embedder, text, budgetMs) : { reason: "no_vectors" as const };
    if ("vector" in tried) return served(ctx, { key: embedder.key, vector: tried.vector }, fallbacks);
    const { reason } = tried;
    const to = SOURCES[later[0]?.key ?? "lexical"];
    ctx.metrics.count("fallback_usage_total", { from: SOURCES[embedder.key], to, reason });
    fallbacks.push(`${SPACES[embedder.key].name}: ${reason}`);
  }
  return served(ctx, { key: "lexical", vector: embedLexical(text) }, fallbacks);
}

async function attempt(
  embedder: Embedder,
  text: string,
  budgetMs: number,
): Promise<{ vector: ArrayLike<number> } | { reason: Reason }> {
  try {
    const [vector] = await embedder.embed([text], { budgetMs, lane: "interactive" });
    return vector === undefined ? { reason: "invalid_answer" } : { vector };
  } catch (error) {
    const reason = reasonOf(error);
    return { reason: reason === "refused" ? "error" : reason };
  }
}

function served(ctx: ServiceContext, told: EmbeddedText, fallbacks: string[]): EmbeddedQuery {
  ctx.metrics.count("embedding_source_total", { source: SOURCES[told.key] });
  return { told, fallbacks };
}
