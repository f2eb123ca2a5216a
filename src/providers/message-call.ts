// One message handed to a vendor: its answer, or how far the call came, for those who must know whether it may have arrived.
import { type CallOutConfig, makeCallOut } from "./call-out.ts";
import { allowedBase, boundedBytes, refusal } from "./http.ts";
import { type FailureReason, reasonOf, retryAfterMsOf, vendorFailure, wasNotCalled } from "./vendor-failure.ts";

export interface MessageVendorConfig extends CallOutConfig {
  /** https, or http on this machine. */
  baseUrl: string;
  /** Sent with every call: the key. */
  headers: Record<string, string>;
}

export interface MessageCall<T> {
  method: "GET" | "POST" | "PATCH" | "DELETE";
  /** Below the base. */
  path: string;
  /** Sent as JSON. */
  body?: unknown;
  /** The same call twice is one message: only then is it tried again here. */
  idempotent: boolean;
  /** As of any call out. */
  keyRefusedBy?: readonly number[];
  provesKey?: boolean;
  /** What is made of a 2xx; what it throws is an invalid answer. */
  read: (answer: { status: number; headers: Headers; text: () => Promise<string> }) => T | Promise<T>;
}

/** `status` is the last one seen; `mayHaveArrived` counts every try of the call. */
export type MessageAnswer<T> = { ok: true; value: T } | Unanswered;
export interface Unanswered {
  ok: false;
  status: number | null;
  reason: FailureReason;
  mayHaveArrived: boolean;
  /** What the vendor asked to wait; null when it did not say. */
  retryAfterMs: number | null;
}

export type MessageVendor = <T>(call: MessageCall<T>) => Promise<MessageAnswer<T>>;

/**
 * Whatever is answered so was not taken: what is wrong with the request, the key or the pace (below 500), the vendor's own word that it
 * failed (500: what it takes it answers with 2xx) or is away (503), and Cloudflare's for a way that ended before it (521, 523, 525, 526,
 * 530). Behind a gateway's 5xx (502, 504, 520, 524) it may stand in a queue.
 */
const NOT_TAKEN: ReadonlySet<number> = new Set([500, 503, 521, 523, 525, 526, 530]);

/** Answers are small; what is longer is not the vendor's. */
const MOST_BYTES = 100_000;

/** Throws an Error, at the start, for an address that is neither https nor on this machine; a call throws nothing. */
export function openMessageVendor(config: MessageVendorConfig): MessageVendor {
  const base = allowedBase(config.baseUrl);
  const callOut = makeCallOut(config);
  return async ({ method, path, body, read, ...limits }) => {
    let status: number | null = null;
    let mayHaveArrived = false;
    try {
      const value = await callOut(limits, async (signal) => {
        const before = mayHaveArrived;
        status = null;
        // From here on, until an answer says otherwise.
        mayHaveArrived = true;
        const response = await fetch(new URL(path, base), {
          method,
          headers: { accept: "application/json", "content-type": "application/json", ...config.headers },
          body: body === undefined ? null : JSON.stringify(body),
          redirect: "manual",
          signal,
        });
        status = response.status;
        if (!response.ok) {
          mayHaveArrived = before || (status >= 500 && !NOT_TAKEN.has(status));
          await response.body?.cancel();
          throw refused(config.service, response);
        }
        return readWell(config.service, response, read);
      });
      return { ok: true, value };
    } catch (error) {
      return { ok: false, status, reason: reasonOf(error), mayHaveArrived, retryAfterMs: retryAfterMsOf(error) };
    }
  };
}

/**
 * What became of a message that was not answered well. `refused`: 400 and 413 speak of this message, which never becomes another one;
 * `failed`: it has surely not arrived, and what hinders it passes or is mended. The reason is a status where there was one.
 */
export function unsent(answer: Unanswered): Unsent {
  const { status, reason, mayHaveArrived, retryAfterMs } = answer;
  const isStatus = status !== null && status >= 300 && !wasNotCalled(reason) && reason !== "timeout";
  const why = isStatus ? `status_${status}` : reason;
  const waits = retryAfterMs === null ? {} : { retryAfterMs };
  if (mayHaveArrived) return { outcome: "unsure", reason: why, ...waits };
  if (status === 400 || status === 413) return { outcome: "refused", reason: why };
  return { outcome: "failed", reason: why, ...waits };
}

export interface Unsent {
  outcome: "refused" | "failed" | "unsure";
  reason: string;
  retryAfterMs?: number;
}

async function readWell<T>(
  service: CallOutConfig["service"],
  response: Response,
  read: MessageCall<T>["read"],
): Promise<T> {
  const text = async () => new TextDecoder().decode(await boundedBytes({ service, mostBytes: MOST_BYTES }, response));
  try {
    return await read({ status: response.status, headers: response.headers, text });
  } catch {
    // Its words stay out: a schema's complaint may quote the vendor.
    throw vendorFailure("invalid_answer", `${service}: the answer has another shape`);
  } finally {
    if (!response.bodyUsed) await response.body?.cancel();
  }
}

/** Like `refusal`, with the moment that SendGrid names instead of Retry-After (seconds of the epoch). */
function refused(service: CallOutConfig["service"], response: Response): Error {
  const resetAt = Number(response.headers.get("x-ratelimit-reset") ?? Number.NaN);
  if (response.status !== 429 || response.headers.has("retry-after") || !Number.isFinite(resetAt)) {
    return refusal(service, response);
  }
  return vendorFailure("rate_limited", `${service}: status 429`, Math.max(0, resetAt * 1000 - Date.now()));
}
