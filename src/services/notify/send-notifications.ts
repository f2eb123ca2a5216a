// Has queued messages carried by their vendors: claimed before the call, settled after it, never twice on one channel.
import type { VezError } from "../../base/errors.ts";
import type { OutsideChannel, Sender, SendOutcome } from "../../domain/notifications/sender.ts";
import { FAILURE_REASONS, vendorFailure } from "../../providers/vendor-failure.ts";
import type { ServiceContext } from "../context.ts";
import type { BatchVerb } from "../outbox/batch-verb.ts";
import { claimNotifications, dueNotifications } from "./claim-notifications.ts";
import { lookAtOnce } from "./look-at-once.ts";
import { maySend } from "./may-send.ts";
import type { NotificationRow } from "./next-rungs.ts";
import { outgoing } from "./outgoing.ts";
import { type Recipient, readRecipients } from "./recipients.ts";
import { type Settlement, settleNotifications } from "./settle-notifications.ts";
import { type AskAgain, settleOutcomes } from "./settle-outcomes.ts";
import { suppressedAmong } from "./suppression.ts";

/** As the queue takes it: a lane's whole batch in few calls. */
export const SEND_NOTIFICATIONS: BatchVerb<"notification.send"> = {
  mostAtOnce: 50,
  run: async (ctx, items) => {
    const { again } = await sendNotifications(
      ctx,
      items.map(({ body }) => body.notificationId),
    );
    return items.map(({ id, body }) => ({ id, error: again.get(body.notificationId) ?? null }));
  },
};

type People = ReadonlyMap<string, Recipient>;

/** `sent`: how many this call sent. `again`: by id, the error of a vendor that failed, for the message to be brought again. */
export interface Sent {
  sent: number;
  again: ReadonlyMap<string, VezError>;
}

/**
 * Any number of ids, in any order, as often as they come: each row is sent at most once by this call and all others. Only what the
 * database refuses is thrown.
 */
export async function sendNotifications(ctx: ServiceContext, ids: readonly string[]): Promise<Sent> {
  const rows = await dueNotifications(ctx, ids);
  if (rows.length === 0) return { sent: 0, again: new Map() };
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
  const [, ...parts] = await Promise.all([
    putAside(ctx, rows, people, { stopped, early }),
    ...[...bySender].map(([sender, mine]) => sendBy(ctx, sender, mine, people)),
  ]);
  return {
    sent: parts.reduce((sum, { sent }) => sum + sent, 0),
    again: new Map(parts.flatMap(({ again }) => [...again])),
  };
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
  await settleOutcomes(ctx, { rows: claimed, people, outcomes: refusals, sender: null });
  await settleNotifications(ctx, back);
}

async function sendBy(
  ctx: ServiceContext,
  sender: Sender,
  rows: readonly NotificationRow[],
  people: People,
): Promise<Sent> {
  let sent = 0;
  const again = new Map<string, VezError>();
  for (let from = 0; from < rows.length; from += sender.mostAtOnce) {
    const ready = await Promise.all(
      rows.slice(from, from + sender.mostAtOnce).map(async (row) => {
        return { ...row, item: await outgoing(ctx, row, people.get(row.userId ?? "")?.role ?? null) };
      }),
    );
    const claimed = await claimNotifications(ctx, ready);
    const since = ctx.now();
    const items = claimed.map(({ item }) => item);
    const outcomes = await lookAtOnce(ctx, sender, claimed, await ask(ctx, sender, items), since);
    const failed = await settleOutcomes(ctx, { rows: claimed, people, outcomes, sender });
    for (const [id, why] of failed) again.set(id, failureOf(why));
    sent += outcomes.filter(({ outcome }) => outcome === "sent").length;
  }
  return { sent, again };
}

/** The outbox waits for a vendor by its own rule: often at first, for a day, and never before the vendor said. */
function failureOf({ reason, retryAfterMs }: AskAgain): VezError {
  const known = FAILURE_REASONS.find((one) => one === reason);
  return vendorFailure(
    known === undefined || known === "refused" || known === "invalid_answer" ? "error" : known,
    reason,
    retryAfterMs,
  );
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
