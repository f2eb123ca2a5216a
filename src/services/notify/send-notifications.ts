// Has queued messages carried by their vendors: claimed before the call, settled after it, never twice on one channel.
import { inArray } from "drizzle-orm";
import { pushDevices } from "../../db/schema.ts";
import { afterOutcome } from "../../domain/notifications/after-outcome.ts";
import type { NotificationKind } from "../../domain/notifications/kinds.ts";
import { groupOf, urgencyOf } from "../../domain/notifications/occasions.ts";
import { isWanted } from "../../domain/notifications/preferences.ts";
import type { OutsideChannel, Sender, SendOutcome } from "../../domain/notifications/sender.ts";
import { isWithheld } from "../../domain/notifications/withheld.ts";
import type { ServiceContext } from "../context.ts";
import { claimNotifications } from "./claim-notifications.ts";
import { countOutcome } from "./count-outcome.ts";
import { type NotificationRow, nextRungs } from "./next-rungs.ts";
import { outgoing } from "./outgoing.ts";
import { type Recipient, readRecipients } from "./recipients.ts";
import { type Settlement, settleNotifications } from "./settle-notifications.ts";
import { suppressedAmong } from "./suppression.ts";

type People = ReadonlyMap<string, Recipient>;
type NotSent = Extract<SendOutcome, { reason: string }>;

/**
 * Any number of ids, in any order, as often as they come: each row is sent at most once by this call and all others. A vendor's failure
 * is written down and tried again by a message of its own; only what the database refuses is thrown.
 */
export async function sendNotifications(ctx: ServiceContext, ids: readonly string[]): Promise<{ sent: number }> {
  const rows = await claimNotifications(ctx, ids);
  if (rows.length === 0) return { sent: 0 };
  const [people, suppressed] = await Promise.all([
    readRecipients(ctx, [...new Set(rows.flatMap(({ userId }) => userId ?? []))]),
    suppressedAmong(ctx, rows),
  ]);
  const refusals: NotSent[] = [];
  const byChannel = new Map<Sender, NotificationRow[]>();
  for (const row of rows) {
    const sender = ctx.senders[row.channel as OutsideChannel];
    const why = sender === undefined ? "not_configured" : whyNot(row, people, suppressed);
    if (why !== null) refusals.push({ id: row.id, outcome: "refused", reason: why });
    else if (sender !== undefined) byChannel.set(sender, [...(byChannel.get(sender) ?? []), row]);
  }
  const own = settle(ctx, rows, people, refusals, null);
  const sent = await Promise.all([...byChannel].map(([sender, mine]) => sendBy(ctx, sender, mine, people)));
  await own;
  return { sent: sent.reduce((sum, count) => sum + count, 0) };
}

/** What has changed since it was queued; null: it may go. Codes and invitations are asked for, and go even to an address that bounced. */
function whyNot(row: NotificationRow, people: People, suppressed: ReadonlySet<string>): string | null {
  const kind = row.kind as NotificationKind;
  if (row.text === "") return "over";
  if (urgencyOf(kind) === "immediate") return null;
  const person = people.get(row.userId ?? "");
  if (person === undefined) return "nobody";
  if (isWithheld(kind, { optedOut: person.optedOutAt !== null, isClient: person.role === "client" })) return "withheld";
  if (!isWanted(person.preferences, groupOf(kind, person.role), row.channel)) return "not_wanted";
  return suppressed.has(row.id) ? "suppressed" : null;
}

async function sendBy(
  ctx: ServiceContext,
  sender: Sender,
  rows: readonly NotificationRow[],
  people: People,
): Promise<number> {
  let sent = 0;
  for (let from = 0; from < rows.length; from += sender.mostAtOnce) {
    const some = rows.slice(from, from + sender.mostAtOnce);
    const items = await Promise.all(some.map((row) => outgoing(ctx, row, people.get(row.userId ?? "")?.role ?? null)));
    const outcomes = await ask(ctx, sender, items);
    await settle(ctx, some, people, outcomes, sender);
    sent += outcomes.filter(({ outcome }) => outcome === "sent").length;
  }
  return sent;
}

/** One outcome for each item: what a sender forgets to name, or throws at, may have been sent. */
async function ask(ctx: ServiceContext, sender: Sender, items: Parameters<Sender["send"]>[0]): Promise<SendOutcome[]> {
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
    const { id, kind, tries } = row;
    if (outcome.outcome === "sent") {
      return [{ id, kind, tries, status: "sent", reason: null, vendorId: outcome.vendorId, againAt: null, next: null }];
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
        id,
        kind,
        tries,
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
  if (people.length > 0) await ctx.db.delete(pushDevices).where(inArray(pushDevices.userId, people));
}
