// Counts what the models did in a turn, for the dashboards.
import type { Metrics } from "../../domain/metrics/buffer.ts";
import { GUARD_DROPS, type LabelsOf } from "../../domain/metrics/table.ts";
import type { TokenUsage } from "../../domain/triage/strategies/types.ts";

/**
 * One turn's calls by how they ended, its tokens by whose and which kind (input without what the cache served), and where it stepped down:
 * from one interviewer to the next, or to the script once nobody was left.
 */
export function countModelUse(metrics: Metrics, usage: readonly TokenUsage[]): void {
  for (const { provider, role, outcome, inputTokens, cachedInputTokens, outputTokens } of usage) {
    metrics.count("model_calls_total", { provider, role, outcome });
    const cached = Math.min(cachedInputTokens, inputTokens);
    metrics.count("model_tokens_total", { provider, kind: "input" }, inputTokens - cached);
    metrics.count("model_tokens_total", { provider, kind: "cached_input" }, cached);
    metrics.count("model_tokens_total", { provider, kind: "output" }, outputTokens);
  }
  countSteps(
    metrics,
    usage.filter(({ role }) => role === "interviewer"),
  );
  const readers = usage.filter(({ role }) => role === "analyst");
  // Several may have been asked at once: only when none answered is it known who did their work.
  if (!readers.some(({ outcome }) => outcome === "answered")) countSteps(metrics, readers.slice(-1));
}

/** `usage` in the order in which they were asked. */
function countSteps(metrics: Metrics, usage: readonly TokenUsage[]): void {
  for (const [at, { provider, outcome }] of usage.entries()) {
    const reason = REASONS[outcome];
    const next = usage[at + 1]?.provider ?? "scripted";
    if (reason !== null && next !== provider) {
      metrics.count("fallback_usage_total", { from: provider, to: next, reason });
    }
  }
}

/** Null where nothing was missing: it answered, or nobody waited any longer. */
const REASONS = {
  answered: null,
  stopped: null,
  invalid: "invalid_answer",
  failed: "error",
  timeout: "timeout",
} as const satisfies Record<TokenUsage["outcome"], LabelsOf<"fallback_usage_total">["reason"] | null>;

/** Each sentence that the guard kept back, by why; what the table does not know is counted as "other". */
export function countDropped(metrics: Metrics, kinds: readonly string[]): void {
  for (const kind of kinds) metrics.count("guard_dropped_total", { kind: knownKind(kind) });
}

function knownKind(kind: string): (typeof GUARD_DROPS)[number] {
  return GUARD_DROPS.find((known) => known === kind) ?? "other";
}
