// A vendor tells what became of a message: delivered, opened, or failed with a reason.
import { type SQL, sql } from "drizzle-orm";
import type { Receipt } from "../../domain/notifications/receipt.ts";
import type { ServiceContext } from "../context.ts";

/**
 * Receipts may come twice and in any order: the moments that were told decide, not when they were heard. `unknown`: nothing that was
 * sent has this name; where the vendor names its own id, it may have spoken before we wrote that id down, and another try may help.
 */
export async function applyReceipt(ctx: ServiceContext, receipt: Receipt): Promise<"applied" | "unknown"> {
  const result = await ctx.db.execute(moved(receipt));
  return result.rows.length === 0 ? "unknown" : "applied";
}

/** Opened stands for good; a failure counts unless it was delivered later than that. */
function moved(receipt: Receipt): SQL {
  const at = sql`${receipt.at.toISOString()}::timestamptz`;
  const named =
    "notificationId" in receipt
      ? sql`id = ${receipt.notificationId}`
      : sql`vendor = ${receipt.vendor} AND vendor_id = ${receipt.vendorId}`;
  const told = (status: Receipt["status"]) => (status === receipt.status ? at : sql`NULL::timestamptz`);
  return sql`
    WITH old AS (
      SELECT id, status, least(delivered_at, ${told("delivered")}) AS delivered, least(opened_at, ${told("opened")}) AS opened,
        greatest(failed_at, ${told("failed")}) AS failed
      FROM notifications WHERE ${named} AND channel <> 'in_app' AND status <> 'stored' FOR UPDATE
    )
    UPDATE notifications n SET delivered_at = old.delivered, opened_at = old.opened, failed_at = old.failed,
      status = CASE WHEN old.opened IS NOT NULL THEN 'opened'
        WHEN old.failed >= old.delivered OR old.failed IS NOT NULL AND old.delivered IS NULL THEN 'failed'
        WHEN old.delivered IS NOT NULL THEN 'delivered' ELSE n.status END,
      reason = coalesce(${receipt.reason ?? null}, n.reason)
    FROM old WHERE n.id = old.id
    RETURNING n.id, n.kind, n.channel, n.recipient, n.status, old.status AS before`;
}
