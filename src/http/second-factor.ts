// The second factor at the door: an operator who still owes it is nobody, but on the pages and routes that take it.
import type { Context } from "hono";
import { VezError } from "../base/errors.ts";
import type { Config } from "../env.ts";
import type { AppEnv, HalfIn, Person } from "./app-env.ts";

/** What a session's operator still owes; null: nothing. */
export function owedBy(
  marks: { since: Date | null; passedAt: Date | null },
  setting: Config["OPERATOR_SECOND_FACTOR"],
): HalfIn["owes"] | null {
  if (marks.since === null) return setting === "required" ? "enrol" : null;
  return marks.passedAt === null || marks.passedAt < marks.since ? "pass" : null;
}

/** The 403 for whoever is half in. */
export function secondFactorNeeded(halfIn: HalfIn): VezError {
  const way =
    halfIn.owes === "pass"
      ? "Send the six digits of your app to POST /api/v2/operator/second-factor, or open /ops/second-factor."
      : "Operators need an authenticator app here. Open /ops/second-factor to set it up.";
  return new VezError("second_factor_needed", { status: 403, detail: way });
}

/** Somebody who may deal with his own second factor: an operator, whole or half in. */
export interface FactorHolder {
  person: Person;
  sessionId: string | null;
  owes: HalfIn["owes"] | null;
}

/** Null for anyone who is no operator. `sessionId` is null where no session of ours stands behind the request. */
export function factorHolder(c: Context<AppEnv>): FactorHolder | null {
  const halfIn = c.get("halfIn");
  if (halfIn !== null) {
    const { userId, locale, sessionId, owes } = halfIn;
    return { person: { kind: "person", userId, role: "operator", locale }, sessionId, owes };
  }
  const person = c.get("person");
  if (person?.role !== "operator") return null;
  return { person, sessionId: c.get("sessionId"), owes: null };
}

/** Where a page of the console sends whoever is half in. */
export function secondFactorPage(next: string): string {
  return `/ops/second-factor?${new URLSearchParams({ next })}`;
}
