// Until when an offer can be answered, and when its professional is reminded.
import type { ServiceContext } from "../context.ts";

const HOUR_MS = 3_600_000;
/** A reminder goes out when three quarters of an offer's time are over. */
const REMIND_AT = 0.75;

/** Of an offer that is made now: two hours for what cannot wait, a day for the rest. */
export function offerTimes(ctx: ServiceContext, urgencyHours: number | null): { remindAt: Date; expiresAt: Date } {
  const urgent = urgencyHours !== null && urgencyHours <= ctx.settings.urgentHours;
  const ttlMs = (urgent ? ctx.settings.urgentOfferTtlHours : ctx.settings.offerTtlHours) * HOUR_MS;
  const now = ctx.now().getTime();
  return { remindAt: new Date(now + ttlMs * REMIND_AT), expiresAt: new Date(now + ttlMs) };
}
