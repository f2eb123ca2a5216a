// PagerDuty Events API v2: POST /v2/enqueue with routing_key, event_action, dedup_key and payload; 202 when taken, 400 for
// an event that is none, 429 when there are too many (developer.pagerduty.com/docs/events-api-v2/trigger-events, and the
// vendor's schema github.com/PagerDuty/api-schema, reference/events-v2). The same dedup_key is one incident.
import * as z from "zod";
import type { Metrics } from "../domain/metrics/buffer.ts";
import type { Pager } from "../domain/team/team-ports.ts";
import type { Circuits } from "./circuit.ts";
import { openHttpVendor } from "./http.ts";

export interface PagerDutyConfig {
  baseUrl: string;
  /** Integration key of the service, in each body. */
  routingKey: string;
  /** Named as the source of every event. */
  source: string;
  timeoutMs: number;
  circuits: Circuits;
  metrics: Metrics;
}

const taken = z.object({ status: z.literal("success"), dedup_key: z.string() });
/** The schema's bounds. */
const SUMMARY_LENGTH = 1024;
const DEDUP_LENGTH = 255;

export function openPagerDuty(config: PagerDutyConfig): Pager {
  const vendor = openHttpVendor({ service: "pagerduty", headers: {}, mostBytes: 100_000, ...config });
  const enqueue = async (event: Record<string, unknown>) => {
    const body = { routing_key: config.routingKey, client: "Vez", ...event };
    // Our events keep the schema: what is refused as none has a key that is none.
    const keyRefusedBy = [400, 401, 403, 404];
    const call = { method: "POST", path: "v2/enqueue", body, idempotent: true, keyRefusedBy } as const;
    await vendor.send(call, (sent) => taken.parse(sent));
  };
  return {
    trigger: ({ subject, summary, severity, link, at }) =>
      enqueue({
        event_action: "trigger",
        dedup_key: subject.slice(0, DEDUP_LENGTH),
        client_url: link,
        payload: {
          summary: summary.slice(0, SUMMARY_LENGTH),
          source: config.source,
          severity,
          timestamp: at.toISOString(),
        },
      }),
    resolve: (subject) => enqueue({ event_action: "resolve", dedup_key: subject.slice(0, DEDUP_LENGTH) }),
  };
}
