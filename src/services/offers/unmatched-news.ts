// Who hears that nobody can take a case now, whoever was to choose.
import { type NewOutboxRow, outboxRow } from "../../db/outbox.ts";
import { OPERATORS_INBOX } from "../../domain/messages.ts";
import type { ServiceContext } from "../context.ts";
import type { CaseRow } from "../intake/visible-case.ts";

/** `occasion` names it: the same twice is told once. */
export function unmatchedNews(ctx: ServiceContext, row: CaseRow, occasion: string): NewOutboxRow[] {
  const made = { now: ctx.now(), traceId: ctx.traceId };
  const key = `unmatched:${row.id}:${occasion}`;
  const data = { case_id: row.id, status: "unmatched" };
  const params = { case_id: row.id };
  return [
    outboxRow(
      "conversation.publish",
      key,
      { conversationId: row.conversationId, events: [{ type: "offer_update", key: `unmatched:${occasion}`, data }] },
      made,
    ),
    outboxRow(
      "conversation.publish",
      `operators:${key}`,
      { conversationId: OPERATORS_INBOX, events: [{ type: "offer_update", key, data }] },
      made,
    ),
    outboxRow(
      "person.notify",
      `${key}:client`,
      { userId: row.clientId, kind: "case_unmatched", params: { ...params, uf: row.uf ?? "" } },
      made,
    ),
    outboxRow("operators.notify", `${key}:operators`, { kind: "case_unmatched", params }, made),
  ];
}
