// Opens or resolves an incident where somebody is on call.
import { eq } from "drizzle-orm";
import { type NewOutboxRow, outboxRow } from "../../db/outbox.ts";
import { cases, outbox } from "../../db/schema.ts";
import type { MessageBody } from "../../domain/messages.ts";
import type { Params } from "../../domain/notifications/template-shape.ts";
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
  if (alert === null || alert.wakes === null || (await isDealtWith(ctx, page.params))) return;
  const { subject, text } = render(page.kind, page.params, locale, "operators");
  await pager.trigger({
    subject: alert.subject,
    summary: `${subject}: ${text.replaceAll(/\s+/g, " ")}`,
    severity: alert.wakes,
    link: alertLink(ctx, page.params),
    at: ctx.now(),
  });
}

/** Its resolving may have gone before: the page of an alert is made a hop after the alert, and a hand may be quicker. */
async function isDealtWith(ctx: ServiceContext, params: Params): Promise<boolean> {
  const { case_id: caseId, outbox_id: outboxId } = params;
  if (caseId !== undefined) {
    const [row] = await ctx.db.select({ by: cases.controlledBy }).from(cases).where(eq(cases.id, caseId));
    return row?.by === "human";
  }
  if (outboxId === undefined) return false;
  const [row] = await ctx.db.select({ status: outbox.status }).from(outbox).where(eq(outbox.id, outboxId));
  return row !== undefined && row.status !== "dead";
}

/** What opens an incident and what resolves it stand in one line, so that neither overtakes the other. */
export function pageLine(subject: string): string {
  return `page:${subject}`;
}

/** The row that resolves an incident, whether it is open or not; none where nobody is on call. `occasion` makes it once. */
export function resolvePage(ctx: ServiceContext, subject: string, occasion: string): NewOutboxRow[] {
  if (ctx.team.pager === null) return [];
  const made = { now: ctx.now(), traceId: ctx.traceId, line: pageLine(subject) };
  return [outboxRow("team.page", `team.page:resolve:${subject}:${occasion}`, { action: "resolve", subject }, made)];
}
