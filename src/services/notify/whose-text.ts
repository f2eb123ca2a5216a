// Of texts with the same words at the vendor, the one that no other message of ours is known by: nobody is shown as told by another's text.
import { type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import type { Found } from "../../domain/whatsapp/whatsapp.ts";
import type { ServiceContext } from "../context.ts";
import type { NotificationRow } from "./next-rungs.ts";

export type Looked = { vendorId: string } | "absent" | "unknown" | "away";

const answer = z.object({ rows: z.array(z.object({ free: z.string().nullable(), claimed: z.boolean() })) });

/**
 * `claimed`: whether another message, which may be what was found, is still to be settled; then it is `away`, to be asked again. One
 * statement, so that what is settled in between is either still open in it or owned.
 */
export async function whoseText(
  ctx: Pick<ServiceContext, "db">,
  found: Found,
  claimed: SQL = sql`false`,
): Promise<Looked> {
  if (typeof found === "string") return found;
  const [read] = answer.parse(
    await ctx.db.execute(sql`
      SELECT (
        SELECT c.id FROM jsonb_array_elements_text(${JSON.stringify(found.vendorIds)}::jsonb) WITH ORDINALITY AS c(id, nth)
        WHERE NOT EXISTS (SELECT 1 FROM notifications n WHERE n.vendor = 'evolution' AND n.vendor_id = c.id)
          AND NOT EXISTS (SELECT 1 FROM whatsapp_messages m WHERE m.vendor_id = c.id)
        ORDER BY c.nth LIMIT 1) AS free, ${claimed} AS claimed`),
  ).rows;
  if (read?.free == null) return found.isAll ? "absent" : "unknown";
  return read.claimed ? "away" : { vendorId: read.free };
}

/** Whether another message with these words to this person stands so since `after`, or later. */
export function hasTwin(row: NotificationRow, statuses: readonly ("sending" | "unsure")[], after: Date): SQL {
  const { id, userId, recipient, channel, text } = row;
  return sql`EXISTS (
    SELECT 1 FROM notifications o
    WHERE o.status IN (${sql.join(
      statuses.map((status) => sql`${status}`),
      sql`, `,
    )}) AND o.claimed_at > ${after.toISOString()}::timestamptz
      AND o.id <> ${id} AND o.channel = ${channel} AND o.text = ${text}
      AND (o.recipient = ${recipient} OR o.user_id = ${userId}))`;
}
