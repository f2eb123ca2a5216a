// What a vendor may have is looked for there, where it can be asked: found, it was sent; surely absent, it is sent now.
import { and, eq, gt, inArray, isNull, lt, notInArray, or, sql } from "drizzle-orm";
import { notifications } from "../../db/schema.ts";
import type { SendOutcome } from "../../domain/notifications/sender.ts";
import type { ServiceContext } from "../context.ts";
import { countOutcome } from "./count-outcome.ts";
import { DISCARDED } from "./discard-notification.ts";
import { outgoing } from "./outgoing.ts";
import { type Settlement, settleNotifications } from "./settle-notifications.ts";
import { hasTwin, type Looked, whoseText } from "./whose-text.ts";

/** Whatever was under way has ended by then, here and there. */
const SETTLED_AFTER_MS = 2 * 60_000;
/** Later it is no news any more. */
const LOOKED_FOR_MS = 24 * 3_600_000;
/** An answer that says nothing may be a bad moment's: so long it is asked for again. */
const UNKNOWN_FOR_MS = 10 * 60_000;
/** Of one minute; each is a call. */
const MOST_ROWS = 30;
/** The reason of what nobody can say: not looked for again. */
const NOBODY_KNOWS = "not_to_be_found";

/** How many were settled. Not those for which another channel took over, and while the vendor is away none. */
export async function findUnsure(ctx: ServiceContext): Promise<number> {
  const askable = Object.values(ctx.senders).filter(({ find }) => find !== undefined);
  if (askable.length === 0) return 0;
  const now = ctx.now().getTime();
  const { status, vendor, claimedAt, reason } = notifications;
  const rows = await ctx.db
    .select()
    .from(notifications)
    .where(
      and(
        eq(status, "unsure"),
        inArray(
          vendor,
          askable.map((sender) => sender.vendor),
        ),
        lt(claimedAt, new Date(now - SETTLED_AFTER_MS)),
        gt(claimedAt, new Date(now - LOOKED_FOR_MS)),
        or(isNull(reason), notInArray(reason, [NOBODY_KNOWS, DISCARDED])),
        sql`NOT EXISTS (SELECT 1 FROM notifications later WHERE later.occasion = ${notifications.occasion} AND later.rung > ${notifications.rung})`,
      ),
    )
    .orderBy(claimedAt)
    .limit(MOST_ROWS);
  let settled = 0;
  const away = new Set<string | null>();
  for (const row of rows) {
    if (away.has(row.vendor)) continue;
    const sender = askable.find((one) => one.vendor === row.vendor);
    const since = row.claimedAt ?? row.createdAt;
    const there = await sender?.find?.(await outgoing(ctx, row, null), since);
    if (there === undefined) continue;
    if (there === "away") away.add(row.vendor);
    const found = await whoseText(ctx, there, hasTwin(row, ["sending"], new Date(now - LOOKED_FOR_MS)));
    if (found === "away" || (found === "unknown" && now - since.getTime() < UNKNOWN_FOR_MS)) continue;
    const settlement = settlementOf(row, found, ctx.now());
    if (!(await settleNotifications(ctx, [settlement])).has(row.id)) continue;
    settled++;
    if (settlement.status !== "sent") continue;
    const outcome: SendOutcome = { id: row.id, outcome: "sent", vendorId: settlement.vendorId };
    countOutcome(ctx, row, settlement, outcome);
  }
  return settled;
}

function settlementOf(
  { id, kind, tries, recipient }: typeof notifications.$inferSelect,
  found: Exclude<Looked, "away">,
  now: Date,
): Settlement {
  const same = { id, kind, tries, recipient, next: null };
  if (typeof found === "object") {
    return { ...same, status: "sent", reason: null, vendorId: found.vendorId, againAt: null };
  }
  return found === "absent"
    ? { ...same, status: "queued", reason: "absent", vendorId: null, againAt: now }
    : { ...same, status: "unsure", reason: NOBODY_KNOWS, vendorId: null, againAt: null };
}
