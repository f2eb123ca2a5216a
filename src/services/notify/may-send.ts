// Looks once more, right before a vendor is asked, at what has changed since a message was queued.
import { channelPlan } from "../../domain/notifications/channel-plan.ts";
import type { NotificationKind } from "../../domain/notifications/kinds.ts";
import { urgencyOf } from "../../domain/notifications/occasions.ts";
import { isWithheld } from "../../domain/notifications/withheld.ts";
import type { ServiceContext } from "../context.ts";
import type { NotificationRow } from "./next-rungs.ts";
import { configured } from "./outside-row.ts";
import type { Recipient } from "./recipients.ts";

export type MaySend =
  | { may: "now"; to: string }
  /** Quiet or unsafe hours have begun, or were only said now. */
  | { may: "later"; at: Date }
  | { may: "never"; reason: string };

/** Codes and invitations are asked for: they go as they are, even to an address that bounced. */
export function maySend(
  ctx: ServiceContext,
  row: NotificationRow,
  person: Recipient | undefined,
  suppressed: ReadonlySet<string>,
): MaySend {
  const kind = row.kind as NotificationKind;
  // A code that has expired, an invitation that was taken back.
  if (row.text === "") return { may: "never", reason: "over" };
  if (urgencyOf(kind) === "immediate") return { may: "now", to: row.recipient };
  if (person === undefined) return { may: "never", reason: "nobody" };
  if (isWithheld(kind, { optedOut: person.optedOutAt !== null, isClient: person.role === "client" }))
    return { may: "never", reason: "withheld" };
  const { ladder } = channelPlan(kind, person, configured(ctx), ctx.now());
  const rung = ladder.find(({ channel }) => channel === row.channel);
  if (rung === undefined) return { may: "never", reason: "not_wanted" };
  if (rung.notBefore !== null) return { may: "later", at: rung.notBefore };
  // The address as it is now; what bounced is the one that it had.
  return suppressed.has(row.id) && rung.to === row.recipient
    ? { may: "never", reason: "suppressed" }
    : { may: "now", to: rung.to };
}
