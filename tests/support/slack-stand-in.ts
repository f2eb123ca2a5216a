// Slack's Web API as documented: what is posted stands there as often as it is posted; buttons are pressed with a real signature.
import { createHmac } from "node:crypto";
import { z } from "zod";
import { type Seen, type StandIn, serveVendor, type VendorAnswer } from "./vendor-stand-in.ts";

export const SLACK_TOKEN = "xoxb-stand-in-0123456789";
export const SLACK_CHANNEL = "C0STANDIN";
export const SLACK_SECRET = "8f742231b10e8888abcd99yyyzzz85a5";

interface Posted {
  ts: string;
  text: string;
  blocks: unknown[];
  metadata?: { event_type: string; event_payload: Record<string, unknown> };
}

export interface SlackStandIn extends StandIn {
  posted: Posted[];
  whispers: { user: string; text: string }[];
  /** Addresses of the workspace, by user. */
  emails: Map<string, string>;
  /** Users whom another workspace, with which the channel is shared, says to have such an address. */
  foreign: Set<string>;
  /** The next posts are taken, and their answers lost. */
  loseAnswers(lose: boolean): void;
  /** Without the right to read the channel. */
  hideHistory(hide: boolean): void;
  /** What is said where a post is to be changed, whatever post it is. */
  refuseUpdates(error: string | null): void;
  /** The request that a pressed button makes. */
  press(input: { user: string; ts: string; actionId: string; value: string; at: Date; secret?: string }): {
    body: string;
    headers: Record<string, string>;
  };
}

const post = z.object({
  channel: z.literal(SLACK_CHANNEL),
  text: z.string().min(1),
  blocks: z.array(z.looseObject({ type: z.string() })).max(50),
  metadata: z.object({ event_type: z.string(), event_payload: z.record(z.string(), z.unknown()) }).optional(),
  unfurl_links: z.boolean().optional(),
});
const incoming = post.omit({ channel: true, metadata: true });
const update = z.object({
  channel: z.literal(SLACK_CHANNEL),
  ts: z.string(),
  text: z.string(),
  blocks: z.array(z.looseObject({})),
});
const whisper = z.object({ channel: z.literal(SLACK_CHANNEL), user: z.string(), text: z.string() });

export async function serveSlack(): Promise<SlackStandIn> {
  const posted: Posted[] = [];
  const whispers: { user: string; text: string }[] = [];
  const emails = new Map<string, string>();
  const foreign = new Set<string>();
  let lost = false;
  let hidden = false;
  let noUpdates: string | null = null;
  let serial = 0;

  function answer(asked: Seen): VendorAnswer {
    const refused = (error: string) => ({ status: 200, body: { ok: false, error } });
    const done = (body: Record<string, unknown>) => ({ status: 200, body: { ok: true, ...body } });
    // An incoming webhook's address is its key.
    if (asked.path.startsWith("/services/")) {
      const { data } = incoming.safeParse(asked.body);
      if (asked.path !== "/services/T0/B0/secret") return { status: 404, body: "no_service" };
      if (data === undefined) return { status: 400, body: "invalid_payload" };
      posted.push({ ts: `1700000000.${String(++serial).padStart(6, "0")}`, ...data });
      return { status: 200, body: "ok", headers: { "content-type": "text/plain" } };
    }
    if (asked.authorization !== `Bearer ${SLACK_TOKEN}`) return refused("invalid_auth");
    const url = new URL(asked.path, "http://slack");
    switch (url.pathname) {
      case "/api/chat.postMessage": {
        const { data } = post.safeParse(asked.body);
        if (data === undefined) return refused("invalid_blocks");
        const ts = `1700000000.${String(++serial).padStart(6, "0")}`;
        posted.push({ ts, text: data.text, blocks: data.blocks, ...(data.metadata && { metadata: data.metadata }) });
        // 500 after the message was taken: the caller cannot know.
        return lost ? { status: 500, body: {} } : done({ channel: SLACK_CHANNEL, ts });
      }
      case "/api/conversations.history":
        if (hidden) return refused("missing_scope");
        return done(historyOf(url.searchParams));
      case "/api/chat.update": {
        if (noUpdates !== null) return refused(noUpdates);
        const { data } = update.safeParse(asked.body);
        const known = posted.find(({ ts }) => ts === data?.ts);
        if (data === undefined || known === undefined) return refused("message_not_found");
        known.text = data.text;
        known.blocks = data.blocks;
        return done({ channel: SLACK_CHANNEL, ts: data.ts });
      }
      case "/api/chat.postEphemeral": {
        const { data } = whisper.safeParse(asked.body);
        if (data === undefined) return refused("invalid_arguments");
        whispers.push({ user: data.user, text: data.text });
        return done({ message_ts: "1700000000.999999" });
      }
      case "/api/users.info": {
        const id = url.searchParams.get("user") ?? "";
        if (!emails.has(id)) return refused("user_not_found");
        const team_id = foreign.has(id) ? "T0ELSEWHERE" : "T0STANDIN";
        return done({ user: { id, team_id, deleted: false, profile: { email: emails.get(id) } } });
      }
      case "/api/auth.test":
        return done({ team_id: "T0STANDIN", user_id: "U0BOT", bot_id: "B0STANDIN" });
      default:
        return refused("unknown_method");
    }
  }

  /** Newest first, in pages, with a cursor while there are more. */
  function historyOf(asked: URLSearchParams): Record<string, unknown> {
    const from = Number(asked.get("cursor")?.replace("next:", "") ?? 0);
    const until = from + Math.min(Number(asked.get("limit") ?? 100), 999);
    const messages = posted.toReversed().slice(from, until);
    const hasMore = until < posted.length;
    return { messages, has_more: hasMore, ...(hasMore && { response_metadata: { next_cursor: `next:${until}` } }) };
  }

  const standIn = await serveVendor(answer);
  return {
    ...standIn,
    url: `${standIn.url}/api`,
    posted,
    whispers,
    emails,
    foreign,
    loseAnswers: (lose) => {
      lost = lose;
    },
    hideHistory: (hide) => {
      hidden = hide;
    },
    refuseUpdates: (error) => {
      noUpdates = error;
    },
    press: ({ user, ts, actionId, value, at, secret = SLACK_SECRET }) => {
      const payload = {
        type: "block_actions",
        user: { id: user, username: "someone" },
        container: { type: "message", message_ts: ts, channel_id: SLACK_CHANNEL },
        trigger_id: "12345.98765.abcd",
        actions: [{ type: "button", action_id: actionId, value, action_ts: String(at.getTime() / 1000) }],
      };
      const body = new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
      const stamp = String(Math.floor(at.getTime() / 1000));
      const signature = `v0=${createHmac("sha256", secret).update(`v0:${stamp}:${body}`).digest("hex")}`;
      const headers = {
        "content-type": "application/x-www-form-urlencoded",
        "x-slack-request-timestamp": stamp,
        "x-slack-signature": signature,
      };
      return { body, headers };
    },
  };
}
