// Who hears of a change of course: both parties' open pages, their inboxes, the operators, and the search that begins anew.
import { type NewOutboxRow, outboxRow } from "../../db/outbox.ts";
import type { CaseEffect, CaseStatus } from "../../domain/case-state.ts";
import type { NewEvent } from "../../domain/events.ts";
import { inboxOf, OPERATORS_INBOX } from "../../domain/messages.ts";
import type { NotificationKind } from "../../domain/notifications/kinds.ts";
import type { ServiceContext } from "../context.ts";
import type { CourseOrder } from "./course-order.ts";
import type { Standing } from "./standing.ts";

interface Change {
  order: CourseOrder;
  standing: Standing;
  to: CaseStatus;
  effects: readonly CaseEffect[];
  /** Part of every key: one change is one piece of news. */
  changeId: string;
  now: Date;
}

type KeyedEvent = NewEvent & { key: string };

/** What the pages are told has become of the case. */
export type CourseStatus = "searching_again" | "cancelled" | "silent" | "reopened";

export function courseNews(ctx: ServiceContext, change: Change): NewOutboxRow[] {
  const { standing, effects, changeId, now } = change;
  const made = { now, traceId: ctx.traceId };
  const { row, taken } = standing;
  const contract = contractEvent(change);
  const update: KeyedEvent = {
    type: "offer_update",
    key: `course:${changeId}`,
    data: {
      case_id: row.id,
      status: statusOf(change),
      why: change.order.kind,
      to: change.to,
      ...(taken === null ? {} : { offer_id: taken.offerId }),
    },
  };
  const events = contract === null ? [update] : [contract, update];
  const publish = (conversationId: string, what: KeyedEvent[], suffix: string) =>
    outboxRow("conversation.publish", `course:${changeId}:${suffix}`, { conversationId, events: what }, made);
  const rows = [publish(row.conversationId, events, "case"), publish(OPERATORS_INBOX, [update], "operators")];
  if (taken !== null) {
    const status = contract?.data.status === "closed" ? "accepted" : "withdrawn";
    const own: KeyedEvent = { ...update, data: { offer_id: taken.offerId, status } };
    rows.push(publish(inboxOf(taken.professional.userId), contract === null ? [own] : [contract, own], "professional"));
  }
  if (effects.includes("search") && row.mode === "matching") {
    const body = { caseId: row.id, afterWave: standing.lastRound };
    rows.push(outboxRow("case.next_wave", `case.next_wave:${row.id}:course:${changeId}`, body, made));
  }
  return [...rows, ...notices(ctx, change)];
}

function contractEvent({ standing, effects, changeId }: Change): KeyedEvent | null {
  const contract = standing.taken?.contract ?? null;
  if (contract === null) return null;
  const status = effects.includes("void_contract") ? "voided" : effects.includes("end_contract") ? "closed" : null;
  if (status === null) return null;
  const data = { contract_id: contract.id, status, signed: standing.signed, course: true };
  return { type: "contract_update", key: `course:${changeId}:contract`, data };
}

function statusOf({ order, effects }: Change): CourseStatus {
  if (order.kind === "cancelled" || order.kind === "silent" || order.kind === "reopened") return order.kind;
  return effects.includes("search") ? "searching_again" : "reopened";
}

/** Whoever did it knows; the others are written to. */
function notices(ctx: ServiceContext, { order, standing, effects, changeId, now }: Change): NewOutboxRow[] {
  const { row, taken } = standing;
  const made = { now, traceId: ctx.traceId };
  const notify = (userId: string, kind: NotificationKind, params: Record<string, string>) =>
    outboxRow("person.notify", `course:${changeId}:${kind}`, { userId, kind, params }, made);
  const params = {
    case_id: row.id,
    why: order.actor === "operator" && order.kind === "another" ? "operator" : order.kind,
  };
  const rows: NewOutboxRow[] = [];
  if (effects.includes("tell_client") && order.actor !== "client") {
    rows.push(notify(row.clientId, CLIENT_KINDS[order.kind] ?? "case_searching_again", params));
  }
  if (effects.includes("tell_professional") && taken !== null) {
    const returned = effects.includes("return_load") ? "yes" : "";
    rows.push(notify(taken.professional.userId, "acceptance_over", { case_id: row.id, why: order.kind, returned }));
  }
  return rows;
}

const CLIENT_KINDS: Partial<Record<CourseOrder["kind"], NotificationKind>> = {
  cancelled: "case_cancelled",
  silent: "case_fell_silent",
};
