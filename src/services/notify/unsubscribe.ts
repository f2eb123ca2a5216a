// Somebody ends the mails of one group, or all of them, by the link in a mail: no session is asked for.
import { sql } from "drizzle-orm";
import { auditRow } from "../../db/audit.ts";
import { insertIf } from "../../db/insert-if.ts";
import { audit } from "../../db/schema.ts";
import { DEFAULT_ZONE, type Locale } from "../../domain/locale.ts";
import { groupsOf, type NoticeGroup } from "../../domain/notifications/occasions.ts";
import { isWanted } from "../../domain/notifications/preferences.ts";
import type { ServiceContext } from "../context.ts";
import { readRecipients } from "./recipients.ts";
import { readUnsubscribe } from "./unsubscribe-link.ts";

export interface Subscription {
  group: NoticeGroup;
  /** The reader's. */
  locale: Locale;
  /** Ended already, or there is nobody any more to write to. */
  isEnded: boolean;
}

/** What a link would end. Throws `not_found` for one that is not ours. */
export async function readSubscription(ctx: ServiceContext, token: string): Promise<Subscription> {
  const { userId, group } = await readUnsubscribe(ctx, token);
  const person = (await readRecipients(ctx, [userId])).get(userId);
  const isEnded = person === undefined || !isWanted(person.preferences, group, "email");
  return { group, locale: person?.locale ?? "pt-BR", isEnded };
}

/** Twice is once. Throws `not_found` for a link that is not ours. */
export async function unsubscribe(ctx: ServiceContext, token: string, scope: "group" | "all"): Promise<NoticeGroup> {
  const { userId, group } = await readUnsubscribe(ctx, token);
  const person = (await readRecipients(ctx, [userId])).get(userId);
  // Whoever erased himself gets no mails: as good as done.
  if (person === undefined) return group;
  const groups = scope === "all" ? groupsOf(person.role) : [group];
  for (const one of new Set([...groups, group])) await endMails(ctx, { userId: person.id, group: one });
  return group;
}

/** Only e-mail: what is in the app stays there, and push was allowed on its own. */
export async function endMails(ctx: ServiceContext, what: { userId: string; group: NoticeGroup }): Promise<void> {
  const { userId, group } = what;
  if (group === "account") return;
  const now = ctx.now();
  const at = now.toISOString();
  const off = `${group}.email`;
  await ctx.db.batch([
    insertIf(
      ctx.db,
      audit,
      auditRow(userId, "notices.mail_ended", userId, now, { group }),
      sql`EXISTS (SELECT 1 FROM users WHERE id = ${userId}) AND NOT EXISTS (SELECT 1 FROM notice_preferences WHERE user_id = ${userId} AND ${off} = ANY(off))`,
    ),
    ctx.db.execute(sql`
      INSERT INTO notice_preferences (user_id, off, zone, created_at, updated_at)
      SELECT id, ARRAY[${off}]::text[], ${DEFAULT_ZONE}, ${at}::timestamptz, ${at}::timestamptz FROM users WHERE id = ${userId}
      ON CONFLICT (user_id) DO UPDATE SET off = array_append(notice_preferences.off, ${off}), updated_at = ${at}::timestamptz
      WHERE NOT ${off} = ANY(notice_preferences.off)`),
  ]);
}
