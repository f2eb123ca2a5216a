// Counts what the models did in a turn, for the dashboards.
import type { Metrics } from "../../domain/metrics/buffer.ts";
import { GUARD_DROPS } from "../../domain/metrics/table.ts";
import type { TokenUsage } from "../../domain/triage/strategies/types.ts";

/** Each call by how it ended, each token by whose and which kind; input is counted without what the cache served. */
export function countModelUse(metrics: Metrics, usage: readonly TokenUsage[]): void {
  for (const { provider, role, outcome, inputTokens, cachedInputTokens, outputTokens } of usage) {
    metrics.count("model_calls_total", { provider, role, outcome });
    const cached = Math.min(cachedInputTokens, inputTokens);
    metrics.count("model_tokens_total", { provider, kind: "input" }, inputTokens - cached);
    metrics.count("model_tokens_total", { provider, kind: "cached_input" }, cached);
    metrics.count("model_tokens_total", { provider, kind: "output" }, outputTokens);
  }
}

/** Each sentence that the guard kept back, by why; what the table does not know is counted as "other". */
export function countDropped(metrics: Metrics, kinds: readonly string[]): void {
  for (const kind of kinds) metrics.count("guard_dropped_total", { kind: knownKind(kind) });
}

function knownKind(kind: string): (typeof GUARD_DROPS)[number] {
  return GUARD_DROPS.find((known) => known === kind) ?? "other";
}
