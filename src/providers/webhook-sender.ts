// One try to tell a receiver of webhooks: bounded in time, no redirect followed, nothing of its answer's body read.
import { startDeadline } from "../base/deadline.ts";
import type { Metrics } from "../domain/metrics/buffer.ts";

export interface WebhookTry {
  endpointId: string;
  url: string;
  headers: Record<string, string>;
  body: string;
}

export const WEBHOOK_ERRORS = ["timeout", "unreachable", "redirected", "gone", "status"] as const;
export type WebhookError = (typeof WEBHOOK_ERRORS)[number];

export interface WebhookOutcome {
  /** Null where no answer came. */
  status: number | null;
  /** Null: taken (2xx). */
  error: WebhookError | null;
  ms: number;
  /** Two of its headers, bounded. */
  head: string | null;
}

export interface WebhookSender {
  /** Never throws. "paused": this receiver was too slow a moment ago, and no try was made. */
  send(call: WebhookTry): Promise<WebhookOutcome | "paused">;
}

/** A receiver that lets a try run into its timeout is left alone so long, by this isolate: others are waiting. */
const PAUSE_MS = 30_000;
const MOST_HEAD_CHARS = 200;

export function openWebhookSender(config: { timeoutMs: number; metrics: Metrics }): WebhookSender {
  const pausedUntil = new Map<string, number>();
  return {
    async send({ endpointId, url, headers, body }) {
      const startedAt = Date.now();
      if ((pausedUntil.get(endpointId) ?? 0) > startedAt) return "paused";
      pausedUntil.delete(endpointId);
      const { signal, clear } = startDeadline(config.timeoutMs);
      const took = () => Date.now() - startedAt;
      try {
        const answer = await fetch(url, { method: "POST", headers, body, redirect: "manual", signal });
        await answer.body?.cancel();
        return { status: answer.status, error: errorOf(answer), ms: took(), head: headOf(answer.headers) };
      } catch (error) {
        if (!(error instanceof Error)) throw error;
        if (!signal.aborted) return { status: null, error: "unreachable", ms: took(), head: null };
        pausedUntil.set(endpointId, Date.now() + PAUSE_MS);
        config.metrics.count("api_timeouts_total", { service: "webhook" });
        return { status: null, error: "timeout", ms: took(), head: null };
      } finally {
        clear();
        config.metrics.observe("external_api_duration_seconds", { service: "webhook" }, took() / 1000);
      }
    },
  };
}

function errorOf({ ok, status }: Response): WebhookError | null {
  if (ok) return null;
  if (status === 410) return "gone";
  return status >= 300 && status < 400 ? "redirected" : "status";
}

/** Enough to see who answered; a body could quote a person. */
function headOf(headers: Headers): string | null {
  const told = ["content-type", "retry-after"].flatMap((name) => {
    const value = headers.get(name);
    return value === null ? [] : [`${name}: ${value.slice(0, MOST_HEAD_CHARS / 2)}`];
  });
  return told.length === 0 ? null : told.join("; ").slice(0, MOST_HEAD_CHARS);
}
