// Slack's incoming webhooks (docs.slack.dev/messaging/sending-messages-using-incoming-webhooks): a secret address that takes one message
// and answers `ok` as plain text. It names no message, shows nothing again and knows no person: alerts alone, without buttons.
import type { Metrics } from "../domain/metrics/buffer.ts";
import type { TeamChannel } from "../domain/team/team-ports.ts";
import type { Circuits } from "./circuit.ts";
import { openHttpVendor } from "./http.ts";
import { alertBody } from "./slack.ts";
import { vendorFailure } from "./vendor-failure.ts";

export interface SlackIncomingConfig {
  /** The whole address: whoever has it may post. */
  url: string;
  timeoutMs: number;
  circuits: Circuits;
  metrics: Metrics;
}

/** Throws an Error, at the start, for an address that may not be called. */
export function openSlackIncoming({ url, ...made }: SlackIncomingConfig): TeamChannel {
  const { origin, pathname } = new URL(url);
  const vendor = openHttpVendor({ service: "slack", baseUrl: origin, headers: {}, mostBytes: 1000, ...made });
  const cannot = async () => {
    throw vendorFailure("refused", "slack: an incoming webhook only posts");
  };
  return {
    post: async (post) => {
      const body = alertBody({ ...post, take: null });
      // The address is the key: invalid_token, no_service, channel_is_archived.
      const keyRefusedBy = [403, 404, 410];
      const call = { method: "POST", path: pathname.slice(1), body, idempotent: false, keyRefusedBy } as const;
      const answer = new TextDecoder().decode(await vendor.file(call, "text/plain"));
      if (answer.trim() !== "ok") throw vendorFailure("invalid_answer", "slack: the answer is not ok");
      return { channel: "", ts: "" };
    },
    find: cannot,
    replace: cannot,
    whisper: cannot,
    emailOf: cannot,
  };
}
