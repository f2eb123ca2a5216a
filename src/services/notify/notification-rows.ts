// One message to one person as rows: in the app always, and outside it where and when the person may be written to.
import { newId } from "../../base/ids.ts";
import type { NotificationChannel, notifications, users } from "../../db/schema.ts";
import type { NotificationKind } from "../../domain/notifications/kinds.ts";
import type { Params } from "../../domain/notifications/template-shape.ts";
import { type Audience, render } from "../../domain/notifications/templates.ts";
import { mayReach } from "../../domain/reach/may-reach.ts";
import type { Reach } from "../../domain/reach/reach.ts";
import type { ServiceContext } from "../context.ts";

export type Recipient = Pick<typeof users.$inferSelect, "id" | "email" | "isAnonymous" | "locale"> & {
  /** What a client has said of how to be reached; absent where nothing was, and for all others. */
  reach?: Reach | null;
};

/** Where a message goes beside the app; `availableAt` null: at once. */
interface Outside {
  channel: Exclude<NotificationChannel, "in_app">;
  recipient: string;
  availableAt: Date | null;
}

/** `key` names the occasion; the same key twice is one message on each channel. */
export function notificationRows(
  ctx: ServiceContext,
  to: Recipient,
  message: { kind: NotificationKind; params: Params; audience: Audience },
  key: string,
): (typeof notifications.$inferInsert)[] {
  const now = ctx.now();
  const { subject, text, path } = render(message.kind, message.params, to.locale, message.audience);
  const link = path === null ? null : new URL(path, ctx.publicOrigin).href;
  const row = { userId: to.id, kind: message.kind, subject, link, createdAt: now };
  const inApp = { ...row, id: newId("ntf", now.getTime()), key: `${key}:in_app`, channel: "in_app" as const };
  const outside = outsideOf(to, now);
  return [
    { ...inApp, recipient: to.id, text },
    ...(outside === null
      ? []
      : [
          {
            ...row,
            ...outside,
            id: newId("ntf", now.getTime()),
            // One for all channels of a client's own choice: who changes it between two tries is not written to twice.
            key: `${key}:${to.reach == null ? "email" : "outside"}`,
            text: outside.channel === "email" ? withLink(text, link) : [subject, link].filter(Boolean).join("\n"),
          },
        ]),
  ];
}

/** A client's own word comes first; without one an account's address is used. An anonymous one's is a placeholder that nobody reads. */
function outsideOf(to: Recipient, now: Date): Outside | null {
  const { reach } = to;
  if (reach == null) return to.isAnonymous ? null : { channel: "email", recipient: to.email, availableAt: null };
  const may = mayReach(reach, now);
  // Vez writes and does not call: who wants a voice is told by his professional.
  if (may.when === "never" || reach.address === null || reach.channel === "page" || reach.channel === "call")
    return null;
  return { channel: reach.channel, recipient: reach.address, availableAt: may.when === "at" ? may.at : null };
}

/** A text on a phone stands on its locked screen: it is the subject and the link alone, an e-mail is the whole. */
function withLink(text: string, link: string | null): string {
  return link === null ? text : `${text}\n\n${link}`;
}
