// Slack's Web API: chat.postMessage (with metadata, by which a message is found again in conversations.history), chat.update,
// chat.postEphemeral, users.info, auth.test (docs.slack.dev/reference/methods; the user's members: docs.slack.dev/reference/objects/user-object). It answers 200 with `ok: false` and a code when it refuses,
// and 429 with Retry-After. Histories come in pages (docs.slack.dev/reference/methods/conversations.history: newest first, has_more,
// response_metadata.next_cursor; an app that others may install gets fifteen messages a page). It knows no idempotency key: the same message twice stands there twice.
import * as z from "zod";
import type { Metrics } from "../domain/metrics/buffer.ts";
import type { ChannelPost, TeamChannel } from "../domain/team/team-ports.ts";
import type { Circuits } from "./circuit.ts";
import { type HttpCall, openHttpVendor } from "./http.ts";
import { vendorFailure } from "./vendor-failure.ts";

export interface SlackConfig {
  baseUrl: string;
  botToken: string;
  /** Id of the channel that alerts go to. */
  channel: string;
  timeoutMs: number;
  circuits: Circuits;
  metrics: Metrics;
}

/** The button by which a conversation is taken over; its value is the case's id. */
export const TAKE_ACTION = "vez_take";
const EVENT_TYPE = "vez_alert";
/** Bounds of a section's and a button's text. */
const SECTION_LENGTH = 3000;
const BUTTON_LENGTH = 75;
/** A page of the channel's history, and how far it is searched: a post is looked for minutes after it was made. */
const PAGE_LENGTH = 200;
const MOST_PAGES = 10;

const code = z.string().regex(/^[a-z_]{1,60}$/);
const envelope = z.discriminatedUnion("ok", [
  z.looseObject({ ok: z.literal(true) }),
  z.object({ ok: z.literal(false), error: code }),
]);
const posted = z.object({ channel: z.string(), ts: z.string() });
const history = z.object({
  has_more: z.boolean().optional(),
  response_metadata: z.object({ next_cursor: z.string().optional() }).nullish(),
  messages: z.array(
    z.object({
      ts: z.string(),
      metadata: z.object({ event_type: z.string(), event_payload: z.record(z.string(), z.unknown()) }).optional(),
    }),
  ),
});
const person = z.object({
  user: z.object({
    team_id: z.string().optional(),
    deleted: z.boolean().optional(),
    is_email_confirmed: z.boolean().optional(),
    enterprise_user: z.object({ enterprise_id: z.string() }).optional(),
    profile: z.object({ email: z.string().optional() }),
  }),
});
const home = z.object({ team_id: z.string(), enterprise_id: z.string().nullish() });

/** What Slack says of itself being unwell; every other refusal stays one. */
const UNWELL: ReadonlySet<string> = new Set([
  "internal_error",
  "fatal_error",
  "service_unavailable",
  "request_timeout",
]);

/** What it says of a token that is no good, and of one that may not write to the channel (docs.slack.dev/reference/methods/chat.postMessage). */
const TOKEN_REFUSED: ReadonlySet<string> = new Set([
  "not_authed",
  "invalid_auth",
  "account_inactive",
  "token_revoked",
  "token_expired",
  "org_login_required",
]);
const POST_REFUSED: ReadonlySet<string> = new Set([
  ...TOKEN_REFUSED,
  ...["missing_scope", "no_permission", "channel_not_found", "not_in_channel", "is_archived"],
]);

export function openSlack(config: SlackConfig): TeamChannel {
  const headers = { authorization: `Bearer ${config.botToken}` };
  const vendor = openHttpVendor({ service: "slack", headers, mostBytes: 2_000_000, ...config });
  const { keys } = config.circuits;
  /** It refuses in words: every answer is a 200. */
  const call = async <T>(how: HttpCall, shape: z.ZodType<T>, refusals = TOKEN_REFUSED): Promise<T> => {
    const answer = await vendor.send({ ...how, provesKey: false }, (body) => envelope.parse(body));
    if (answer.ok === false && refusals.has(answer.error)) keys.heard("slack", true);
    return read(answer, shape);
  };
  return {
    post: async (post) => {
      const ref = await call(posting(post, config.channel), posted, POST_REFUSED);
      keys.heard("slack", false);
      return ref;
    },
    find: async (key, since) => {
      const query = new URLSearchParams({
        channel: config.channel,
        oldest: String(Math.floor(since.getTime() / 1000)),
        include_all_metadata: "true",
        limit: String(PAGE_LENGTH),
      });
      for (let page = 1; page <= MOST_PAGES; page++) {
        const { messages, has_more, response_metadata } = await call(asking(`conversations.history?${query}`), history);
        const found = messages.find(
          ({ metadata }) => metadata?.event_type === EVENT_TYPE && metadata.event_payload.key === key,
        );
        if (found !== undefined) return { channel: config.channel, ts: found.ts };
        const cursor = response_metadata?.next_cursor ?? "";
        if (has_more !== true || cursor === "") return null;
        query.set("cursor", cursor);
      }
      // Nobody can say: as good as a history that may not be read.
      throw vendorFailure("refused", "slack: the history is too long to search");
    },
    replace: async ({ channel, ts }, text) => {
      const body = { channel, ts, text, blocks: [section(text)] };
      await call({ method: "POST", path: "chat.update", body, idempotent: true }, z.unknown());
    },
    whisper: async (channel, user, text) => {
      const body = { channel, user, text: plain(text) };
      await call({ method: "POST", path: "chat.postEphemeral", body, idempotent: false }, z.unknown());
    },
    emailOf: async (user) => {
      const [{ user: found }, own] = await Promise.all([
        call(asking(`users.info?${new URLSearchParams({ user })}`), person),
        call(asking("auth.test"), home),
      ]);
      return isVouchedFor(found, own) ? (found.profile.email?.toLowerCase() ?? null) : null;
    },
  };
}

/** In a channel that is shared with another workspace that one says what its people's addresses are: nobody here has checked them. */
function isVouchedFor(user: z.infer<typeof person>["user"], own: z.infer<typeof home>): boolean {
  if (user.deleted === true || user.is_email_confirmed === false) return false;
  return user.team_id === own.team_id || (own.enterprise_id ?? "") === (user.enterprise_user?.enterprise_id ?? null);
}

function asking(path: string): HttpCall {
  return { method: "GET", path, idempotent: true };
}

function posting(post: ChannelPost, channel: string): HttpCall {
  const metadata = { event_type: EVENT_TYPE, event_payload: { key: post.key } };
  const body = { channel, ...alertBody(post), metadata, unfurl_links: false };
  return { method: "POST", path: "chat.postMessage", body, idempotent: false };
}

/** An alert as blocks; its `text` is what a notice on a phone shows. */
export function alertBody({ title, lines, link, take }: ChannelPost): { text: string; blocks: unknown[] } {
  const open = { type: "button", text: label(link.label), url: link.href, action_id: "vez_open" };
  const button =
    take === null
      ? []
      : [{ type: "button", style: "primary", text: label(take.label), action_id: TAKE_ACTION, value: take.caseId }];
  return {
    text: plain(title),
    blocks: [
      section(`*${plain(title)}*\n${lines.map(plain).join("\n")}`, "made"),
      { type: "actions", elements: [...button, open] },
    ],
  };
}

function section(text: string, made: "made" | "raw" = "raw") {
  return {
    type: "section",
    text: { type: "mrkdwn", text: (made === "made" ? text : plain(text)).slice(0, SECTION_LENGTH) },
  };
}

function label(text: string) {
  return { type: "plain_text", text: text.slice(0, BUTTON_LENGTH) };
}

/** Slack's three control characters (docs.slack.dev/messaging/formatting-message-text). */
function plain(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function read<T>(answer: z.infer<typeof envelope>, shape: z.ZodType<T>): T {
  if (answer.ok === false) {
    throw vendorFailure(UNWELL.has(answer.error) ? "error" : "refused", `slack: ${answer.error}`);
  }
  const result = shape.safeParse(answer);
  if (!result.success) throw vendorFailure("invalid_answer", "slack: the answer has another shape");
  return result.data;
}
