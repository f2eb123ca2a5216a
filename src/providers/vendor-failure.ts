// How a call to a vendor can fail, as the house's own error: a reason to act on, and not a word of the vendor's.
import { VezError } from "../base/errors.ts";
import { isOpenCircuit } from "./circuit.ts";

/** "overloaded": too many calls to it are under way here. "refused": the vendor understood and said no (a wrong key, a body it does not take); trying again changes nothing. */
export const FAILURE_REASONS = [
  "timeout",
  "error",
  "rate_limited",
  "open_circuit",
  "overloaded",
  "invalid_answer",
  "refused",
] as const;
export type FailureReason = (typeof FAILURE_REASONS)[number];

/** A VezError `vendor_<reason>` (503); retryable unless refused. `why` is for the log: a status, a field, never a body. */
export function vendorFailure(reason: FailureReason, why: string, retryAfterMs?: number, status?: number): VezError {
  return new VezError(`vendor_${reason}`, {
    status: 503,
    retryable: reason !== "refused",
    detail: "A service that Vez relies on did not answer as it should. Please try again in a few minutes.",
    cause: new VendorReason(reason, why, retryAfterMs, status),
  });
}

/** The reason of any failed call; what is not a vendor's failure counts as "error". */
export function reasonOf(error: unknown): FailureReason {
  if (isOpenCircuit(error)) return "open_circuit";
  return causeOf(error)?.reason ?? "error";
}

/** The reasons that pass by themselves when the vendor is back, or quieter. */
const AWAY: readonly string[] = (["timeout", "error", "rate_limited", "open_circuit", "overloaded"] as const).map(
  (reason) => `vendor_${reason}`,
);

/** True where the vendor was not asked at all: a message cannot have arrived there. */
export function wasNotCalled(reason: string): boolean {
  return reason === "open_circuit" || reason === "overloaded";
}

/** True while a vendor does not answer, or does not want more: the message is sound, and waits. */
export function isVendorAway(error: unknown): boolean {
  return error instanceof VezError && error.retryable && isVendorAwayCode(error.code);
}

/** The same of the error's code, as it is kept with a message. */
export function isVendorAwayCode(code: string): boolean {
  return AWAY.includes(code);
}

/** What the vendor asked to wait; null when it did not say. */
export function retryAfterMsOf(error: unknown): number | null {
  return causeOf(error)?.retryAfterMs ?? null;
}

/** The HTTP status of the vendor's answer; null where there was none. */
export function statusOf(error: unknown): number | null {
  return causeOf(error)?.status ?? null;
}

class VendorReason extends Error {
  readonly reason: FailureReason;
  /** `why`, where the log keeps it: of an error's message it keeps nothing. */
  readonly code: string;
  readonly retryAfterMs: number | undefined;
  readonly status: number | undefined;

  constructor(reason: FailureReason, why: string, retryAfterMs: number | undefined, status: number | undefined) {
    super(why);
    this.name = "VendorReason";
    this.reason = reason;
    this.code = why;
    this.retryAfterMs = retryAfterMs;
    this.status = status;
  }
}

function causeOf(error: unknown): VendorReason | null {
  return error instanceof VezError && error.cause instanceof VendorReason ? error.cause : null;
}
