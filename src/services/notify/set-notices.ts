// A person reads or says how to be told outside the app: by what, about what, and in which hours not.
import { notFound } from "../../base/errors.ts";
import { auditRow } from "../../db/audit.ts";
import { audit, noticePreferences } from "../../db/schema.ts";
import type { NoticePreferences } from "../../domain/notifications/preferences.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { insertedRows } from "../outbox/inserted-rows.ts";
import { lookAgain } from "./look-again.ts";
import { type NoticesView, noticesView } from "./notices-view.ts";
import { type Recipient, readRecipients } from "./recipients.ts";

type Person = Extract<Actor, { kind: "person" }>;

export async function readNotices(ctx: ServiceContext, actor: Person): Promise<NoticesView> {
  return noticesView(ctx, await self(ctx, actor));
}

/** The whole of it at once: what is not said is as if nothing had been said. What waits for its hour goes by the new word. */
export async function storeNotices(
  ctx: ServiceContext,
  actor: Person,
  preferences: NoticePreferences,
): Promise<NoticesView> {
  const person = await self(ctx, actor);
  const now = ctx.now();
  // The phone of a client is said with how to be reached safely, and only there.
  const values = {
    ...preferences,
    off: [...preferences.off],
    phone: person.role === "client" ? null : preferences.phone,
    updatedAt: now,
  };
  const [, again] = await ctx.db.batch([
    ctx.db
      .insert(noticePreferences)
      .values({ userId: person.id, createdAt: now, ...values })
      .onConflictDoUpdate({ target: noticePreferences.userId, set: values }),
    ctx.db.execute(lookAgain(ctx, person.id)),
    ctx.db.insert(audit).values(auditRow(actor.userId, "notices.set", person.id, now, { off: values.off.length })),
  ]);
  await ctx.enqueue(insertedRows(again));
  return noticesView(ctx, { ...person, preferences: values });
}

/** Throws `not_found` for somebody who is gone. */
async function self(ctx: ServiceContext, actor: Person): Promise<Recipient> {
  const person = (await readRecipients(ctx, [actor.userId])).get(actor.userId);
  if (person === undefined) throw notFound("account");
  return person;
}
