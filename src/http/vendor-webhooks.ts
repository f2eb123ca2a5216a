// One door for what vendors tell: the raw bytes to the vendor's reader, its events to the queue, the answer at once.
import { Hono } from "hono";
import { notFound } from "../base/errors.ts";
import { INBOUND_VENDORS } from "../domain/inbound/vendor-webhook.ts";
import { receiveEvents } from "../services/inbound/receive-events.ts";
import type { AppEnv } from "./app-env.ts";
import { readBounded } from "./json-body.ts";
import { limitByAddress } from "./limit-by-address.ts";
import { asVezError } from "./problem.ts";

/** SendGrid's batches are the largest: at most 768 kB (its Event Webhook reference). */
const MOST_BYTES = 1024 * 1024;

export const vendorWebhooks = new Hono<AppEnv>();

/** No session, and no check of the origin: whoever holds the key is the vendor. A vendor that is not configured has no door. */
vendorWebhooks.post("/:vendor", async (c) => {
  const ctx = c.get("services");
  const vendor = INBOUND_VENDORS.find((known) => known === c.req.param("vendor"));
  const reader = vendor === undefined ? undefined : ctx.inbound[vendor];
  if (vendor === undefined || reader === undefined) throw notFound("door");
  await limitByAddress(c, c.env.RATE_LIMIT_WEBHOOKS, "Too many webhooks at once. Send them again in a minute.");
  const bytes = await readBounded(c.req.raw.body, MOST_BYTES);
  const request = { bytes, headers: c.req.raw.headers, now: ctx.now() };
  const events = await reader.read(request).catch((error: unknown) => {
    if (asVezError(error) !== null) ctx.metrics.count("vendor_events_total", { vendor, outcome: "refused" });
    throw error;
  });
  await receiveEvents(ctx, vendor, events);
  return c.body(null, 200);
});
