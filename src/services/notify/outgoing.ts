// A row as its vendor gets it: the words, as a page too for an e-mail, and the way to end such mails.
import type { NotificationKind } from "../../domain/notifications/kinds.ts";
import { mailHtml, mailText } from "../../domain/notifications/mail-html.ts";
import { groupOf, urgencyOf } from "../../domain/notifications/occasions.ts";
import type { Outgoing } from "../../domain/notifications/sender.ts";
import type { ServiceContext } from "../context.ts";
import type { NotificationRow } from "./next-rungs.ts";
import { unsubscribeLink } from "./unsubscribe-link.ts";

/** `role`: of the reader; null for an address that nobody is known by. */
export async function outgoing(ctx: ServiceContext, row: NotificationRow, role: string | null): Promise<Outgoing> {
  const { id, recipient: to, subject, text, link, locale, userId } = row;
  const isAwaited = urgencyOf(row.kind as NotificationKind) === "immediate";
  if (row.channel !== "email") return { id, to, subject, text, html: null, link, locale, unsubscribe: null, isAwaited };
  const group = groupOf(row.kind as NotificationKind, role ?? "client");
  const unsubscribe =
    userId === null || role === null || group === "account" ? null : await unsubscribeLink(ctx, { userId, group });
  const words = { subject, text, locale, unsubscribe };
  return { id, to, subject, text: mailText(words), html: mailHtml(words), link, locale, unsubscribe, isAwaited };
}
