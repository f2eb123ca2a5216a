// Tells a database that is away for a while (retry) from a statement that is wrong (a defect).
import { NeonDbError } from "@neondatabase/serverless";
import { DrizzleQueryError } from "drizzle-orm/errors";

/** SQLSTATE: connection exceptions, insufficient resources, operator intervention (shutdown, restart, cancelled). */
const AWAY_STATES = /^(08|53|57)/;
/** The driver knows a status other than 200 and 400 only as text. */
const AWAY_STATUS = /^Server error \(HTTP status (408|429|5\d\d)\)/;
/** Causes nest: query error > driver error > fetch error. A bound, since a chain may be a ring. */
const MOST_CAUSES = 8;

/** True when the same statement may succeed later: the database could not be reached, answered too late or is full. */
export function isDatabaseAway(error: unknown): boolean {
  let inQuery = false;
  let current = error;
  for (let i = 0; i < MOST_CAUSES && current instanceof Error; i++) {
    if (current instanceof NeonDbError) return isDriverAway(current);
    // The connection broke while the answer was read: the driver lets fetch's own error through.
    if (inQuery && (current.name === "TimeoutError" || current.name === "AbortError" || current instanceof TypeError)) {
      return true;
    }
    inQuery ||= current instanceof DrizzleQueryError;
    current = current.cause;
  }
  return false;
}

function isDriverAway(error: NeonDbError): boolean {
  if (error.sourceError !== undefined) return true;
  return error.code === undefined ? AWAY_STATUS.test(error.message) : AWAY_STATES.test(error.code);
}
