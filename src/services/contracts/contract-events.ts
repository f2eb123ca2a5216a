// The outbox rows that tell both parties' open pages what became of a contract.
import { type NewOutboxRow, outboxRow } from "../../db/outbox.ts";
import { inboxOf } from "../../domain/messages.ts";

export interface ContractNews {
  contractId: string;
  status: "sent" | "signed" | "closed";
  /** What happened, once in a contract's life, e.g. `opened`; part of the key. */
  step: string;
  /** Who has signed so far. */
  signed: readonly string[];
  /** Where it is signed from now on; left out where that did not change. */
  signing?: "docusign" | "here";
}

/** One `contract_update` in the case's conversation and one in the professional's own stream. */
export function contractUpdates(
  to: { conversationId: string; professionalUserId: string },
  news: ContractNews,
  made: { now: Date; traceId: string },
): NewOutboxRow[] {
  const { contractId, status, step, signed, signing } = news;
  const key = `contract:${contractId}:${step}`;
  const data = { contract_id: contractId, status, signed, ...(signing === undefined ? {} : { signing }) };
  const events = [{ type: "contract_update" as const, data, key }];
  return [
    outboxRow("conversation.publish", `${key}:case`, { conversationId: to.conversationId, events }, made),
    outboxRow(
      "conversation.publish",
      `${key}:professional`,
      { conversationId: inboxOf(to.professionalUserId), events },
      made,
    ),
  ];
}
