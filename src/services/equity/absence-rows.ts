// A leave that is set, changed or ended becomes history: the rows that credits are worked out from, in the change's batch.
import { type SQL, sql } from "drizzle-orm";
import { newId } from "../../base/ids.ts";

/** What decides whether offers reach somebody. */
export interface Reachability {
  status: string;
  licenceStatus: string;
  optedOutAt: Date | null;
  leaveFrom: Date | null;
  leaveUntil: Date | null;
}

interface Time {
  from: Date;
  until: Date | null;
}

/**
 * Statements for a change from `before` to `after` that hold while `mine` does; none where nothing changes. What is over
 * stays as it was; what goes on is ended now and begun anew, so that rows of one person never overlap. Nobody is away in
 * the past: a day that was open for offers stays open. Who is inactive, suspended, being verified or wants no offers is away as well, or a pause
 * would count as a shortfall and bring them before those who stayed.
 */
export function absenceRows(
  professionalId: string,
  change: { before: Reachability; after: Reachability; now: Date },
  mine: SQL,
): SQL[] {
  const { before, after, now } = change;
  const next = timeAway(after, now);
  if (sameTime(timeAway(before, now), next)) return [];
  const at = sql`${now.toISOString()}::timestamptz`;
  const until = next?.until?.toISOString() ?? null;
  return [
    sql`DELETE FROM absences WHERE professional_id = ${professionalId} AND "from" >= ${at} AND ${mine}`,
    sql`
      UPDATE absences SET until = ${at}
      WHERE professional_id = ${professionalId} AND "from" < ${at} AND (until IS NULL OR until > ${at}) AND ${mine}`,
    ...(next === null
      ? []
      : [
          sql`
            INSERT INTO absences (id, professional_id, "from", until, created_at)
            SELECT ${newId("abs", now.getTime())}, ${professionalId}, ${next.from.toISOString()}::timestamptz, ${until}::timestamptz, ${at} WHERE ${mine}`,
        ]),
  ];
}

/** From now on; null where nothing keeps offers away. */
function timeAway(of: Reachability, now: Date): Time | null {
  const { status, licenceStatus, optedOutAt, leaveFrom, leaveUntil } = of;
  if (status !== "active" || licenceStatus !== "valid" || optedOutAt !== null) return { from: now, until: null };
  if (leaveFrom === null || (leaveUntil !== null && leaveUntil <= now)) return null;
  return { from: leaveFrom > now ? leaveFrom : now, until: leaveUntil };
}

function sameTime(a: Time | null, b: Time | null): boolean {
  return a?.from.getTime() === b?.from.getTime() && a?.until?.getTime() === b?.until?.getTime();
}
