// Has queued messages carried by their vendors: claimed before the call, settled after it, never twice on one channel.
import { and, inArray, lt } from "drizzle-orm";
import { pushDevices } from "../../db/schema.ts";
import { afterOutcome } from "../../domain/notifications/after-outcome.ts";
import type { NotificationKind } from "../../domain/notifications/kinds.ts";
import { urgencyOf } from "../../domain/notifications/occasions.ts";
import type { OutsideChannel, Sender, SendOutcome } from "../../domain/notifications/sender.ts";
import type { ServiceContext } from "../context.ts";
import type { BatchVerb } from "../outbox/batch-verb.ts";
import { claimNotifications, dueNotifications } from "./claim-notifications.ts";
import { countOutcome } from "./count-outcome.ts";
import { maySend } from "./may-send.ts";
import { type NotificationRow, nextRungs } from "./next-rungs.ts";
import { outgoing } from "./outgoing.ts";
import { type Recipient, readRecipients } from "./recipients.ts";
import { type Settlement, settleNotifications } from "./settle-notifications.ts";
import { suppressedAmong } from "./suppression.ts";

/** As the queue takes it: a lane's whole batch in few calls. */
export const SEND_NOTIFICATIONS: BatchVerb<"notification.send"> = {
  mostAtOnce: 50,
  run: async (ctx, items) => {
    await sendNotifications(
      ctx,
      items.map(({ body }) => body.notificationId),
    );
    return items.map(({ id }) => ({ id, error: null }));
  },
};

type People = ReadonlyMap<string, Recipient>;

/**
 * Any number of ids, in any order, as often as they come: each row is sent at most once by this call and all others. A vendor's failure
 * is written down and tried again by a message of its own; only what the database refuses is thrown.
 */
export async function sendNotifications(ctx: ServiceContext, ids: readonly string[]): Promise<{ sent: number }> {
  const rows = await dueNotifications(ctx, ids);
  if (rows.length === 0) return { sent: 0 };
  const [people, suppressed] = await Promise.all([
    readRecipients(ctx, [...new Set(rows.flatMap(({ userId }) => userId ?? []))]),
    suppressedAmong(ctx, rows),
  ]);
  const stopped = new Map<string, string>();
  const early = new Map<string, Date>();
  const bySender = new Map<Sender, NotificationRow[]>();
  for (const row of rows) {
    const sender = ctx.senders[row.channel as OutsideChannel];
    const may = maySend(ctx, row, people.get(row.userId ?? ""), suppressed);
    if (may.may === "never") stopped.set(row.id, may.reason);
    else if (may.may === "later") early.set(row.id, may.at);
    else if (sender === undefined) stopped.set(row.id, "not_configured");
    else bySender.set(sender, [...(bySender.get(sender) ?? []), { ...row, recipient: may.to }]);
  }
  const [, ...sent] = await Promise.all([
    putAside(ctx, rows, people, { stopped, early }),
    ...[...bySender].map(([sender, mine]) => sendBy(ctx, sender, mine, people)),
  ]);
  return { sent: sent.reduce((sum, count) => sum + count, 0) };
}

/** What no vendor is asked for: stopped for good on its channel, or put back for its hour. */
async function putAside(
  ctx: ServiceContext,
  rows: readonly NotificationRow[],
  people: People,
  { stopped, early }: { stopped: ReadonlyMap<string, string>; early: ReadonlyMap<string, Date> },
): Promise<void> {
  const claimed = await claimNotifications(
    ctx,
    rows.filter(({ id }) => stopped.has(id) || early.has(id)),
  );
  const refusals = claimed.flatMap(({ id }): SendOutcome[] => {
    const reason = stopped.get(id);
    return reason === undefined ? [] : [{ id, outcome: "refused", reason }];
  });
  const back = claimed.flatMap(({ id, kind, tries, recipient }): Settlement[] => {
    const againAt = early.get(id);
    if (againAt === undefined) return [];
    return [{ id, kind, tries, recipient, status: "queued", reason: null, vendorId: null, againAt, next: null }];
  });
  await settle(ctx, claimed, people, refusals, null);
  await settleNotifications(ctx, back);
}

async function sendBy(
  ctx: ServiceContext,
  sender: Sender,
  rows: readonly NotificationRow[],
  people: People,
): Promise<number> {
  let sent = 0;
  for (let from = 0; from < rows.length; from += sender.mostAtOnce) {
    const ready = await Promise.all(
      rows.slice(from, from + sender.mostAtOnce).map(async (row) => {
        return { ...row, item: await outgoing(ctx, row, people.get(row.userId ?? "")?.role ?? null) };
      }),
    );
    const claimed = await claimNotifications(ctx, ready);
    const outcomes = await ask(
      ctx,
      sender,
      claimed.map(({ item }) => item),
    );
    await settle(ctx, claimed, people, outcomes, sender);
    sent += outcomes.filter(({ outcome }) => outcome === "sent").length;
  }
  return sent;
}

/** One outcome for each item: what a sender forgets to name, or throws at, may have been sent. */
async function ask(ctx: ServiceContext, sender: Sender, items: Parameters<Sender["send"]>[0]): Promise<SendOutcome[]> {
  if (items.length === 0) return [];
  const startedAt = ctx.now().getTime();
  const named = await sender.send(items).catch((error: unknown) => {
    ctx.log.error("sender_failed", { channel: sender.channel, error });
    return [] as readonly SendOutcome[];
  });
  ctx.metrics.observe("notification_duration_seconds", {}, (ctx.now().getTime() - startedAt) / 1000);
  return items.map(
    ({ id }) => named.find((outcome) => outcome.id === id) ?? { id, outcome: "unsure", reason: "no_answer" },
  );
}

async function settle(
  ctx: ServiceContext,
  rows: readonly NotificationRow[],
  people: People,
  outcomes: readonly SendOutcome[],
  sender: Sender | null,
): Promise<void> {
  const byId = new Map(outcomes.map((outcome) => [outcome.id, outcome]));
  const asked = rows.filter(({ id }) => byId.has(id));
  if (asked.length === 0) return;
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
    const after = afterOutcome({ ...outcome, urgency, tries, hasNext: rung !== null, isIdempotent }, Math.random());
    const againAt = after.status === "queued" ? new Date(ctx.now().getTime() + after.againInSeconds * 1000) : null;
    // Who is gone or said stop is told nowhere else either.
    const climbs = after.status !== "queued" && after.climbs && outcome.reason !== "withheld";
    return [
      {
        ...same,
        status: after.status,
        reason: outcome.reason,
        vendorId: null,
        againAt,
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
