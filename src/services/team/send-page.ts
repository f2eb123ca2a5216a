// Opens or resolves an incident where somebody is on call.
import { type NewOutboxRow, outboxRow } from "../../db/outbox.ts";
import type { MessageBody } from "../../domain/messages.ts";
import { render } from "../../domain/notifications/templates.ts";
import { teamAlert } from "../../domain/team/team-alert.ts";
import type { ServiceContext } from "../context.ts";
import { alertLink } from "./alert-link.ts";

/** Twice is one incident: the subject is the vendor's own key. Throws VezError `vendor_*`. */
export async function sendPage(ctx: ServiceContext, page: MessageBody<"team.page">): Promise<void> {
  const { pager, locale } = ctx.team;
  // Switched off since: nobody is on call there any more.
  if (pager === null) return;
  if (page.action === "resolve") return pager.resolve(page.subject);
  const alert = teamAlert(page.kind, page.params);
  if (alert === null || alert.wakes === null) return;
  const { subject, text } = render(page.kind, page.params, locale, "operators");
  await pager.trigger({
    subject: alert.subject,
    summary: `${subject}: ${text.replaceAll(/\s+/g, " ")}`,
    severity: alert.wakes,
    link: alertLink(ctx, page.params),
    at: ctx.now(),
  });
}

/** The row that resolves an incident, whether it is open or not; none where nobody is on call. `occasion` makes it once. */
export function resolvePage(ctx: ServiceContext, subject: string, occasion: string): NewOutboxRow[] {
  if (ctx.team.pager === null) return [];
  const made = { now: ctx.now(), traceId: ctx.traceId };
  return [outboxRow("team.page", `team.page:resolve:${subject}:${occasion}`, { action: "resolve", subject }, made)];
}
