// What a vendor's outcomes make of messages: sent, asked again later, or the next channel.
import { and, inArray, lt } from "drizzle-orm";
import { pushDevices } from "../../db/schema.ts";
import { afterOutcome } from "../../domain/notifications/after-outcome.ts";
import type { NotificationKind } from "../../domain/notifications/kinds.ts";
import { urgencyOf } from "../../domain/notifications/occasions.ts";
import type { Sender, SendOutcome } from "../../domain/notifications/sender.ts";
import type { ServiceContext } from "../context.ts";
import { countOutcome } from "./count-outcome.ts";
import { type NotificationRow, nextRungs } from "./next-rungs.ts";
import type { Recipient } from "./recipients.ts";
import { type Settlement, settleNotifications } from "./settle-notifications.ts";

interface Asked {
  /** As they were claimed. */
  rows: readonly NotificationRow[];
  people: ReadonlyMap<string, Recipient>;
  /** Of some or all of `rows`. */
  outcomes: readonly SendOutcome[];
  /** Null where nobody was asked. */
  sender: Sender | null;
}

/** Why a message is to be asked for again, and not before when. */
export interface AskAgain {
  reason: string;
  retryAfterMs: number | undefined;
}

/** What is to be asked again, by id; everything else is settled for good. */
export async function settleOutcomes(
  ctx: ServiceContext,
  { rows, people, outcomes, sender }: Asked,
): Promise<ReadonlyMap<string, AskAgain>> {
  const byId = new Map(outcomes.map((outcome) => [outcome.id, outcome]));
  const asked = rows.filter(({ id }) => byId.has(id));
  if (asked.length === 0) return new Map();
  const next = await nextRungs(
    ctx,
    asked.filter(({ id }) => byId.get(id)?.outcome !== "sent"),
    people,
  );
  const settlements = asked.flatMap((row): Settlement[] => {
    const outcome = byId.get(row.id);
    if (outcome === undefined) return [];
    const { id, kind, tries, recipient } = row;
    const same = { id, kind, tries, recipient };
    if (outcome.outcome === "sent") {
      return [{ ...same, status: "sent", reason: null, vendorId: outcome.vendorId, againAt: null, next: null }];
    }
    const urgency = urgencyOf(kind as NotificationKind);
    const rung = next.get(id) ?? null;
    const isIdempotent = sender?.isIdempotent ?? false;
    const after = afterOutcome({ ...outcome, urgency, tries, hasNext: rung !== null, isIdempotent });
    // Who is gone or said stop is told nowhere else either.
    const climbs = after.status !== "queued" && after.climbs && outcome.reason !== "withheld";
    return [
      {
        ...same,
        status: after.status,
        reason: outcome.reason,
        vendorId: null,
        againAt: null,
        next: climbs ? rung : null,
      },
    ];
  });
  const written = await settleNotifications(ctx, settlements);
  await forgetDevices(ctx, asked, byId);
  for (const row of asked) {
    const settlement = settlements.find(({ id }) => id === row.id);
    const outcome = byId.get(row.id);
    if (settlement !== undefined && outcome !== undefined && written.has(row.id))
      countOutcome(ctx, row, settlement, outcome);
  }
  return new Map(
    settlements.flatMap(({ id, status, reason }) => {
      const outcome = byId.get(id);
      const retryAfterMs = outcome === undefined || outcome.outcome === "sent" ? undefined : outcome.retryAfterMs;
      return status === "queued" ? [[id, { reason: reason ?? "error", retryAfterMs }] as const] : [];
    }),
  );
}

/** A browser that was allowed just now may not be known at the vendor yet. */
const NEW_FOR_MS = 10 * 60_000;

/** The vendor knows no browser of these people any more: push is not planned until one is allowed again. */
async function forgetDevices(
  ctx: ServiceContext,
  rows: readonly NotificationRow[],
  outcomes: ReadonlyMap<string, SendOutcome>,
): Promise<void> {
  const gone = rows.filter(({ id, channel }) => {
    const outcome = outcomes.get(id);
    return channel === "push" && outcome?.outcome === "refused" && outcome.reason === "no_device";
  });
  const people = gone.flatMap(({ userId }) => userId ?? []);
  if (people.length === 0) return;
  const before = new Date(ctx.now().getTime() - NEW_FOR_MS);
  await ctx.db.delete(pushDevices).where(and(inArray(pushDevices.userId, people), lt(pushDevices.createdAt, before)));
}
