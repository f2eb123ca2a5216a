// Counts what became of messages, and where one channel had to take over from another.
import type { NotificationKind } from "../../domain/notifications/kinds.ts";
import type { SendOutcome } from "../../domain/notifications/sender.ts";
import type { ServiceContext } from "../context.ts";
import type { NotificationRow } from "./next-rungs.ts";
import type { Settlement } from "./settle-notifications.ts";

/** A try that is repeated later is no end, and counts nothing. */
export function countOutcome(
  ctx: ServiceContext,
  row: NotificationRow,
  settlement: Settlement,
  outcome: SendOutcome,
): void {
  if (settlement.status === "queued") return;
  const type = row.kind as NotificationKind;
  const refused = settlement.reason === "withheld" ? "withheld" : "refused";
  const status = outcome.outcome === "refused" ? refused : settlement.status;
  ctx.metrics.count("notifications_sent_total", { type, status });
  if (outcome.outcome === "sent" || outcome.outcome === "refused") return;
  const from = ctx.senders[row.channel === "in_app" ? "push" : row.channel]?.vendor;
  const next = settlement.next?.channel;
  const to = next === undefined || next === "in_app" ? "in_app" : (ctx.senders[next]?.vendor ?? "in_app");
  if (from !== undefined) ctx.metrics.count("fallback_usage_total", { from, to, reason: reasonOf(outcome.reason) });
}

function reasonOf(code: string) {
  if (code === "open_circuit" || code === "timeout" || code === "rate_limited") return code;
  return code === "invalid_answer" ? code : "error";
}
