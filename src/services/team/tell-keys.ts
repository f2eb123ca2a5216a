// What vendors said of our keys is written down for the console; whoever refuses one is told to the team, once an hour.
import { eq } from "drizzle-orm";
import { outboxRow } from "../../db/outbox.ts";
import { vendorRefusals } from "../../db/schema.ts";
import { keySubject } from "../../domain/team/team-alert.ts";
import { keyedVendor } from "../../domain/vendors/keys.ts";
import type { KeyNews } from "../../providers/key-watch.ts";
import type { ServiceContext } from "../context.ts";
import { insertOutbox } from "../outbox/insert-outbox.ts";
import { insertedRows } from "../outbox/inserted-rows.ts";
import { resolvePage } from "./send-page.ts";

/** Idempotent within an hour. */
export async function tellKeys(ctx: ServiceContext, news: readonly KeyNews[]): Promise<void> {
  for (const one of news) await (one.isRefused ? tellRefused(ctx, one) : tellTaken(ctx, one.vendor));
}

async function tellRefused(ctx: ServiceContext, { vendor, status }: KeyNews): Promise<void> {
  const now = ctx.now();
  const hour = now.toISOString().slice(0, 13);
  const notice = outboxRow(
    "operators.notify",
    `vendor_key:${vendor}:${hour}`,
    { kind: "vendor_key_refused", params: { vendor } },
    { now, traceId: ctx.traceId },
  );
  ctx.log.warn("vendor_key_refused", { vendor, status });
  const [, queued] = await ctx.db.batch([
    ctx.db
      .insert(vendorRefusals)
      .values({ vendor, status, since: now, at: now })
      .onConflictDoUpdate({ target: vendorRefusals.vendor, set: { status, at: now } }),
    ctx.db.execute(insertOutbox([notice])),
  ]);
  await ctx.enqueue(insertedRows(queued));
}

/** The key is taken again: the console says nothing more of it, and nobody stays woken. */
async function tellTaken(ctx: ServiceContext, vendor: string): Promise<void> {
  const [known] = await ctx.db
    .select({ at: vendorRefusals.since })
    .from(vendorRefusals)
    .where(eq(vendorRefusals.vendor, vendor));
  if (known === undefined) return;
  const rows = keyedVendor(vendor)?.wakes === true ? resolvePage(ctx, keySubject(vendor), known.at.toISOString()) : [];
  const gone = ctx.db.delete(vendorRefusals).where(eq(vendorRefusals.vendor, vendor));
  // Together: a kill in between would leave somebody woken for good.
  const [, queued] = await ctx.db.batch([gone, ctx.db.execute(insertOutbox(rows))]);
  await ctx.enqueue(insertedRows(queued));
}
