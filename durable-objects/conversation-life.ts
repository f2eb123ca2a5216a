// When a conversation that never became a case is forgotten.
import type { Standing } from "./conversation-state.ts";

/**
 * Ms since the epoch: `ttlMs` after the person's last word. Null for what is or may become a case: its triage was complete,
 * or a person was called or holds it.
 */
export function forgetAt(standing: Standing | null, ttlMs: number): number | null {
  if (standing === null || standing.triaged) return null;
  if (standing.controlledBy === "human" || standing.status === "handed_off") return null;
  return Math.max(standing.heardAt, standing.keptAt ?? 0) + ttlMs;
}
