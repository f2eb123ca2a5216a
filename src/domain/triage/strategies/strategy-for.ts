// Which way a triage is concluded: the harder the case, the more readers it gets.
import type { Complexity } from "../types.ts";
import type { Strategy } from "./types.ts";

/** Low: the interviewer's own result. Medium: the first analyst that answers. High: several analysts at once, and a weighted vote. */
export function strategyFor(complexity: Complexity): Strategy {
  return STRATEGIES[complexity];
}

const STRATEGIES: Record<Complexity, Strategy> = { low: "simple", medium: "failover", high: "ensemble" };
