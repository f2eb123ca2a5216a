// The next channel of messages that a channel did not take, as rows: planned anew, since people change their minds.
import { and, inArray } from "drizzle-orm";
import { newId } from "../../base/ids.ts";
import { notifications } from "../../db/schema.ts";
import { channelPlan } from "../../domain/notifications/channel-plan.ts";
import type { NotificationKind } from "../../domain/notifications/kinds.ts";
import type { ServiceContext } from "../context.ts";
import { configured, outsideText } from "./outside-row.ts";
import { type Recipient, readRecipients } from "./recipients.ts";

export type NotificationRow = typeof notifications.$inferSelect;
export type NewNotification = typeof notifications.$inferInsert & { id: string; kind: string };

/** By the id of the row before; none for what has one channel alone, and where no channel is left. */
export async function nextRungs(
  ctx: ServiceContext,
  rows: readonly NotificationRow[],
  known?: ReadonlyMap<string, Recipient>,
): Promise<ReadonlyMap<string, NewNotification>> {
  const climbing = rows.filter((row) => row.occasion !== null && row.userId !== null);
  if (climbing.length === 0) return new Map();
  const occasions = climbing.flatMap(({ occasion }) => occasion ?? []);
  const [siblings, people] = await Promise.all([
    ctx.db
      .select({ occasion: notifications.occasion, channel: notifications.channel, text: notifications.text })
      .from(notifications)
      .where(and(inArray(notifications.occasion, [...new Set(occasions)]))),
    known ?? readRecipients(ctx, [...new Set(climbing.flatMap(({ userId }) => userId ?? []))]),
  ]);
  return new Map(
    climbing.flatMap((row) => {
      const person = people.get(row.userId ?? "");
      const told = siblings.filter(({ occasion }) => occasion === row.occasion);
      const next = person === undefined ? null : nextRow(ctx, row, person, told);
      return next === null ? [] : [[row.id, next] as const];
    }),
  );
}

function nextRow(
  ctx: ServiceContext,
  row: NotificationRow,
  person: Recipient,
  told: readonly Pick<NotificationRow, "channel" | "text">[],
): NewNotification | null {
  const now = ctx.now();
  const { ladder } = channelPlan(row.kind as NotificationKind, person, configured(ctx), now);
  const next = ladder.find((rung) => !told.some(({ channel }) => channel === rung.channel));
  if (next === undefined) return null;
  // The app has the whole text, in the words of its reader.
  const text = told.find(({ channel }) => channel === "in_app")?.text ?? row.text;
  const { kind, subject, link, locale, occasion } = row;
  return {
    id: newId("ntf", now.getTime()),
    key: `${occasion}:outside:${row.rung + 1}`,
    occasion,
    rung: row.rung + 1,
    userId: row.userId,
    recipient: next.to,
    channel: next.channel,
    kind,
    subject,
    text: outsideText(next.channel, { subject, text, link }),
    link,
    locale,
    status: "queued",
    availableAt: next.notBefore,
    createdAt: now,
  };
}
