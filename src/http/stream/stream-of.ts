// One conversation's (or one person's own) live stream as the answer to a request.
import type { Context } from "hono";
import { readConfig } from "../../env.ts";
import type { AppEnv } from "../app-env.ts";
import { streamConversation } from "./bridge.ts";
import { lastEventId } from "./last-event-id.ts";

/** Whoever calls has checked that the person may listen to `conversationId`. */
export function streamOf(c: Context<AppEnv>, conversationId: string): Promise<Response> {
  return streamConversation({
    stub: c.env.CONVERSATION.getByName(conversationId),
    after: lastEventId(c.req.raw),
    signal: c.req.raw.signal,
    maxReaders: readConfig(c.env).MAX_STREAMS,
  });
}
