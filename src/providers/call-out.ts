// One way to call out: a place, a deadline, retries with full jitter, a circuit, a span, and each outcome counted.
import { startDeadline } from "../base/deadline.ts";
import { VezError } from "../base/errors.ts";
import type { Metrics } from "../domain/metrics/buffer.ts";
import type { LabelsOf } from "../domain/metrics/table.ts";
import { type Circuits, type FailureReader, isOpenCircuit } from "./circuit.ts";
import { reasonOf, retryAfterMsOf, statusOf, vendorFailure } from "./vendor-failure.ts";

export type Service = LabelsOf<"api_timeouts_total">["service"];

export interface CallOutConfig {
  service: Service;
  /** The configured bound on one call with all its tries (ms). */
  timeoutMs: number;
  circuits: Circuits;
  metrics: Metrics;
  /** Calls of one lane under way at once in one isolate; two hundred unless told. One more is `vendor_overloaded`. */
  mostAtOnce?: number;
  /** 0..1; the platform's own unless a test says otherwise. */
  random?: () => number;
}

export interface CallLimits {
  /** Sending it twice has one effect: only then is it tried again. */
  idempotent: boolean;
  /** What is left to the caller (ms); the smaller of it and the configured timeout counts. */
  budgetMs?: number;
  /** Given up with the caller. */
  signal?: AbortSignal;
  /** What somebody waits for and what runs behind have circuits of their own: a bulk load that is refused darkens no search. */
  lane?: "interactive" | "bulk" | "chat" | "speech";
  /** Three unless told. */
  mostTries?: number;
  /** The statuses by which this call's answer says that our key, or what goes with it, is no good; 401 and 403 unless told. */
  keyRefusedBy?: readonly number[];
  /** False where a good answer does not say that the key is taken. */
  provesKey?: boolean;
}

/** `attempt` is one try; it stops when its signal aborts, or is left behind. */
export type CallOut = <T>(limits: CallLimits, attempt: (signal: AbortSignal) => Promise<T>) => Promise<T>;

const MOST_TRIES = 3;
/** Of each a few kB and a socket: an isolate has 128 MB. */
const MOST_AT_ONCE = 200;
/** Who we are, and what we may (RFC 9110, 15.5.2 and 15.5.4). */
const KEY_REFUSED: readonly number[] = [401, 403];
const FIRST_WAIT_MS = 200;
const LONGEST_WAIT_MS = 5000;

/** Throws VezError `vendor_*` alone (vendor-failure.ts), and never later than the deadline. */
export function makeCallOut(config: CallOutConfig): CallOut {
  return async (limits, attempt) => {
    const { service, circuits } = config;
    const lane = limits.lane ?? "interactive";
    const totalMs = Math.min(config.timeoutMs, limits.budgetMs ?? Number.POSITIVE_INFINITY);
    if (!(totalMs > 0)) throw vendorFailure("timeout", `${service}: no time was left`);
    const leave = circuits.bulkheadOf(`${service}/${lane}`, config.mostAtOnce ?? MOST_AT_ONCE).enter(totalMs + 1000);
    if (leave === null) throw vendorFailure("overloaded", `${service}: too many calls at once`);
    return circuits.enterSpan(`call ${service}`, async (span) => {
      span.setAttribute("vez.service", service);
      span.setAttribute("vez.lane", lane);
      try {
        const answer = await tries(config, limits, totalMs, attempt);
        span.setAttribute("vez.outcome", "answered");
        if (limits.provesKey !== false) circuits.keys.heard(service, false);
        return answer;
      } catch (error) {
        span.setAttribute("vez.outcome", isGivenUp(error) ? "given_up" : reasonOf(error));
        const status = statusOf(error);
        if (status !== null && (limits.keyRefusedBy ?? KEY_REFUSED).includes(status)) {
          circuits.keys.heard(service, true, status);
        }
        throw error;
      } finally {
        leave();
      }
    });
  };
}

async function tries<T>(
  config: CallOutConfig,
  limits: CallLimits,
  totalMs: number,
  attempt: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const random = config.random ?? Math.random;
  const startedAt = Date.now();
  const { signal: deadline, clear } = startDeadline(totalMs);
  const signal = limits.signal === undefined ? deadline : AbortSignal.any([deadline, limits.signal]);
  const circuit = config.circuits.of(`${config.service}/${limits.lane ?? "interactive"}`, FAILURES);
  try {
    for (let tries = 1; ; tries++) {
      try {
        return await circuit.run(() => settled(config.service, attempt, signal, deadline));
      } catch (error) {
        const failed = isOpenCircuit(error) ? vendorFailure("open_circuit", `${config.service}: open`) : error;
        const waitMs = Math.max(fullJitterMs(tries, random()), retryAfterMsOf(failed) ?? 0);
        const isLast = !limits.idempotent || tries >= (limits.mostTries ?? MOST_TRIES) || !mayRetry(failed);
        if (isLast || Date.now() - startedAt + waitMs >= totalMs) throw failed;
        await pause(waitMs, signal);
        if (signal.aborted) throw givenUp(config.service, deadline);
      }
    }
  } catch (error) {
    if (reasonOf(error) === "timeout") config.metrics.count("api_timeouts_total", { service: config.service });
    throw error;
  } finally {
    clear();
    const seconds = (Date.now() - startedAt) / 1000;
    config.metrics.observe("external_api_duration_seconds", { service: config.service }, seconds);
  }
}

/** Full jitter (Brooker, Exponential Backoff and Jitter, AWS Architecture Blog 2015): random between 0 and the ceiling. */
export function fullJitterMs(tries: number, random: number): number {
  return random * Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (tries - 1));
}

const FAILURES: FailureReader = { isOutage, askedToWaitMs: retryAfterMsOf };

/** A caller who left, and a call that was wrong, say nothing about the vendor. */
function isOutage(error: unknown): boolean {
  return !isGivenUp(error) && reasonOf(error) !== "refused";
}

function isGivenUp(error: unknown): boolean {
  return error instanceof VezError && error.code === "vendor_given_up";
}

function mayRetry(error: unknown): boolean {
  const reason = reasonOf(error);
  return reason === "error" || reason === "rate_limited" || reason === "invalid_answer";
}

/** One try that ends with its signal even where the callee does not listen to it, and fails with the house's errors only. */
async function settled<T>(
  service: Service,
  attempt: (signal: AbortSignal) => Promise<T>,
  signal: AbortSignal,
  deadline: AbortSignal,
): Promise<T> {
  try {
    return await untilAborted(attempt(signal), signal);
  } catch (error) {
    if (signal.aborted) throw givenUp(service, deadline);
    if (error instanceof VezError) throw error;
    // The vendor's words, and the address, stay out: only the kind of error is told.
    throw vendorFailure("error", `${service}: ${error instanceof Error ? error.name : "unknown"}`);
  }
}

function givenUp(service: Service, deadline: AbortSignal): VezError {
  if (deadline.aborted) return vendorFailure("timeout", `${service}: no answer in time`);
  return new VezError("vendor_given_up", { status: 499, detail: "The caller left." });
}

function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    signal.addEventListener("abort", stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
  });
}

/** Ends early when the signal aborts; the caller looks. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener("abort", end, { once: true });
  });
}
