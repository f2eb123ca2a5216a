// One message to one person as rows: in the app always, by e-mail where there is an address.
import { newId } from "../../base/ids.ts";
import type { notifications, users } from "../../db/schema.ts";
import type { NotificationKind } from "../../domain/notifications/kinds.ts";
import type { Params } from "../../domain/notifications/template-shape.ts";
import { type Audience, render } from "../../domain/notifications/templates.ts";
import type { ServiceContext } from "../context.ts";

export type Recipient = Pick<typeof users.$inferSelect, "id" | "email" | "isAnonymous" | "locale">;

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
  const email = { ...row, id: newId("ntf", now.getTime()), key: `${key}:email`, channel: "email" as const };
  return [
    { ...inApp, recipient: to.id, text },
    // An anonymous client's address is a placeholder that nobody reads.
    ...(to.isAnonymous ? [] : [{ ...email, recipient: to.email, text: link === null ? text : `${text}\n\n${link}` }]),
  ];
}
