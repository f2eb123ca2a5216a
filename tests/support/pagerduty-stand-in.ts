// PagerDuty's Events API v2 as documented: 202 for an event, 400 for none; one incident for one dedup_key.
import { z } from "zod";
import { type StandIn, serveVendor } from "./vendor-stand-in.ts";

export const ROUTING_KEY = "0123456789abcdef0123456789abcdef";

export interface Incident {
  summary: string;
  severity: string;
  open: boolean;
  /** How often it was triggered. */
  triggered: number;
}

export interface PagerDutyStandIn extends StandIn {
  incidents: Map<string, Incident>;
}

const event = z.discriminatedUnion("event_action", [
  z.object({
    routing_key: z.literal(ROUTING_KEY),
    event_action: z.literal("trigger"),
    dedup_key: z.string().max(255),
    client: z.string().optional(),
    client_url: z.url().optional(),
    payload: z.object({
      summary: z.string().min(1).max(1024),
      source: z.string().min(1),
      severity: z.enum(["critical", "error", "warning", "info"]),
      timestamp: z.iso.datetime(),
    }),
  }),
  z.object({
    routing_key: z.literal(ROUTING_KEY),
    event_action: z.literal("resolve"),
    dedup_key: z.string().max(255),
    client: z.string().optional(),
  }),
]);

export async function servePagerDuty(): Promise<PagerDutyStandIn> {
  const incidents = new Map<string, Incident>();
  const standIn = await serveVendor((asked) => {
    if (asked.path !== "/v2/enqueue") return { status: 404, body: {} };
    const { data } = event.safeParse(asked.body);
    if (data === undefined) {
      return { status: 400, body: { status: "invalid event", message: "Event object is invalid", errors: [] } };
    }
    const known = incidents.get(data.dedup_key);
    if (data.event_action === "resolve") {
      if (known !== undefined) known.open = false;
    } else {
      const { summary, severity } = data.payload;
      incidents.set(data.dedup_key, { summary, severity, open: true, triggered: (known?.triggered ?? 0) + 1 });
    }
    return { status: 202, body: { status: "success", message: "Event processed", dedup_key: data.dedup_key } };
  });
  return { ...standIn, incidents };
}
