// One conversation's (or one person's own) live stream as the answer to a request.
import type { Context } from "hono";
import { readConfig } from "../../env.ts";
import type { AppEnv } from "../app-env.ts";
import { requirePerson } from "../session.ts";
import { streamConversation } from "./bridge.ts";
import { lastEventId } from "./last-event-id.ts";

/** Whoever calls has checked that the person may listen to `conversationId`. */
export async function streamOf(c: Context<AppEnv>, conversationId: string): Promise<Response> {
  const { MAX_STREAMS, MAX_STREAMS_PER_PERSON } = readConfig(c.env);
  const { userId, role } = requirePerson(c);
  return streamConversation({
    stub: c.env.CONVERSATION.getByName(conversationId),
    after: lastEventId(c.req.raw),
    signal: c.req.raw.signal,
    reader: { personId: userId, operator: role === "operator" },
    maxReaders: MAX_STREAMS,
    maxPerPerson: MAX_STREAMS_PER_PERSON,
  });
}
