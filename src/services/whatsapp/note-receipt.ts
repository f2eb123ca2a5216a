// What became of a text that was handed over: delivered, read, or failed after all; a notification's goes the way of all notifications.
import { sql } from "drizzle-orm";
import { unavailable } from "../../base/errors.ts";
import type { ServiceContext } from "../context.ts";
import { applyReceipt } from "../notify/apply-receipt.ts";

/** Receipts may overtake the answer that names the text: so long they are looked at again. */
const EARLY_MS = 30_000;
/** Of a text whose answer was lost the name is known when it is found, two or three minutes later; see find-unsure.ts. */
const EARLY_OF_UNSURE_MS = 5 * 60_000;

const MEANINGS: Record<string, "delivered" | "read" | "failed"> = {
  DELIVERY_ACK: "delivered",
  READ: "read",
  PLAYED: "read",
  ERROR: "failed",
};

/** Twice, or out of order, is once and in order. */
export async function noteReceipt(
  ctx: ServiceContext,
  { vendorId, status }: { vendorId: string; status: string },
  at: Date,
): Promise<void> {
  const meaning = MEANINGS[status];
  if (meaning === undefined) return;
  const when = at.toISOString();
  const moved = await ctx.db.execute(sql`
    UPDATE whatsapp_messages SET
      delivered_at = CASE WHEN ${meaning} = 'failed' THEN delivered_at ELSE least(delivered_at, ${when}::timestamptz) END,
      read_at = CASE WHEN ${meaning} = 'read' THEN least(read_at, ${when}::timestamptz) ELSE read_at END,
      status = CASE
        WHEN ${meaning} = 'read' OR read_at IS NOT NULL THEN 'read'
        WHEN ${meaning} = 'delivered' OR delivered_at IS NOT NULL THEN 'delivered'
        ELSE 'refused' END
    WHERE vendor_id = ${vendorId}
    RETURNING id`);
  if (moved.rows.length > 0) return;
  const told = meaning === "read" ? "opened" : meaning;
  const found = await applyReceipt(ctx, { vendor: "evolution", vendorId, status: told, at });
  // What the phone's owner wrote by hand has receipts too: nobody here knows that text.
  if (found !== "unknown") return;
  const ageMs = ctx.now().getTime() - at.getTime();
  if (ageMs < EARLY_MS || (ageMs < EARLY_OF_UNSURE_MS && (await isAnyUnsure(ctx, at)))) {
    throw unavailable("receipt_early", "The text that this is about is not known yet.");
  }
}

/** Whether a text that was handed over shortly before `at` is still being looked for. */
async function isAnyUnsure(ctx: ServiceContext, at: Date): Promise<boolean> {
  const moment = at.toISOString();
  const before = sql`claimed_at BETWEEN ${moment}::timestamptz - interval '10 minutes' AND ${moment}::timestamptz`;
  const { rows } = await ctx.db.execute(sql`
    SELECT 1 WHERE EXISTS (SELECT 1 FROM whatsapp_messages WHERE status IN ('sending', 'unsure') AND ${before})
      OR EXISTS (
        SELECT 1 FROM notifications n WHERE status IN ('sending', 'unsure') AND vendor = 'evolution' AND ${before}
          AND NOT EXISTS (SELECT 1 FROM notifications later WHERE later.occasion = n.occasion AND later.rung > n.rung))`);
  return rows.length > 0;
}
