// The message to an operator whose second factor changed, by whosever hand.
import { type NewOutboxRow, outboxRow } from "../../db/outbox.ts";
import type { ServiceContext } from "../context.ts";

/** `occasion` is the audit row's id. */
export function factorNews(
  ctx: ServiceContext,
  userId: string,
  what: "set" | "removed" | "reset" | "recovery_used" | "codes_renewed",
  occasion: string,
): NewOutboxRow {
  return outboxRow(
    "person.notify",
    `second_factor:${occasion}`,
    { userId, kind: "second_factor_changed", params: { what } },
    { now: ctx.now(), traceId: ctx.traceId },
  );
}
