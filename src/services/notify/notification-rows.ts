// One message to one person as rows: in the app always, and outside it where and when the person may be written to.
import { newId } from "../../base/ids.ts";
import type { notifications } from "../../db/schema.ts";
import { channelPlan } from "../../domain/notifications/channel-plan.ts";
import type { NotificationKind } from "../../domain/notifications/kinds.ts";
import type { Params } from "../../domain/notifications/template-shape.ts";
import { type Audience, render } from "../../domain/notifications/templates.ts";
import type { ServiceContext } from "../context.ts";
import { configured, outsideText } from "./outside-row.ts";
import type { Recipient } from "./recipients.ts";

/** `key` names the occasion; the same key twice is one message on each channel. The rest of the ladder is made when it is needed. */
export function notificationRows(
  ctx: ServiceContext,
  to: Recipient,
  message: { kind: NotificationKind; params: Params; audience: Audience },
  key: string,
): (typeof notifications.$inferInsert)[] {
  const now = ctx.now();
  const { subject, text, path } = render(message.kind, message.params, to.locale, message.audience);
  const link = path === null ? null : new URL(path, ctx.publicOrigin).href;
  const row = {
    userId: to.id,
    kind: message.kind,
    occasion: key,
    subject,
    link,
    locale: to.locale,
    createdAt: now,
  };
  const inApp = { ...row, id: newId("ntf", now.getTime()), key: `${key}:in_app`, channel: "in_app" as const };
  const { ladder, kept } = channelPlan(message.kind, to, configured(ctx), now);
  const first = ladder[0] ?? kept;
  return [
    { ...inApp, recipient: to.id, text },
    ...(first === null
      ? []
      : [
          {
            ...row,
            id: newId("ntf", now.getTime()),
            // One for all channels: who changes his word between two tries is not written to twice.
            key: `${key}:outside`,
            rung: 1,
            channel: first.channel,
            recipient: first.to,
            availableAt: first.notBefore,
            status: ladder.length === 0 ? ("stored" as const) : ("queued" as const),
            text: outsideText(first.channel, { subject, text, link }),
          },
        ]),
  ];
}
