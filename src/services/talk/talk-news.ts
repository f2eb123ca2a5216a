// What happens in a talk, told to both sides' open pages: ids alone, the page fetches the words.
import { type NewOutboxRow, outboxRow } from "../../db/outbox.ts";
import type {
  CaseMessageData,
  CaseReadData,
  CaseTalkData,
  OfferQuestionData,
} from "../../domain/conversation-events.ts";
import type { NewEvent } from "../../domain/events.ts";
import { inboxOf } from "../../domain/messages.ts";
import type { ServiceContext } from "../context.ts";
import { unwrap } from "../rpc.ts";

type TalkEvent =
  | { type: "case_message"; data: CaseMessageData }
  | { type: "case_read"; data: CaseReadData }
  | { type: "case_talk"; data: CaseTalkData }
  | { type: "offer_question"; data: OfferQuestionData };

interface TalkNews {
  rows: NewOutboxRow[];
  /** Tells at once what the rows tell in any case; call it after the commit. Never fails: the rows are there. */
  tellNow: () => void;
}

/** One event on the client's conversation and on the professional's own stream; `key` names the occasion. */
export function talkNews(
  ctx: ServiceContext,
  to: { conversationId: string; professionalUserId: string },
  event: TalkEvent,
  key: string,
): TalkNews {
  const events = [{ type: event.type, data: { ...event.data }, key }];
  const made = { now: ctx.now(), traceId: ctx.traceId };
  const streams = [to.conversationId, inboxOf(to.professionalUserId)];
  return {
    rows: streams.map((conversationId, i) =>
      outboxRow(
        "conversation.publish",
        `${key}:${i === 0 ? "client" : "professional"}`,
        { conversationId, events },
        made,
      ),
    ),
    tellNow: () => ctx.later(Promise.all(streams.map((id) => tell(ctx, id, events)))),
  };
}

async function tell(ctx: ServiceContext, conversationId: string, events: NewEvent[]): Promise<void> {
  try {
    unwrap(await ctx.conversation(conversationId).publish(events));
  } catch (error) {
    ctx.log.warn("talk_told_later", { error });
  }
}
