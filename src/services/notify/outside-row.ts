// What leaves the house as a row: the words that each channel may carry, and the message that has it sent.
import { type SQL, sql } from "drizzle-orm";
import { outboxRow } from "../../db/outbox.ts";
import type { NotificationChannel } from "../../db/schema.ts";
import type { NotificationKind } from "../../domain/notifications/kinds.ts";
import { urgencyOf } from "../../domain/notifications/occasions.ts";
import type { OutsideChannel } from "../../domain/notifications/sender.ts";
import type { ServiceContext } from "../context.ts";
import { insertOutbox } from "../outbox/insert-outbox.ts";
import { insertedRows } from "../outbox/inserted-rows.ts";

/** The channels that somebody carries. */
export function configured(ctx: ServiceContext): ReadonlySet<OutsideChannel> {
  return new Set(Object.values(ctx.senders).map(({ channel }) => channel));
}

/** Of a letter that goes by e-mail whatever the person chose. */
export function letterStatus(ctx: ServiceContext): "queued" | "stored" {
  return ctx.senders.email === undefined ? "stored" : "queued";
}

/** A text on a phone stands on its locked screen: it is the subject and the link alone, an e-mail is the whole. */
export function outsideText(
  channel: NotificationChannel,
  { subject, text, link }: { subject: string; text: string; link: string | null },
): string {
  if (channel === "email") return link === null ? text : `${text}\n\n${link}`;
  return [subject, link].filter(Boolean).join("\n");
}

/** The relay takes a row for lost that a queue holds for longer. */
const MOST_DELAY_SECONDS = 45;

/** A row that is to be sent, or sent again. */
export interface ToSend {
  id: string;
  kind: string;
  availableAt?: Date | null | undefined;
  /** How often it was tried: each try is a message of its own. */
  tries?: number | undefined;
}

/** For the batch that writes `rows`, after them: a message for each that is queued then; `enqueue` takes the statement's answer. */
export function sendings(
  ctx: ServiceContext,
  rows: readonly ToSend[],
  why = "",
): { statement: SQL; enqueue: (answer: unknown) => Promise<void> } {
  const now = ctx.now();
  const made = rows.map(({ id, kind, availableAt, tries = 0 }) =>
    outboxRow(
      "notification.send",
      `notification.send:${id}:${tries}${why}`,
      { notificationId: id },
      {
        now,
        traceId: ctx.traceId,
        availableAt: availableAt ?? now,
        lane: urgencyOf(kind as NotificationKind) === "usual" ? "low" : "high",
      },
    ),
  );
  const waits = new Map(made.map((row) => [row.id, Math.ceil((row.availableAt.getTime() - now.getTime()) / 1000)]));
  return {
    statement: insertOutbox(
      made,
      sql`EXISTS (SELECT 1 FROM notifications n WHERE n.id = row.body->>'notificationId' AND n.status = 'queued')`,
    ),
    async enqueue(answer) {
      const due = insertedRows(answer).flatMap((row) => {
        const delaySeconds = Math.max(0, waits.get(row.id) ?? 0);
        // The relay hands out the rest when its time comes.
        return delaySeconds > MOST_DELAY_SECONDS ? [] : [delaySeconds === 0 ? row : { ...row, delaySeconds }];
      });
      if (due.length > 0) await ctx.enqueue(due);
    },
  };
}
