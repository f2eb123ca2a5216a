// People as the channel plan needs them: addresses, how they want to be told, and whether a browser of theirs may be woken.
import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import { clientReach, joinedUsers, noticePreferences, pushDevices, users } from "../../db/schema.ts";
import type { Locale } from "../../domain/locale.ts";
import type { Addressee } from "../../domain/notifications/channel-plan.ts";
import type { ServiceContext } from "../context.ts";
import { reachOf } from "../reach/reach-view.ts";

export interface Recipient extends Addressee {
  locale: Locale;
  optedOutAt: Date | null;
}

/** By the id that was asked for: an anonymous client who has signed in since is found under both of his. */
export async function readRecipients(
  ctx: ServiceContext,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Recipient>> {
  if (ids.length === 0) return new Map();
  const list = sql`ARRAY[${sql.join(
    ids.map((id) => sql`${id}`),
    sql`, `,
  )}]::text[]`;
  // A union and not an OR: each half is found by its own index.
  const asked = sql`${users.id} IN (SELECT unnest(${list}) UNION SELECT user_id FROM joined_users WHERE old_id = ANY(${list}))`;
  const rows = await select(ctx, asked, ids);
  return new Map(
    rows.flatMap(({ oldId, person }) => {
      return [[person.id, person] as const, ...(oldId === null ? [] : [[oldId, person] as const])];
    }),
  );
}

export async function readOperators(ctx: ServiceContext): Promise<Recipient[]> {
  return (await select(ctx, eq(users.role, "operator"), [])).map(({ person }) => person);
}

async function select(ctx: ServiceContext, which: SQL, joinedFrom: readonly string[]) {
  const rows = await ctx.db
    .select({
      id: users.id,
      email: users.email,
      isAnonymous: users.isAnonymous,
      locale: users.locale,
      role: users.role,
      optedOutAt: users.optedOutAt,
      oldId: joinedUsers.oldId,
      reach: clientReach,
      preferences: noticePreferences,
      hasPush: sql<boolean>`EXISTS (SELECT 1 FROM ${pushDevices} WHERE ${pushDevices.userId} = ${users.id})`,
    })
    .from(users)
    // Only a client is asked; somebody who works here is written to at his account.
    .leftJoin(clientReach, and(eq(clientReach.userId, users.id), eq(users.role, "client")))
    .leftJoin(noticePreferences, eq(noticePreferences.userId, users.id))
    .leftJoin(joinedUsers, and(eq(joinedUsers.userId, users.id), inArray(joinedUsers.oldId, [...joinedFrom, ""])))
    .where(which);
  return rows.map(({ oldId, reach, email, isAnonymous, ...row }) => ({
    oldId,
    // An anonymous client's address is a placeholder that nobody reads.
    person: { ...row, email: isAnonymous ? null : email, reach: reach === null ? null : reachOf(reach) },
  }));
}
