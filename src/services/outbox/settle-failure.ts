// What becomes of a message whose verb failed: tried again later, put off while a vendor is away, or parked for an operator.
import { VezError } from "../../base/errors.ts";
import { isVendorAwayCode, retryAfterMsOf } from "../../providers/vendor-failure.ts";
import type { ServiceContext } from "../context.ts";
import { markDead, markFailed, type OutboxRow } from "./message-state.ts";

/** After so many failed tries of its own a row is parked: with the backoff below, after one to two hours. */
const MOST_ATTEMPTS = 12;
/** Behind a row of a line others wait: one with a defect is parked after seconds, and the line goes on. */
const MOST_DEFECTS_IN_LINE = 4;
/** A vendor that is away is nobody's poison: for a day from its first failed try a message only waits. */
const VENDOR_PATIENCE_MS = 24 * 3_600_000;
/**
 * A circuit lets one call through every ten seconds: a message that comes again within twelve is there at the latest for the second
 * one after the vendor's return, which is under half a minute. What has waited for long is many: it comes less often.
 */
const VENDOR_WAIT_SECONDS = 12;
const LONG_VENDOR_WAIT_SECONDS = 30;
const LONG_MS = 15 * 60_000;

/** Counts the try. `waits`: again in so many seconds; `parked`: an operator decides. */
export async function settleFailure(
  ctx: ServiceContext,
  row: OutboxRow,
  error: unknown,
): Promise<{ became: "parked" } | { became: "waits"; delaySeconds: number }> {
  const code = error instanceof VezError ? error.code : "defect";
  ctx.log.warn("message_failed", { outbox_id: row.id, name: row.name, code, error });
  const hopeless = error instanceof VezError && !error.retryable;
  if (hopeless || isSpent(ctx, { ...row, attempts: row.attempts + 1, lastError: code })) {
    await markDead(ctx, row, code);
    return { became: "parked" };
  }
  // A vendor that says when to come back is not asked before.
  const ceiling = waitsForVendor(code) ? vendorWaitSeconds(ctx, row) : 3600;
  const delaySeconds = Math.max(backoffSeconds(row.attempts + 1, ceiling), askedToWaitSeconds(error));
  await markFailed(ctx, row.id, code, new Date(ctx.now().getTime() + delaySeconds * 1000));
  return { became: "waits", delaySeconds };
}

/** Whether a row has used up its tries; `lastError` is the code of the latest. */
export function isSpent(
  ctx: ServiceContext,
  row: Pick<OutboxRow, "attempts" | "lastError" | "line" | "waitsSince">,
): boolean {
  if (row.lastError !== null && waitsForVendor(row.lastError)) {
    return row.attempts >= MOST_ATTEMPTS && waitedMs(ctx, row) >= VENDOR_PATIENCE_MS;
  }
  const isInTheWay = row.line !== null && row.lastError === "defect";
  return row.attempts >= (isInTheWay ? MOST_DEFECTS_IN_LINE : MOST_ATTEMPTS);
}

/** A page of a gateway in the place of an answer is what a vendor looks like that comes back: no reason to park what waited for it. */
function waitsForVendor(code: string): boolean {
  return isVendorAwayCode(code) || code === "vendor_invalid_answer";
}

function vendorWaitSeconds(ctx: ServiceContext, row: OutboxRow): number {
  return waitedMs(ctx, row) < LONG_MS ? VENDOR_WAIT_SECONDS : LONG_VENDOR_WAIT_SECONDS;
}

/** Since its first failed try: what was held until an hour, or stood behind others, has asked nobody meanwhile. */
function waitedMs(ctx: ServiceContext, { waitsSince }: Pick<OutboxRow, "waitsSince">): number {
  return waitsSince === null ? 0 : ctx.now().getTime() - waitsSince.getTime();
}

/** At most an hour, whatever the vendor says. */
function askedToWaitSeconds(error: unknown): number {
  return Math.min(3600, Math.ceil((retryAfterMsOf(error) ?? 0) / 1000));
}

/** 2, 4, 8, ... seconds up to the ceiling, with full jitter above the first second so that retries spread out. */
function backoffSeconds(attempts: number, ceiling: number): number {
  return 1 + Math.floor(Math.random() * Math.min(ceiling, 2 ** Math.min(attempts, 12)));
}
