// What Slack sends when somebody presses a button (docs.slack.dev/interactivity/handling-user-interaction): a form whose field
// `payload` is JSON; signed by HMAC-SHA256 over `v0:<timestamp>:<body>` (docs.slack.dev/authentication/verifying-requests-from-slack).
import * as z from "zod";
import { invalid } from "../base/errors.ts";
import type { InboundEvent, InboundReader } from "../domain/inbound/vendor-webhook.ts";
import { checkMoment, equalInConstantTime, hexOf, hmacSha256, webhookRefused } from "./webhook-signature.ts";

const pressed = z.object({
  type: z.literal("block_actions"),
  user: z.object({ id: z.string().min(1).max(50) }),
  container: z.object({ message_ts: z.string().max(50), channel_id: z.string().max(50) }),
  actions: z
    .array(
      z.object({
        action_id: z.string().max(255),
        action_ts: z.string().max(50),
        value: z.string().max(2000).optional(),
      }),
    )
    .min(1)
    .max(20),
});
const other = z.object({ type: z.string().max(100), trigger_id: z.string().max(200) });

export function slackWebhook(signingSecret: string): InboundReader {
  return {
    vendor: "slack",
    read: async ({ bytes, headers, now }) => {
      const stamp = headers.get("x-slack-request-timestamp") ?? "";
      checkMoment(new Date(Number(stamp) * 1000), now);
      const signed = new Uint8Array([...new TextEncoder().encode(`v0:${stamp}:`), ...bytes]);
      const signature = `v0=${hexOf(await hmacSha256(signingSecret, signed))}`;
      if (!equalInConstantTime(headers.get("x-slack-signature") ?? "", signature)) throw webhookRefused();
      const payload = payloadOf(new TextDecoder().decode(bytes));
      const press = pressed.safeParse(payload);
      if (press.success) return press.data.actions.map((action) => eventOf(press.data, action));
      const known = other.safeParse(payload);
      if (!known.success) throw invalid("The payload is none of Slack's.");
      return [{ id: known.data.trigger_id, type: known.data.type, body: {}, line: null }];
    },
  };
}

function eventOf(
  { user, container }: z.infer<typeof pressed>,
  action: z.infer<typeof pressed>["actions"][number],
): InboundEvent {
  return {
    id: `${container.message_ts}:${action.action_ts}:${user.id}`,
    type: action.action_id,
    body: { user: user.id, channel: container.channel_id, ts: container.message_ts, value: action.value ?? "" },
    line: null,
  };
}

function payloadOf(text: string): unknown {
  try {
    return JSON.parse(new URLSearchParams(text).get("payload") ?? "");
  } catch {
    // Its words stay out of the error.
    throw invalid("The payload is not JSON.");
  }
}
