// What a vendor told is kept once and handed to the queue: the answer leaves before anything is done about it.
import { sql } from "drizzle-orm";
import * as z from "zod";
import { newId } from "../../base/ids.ts";
import { outboxRow } from "../../db/outbox.ts";
import type { InboundEvent, InboundVendor } from "../../domain/inbound/vendor-webhook.ts";
import type { ServiceContext } from "../context.ts";
import { insertOutbox } from "../outbox/insert-outbox.ts";
import { insertedRows } from "../outbox/inserted-rows.ts";
import { cleanText } from "../plain-text.ts";

const inserted = z.object({ rows: z.array(z.object({ id: z.string() })) });

/** `taken` were new, `repeated` were known already: the same id of the same vendor is one event, however often it comes. */
export async function receiveEvents(
  ctx: ServiceContext,
  vendor: InboundVendor,
  events: readonly InboundEvent[],
): Promise<{ taken: number; repeated: number }> {
  if (events.length === 0) return { taken: 0, repeated: 0 };
  const now = ctx.now();
  const made = { now, traceId: ctx.traceId };
  const kept = events.map((event) => ({ ...event, eventId: newId("vev", now.getTime()) }));
  const rows = kept.map(({ id, type, body, eventId }) => ({ id: eventId, external_id: id, type, body }));
  // What has a line is a conversation's: somebody waits.
  const messages = kept.map(({ eventId, line }) =>
    outboxRow(
      "vendor.event",
      `vendor.event:${eventId}`,
      { eventId },
      line === null ? made : { ...made, line, lane: "high" },
    ),
  );
  const [first, queued] = await ctx.db.batch([
    ctx.db.execute(sql`
      INSERT INTO vendor_events (id, vendor, external_id, type, body, status, received_at)
      SELECT id, ${vendor}, external_id, type, body, 'pending', ${now.toISOString()}::timestamptz
      FROM jsonb_to_recordset(${JSON.stringify(rows, storable)}::jsonb) AS event(id text, external_id text, type text, body jsonb)
      ON CONFLICT (vendor, external_id) DO NOTHING
      RETURNING id`),
    // The ids are fresh: only what this batch has stored is handed on.
    ctx.db.execute(
      insertOutbox(messages, sql`EXISTS (SELECT 1 FROM vendor_events e WHERE e.id = row.body->>'eventId')`),
    ),
  ]);
  const taken = inserted.parse(first).rows.length;
  ctx.metrics.count("vendor_events_total", { vendor, outcome: "taken" }, taken);
  ctx.metrics.count("vendor_events_total", { vendor, outcome: "repeated" }, events.length - taken);
  await ctx.enqueue(insertedRows(queued));
  return { taken, repeated: events.length - taken };
}

/** Postgres takes no null byte, and a vendor that sends one would send it for days. */
function storable(_key: string, value: unknown): unknown {
  return typeof value === "string" ? cleanText(value) : value;
}
